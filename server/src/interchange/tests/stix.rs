//! STIX bundles.

use super::{file, import, import_part, json_of, printed, values};
use app::portal::ports::ImportError;
use domain::{form::Field, indicator::IndicatorNote, marking::Tlp};
use serde_json::{Value, json};

fn bundle(objects: &[Value]) -> String {
    let named = objects.iter().enumerate().map(|(at, object)| {
        let mut object = object.clone();
        let kind = object["type"].as_str().unwrap_or_default().to_owned();
        object["spec_version"] = json!("2.1");
        if object["id"].is_null() {
            object["id"] = json!(format!("{kind}--{at}"));
        }
        object
    });
    json!({ "type": "bundle", "id": "bundle--1", "objects": named.collect::<Vec<_>>() }).to_string()
}

fn domain(value: &str) -> Value {
    json!({ "type": "indicator", "pattern_type": "stix", "pattern": format!("[domain-name:value = '{value}']") })
}

#[test]
fn a_report_becomes_this_draft() {
    insta::assert_snapshot!(printed(&import(file("stix-report")).expect("imports")));
}

#[test]
fn one_of_several_groupings_is_read_alone() {
    let first = import_part(file("stix-groupings"), 0).expect("imports");
    assert_eq!(values(&first), ["first.example"]);
    assert_eq!(
        (first.floor, first.typed(Field::Type).text.as_str()),
        (Some(Tlp::Red), "phishing")
    );
    let second = import_part(file("stix-groupings"), 1).expect("imports");
    // The actor is in the other grouping; its name is left out here too.
    assert_eq!(values(&second), ["second.example", "seen.example"]);
    assert_eq!(
        (second.floor, second.typed(Field::Type).text.as_str()),
        (Some(Tlp::Clear), "ddos")
    );
    assert!(second.indicators.iter().all(|indicator| indicator.first_seen.is_some()));
}

#[test]
fn indicators_without_a_container_are_a_draft_of_indicators() {
    let draft = import(file("stix-indicators")).expect("imports");
    assert_eq!(values(&draft), ["2001:db8::7", "Global\\invented"]);
    assert_eq!(draft.answers.keys().copied().collect::<Vec<_>>(), [Field::Marking]);
    assert_eq!(draft.floor, Some(Tlp::Clear));
    let address = &draft.indicators[0];
    assert!(address.first_seen < address.last_seen);
    assert_eq!(address.note, Some(IndicatorNote::Compromised));
}

#[test]
fn an_unmarked_bundle_is_not_marked() {
    let draft = import(&bundle(&[domain("a.example")])).expect("imports");
    assert_eq!((draft.floor, draft.typed(Field::Marking).text.as_str()), (None, ""));
}

#[test]
fn a_marking_is_known_by_id_by_extension_by_name_and_in_parts() {
    let marked = |member: Value, definition: Value| {
        let mut indicator = domain("a.example");
        for (name, value) in member.as_object().expect("an object") {
            indicator[name] = value.clone();
        }
        import(&bundle(&[indicator, definition])).expect("imports").floor
    };
    let nothing = json!({ "type": "tool" });
    let by = |id: &str| json!({ "object_marking_refs": [id] });
    let own = |of: Value| {
        let mut definition = json!({ "type": "marking-definition", "id": "marking-definition--own" });
        for (name, value) in of.as_object().expect("an object") {
            definition[name] = value.clone();
        }
        definition
    };
    let red = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
    let strict = "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003";
    assert_eq!(marked(by(red), nothing.clone()), Some(Tlp::Red));
    assert_eq!(marked(by(strict), nothing.clone()), Some(Tlp::AmberStrict));
    let part = json!({ "granular_markings": [{ "marking_ref": red, "selectors": ["pattern"] }] });
    assert_eq!(marked(part, nothing.clone()), Some(Tlp::Red));
    // One id where a list of ids should stand.
    let alone = json!({ "object_marking_refs": red });
    assert_eq!(marked(alone, nothing.clone()), Some(Tlp::Red));
    let mine = "marking-definition--own";
    for definition in [
        json!({ "extensions": { "x": { "tlp_2_0": "amber" } } }),
        json!({ "definition_type": "tlp", "definition": { "tlp": "amber" } }),
        json!({ "name": "TLP:AMBER" }),
    ] {
        assert_eq!(marked(by(mine), own(definition)), Some(Tlp::Amber));
    }
    assert_eq!(marked(by("marking-definition--nowhere"), nothing), None);
}

#[test]
fn of_an_object_in_two_versions_the_latest_counts() {
    let version = |modified: &str, value: &str| {
        let mut object = domain(value);
        object["id"] = json!("indicator--1");
        object["modified"] = json!(modified);
        object
    };
    let both = [
        version("2026-03-02T00:00:00.000Z", "new.example"),
        version("2026-03-01T00:00:00.000Z", "old.example"),
    ];
    assert_eq!(values(&import(&bundle(&both)).expect("imports")), ["new.example"]);
}

#[test]
fn a_classified_bundle_is_refused_wherever_it_says_so() {
    for pointer in ["/objects/0/name", "/objects/1/contact_information", "/objects/16/name"] {
        let mut bundle = json_of("stix-report");
        *bundle.pointer_mut(pointer).expect("there") = json!("NATO SECRET");
        assert_eq!(import(&bundle.to_string()), Err(ImportError::Classified), "{pointer}");
    }
    let mut labelled = domain("a.example");
    labelled["labels"] = json!([r#"nato:classification="NS""#]);
    assert_eq!(import(&bundle(&[labelled])), Err(ImportError::Classified));
}

#[test]
fn what_something_is_attributed_to_is_an_actor_whatever_it_is() {
    let accused =
        json!({ "type": "identity", "id": "identity--1", "name": "Tide Ministry", "identity_class": "organization" });
    let attributed = json!({
        "type": "relationship", "relationship_type": "attributed-to", "source_ref": "indicator--0", "target_ref": "identity--1",
    });
    let found = domain("tide-ministry.example");
    assert_eq!(
        values(&import(&bundle(&[found.clone(), accused.clone()])).expect("imports")).len(),
        1
    );
    assert!(values(&import(&bundle(&[found, accused, attributed])).expect("imports")).is_empty());
}

#[test]
fn a_moment_is_as_precise_as_it_is_said() {
    let started = |fidelity: &str| {
        let event =
            json!({ "type": "event", "start_time": "2026-03-08T22:05:09.000Z", "start_time_fidelity": fidelity });
        let typed = import(&bundle(&[event])).expect("imports").typed(Field::Started);
        [typed.day, typed.month, typed.year, typed.time].join("/")
    };
    assert_eq!(started("year"), "//2026/");
    assert_eq!(started("month"), "/3/2026/");
    assert_eq!(started("day"), "8/3/2026/");
    assert_eq!(started("hour"), "8/3/2026/22");
    assert_eq!(started("minute"), "8/3/2026/22:05");
    assert_eq!(started("second"), "8/3/2026/22:05:09");
}
