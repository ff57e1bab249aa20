//! What the people of a State keep among themselves about a report: who writes which section, and their comments.
//!
//! None of it is part of the filing. Nothing that leaves the State is made of it.

use super::{
    filings::{Posting, Receipt},
    store::Stored,
};
use async_trait::async_trait;
use domain::{
    ids::FilingId,
    note::Note,
    questionnaire::SectionId,
    report::{
        inside::{About, Comment},
        sections::{Assignment, Assignments},
    },
    state::StateCode,
};

/// A comment with the name of who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedComment {
    /// The comment.
    pub comment: Comment,
    /// Who, by name.
    pub name: String,
}

/// Who writes which section, and comments inside a State.
#[async_trait]
pub trait Inside: Send + Sync {
    /// Who writes which section of this report of that State.
    async fn assignments(&self, filing: FilingId, state: &StateCode) -> Stored<Assignments>;
    /// Store what is said of a section now; nothing where the receipt is there already.
    async fn put_assignment(
        &self,
        filing: FilingId,
        section: &SectionId,
        assignment: &Assignment,
        receipt: &Receipt,
        posting: Posting,
    ) -> Stored<()>;
    /// After something in a section changed: it is not done any more.
    async fn not_done(&self, filing: FilingId, section: &SectionId) -> Stored<()>;
    /// Comments on this report of that State, oldest first.
    async fn comments(&self, filing: FilingId, state: &StateCode) -> Stored<Vec<NamedComment>>;
    /// Write one more.
    async fn add_comment(
        &self,
        filing: FilingId,
        about: &About,
        text: &Note,
        receipt: &Receipt,
        posting: Posting,
    ) -> Stored<()>;
}
