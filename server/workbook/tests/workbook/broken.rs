//! Broken workbooks: each has its own clear answer.

use crate::{
    edit::Edited,
    support::{MADE, MESSAGES, WORDS, form, read_into, written},
};
use domain::{
    questionnaire::{Depth, Edition, EditionStage, QuestionnaireVersion},
    report::ReportDraft,
    samples::{CHIDI, DANA, reports},
    state::StateCode,
};
use std::{
    collections::BTreeSet,
    io::{Cursor, Write},
};
use workbook::{BYTES_MAX, Form, PARTS_MAX, Spot, UNPACKED_MAX, Unreadable, read, write};
use zip::{ZipWriter, write::SimpleFileOptions};

const CAPABILITIES: &str = "1 Capabilities";

/// What is said to Valdoria's workbook after this was done to it.
fn broken(edit: impl FnOnce(&mut Edited)) -> Unreadable {
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    edit(&mut workbook);
    read_into(&draft, &workbook.bytes()).unwrap_err()
}

fn spot(cell: &str) -> Spot {
    Spot {
        sheet: CAPABILITIES.into(),
        cell: cell.into(),
    }
}

fn bytes(bytes: &[u8]) -> Unreadable {
    read_into(&ReportDraft::default(), bytes).unwrap_err()
}

#[test]
fn what_is_no_workbook() {
    for other in [&b""[..], b"line,answer\r\n", b"%PDF-1.7", b"<html>"] {
        assert_eq!(bytes(other), Unreadable::NotAWorkbook);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<office:document-content/>").unwrap();
    assert_eq!(bytes(&zip.finish().unwrap().into_inner()), Unreadable::NotAWorkbook);
    let whole = written(&ReportDraft::default());
    assert_eq!(bytes(&whole[..whole.len() / 2]), Unreadable::Damaged);
}

#[test]
fn containers_of_older_and_of_encrypted_workbooks() {
    let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let with = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        ole.into_iter().chain([0; 504]).chain(name).collect::<Vec<_>>()
    };
    assert_eq!(bytes(&with("EncryptedPackage")), Unreadable::Encrypted);
    assert_eq!(bytes(&with("Workbook")), Unreadable::OldFormat);
}

#[test]
fn what_is_too_large() {
    assert_eq!(
        bytes(&vec![b'P'; BYTES_MAX + 1]),
        Unreadable::TooLarge { max: BYTES_MAX }
    );
    let bomb = broken(|workbook| {
        let part = workbook.part("xl/worksheets/sheet2.xml");
        part.resize(UNPACKED_MAX + 1, b' ');
    });
    assert_eq!(bomb, Unreadable::UnpacksTooMuch);
    let together = broken(|workbook| {
        for sheet in 2..6 {
            workbook
                .part(&format!("xl/worksheets/sheet{sheet}.xml"))
                .resize(UNPACKED_MAX / 3, b' ');
        }
    });
    assert_eq!(together, Unreadable::UnpacksTooMuch);
    let parts = broken(|workbook| {
        let more = (0..PARTS_MAX).map(|number| (format!("xl/media/image{number}.png"), Vec::new()));
        workbook.parts.extend(more);
    });
    assert_eq!(parts, Unreadable::TooManyParts { max: PARTS_MAX });
}

#[test]
fn what_is_not_a_part_of_the_form_is_not_unpacked() {
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    workbook
        .parts
        .push(("xl/media/image1.bmp".into(), vec![0; UNPACKED_MAX + 1]));
    workbook.parts.push(("xl/vbaProject.bin".into(), b"anything".to_vec()));
    assert!(read_into(&draft, &workbook.bytes()).is_ok());
}

/// A string of a megabyte, and a hundred cells that hold it.
#[test]
fn a_text_that_is_repeated_is_counted_each_time() {
    let repeated = broken(|workbook| {
        let text = "x".repeat(1024 * 1024);
        let last = String::from_utf8_lossy(workbook.part("xl/sharedStrings.xml"))
            .matches("<si>")
            .count();
        workbook.replace("xl/sharedStrings.xml", "</sst>", &format!("<si><t>{text}</t></si></sst>"));
        let cell = |row: usize| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{last}</v></c></row>");
        let rows: String = (100..200).map(cell).collect();
        workbook.more_rows("cdp-1-progress", &rows);
    });
    assert_eq!(repeated, Unreadable::UnpacksTooMuch);
}

#[test]
fn many_rows_more() {
    let cell = |row: usize| format!("<row r=\"{row}\"><c r=\"B{row}\"><v>{row}</v></c></row>");
    let many = broken(|workbook| {
        let rows: String = (100..50_100).map(cell).collect();
        workbook.more_rows("cdp-1-progress", &rows);
    });
    let far = broken(|workbook| {
        workbook.more_rows("cdp-1-progress", &cell(1_048_576));
    });
    let wide = broken(|workbook| {
        workbook.more_rows("cdp-1-progress", "<row r=\"9\"><c r=\"XFD9\"><v>1</v></c></row>");
    });
    for many in [many, far] {
        assert!(
            matches!(&many, Unreadable::TooManyRows { sheet, max } if sheet == CAPABILITIES && *max < 2_000),
            "{many}"
        );
    }
    assert_eq!(wide, Unreadable::Astray(spot("XFD9")));
    // Empty cells that somebody coloured are no rows.
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    let empty = |row: usize| format!("<row r=\"{row}\"><c r=\"B{row}\" s=\"1\"/></row>");
    workbook.more_rows("cdp-1-progress", &(100..50_100).map(empty).collect::<String>());
    assert!(read_into(&draft, &workbook.bytes()).is_ok());
}

#[test]
fn the_form_of_another() {
    let draft = reports::valdoria();
    let whole = written(&draft);
    let here = form(&draft);
    let into = |form: Form<'_>| read(&whole, &form).unwrap_err();
    let (found, expected) = (StateCode::VALDORIA, StateCode::MERIDIA);
    let other = Form {
        state: expected,
        ..here
    };
    assert_eq!(into(other), Unreadable::OtherState { found, expected });
    let (found, expected) = (here.cycle, 2027.try_into().unwrap());
    let other = Form {
        cycle: expected,
        ..here
    };
    assert_eq!(into(other), Unreadable::OtherCycle { found, expected });
    let (found, expected) = (Depth::Full, Depth::Short);
    let other = Form {
        depth: expected,
        ..here
    };
    assert_eq!(into(other), Unreadable::OtherDepth { found, expected });
    // A State that left a circle is asked other questions.
    let about = Default::default();
    let other = Form { about: &about, ..here };
    assert_eq!(into(other), Unreadable::CodesChanged);
}

#[test]
fn other_questions() {
    let draft = reports::valdoria();
    let whole = written(&draft);
    let stage = EditionStage::Open {
        proposed_by: CHIDI.id(),
        opened_by: DANA.id(),
        at: MADE,
    };
    let into = |version: &str, title: &str| {
        let mut changed = (**form(&draft).questionnaire).clone();
        changed.version = version.parse().unwrap();
        changed.title = title.to_owned();
        let frozen = Edition::stored(changed, stage.clone(), BTreeSet::new())
            .frozen()
            .unwrap();
        read(
            &whole,
            &Form {
                questionnaire: &frozen,
                ..form(&draft)
            },
        )
        .unwrap_err()
    };
    let version = |text: &str| text.parse::<QuestionnaireVersion>().unwrap();
    let (found, expected) = (version("2026.1"), version("2027.1"));
    assert_eq!(into("2027.1", "The same"), Unreadable::OtherVersion { found, expected });
    assert_eq!(into("2026.1", "Not the same"), Unreadable::OtherQuestions);
}

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
fn what_was_done_to_the_hidden_sheet() {
    let strings = |old: &'static str, new: &'static str| {
        move |workbook: &mut Edited| {
            workbook.replace("xl/sharedStrings.xml", old, new);
        }
    };
    assert_eq!(
        broken(strings("<t>list:progress</t>", "<t>list:other</t>")),
        Unreadable::CodesChanged
    );
    assert_eq!(
        broken(strings("<t>XV</t>", "<t>Valdoria</t>")),
        Unreadable::CodesChanged
    );
    assert_eq!(broken(strings("<t>format</t>", "<t>forms</t>")), Unreadable::Foreign);
    let other = broken(|workbook| {
        let codes = workbook
            .parts
            .iter()
            .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
            .count();
        let part = format!("xl/worksheets/sheet{codes}.xml");
        let xml = String::from_utf8(workbook.part(&part).clone()).unwrap();
        let cell = xml
            .split("<c r=\"C1\"")
            .nth(1)
            .unwrap()
            .split("</c>")
            .next()
            .unwrap()
            .to_owned();
        workbook.replace(&part, &format!("<c r=\"C1\"{cell}"), "<c r=\"C1\"><v>2</v>");
    });
    assert_eq!(other, Unreadable::OtherFormat);
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

#[test]
fn every_answer_has_a_message_with_all_its_values() {
    let sheet = || String::from("1 Capabilities");
    let line = String::from("cdp-1-progress");
    let (state, cycle, version) = (StateCode::VALDORIA, 2026.try_into().unwrap(), "2026.1".parse().unwrap());
    let all = [
        Unreadable::TooLarge { max: BYTES_MAX },
        Unreadable::Encrypted,
        Unreadable::OldFormat,
        Unreadable::NotAWorkbook,
        Unreadable::Damaged,
        Unreadable::TooManyParts { max: PARTS_MAX },
        Unreadable::UnpacksTooMuch,
        Unreadable::Foreign,
        Unreadable::OtherFormat,
        Unreadable::CodesChanged,
        Unreadable::OtherState {
            found: state,
            expected: state,
        },
        Unreadable::OtherCycle {
            found: cycle,
            expected: cycle,
        },
        Unreadable::OtherVersion {
            found: version,
            expected: version,
        },
        Unreadable::OtherQuestions,
        Unreadable::OtherDepth {
            found: Depth::Full,
            expected: Depth::Short,
        },
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
    ];
    let mut ids = BTreeSet::new();
    for unreadable in all {
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
