//! Files of other formats, turned into a draft; and files that wait for a word of whoever brought them.

use super::{offline::OfflineForms, store::Stored};
use async_trait::async_trait;
use domain::{
    draft::Draft,
    ids::{PersonId, Timestamp},
};
use serde::{Deserialize, Serialize};

/// Files that analysts hold, turned into a draft. Pure: no clock, no chance, no network.
pub trait Interchange: OfflineForms {
    /// What this file makes: the draft of the one event it tells of, or of the `part` that was chosen among several.
    ///
    /// # Errors
    /// [`ImportError`], with nothing kept of the file.
    fn import(&self, file: &[u8], part: Option<Part>) -> Result<Imported, ImportError>;
}

/// What an import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imported {
    /// The pre-filled draft, its [`Source`](domain::draft::Source) included.
    Draft(Box<Draft>),
    /// The file tells of several events: its drafter says which.
    Several(Vec<Titled>),
}

/// One of several events in a file, by its place, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Part(pub usize);

/// One of several events in a file, for the drafter to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// Which.
    pub part: Part,
    /// The source's own title: for the drafter's eyes.
    pub title: String,
}

/// How long a file waits, in seconds: half an hour.
pub const WAITS_FOR: i64 = 30 * 60;

/// Files that wait until their drafter has said which of several events they mean, or whether what a report's form holds
/// is to be put into the draft: one for each person, for half an hour.
#[async_trait]
pub trait WaitingFiles: Send + Sync {
    /// Keep this file, in place of the one that waited before. Files that have waited long enough go at the same time.
    async fn keep_file(&self, person: PersonId, text: &str, at: Timestamp) -> Stored<()>;
    /// The file that waits at this moment.
    async fn waiting_file(&self, person: PersonId, now: Timestamp) -> Stored<Option<String>>;
    /// Forget it: it was chosen from, or its drafter signed out.
    async fn forget_file(&self, person: PersonId) -> Stored<()>;
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
    /// It is of a format known here, in a version that is not.
    #[error("the version of the format is not known")]
    WrongVersion,
    /// It holds more indicators, names or events than can be looked at.
    #[error("there is too much in the file")]
    TooMany,
    /// It carries a classification marking.
    #[error("the file carries a classification marking")]
    Classified,
    /// It waited too long for its drafter to choose, or there is no such part in it.
    #[error("the file waits no longer")]
    Gone,
}

impl ImportError {
    /// Every reason.
    pub const ALL: [Self; 9] = [
        Self::Empty,
        Self::TooLarge,
        Self::NotUtf8,
        Self::NotJson,
        Self::NotKnown,
        Self::WrongVersion,
        Self::TooMany,
        Self::Classified,
        Self::Gone,
    ];

    /// The code used in addresses and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson => "not-json",
            Self::NotKnown => "not-known",
            Self::WrongVersion => "wrong-version",
            Self::TooMany => "too-many",
            Self::Classified => "classified",
            Self::Gone => "gone",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}
