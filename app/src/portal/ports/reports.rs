//! Progress reports that everyone may read.

use super::store::Stored;
use async_trait::async_trait;
use domain::{
    commitment::CommitmentId,
    cycle::CycleYear,
    filing::Filing,
    ids::{FilingReference, Timestamp},
    marking::Audience,
    people::Scope,
    questionnaire::{AskedAbout, QuestionId, QuestionnaireVersion},
    report::{DisclosedAnswer, Report, ReportDisclosure, ReportTerms},
    state::StateCode,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The public address of a report: its cycle and its State.
pub type ReportAddress = (CycleYear, StateCode);

/// A report under its public address, which is its cycle and its State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedReport {
    /// Whose it is.
    pub state: StateCode,
    /// The cycle it was filed in.
    pub cycle: CycleYear,
    /// When it was published.
    pub published: Timestamp,
    /// What stands there.
    pub standing: ReportStanding,
}

/// Whether a report stands or was withdrawn. Of a withdrawn one, only State, cycle and dates remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportStanding {
    /// Everyone can read it.
    Public(Box<ReportDisclosure>),
    /// The State withdrew it.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// A published answer to one question, something that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedAnswer {
    /// Whose.
    pub state: StateCode,
    /// In which cycle it was given.
    pub cycle: CycleYear,
    /// Of which version the question is.
    pub questionnaire: QuestionnaireVersion,
    /// What the State was asked about in that report: nothing it says counts as said on anything else.
    pub about: Arc<AskedAbout>,
    /// The question.
    pub question: QuestionId,
    /// What is said.
    pub answer: DisclosedAnswer,
}

/// The questions that serve a commitment, by the version they are of.
pub type Serving = BTreeMap<QuestionnaireVersion, BTreeSet<QuestionId>>;

/// Progress reports, as States find and as everyone reads them.
#[async_trait]
pub trait Reports: Send + Sync {
    /// Under which terms this State would report in this cycle; none where there is no such cycle, or it takes no part.
    async fn terms(&self, year: CycleYear, state: &StateCode) -> Stored<Option<Arc<ReportTerms>>>;
    /// The reference of this State's report in this cycle, where one was begun and not withdrawn.
    async fn begun(&self, year: CycleYear, state: &StateCode) -> Stored<Option<FilingReference>>;
    /// The States that have let out a report in this cycle, with when they first did and whom it is for. Only for the
    /// secretariat, and for the figure that is fixed when a cycle closes.
    async fn let_out(&self, year: CycleYear) -> Stored<Vec<(StateCode, Timestamp, Audience)>>;
    /// The cycles of which the people of participating States may read any report, the latest first.
    async fn shared_cycles(&self) -> Stored<Vec<CycleYear>>;
    /// The States whose report of this cycle they may read, since when, by State: it was accepted, and is for them or for
    /// everyone. No report is opened for it.
    async fn shared_in(&self, year: CycleYear) -> Stored<Vec<(StateCode, Timestamp)>>;
    /// What they may read of such a report, and since when.
    async fn shared_report(&self, year: CycleYear, state: &StateCode) -> Stored<Option<(Timestamp, ReportDisclosure)>>;
    /// Public reports of a cycle, by State; withdrawn ones as withdrawn.
    async fn published_in(&self, year: CycleYear) -> Stored<Vec<PublishedReport>>;
    /// A State's public reports, the latest first.
    async fn published_by(&self, state: &StateCode) -> Stored<Vec<PublishedReport>>;
    /// One public report.
    async fn published(&self, year: CycleYear, state: &StateCode) -> Stored<Option<PublishedReport>>;
    /// Those of these reports that are public, in no order; withdrawn ones as withdrawn.
    async fn published_at(&self, addresses: &BTreeSet<ReportAddress>) -> Stored<Vec<PublishedReport>>;
    /// Which States have a public report that stands, by cycle. No report is opened for it.
    async fn reported(&self) -> Stored<BTreeMap<CycleYear, BTreeSet<StateCode>>>;
    /// The public reports that stand and speak of a commitment, in no order: there is something to read in answer to a
    /// question that serves it in their own version, and their State was asked about it. No report is opened for it.
    async fn speaking_of(&self, id: CommitmentId, serving: &Serving) -> Stored<Vec<ReportAddress>>;
    /// What can be read in these reports in answer to any of these questions, in the order of
    /// [`answers_to`](Self::answers_to).
    async fn answers_at(
        &self,
        addresses: &BTreeSet<ReportAddress>,
        questions: &BTreeSet<QuestionId>,
    ) -> Stored<Vec<PublishedAnswer>>;
    /// What can be read in answer to any of these questions, in any cycle: the latest cycle first, then by State.
    async fn answers_to(&self, questions: &[QuestionId]) -> Stored<Vec<PublishedAnswer>>;
    /// The filing behind a public report, where this scope reaches it.
    async fn filed(&self, year: CycleYear, state: &StateCode, scope: &Scope) -> Stored<Option<Filing<Report>>>;
}
