//! Files of progress reports, read as anyone would read them, against what invented States typed.

mod read_back;
mod written;

use super::super::csv;
use super::{answer::ReportAnswer, cycle::CycleRecord, questionnaire, report::ReportRecord};
use domain::{commitment::Commitments, note::Hash, questionnaire::Questionnaire};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use written::{Cycle, NOTICE, OPENED, Typed, cells, of_commitment, typed};

/// What a reader who has only the JSON of the reports makes of one State and one commitment, by the rule the page says.
fn cell(report: &ReportRecord, commitment: &str) -> Option<&'static str> {
    let content = report.content.as_ref()?;
    content.asked_about.get(commitment)?;
    let answers = content.answers.as_ref()?;
    let serves = OPENED
        .questions()
        .filter(|question| question.serves.iter().any(|id| id.to_string() == commitment));
    let said: Vec<_> = serves
        .filter_map(|question| answers.get(question.id.as_str()))
        .collect();
    let words: BTreeSet<_> = said.iter().map(|answer| answer.word()).collect();
    let progress: BTreeSet<_> = said
        .iter()
        .filter_map(|answer| match answer {
            ReportAnswer::Given { value, .. } if value.detail().starts_with("as stated") => Some(value.plain()),
            _ => None,
        })
        .collect();
    Some(if progress.iter().eq(["not-applicable"]) {
        "not-applicable"
    } else if words.contains("given") || words.contains("none") {
        "reported"
    } else if words.contains("withheld") {
        "withheld"
    } else if words.contains("unknown") {
        "unknown"
    } else {
        "nothing-to-read"
    })
}

/// Every figure of the JSON, counted again from the reports in it.
fn holds_together(record: &CycleRecord) -> Result<(), TestCaseError> {
    prop_assert_eq!(record.figures.reported, record.reports.len() as u64);
    let by_region: u64 = record.regions.iter().map(|region| region.reported).sum();
    prop_assert_eq!(by_region, record.figures.reported);
    let mut counted: BTreeMap<String, BTreeMap<&str, u64>> = BTreeMap::new();
    for (row, report) in record.table.iter().zip(&record.reports) {
        prop_assert_eq!(&row.state, &report.state);
        for item in Commitments::shipped().iter() {
            let id = item.id.to_string();
            let again = cell(report, &id);
            prop_assert_eq!(
                row.cells.get(&id).map(String::as_str),
                again,
                "{} on {}",
                row.state.code,
                id
            );
            if let Some(cell) = again {
                *counted.entry(id).or_default().entry(cell).or_default() += 1;
            }
        }
    }
    prop_assert_eq!(counted.len(), record.commitments.len());
    for (id, figures) in &record.commitments {
        let of = |cell| counted[id].get(cell).copied().unwrap_or_default();
        prop_assert_eq!(figures.asked, counted[id].values().sum::<u64>());
        let said = [
            figures.reported,
            figures.withheld,
            figures.not_applicable,
            figures.unknown,
        ];
        prop_assert_eq!(said, ["reported", "withheld", "not-applicable", "unknown"].map(of));
    }
    Ok(())
}

fn column(table: &[Vec<String>], name: &str) -> Vec<String> {
    let at = table[0].iter().position(|heading| heading == name).expect("a column");
    table[1..].iter().map(|row| row[at].clone()).collect()
}

/// The tables, against the JSON.
fn tables_say_the_same(cycle: &Cycle, record: &CycleRecord) -> Result<(), TestCaseError> {
    let table = cells(&cycle.table());
    let rows = column(&table, "state").into_iter().zip(column(&table, "commitment"));
    let read: BTreeSet<_> = rows.zip(column(&table, "cell")).collect();
    let of_row = |row: &super::cycle::TableRow| {
        let state = row.state.code.clone();
        let cells = row.cells.clone().into_iter();
        cells.map(move |(id, cell)| ((state.clone(), id), cell))
    };
    let said: BTreeSet<_> = record.table.iter().flat_map(of_row).collect();
    prop_assert_eq!(read, said);
    let answers = cells(&cycle.answers());
    let rows = column(&answers, "state").into_iter().zip(column(&answers, "question"));
    let words: BTreeMap<_, _> = rows
        .zip(column(&answers, "answer").into_iter().zip(column(&answers, "value")))
        .collect();
    let mut said = BTreeMap::new();
    for report in &record.reports {
        for (question, answer) in report.content.iter().filter_map(|of| of.answers.as_ref()).flatten() {
            let [word, _, value, ..] = answer.cells();
            let value = if value.starts_with(['-', '=', '+', '@']) {
                format!("'{value}")
            } else {
                value
            };
            said.insert((report.state.code.clone(), question.clone()), (word, value));
        }
    }
    prop_assert_eq!(words, said);
    for table in [table, answers] {
        prop_assert!(column(&table, "notice").iter().all(|notice| notice == NOTICE));
    }
    Ok(())
}

/// What States typed for others than the public is in no byte; what they typed for the public is.
fn only_what_is_public(cycle: &Cycle, of_states: &[Typed]) -> Result<(), TestCaseError> {
    let mut files = cycle.files();
    for item in Commitments::shipped().iter() {
        files.extend(of_commitment(cycle, item.id));
    }
    let all: String = files
        .into_iter()
        .map(|file| String::from_utf8(file).expect("UTF-8"))
        .collect();
    for canary in of_states.iter().flat_map(|typed| &typed.canaries) {
        prop_assert_eq!(all.contains(&canary.text), canary.is_public, "{}", &canary.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn figures_tables_and_words_agree_and_hold_nothing_that_is_not_public(of_states in typed()) {
        let cycle = Cycle::of(&of_states);
        let record = cycle.record();
        holds_together(&record)?;
        tables_say_the_same(&cycle, &record)?;
        only_what_is_public(&cycle, &of_states)?;
    }

    /// No figure knows how far a State has come.
    #[test]
    fn progress_changes_no_figure(of_states in typed()) {
        let figures = |of_states: &[Typed]| {
            let record = Cycle::of(of_states).record();
            (record.figures, record.regions, record.commitments)
        };
        let further: Vec<_> = of_states.iter().map(Typed::with_other_progress).collect();
        prop_assert_eq!(figures(&of_states), figures(&further));
    }
}

#[test]
fn json_is_as_its_types_say_and_says_what_it_is() {
    let cycle = Cycle::of(&[]);
    for file in cycle.json() {
        let value: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
        assert_eq!(value["notice"], NOTICE);
        assert!(!String::from_utf8_lossy(&file).contains("null"));
    }
    let record: CycleRecord = serde_json::from_slice(&super::super::json(&cycle.record())).expect("the same type");
    assert_eq!(record, cycle.record());
}

#[test]
fn a_questionnaire_is_the_file_its_hash_is_of_and_can_be_read_back() {
    let json = questionnaire::json(&OPENED);
    assert_eq!(Hash::of(&json), OPENED.hash());
    let read = Questionnaire::from_json(std::str::from_utf8(&json).expect("UTF-8")).expect("a questionnaire");
    assert_eq!(read, **OPENED);
    let table = cells(&csv::table(&questionnaire::table(&OPENED, NOTICE)));
    assert_eq!(table.len(), 1 + OPENED.questions().count());
    let again = OPENED
        .with_table(&table, &Commitments::shipped(), None)
        .expect("the same questions");
    assert_eq!(again, **OPENED);
}
