//! The form of another State, year, version or tier, and what says which it is.

use super::broken;
use crate::{
    edit::Edited,
    support::{MADE, TAKEN, form, written},
};
use domain::{
    questionnaire::{AskedAbout, Depth, Edition, EditionStage, QuestionnaireVersion},
    report::ReportDraft,
    samples::{CHIDI, DANA, reports},
    state::StateCode,
};
use std::collections::BTreeSet;
use workbook::{Form, Unreadable, read, taken_from};

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
    assert_eq!(
        taken_from(&whole, &other),
        Err(Unreadable::OtherState { found, expected })
    );
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
    let about = AskedAbout::default();
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
fn of_which_draft_it_was_made() {
    let (draft, newer) = (reports::valdoria(), ReportDraft::default());
    let whole = written(&draft);
    let now = Form {
        version: TAKEN.next(),
        ..form(&newer)
    };
    assert_eq!(taken_from(&whole, &now), Ok(TAKEN));
    let mut changed = Edited::open(&whole);
    let taken = format!("<t>{}</t>", TAKEN.number());
    changed.replace("xl/sharedStrings.xml", &taken, "<t>the newest</t>");
    assert_eq!(taken_from(&changed.bytes(), &now), Err(Unreadable::CodesChanged));
    assert_eq!(taken_from(b"PK", &now), Err(Unreadable::Damaged));
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
        workbook.replace(&part, &format!("<c r=\"C1\"{cell}"), "<c r=\"C1\"><v>1</v>");
    });
    assert_eq!(other, Unreadable::OtherFormat);
}
