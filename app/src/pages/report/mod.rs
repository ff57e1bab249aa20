//! Progress reports, where they are begun, written, checked and read.
//!
//! A report shares the addresses of a filing's own page, of the check before it is sent, of the choice between two
//! versions and of an acknowledgement with notifications; those pages load either and lay it out by its kind. Begun and
//! written it is under addresses of its own.
//!
//! Lightness is the feature: where nothing is new, a cycle's page asks for one confirmation, and the check for one more
//! button.

mod check;
mod choose;
mod closed;
mod comments;
mod cycle;
mod given;
mod inside;
mod offline;
mod offline_changes;
mod own;
mod print;
mod reports;
mod review;
mod section;
mod shared;
mod whole;

pub use check::CheckReport;
pub use choose::{ChooseAnswersPage, Choosing};
pub use closed::WrittenReport;
pub use cycle::CyclePage;
pub use offline::OfflinePage;
pub use offline_changes::OfflineChangesPage;
pub use own::OwnReport;
pub use print::{PrintPage, sheet};
pub use reports::ReportsPage;
pub use review::ReportUnderReview;
pub use section::SectionPage;
pub use shared::{SharedReportPage, SharedReportsPage};
pub use whole::WholePage;

use crate::words;
use domain::{
    calendar::{Day, Due},
    filing::Filing,
    ids::Timestamp,
    report::Report,
};
use leptos::prelude::*;

/// A day of the calendar, in words.
fn day(day: Day) -> String {
    words::day(Timestamp::from(day.date().midnight().assume_utc()))
}

/// When something is due where the State is; that a day off moved it, where one did.
fn due(due: &Due, zone: &str) -> String {
    let (set, falls) = (day(due.set), day(due.falls));
    let id = if due.is_moved() {
        "report-due-moved"
    } else {
        "report-due"
    };
    words::say_with(id, &[("set", &set), ("falls", &falls), ("zone", zone)])
}

/// What a report is called: it has no title of its own.
fn title(filing: &Filing<Report>) -> String {
    words::say_with("report-title", &[("year", &filing.terms.cycle.to_string())])
}

/// Whose text the questionnaire is: said wherever its questions stand.
#[component]
fn Notice<'a>(
    /// The report.
    filing: &'a Filing<Report>,
) -> impl IntoView + use<> {
    let questionnaire = &filing.terms.questionnaire;
    let said = words::say_with(
        &format!("report-notice-{}", questionnaire.notice.code()),
        &[("version", &questionnaire.version.to_string())],
    );
    view! { <p class="meta">{said}</p> }
}
