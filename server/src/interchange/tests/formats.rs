//! Which file is what, and why some are nothing.

use super::{FILES, Formats, LARGEST, file, import, json_of};
use app::portal::ports::{ImportError, Imported, Interchange, Part};
use serde_json::json;

#[test]
fn what_makes_no_draft_says_why() {
    let event = file("misp-event");
    let too_large = format!("{event}{}", " ".repeat(LARGEST));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let cases = [
        ("", ImportError::Empty),
        (" \n", ImportError::Empty),
        ("{}", ImportError::Empty),
        ("[]", ImportError::Empty),
        (r#"{"Event": {}}"#, ImportError::Empty),
        (r#"{"response": []}"#, ImportError::Empty),
        (r#"{"type": "bundle", "id": "bundle--1"}"#, ImportError::Empty),
        (r#"{"type": "bundle", "objects": []}"#, ImportError::Empty),
        (r#"{"objects": [1, "a"]}"#, ImportError::NotKnown),
        (
            r#"{"type": "bundle", "spec_version": "2.0", "objects": [{}]}"#,
            ImportError::WrongVersion,
        ),
        (
            r#"{"type": "bundle", "objects": [{"type": "indicator", "id": "indicator--1"}]}"#,
            ImportError::WrongVersion,
        ),
        (
            r#"{"objects": [{"type": "indicator", "id": "indicator--1", "spec_version": "2.2"}]}"#,
            ImportError::WrongVersion,
        ),
        (&too_large, ImportError::TooLarge),
        (&deep, ImportError::NotJson),
        (&event[..event.len() / 2], ImportError::NotJson),
        ("not JSON", ImportError::NotJson),
        ("<stix:STIX_Package/>", ImportError::NotJson),
        (r#"{"a": 1e999}"#, ImportError::NotJson),
        ("null", ImportError::NotKnown),
        ("[1, 2]", ImportError::NotKnown),
        (r#"{"Event": {"info": 7, "date": "2026-03-09"}}"#, ImportError::NotKnown),
        ("{\0}", ImportError::NotUtf8),
    ];
    for (file, error) in cases {
        assert_eq!(import(file).map(|_| ()), Err(error), "{}", &file[..file.len().min(80)]);
    }
}

#[test]
fn what_is_no_utf_8_says_so() {
    let event = file("misp-event");
    assert_eq!(Formats.import(b"\xFF\xFE{\0}\0", None), Err(ImportError::NotUtf8));
    let wide: Vec<u8> = event.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(Formats.import(&wide, None), Err(ImportError::NotUtf8));
}

#[test]
fn a_file_may_come_wrapped() {
    let bare = json_of("misp-event")["Event"].take();
    let expected = import(file("misp-event"));
    for wrapped in [
        bare.clone(),
        json!({ "response": [{ "Event": bare }] }),
        json!([{ "Event": bare }]),
    ] {
        assert_eq!(import(&wrapped.to_string()), expected);
    }
    assert_eq!(import(&format!("\u{FEFF}{}", file("misp-event"))), expected);
    let objects = json_of("stix-report")["objects"].take();
    let expected = import(file("stix-report"));
    for wrapped in [json!({ "more": false, "objects": objects }), objects] {
        assert_eq!(import(&wrapped.to_string()), expected);
    }
}

#[test]
fn a_file_that_tells_of_several_events_asks_which() {
    let asked = |name| match Formats.import(file(name).as_bytes(), None) {
        Ok(Imported::Several(events)) => events.into_iter().map(|event| event.title).collect(),
        _ => Vec::new(),
    };
    assert_eq!(
        asked("misp-several"),
        ["Invented: the first of two, at Meridia", "Invented: the second of two"]
    );
    assert_eq!(
        asked("stix-groupings"),
        ["Invented: the first, by Silver Finch", "Invented: the second"]
    );
    assert!(asked("stix-report").is_empty() && asked("stix-indicators").is_empty());
    for (_, file) in FILES {
        let beyond = Formats.import(file.as_bytes(), Some(Part(7)));
        assert!(matches!(beyond, Err(ImportError::Gone) | Ok(Imported::Draft(_))));
    }
}
