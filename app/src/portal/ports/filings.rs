//! Filings and what belongs to them, as they are stored and listed.

use super::{
    store::{Paged, Stored},
    world::Store,
};
use async_trait::async_trait;
use domain::{
    cycle::CycleYear,
    filing::{Decided, Edited, Filing, Note, Submission},
    form::{Field, Section},
    ids::{FilingId, FilingReference, FormKey, NoteId, PersonId, PublicationReference, Timestamp, Version},
    incident::Incident,
    lifecycle::{Action, StageName},
    marking::Audience,
    matter::Matter,
    people::{Actor, Scope},
    publication::Disclosure,
    questionnaire::{QuestionId, SectionId},
    report::Report,
    state::StateCode,
    timeline::Entry,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, collections::BTreeSet};

/// What came of posting a form. The same form posted again gets the same receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Receipt {
    /// A draft was opened.
    Opened(FilingReference),
    /// A page was saved.
    Saved {
        /// Of which filing.
        reference: FilingReference,
        /// Which page.
        page: Section,
        /// Fields not stored, since they carry a classification marking.
        classified: BTreeSet<Field>,
        /// Fields not stored, since they are too large.
        oversized: BTreeSet<Field>,
        /// Whether somebody else changed the same fields, so that the person has to choose.
        to_choose: bool,
    },
    /// A section of a progress report was saved.
    Answered {
        /// Of which filing.
        reference: FilingReference,
        /// Which section; none where the choices that concern the whole were saved.
        section: Option<SectionId>,
        /// Answers not stored, since they carry a classification marking.
        classified: BTreeSet<QuestionId>,
        /// Answers not stored, since they are too large.
        oversized: BTreeSet<QuestionId>,
        /// Whether somebody else changed the same answers, so that the person has to choose.
        to_choose: bool,
    },
    /// A command was carried out.
    Done {
        /// On which filing.
        reference: FilingReference,
        /// Which.
        action: Action,
    },
    /// A note was written.
    Noted(FilingReference),
}

/// Who posts which form, drawn from which version, when.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// The version the form was drawn from.
    pub seen: Version,
    /// Who posted.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// A page that was saved over a draft that had changed on the same fields: kept beside it until somebody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside<M: Matter = Incident> {
    /// Who typed it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// On which page.
    pub page: M::Page,
    /// What differs, as typed.
    pub answers: BTreeMap<M::Place, M::Typed>,
}

/// A filing in a list: enough to find it, nothing of its content but the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingLine {
    /// Its name.
    pub reference: FilingReference,
    /// The cycle it is filed in, where it is a progress report; it has no title.
    pub cycle: Option<CycleYear>,
    /// The title as its reader may know it: of the draft for its State, of the submission for the secretariat.
    pub title: String,
    /// The language of the title.
    pub language: String,
    /// Where it stands; see [`Filing::stage_for`].
    pub stage: StageName,
    /// Since when.
    pub since: Timestamp,
    /// When it first reached the secretariat.
    pub first_approved: Option<Timestamp>,
    /// Whom the State wants to read it, once submitted.
    pub audience: Option<Audience>,
    /// In whose hands it is, by name; only the secretariat reads it.
    pub reviewer: Option<String>,
}

/// Which filings to list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingFilter {
    /// Within what the person may ask about.
    pub scope: Scope,
    /// At these stages; all where empty.
    pub stages: Vec<StageName>,
    /// Only those that wait for somebody: one that was accepted and is not for the public has ended.
    pub waiting: bool,
    /// Oldest first submission first (a queue), or latest change first (a desk).
    pub oldest_first: bool,
    /// Which page, from 1.
    pub page: u32,
}

/// A timeline entry with the name of who did it, for their own side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedEntry {
    /// What happened.
    pub entry: Entry,
    /// Who, by name.
    pub name: String,
}

/// An internal note: the secretariat's, never a State's to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InternalNote {
    /// Its id.
    pub id: NoteId,
    /// Who wrote it, by name.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: String,
}

/// Filings about one matter.
#[async_trait]
pub trait FilingsOf<M: Matter>: Send + Sync {
    /// Open a draft: issue its id and reference, store its first content, remember the receipt.
    async fn open(
        &self,
        state: &StateCode,
        terms: M::Terms,
        draft: M::Draft,
        actor: &Actor,
        posting: Posting,
    ) -> Stored<Filing<M>>;
    /// The filing, where this scope reaches it.
    async fn filing(&self, reference: &FilingReference, scope: &Scope) -> Stored<Option<Filing<M>>>;
    /// The draft as it stood at this version: what a form drawn then showed.
    async fn draft_at(&self, id: FilingId, version: Version) -> Stored<Option<M::Draft>>;
    /// Store an edited filing and what stands beside it. The version to write over is the one `edited` was made from.
    async fn save(
        &self,
        edited: &Edited<M>,
        beside: Option<&Beside<M>>,
        receipt: &Receipt,
        posting: Posting,
    ) -> Stored<()>;
    /// Store what was decided: filing, timeline, snapshot, publication, letters, audit and receipt, or nothing.
    /// Writes over `posting.seen` only.
    async fn commit(&self, decided: &Decided<M>, receipt: &Receipt, posting: Posting) -> Stored<()>;
    /// Pages kept beside the draft, oldest first.
    async fn beside(&self, id: FilingId) -> Stored<Vec<Beside<M>>>;
    /// Somebody chose: forget what was kept beside the draft, and store the edited filing.
    async fn settle(&self, edited: &Edited<M>, receipt: &Receipt, posting: Posting) -> Stored<()>;
    /// Every snapshot, oldest first.
    async fn submissions(&self, id: FilingId) -> Stored<Vec<Submission<M>>>;
}

/// Filings, and what belongs to them whatever they are about.
#[async_trait]
pub trait Filings: FilingsOf<Incident> + FilingsOf<Report> {
    /// What came of this form when this person posted it before.
    async fn receipt(&self, key: FormKey, by: PersonId) -> Stored<Option<Receipt>>;
    /// Filings in a list.
    async fn list(&self, filter: &FilingFilter) -> Stored<Paged<FilingLine>>;
    /// Everything that happened to it, oldest first.
    async fn timeline(&self, id: FilingId) -> Stored<Vec<NamedEntry>>;
    /// The secretariat's notes, oldest first.
    async fn notes(&self, id: FilingId) -> Stored<Vec<InternalNote>>;
    /// Write one more.
    async fn add_note(&self, id: FilingId, note: &Note, receipt: &Receipt, posting: Posting) -> Stored<()>;
    /// Accepted incident notifications for participating States, latest first.
    async fn shared(&self, page: u32) -> Stored<Paged<SharedLine>>;
    /// The disclosure of one of them.
    async fn shared_one(&self, reference: &FilingReference) -> Stored<Option<Disclosure>>;
    /// The public reference of a published incident notification.
    async fn publication_of(&self, id: FilingId) -> Stored<Option<PublicationReference>>;
}

/// A matter, and where in the store its filings are.
pub trait Kept: Matter {
    /// The store, as far as it is about this matter.
    fn kept_in(store: &dyn Store) -> &dyn FilingsOf<Self>;
}

impl Kept for Incident {
    fn kept_in(store: &dyn Store) -> &dyn FilingsOf<Self> {
        store
    }
}

impl Kept for Report {
    fn kept_in(store: &dyn Store) -> &dyn FilingsOf<Self> {
        store
    }
}

/// A filing for participating States, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedLine {
    /// Its name.
    pub reference: FilingReference,
    /// When it was accepted.
    pub since: Timestamp,
    /// What may be read.
    pub disclosure: Disclosure,
}
