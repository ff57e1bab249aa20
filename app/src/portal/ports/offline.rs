//! Forms of progress reports that are filled in away from the portal.

use async_trait::async_trait;
use domain::{
    ids::{FilingReference, Timestamp, Version},
    questionnaire::{Depth, QuestionId},
    report::{ReportDraft, ReportTerms, TypedAnswer},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// As which kind of file a form is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfflineFormat {
    /// A workbook (XLSX, ISO/IEC 29500), for people.
    Workbook,
    /// JSON (RFC 8259), for programs.
    Json,
}

impl OfflineFormat {
    /// How the name of such a file ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Json => "json",
        }
    }
}

/// A form, and what is typed into it so far.
#[derive(Clone, Debug)]
pub struct OfflineForm {
    /// Of which report.
    pub reference: FilingReference,
    /// What its State is called.
    pub state_name: String,
    /// How much it asks.
    pub depth: Depth,
    /// What is asked, of whom, in which cycle.
    pub terms: Arc<ReportTerms>,
    /// What is typed so far, without who confirmed what.
    pub draft: ReportDraft,
    /// Which version of the draft that is.
    pub version: Version,
}

/// What is in the boxes of a form that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledIn {
    /// What is said to which question, however wrong. A question that is absent was not touched.
    pub answers: BTreeMap<QuestionId, TypedAnswer>,
    /// The questions whose answers the file could not hold, so that it says nothing of them.
    pub left_out: BTreeSet<QuestionId>,
}

/// Why nothing was taken from a file. Codes and names of cells; the sentences are the pages'.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// What it was taken for; none where that makes no difference.
    pub format: Option<OfflineFormat>,
    /// The end of the id of the message that says it.
    pub code: String,
    /// What stands in the places of that message: the name of a sheet, of a cell, of a State.
    pub values: Vec<(String, String)>,
}

impl Unread {
    /// It was made of a version of the draft that there never was.
    pub fn of_another_draft() -> Self {
        Self {
            format: None,
            code: "other-draft".to_owned(),
            values: Vec::new(),
        }
    }
}

/// The form could not be made into a file. That is a fault here, whatever is in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the form could not be written")]
pub struct NotWritten;

/// Forms as files.
#[async_trait]
pub trait OfflineForms: Send + Sync {
    /// The form as a file, in the language of whoever asks. `made` is put down as when it was made.
    ///
    /// # Errors
    /// Where the format cannot hold the form, which no questionnaire without faults is too large for.
    fn write(&self, form: &OfflineForm, format: OfflineFormat, made: Timestamp) -> Result<Vec<u8>, NotWritten>;

    /// The version of the draft that this file says it was made of, if it is a file of this form, which anybody may have
    /// changed since. Which kind of file it is, it says by itself.
    ///
    /// # Errors
    /// Where it is not this form any more, or never was.
    async fn taken_from(&self, form: &Arc<OfflineForm>, file: &Arc<[u8]>) -> Result<Version, Unread>;

    /// What is in the boxes of such a file. The draft of the form is the one it was made of: what nobody touched comes
    /// back exactly.
    ///
    /// # Errors
    /// Where it is not this form any more, or never was.
    async fn read(&self, form: &Arc<OfflineForm>, file: &Arc<[u8]>) -> Result<FilledIn, Unread>;
}
