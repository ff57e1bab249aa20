//! Versions of the questionnaire, and what a question was in the version before.

use crate::slug::QuestionId;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt, str::FromStr};

/// A version: the year of its first cycle, and its number among that year's. Written `2026.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct QuestionnaireVersion {
    year: u16,
    number: u16,
}

/// A text that is not a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a version like 2026.1")]
pub struct NotAVersion;

impl fmt::Display for QuestionnaireVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}.{}", self.year, self.number)
    }
}

impl FromStr for QuestionnaireVersion {
    type Err = NotAVersion;

    /// One spelling only, since it stands in addresses and in the names of files.
    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let (year, number) = text.split_once('.').ok_or(NotAVersion)?;
        let version = Self {
            year: year.parse().map_err(|_| NotAVersion)?,
            number: number.parse().map_err(|_| NotAVersion)?,
        };
        if version.number > 0 && version.to_string() == text {
            Ok(version)
        } else {
            Err(NotAVersion)
        }
    }
}

impl TryFrom<String> for QuestionnaireVersion {
    type Error = NotAVersion;

    fn try_from(text: String) -> Result<Self, NotAVersion> {
        text.parse()
    }
}

impl From<QuestionnaireVersion> for String {
    fn from(version: QuestionnaireVersion) -> Self {
        version.to_string()
    }
}

/// What a question was in the version before. Written down by whoever drafts the version, never guessed from ids or
/// words: a question can keep its id and change its sense, or the other way round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lineage {
    /// There was no such question.
    #[default]
    New,
    /// This one, perhaps in other words: last year's answer is there to confirm, change or drop.
    Same(QuestionId),
    /// These, which it stands in place of: last year's answers are shown beside it, and answer nothing.
    Replaces(BTreeSet<QuestionId>),
}

impl Lineage {
    /// Whether there was no such question.
    pub const fn is_new(&self) -> bool {
        matches!(self, Self::New)
    }

    /// The questions of the version before that it takes up.
    pub fn taken_up(&self) -> Vec<&QuestionId> {
        match self {
            Self::New => Vec::new(),
            Self::Same(before) => vec![before],
            Self::Replaces(before) => before.iter().collect(),
        }
    }
}
