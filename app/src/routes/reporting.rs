//! Where progress reports are begun, written and read.

use super::{FILINGS, check_answers};
use domain::{
    crosswalk::View,
    cycle::CycleYear,
    ids::FilingReference,
    questionnaire::{QuestionId, SectionId},
    state::StateCode,
};
use std::{collections::BTreeSet, convert::Infallible, fmt, str::FromStr};

/// The cycles a State takes part in.
pub const REPORTS: &str = "/reports";

/// A cycle a State takes part in: begin its report, or go on with it.
pub fn report_in(year: CycleYear) -> String {
    format!("{REPORTS}/{year}")
}

/// What other States report on progress to participating States.
pub const SHARED_REPORTS: &str = "/shared/reports";

/// The same, in this cycle.
pub fn shared_reports(year: CycleYear) -> String {
    format!("{SHARED_REPORTS}/{year}")
}

/// A State's report as participating States read it, in its own order or in that of a view.
pub fn shared_report(year: CycleYear, state: StateCode, order: Option<View>) -> String {
    format!("{}/{state}{}", shared_reports(year), by(order))
}

/// A report's tier, readers and sections.
pub fn report(reference: &FilingReference) -> String {
    format!("{FILINGS}/{reference}/report")
}

/// The same page, judged.
pub fn report_checked(reference: &FilingReference) -> String {
    format!("{}?check=1", report(reference))
}

/// A report to be printed, in its own order or in that of a view.
pub fn report_print(reference: &FilingReference, order: Option<View>) -> String {
    format!("{FILINGS}/{reference}/print{}", by(order))
}

/// The same as PDF.
pub fn report_pdf(reference: &FilingReference, order: Option<View>) -> String {
    format!("{FILINGS}/{reference}/print.pdf{}", by(order))
}

/// The query that asks for this order.
pub(super) fn by(order: Option<View>) -> String {
    order.map(|view| format!("?by={}", view.code())).unwrap_or_default()
}

/// A section of a report.
pub fn report_section(reference: &FilingReference, section: &SectionId) -> String {
    format!("{}/{section}", report(reference))
}

/// The same page, judged.
pub fn report_section_checked(reference: &FilingReference, section: &SectionId) -> String {
    format!("{}?check=1", report_section(reference, section))
}

/// A question on its section's page, judged.
pub fn report_question(reference: &FilingReference, section: &SectionId, question: &QuestionId) -> String {
    format!(
        "{}#{}",
        report_section_checked(reference, section),
        question_anchor(question)
    )
}

/// The page after one of the form's; after the last, the page with everything.
pub fn report_onward(reference: &FilingReference, next: Option<&SectionId>) -> String {
    next.map_or_else(|| check_answers(reference), |next| report_section(reference, next))
}

/// Take the form of a report along, and bring it back.
pub fn offline(reference: &FilingReference) -> String {
    format!("{}/offline", report(reference))
}

/// The form as a file, in the format with this ending.
pub fn offline_file(reference: &FilingReference, ending: &str) -> String {
    format!("{}.{ending}", offline(reference))
}

/// What the form that came back would change.
pub fn offline_changes(reference: &FilingReference) -> String {
    format!("{}/changes", offline(reference))
}

/// The report, saying that what came back was put into the draft.
pub fn report_taken_over(reference: &FilingReference) -> String {
    format!("{}?taken_over=1", report(reference))
}

/// The id of a question's first control. Questions are named by people, and could be named as a part of the page is.
pub fn question_anchor(question: &QuestionId) -> String {
    format!("q-{question}")
}

/// Some questions, named in an address. Anyone can write one, so what can be no question's id is not here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions(pub BTreeSet<QuestionId>);

impl FromStr for Questions {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.split(',').filter_map(|id| id.parse().ok()).collect()))
    }
}

impl fmt::Display for Questions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<&str> = self.0.iter().map(QuestionId::as_str).collect();
        f.write_str(&ids.join(","))
    }
}
