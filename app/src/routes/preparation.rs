//! Where questionnaires and cycles are prepared, and where a State says what it is asked about and when it works.

use domain::{commitment::CommitmentId, cycle::CycleYear, questionnaire::QuestionnaireVersion, state::StateCode};

/// What the secretariat prepares: questionnaires and cycles.
pub const PREPARATION: &str = "/preparation";
/// Plan a cycle.
pub const PLAN: &str = "/preparation/cycles/plan";
/// Commitments and circles, as the secretariat keeps them.
pub const CATALOGUE: &str = "/preparation/commitments";
/// Add a commitment.
pub const ADD_COMMITMENT: &str = "/preparation/commitments/add";
/// Which State belongs to which circle.
pub const CIRCLES: &str = "/preparation/memberships";
/// What a State is asked about.
pub const MEMBERSHIPS: &str = "/memberships";
/// A State's zone and days off.
pub const CALENDAR: &str = "/calendar";
/// The same, after it was changed.
pub const CALENDAR_PUT: &str = "/calendar?done=calendar";
/// What a State is asked about, after it opted in.
pub const OPTED_IN: &str = "/memberships?done=opted-in";

/// A version of the questionnaire, as the secretariat prepares it.
pub fn edition(version: QuestionnaireVersion) -> String {
    format!("{PREPARATION}/questionnaires/{version}")
}

/// The same, saying what was done.
pub fn edition_after(version: QuestionnaireVersion, done: &str) -> String {
    format!("{}?done={done}", edition(version))
}

/// A version as a State will read it.
pub fn preview(version: QuestionnaireVersion) -> String {
    format!("{}/preview", edition(version))
}

/// A version as a file with this ending.
pub fn edition_file(version: QuestionnaireVersion, ending: &str) -> String {
    format!("{}/as/{ending}", edition(version))
}

/// A cycle, as the secretariat plans and runs it.
pub fn prepared_cycle(year: CycleYear) -> String {
    format!("{PREPARATION}/cycles/{year}")
}

/// The same, saying what was done.
pub fn prepared_cycle_after(year: CycleYear, done: &str) -> String {
    format!("{}?done={done}", prepared_cycle(year))
}

/// Change the plan of a cycle.
pub fn plan(year: CycleYear) -> String {
    format!("{}/plan", prepared_cycle(year))
}

/// Confirm that a cycle is to be opened.
pub fn open_cycle(year: CycleYear) -> String {
    format!("{}/open", prepared_cycle(year))
}

/// A commitment, as the secretariat keeps it.
pub fn kept_commitment(id: CommitmentId) -> String {
    format!("{CATALOGUE}/{id}")
}

/// The circles one State belongs to.
pub fn circles_of(state: StateCode) -> String {
    format!("{CIRCLES}/{state}")
}
