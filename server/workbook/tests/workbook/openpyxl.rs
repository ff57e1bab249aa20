//! A workbook that openpyxl opened, changed and saved: it keeps no shared formats, orders parts otherwise and writes
//! every string anew, as other programs do.

use crate::support::{after, read_into, written};
use domain::{report::ReportDraft, samples::reports};
use std::{env, fs, process::Command};

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

#[test]
#[ignore = "needs a Python with openpyxl, which OPENPYXL_PYTHON names"]
fn what_openpyxl_did_not_touch_comes_back() {
    let mut draft = reports::valdoria();
    let text = "=1+1 begins it\n\n\tthen _x0041_, <b>&amp;</b>, نص and 😀 ";
    draft
        .answers
        .get_mut(&"cdp-1-statement".parse().unwrap())
        .unwrap()
        .value
        .text = text.into();
    let read = read_into(&draft, &through_openpyxl(&draft, "{}")).unwrap();
    assert!(read.left_out.is_empty());
    assert!(draft.changed_by(&after(&draft, &read)).is_empty());
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
