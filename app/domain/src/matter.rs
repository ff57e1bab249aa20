//! What a filing can be about: an incident, or a cycle's progress.
//!
//! A [`Filing`](crate::filing::Filing) of either walks the same path, under the same policy, past the same eyes. What
//! differs is its content: how it is typed, what makes it complete, who reads what of it. That is a [`Matter`], and the
//! filing is generic over it, so a progress report with an incident's draft cannot be written down.

use crate::{
    command::Command,
    draft::{Draft, Typed},
    form::{Field, Instalment, Section},
    ids::{FilingKind, Timestamp},
    incident::Incident,
    marking::Audience,
    note::Hash,
    policy::Refusal,
    publication::Disclosure,
    questionnaire::{QuestionId, SectionId},
    report::{Report, ReportDisclosure, ReportDraft, ReportTerms, TypedAnswer},
    state::StateCode,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt, fmt::Debug, sync::Arc};

/// The content of a filing, complete.
pub trait Matter: Clone + Debug + Eq + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// It as typed: late, partial or wrong.
    type Draft: Clone + Debug + Default + Eq + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// Under which terms it is filed: what is asked, and when.
    type Terms: Clone + Debug + Eq + Send + Sync + 'static;
    /// That part of it which its audience may read.
    type Disclosure: Clone + Debug + Eq + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// A page of its form.
    type Page: Clone + Debug + Eq + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// What is answered in one place of it.
    type Place: Clone + Debug + Ord + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// What is typed there.
    type Typed: Clone + Debug + Eq + Serialize + DeserializeOwned + Send + Sync + 'static;

    /// How a filing of it is named.
    const KIND: FilingKind;

    /// The content that was typed, if nothing stands in its way.
    fn complete(draft: &Self::Draft, terms: &Self::Terms, now: Timestamp) -> Option<Self>;

    /// Put these answers into the draft as they are.
    fn put(draft: &mut Self::Draft, answers: BTreeMap<Self::Place, Self::Typed>);

    /// Whether a filing under these terms may be commanded so at this time, apart from where it stands.
    ///
    /// # Errors
    /// Why not.
    fn admits(terms: &Self::Terms, command: &Command, is_first: bool, now: Timestamp) -> Result<(), Refusal>;

    /// Whom the State wants to read it.
    fn audience(&self) -> Audience;

    /// What that audience reads.
    fn release(&self, state: &StateCode) -> Self::Disclosure;

    /// SHA-256 of what its audience reads: by it approver and publisher can tell that they mean the same.
    fn fingerprint(disclosure: &Self::Disclosure) -> Hash;
}

impl Matter for Incident {
    type Draft = Draft;
    type Terms = Instalment;
    type Disclosure = Disclosure;
    type Page = Section;
    type Place = Field;
    type Typed = Typed;

    const KIND: FilingKind = FilingKind::Incident;

    fn complete(draft: &Draft, terms: &Instalment, now: Timestamp) -> Option<Self> {
        draft.complete(*terms, now).ok()
    }

    fn put(draft: &mut Draft, answers: BTreeMap<Field, Typed>) {
        draft.answers.extend(answers);
    }

    fn admits(_: &Instalment, _: &Command, _: bool, _: Timestamp) -> Result<(), Refusal> {
        Ok(())
    }

    fn audience(&self) -> Audience {
        self.audience
    }

    fn release(&self, state: &StateCode) -> Disclosure {
        Disclosure::of(state, self)
    }

    fn fingerprint(disclosure: &Disclosure) -> Hash {
        disclosure.hash()
    }
}

impl Matter for Report {
    type Draft = ReportDraft;
    type Terms = Arc<ReportTerms>;
    type Disclosure = ReportDisclosure;
    type Page = SectionId;
    type Place = QuestionId;
    type Typed = TypedAnswer;

    const KIND: FilingKind = FilingKind::Report;

    fn complete(draft: &ReportDraft, terms: &Arc<ReportTerms>, _: Timestamp) -> Option<Self> {
        draft.complete(&terms.borrowed()).ok()
    }

    fn put(draft: &mut ReportDraft, answers: BTreeMap<QuestionId, TypedAnswer>) {
        draft.answers.extend(answers);
    }

    /// A report is taken until the cycle closes. One that was let out before can still be clarified and published.
    fn admits(terms: &Arc<ReportTerms>, command: &Command, is_first: bool, now: Timestamp) -> Result<(), Refusal> {
        let lets_out = matches!(command, Command::Send | Command::Approve { .. });
        if lets_out && is_first && now >= terms.closes {
            Err(Refusal::CycleClosed)
        } else {
            Ok(())
        }
    }

    fn audience(&self) -> Audience {
        self.audience
    }

    fn release(&self, state: &StateCode) -> ReportDisclosure {
        self.released_to(*state, self.audience)
    }

    fn fingerprint(disclosure: &ReportDisclosure) -> Hash {
        disclosure.hash()
    }
}

/// A place in a filing that something is said about: the id of a field of the incident form, or of a question.
///
/// Which of the two follows from the filing; timelines and questions of reviewers only pass it on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Place(String);

impl Place {
    /// The place with this id, as read from the store or a form. Whether there is one is for the reader to see.
    pub const fn named(id: String) -> Self {
        Self(id)
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// The field of the incident form with this id.
    pub fn field(&self) -> Option<Field> {
        Field::from_id(&self.0)
    }

    /// The question with this id, if it is an id of one.
    pub fn question(&self) -> Option<QuestionId> {
        self.0.parse().ok()
    }
}

impl From<Field> for Place {
    fn from(field: Field) -> Self {
        Self(field.id().to_owned())
    }
}

impl From<&QuestionId> for Place {
    fn from(question: &QuestionId) -> Self {
        Self(question.to_string())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
