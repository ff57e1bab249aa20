//! The questionnaire: what a progress report asks, as data with a version.
//!
//! Sections hold questions; a question has a kind of answer and says which commitments it *serves*, any number of them.
//! That is the whole crosswalk between instruments: it is made question by question, by people, and nothing is ever
//! inferred from it. It also decides who is asked: a State is asked a question that serves something addressed to it,
//! and one that serves nothing in particular is asked of all.
//!
//! Texts are in the questionnaire, not in the portal: a secretariat drafts the next version in its own words, previews
//! it, and two persons open it ([`edition`]). From then on it is [`Frozen`]: no function changes it, since reports
//! quote it. What a question was in the version before is said by the question itself ([`Lineage`]), so that a State
//! finds last year's answers.
//!
//! A questionnaire travels as JSON (this type, as serde writes it) and as a table with one question a row ([`table`]).
//! Whatever way it came, [`faults`](Questionnaire::faults) says everything that is wrong with it, by row and column of
//! that table.
//!
//! The one that is shipped was written for this portal. It is nobody's official text and says so ([`Notice`]).

pub mod check;
pub mod edition;
mod fault;
mod kind;
pub mod table;
#[cfg(test)]
pub(crate) mod tests;
mod version;

pub use crate::slug::{ChoiceCode, QuestionId, SectionId};
pub use edition::{Declined, Edition, EditionStage, Frozen};
pub use fault::{Column, Fault, Flaw};
pub use kind::{Choice, Depth, Kind, Progress, SurveyPart};
pub use version::{Lineage, NotAVersion, QuestionnaireVersion};

use crate::commitment::{Because, CommitmentId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The commitments a State is asked about, and why: see [`Commitments::asked_of`](crate::commitment::Commitments).
pub type AskedAbout = BTreeMap<CommitmentId, Because>;

/// A version of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// Which version.
    pub version: QuestionnaireVersion,
    /// The version whose questions its own succeed, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<QuestionnaireVersion>,
    /// The language its texts are in: a tag of [`LANGUAGES`](crate::catalogue::LANGUAGES).
    pub language: String,
    /// What it is called.
    pub title: String,
    /// Whose text it is.
    pub notice: Notice,
    /// Its sections, in the order of pages.
    pub sections: Vec<Section>,
}

/// Whose text a questionnaire is: said on every page and in every export of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// Written by those who run the portal. No organisation adopted it.
    NotOfficial,
    /// Adopted under this document symbol.
    Adopted(String),
}

impl Notice {
    /// The end of the message id that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotOfficial => "not-official",
            Self::Adopted(_) => "adopted",
        }
    }
}

/// A section: what one ministry could answer on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its id, also the end of its address.
    pub id: SectionId,
    /// What it is called.
    pub title: String,
    /// What to know before answering.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub guidance: String,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, unique in the version.
    pub id: QuestionId,
    /// The question.
    pub text: String,
    /// What to know before answering.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub guidance: String,
    /// How it is answered.
    pub kind: Kind,
    /// The commitments an answer to it says something about; none where it serves nothing in particular.
    #[serde(default)]
    pub serves: BTreeSet<CommitmentId>,
    /// The form from which on it is asked.
    pub tier: Depth,
    /// The part of the UN national survey it corresponds to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<SurveyPart>,
    /// What it was in the version before.
    #[serde(default, skip_serializing_if = "Lineage::is_new")]
    pub succeeds: Lineage,
}

impl Question {
    /// Whether a State that is asked about these commitments is asked this question in a form of this depth.
    pub fn is_asked(&self, depth: Depth, about: &AskedAbout) -> bool {
        self.tier <= depth && (self.serves.is_empty() || self.serves.iter().any(|id| about.contains_key(id)))
    }
}

impl Questionnaire {
    /// The questionnaire the portal comes with.
    ///
    /// # Errors
    /// Never, as the tests see to it: the file is a part of the program.
    pub fn shipped() -> Result<Self, serde_json::Error> {
        Self::from_json(include_str!("../../questionnaires/2026.json"))
    }

    /// The questionnaire in this JSON. It may still be wrong in many ways: ask for its [faults](Self::faults).
    ///
    /// # Errors
    /// Where it is no JSON or not of this shape; the error knows the line and the column.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// This questionnaire as JSON, for people to read and edit.
    pub fn to_json(&self) -> String {
        // Strings, lists and sets: there is nothing JSON could refuse.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Every question, in the order of pages.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// The section with this id.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The section in which this question stands.
    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        let holds = |section: &&Section| section.questions.iter().any(|question| question.id == *id);
        self.sections.iter().find(holds)
    }

    /// Every question that a State is asked in a form of this depth, in the order of pages.
    pub fn asked<'a>(&'a self, depth: Depth, about: &'a AskedAbout) -> impl Iterator<Item = &'a Question> {
        self.questions().filter(move |question| question.is_asked(depth, about))
    }

    /// What this version's questions were in the version before, where they are the same.
    pub fn predecessors(&self) -> BTreeMap<&QuestionId, &QuestionId> {
        self.questions()
            .filter_map(|question| match &question.succeeds {
                Lineage::Same(before) => Some((&question.id, before)),
                Lineage::New | Lineage::Replaces(_) => None,
            })
            .collect()
    }
}
