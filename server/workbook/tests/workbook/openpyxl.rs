//! A workbook that openpyxl opened, changed and saved: it keeps no shared formats, orders parts otherwise and writes
//! every string anew, as other programs do.

use crate::support::{OPENED, STRANGE, VALDORIA, after, read_into, written};
use domain::{
    questionnaire::{Depth, Kind, Question},
    report::ReportDraft,
    samples::reports,
};
use std::{env, fs, process::Command};

#[allow(
    clippy::disallowed_methods,
    reason = "which Python has openpyxl, only the environment knows"
)]
fn through_openpyxl(draft: &ReportDraft, edits: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (folder.path().join("source.xlsx"), folder.path().join("target.xlsx"));
    fs::write(&source, written(draft)).unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../end2end/exports/workbook.py");
    let python = env::var_os("OPENPYXL_PYTHON").expect("OPENPYXL_PYTHON names a Python that has openpyxl");
    let status = Command::new(python)
        .arg(script)
        .args([&source, &target])
        .arg(edits)
        .status()
        .unwrap();
    assert!(status.success());
    fs::read(target).unwrap()
}

/// Strange texts in every question that takes one: what does not fit into a cell is left out, the rest survives.
#[test]
#[ignore = "needs a Python with openpyxl, which OPENPYXL_PYTHON names"]
fn what_openpyxl_did_not_touch_comes_back() {
    let takes_text = |question: &&Question| matches!(question.kind, Kind::Text { .. });
    let texts: Vec<_> = OPENED.asked(Depth::Full, &VALDORIA).filter(takes_text).collect();
    for some in STRANGE.chunks(texts.len()) {
        let mut draft = reports::valdoria();
        for (question, text) in texts.iter().zip(some) {
            let answer = draft.answers.entry(question.id.clone()).or_default();
            answer.value.text = (*text).to_owned();
        }
        let read = read_into(&draft, &through_openpyxl(&draft, "{}")).unwrap();
        assert!(read.left_out.len() < some.len());
        let after = after(&draft, &read);
        for question in &texts {
            assert_eq!(after.typed(&question.id), draft.typed(&question.id));
        }
        assert!(draft.changed_by(&after).is_empty());
    }
}

#[test]
#[ignore = "needs a Python with openpyxl, which OPENPYXL_PYTHON names"]
fn exactly_what_openpyxl_changed_changes() {
    let draft = reports::valdoria();
    let edits = r#"{
        "cdp-1-progress": {"answer": "Complete, as stated by the State", "audience": "The public"},
        "cdp-1-in-place/command": {"answer": "Yes"},
        "cdp-1-in-place/strategy": {"answer": null},
        "cdp-2-posts": {"answer": 140, "estimate": "Actual"},
        "cdp-3-statement": {"answer": "Deux lignes\nde texte", "language": "français"},
        "cdp-6-exercises": {"cannot": null},
        "dialogue-revised": {"answer": {"date": "2026-03-27"}}
    }"#;
    let read = read_into(&draft, &through_openpyxl(&draft, edits)).unwrap();
    let after = after(&draft, &read);
    let changed: Vec<_> = draft.changed_by(&after).iter().map(ToString::to_string).collect();
    let expected = [
        "cdp-1-in-place",
        "cdp-1-progress",
        "cdp-2-posts",
        "cdp-3-statement",
        "cdp-6-exercises",
        "dialogue-revised",
    ];
    assert_eq!(changed, expected);
    let typed = |id: &str| after.typed(&id.parse().unwrap()).value;
    assert_eq!(typed("cdp-1-in-place").choices, ["recovery", "command"]);
    assert_eq!(
        (typed("cdp-2-posts").text, typed("cdp-2-posts").estimate),
        ("140".into(), String::new())
    );
    assert_eq!(typed("cdp-3-statement").text, "Deux lignes\nde texte");
    let date = typed("dialogue-revised");
    assert_eq!([date.year, date.month, date.day], ["2026", "3", "27"]);
}
