//! One State's public report as JSON: the form that loses nothing.

use super::{Around, answer::ReportAnswer, named};
use crate::interchange::export::{moment, record::StateNamed};
use app::portal::{
    ports::{PublishedReport, ReportStanding},
    progress,
};
use domain::{
    commitment::Because,
    cycle::CycleYear,
    ids::Timestamp,
    report::{DisclosedContent, ReportDisclosure},
    state::{State, StateCode},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A State's progress report. It has `content` while it stands and `withdrawn` after that, never both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportRecord {
    /// That it is self-reported, voluntary, and no assessment of compliance.
    pub notice: String,
    /// Its page.
    pub address: String,
    /// The year of its cycle.
    #[schema(examples(2026))]
    pub cycle: u16,
    /// The State whose report it is.
    pub state: StateNamed,
    /// When it was published.
    #[schema(format = DateTime)]
    pub published: String,
    /// When the State withdrew it. Its content is then nowhere any more.
    #[schema(nullable = false, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// What the State says.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<ReportContent>,
}

/// What a State says to everyone in a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportContent {
    /// SHA-256 of the bytes that the State's national authority approved, as the report's page shows it.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub approved_sha256: String,
    /// `nothing-new`, `short` or `full`: how much the State chose to report.
    pub tier: String,
    /// The version of the questionnaire.
    #[schema(examples("2026.1"))]
    pub questionnaire: String,
    /// SHA-256 of that version's JSON, as it was opened.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub questionnaire_sha256: String,
    /// The commitments the State was asked about, and why: `addressed` to it, or `opted-into` by it.
    #[schema(value_type = HashMap<String, String>)]
    pub asked_about: BTreeMap<String, String>,
    /// Where there is nothing new: the cycle whose words still stand.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nothing_new_since: Option<u16>,
    /// What it says to every question of the version, by the question's id. Not there where there is nothing new.
    #[schema(value_type = Option<HashMap<String, ReportAnswer>>, nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<BTreeMap<String, ReportAnswer>>,
}

/// Under which address a report stands, and when it came there.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Its cycle.
    pub cycle: CycleYear,
    /// The State's code.
    pub code: StateCode,
    /// The State, where it is in the list.
    pub state: Option<&'a State>,
    /// When it was published.
    pub published: Timestamp,
}

impl ReportRecord {
    /// A report that stands.
    pub fn standing(around: Around<'_>, place: Place<'_>, report: &ReportDisclosure) -> Self {
        Self {
            content: Some(ReportContent::of(report)),
            ..Self::empty(around, place)
        }
    }

    /// What is left of one that was withdrawn.
    pub fn withdrawn(around: Around<'_>, place: Place<'_>, at: Timestamp) -> Self {
        Self {
            withdrawn: Some(moment::second(at)),
            ..Self::empty(around, place)
        }
    }

    /// Either, as the store has it.
    pub fn of(around: Around<'_>, published: &PublishedReport, state: Option<&State>) -> Self {
        let place = Place {
            cycle: published.cycle,
            code: published.state,
            state,
            published: published.published,
        };
        match &published.standing {
            ReportStanding::Public(report) => Self::standing(around, place, report),
            ReportStanding::Withdrawn { at } => Self::withdrawn(around, place, *at),
        }
    }

    fn empty(around: Around<'_>, place: Place<'_>) -> Self {
        Self {
            notice: around.notice.to_owned(),
            address: around.page_of_report(place.cycle, place.code),
            cycle: place.cycle.into(),
            state: named(place.code, place.state),
            published: moment::second(place.published),
            withdrawn: None,
            content: None,
        }
    }
}

impl ReportContent {
    /// What a disclosure for the public says.
    pub fn of(report: &ReportDisclosure) -> Self {
        let asked = report.about.iter();
        let answers = match &report.content {
            DisclosedContent::NothingNew { .. } => None,
            DisclosedContent::Form { answers, .. } => {
                let answers = answers.iter();
                Some(
                    answers
                        .map(|(id, answer)| (id.to_string(), ReportAnswer::of(answer)))
                        .collect(),
                )
            }
        };
        Self {
            approved_sha256: report.hash().to_string(),
            tier: report.tier().code().to_owned(),
            questionnaire: report.questionnaire.to_string(),
            questionnaire_sha256: report.questions.to_string(),
            asked_about: asked
                .map(|(id, why)| (id.to_string(), because(*why).to_owned()))
                .collect(),
            nothing_new_since: progress::since(report).map(u16::from),
            answers,
        }
    }
}

const fn because(why: Because) -> &'static str {
    match why {
        Because::Addressed => "addressed",
        Because::OptedInto => "opted-into",
    }
}
