//! What is to be mended in a small form: the same words in the summary and beside the field.

use crate::{
    portal::{accounts::forms::Mistake, cycles::forms},
    words,
};

/// Something to mend in a form, as pages say it.
pub trait Mend {
    /// The field to mend: the name of its control.
    fn at(&self) -> &'static str;
    /// What is wrong, in words.
    fn said(&self) -> String;
}

impl Mend for Mistake {
    fn at(&self) -> &'static str {
        self.field()
    }

    fn said(&self) -> String {
        words::say(&format!("mistake-{}", self.code()))
    }
}

impl Mend for forms::Mistake {
    fn at(&self) -> &'static str {
        self.field()
    }

    fn said(&self) -> String {
        let line = self.line().map(|line| line.to_string()).unwrap_or_default();
        words::say_with(&format!("mend-{}", self.code()), &[("line", &line)])
    }
}

/// What is wrong with this field: the first thing that is.
pub fn wrong(mistakes: &[impl Mend], field: &str) -> Option<String> {
    mistakes.iter().find(|mistake| mistake.at() == field).map(Mend::said)
}

/// A link for each mistake, for the summary.
pub fn links(mistakes: &[impl Mend]) -> Vec<(String, String)> {
    mistakes
        .iter()
        .map(|mistake| (format!("#{}", mistake.at()), mistake.said()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mistake_of_preparation_has_its_sentence() {
        for mistake in forms::Mistake::ALL {
            assert!(
                words::maybe(&format!("mend-{}", mistake.code())).is_some() || mistake.line().is_some(),
                "{mistake:?}"
            );
        }
    }
}
