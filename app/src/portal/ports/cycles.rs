//! Questionnaires and cycles, from the first draft to what was fixed when the cycle closed.
//!
//! What is being prepared has a version of its own, as filings have: it is written over only by somebody who saw what
//! stands there. What was opened is never written over.

use super::store::Stored;
use async_trait::async_trait;
use domain::{
    cycle::{Cycle, CycleYear, Extension, Proposal},
    ids::{PersonId, Timestamp, Version},
    participation::ClosedFigure,
    questionnaire::{Edition, Frozen, QuestionnaireVersion},
    state::StateCode,
};
use std::{collections::BTreeMap, sync::Arc};

/// Versions of the questionnaire that were opened, which nothing changes any more.
pub type Opened = BTreeMap<QuestionnaireVersion, Frozen>;

/// Something under preparation, and how often it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versioned<T> {
    /// What stands there.
    pub content: T,
    /// How often it was written.
    pub version: Version,
}

/// Who writes over what, and when.
#[derive(Clone, Copy, Debug)]
pub struct Over {
    /// The version that was seen; none where there was nothing yet.
    pub seen: Option<Version>,
    /// Who writes.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Questionnaires and cycles.
#[async_trait]
pub trait Cycles: Send + Sync {
    /// Every version of the questionnaire, the latest first.
    async fn editions(&self) -> Stored<Vec<Versioned<Edition>>>;
    /// One of them.
    async fn edition(&self, version: QuestionnaireVersion) -> Stored<Option<Versioned<Edition>>>;
    /// Those that were opened.
    async fn opened(&self) -> Stored<Arc<Opened>>;
    /// Store one over what was seen: [`StoreError::Stale`](super::StoreError::Stale) where somebody wrote since. The
    /// audit log says who did what to it.
    async fn put_edition(&self, edition: &Edition, over: Over) -> Stored<()>;
    /// Cycles that are being planned, the latest year first.
    async fn proposals(&self) -> Stored<Vec<Versioned<Proposal>>>;
    /// One of them.
    async fn proposal(&self, year: CycleYear) -> Stored<Option<Versioned<Proposal>>>;
    /// Store a plan over what was seen.
    async fn put_proposal(&self, proposal: &Proposal, over: Over) -> Stored<()>;
    /// Open a cycle over the proposal that was seen, and with it the edition it uses, where that is opened now.
    async fn open_cycle(&self, cycle: &Cycle, edition: Option<(&Edition, Version)>, over: Over) -> Stored<()>;
    /// Cycles that were opened, the latest year first.
    async fn cycles(&self) -> Stored<Vec<Cycle>>;
    /// One of them.
    async fn cycle(&self, year: CycleYear) -> Stored<Option<Cycle>>;
    /// The latest request of this State for more time in this cycle.
    async fn extension(&self, year: CycleYear, state: &StateCode) -> Stored<Option<Extension>>;
    /// The latest request of each State in this cycle, by State.
    async fn extensions(&self, year: CycleYear) -> Stored<Vec<Extension>>;
    /// Store a request, or what came of the latest one.
    async fn put_extension(&self, extension: &Extension, at: Timestamp) -> Stored<()>;
    /// What was fixed when cycles closed, of those that have.
    async fn closed_figures(&self) -> Stored<BTreeMap<CycleYear, ClosedFigure>>;
    /// What was fixed when this cycle closed.
    async fn closed_figure(&self, year: CycleYear) -> Stored<Option<ClosedFigure>>;
    /// Fix it. Where it was fixed before, that stands.
    async fn fix_figure(&self, figure: &ClosedFigure) -> Stored<()>;
}
