//! Real reports. They are not ours to ship, so they are read from a folder, where there is one.

use super::{import, without_title};
use domain::form::Field;
use serde_json::Value;
use std::path::Path;

/// Names that an event gives to actors and persons, read from wherever MISP puts them.
fn names_in(event: &Value, names: &mut Vec<String>) {
    match event {
        Value::Array(items) => items.iter().for_each(|item| names_in(item, names)),
        Value::Object(members) => {
            let kind = members.get("type").and_then(Value::as_str).unwrap_or_default();
            if kind.contains("actor") || kind.contains("intrusion-set") {
                names.extend(texts(members.get("value")));
                names.extend(texts(event.pointer("/meta/synonyms")));
            }
            names.extend(texts(members.get("authors")));
            names.extend(texts(members.get("event_creator_email")));
            members.values().for_each(|value| names_in(value, names));
        }
        _ => {}
    }
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items.iter().flat_map(|item| texts(Some(item))).collect(),
        _ => Vec::new(),
    }
}

/// Where `VERBALE_INPUTS` names a folder with a folder `misp`, everything in that is tried.
#[test]
fn real_events_import_without_the_names_in_them() {
    #[allow(
        clippy::disallowed_methods,
        reason = "the one test that runs on files outside the repository"
    )]
    let Some(folder) = std::env::var_os("VERBALE_INPUTS") else {
        eprintln!("skipped: VERBALE_INPUTS names no folder with real events");
        return;
    };
    let files = std::fs::read_dir(Path::new(&folder).join("misp")).expect("VERBALE_INPUTS has a folder misp");
    let mut tried = 0;
    for file in files.map(|entry| entry.expect("readable").path()) {
        let text = std::fs::read_to_string(&file).expect("UTF-8");
        let draft = import(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert!(
            !draft.indicators.is_empty() && draft.typed(Field::Marking).text == "clear",
            "{}",
            file.display()
        );
        assert!(draft.typed(Field::Title).has_no_value() && draft.typed(Field::Summary).has_no_value());
        let mut names = Vec::new();
        names_in(&serde_json::from_str(&text).expect("JSON"), &mut names);
        let draft = without_title(draft).to_lowercase();
        for name in names {
            assert!(
                !draft.contains(&name.to_lowercase()),
                "{}: {name} is in the draft",
                file.display()
            );
        }
        tried += 1;
    }
    assert!(tried > 0, "no file in {}", Path::new(&folder).display());
    eprintln!("tried {tried} real events");
}
