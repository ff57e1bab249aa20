//! The importer, on an invented event, on real ones where there are any, and on what nobody would send in earnest.

mod hostile;
mod real;

use super::{Formats, LARGEST};
use app::portal::ports::{ImportError, Interchange};
use domain::{draft::Draft, form::Field, indicator::MOST};
use serde_json::{Value, json};

const EVENT: &str = include_str!("../../../tests/inputs/misp-event.json");

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

fn import(file: &str) -> Result<Draft, ImportError> {
    Formats.import(file.as_bytes()).map(|imported| imported.draft)
}

fn event() -> Value {
    serde_json::from_str(EVENT).expect("valid JSON")
}

fn with_tags(tags: &[&str]) -> Value {
    let tags: Vec<_> = tags.iter().map(|name| json!({ "name": name })).collect();
    json!({ "info": "Invented", "date": "2026-03-09", "Tag": tags })
}

/// The draft without the source's own title, which its drafter is shown and nobody else.
fn without_title(mut draft: Draft) -> String {
    draft.source.as_mut().expect("an import has a source").title.clear();
    serde_json::to_string_pretty(&draft).expect("serialisable")
}

#[test]
fn an_event_becomes_this_draft() {
    insta::assert_snapshot!(serde_json::to_string_pretty(&import(EVENT).expect("imports")).expect("serialisable"));
}

#[test]
fn nothing_that_is_left_out_is_kept() {
    let draft = without_title(import(EVENT).expect("imports")).to_lowercase();
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
fn what_is_no_single_event_says_why() {
    let two = json!({ "response": [event(), event()] }).to_string();
    let too_large = format!("{EVENT}{}", " ".repeat(LARGEST));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let cases = [
        ("", ImportError::Empty),
        (" \n", ImportError::Empty),
        ("{}", ImportError::Empty),
        (r#"{"Event": {}}"#, ImportError::Empty),
        (r#"{"response": []}"#, ImportError::Empty),
        (&two, ImportError::Several),
        (&too_large, ImportError::TooLarge),
        (&deep, ImportError::NotJson),
        (&EVENT[..EVENT.len() / 2], ImportError::NotJson),
        ("not JSON", ImportError::NotJson),
        ("null", ImportError::NotKnown),
        ("[1, 2]", ImportError::NotKnown),
        (r#"{"type": "bundle", "objects": []}"#, ImportError::NotKnown),
        (r#"{"Event": {"info": 7, "date": "2026-03-09"}}"#, ImportError::NotKnown),
    ];
    for (file, error) in cases {
        assert_eq!(import(file), Err(error), "{}", &file[..file.len().min(60)]);
    }
    assert_eq!(Formats.import(b"\xFF\xFE{\0}\0").map(|_| ()), Err(ImportError::NotUtf8));
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
