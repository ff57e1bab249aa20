//! The page that explains the data: what is to be had where, and what each format cannot say.
//!
//! The links to data that other pages carry are here as well, for people and, as `<link rel="alternate">`, for programs.

use crate::{pages::shell::PageTitle, routes, words};
use domain::ids::PublicationReference;
use leptos::prelude::*;
use leptos_meta::Link;

/// Files that are always at the same address, and the message that says what each is.
const FILES: [(&str, &str); 10] = [
    ("/data/publications.json", "data-file-list"),
    ("/data/publications.csv", "data-file-table"),
    (FEED, "data-file-feed"),
    ("/data/publications/PUB-2026-0412.json", "data-file-one"),
    ("/data/states.json", "data-file-states"),
    ("/data/states.csv", "data-file-states-table"),
    ("/data/everything.zip", "data-file-everything"),
    ("/data/manifest.json", "data-file-manifest"),
    ("/data/publication.schema.json", "data-file-schema"),
    ("/data/openapi.json", "data-file-openapi"),
];

const FEED: &str = "/data/publications.atom";

/// The formats of one publication: the ending of its file, its media type, and its name.
const FORMATS: [(&str, &str, &str); 4] = [
    ("json", "application/json", "JSON"),
    ("csv", "text/csv", "CSV"),
    ("stix.json", "application/stix+json", "STIX 2.1"),
    ("misp.json", "application/json", "MISP"),
];

/// Lists of publications for programs: address, media type, name.
const LISTS: [(&str, &str, &str); 3] = [
    (FEED, "application/atom+xml", "Atom"),
    ("/data/publications.json", "application/json", "JSON"),
    ("/data/publications.csv", "text/csv", "CSV"),
];

/// What the four formats cannot say, each in a message of its own.
const CANNOT: [&str; 4] = [
    "data-cannot-json",
    "data-cannot-csv",
    "data-cannot-stix",
    "data-cannot-misp",
];

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
    let file = |(address, message): (&'static str, &str)| {
        // An example leads nowhere.
        let leads = (!address.contains("PUB-")).then_some(address);
        view! { <tr><td><a href=leads><code>{address}</code></a></td><td>{words::say(message)}</td></tr> }
    };
    let rule = |id: &str| view! { <h2>{words::say(id)}</h2><p>{words::say(&format!("{id}-text"))}</p> };
    view! {
        <Alternates of=None/>
        <div class="prose">
            <PageTitle text=words::say("data-title")/>
            <p class="lede">{words::say("data-lede")}</p>
            <table>
                <caption>{words::say("data-files")}</caption>
                <thead>
                    <tr><th scope="col">{words::say("data-address")}</th><th scope="col">{words::say("data-what")}</th></tr>
                </thead>
                <tbody>{FILES.map(file).collect_view()}</tbody>
            </table>
            <h2>{words::say("data-cannot")}</h2>
            <ul>{CANNOT.map(|id| view! { <li>{words::say(id)}</li> }).collect_view()}</ul>
            {RULES.map(rule).collect_view()}
        </div>
    }
}

/// The files of a publication, or of the list.
fn files(of: Option<PublicationReference>) -> Vec<(String, &'static str, &'static str)> {
    match of {
        Some(reference) => FORMATS
            .map(|(ending, kind, name)| (routes::publication_file(reference, ending), kind, name))
            .into(),
        None => LISTS.map(|(path, kind, name)| (path.to_owned(), kind, name)).into(),
    }
}

/// Says in the head of a page where the same is to be had as data.
#[component]
pub fn Alternates(
    /// Of which publication; without one, of the list.
    of: Option<PublicationReference>,
) -> impl IntoView {
    let link = |(href, kind, name): (String, &'static str, &'static str)| {
        view! { <Link rel="alternate" type_=kind title=name href=href/> }
    };
    files(of).into_iter().map(link).collect_view()
}

/// Links to the files, by the names of their formats.
#[component]
pub fn Files(
    /// Of which publication; without one, of the list.
    of: Option<PublicationReference>,
) -> impl IntoView {
    let link = |(href, _, name): (String, &str, &'static str)| view! { <a href=href>{name}</a>" " };
    files(of).into_iter().map(link).collect_view()
}

/// The same for people.
#[component]
pub fn AsData(
    /// Of which publication; without one, of the list.
    of: Option<PublicationReference>,
) -> impl IntoView {
    view! {
        <Alternates of/>
        <p class="meta">{words::say("data-as")}" "<Files of/><a href=routes::DATA>{words::say("data-about")}</a></p>
    }
}
