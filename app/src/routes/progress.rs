//! Where everyone reads of progress reports.

use super::{DATA, PARTICIPANTS, reporting::by};
use domain::{
    commitment::{CommitmentId, Instrument},
    crosswalk::View,
    cycle::CycleYear,
    questionnaire::QuestionnaireVersion,
    state::StateCode,
};

/// Cycles of progress reports.
pub const CYCLES: &str = "/cycles";
/// Commitments, norms and measures.
pub const COMMITMENTS: &str = "/commitments";
/// Versions of the questionnaire.
pub const QUESTIONNAIRES: &str = "/questionnaires";

/// A cycle.
pub fn cycle(year: CycleYear) -> String {
    format!("{CYCLES}/{year}")
}

/// A cycle with the table of this instrument's commitments.
pub fn cycle_table(year: CycleYear, of: Instrument) -> String {
    format!("{CYCLES}/{year}?of={}", of.code())
}

/// A State's public report.
pub fn public_report(year: CycleYear, state: StateCode) -> String {
    format!("{CYCLES}/{year}/{state}")
}

/// The same, in the order of another instrument.
pub fn public_report_by(year: CycleYear, state: StateCode, view: View) -> String {
    format!("{CYCLES}/{year}/{state}?by={}", view.code())
}

/// The same as PDF, in its own order or in that of a view.
pub fn public_report_pdf(year: CycleYear, state: StateCode, order: Option<View>) -> String {
    format!("{DATA}/reports/{year}-{state}.pdf{}", by(order))
}

/// What a State says on one commitment.
pub fn said_on(year: CycleYear, state: StateCode, id: CommitmentId) -> String {
    format!("{}#{id}", public_report_by(year, state, View::By(id.instrument())))
}

/// A State's public reports over the years.
pub fn history(state: StateCode) -> String {
    format!("{PARTICIPANTS}/{state}/reports")
}

/// The same, with what changed in one of them.
pub fn history_of(state: StateCode, year: CycleYear) -> String {
    format!("{}?year={year}", history(state))
}

/// A commitment, norm or measure.
pub fn commitment(id: CommitmentId) -> String {
    format!("{COMMITMENTS}/{id}")
}

/// A version of the questionnaire.
pub fn questionnaire(version: QuestionnaireVersion) -> String {
    format!("{QUESTIONNAIRES}/{version}")
}
