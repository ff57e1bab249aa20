mod editions;
pub(crate) mod properties;

use super::*;
use crate::{
    commitment::{Commitments, Memberships, shipped_memberships},
    state::StateCode,
};
use proptest::prelude::*;
use std::fmt::Write;

fn shipped() -> Questionnaire {
    Questionnaire::shipped().unwrap()
}

fn known() -> Commitments {
    Commitments::shipped()
}

fn question(id: &str) -> QuestionId {
    id.parse().unwrap()
}

fn about(memberships: &Memberships) -> AskedAbout {
    known().asked_of(memberships)
}

#[test]
fn the_shipped_questionnaire_has_no_faults_and_says_that_it_is_nobodys_text() {
    let shipped = shipped();
    assert_eq!(shipped.faults(&known(), None), BTreeSet::new());
    assert_eq!(shipped.notice, Notice::NotOfficial);
    assert!(shipped.questions().count() <= 80, "lightness is the feature");
}

#[test]
fn every_item_of_the_pledge_and_every_norm_has_a_progress_value_and_a_sentence_in_the_short_form() {
    let shipped = shipped();
    for item in known().iter().take(7 + 11) {
        let serves = |question: &&Question| question.tier == Depth::Short && question.serves.contains(&item.id);
        let kinds: Vec<_> = shipped
            .questions()
            .filter(serves)
            .map(|question| question.kind.code())
            .collect();
        assert_eq!(kinds, ["progress", "text"], "{}", item.id);
    }
    let is_light =
        |question: &Question| question.tier == Depth::Full || matches!(question.kind.code(), "progress" | "text");
    assert!(shipped.questions().all(is_light));
}

#[test]
fn the_shipped_questionnaire_is_as_agreed() {
    let shipped = shipped();
    let mut page = format!(
        "{} {} ({}, {})\n",
        shipped.version,
        shipped.title,
        shipped.language,
        shipped.notice.code()
    );
    for section in &shipped.sections {
        write!(page, "\n{} ({})\n{}\n", section.title, section.id, section.guidance).unwrap();
        for question in &section.questions {
            let (kind, tier) = (question.kind.code(), question.tier.code());
            let part = question.part.map_or("-", SurveyPart::code);
            let serves: Vec<_> = question.serves.iter().map(ToString::to_string).collect();
            writeln!(
                page,
                "  {} [{kind}, {tier}, part {part}, serves: {}]",
                question.id,
                serves.join(" ")
            )
            .unwrap();
            writeln!(page, "    {}", question.text).unwrap();
        }
    }
    insta::assert_snapshot!("outline", page);
}

#[test]
fn a_state_is_asked_what_serves_something_addressed_to_it_and_what_serves_nothing_in_particular() {
    let shipped = shipped();
    let memberships = shipped_memberships();
    let counts = [StateCode::VALDORIA, StateCode::MERIDIA, StateCode::CALDERA_ISLANDS].map(|state| {
        let about = about(&memberships[&state]);
        Depth::ALL.map(|depth| shipped.asked(depth, &about).count())
    });
    insta::assert_snapshot!(format!("Valdoria, Meridia, Caldera Islands: short, full\n{counts:?}"));
    let nobody = about(&Memberships::default());
    let asked: Vec<_> = shipped
        .asked(Depth::Full, &nobody)
        .map(|question| question.id.as_str())
        .collect();
    assert_eq!(asked, ["anything-else"]);
}

#[test]
fn as_json_and_as_a_table_it_is_the_same_again() {
    let shipped = shipped();
    assert_eq!(Questionnaire::from_json(&shipped.to_json()).unwrap(), shipped);
    let mut table = shipped.to_table();
    assert_eq!(shipped.with_table(&table, &known(), None), Ok(shipped.clone()));
    // Columns moved about, a column of notes, an empty row.
    for row in &mut table {
        row.rotate_left(4);
        row.push("a note".into());
    }
    table.insert(3, vec![String::new(); 16]);
    table[0][15] = "remarks".into();
    assert_eq!(shipped.with_table(&table, &known(), None), Ok(shipped));
}

#[test]
fn no_section_can_be_called_as_another_page_of_a_report_is() {
    let mut shipped = shipped();
    shipped.sections[0].id = "offline".parse().unwrap();
    let taken = Fault {
        row: Some(2),
        column: Column::Section,
        flaw: Flaw::Taken,
    };
    assert_eq!(shipped.faults(&known(), None), BTreeSet::from([taken]));
}

#[test]
fn a_misspelt_member_of_json_is_refused_with_its_line() {
    let json = shipped().to_json().replacen("\"serves\"", "\"sevres\"", 1);
    let error = Questionnaire::from_json(&json).unwrap_err();
    assert!(error.line() > 1 && error.to_string().contains("sevres"), "{error}");
}

/// The table with this text in one cell, and what is said about it.
fn with_cell(row: usize, column: Column, text: &str) -> Vec<String> {
    let mut table = shipped().to_table();
    let at = table[0].iter().position(|heading| heading == column.code()).unwrap();
    text.clone_into(&mut table[row - 1][at]);
    let faults = shipped().with_table(&table, &known(), None).unwrap_err();
    let line = |fault: &Fault| format!("{:?} {} {}", fault.row, fault.column.code(), fault.flaw.code());
    faults.iter().map(line).collect()
}

#[test]
fn every_fault_names_its_row_and_column() {
    let mut page = String::new();
    for (row, column, text) in [
        (1, Column::Serves, "sevres"),
        (2, Column::Question, ""),
        (2, Column::Question, "Not a slug"),
        (3, Column::Question, "cdp-1-progress"),
        (2, Column::Text, ""),
        (2, Column::Text, "NATO SECRET"),
        (2, Column::Kind, "essay"),
        (2, Column::Kind, ""),
        (4, Column::Choices, "strategy"),
        (4, Column::Choices, "a: A | a: B"),
        (4, Column::Choices, "a: A"),
        (4, Column::Choices, ""),
        (3, Column::Limit, "many"),
        (3, Column::Limit, "40000"),
        (2, Column::Limit, "3"),
        (2, Column::Unit, "people"),
        (2, Column::Serves, "CDP-1"),
        (2, Column::Serves, "CDP-VIII"),
        (2, Column::Tier, "nothing-new"),
        (2, Column::Part, "V"),
        (2, Column::SameAs, "cdp-1-progress"),
        (3, Column::Section, "resources"),
        (3, Column::SectionTitle, "Another title"),
        (2, Column::SectionTitle, ""),
    ] {
        writeln!(
            page,
            "row {row}, {} = {text:?}: {:?}",
            column.code(),
            with_cell(row, column, text)
        )
        .unwrap();
    }
    insta::assert_snapshot!("faults", page);
}

/// The next version: one question changed its words and its id, one stands in place of two, one is new, one was
/// dropped.
pub(crate) fn next_year() -> Questionnaire {
    let mut next = shipped();
    next.version = "2027.1".parse().unwrap();
    next.follows = Some(shipped().version);
    for section in &mut next.sections {
        for question in &mut section.questions {
            question.succeeds = Lineage::Same(question.id.clone());
        }
    }
    let capabilities = &mut next.sections[0].questions;
    capabilities[0].id = question("pledge-1-progress");
    capabilities[2].id = question("capabilities-now");
    capabilities[2].succeeds = Lineage::Replaces([question("cdp-1-in-place"), question("cdp-1-infrastructure")].into());
    capabilities[3].id = question("capabilities-next");
    capabilities[3].succeeds = Lineage::New;
    next.sections[1].questions.pop();
    next
}

#[test]
fn what_a_question_was_before_is_said_and_never_guessed() {
    let (shipped, next) = (shipped(), next_year());
    assert_eq!(next.faults(&known(), Some(&shipped)), BTreeSet::new());
    assert_eq!(
        next.predecessors()[&question("pledge-1-progress")],
        &question("cdp-1-progress")
    );
    let broken = |change: fn(&mut Question)| {
        let mut next = next.clone();
        change(&mut next.sections[0].questions[1]);
        let faults = next.faults(&known(), Some(&shipped));
        faults
            .into_iter()
            .map(|fault| (fault.column.code(), fault.flaw))
            .collect::<Vec<_>>()
    };
    let reused = |question: &mut Question| question.succeeds = Lineage::New;
    let unknown = |question: &mut Question| question.succeeds = Lineage::Same("gone".parse().unwrap());
    let other_kind = |question: &mut Question| question.kind = Kind::Date;
    let twice = |question: &mut Question| question.succeeds = Lineage::Same("cdp-1-progress".parse().unwrap());
    assert_eq!(broken(reused), [("question", Flaw::Reused)]);
    assert_eq!(
        broken(unknown),
        [("question", Flaw::Reused), ("same-as", Flaw::Unknown)]
    );
    assert_eq!(broken(other_kind), [("same-as", Flaw::OtherKind)]);
    let found = broken(twice);
    assert!(found.contains(&("same-as", Flaw::Twice)), "{found:?}");
    // A version follows the one it is compared with.
    assert!(!shipped.faults(&known(), Some(&shipped)).is_empty());
}

proptest! {
    #[test]
    fn whatever_stands_in_a_cell_is_read_or_refused_and_never_lost(
        row in 2_usize..=81, column in prop::sample::select(Column::TABLE.to_vec()), text in "[ -~é|:\\n]{0,40}",
    ) {
        let mut table = shipped().to_table();
        let at = table[0].iter().position(|heading| heading == column.code()).unwrap();
        text.clone_into(&mut table[row - 1][at]);
        if let Ok(read) = shipped().with_table(&table, &known(), None) {
            let again = read.to_table();
            prop_assert_eq!(shipped().with_table(&again, &known(), None), Ok(read));
        }
    }

    #[test]
    fn more_memberships_never_ask_less(few in 0_usize..4, more in 0_usize..4) {
        let circles: Vec<_> = known().circles().map(|circle| circle.id.clone()).collect();
        let of = |n: usize| about(&Memberships { circles: circles.iter().take(n).cloned().collect(), ..Memberships::default() });
        let (less, more) = (of(few.min(more)), of(few.max(more)));
        for question in shipped().questions() {
            prop_assert!(question.is_asked(Depth::Full, &more) || !question.is_asked(Depth::Full, &less));
            prop_assert!(question.is_asked(Depth::Full, &more) || !question.is_asked(Depth::Short, &more));
        }
    }
}
