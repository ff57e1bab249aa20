//! What can be chosen: labels for people, codes for the draft.

use crate::Form;
use domain::{
    catalogue::LANGUAGES,
    marking::{Audience, Reason},
    questionnaire::{Kind, Progress, QuestionId},
};
use std::collections::BTreeSet;

/// A list a cell is chosen from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ListName {
    YesNo,
    Progress,
    Estimate,
    Language,
    /// Why there is no answer, where "none" would be none.
    Cannot,
    /// Why there is no answer, or that there is none.
    CannotOrNone,
    Audience,
    /// The choices of this question.
    Of(QuestionId),
}

/// The code of a number that was counted. In a draft that is an empty box.
pub(crate) const ACTUAL: &str = "actual";

impl ListName {
    /// Every list of a form.
    pub fn all(form: &Form<'_>) -> Vec<Self> {
        let of_questions = form.asked().filter(|question| !question.kind.offers().is_empty());
        let of_all = [
            Self::YesNo,
            Self::Progress,
            Self::Estimate,
            Self::Language,
            Self::Cannot,
            Self::CannotOrNone,
            Self::Audience,
        ];
        of_all
            .into_iter()
            .chain(of_questions.map(|question| Self::Of(question.id.clone())))
            .collect()
    }

    /// Its name on the hidden sheet.
    pub fn code(&self) -> String {
        match self {
            Self::YesNo => "list:yes-no".into(),
            Self::Progress => "list:progress".into(),
            Self::Estimate => "list:estimate".into(),
            Self::Language => "list:language".into(),
            Self::Cannot => "list:cannot".into(),
            Self::CannotOrNone => "list:cannot-or-none".into(),
            Self::Audience => "list:audience".into(),
            Self::Of(question) => format!("choices:{question}"),
        }
    }

    /// What it offers, in the order of the drop-down.
    pub fn offers(&self, form: &Form<'_>, say: &dyn Fn(&str) -> String) -> List {
        let said = |prefix: &str, codes: &[&str]| {
            let offer = |code: &&str| Offer::new(code, &say(&format!("workbook-{prefix}-{code}")));
            codes.iter().map(offer).collect::<Vec<_>>()
        };
        let cannot = |none: &[&'static str]| {
            let reasons = Reason::ALL.map(Reason::code);
            said("cannot", &[none, &["unknown"], &reasons].concat())
        };
        List::distinct(match self {
            Self::YesNo => said("choice", &["yes", "no"]),
            Self::Progress => said("progress", &Progress::ALL.map(Progress::code)),
            Self::Estimate => said("estimate", &[ACTUAL, "estimate"]),
            Self::Language => {
                let offer = |language: &domain::catalogue::Language| Offer::new(language.tag, language.autonym);
                LANGUAGES.iter().map(offer).collect()
            }
            Self::Cannot => cannot(&[]),
            Self::CannotOrNone => cannot(&["none"]),
            Self::Audience => said("audience", &Audience::ALL.map(Audience::code)),
            Self::Of(id) => {
                let kind = form.questionnaire.question(id).map(|question| &question.kind);
                let choices = kind.map(Kind::offers).unwrap_or_default();
                let offer = |choice: &domain::questionnaire::Choice| Offer::new(choice.code.as_str(), &choice.label);
                choices.iter().map(offer).collect()
            }
        })
    }
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    pub code: String,
    pub label: String,
}

impl Offer {
    fn new(code: &str, label: &str) -> Self {
        Self {
            code: code.to_owned(),
            label: label.to_owned(),
        }
    }
}

/// Things to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct List(pub Vec<Offer>);

impl List {
    /// With labels that differ, also in the eyes of a spreadsheet, which does not tell capitals from small letters.
    fn distinct(mut offers: Vec<Offer>) -> Self {
        let mut seen = BTreeSet::new();
        for offer in &mut offers {
            if !seen.insert(folded(&offer.label)) {
                offer.label = format!("{} ({})", offer.label, offer.code);
                seen.insert(folded(&offer.label));
            }
        }
        Self(offers)
    }

    /// What people read for this code; the code itself where it is not offered.
    pub fn label_of<'a>(&'a self, code: &'a str) -> &'a str {
        let offer = self.0.iter().find(|offer| offer.code == code);
        offer.map_or(code, |offer| &offer.label)
    }

    /// The code of what was chosen: by its label, also in other capitals, or typed as the code itself. Anything else is
    /// kept as typed, for the portal to say that it is not offered.
    pub fn code_of<'a>(&'a self, typed: &'a str) -> &'a str {
        let bare = folded(typed);
        let labelled = |offer: &&Offer| offer.label == typed;
        let alike = |offer: &&Offer| folded(&offer.label) == bare;
        let coded = |offer: &&Offer| offer.code == typed.trim();
        let offers = || self.0.iter();
        let found = offers()
            .find(labelled)
            .or_else(|| offers().find(alike))
            .or_else(|| offers().find(coded));
        match found {
            Some(offer) => &offer.code,
            None if bare.is_empty() => "",
            None => typed,
        }
    }
}

fn folded(label: &str) -> String {
    label.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(offers: &[(&str, &str)]) -> List {
        List::distinct(offers.iter().map(|(code, label)| Offer::new(code, label)).collect())
    }

    #[test]
    fn a_choice_is_read_by_its_label_or_its_code() {
        let list = list(&[
            ("limited", "Limited, as stated by the State"),
            ("no", "None"),
            ("none", "Nothing"),
        ]);
        for (typed, code) in [
            ("Limited, as stated by the State", "limited"),
            ("limited, AS STATED by the State ", "limited"),
            ("limited", "limited"),
            // A label is what people see, so it goes before a code of the same spelling.
            ("None", "no"),
            ("none", "no"),
            ("Nothing", "none"),
            ("halfway", "halfway"),
            ("  ", ""),
            ("", ""),
        ] {
            assert_eq!(list.code_of(typed), code, "{typed:?}");
        }
        assert_eq!(list.label_of("limited"), "Limited, as stated by the State");
        assert_eq!(list.label_of("halfway"), "halfway");
    }

    #[test]
    fn labels_that_look_alike_are_told_apart() {
        let list = list(&[("a", "Some"), ("b", "some"), ("c", "Some ")]);
        let labels: Vec<_> = list.0.iter().map(|offer| offer.label.as_str()).collect();
        assert_eq!(labels, ["Some", "some (b)", "Some  (c)"]);
        for offer in &list.0 {
            assert_eq!(list.code_of(&offer.label), offer.code);
        }
    }
}
