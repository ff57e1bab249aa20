//! What everyone may read of progress reports.
//!
//! | page | what |
//! |---|---|
//! | [`cycles`], [`cycle`] | who reported publicly and when, with denominators, and on what there is something to read |
//! | [`report`], [`history`] | one State's own words, in any order a reader needs; how they changed over the years |
//! | [`commitments`], [`commitment`] | what States have said they will do; what they report on one item of it |
//! | [`questionnaires`] | what is asked, in every version |
//!
//! Every page says that this is self-reported, voluntary and no assessment ([`NoAssessment`]). None has a colour, an
//! order, a filter or a sum by progress, none lists who did not report, and none knows of lateness.

mod commitment;
mod commitments;
mod cycle;
mod cycles;
mod history;
mod matrix;
mod notices;
mod printed;
mod questionnaires;
mod report;
mod views;

pub use commitment::CommitmentPage;
pub use commitments::CommitmentsPage;
pub use cycle::CyclePage;
pub use cycles::CyclesPage;
pub use history::{HistoryPage, ReportsOfState};
pub use notices::{NoAssessment, OurCrosswalk, WhoseText, day, instrument};
pub use printed::public_sheet;
pub use questionnaires::{OfSection, QuestionnairePage, QuestionnairesPage};
pub use report::ReportPage;
