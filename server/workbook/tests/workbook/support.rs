//! The form of an invented State, in the portal's own words.

use domain::{
    ids::{Timestamp, Version},
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
            id.clone_into(&mut last);
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
        version: TAKEN,
    }
}

/// The version of every draft here.
pub const TAKEN: Version = Version::new(40_961);

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

/// Texts that spreadsheets, XML or this crate could take for something else.
pub const STRANGE: &[&str] = &[
    " ",
    "\n",
    "\t tabbed \n",
    "=1+1",
    "=1+1 begins it\n\n\tthen <b>&amp;</b>, نص and 😀 ",
    "+1",
    "-1",
    "@SUM(A1)",
    "'quoted",
    "5",
    "5.0",
    "007",
    "1e5",
    "4294967296",
    "TRUE",
    "#REF!",
    "2026-03-27",
    "2026-13",
    "one\ntwo\n\nthree",
    "one\r\ntwo",
    "\r",
    "\u{7}",
    "\u{fffe}",
    "_x0041_",
    "_x0041_x0041_",
    "_x005F_x0041_",
    "x005F_",
    "_x000D_",
    "_x\u{1}",
    "<r>run</r>",
    "<b>&amp;</b>",
    "نص من اليمين إلى اليسار",
    "😀",
    "Limited, as stated by the State",
    "LIMITED, as stated by the State",
    "limited",
    "Yes",
    "Actual",
    "actual",
    "none",
    "Withheld: security",
    "English",
    "halfway",
    "https://a.example\nhttps://b.example",
];
