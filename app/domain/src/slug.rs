//! The names people give to what they add: lower-case words joined by hyphens, like `cdp-1-progress`.
//!
//! Sections, questions, choices and circles are data that the secretariat edits, so their ids are chosen by people and
//! not by the compiler. They stand in addresses, file headings and anchors, which is why their shape is narrow and has
//! one spelling. Each kind has a type of its own, as the [ids](crate::ids) of the store have.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The most characters of such a name: what fits into a column heading and an address.
pub const SLUG_MAX: usize = 60;

/// A text that is not lower-case words of letters and digits, joined by single hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not lower-case words joined by hyphens")]
pub struct NotASlug;

fn is_slug(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= SLUG_MAX && text.split('-').all(is_word)
}

/// Makes a kind of name that cannot be mistaken for another kind's.
macro_rules! slugs {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name, as stored and written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;

            fn from_str(text: &str) -> Result<Self, NotASlug> {
                if is_slug(text) { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotASlug;

            fn try_from(text: String) -> Result<Self, NotASlug> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

slugs! {
    /// A circle of addressees: `allies`.
    CircleId;
    /// A section of a questionnaire: `capabilities`.
    SectionId;
    /// A question, within one version of a questionnaire: `cdp-1-progress`.
    QuestionId;
    /// One of the choices a question offers: `in-preparation`.
    ChoiceCode;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_spelling() {
        for right in ["a", "cdp-1-progress", "2026"] {
            assert_eq!(right.parse::<QuestionId>().map(String::from).as_deref(), Ok(right));
        }
        let long = "a".repeat(SLUG_MAX + 1);
        for wrong in [
            "",
            "-",
            "a-",
            "-a",
            "a--b",
            "A",
            "a b",
            "a_b",
            "é",
            "a.b",
            long.as_str(),
        ] {
            assert_eq!(wrong.parse::<QuestionId>(), Err(NotASlug), "{wrong}");
        }
    }
}
