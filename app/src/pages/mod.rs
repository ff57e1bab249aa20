//! One file a page: it loads what it shows ([`load`]), then lays it out.
//!
//! There are two sites in one portal. The *public* site is the same for everyone, knows no session and carries no
//! script. The *private* site is for people with an account. Each is a list of routes in a shell; a page is added by a
//! line here and a line in `server::web::doors`, which says for whom.
//!
//! A page asks its questions of the [`Portal`](crate::portal::Portal), which knows who is asking. It never asks what
//! role that person has: it shows what it was given, and as buttons what was offered.

pub mod admin;
pub mod audit;
pub mod cycles;
pub mod desk;
pub mod filing;
pub mod load;
pub mod places;
pub mod public;
pub mod report;
pub mod review;
pub mod session;
pub mod session_ended;
pub mod shell;

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};
use load::NotFound;
use shell::{PrivateShell, PublicShell, Refused};

/// What everyone may read.
pub fn public_site() -> impl IntoView {
    view! {
        <Router>
            <PublicShell>
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/") view=public::HomePage/>
                    <Route path=path!("/publications") view=public::PublicationsPage/>
                    <Route path=path!("/publications/:reference") view=public::PublicationPage/>
                    <Route path=path!("/participants") view=public::ParticipantsPage/>
                    <Route path=path!("/participants/:code") view=public::ParticipantPage/>
                    <Route path=path!("/participants/:code/reports") view=public::HistoryPage/>
                    <Route path=path!("/cycles") view=public::CyclesPage/>
                    <Route path=path!("/cycles/:year") view=public::CyclePage/>
                    <Route path=path!("/cycles/:year/:state") view=public::ReportPage/>
                    <Route path=path!("/commitments") view=public::CommitmentsPage/>
                    <Route path=path!("/commitments/:id") view=public::CommitmentPage/>
                    <Route path=path!("/questionnaires") view=public::QuestionnairesPage/>
                    <Route path=path!("/questionnaires/:version") view=public::QuestionnairePage/>
                    <Route path=path!("/about") view=public::AboutPage/>
                    <Route path=path!("/data") view=public::DataPage/>
                </FlatRoutes>
            </PublicShell>
        </Router>
    }
}

/// What people with an account work with, and how they get in.
#[expect(clippy::too_many_lines, reason = "a list of pages is read line by line")]
pub fn private_site() -> impl IntoView {
    view! {
        <Router>
            <PrivateShell>
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/refused") view=Refused/>
                    <Route path=path!("/sign-in") view=session::sign_in::SignInPage/>
                    <Route path=path!("/signed-out") view=session::signed_out::SignedOutPage/>
                    <Route path=path!("/invitation/:token") view=session::invitation::InvitationPage/>
                    <Route path=path!("/account") view=session::account::AccountPage/>
                    <Route path=path!("/filings") view=desk::FilingsPage/>
                    <Route path=path!("/filings/new") view=desk::NewPage/>
                    <Route path=path!("/filings/new/which") view=desk::WhichPage/>
                    <Route path=path!("/filings/:reference") view=filing::FilingPage/>
                    <Route path=path!("/filings/:reference/form/:section") view=desk::SectionPage/>
                    <Route path=path!("/filings/:reference/check") view=desk::CheckPage/>
                    <Route path=path!("/filings/:reference/choose") view=desk::ChoosePage/>
                    <Route path=path!("/filings/:reference/report") view=report::WholePage/>
                    <Route path=path!("/filings/:reference/report/offline") view=report::OfflinePage/>
                    <Route path=path!("/filings/:reference/report/offline/changes") view=report::OfflineChangesPage/>
                    <Route path=path!("/filings/:reference/report/:section") view=report::SectionPage/>
                    <Route path=path!("/filings/:reference/print") view=report::PrintPage/>
                    <Route path=path!("/filings/:reference/source") view=desk::SourcePage/>
                    <Route path=path!("/filings/:reference/indicators") view=desk::IndicatorsPage/>
                    <Route path=path!("/filings/:reference/acknowledgement/:number") view=desk::AcknowledgementPage/>
                    <Route path=path!("/shared") view=desk::SharedPage/>
                    <Route path=path!("/shared/reports") view=report::SharedReportsPage/>
                    <Route path=path!("/shared/reports/:year") view=report::SharedReportsPage/>
                    <Route path=path!("/shared/reports/:year/:state") view=report::SharedReportPage/>
                    <Route path=path!("/shared/:reference") view=desk::SharedOnePage/>
                    <Route path=path!("/reports") view=report::ReportsPage/>
                    <Route path=path!("/reports/:year") view=report::CyclePage/>
                    <Route path=path!("/review") view=review::QueuePage/>
                    <Route path=path!("/calendar") view=cycles::CalendarPage/>
                    <Route path=path!("/memberships") view=cycles::MembershipsPage/>
                    <Route path=path!("/preparation") view=cycles::PreparationPage/>
                    <Route path=path!("/preparation/questionnaires/:version") view=cycles::EditionPage/>
                    <Route path=path!("/preparation/questionnaires/:version/preview") view=cycles::PreviewPage/>
                    <Route path=path!("/preparation/cycles/plan") view=cycles::PlanPage/>
                    <Route path=path!("/preparation/cycles/:year") view=cycles::PreparedCyclePage/>
                    <Route path=path!("/preparation/cycles/:year/plan") view=cycles::PlanPage/>
                    <Route path=path!("/preparation/cycles/:year/open") view=cycles::OpeningPage/>
                    <Route path=path!("/preparation/commitments") view=cycles::CataloguePage/>
                    <Route path=path!("/preparation/commitments/add") view=cycles::CommitmentFormPage/>
                    <Route path=path!("/preparation/commitments/:id") view=cycles::CommitmentFormPage/>
                    <Route path=path!("/preparation/memberships") view=cycles::CirclesPage/>
                    <Route path=path!("/preparation/memberships/:state") view=cycles::StateCirclesPage/>
                    <Route path=path!("/people") view=admin::people::PeoplePage/>
                    <Route path=path!("/people/invite") view=admin::invite::InvitePage/>
                    <Route path=path!("/people/:person") view=admin::person::PersonPage/>
                    <Route path=path!("/people/:person/deactivate") view=admin::deactivate::DeactivatePage/>
                    <Route path=path!("/states") view=admin::states::StatesPage/>
                    <Route path=path!("/states/add") view=admin::states::StatePage/>
                    <Route path=path!("/states/:code") view=admin::states::StatePage/>
                    <Route path=path!("/log") view=audit::LogPage/>
                </FlatRoutes>
            </PrivateShell>
        </Router>
    }
}
