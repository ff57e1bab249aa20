//! The form of an invented State, in the portal's own words.

use domain::{
    ids::Timestamp,
    questionnaire::{AskedAbout, Depth, Frozen, Questionnaire},
    report::ReportDraft,
    samples::{TUESDAY, reports},
    state::StateCode,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};
use workbook::{Form, Read, Unreadable, Words, read, write};

pub static OPENED: LazyLock<Frozen> =
    LazyLock::new(|| reports::opened(Questionnaire::shipped().unwrap(), None).unwrap());

pub static VALDORIA: LazyLock<AskedAbout> = LazyLock::new(|| reports::asked_of(StateCode::VALDORIA));

/// Every message of the workbook, by its id, as it stands in the file.
pub static MESSAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in include_str!("../../../../app/locales/en/workbook.ftl").lines() {
        if let Some((id, text)) = line.split_once(" = ").filter(|_| line.starts_with("workbook-")) {
            last = id.to_owned();
            assert!(
                messages.insert(last.clone(), text.to_owned()).is_none(),
                "{id} is there twice"
            );
        } else if line.starts_with(' ') {
            messages.get_mut(&last).unwrap().push_str(line);
        }
    }
    messages
});

thread_local! {
    /// Which messages were asked for.
    pub static ASKED_FOR: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

pub fn say(id: &str, values: &[(&str, &str)]) -> String {
    ASKED_FOR.with_borrow_mut(|ids| ids.insert(id.to_owned()));
    let mut text = MESSAGES.get(id).unwrap_or_else(|| panic!("no message {id}")).clone();
    for (name, value) in values {
        text = text.replace(&format!("{{ ${name} }}"), value);
    }
    assert!(!text.contains("{ $"), "{id} needs more values: {text}");
    text
}

pub const WORDS: Words<'static> = Words {
    say: &say,
    right_to_left: false,
};

/// Valdoria's full form of 2026.
pub fn form(draft: &ReportDraft) -> Form<'_> {
    Form {
        state: StateCode::VALDORIA,
        state_name: "Valdoria",
        cycle: 2026.try_into().unwrap(),
        depth: Depth::Full,
        questionnaire: &OPENED,
        about: &VALDORIA,
        draft,
    }
}

pub const MADE: Timestamp = TUESDAY;

pub fn written(draft: &ReportDraft) -> Vec<u8> {
    write(&form(draft), &WORDS, MADE).unwrap()
}

pub fn read_into(draft: &ReportDraft, bytes: &[u8]) -> Result<Read, Unreadable> {
    read(bytes, &form(draft))
}

/// The draft, with what was read in its place.
pub fn after(draft: &ReportDraft, read: &Read) -> ReportDraft {
    let mut after = draft.clone();
    after.answers.extend(read.answers.clone());
    after
}
