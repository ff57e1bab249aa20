//! Who is named in a file and must be named nowhere else: computed from the file itself, by this test's own reading of
//! both formats, and looked for in every byte that leaves the State.

use super::{FILES, every_draft, import, without_its_words};
use domain::{
    draft::{Draft, Typed},
    form::{Field, Instalment},
    indicator::IndicatorKind as K,
    marking::Audience,
    publication::Disclosure,
    samples::{TUESDAY, flooded_archive},
    state::StateCode,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Names that a file gives to actors, groups, campaigns and persons, wherever its format puts them.
pub(super) fn names_in(json: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    collect(json, &mut names);
    // One letter, or two or three digits, are nobody's name.
    names.retain(|name| {
        let letters: Vec<char> = name.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.len() > 3 || (letters.len() > 1 && !letters.iter().all(|c| c.is_numeric()))
    });
    names
}

fn collect(json: &Value, names: &mut BTreeSet<String>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Object(members) => {
            let kind = members.get("type").and_then(Value::as_str).unwrap_or_default();
            let person = members.get("identity_class").and_then(Value::as_str) == Some("individual");
            // A galaxy is called after its kind; its clusters have the names.
            let galaxy = members.contains_key("GalaxyCluster");
            let actor = ["actor", "intrusion-set", "campaign"]
                .iter()
                .any(|word| kind.contains(word));
            if (actor && !galaxy) || person {
                for name in ["name", "value", "aliases"] {
                    names.extend(texts(members.get(name)));
                }
                names.extend(texts(json.pointer("/meta/synonyms")));
            }
            for name in ["authors", "event_creator_email", "contact_information", "display_name"] {
                names.extend(texts(members.get(name)));
            }
            if members.get("object_relation").and_then(Value::as_str) == Some("full-name") {
                names.extend(texts(members.get("value")));
            }
            for tag in ["name", "labels"].into_iter().flat_map(|name| texts(members.get(name))) {
                if let Some((_, named)) = tag.split_once("threat-actor=") {
                    names.insert(named.trim_matches('"').to_owned());
                }
            }
            members.values().for_each(|value| collect(value, names));
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

/// Whether a name stands in a text: by its letters; one of two or three letters as a word, as it would in hashes.
pub(super) fn stands_in(name: &str, text: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_lowercase()
    };
    let name = plain(name);
    if name.chars().count() > 3 {
        return text.lines().any(|line| plain(line).contains(&name));
    }
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| word.to_lowercase() == name)
}

/// The draft as a State would complete it, let out to everyone with its indicators.
pub(super) fn let_out(imported: &Draft) -> String {
    let mut draft = imported.clone();
    let mut completed = flooded_archive(Audience::Public).answers;
    completed.extend(draft.answers.into_iter().filter(|(_, typed)| !typed.has_no_value()));
    let open = |code: &str| Typed {
        text: code.into(),
        released: "released".into(),
        ..Typed::default()
    };
    completed.insert(Field::Marking, open("clear"));
    completed.insert(Field::Audience, open("public"));
    draft.answers = completed;
    let incident = draft.complete(Instalment::Notification, TUESDAY).expect("complete");
    let disclosure = Disclosure::of(&StateCode::VALDORIA, &incident);
    assert_eq!(disclosure.indicators.given().len(), imported.indicators.len());
    serde_json::to_string_pretty(&incident).expect("serialisable")
        + &String::from_utf8(disclosure.bytes()).expect("UTF-8")
}

/// Proves of a damaged file that no trace names anybody whom the file still names. The words of our own formats are left
/// aside: in such a file an actor may be called `domain`.
pub(super) fn no_trace_names_anybody(file: &str, text: &str, drafts: &[Draft]) {
    let names = names_in(&serde_json::from_str(text).expect("JSON"));
    let traces = drafts.iter().flat_map(|draft| &draft.indicators);
    for trace in traces.filter(|trace| !matches!(trace.kind, K::Address | K::Md5 | K::Sha1 | K::Sha256 | K::Sha512)) {
        for name in &names {
            assert!(
                !stands_in(name, &trace.value),
                "{file}: {name} stands in {}",
                trace.value
            );
        }
    }
}

/// Proves it of one file; returns how many names were looked for, and in how many drafts.
pub(super) fn nobody_is_named_of(file: &str, text: &str) -> (usize, usize) {
    let names = names_in(&serde_json::from_str(text).expect("JSON"));
    let drafts = every_draft(text.as_bytes()).unwrap_or_else(|error| panic!("{file}: {error}"));
    for draft in &drafts {
        assert!(draft.typed(Field::Title).has_no_value() && draft.typed(Field::Summary).has_no_value());
        let out = without_its_words(draft.clone()) + &let_out(draft);
        for name in &names {
            assert!(!stands_in(name, &out), "{file}: {name} is let out");
        }
    }
    (names.len(), drafts.len())
}

#[test]
fn nobody_named_in_the_project_s_own_files_is_named_in_what_is_let_out() {
    for (name, text) in FILES {
        let (names, _) = nobody_is_named_of(name, text);
        assert!(names > 0 || name == "stix-indicators", "{name} names nobody");
    }
}

#[test]
fn what_is_looked_for_would_be_found() {
    let report = super::json_of("stix-report");
    let names = names_in(&report);
    for name in [
        "Velvet Osprey",
        "TA-00X7",
        "LC",
        "Operation Paper Tide",
        "Quillon Harrowgate",
        "Amber Heron",
    ] {
        assert!(names.contains(name), "{name}");
        assert!(stands_in(name, &report.to_string()), "{name}");
    }
}

/// The values of the traces of an event or a bundle with these objects.
fn traces_beside(format: &str, beside: &[Value], domains: &[&str]) -> Vec<String> {
    let event = |domain: &&str| json!({ "type": "domain", "value": domain });
    let bundle = |domain: &&str| json!({ "type": "indicator", "spec_version": "2.1", "pattern": format!("[domain-name:value = '{domain}']") });
    let file = if format == "misp" {
        json!({ "info": "Invented", "date": "2026-03-09", "Galaxy": beside, "Tag": beside,
            "Attribute": domains.iter().map(event).collect::<Vec<_>>() })
    } else {
        let objects: Vec<_> = domains.iter().map(bundle).chain(beside.iter().cloned()).collect();
        json!({ "type": "bundle", "objects": objects })
    };
    let draft = import(&file.to_string()).expect("imports");
    draft.indicators.into_iter().map(|trace| trace.value).collect()
}

#[test]
fn an_actor_is_known_wherever_events_put_the_name() {
    for beside in [
        json!({ "name": "misp-galaxy:mitre-intrusion-set=\"Velvet Osprey - G9999\"" }),
        json!({ "name": "actor:Velvet Osprey" }),
        json!({ "name": "APT:Velvet Osprey" }),
        json!({ "name": "Threat Actor: Velvet Osprey" }),
        json!({ "type": "threat-actor", "GalaxyCluster": { "value": "Velvet Osprey" } }),
        json!({ "type": "threat-actor", "GalaxyCluster": [{ "value": ["Velvet Osprey"] }] }),
        json!({ "type": "x", "GalaxyCluster": [{ "tag_name": "misp-galaxy:threat-actor=\"Velvet Osprey\"" }] }),
        json!({ "type": "threat-actor", "GalaxyCluster": [{ "value": "VO", "meta": { "synonyms": "Velvet Osprey" } }] }),
    ] {
        let domains = ["velvet-osprey.example", "financial.example"];
        assert_eq!(
            traces_beside("misp", std::slice::from_ref(&beside), &domains),
            domains[1..],
            "{beside}"
        );
    }
    // Words of a taxonomy, and a title with a colon in it, name nobody.
    for label in [
        "veris:actor:motive=\"Financial\"",
        "A campaign: financial",
        "adversary:infrastructure-type=\"financial\"",
    ] {
        let tag = json!({ "name": label });
        assert_eq!(
            traces_beside("misp", &[tag], &["financial.example"]).len(),
            1,
            "{label}"
        );
    }
}

#[test]
fn an_actor_is_known_wherever_bundles_put_the_name() {
    let actor =
        json!({ "type": "threat-actor", "id": "threat-actor--1", "spec_version": "2.1", "name": "Osprey, velvet" });
    let other = |of: Value| {
        let mut object = json!({ "spec_version": "2.1", "id": "x--1" });
        for (name, value) in of.as_object().expect("an object") {
            object[name] = value.clone();
        }
        object
    };
    for beside in [
        json!({ "type": "language-content", "object_ref": "threat-actor--1", "contents": { "de": { "name": "Velvet Osprey" } } }),
        json!({ "type": "language-content", "object_ref": "threat-actor--1", "contents": { "de": { "aliases": ["Velvet Osprey"] } } }),
        json!({ "type": "x-misp-attribute", "x_misp_type": "threat-actor", "x_misp_value": "Velvet Osprey" }),
        json!({ "type": "x-threat-group", "name": "Velvet Osprey" }),
        json!({ "type": "x-apt", "name": "Velvet Osprey" }),
        json!({ "type": "attack-pattern", "x_mitre_contributors": ["Velvet Osprey"] }),
        json!({ "type": "report", "labels": ["actor:Velvet Osprey"] }),
    ] {
        let traces = traces_beside(
            "stix",
            &[actor.clone(), other(beside.clone())],
            &["velvet-osprey.example", "a.example"],
        );
        assert_eq!(traces, ["a.example"], "{beside}");
    }
}
