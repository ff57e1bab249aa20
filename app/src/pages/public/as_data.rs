//! Where what a page shows is to be had as data: for people as links at its end, for programs as `<link rel="alternate">`
//! in its head.

use crate::{routes, words};
use domain::{
    commitment::CommitmentId, crosswalk::View, cycle::CycleYear, ids::PublicationReference,
    questionnaire::QuestionnaireVersion, state::StateCode,
};
use leptos::prelude::*;
use leptos_meta::Link;

const JSON: &str = "application/json";
const CSV: &str = "text/csv";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ATOM: &str = "application/atom+xml";

/// The latest publications.
pub const FEED: &str = "/data/publications.atom";
/// The list of publications, by the page.
pub const LIST: &str = "/data/publications.json";
/// Every publication as a line of a table.
pub const TABLE: &str = "/data/publications.csv";
/// Everything in one file.
pub const EVERYTHING: &str = "/data/everything.zip";
/// The States that have published.
pub const STATES: &str = "/data/states.json";
/// The same as a table.
pub const STATES_TABLE: &str = "/data/states.csv";

/// Every cycle.
pub const CYCLES: &str = "/data/cycles.json";
/// The same as a table.
pub const CYCLES_TABLE: &str = "/data/cycles.csv";
/// The same as a workbook.
pub const CYCLES_BOOK: &str = "/data/cycles.xlsx";
/// Every commitment, norm and measure.
pub const COMMITMENTS: &str = "/data/commitments.json";
/// The same as a table.
pub const COMMITMENTS_TABLE: &str = "/data/commitments.csv";
/// The same as a workbook.
pub const COMMITMENTS_BOOK: &str = "/data/commitments.xlsx";

/// Something public that is to be had as data too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Public {
    /// One publication.
    Publication(PublicationReference),
    /// The list of all.
    Publications,
    /// A State that has published.
    Participant(StateCode),
    /// The States that have published.
    Participants,
    /// Every cycle.
    Cycles,
    /// A cycle.
    Cycle(CycleYear),
    /// A State's public report; as PDF in this order.
    Report(CycleYear, StateCode, Option<View>),
    /// All public reports of a State.
    History(StateCode),
    /// Every commitment, norm and measure.
    Commitments,
    /// One of them.
    Commitment(CommitmentId),
    /// A version of the questionnaire.
    Questionnaire(QuestionnaireVersion),
}

/// A file: its address, its media type, and the end of the message that names it.
type DataFile = (String, &'static str, String);

impl Public {
    /// The files it is to be had as.
    fn files(self) -> Vec<DataFile> {
        let named = |files: &[(String, &'static str, &str)]| {
            let file =
                |(address, kind, name): &(String, &'static str, &str)| (address.clone(), *kind, (*name).to_owned());
            files.iter().map(file).collect()
        };
        match self {
            Self::Publication(reference) => {
                let file = |ending| routes::publication_file(reference, ending);
                named(&[
                    (file("json"), JSON, "json"),
                    (file("csv"), CSV, "csv"),
                    (file("stix.json"), "application/stix+json", "stix"),
                    (file("misp.json"), JSON, "misp"),
                ])
            }
            Self::Publications => named(&[
                (FEED.to_owned(), ATOM, "feed"),
                (LIST.to_owned(), JSON, "list"),
                (TABLE.to_owned(), CSV, "table"),
                (EVERYTHING.to_owned(), "application/zip", "everything"),
            ]),
            Self::Participant(state) => named(&[
                (format!("{FEED}?state={state}"), ATOM, "feed-of-state"),
                (format!("{LIST}?state={state}"), JSON, "list-of-state"),
            ]),
            Self::Participants => named(&[
                (STATES.to_owned(), JSON, "states"),
                (STATES_TABLE.to_owned(), CSV, "states-table"),
            ]),
            other => other.files_of_progress(),
        }
    }

    /// The files of what is about progress reports.
    fn files_of_progress(self) -> Vec<DataFile> {
        match self {
            Self::Cycles => with_tables("cycles", "cycles"),
            Self::Cycle(year) => {
                let answers = tables(&format!("cycles/{year}.answers"), "cycle-answers");
                [with_tables(&format!("cycles/{year}"), "cycle"), answers.into()].concat()
            }
            Self::Report(year, state, by) => {
                let printed = routes::public_report_pdf(year, state, by);
                let mut files = with_tables(&format!("reports/{year}-{state}"), "report");
                files.push((printed, "application/pdf", "report-pdf".to_owned()));
                files
            }
            Self::History(state) => with_tables(&format!("histories/{state}"), "history"),
            Self::Commitments => with_tables("commitments", "commitments"),
            Self::Commitment(id) => with_tables(&format!("commitments/{id}"), "commitment"),
            Self::Questionnaire(version) => with_tables(&format!("questionnaires/{version}"), "questionnaire"),
            Self::Publication(_) | Self::Publications | Self::Participant(_) | Self::Participants => Vec::new(),
        }
    }
}

/// A file that has everything, and its tables.
fn with_tables(of: &str, name: &str) -> Vec<DataFile> {
    let json = (format!("{}/{of}.json", routes::DATA), JSON, name.to_owned());
    let [csv, xlsx] = tables(of, name);
    vec![json, csv, xlsx]
}

/// A table in both formats.
fn tables(of: &str, name: &str) -> [DataFile; 2] {
    [("csv", CSV, "table"), ("xlsx", XLSX, "book")]
        .map(|(ending, kind, end)| (format!("{}/{of}.{ending}", routes::DATA), kind, format!("{name}-{end}")))
}

/// Says in the head of a page where the same is to be had as data.
#[component]
pub fn Alternates(
    /// What the page shows.
    of: Public,
) -> impl IntoView {
    let link = |(href, kind, name): DataFile| {
        view! { <Link rel="alternate" type_=kind title=words::say(&format!("data-as-{name}")) href=href/> }
    };
    of.files().into_iter().map(link).collect_view()
}

/// The same for people.
#[component]
pub fn AsData(
    /// What the page shows.
    of: Public,
) -> impl IntoView {
    let link = |(href, _, name): DataFile| {
        view! { <li><a href=href>{words::say(&format!("data-as-{name}"))}</a></li> }
    };
    view! {
        <Alternates of/>
        <section class="as-data" aria-labelledby="as-data">
            <h2 id="as-data">{words::say("data-as")}</h2>
            <ul>
                {of.files().into_iter().map(link).collect_view()}
                <li><a href=routes::DATA>{words::say("data-about")}</a></li>
            </ul>
        </section>
    }
}
