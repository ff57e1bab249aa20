//! The importers, on invented files, on real ones where there are any, and on what nobody would send in earnest.

mod formats;
mod fuzz;
mod hostile;
mod misp;
mod mutations;
mod names;
mod ours;
mod real;
mod round_trip;
mod stix;

use super::{Formats, LARGEST};
use app::portal::ports::{ImportError, Imported, Interchange, Part};
use domain::draft::Draft;
use serde_json::{Value, json};

/// The project's own files.
const FILES: [(&str, &str); 5] = [
    ("misp-event", include_str!("../../../tests/inputs/misp-event.json")),
    ("misp-several", include_str!("../../../tests/inputs/misp-several.json")),
    ("stix-report", include_str!("../../../tests/inputs/stix-report.json")),
    (
        "stix-groupings",
        include_str!("../../../tests/inputs/stix-groupings.json"),
    ),
    (
        "stix-indicators",
        include_str!("../../../tests/inputs/stix-indicators.json"),
    ),
];

fn file(name: &str) -> &'static str {
    let found = FILES.iter().find(|(known, _)| *known == name);
    found.expect("a file of the project's own").1
}

fn json_of(name: &str) -> Value {
    serde_json::from_str(file(name)).expect("valid JSON")
}

fn import(file: &str) -> Result<Draft, ImportError> {
    match Formats.import(file.as_bytes(), None)? {
        Imported::Draft(draft) => Ok(*draft),
        Imported::Several(events) => panic!("several: {events:?}"),
    }
}

fn import_part(file: &str, at: usize) -> Result<Draft, ImportError> {
    match Formats.import(file.as_bytes(), Some(Part(at)))? {
        Imported::Draft(draft) => Ok(*draft),
        Imported::Several(events) => panic!("several: {events:?}"),
    }
}

/// Every draft a file makes: of its one event, or of each of several.
fn every_draft(file: &[u8]) -> Result<Vec<Draft>, ImportError> {
    match Formats.import(file, None)? {
        Imported::Draft(draft) => Ok(vec![*draft]),
        Imported::Several(events) => events
            .into_iter()
            .map(|event| match Formats.import(file, Some(event.part))? {
                Imported::Draft(draft) => Ok(*draft),
                Imported::Several(_) => panic!("asks again"),
            })
            .collect(),
    }
}

fn values(draft: &Draft) -> Vec<&str> {
    draft
        .indicators
        .iter()
        .map(|indicator| indicator.value.as_str())
        .collect()
}

fn printed(draft: &Draft) -> String {
    serde_json::to_string_pretty(draft).expect("serialisable")
}

/// The draft without the source's own title and prose, which its drafter is shown and nobody else.
fn without_its_words(mut draft: Draft) -> String {
    let source = draft.source.as_mut().expect("an import has a source");
    source.title.clear();
    source.passages.clear();
    printed(&draft)
}

fn with_tags(tags: &[&str]) -> Value {
    let tags: Vec<_> = tags.iter().map(|name| json!({ "name": name })).collect();
    json!({ "info": "Invented", "date": "2026-03-09", "Tag": tags })
}
