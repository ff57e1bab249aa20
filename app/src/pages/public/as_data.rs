//! Where what a page shows is to be had as data: for people as links at its end, for programs as `<link rel="alternate">`
//! in its head.

use crate::{routes, words};
use domain::{
    commitment::CommitmentId, crosswalk::View, cycle::CycleYear, ids::PublicationReference,
    questionnaire::QuestionnaireVersion, state::StateCode,
};
use leptos::prelude::*;
use leptos_meta::Link;

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
/// Every commitment, norm and measure.
pub const COMMITMENTS: &str = "/data/commitments.json";
/// The same as a table.
pub const COMMITMENTS_TABLE: &str = "/data/commitments.csv";

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
    /// Every commitment, norm and measure.
    Commitments,
    /// One of them.
    Commitment(CommitmentId),
    /// A version of the questionnaire.
    Questionnaire(QuestionnaireVersion),
}

/// A file: its address, its media type, and the end of the message that names it.
type DataFile = (String, &'static str, &'static str);

impl Public {
    /// The files it is to be had as.
    fn files(self) -> Vec<DataFile> {
        let (json, csv, atom) = ("application/json", "text/csv", "application/atom+xml");
        match self {
            Self::Publication(reference) => {
                let file = |ending| routes::publication_file(reference, ending);
                vec![
                    (file("json"), json, "json"),
                    (file("csv"), csv, "csv"),
                    (file("stix.json"), "application/stix+json", "stix"),
                    (file("misp.json"), json, "misp"),
                ]
            }
            Self::Publications => vec![
                (FEED.to_owned(), atom, "feed"),
                (LIST.to_owned(), json, "list"),
                (TABLE.to_owned(), csv, "table"),
                (EVERYTHING.to_owned(), "application/zip", "everything"),
            ],
            Self::Participant(state) => vec![
                (format!("{FEED}?state={state}"), atom, "feed-of-state"),
                (format!("{LIST}?state={state}"), json, "list-of-state"),
            ],
            Self::Participants => vec![
                (STATES.to_owned(), json, "states"),
                (STATES_TABLE.to_owned(), csv, "states-table"),
            ],
            other => other.files_of_progress(),
        }
    }

    /// The files of what is about progress reports.
    fn files_of_progress(self) -> Vec<DataFile> {
        let file = |of: &str, ending: &str| format!("{}/{of}.{ending}", routes::DATA);
        let pair = |of: &str, json: &'static str, csv: &'static str| {
            vec![
                (file(of, "json"), "application/json", json),
                (file(of, "csv"), "text/csv", csv),
            ]
        };
        match self {
            Self::Cycles => vec![
                (CYCLES.to_owned(), "application/json", "cycles"),
                (CYCLES_TABLE.to_owned(), "text/csv", "cycles-table"),
            ],
            Self::Cycle(year) => {
                let of = format!("cycles/{year}");
                let answers = (file(&of, "answers.csv"), "text/csv", "cycle-answers");
                [pair(&of, "cycle", "cycle-table"), vec![answers]].concat()
            }
            Self::Report(year, state, by) => {
                let of = format!("reports/{year}-{state}");
                vec![
                    (file(&of, "json"), "application/json", "report"),
                    (
                        routes::public_report_pdf(year, state, by),
                        "application/pdf",
                        "report-pdf",
                    ),
                ]
            }
            Self::Commitments => vec![
                (COMMITMENTS.to_owned(), "application/json", "commitments"),
                (COMMITMENTS_TABLE.to_owned(), "text/csv", "commitments-table"),
            ],
            Self::Commitment(id) => pair(&format!("commitments/{id}"), "commitment", "commitment-table"),
            Self::Questionnaire(version) => pair(
                &format!("questionnaires/{version}"),
                "questionnaire",
                "questionnaire-table",
            ),
            Self::Publication(_) | Self::Publications | Self::Participant(_) | Self::Participants => Vec::new(),
        }
    }
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
