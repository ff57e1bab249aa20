//! What people write beside a command, and the fingerprints by which two sides can tell that they mean the same bytes.

use crate::{form::Field, guard, policy::Refusal};
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

/// What a person writes beside a command. Never empty, never long, never classified.
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
    fn from_str(text: &str) -> Result<Self, Refusal> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::NoteMissing);
        }
        if text.chars().count() > NOTE_MAX {
            return Err(Refusal::NoteTooLong);
        }
        if guard::classification_marking(text).is_some() {
            return Err(Refusal::NoteClassified);
        }
        Ok(Self(text.to_owned()))
    }
}

/// What a reviewer asks, on a field or on the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The field it is about, or the whole.
    pub on: Option<Field>,
    /// What is asked.
    pub text: Note,
}
