//! Every way in, and who may take it.
//!
//! A router cannot be asked for its routes, so nothing is mounted but from these lists: handlers of ours, Leptos' pages
//! and server functions. What has no line here is not there, and a test (`server/tests/doors.rs`) knocks at every line
//! as every kind of visitor.
//!
//! A line says who has any business behind a door. Whether *this* person may do *this* to *that* filing is asked behind
//! it, in one place, `domain::policy`.

use super::{
    Web, health, offline,
    open_data::{self, door},
    prepared, printed, reports,
};
use app::routes;
use axum::{
    http::Method,
    routing::{MethodRouter, get},
};

/// Who has business behind a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everyone, signed in or not.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// A State's people.
    State,
    /// The secretariat's people.
    Secretariat,
    /// Administrators.
    Administrator,
    /// Auditors.
    Auditor,
}

/// A handler of ours.
pub struct Route {
    /// How it is asked.
    pub method: Method,
    /// Where it is.
    pub path: &'static str,
    /// For whom.
    pub who: Who,
    /// What answers.
    pub handler: fn(&Web) -> MethodRouter<Web>,
}

/// Handlers that are neither page nor server function.
pub const ROUTES: &[Route] = &[
    open("/healthz", |_| get(health::alive)),
    open("/readyz", |_| get(health::ready)),
    open("/pkg/{*file}", |web| web.files.hashed()),
    open("/fonts/{*file}", |web| web.files.others()),
    open("/favicon.svg", |web| web.files.others()),
    open("/robots.txt", |web| web.files.others()),
    // A browser sends what its policy refused, whoever sits in front of it.
    Route {
        method: Method::POST,
        path: reports::PATH,
        who: Who::Anyone,
        handler: |_| reports::door(),
    },
    open("/data/publications.json", |_| door(get(open_data::list))),
    open("/data/publications.csv", |_| door(get(open_data::table))),
    open("/data/publications.atom", |_| door(get(open_data::feed))),
    open("/data/publications/{file}", |_| door(get(open_data::one))),
    open("/data/states.json", |_| door(get(open_data::states))),
    open("/data/states.csv", |_| door(get(open_data::states_table))),
    open("/data/everything.zip", |_| door(get(open_data::archive))),
    open("/data/manifest.json", |_| door(get(open_data::manifest))),
    open("/data/openapi.json", |_| door(get(open_data::document))),
    open("/data/publication.schema.json", |_| door(get(open_data::schema))),
    open("/data/cycles.json", |_| door(get(open_data::cycles))),
    open("/data/cycles.csv", |_| door(get(open_data::cycles_table))),
    open("/data/cycles.xlsx", |_| door(get(open_data::cycles_book))),
    open("/data/cycles/{file}", |_| door(get(open_data::cycle))),
    open("/data/reports/{file}", |_| door(get(open_data::report))),
    open("/data/histories/{file}", |_| door(get(open_data::history))),
    open("/data/commitments.json", |_| door(get(open_data::commitments))),
    open("/data/commitments.csv", |_| door(get(open_data::commitments_table))),
    open("/data/commitments.xlsx", |_| door(get(open_data::commitments_book))),
    open("/data/commitments/{file}", |_| door(get(open_data::commitment))),
    open("/data/questionnaires/{file}", |_| door(get(open_data::questionnaire))),
    open("/data/report.schema.json", |_| door(get(open_data::report_schema))),
];

/// Files that are not for everyone: handlers of ours behind a session, where whoever may not have a file finds none.
pub const FILES: &[Route] = &[
    Route {
        method: Method::GET,
        path: "/filings/{reference}/report/offline.xlsx",
        who: Who::State,
        handler: |_| get(offline::workbook),
    },
    Route {
        method: Method::GET,
        path: "/filings/{reference}/report/offline.json",
        who: Who::State,
        handler: |_| get(offline::json),
    },
    Route {
        method: Method::GET,
        path: "/preparation/questionnaires/{version}/as/{ending}",
        who: Who::Secretariat,
        handler: |_| get(prepared::questionnaire),
    },
    Route {
        method: Method::GET,
        path: "/filings/{reference}/print.pdf",
        who: Who::SignedIn,
        handler: |_| get(printed::report),
    },
];

const fn open(path: &'static str, handler: fn(&Web) -> MethodRouter<Web>) -> Route {
    Route {
        method: Method::GET,
        path,
        who: Who::Anyone,
        handler,
    }
}

/// Leptos' pages, of both sites.
pub const PAGES: &[(&str, Who)] = &[
    (routes::HOME, Who::Anyone),
    (routes::PUBLICATIONS, Who::Anyone),
    ("/publications/{reference}", Who::Anyone),
    (routes::PARTICIPANTS, Who::Anyone),
    ("/participants/{code}", Who::Anyone),
    ("/participants/{code}/reports", Who::Anyone),
    (routes::CYCLES, Who::Anyone),
    ("/cycles/{year}", Who::Anyone),
    ("/cycles/{year}/{state}", Who::Anyone),
    (routes::COMMITMENTS, Who::Anyone),
    ("/commitments/{id}", Who::Anyone),
    (routes::QUESTIONNAIRES, Who::Anyone),
    ("/questionnaires/{version}", Who::Anyone),
    (routes::ABOUT, Who::Anyone),
    (routes::DATA, Who::Anyone),
    (routes::REFUSED, Who::SignedIn),
    (routes::SIGN_IN, Who::Anyone),
    (routes::SIGNED_OUT, Who::Anyone),
    // Whoever holds the link; without it there is nothing.
    ("/invitation/{token}", Who::Anyone),
    (routes::ACCOUNT, Who::SignedIn),
    (routes::FILINGS, Who::State),
    (routes::NEW, Who::State),
    (routes::WHICH, Who::State),
    // Its State and the secretariat each have a page of it.
    ("/filings/{reference}", Who::SignedIn),
    ("/filings/{reference}/form/{section}", Who::State),
    ("/filings/{reference}/check", Who::State),
    ("/filings/{reference}/choose", Who::State),
    ("/filings/{reference}/report", Who::State),
    ("/filings/{reference}/report/offline", Who::State),
    ("/filings/{reference}/report/offline/changes", Who::State),
    ("/filings/{reference}/report/{section}", Who::State),
    ("/filings/{reference}/print", Who::SignedIn),
    ("/filings/{reference}/source", Who::State),
    ("/filings/{reference}/indicators", Who::SignedIn),
    ("/filings/{reference}/acknowledgement/{number}", Who::SignedIn),
    (routes::SHARED, Who::State),
    (routes::SHARED_REPORTS, Who::State),
    ("/shared/reports/{year}", Who::State),
    ("/shared/reports/{year}/{state}", Who::State),
    ("/shared/{reference}", Who::State),
    (routes::REPORTS, Who::State),
    ("/reports/{year}", Who::State),
    (routes::QUEUE, Who::Secretariat),
    (routes::CALENDAR, Who::State),
    (routes::MEMBERSHIPS, Who::State),
    (routes::PREPARATION, Who::Secretariat),
    ("/preparation/questionnaires/{version}", Who::Secretariat),
    ("/preparation/questionnaires/{version}/preview", Who::Secretariat),
    (routes::PLAN, Who::Secretariat),
    ("/preparation/cycles/{year}", Who::Secretariat),
    ("/preparation/cycles/{year}/plan", Who::Secretariat),
    ("/preparation/cycles/{year}/open", Who::Secretariat),
    (routes::CATALOGUE, Who::Secretariat),
    (routes::ADD_COMMITMENT, Who::Secretariat),
    ("/preparation/commitments/{id}", Who::Secretariat),
    (routes::CIRCLES, Who::Secretariat),
    ("/preparation/memberships/{state}", Who::Secretariat),
    (routes::PEOPLE, Who::Administrator),
    (routes::INVITE, Who::Administrator),
    ("/people/{person}", Who::Administrator),
    ("/people/{person}/deactivate", Who::Administrator),
    (routes::STATES, Who::Administrator),
    (routes::ADD_STATE, Who::Administrator),
    ("/states/{code}", Who::Administrator),
    (routes::LOG, Who::Auditor),
];

/// Server functions: what forms are posted to.
pub const FUNCTIONS: &[(&str, Who)] = &[
    (routes::DO_SIGN_IN, Who::Anyone),
    (routes::DO_SIGN_OUT, Who::Anyone),
    ("/do/choose-password", Who::Anyone),
    ("/do/open", Who::State),
    ("/do/import", Who::State),
    ("/do/import-text", Who::State),
    ("/do/import-part", Who::State),
    ("/do/save", Who::State),
    ("/do/choose", Who::State),
    ("/do/begin-report", Who::State),
    ("/do/save-report", Who::State),
    ("/do/save-answers", Who::State),
    ("/do/choose-answers", Who::State),
    ("/do/give-section", Who::State),
    ("/do/say-done", Who::State),
    ("/do/add-comment", Who::State),
    ("/do/bring-back", Who::State),
    ("/do/take-over", Who::State),
    ("/do/throw-away", Who::State),
    ("/do/send", Who::State),
    ("/do/approve", Who::State),
    ("/do/return", Who::State),
    ("/do/answer", Who::State),
    ("/do/withdraw", Who::State),
    ("/do/claim", Who::Secretariat),
    ("/do/release", Who::Secretariat),
    ("/do/ask", Who::Secretariat),
    ("/do/accept", Who::Secretariat),
    ("/do/publish", Who::Secretariat),
    ("/do/reopen", Who::Secretariat),
    ("/do/add-note", Who::Secretariat),
    ("/do/begin-questionnaire", Who::Secretariat),
    ("/do/begin-questionnaire-with", Who::Secretariat),
    ("/do/replace-questionnaire", Who::Secretariat),
    ("/do/propose-questionnaire", Who::Secretariat),
    ("/do/return-questionnaire", Who::Secretariat),
    ("/do/open-questionnaire", Who::Secretariat),
    ("/do/plan-cycle", Who::Secretariat),
    ("/do/open-cycle", Who::Secretariat),
    ("/do/ask-time", Who::State),
    ("/do/grant-time", Who::Secretariat),
    ("/do/refuse-time", Who::Secretariat),
    ("/do/put-commitment", Who::Secretariat),
    ("/do/put-circle", Who::Secretariat),
    ("/do/put-circles", Who::Secretariat),
    ("/do/opt-in", Who::State),
    ("/do/put-calendar", Who::State),
    ("/do/invite", Who::Administrator),
    ("/do/invite-again", Who::Administrator),
    ("/do/change-roles", Who::Administrator),
    ("/do/deactivate", Who::Administrator),
    ("/do/reactivate", Who::Administrator),
    ("/do/put-state", Who::Administrator),
];

/// Doors that take more than a form: a file, or a form inside a form (see [`ended`](super::ended)).
pub const LARGE: &[&str] = &[
    "/do/import",
    "/do/bring-back",
    routes::DO_SIGN_IN,
    "/do/begin-questionnaire-with",
    "/do/replace-questionnaire",
];

/// Who has business on this page, if it has a line.
pub fn page(path: &str) -> Option<Who> {
    line(PAGES, path)
}

/// Who has business with this server function, if it has a line.
pub fn function(path: &str) -> Option<Who> {
    line(FUNCTIONS, path)
}

/// Which page's path this is: as it stands in the list, and never as visited.
pub fn pattern(path: &str) -> Option<&'static str> {
    let paths = || PAGES.iter().map(|(pattern, _)| *pattern);
    // A page's own path counts before one with a place for anything.
    paths()
        .find(|pattern| *pattern == path)
        .or_else(|| paths().find(|pattern| fits(pattern, path)))
}

fn fits(pattern: &str, path: &str) -> bool {
    let same = |(wanted, given): (&str, &str)| wanted == given || wanted.starts_with('{') && !given.is_empty();
    pattern.split('/').count() == path.split('/').count() && pattern.split('/').zip(path.split('/')).all(same)
}

fn line(lines: &[(&str, Who)], path: &str) -> Option<Who> {
    lines.iter().find(|(known, _)| *known == path).map(|(_, who)| *who)
}
