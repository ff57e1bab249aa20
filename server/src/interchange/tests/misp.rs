//! MISP events.

use super::{import, import_part, json_of, printed, values, with_tags, without_its_words};
use app::portal::ports::ImportError;
use domain::{form::Field, indicator::MOST, marking::Tlp};
use serde_json::{Value, json};

const EVENT: &str = include_str!("../../../tests/inputs/misp-event.json");
const SEVERAL: &str = include_str!("../../../tests/inputs/misp-several.json");

/// Names of the invented event: actors, persons, organisations, and words of prose that stand nowhere else in it.
const LEFT_OUT: [&str; 12] = [
    "Osprey",
    "Kestrel",
    "TA-00X7",
    "Harrowgate",
    "Quillon",
    "Invented CERT",
    "meridia",
    "harbour.master",
    "203.0.113.9",
    "proxy logs",
    "demanded payment",
    "crystal-ball",
];

fn event() -> Value {
    json_of("misp-event")
}

#[test]
fn an_event_becomes_this_draft() {
    insta::assert_snapshot!(printed(&import(EVENT).expect("imports")));
}

#[test]
fn nothing_that_is_left_out_is_kept() {
    let draft = without_its_words(import(EVENT).expect("imports")).to_lowercase();
    for name in LEFT_OUT {
        assert!(
            EVENT.to_lowercase().contains(&name.to_lowercase()),
            "the event has no {name}"
        );
        assert!(!draft.contains(&name.to_lowercase()), "{name} is in the draft");
    }
}

#[test]
fn an_event_may_come_wrapped() {
    let bare = event()["Event"].take();
    let expected = import(EVENT);
    for wrapped in [
        bare.clone(),
        json!({ "response": [{ "Event": bare }] }),
        json!([{ "Event": bare }]),
    ] {
        assert_eq!(import(&wrapped.to_string()), expected);
    }
    assert_eq!(import(&format!("\u{FEFF}{EVENT}")), expected);
}

#[test]
fn the_strictest_marking_counts_and_an_unmarked_event_is_not_marked() {
    let marking = |tags: &[&str]| {
        import(&with_tags(tags).to_string())
            .expect("imports")
            .typed(Field::Marking)
            .text
    };
    assert_eq!(marking(&["tlp:white"]), "clear");
    assert_eq!(marking(&["TLP:CLEAR", "tlp:amber+strict", "tlp:green"]), "amber+strict");
    assert_eq!(marking(&["tlp:unclear"]), "");
    assert_eq!(marking(&[]), "");
}

#[test]
fn types_and_levels_that_disagree_are_left_to_the_state() {
    let typed = |tags: &[&str], field| import(&with_tags(tags).to_string()).expect("imports").typed(field).text;
    assert_eq!(
        typed(&[r#"circl:incident-classification="phishing""#], Field::Type),
        "phishing"
    );
    assert_eq!(
        typed(
            &[
                r#"circl:incident-classification="phishing""#,
                r#"rsit:fraud="phishing""#
            ],
            Field::Type
        ),
        "phishing"
    );
    assert_eq!(
        typed(
            &[r#"circl:incident-classification="spam""#, r#"rsit:fraud="phishing""#],
            Field::Type
        ),
        ""
    );
    assert_eq!(typed(&[r#"circl:incident-classification="malware""#], Field::Type), "");
    assert_eq!(typed(&["priority-level:severe"], Field::Severity), "S4");
    assert_eq!(
        typed(&["priority-level:severe", "priority-level:low"], Field::Severity),
        ""
    );
}

#[test]
fn a_classified_event_is_refused_wherever_it_says_so() {
    let marked = |pointer: &str| {
        let mut event = event();
        *event.pointer_mut(pointer).expect("there") = json!("NATO SECRET");
        import(&event.to_string())
    };
    for pointer in [
        "/Event/info",
        "/Event/Tag/0/name",
        "/Event/Attribute/3/comment",
        "/Event/EventReport/0/content",
    ] {
        assert_eq!(marked(pointer), Err(ImportError::Classified), "{pointer}");
    }
    for tag in [
        r#"nato:classification="NS""#,
        "euci:EU-RESTRICTED",
        r#"de-vs:Einstufung="VS-NfD""#,
    ] {
        assert_eq!(
            import(&with_tags(&[tag]).to_string()),
            Err(ImportError::Classified),
            "{tag}"
        );
    }
    assert!(import(&with_tags(&[r#"nato:classification="NU""#]).to_string()).is_ok());
    assert_eq!(
        import(&json!({ "info": "a", "date": "", "NATO SECRET": 1 }).to_string()),
        Err(ImportError::Classified)
    );
}

#[test]
fn a_filing_takes_so_many_indicators_and_the_same_once() {
    let with = |values: Vec<String>| {
        let attributes: Vec<_> = values
            .iter()
            .map(|value| json!({ "type": "domain", "value": value }))
            .collect();
        import(&json!({ "info": "Invented", "Attribute": attributes }).to_string()).map(|draft| draft.indicators.len())
    };
    let domains = |many: usize| (0..many).map(|number| format!("d{number}.example")).collect::<Vec<_>>();
    assert_eq!(with(domains(MOST)), Ok(MOST));
    assert_eq!(with([domains(MOST), domains(MOST)].concat()), Ok(MOST));
    assert_eq!(with(domains(MOST + 1)), Err(ImportError::TooMany));
}

#[test]
fn one_of_several_events_is_read_alone_and_knows_what_the_others_call_an_actor() {
    let first = import_part(SEVERAL, 0).expect("imports");
    let (marking, techniques) = (first.typed(Field::Marking), first.typed(Field::Techniques));
    assert_eq!((marking.text.as_str(), first.floor), ("amber", Some(Tlp::Amber)));
    assert_eq!(techniques.choices, ["ddos"]);
    assert_eq!(first.typed(Field::Determination).text, "confirmed");
    // Gone are a domain with an actor of this event, one with an actor of the other, and a file with a person's name.
    assert_eq!(values(&first), ["flood.example", &"aa".repeat(32)]);
    let flood = &first.indicators[0];
    let seen = [flood.first_seen, flood.last_seen].map(|at| at.expect("said").utc().to_string());
    assert_eq!(
        seen,
        ["2026-03-01 10:00:00.0 +00:00:00", "2026-03-02 10:30:00.0 +00:00:00"]
    );
    let second = import_part(SEVERAL, 1).expect("imports");
    assert_eq!(second.floor, Some(Tlp::AmberStrict));
    assert_eq!(values(&second), ["198.51.100.7", "quiet.example"]);
}

#[test]
fn attributes_that_a_search_found_are_a_draft_of_indicators() {
    let found =
        json!({ "response": { "Attribute": [{ "type": "domain", "value": "found.example", "event_id": "1" }] } });
    let draft = import(&found.to_string()).expect("imports");
    assert_eq!(values(&draft), ["found.example"]);
    assert!(draft.answers.is_empty());
}
