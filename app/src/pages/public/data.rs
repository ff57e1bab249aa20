//! The page that explains the data: what is to be had where, and what each format cannot say.

use super::as_data::{
    Alternates, COMMITMENTS, COMMITMENTS_BOOK, COMMITMENTS_TABLE, CYCLES, CYCLES_BOOK, CYCLES_TABLE, EVERYTHING, FEED,
    LIST, Public, STATES, STATES_TABLE, TABLE,
};
use crate::{pages::shell::PageTitle, words};
use leptos::prelude::*;

/// Files that are always at the same address: the end of the messages that name each and say what it is, its address,
/// and what may be asked of it, as an example.
const FILES: [(&str, &str, &str); 18] = [
    ("table", TABLE, ""),
    ("feed", FEED, "?state=XV"),
    ("one", EXAMPLE, ""),
    ("everything", EVERYTHING, ""),
    ("manifest", "/data/manifest.json", ""),
    ("list", LIST, "?state=XV&year=2026&page=2"),
    ("states", STATES, ""),
    ("states-table", STATES_TABLE, ""),
    ("cycles", CYCLES, ""),
    ("cycles-table", CYCLES_TABLE, ""),
    ("cycles-book", CYCLES_BOOK, ""),
    ("report-one", EXAMPLE_REPORT, ""),
    ("commitments", COMMITMENTS, ""),
    ("commitments-table", COMMITMENTS_TABLE, ""),
    ("commitments-book", COMMITMENTS_BOOK, ""),
    ("schema", "/data/publication.schema.json", ""),
    ("report-schema", "/data/report.schema.json", ""),
    ("openapi", "/data/openapi.json", ""),
];

/// How the address of one publication looks. It leads nowhere: there may be no such publication.
const EXAMPLE: &str = "/data/publications/PUB-2026-0412.json";

/// How the address of one progress report looks.
const EXAMPLE_REPORT: &str = "/data/reports/2026-XV.json";

/// Formats, each of which says in a message of its own what it cannot say.
const FORMATS: [&str; 5] = ["json", "csv", "xlsx", "stix", "misp"];

/// How the data may be asked for and relied upon: a heading and a paragraph each.
const RULES: [&str; 6] = [
    "data-answers",
    "data-withdrawn",
    "data-ids",
    "data-again",
    "data-new",
    "data-use",
];

/// What is to be had, and how.
#[component]
pub fn DataPage() -> impl IntoView {
    let format = |format: &str| {
        let name = words::say(&format!("data-format-{format}"));
        view! { <div><dt>{name}</dt><dd>{words::say(&format!("data-cannot-{format}"))}</dd></div> }
    };
    let rule = |id: &str| view! { <h2>{words::say(id)}</h2><p>{words::say(&format!("{id}-text"))}</p> };
    view! {
        <Alternates of=Public::Publications/>
        <div class="prose">
            <PageTitle text=words::say("data-title")/>
            <p class="lede">{words::say("data-lede")}</p>
            <h2>{words::say("data-files")}</h2>
            <dl class="answers files">
                {FILES.map(|(name, address, asked)| view! { <File name address asked/> }).collect_view()}
            </dl>
            <h2>{words::say("data-cannot")}</h2>
            <dl class="answers">{FORMATS.map(format).collect_view()}</dl>
            {RULES.map(rule).collect_view()}
        </div>
    }
}

#[component]
fn File(name: &'static str, address: &'static str, asked: &'static str) -> impl IntoView {
    let says = words::say(&format!("data-file-{name}"));
    let name = words::say(&format!("data-as-{name}"));
    let name = if [EXAMPLE, EXAMPLE_REPORT].contains(&address) {
        name.into_any()
    } else {
        view! { <a href=address>{name}</a> }.into_any()
    };
    let example = (!asked.is_empty()).then(|| view! { <code>{address}{asked}</code> });
    view! { <div><dt>{name}</dt><dd>{says}<code>{address}</code>{example}</dd></div> }
}
