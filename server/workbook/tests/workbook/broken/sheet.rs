//! What was done to sheets, headings, lines and cells.

use super::{CAPABILITIES, broken, spot};
use crate::{
    edit::Edited,
    support::{MADE, WORDS, form, read_into, written},
};
use domain::samples::reports;
use workbook::{Unreadable, write};

#[test]
fn what_was_done_to_sheets() {
    let renamed = broken(|workbook| {
        workbook.replace("xl/workbook.xml", "name=\"1 Capabilities\"", "name=\"Capabilities\"");
    });
    assert_eq!(
        renamed,
        Unreadable::SheetMissing {
            sheet: CAPABILITIES.into()
        }
    );
    let removed = broken(|workbook| {
        let sheet = "<sheet name=\"1 Capabilities\" sheetId=\"2\" r:id=\"rId2\"/>";
        workbook.replace("xl/workbook.xml", sheet, "");
    });
    assert_eq!(removed, renamed);
    let added = broken(|workbook| {
        workbook.replace(
            "xl/workbook.xml",
            "<sheet ",
            "<sheet name=\"Notes\" sheetId=\"99\" r:id=\"rId2\"/><sheet ",
        );
    });
    assert_eq!(added, Unreadable::SheetUnknown { sheet: "Notes".into() });
    let foreign = broken(|workbook| {
        workbook.replace("xl/workbook.xml", "name=\"codes\"", "name=\"Sheet1\"");
    });
    assert_eq!(foreign, Unreadable::Foreign);
    let gone = broken(|workbook| workbook.parts.retain(|(name, _)| name != "xl/worksheets/sheet2.xml"));
    assert_eq!(gone, Unreadable::Damaged);
}

#[test]
fn what_was_done_to_headings_and_questions() {
    let row = Edited::open(&written(&reports::valdoria())).line("cdp-1-progress").1;
    let swapped = broken(|workbook| {
        let part = workbook.part_of("cdp-1-progress");
        let xml = String::from_utf8(workbook.part(&part).clone()).unwrap();
        let swapped = xml
            .replace("r=\"D3\"", "r=\"#\"")
            .replace("r=\"E3\"", "r=\"D3\"")
            .replace("r=\"#\"", "r=\"E3\"");
        *workbook.part(&part) = swapped.into_bytes();
    });
    assert_eq!(swapped, Unreadable::HeadingChanged(spot("D3")));
    let asked = broken(|workbook| {
        workbook.text("cdp-1-progress", 'B', "How far has your ally come?");
    });
    assert_eq!(asked, Unreadable::TextChanged(spot(&format!("B{row}"))));
    let emptied = broken(|workbook| {
        workbook.text("cdp-1-progress", 'B', "");
    });
    assert_eq!(emptied, Unreadable::TextChanged(spot(&format!("B{row}"))));
    let guided = broken(|workbook| {
        workbook.text("cdp-1-progress", 'C', "Our answer");
    });
    assert_eq!(guided, Unreadable::TextChanged(spot(&format!("C{row}"))));
}

#[test]
fn what_was_done_to_lines() {
    let row = Edited::open(&written(&reports::valdoria())).line("cdp-1-progress").1;
    let missing = broken(|workbook| {
        workbook.without_row("cdp-1-in-place/strategy");
    });
    let line = "cdp-1-in-place/strategy".to_owned();
    assert_eq!(
        missing,
        Unreadable::LineMissing {
            sheet: CAPABILITIES.into(),
            line
        }
    );
    let twice = broken(|workbook| {
        workbook.text("cdp-1-statement", 'A', "cdp-1-progress");
    });
    assert_eq!(twice, Unreadable::LineTwice(spot(&format!("A{}", row + 1))));
    let unknown = broken(|workbook| {
        workbook.text("cdp-1-progress", 'A', "cdp-9-progress");
    });
    assert_eq!(unknown, Unreadable::LineUnknown(spot(&format!("A{row}"))));
    let moved = broken(|workbook| {
        workbook.text("cdp-1-progress", 'A', "cdp-2-progress");
    });
    assert_eq!(moved, Unreadable::LineUnknown(spot(&format!("A{row}"))));
}

#[test]
fn what_stands_in_cells() {
    let row = Edited::open(&written(&reports::valdoria())).line("cdp-1-progress").1;
    let at = |column: char| spot(&format!("{column}{row}"));
    let put = |column: char, kind: &'static str, inner: &'static str| {
        broken(move |workbook| {
            workbook.put("cdp-1-progress", column, kind, inner);
        })
    };
    assert_eq!(
        put('D', "str", "<f>B1&amp;B2</f><v>limited</v>"),
        Unreadable::Formula(at('D'))
    );
    assert_eq!(put('D', "n", "<f>1+1</f>"), Unreadable::Formula(at('D')));
    assert_eq!(
        put('D', "n", "<f t=\"shared\" si=\"18446744073709551614\"/><v>1</v>"),
        Unreadable::Formula(at('D'))
    );
    assert_eq!(put('B', "str", "<f>A1</f><v>x</v>"), Unreadable::Formula(at('B')));
    assert_eq!(put('D', "e", "<v>#REF!</v>"), Unreadable::ErrorValue(at('D')));
    let astray = broken(|workbook| {
        workbook.text("cdp-1-progress", 'E', "English");
    });
    assert_eq!(astray, Unreadable::Astray(at('E')));
    let below = broken(|workbook| {
        let note = "<row r=\"90\"><c r=\"D90\" t=\"inlineStr\"><is><t>A note</t></is></c></row>";
        workbook.more_rows("cdp-1-progress", note);
    });
    assert_eq!(below, Unreadable::Astray(spot("D90")));
    let ticked = broken(|workbook| {
        workbook.text("cdp-1-in-place/strategy", 'D', "partly");
    });
    assert!(
        matches!(&ticked, Unreadable::NotYesOrNo(spot) if spot.cell.starts_with('D')),
        "{ticked}"
    );
}

/// A line whose answer was left out takes none.
#[test]
fn an_answer_over_what_was_left_out() {
    let mut draft = reports::valdoria();
    draft
        .answers
        .get_mut(&"cdp-1-statement".parse().unwrap())
        .unwrap()
        .value
        .text = "\u{7}".into();
    let mut workbook = Edited::open(&write(&form(&draft), &WORDS, MADE).unwrap());
    workbook.text("cdp-1-statement", 'D', "An answer");
    let row = workbook.line("cdp-1-statement").1;
    let answer = read_into(&draft, &workbook.bytes()).unwrap_err();
    assert_eq!(answer, Unreadable::Astray(spot(&format!("D{row}"))));
}
