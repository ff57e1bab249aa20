//! What everyone may read. These pages are the same for every visitor and carry no script.

mod about;
mod as_data;
mod data;
mod filter;
mod home;
mod lines;
mod over_time;
mod participant;
mod participants;
pub mod progress;
mod publication;
mod publications;

pub use about::AboutPage;
pub use data::DataPage;
pub use home::HomePage;
pub use lines::state_name;
pub use participant::ParticipantPage;
pub use participants::ParticipantsPage;
pub use progress::{
    CommitmentPage, CommitmentsPage, CyclePage, CyclesPage, HistoryPage, NoAssessment, QuestionnairePage,
    QuestionnairesPage, ReportPage, public_sheet,
};
pub use publication::PublicationPage;
pub use publications::PublicationsPage;
