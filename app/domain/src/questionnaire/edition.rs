//! The life of a version: drafted, proposed by a reviewer, opened by a publisher, frozen.
//!
//! ```text
//! draft ─propose→ proposed ─open→ open
//!   ↑────return──────┘
//! ```
//!
//! Two persons stand behind every version: whoever wrote in it or proposed it does not open it. Administrators have no
//! part in content, nor have States. Opening freezes it, and that is a type: a [`Frozen`] questionnaire can be read in
//! every way and written in none, so whatever quotes it (a cycle, a report) quotes what was opened.

use crate::{
    commitment::Commitments,
    ids::{PersonId, Timestamp},
    note::{Hash, Note},
    people::{Actor, SecretariatRole},
    questionnaire::{Fault, Questionnaire},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, ops::Deref};

/// Where a version stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionStage {
    /// Reviewers write in it.
    Draft {
        /// Why a publisher returned it, if one did.
        returned: Option<Note>,
    },
    /// A reviewer says that it is ready.
    Proposed {
        /// Who.
        by: PersonId,
        /// When.
        at: Timestamp,
    },
    /// It is in use, or was.
    Open {
        /// Who proposed it.
        proposed_by: PersonId,
        /// Who opened it: another person.
        opened_by: PersonId,
        /// When.
        at: Timestamp,
    },
}

impl EditionStage {
    /// The end of the message id that names it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Draft { returned: None } => "draft",
            Self::Draft { returned: Some(_) } => "returned",
            Self::Proposed { .. } => "proposed",
            Self::Open { .. } => "open",
        }
    }

    /// Why a publisher returned it.
    pub const fn returned(&self) -> Option<&Note> {
        match self {
            Self::Draft { returned } => returned.as_ref(),
            Self::Proposed { .. } | Self::Open { .. } => None,
        }
    }

    /// Who proposed it.
    pub const fn proposed_by(&self) -> Option<PersonId> {
        match self {
            Self::Draft { .. } => None,
            Self::Proposed { by, .. } | Self::Open { proposed_by: by, .. } => Some(*by),
        }
    }

    /// Who opened it, and when.
    pub const fn opened(&self) -> Option<(PersonId, Timestamp)> {
        match self {
            Self::Open { opened_by, at, .. } => Some((*opened_by, *at)),
            Self::Draft { .. } | Self::Proposed { .. } => None,
        }
    }
}

/// A version of the questionnaire and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    questionnaire: Questionnaire,
    stage: EditionStage,
    authors: BTreeSet<PersonId>,
}

/// Why something was not done to a version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Declined {
    /// It is for others to do.
    #[error("not yours to do")]
    NotYours,
    /// Not at this stage.
    #[error("not now")]
    NotNow,
    /// They wrote in it or proposed it, so that another must open it.
    #[error("your own")]
    YourOwn,
    /// It is another version: what was opened under a number stays under it.
    #[error("another version")]
    OtherVersion,
    /// It has faults.
    #[error("{} faults", .0.len())]
    Faulty(BTreeSet<Fault>),
}

impl Declined {
    /// The end of the message id that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotYours => "not-yours",
            Self::NotNow => "not-now",
            Self::YourOwn => "your-own",
            Self::OtherVersion => "other-version",
            Self::Faulty(_) => "faulty",
        }
    }
}

/// A questionnaire that was opened. Nothing changes it any more.
///
/// ```compile_fail
/// fn improve(mut frozen: domain::questionnaire::Frozen) {
///     frozen.title.push('!'); // it can only be read
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen(Questionnaire);

impl Deref for Frozen {
    type Target = Questionnaire;

    fn deref(&self) -> &Questionnaire {
        &self.0
    }
}

impl Frozen {
    /// SHA-256 of its JSON: by it a report says which questions it answered.
    pub fn hash(&self) -> Hash {
        Hash::of(self.0.to_json().as_bytes())
    }
}

impl Edition {
    /// Begin a version.
    ///
    /// # Errors
    /// Where the person is no reviewer.
    pub fn begin(questionnaire: Questionnaire, actor: &Actor) -> Result<Self, Declined> {
        when(actor, SecretariatRole::Reviewer)?;
        Ok(Self {
            questionnaire,
            stage: EditionStage::Draft { returned: None },
            authors: BTreeSet::from([actor.id]),
        })
    }

    /// A version as the store kept it.
    pub const fn stored(questionnaire: Questionnaire, stage: EditionStage, authors: BTreeSet<PersonId>) -> Self {
        Self {
            questionnaire,
            stage,
            authors,
        }
    }

    /// Its content, to be read.
    pub const fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// Where it stands.
    pub const fn stage(&self) -> &EditionStage {
        &self.stage
    }

    /// Who wrote in it.
    pub const fn authors(&self) -> &BTreeSet<PersonId> {
        &self.authors
    }

    /// The questionnaire, if it was opened.
    pub fn frozen(&self) -> Option<Frozen> {
        matches!(self.stage, EditionStage::Open { .. }).then(|| Frozen(self.questionnaire.clone()))
    }

    /// Write in it. Saving refuses no fault: what stands in the way is said, and counts when it is proposed.
    ///
    /// # Errors
    /// Where the person is no reviewer, or it is not a draft any more, or the content is that of another version.
    pub fn revise(&self, questionnaire: Questionnaire, actor: &Actor) -> Result<Self, Declined> {
        when(actor, SecretariatRole::Reviewer)?;
        if !matches!(self.stage, EditionStage::Draft { .. }) {
            return Err(Declined::NotNow);
        }
        if questionnaire.version != self.questionnaire.version {
            return Err(Declined::OtherVersion);
        }
        let mut revised = self.clone();
        revised.questionnaire = questionnaire;
        revised.authors.insert(actor.id);
        Ok(revised)
    }

    /// Say that it is ready.
    ///
    /// # Errors
    /// Where the person is no reviewer, or it is no draft, or it has faults.
    pub fn propose(
        &self,
        known: &Commitments,
        before: Option<&Frozen>,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Self, Declined> {
        when(actor, SecretariatRole::Reviewer)?;
        if !matches!(self.stage, EditionStage::Draft { .. }) {
            return Err(Declined::NotNow);
        }
        self.sound(known, before)?;
        Ok(self.at(EditionStage::Proposed { by: actor.id, at: now }))
    }

    /// Give it back to the reviewers.
    ///
    /// # Errors
    /// Where the person is no publisher, or it is not proposed.
    pub fn give_back(&self, why: Note, actor: &Actor) -> Result<Self, Declined> {
        when(actor, SecretariatRole::Publisher)?;
        match self.stage {
            EditionStage::Proposed { .. } => Ok(self.at(EditionStage::Draft { returned: Some(why) })),
            EditionStage::Draft { .. } | EditionStage::Open { .. } => Err(Declined::NotNow),
        }
    }

    /// Open it, which freezes it. The catalogue may have changed since it was proposed, so it is looked over again.
    ///
    /// # Errors
    /// Where the person is no publisher, or had a hand in it, or it is not proposed, or it has faults.
    pub fn open(
        &self,
        known: &Commitments,
        before: Option<&Frozen>,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Self, Declined> {
        when(actor, SecretariatRole::Publisher)?;
        let EditionStage::Proposed { by: proposed_by, .. } = self.stage else {
            return Err(Declined::NotNow);
        };
        if proposed_by == actor.id || self.authors.contains(&actor.id) {
            return Err(Declined::YourOwn);
        }
        self.sound(known, before)?;
        Ok(self.at(EditionStage::Open {
            proposed_by,
            opened_by: actor.id,
            at: now,
        }))
    }

    fn at(&self, stage: EditionStage) -> Self {
        Self { stage, ..self.clone() }
    }

    fn sound(&self, known: &Commitments, before: Option<&Frozen>) -> Result<(), Declined> {
        let faults = self.questionnaire.faults(known, before.map(Deref::deref));
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Declined::Faulty(faults))
        }
    }
}

fn when(actor: &Actor, role: SecretariatRole) -> Result<(), Declined> {
    if actor.side.serves_as(role) {
        Ok(())
    } else {
        Err(Declined::NotYours)
    }
}
