//! What is held back is in no byte of a disclosure, whatever is held back and whatever it is next to.
//!
//! Every value is a canary: a text that occurs nowhere else. A field is then either released, and its canary is there,
//! or kept back one way or another, and it is not.

#![allow(clippy::expect_used, reason = "a test that cannot go on says where it stopped")]

use domain::{
    draft::{Draft, Typed},
    form::{Control, Field, Instalment},
    marking::{Audience, Reason},
    publication::Disclosure,
    samples::{self, TUESDAY},
    state::StateCode,
};
use proptest::prelude::*;

/// What the State does with a field.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Choice {
    Release,
    HoldBack(Reason),
    Withhold(Reason),
    Unknown,
}

fn choices() -> impl Strategy<Value = Choice> {
    let reason = || prop::sample::select(Reason::ALL.to_vec());
    prop_oneof![
        Just(Choice::Release),
        reason().prop_map(Choice::HoldBack),
        reason().prop_map(Choice::Withhold),
        Just(Choice::Unknown),
    ]
}

/// A text that occurs nowhere else.
fn canary(field: Field) -> String {
    format!("canary-of-{}", field.id())
}

/// The field with its canary in it, where it can carry one; `None` for fields of fixed values.
fn with_canary(field: Field, before: Typed) -> Option<Typed> {
    let text = canary(field);
    Some(match field.control() {
        Control::Line(_) => Typed { text, ..before },
        Control::Text(_) => Typed {
            text,
            language: "en".into(),
            ..before
        },
        Control::Choices(list) if list.knows("other") => Typed {
            choices: vec!["other".into()],
            other: text,
            ..Typed::default()
        },
        // A number nobody else has.
        Control::Count => Typed {
            text: "777000777".into(),
            ..before
        },
        _ => return None,
    })
}

fn mark(field: Field) -> String {
    if matches!(field.control(), Control::Count) {
        "777000777".into()
    } else {
        canary(field)
    }
}

fn apply(typed: Typed, choice: Choice) -> Typed {
    match choice {
        Choice::Release => Typed {
            held_back: String::new(),
            cannot: String::new(),
            ..typed
        },
        Choice::HoldBack(reason) => Typed {
            held_back: reason.code().into(),
            cannot: String::new(),
            ..typed
        },
        Choice::Withhold(reason) => Typed {
            cannot: reason.code().into(),
            ..Typed::default()
        },
        Choice::Unknown => Typed {
            cannot: "unknown".into(),
            ..Typed::default()
        },
    }
}

fn carriers() -> Vec<Field> {
    Field::asked_at(Instalment::Notification)
        .filter(|field| !field.needs_value() && with_canary(*field, Typed::default()).is_some())
        .collect()
}

proptest! {
    #[test]
    fn nothing_held_back_is_disclosed(chosen in prop::collection::vec(choices(), carriers().len())) {
        let mut draft: Draft = samples::flooded_archive(Audience::Public);
        for (field, choice) in carriers().into_iter().zip(&chosen) {
            let typed = with_canary(field, Typed::default()).expect("a carrier");
            draft.answers.insert(field, apply(typed, *choice));
        }
        let incident = draft.complete(Instalment::Notification, TUESDAY).expect("complete");
        let disclosure = Disclosure::of(&StateCode::VALDORIA, &incident);
        let bytes = String::from_utf8(disclosure.bytes()).expect("JSON is UTF-8");
        for (field, choice) in carriers().into_iter().zip(chosen) {
            prop_assert_eq!(bytes.contains(&mark(field)), choice == Choice::Release, "{} {:?}", field.id(), choice);
        }
    }
}

#[test]
fn other_states_are_public_only_as_a_number() {
    let mut draft = samples::flooded_archive(Audience::Public);
    let affected = ["XM", "XN", "XC"].map(str::to_owned).to_vec();
    draft.answers.insert(
        Field::StatesAffected,
        Typed {
            choices: affected,
            ..Typed::default()
        },
    );
    let incident = draft.complete(Instalment::Notification, TUESDAY).expect("complete");
    let bytes = String::from_utf8(Disclosure::of(&StateCode::VALDORIA, &incident).bytes()).expect("UTF-8");
    assert!(bytes.contains(r#""states-affected":{"number-of-states":3}"#), "{bytes}");
    for code in ["\"XM\"", "\"XN\"", "\"XC\""] {
        assert!(!bytes.contains(code), "{code} in {bytes}");
    }
}

#[test]
fn the_six_answers_stay_distinct() {
    let mut draft = samples::flooded_archive(Audience::Public);
    let cannot = |why: &str| Typed {
        cannot: why.into(),
        ..Typed::default()
    };
    draft.answers.insert(Field::Measures, cannot("none"));
    draft.answers.insert(Field::Sectors, cannot("unknown"));
    draft.answers.insert(Field::OthersInformed, cannot("security"));
    draft.answers.insert(Field::Started, Typed::default());
    let incident = draft.complete(Instalment::Notification, TUESDAY).expect("complete");
    let json = serde_json::to_value(Disclosure::of(&StateCode::VALDORIA, &incident)).expect("JSON");
    let answer = |field: Field| json["answers"][field.id()].to_string();
    assert_eq!(answer(Field::NationalSeverity), r#"{"given":{"line":"Level 2 of 5"}}"#);
    assert_eq!(answer(Field::Measures), r#""none""#);
    assert_eq!(answer(Field::Sectors), r#""unknown""#);
    assert_eq!(answer(Field::OthersInformed), r#"{"withheld":"security"}"#);
    assert_eq!(answer(Field::Started), r#""left-blank""#);
    assert_eq!(answer(Field::Lessons), r#""not-asked""#);
}
