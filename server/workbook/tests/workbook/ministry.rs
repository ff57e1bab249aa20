//! A workbook that a ministry filled in.

use crate::{
    edit::Edited,
    support::{after, read_into, written},
};
use domain::{
    questionnaire::QuestionId,
    report::{Confirmation, ReportDraft, TypedAnswer},
    samples::{AMINA, TUESDAY, reports},
};

/// The questions that an edit changes in Valdoria's draft, and the draft afterwards.
fn edited(edit: impl FnOnce(&mut Edited)) -> (Vec<String>, ReportDraft) {
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    edit(&mut workbook);
    let read = read_into(&draft, &workbook.bytes()).unwrap();
    let after = after(&draft, &read);
    let changed = draft.changed_by(&after);
    (changed.iter().map(ToString::to_string).collect(), after)
}

fn typed(draft: &ReportDraft, question: &str) -> TypedAnswer {
    draft.typed(&question.parse().unwrap())
}

#[test]
fn exactly_what_was_edited_changes() {
    let (changed, draft) = edited(|workbook| {
        workbook
            .text("cdp-1-progress", 'D', "Complete, as stated by the State")
            .text("cdp-3-statement", 'D', "=SUM of two ministries\n\nand a third")
            .text("cdp-3-statement", 'E', "français")
            .text("cdp-2-posts", 'F', "Actual")
            .text("cdp-6-exercises", 'G', "")
            .text("cdp-7-milestone", 'G', "Withheld: third party")
            .text(
                "dialogue-papers",
                'I',
                "https://a.example/one\n \nhttps://a.example/two\n",
            )
            .text("cdp-2-statement", 'H', "The public");
    });
    let expected = [
        "cdp-1-progress",
        "cdp-2-posts",
        "cdp-2-statement",
        "cdp-3-statement",
        "cdp-6-exercises",
        "cdp-7-milestone",
        "dialogue-papers",
    ];
    assert_eq!(changed, expected);
    assert_eq!(typed(&draft, "cdp-1-progress").value.text, "complete");
    let statement = typed(&draft, "cdp-3-statement").value;
    assert_eq!(
        (statement.text.as_str(), statement.language.as_str()),
        ("=SUM of two ministries\n\nand a third", "fr")
    );
    let posts = typed(&draft, "cdp-2-posts").value;
    assert_eq!((posts.text.as_str(), posts.estimate.as_str()), ("120", ""));
    assert_eq!(typed(&draft, "cdp-6-exercises"), TypedAnswer::default());
    // Not a label of the list: kept as typed, and the portal says that it is not offered.
    assert_eq!(typed(&draft, "cdp-7-milestone").value.cannot, "Withheld: third party");
    assert_eq!(
        typed(&draft, "dialogue-papers").evidence,
        ["https://a.example/one", "https://a.example/two"]
    );
    assert_eq!(typed(&draft, "cdp-2-statement").audience, "public");
}

#[test]
fn codes_and_other_capitals_are_understood() {
    let (_, draft) = edited(|workbook| {
        workbook
            .text("cdp-1-progress", 'D', "complete")
            .text("cdp-2-progress", 'D', "not STARTED, as stated by the state ")
            .text("cdp-3-statement", 'E', "ar")
            .text("cdp-2-statement", 'H', "participating-states");
    });
    assert_eq!(typed(&draft, "cdp-1-progress").value.text, "complete");
    assert_eq!(typed(&draft, "cdp-2-progress").value.text, "not-started");
    assert_eq!(typed(&draft, "cdp-3-statement").value.language, "ar");
    assert_eq!(typed(&draft, "cdp-2-statement").audience, "participating-states");
}

#[test]
fn several_choices_are_lines_of_yes_and_no() {
    let (changed, draft) = edited(|workbook| {
        workbook
            .text("cdp-1-in-place/strategy", 'D', "no")
            .text("cdp-1-in-place/command", 'D', "YES")
            .put("cdp-1-in-place/other", 'D', "b", "<v>1</v>")
            .text("cdp-1-in-place/other/which", 'D', "A red team");
    });
    assert_eq!(changed, ["cdp-1-in-place"]);
    let typed = typed(&draft, "cdp-1-in-place").value;
    assert_eq!(typed.choices, ["recovery", "command", "other"]);
    assert_eq!(typed.other, "A red team");
}

#[test]
fn numbers_are_read_plainly() {
    let (_, draft) = edited(|workbook| {
        workbook
            .number("cdp-2-posts", 'D', "1200")
            .number("cdp-1-statement", 'D', "5")
            .number("cdp-2-statement", 'D', "1.2E+3")
            .put("cdp-3-statement", 'D', "b", "<v>0</v>");
    });
    assert_eq!(typed(&draft, "cdp-2-posts").value.text, "1200");
    assert_eq!(typed(&draft, "cdp-1-statement").value.text, "5");
    assert_eq!(typed(&draft, "cdp-2-statement").value.text, "1200");
    assert_eq!(typed(&draft, "cdp-3-statement").value.text, "FALSE");
}

#[test]
fn a_date_is_known_as_far_as_it_is_written() {
    let parts = |edit: &dyn Fn(&mut Edited)| {
        let typed = typed(&edited(edit).1, "dialogue-revised").value;
        [typed.year, typed.month, typed.day]
    };
    let line = "dialogue-revised";
    for (typed, expected) in [
        ("2025", ["2025", "", ""]),
        ("2025-11", ["2025", "11", ""]),
        ("2025-11-30", ["2025", "11", "30"]),
        ("30 November", ["30 November", "", ""]),
        ("", ["", "", ""]),
    ] {
        let found = parts(&|workbook| {
            workbook.text(line, 'D', typed);
        });
        assert_eq!(found, expected, "{typed}");
    }
    let number = parts(&|workbook| {
        workbook.number(line, 'D', "2025");
    });
    assert_eq!(number, ["2025", "", ""]);
    let iso = parts(&|workbook| {
        workbook.put(line, 'D', "d", "<v>2025-11-30T00:00:00</v>");
    });
    assert_eq!(iso, ["2025", "11", "30"]);
}

/// A spreadsheet keeps a date as a number with a format: here the format is put on the cells for numbers.
#[test]
fn a_date_of_the_spreadsheet_is_a_date() {
    let draft = ReportDraft::default();
    let mut workbook = Edited::open(&written(&draft));
    let dated = |line: &str, workbook: &mut Edited| {
        let (part, row) = (workbook.part_of(line), workbook.line(line).1);
        workbook.number(line, 'D', "46108.5");
        let posts = workbook.row("cdp-2-posts");
        let style = posts
            .split("<c r=\"D")
            .nth(1)
            .unwrap()
            .split("s=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let style = style.to_owned();
        let xml = String::from_utf8(workbook.part(&part).clone()).unwrap();
        let cell = format!("<c r=\"D{row}\" s=\"");
        let old = xml.split(&cell).nth(1).unwrap().split('"').next().unwrap().to_owned();
        workbook.replace(&part, &format!("{cell}{old}\""), &format!("{cell}{style}\""));
    };
    dated("dialogue-revised", &mut workbook);
    dated("cdp-1-statement", &mut workbook);
    workbook.replace("xl/styles.xml", "<xf numFmtId=\"1\"", "<xf numFmtId=\"14\"");
    let read = read_into(&draft, &workbook.bytes()).unwrap();
    let id = |id: &str| id.parse::<QuestionId>().unwrap();
    let date = &read.answers[&id("dialogue-revised")].value;
    assert_eq!([&date.year, &date.month, &date.day], ["2026", "3", "27"]);
    assert_eq!(read.answers[&id("cdp-1-statement")].value.text, "2026-03-27 12:00:00");
}

/// The workbook knows nothing of who confirmed: that stands only as long as the answer does.
#[test]
fn a_changed_answer_is_not_confirmed() {
    let mut draft = reports::valdoria();
    let by = Confirmation {
        by: AMINA.id(),
        at: TUESDAY,
    };
    for typed in draft.answers.values_mut() {
        typed.confirmed = Some(by);
    }
    let mut workbook = Edited::open(&written(&draft));
    workbook
        .text("cdp-1-progress", 'D', "limited")
        .text("cdp-2-progress", 'H', "The public");
    let read = read_into(&draft, &workbook.bytes()).unwrap();
    let confirmed = |id: &str| read.answers[&id.parse::<QuestionId>().unwrap()].confirmed;
    assert_eq!(confirmed("cdp-1-progress"), None);
    assert_eq!(confirmed("cdp-2-progress"), Some(by));
    assert_eq!(confirmed("cdp-1-statement"), Some(by));
}

/// Somebody else went on in the portal meanwhile: the workbook says what it says, for the page to show.
#[test]
fn what_the_workbook_has_no_cell_for_is_as_the_draft_has_it_now() {
    let bytes = written(&reports::valdoria());
    let mut now = reports::valdoria();
    let in_place = now.answers.get_mut(&"cdp-1-in-place".parse().unwrap()).unwrap();
    in_place.value.choices.push("gone-from-the-list".into());
    in_place.value.held_back = "security".into();
    let read = read_into(&now, &bytes).unwrap();
    assert!(now.changed_by(&after(&now, &read)).is_empty());
}

/// Rows may stand in another order: a line is known by its id.
#[test]
fn lines_may_be_moved() {
    let (changed, _) = edited(|workbook| {
        let (first, last) = ("cdp-1-progress", "cdp-1-infrastructure");
        let (above, below) = (workbook.row(first), workbook.row(last));
        let (up, down) = (workbook.line(first).1, workbook.line(last).1);
        let moved = |row: &str, from: usize, to: usize| {
            let row = row.replace(&format!("r=\"{from}\""), &format!("r=\"{to}\""));
            ('A'..='I').fold(row, |row, c| {
                row.replace(&format!("r=\"{c}{from}\""), &format!("r=\"{c}{to}\""))
            })
        };
        let part = workbook.part_of(first);
        workbook
            .replace(&part, &above, "<!-- above -->")
            .replace(&part, &below, &moved(&above, up, down));
        workbook.replace(&part, "<!-- above -->", &moved(&below, down, up));
    });
    assert_eq!(changed, Vec::<String>::new());
}
