//! What people write beside a command, and the fingerprints by which two sides can tell that they mean the same bytes.

use crate::{answer::Text, guard, matter::Place, policy::Refusal};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};

/// The most characters of a question, an answer, a reason or an internal note.
pub const NOTE_MAX: usize = 4_000;

/// SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hash(String);

impl Hash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
        let digest = Sha256::digest(bytes);
        Self(
            digest
                .iter()
                .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
                .collect(),
        )
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Hash {
    fn from(digits: String) -> Self {
        Self(digits)
    }
}

/// What a person writes beside a command. Never empty, never long, never classified, and nothing in it is hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Note(String);

impl Note {
    /// No words: only to ask whether an arrow exists.
    pub(crate) const fn wordless() -> Self {
        Self(String::new())
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Note {
    type Err = Refusal;

    /// A classification marking is looked for first: what is refused for anything else may be kept for its writer.
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::NoteMissing);
        }
        if guard::classification_marking(text).is_some() {
            return Err(Refusal::NoteClassified);
        }
        if text.chars().count() > NOTE_MAX {
            return Err(Refusal::NoteTooLong);
        }
        if !text.chars().all(Text::may_hold) {
            return Err(Refusal::NoteUnreadable);
        }
        Ok(Self(text.to_owned()))
    }
}

/// What a reviewer asks, on one place of a filing or on the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The field or question it is about, or the whole.
    pub on: Option<Place>,
    /// What is asked.
    pub text: Note,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Result<String, Refusal> {
        text.parse::<Note>().map(|note| note.as_str().to_owned())
    }

    #[test]
    fn a_note_is_kept_as_it_was_written() {
        assert_eq!(
            words(" Which one?\r\n\n\tThe second. "),
            Ok("Which one?\n\n\tThe second.".into())
        );
        assert_eq!(words("ما الذي تغيّر؟"), Ok("ما الذي تغيّر؟".into()));
        assert_eq!(
            words(&"é".repeat(NOTE_MAX)).map(|words| words.chars().count()),
            Ok(NOTE_MAX)
        );
    }

    #[test]
    fn a_note_is_something_and_not_too_much() {
        assert_eq!(words(" \r\n\t "), Err(Refusal::NoteMissing));
        assert_eq!(words(&"é".repeat(NOTE_MAX + 1)), Err(Refusal::NoteTooLong));
    }

    #[test]
    fn what_cannot_be_shown_is_refused() {
        for hidden in ['\0', '\u{7}', '\u{1b}', '\r', '\u{7f}', '\u{85}', '\u{9f}'] {
            assert_eq!(
                words(&format!("One{hidden}two")),
                Err(Refusal::NoteUnreadable),
                "{hidden:?}"
            );
        }
    }

    #[test]
    fn a_marking_is_found_whatever_else_is_wrong() {
        assert_eq!(words("NATO SECRET"), Err(Refusal::NoteClassified));
        assert_eq!(words("NATO\u{0} SECRET"), Err(Refusal::NoteClassified));
        let long = format!("{}\nNATO SECRET", "x".repeat(2 * NOTE_MAX));
        assert_eq!(words(&long), Err(Refusal::NoteClassified));
    }
}
