//! Files of other formats, turned into a draft.

use domain::draft::{Draft, Source};
use serde::{Deserialize, Serialize};

/// Files that analysts hold, turned into a draft. Pure: no clock, no chance, no network.
pub trait Interchange: Send + Sync {
    /// A draft of what this file says, or why there is none.
    ///
    /// # Errors
    /// [`ImportError`], with nothing kept of the file.
    fn import(&self, file: &[u8]) -> Result<Imported, ImportError>;
}

/// What an import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The pre-filled draft, its [`Source`] included.
    pub draft: Draft,
}

impl Imported {
    /// What was taken from where, and what was left out.
    pub fn source(&self) -> Option<&Source> {
        self.draft.source.as_ref()
    }
}

/// Why a file made no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum ImportError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than 5 MiB.
    #[error("the file is too large")]
    TooLarge,
    /// It is not UTF-8 text.
    #[error("the file is not UTF-8")]
    NotUtf8,
    /// It is not JSON, or nested too deeply.
    #[error("the file is not JSON")]
    NotJson,
    /// It is JSON of no format known here.
    #[error("the format is not known")]
    NotKnown,
    /// It holds several events.
    #[error("the file holds several events")]
    Several,
    /// It holds more indicators than a filing may.
    #[error("too many indicators")]
    TooMany,
    /// It carries a classification marking.
    #[error("the file carries a classification marking")]
    Classified,
}

impl ImportError {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::TooLarge,
        Self::NotUtf8,
        Self::NotJson,
        Self::NotKnown,
        Self::Several,
        Self::TooMany,
        Self::Classified,
    ];

    /// The code used in addresses and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson => "not-json",
            Self::NotKnown => "not-known",
            Self::Several => "several",
            Self::TooMany => "too-many",
            Self::Classified => "classified",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}
