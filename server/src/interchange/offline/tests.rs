//! Forms written, changed as by hand, and read back.

use super::json;
use app::{
    portal::ports::{FilledIn, OfflineForm, OfflineFormat, Unread},
    words,
};
use domain::{
    ids::Version,
    questionnaire::{Depth, QuestionId, Questionnaire},
    report::{ReportDraft, ReportTerms, TypedAnswer},
    samples::{TUESDAY, reports},
    state::StateCode,
};
use serde_json::{Value, json};
use std::sync::Arc;

/// Valdoria's full form of 2026, part filled.
fn form() -> OfflineForm {
    let questionnaire = reports::opened(Questionnaire::shipped().unwrap(), None).unwrap();
    let about = reports::asked_of(StateCode::VALDORIA);
    OfflineForm {
        reference: "REP-XV-2026-0001".parse().unwrap(),
        state_name: "Valdoria".into(),
        depth: Depth::Full,
        terms: Arc::new(ReportTerms {
            cycle: 2026.try_into().unwrap(),
            questionnaire: Arc::new(questionnaire),
            about,
            audience: domain::marking::Audience::Public,
            last: None,
            closes: TUESDAY,
        }),
        draft: reports::valdoria(),
        version: Version::new(7),
    }
}

fn id(text: &str) -> QuestionId {
    text.parse().unwrap()
}

fn written(form: &OfflineForm) -> Value {
    serde_json::from_slice(&json::write(form)).unwrap()
}

fn read(form: &OfflineForm, file: &Value) -> Result<FilledIn, Unread> {
    json::read(form, &serde_json::to_vec(file).unwrap())
}

/// The draft with what was read in its place.
fn after(form: &OfflineForm, read: FilledIn) -> ReportDraft {
    let mut after = form.draft.clone();
    after.answers.extend(read.answers);
    after
}

fn refused(form: &OfflineForm, change: impl FnOnce(&mut Value)) -> String {
    let mut file = written(form);
    change(&mut file);
    let why = read(form, &file).unwrap_err();
    assert_eq!(why.format, Some(OfflineFormat::Json));
    let values: Vec<(&str, &str)> = why.values.iter().map(|(name, value)| (&**name, &**value)).collect();
    let id = format!("offline-unreadable-{}", why.code);
    assert_ne!(words::say_with(&id, &values), id, "it is said");
    why.code
}

#[test]
fn what_nobody_touched_comes_back_as_it_was() {
    let form = form();
    let read = read(&form, &written(&form)).unwrap();
    let asked = form.terms.questionnaire.asked(form.depth, &form.terms.about).count();
    assert_eq!(read.answers.len(), asked);
    assert!(form.draft.changed_by(&after(&form, read)).is_empty());
}

#[test]
fn it_says_of_which_draft_it_was_made() {
    let form = form();
    let taken_from = |file: &Value| json::taken_from(&form, &serde_json::to_vec(file).unwrap());
    let mut file = written(&form);
    assert_eq!(taken_from(&file), Ok(form.version));
    file["draft"] = json!("the newest");
    assert_eq!(taken_from(&file).unwrap_err().code, "not-understood");
    file.as_object_mut().unwrap().remove("draft");
    assert_eq!(taken_from(&file).unwrap_err().code, "not-understood");
}

#[test]
fn exactly_what_was_edited_is_different() {
    let form = form();
    let mut file = written(&form);
    file["answers"]["cdp-1-progress"]["state"] = json!("given");
    file["answers"]["cdp-1-progress"]["text"] = json!("complete");
    file["answers"]["cdp-1-statement"] = json!({ "state": "withheld", "reason": "security" });
    file["answers"].as_object_mut().unwrap().remove("cdp-2-progress");
    let after = after(&form, read(&form, &file).unwrap());
    let changed = form.draft.changed_by(&after);
    assert_eq!(changed, [id("cdp-1-progress"), id("cdp-1-statement")].into());
    assert_eq!(after.typed(&id("cdp-1-statement")).value.cannot, "security");
}

#[test]
fn what_is_wrong_is_kept_as_it_is() {
    let form = form();
    let mut file = written(&form);
    file["answers"]["cdp-1-progress"] = json!({ "state": "withheld", "text": "half-way" });
    let read = read(&form, &file).unwrap();
    let TypedAnswer { value, .. } = &read.answers[&id("cdp-1-progress")];
    assert_eq!((&*value.text, &*value.cannot), ("half-way", "withheld"));
}

#[test]
fn each_fault_of_a_file_has_its_own_reason() {
    let form = form();
    let other = |member: &'static str, value: Value| move |file: &mut Value| file[member] = value;
    assert_eq!(refused(&form, other("state", json!("XM"))), "other-state");
    assert_eq!(refused(&form, other("cycle", json!(2025))), "other-cycle");
    assert_eq!(refused(&form, other("questionnaire", json!("2025.1"))), "other-version");
    assert_eq!(refused(&form, other("questions", json!("0"))), "other-questions");
    assert_eq!(refused(&form, other("form", json!("short"))), "other-depth");
    assert_eq!(
        refused(&form, other("format", json!("verbale-report-form/1"))),
        "other-format"
    );
    assert_eq!(refused(&form, other("format", json!("another"))), "foreign");
    assert_eq!(refused(&form, other("answers", json!([]))), "not-understood");
    let typo = json!({ "txet": "complete" });
    assert_eq!(
        refused(&form, |file| file["answers"]["cdp-1-progress"] = typo),
        "not-understood"
    );
    assert_eq!(
        refused(&form, |file| file["answers"]["no-question"] = json!({})),
        "question-unknown"
    );
    let why = |bytes: &[u8]| json::read(&form, bytes).unwrap_err().code;
    assert_eq!(why(b"{ \"format\": "), "not-json");
    assert_eq!(why(b"{ \xff }"), "not-text");
    assert_eq!(why(&vec![b' '; workbook::BYTES_MAX + 1]), "too-large");
}

#[test]
fn a_file_says_by_itself_whether_it_is_json() {
    assert!(json::is_json(b"\n {}") && json::is_json("\u{FEFF}{}".as_bytes()));
    assert!(!json::is_json(b"PK\x03\x04") && !json::is_json(b""));
}
