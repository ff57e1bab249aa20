//! Commitments, norms and measures as JSON, and what States report on one of them.

use super::{Around, answer::ReportAnswer, named};
use crate::interchange::export::record::StateNamed;
use app::portal::progress::commitments::{Addressed, CommitmentSeen, OnIt, Serving, addressed};
use domain::commitment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Every commitment, norm and measure, instrument by instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitments {
    /// That it is self-reported, voluntary, and no assessment of compliance.
    pub notice: String,
    /// The items.
    pub commitments: Vec<CommitmentRecord>,
}

/// A commitment, norm or measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentRecord {
    /// Its id, which never changes.
    #[schema(examples("CDP-IV"))]
    pub id: String,
    /// `pledge`, `norms`, `osce`, `un` or `oas`.
    pub instrument: String,
    /// Our title for it, in English. The words of the instrument stay with the instrument.
    pub title: String,
    /// The symbol of the document it stands in.
    pub symbol: String,
    /// How well we know it: `verified`, `recalled` or `to-be-confirmed`.
    pub status: String,
    /// The circle of States it is addressed to.
    pub addressees: String,
    /// What that circle is called.
    pub addressees_name: String,
    /// Its page.
    pub address: String,
    /// It and what States report on it.
    pub json: String,
}

/// What States report on a commitment, norm or measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnCommitment {
    /// That it is self-reported, voluntary, and no assessment of compliance.
    pub notice: String,
    /// That the crosswalk is the portal's own.
    pub crosswalk: String,
    /// The commitment.
    pub commitment: CommitmentRecord,
    /// The questions that serve it, by version of the questionnaire; empty where the crosswalk is.
    pub questions: Vec<ServingQuestions>,
    /// What States say, the latest cycle first. Only States that were asked about it are here.
    pub said: Vec<SaidOn>,
}

/// The questions of a version that serve a commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServingQuestions {
    /// The version.
    pub questionnaire: String,
    /// The language it is in: a BCP 47 tag.
    pub language: String,
    /// The questions, by id.
    #[schema(value_type = HashMap<String, String>)]
    pub questions: BTreeMap<String, String>,
}

/// What a State says on a commitment in a cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaidOn {
    /// The year of the cycle.
    pub cycle: u16,
    /// The State.
    pub state: StateNamed,
    /// The version whose questions it answers.
    pub questionnaire: String,
    /// What it says to each of them that there is something to read on, by id.
    #[schema(value_type = HashMap<String, ReportAnswer>)]
    pub answers: BTreeMap<String, ReportAnswer>,
    /// The whole report.
    pub report: String,
}

impl Commitments {
    /// All of these.
    pub fn of(around: Around<'_>, all: &commitment::Commitments) -> Self {
        let items = all.iter().filter_map(|item| addressed(all, item.id));
        Self {
            notice: around.notice.to_owned(),
            commitments: items.map(|item| CommitmentRecord::of(around, &item)).collect(),
        }
    }
}

impl CommitmentRecord {
    fn of(around: Around<'_>, of: &Addressed) -> Self {
        let Addressed { commitment, circle } = of;
        Self {
            id: commitment.id.to_string(),
            instrument: commitment.id.instrument().code().to_owned(),
            title: commitment.title.clone(),
            symbol: commitment.symbol.clone(),
            status: commitment.status.code().to_owned(),
            addressees: circle.id.to_string(),
            addressees_name: circle.name.clone(),
            address: around.page_of_commitment(commitment.id),
            json: around.file_of_commitment(commitment.id),
        }
    }
}

impl OnCommitment {
    /// This commitment, and all that States say on it.
    pub fn of(around: Around<'_>, seen: &CommitmentSeen, crosswalk: &str) -> Self {
        Self {
            notice: around.notice.to_owned(),
            crosswalk: crosswalk.to_owned(),
            commitment: CommitmentRecord::of(around, &seen.of),
            questions: seen.serving.iter().map(ServingQuestions::of).collect(),
            said: seen.said.iter().map(|on| SaidOn::of(around, on, seen)).collect(),
        }
    }
}

impl ServingQuestions {
    fn of(serving: &Serving) -> Self {
        let questions = serving.questions.iter();
        Self {
            questionnaire: serving.version.to_string(),
            language: serving.language.clone(),
            questions: questions.map(|one| (one.id.to_string(), one.text.clone())).collect(),
        }
    }
}

impl SaidOn {
    fn of(around: Around<'_>, on: &OnIt, seen: &CommitmentSeen) -> Self {
        let answers = on.answers.iter();
        Self {
            cycle: on.cycle.into(),
            state: named(on.state, seen.states.get(&on.state)),
            questionnaire: on.version.to_string(),
            answers: answers
                .map(|(question, answer)| (question.id.to_string(), ReportAnswer::of(answer)))
                .collect(),
            report: around.file_of_report(on.cycle, on.state),
        }
    }
}
