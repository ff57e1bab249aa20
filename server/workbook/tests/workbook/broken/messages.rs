//! Whatever the answer is, there are words for it.

use super::{CAPABILITIES, spot};
use crate::support::MESSAGES;
use domain::{questionnaire::Depth, state::StateCode};
use std::collections::BTreeSet;
use workbook::{BYTES_MAX, PARTS_MAX, Unreadable};

/// One of each.
fn all() -> Vec<Unreadable> {
    let (found, expected) = (StateCode::VALDORIA, StateCode::MERIDIA);
    let of_form = vec![
        Unreadable::OtherFormat,
        Unreadable::CodesChanged,
        Unreadable::OtherState { found, expected },
        Unreadable::OtherCycle {
            found: 2025.try_into().unwrap(),
            expected: 2026.try_into().unwrap(),
        },
        Unreadable::OtherVersion {
            found: "2025.1".parse().unwrap(),
            expected: "2026.1".parse().unwrap(),
        },
        Unreadable::OtherQuestions,
        Unreadable::OtherDepth {
            found: Depth::Full,
            expected: Depth::Short,
        },
    ];
    [of_file(), of_form, of_sheets()].concat()
}

fn of_file() -> Vec<Unreadable> {
    vec![
        Unreadable::TooLarge { max: BYTES_MAX },
        Unreadable::Encrypted,
        Unreadable::OldFormat,
        Unreadable::NotAWorkbook,
        Unreadable::Damaged,
        Unreadable::TooManyParts { max: PARTS_MAX },
        Unreadable::UnpacksTooMuch,
        Unreadable::Foreign,
    ]
}

fn of_sheets() -> Vec<Unreadable> {
    let sheet = || String::from(CAPABILITIES);
    let line = String::from("cdp-1-progress");
    vec![
        Unreadable::SheetMissing { sheet: sheet() },
        Unreadable::SheetUnknown { sheet: sheet() },
        Unreadable::TooManyRows { sheet: sheet(), max: 9 },
        Unreadable::HeadingChanged(spot("D3")),
        Unreadable::TextChanged(spot("D3")),
        Unreadable::LineMissing { sheet: sheet(), line },
        Unreadable::LineTwice(spot("D3")),
        Unreadable::LineUnknown(spot("D3")),
        Unreadable::Formula(spot("D3")),
        Unreadable::ErrorValue(spot("D3")),
        Unreadable::Astray(spot("D3")),
        Unreadable::NotYesOrNo(spot("D3")),
    ]
}

#[test]
fn every_answer_has_a_message_with_all_its_values() {
    let mut ids = BTreeSet::new();
    for unreadable in all() {
        let id = format!("workbook-unreadable-{}", unreadable.code());
        let mut text = MESSAGES.get(&id).unwrap_or_else(|| panic!("no message {id}")).clone();
        for (name, value) in unreadable.values() {
            text = text.replace(&format!("${name} "), &value);
        }
        assert!(!text.contains('$'), "{id}: {text}");
        ids.insert(id);
    }
    let written = MESSAGES.keys().filter(|id| id.starts_with("workbook-unreadable-"));
    assert_eq!(written.cloned().collect::<BTreeSet<_>>(), ids);
}
