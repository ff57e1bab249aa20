//! What is in a workbook that nobody touched yet.

use crate::{
    edit::Edited,
    support::{ASKED_FOR, MADE, MESSAGES, OPENED, VALDORIA, WORDS, form, say, written},
};
use calamine::{Data, Reader, Xlsx};
use domain::{
    questionnaire::{Depth, Edition, EditionStage, Notice, Questionnaire},
    report::ReportDraft,
    samples::{CHIDI, DANA, reports},
};
use std::{collections::BTreeSet, io::Cursor};
use workbook::{Form, Words, write};

fn sheet(bytes: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let (rows, columns) = range.end().unwrap();
    let cell = |row, column| range.get_value((row, column)).unwrap_or(&Data::Empty).to_string();
    (0..=rows)
        .map(|row| (0..=columns).map(|column| cell(row, column)).collect())
        .collect()
}

#[test]
fn the_same_form_makes_the_same_bytes() {
    let draft = reports::valdoria();
    assert_eq!(written(&draft), written(&draft));
}

#[test]
fn a_section_is_a_sheet_and_a_question_a_line() {
    let bytes = written(&reports::valdoria());
    let rows = sheet(&bytes, "1 Capabilities");
    assert_eq!(rows[0][1], "Capabilities");
    assert_eq!(rows[2][3], "Answer");
    let line = |id: &str| {
        rows.iter()
            .find(|row| row[0] == id)
            .unwrap_or_else(|| panic!("{id}"))
            .clone()
    };
    assert_eq!(line("cdp-1-progress")[3], "Substantial, as stated by the State");
    assert_eq!(
        line("cdp-1-statement")[3],
        "A national strategy was adopted in February."
    );
    assert_eq!(line("cdp-1-statement")[4], "English");
    assert_eq!(
        line("cdp-1-in-place")[8],
        "https://cyber.valdoria.example/strategy-2026"
    );
    assert_eq!(line("cdp-1-in-place/strategy")[3], "Yes");
    assert_eq!(line("cdp-1-in-place/command")[3], "");
    assert_eq!(line("cdp-1-infrastructure")[6], "Withheld: security");
    let rows = sheet(&bytes, "2 Resources");
    let posts = rows.iter().find(|row| row[0] == "cdp-2-posts").unwrap();
    assert_eq!(posts[3..8], ["120", "", "Estimate", "", "Participating States"]);
}

#[test]
fn only_what_is_asked_is_in_it() {
    let draft = ReportDraft::default();
    let short = Form {
        depth: Depth::Short,
        ..form(&draft)
    };
    let bytes = write(&short, &WORDS, MADE).unwrap();
    let edited = Edited::open(&bytes);
    for question in OPENED.questions() {
        let is_there = std::panic::catch_unwind(|| edited.line(question.id.as_str()).1 > 0).unwrap_or(false);
        assert_eq!(is_there, question.is_asked(Depth::Short, &VALDORIA), "{}", question.id);
    }
}

#[test]
fn it_says_what_it_is_not_and_names_no_author() {
    let mut edited = Edited::open(&written(&reports::valdoria()));
    let mut text = |name: &str| String::from_utf8(edited.part(name).clone()).unwrap();
    let core = text("docProps/core.xml");
    assert!(
        core.contains("<dc:title>Valdoria: progress report 2026</dc:title>"),
        "{core}"
    );
    assert!(
        core.contains("<dc:creator></dc:creator>") && core.contains("2026-03-17T09:00:00Z"),
        "{core}"
    );
    let strings = text("xl/sharedStrings.xml");
    for said in [
        "not an official text",
        "Self-reported, voluntary; not an assessment of compliance",
    ] {
        assert!(strings.contains(said), "{said}");
    }
    assert!(
        text("xl/worksheets/sheet2.xml").contains("not an assessment of compliance"),
        "printed on each page"
    );
}

#[test]
fn only_cells_for_answers_are_unlocked() {
    let mut edited = Edited::open(&written(&reports::valdoria()));
    for sheet in 1..=edited
        .parts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
        .count()
    {
        let xml = String::from_utf8(edited.part(&format!("xl/worksheets/sheet{sheet}.xml")).clone()).unwrap();
        assert!(xml.contains("<sheetProtection sheet=\"1\""), "sheet {sheet}");
        assert!(!xml.contains("<f>"), "sheet {sheet}");
    }
    let workbook = String::from_utf8(edited.part("xl/workbook.xml").clone()).unwrap();
    assert!(
        workbook.contains("name=\"codes\"") && workbook.contains("state=\"veryHidden\""),
        "{workbook}"
    );
    let styles = String::from_utf8(edited.part("xl/styles.xml").clone()).unwrap();
    assert_eq!(
        styles.matches("<protection locked=\"0\"/>").count(),
        2,
        "for text and for numbers"
    );
}

#[test]
fn a_drop_down_shows_the_rows_of_its_list() {
    let bytes = written(&ReportDraft::default());
    let mut edited = Edited::open(&bytes);
    let row = edited.line("cdp-1-progress").1;
    let xml = String::from_utf8(edited.part("xl/worksheets/sheet2.xml").clone()).unwrap();
    let at = xml.find(&format!("sqref=\"D{row}\"")).unwrap();
    let range = xml[at..]
        .split("<formula1>")
        .nth(1)
        .unwrap()
        .split("</formula1>")
        .next()
        .unwrap();
    let (first, last) = range.strip_prefix("codes!$C$").unwrap().split_once(":$C$").unwrap();
    let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
    let codes: Vec<_> = sheet(&bytes, "codes")[first - 1..last]
        .iter()
        .map(|row| row[1].clone())
        .collect();
    assert_eq!(
        codes,
        ["not-started", "limited", "substantial", "complete", "not-applicable"]
    );
}

#[test]
fn a_language_from_right_to_left_turns_the_sheets() {
    let draft = ReportDraft::default();
    let words = Words {
        right_to_left: true,
        ..WORDS
    };
    let mut edited = Edited::open(&write(&form(&draft), &words, MADE).unwrap());
    let xml = String::from_utf8(edited.part("xl/worksheets/sheet2.xml").clone()).unwrap();
    assert!(xml.contains("rightToLeft=\"1\""));
}

/// Long names and markup in a questionnaire are text, and a hint that is too long is cut.
#[test]
fn a_strange_questionnaire_is_written_all_the_same() {
    let mut strange = Questionnaire::shipped().unwrap();
    strange.notice = Notice::Adopted("A/RES/0/0".into());
    strange.sections[0].title = "<r>A title: with [what] no/sheet*can?hold\\</r>".into();
    strange.sections[0].guidance = "x ".repeat(900);
    strange.sections[0].questions[0].text = "<r><t>markup</t></r>".into();
    let stage = EditionStage::Open {
        proposed_by: CHIDI.id(),
        opened_by: DANA.id(),
        at: MADE,
    };
    let frozen = Edition::stored(strange, stage, BTreeSet::new()).frozen().unwrap();
    let draft = reports::valdoria();
    let form = Form {
        questionnaire: &frozen,
        ..form(&draft)
    };
    let long = |id: &str, values: &[(&str, &str)]| {
        let text = say(id, values);
        if id.contains("-hint-") {
            "😀".repeat(400)
        } else {
            text
        }
    };
    let words = Words {
        say: &long,
        right_to_left: false,
    };
    let bytes = write(&form, &words, MADE).unwrap();
    let rows = sheet(&bytes, "1 <r>A title with what no sheet");
    assert_eq!(rows[3][1].trim(), "<r><t>markup</t></r>");
    let read = workbook::read(&bytes, &form).unwrap();
    assert!(read.answers.iter().all(|(id, typed)| *typed == draft.typed(id)));
}

#[test]
fn every_message_is_used() {
    written(&reports::valdoria());
    let draft = ReportDraft::default();
    let short = Form {
        depth: Depth::Short,
        ..form(&draft)
    };
    write(&short, &WORDS, MADE).unwrap();
    a_strange_questionnaire_is_written_all_the_same();
    let used = ASKED_FOR.with_borrow(Clone::clone);
    let unused: Vec<_> = MESSAGES.keys().filter(|id| !used.contains(*id)).collect();
    let others = |id: &&&String| !id.starts_with("workbook-unreadable-");
    assert!(unused.iter().all(|id| !others(&id)), "{unused:?}");
}
