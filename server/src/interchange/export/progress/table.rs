//! Progress reports as tables. Every line says for itself that it is self-reported, voluntary and no assessment.

use super::{
    Around,
    answer::ReportAnswer,
    commitment::{Commitments, OnCommitment},
    cycle::{CycleRecord, Cycles},
    named,
};
use crate::interchange::export::{moment, rows::Rows};
use app::portal::progress::{StandingReport, Versions, commitments::CommitmentSeen, cycles::CycleSeen};
use domain::{
    ids::Timestamp,
    questionnaire::{Question, Section},
    report::ReportDisclosure,
    state::State,
};

/// The last column of every table.
const NOTICE: &str = "notice";

pub(super) fn headed(heading: &[&str]) -> Rows {
    Rows::headed(&[heading, &[NOTICE]].concat())
}

pub(super) fn add(rows: &mut Rows, cells: &[String], notice: &str) {
    rows.lines.push([cells, &[notice.to_owned()]].concat());
}

/// A line for each cycle.
pub fn cycles(all: &Cycles) -> Rows {
    let mut table = headed(&["cycle", "participating", "reported", "partial", "further", "address"]);
    for one in &all.cycles {
        let further = one.further.map(|number| number.to_string()).unwrap_or_default();
        let cells = [
            one.cycle.to_string(),
            one.participating.to_string(),
            one.reported.to_string(),
            one.partial.to_string(),
            further,
            one.address.clone(),
        ];
        add(&mut table, &cells, &all.notice);
    }
    table
}

/// A line for each State that reported publicly and each commitment it was asked about; one without a commitment for a
/// State that was asked about none.
pub fn states_and_commitments(cycle: &CycleRecord) -> Rows {
    let mut table = headed(&[
        "cycle",
        "state",
        "state_name",
        "invented",
        "region",
        "published",
        "tier",
        "words",
        "commitment",
        "cell",
        "report",
    ]);
    for row in &cycle.table {
        let none = [(String::new(), String::new())];
        let cells: Vec<_> = row.cells.iter().map(|(id, cell)| (id.clone(), cell.clone())).collect();
        for (id, cell) in if cells.is_empty() { &none[..] } else { &cells } {
            let cells = [
                cycle.figures.cycle.to_string(),
                row.state.code.clone(),
                row.state.name.clone(),
                row.state.invented.to_string(),
                row.region.clone(),
                row.published.clone(),
                row.tier.clone(),
                row.words.map(|words| words.to_string()).unwrap_or_default(),
                id.clone(),
                cell.clone(),
                row.report.clone(),
            ];
            add(&mut table, &cells, &cycle.notice);
        }
    }
    table
}

/// What stands at the beginning of a line with an answer.
const ANSWERED: [&str; 8] = [
    "cycle",
    "state",
    "state_name",
    "invented",
    "published",
    "questionnaire",
    "section",
    "question",
];

/// What the answer itself takes.
pub(super) const ANSWER: [&str; 5] = ["answer", "reason", "value", "detail", "evidence"];

/// A line for each question of each form that was reported publicly, in the order of the table and of its pages. A
/// report that has nothing new has none: its words stand in the cycle it names.
pub fn answers(around: Around<'_>, seen: &CycleSeen) -> Rows {
    let mut table = Answers::begin();
    for StandingReport { published, report, .. } in &seen.reports {
        let state = seen.states.get(&report.state);
        table.add(around, (*published, report), state, &seen.versions);
    }
    table.into_rows()
}

/// Answers of many reports.
pub struct Answers(Rows);

impl Answers {
    /// With its heading.
    pub fn begin() -> Self {
        Self(headed(&[&ANSWERED[..], &["text", "serves"], &ANSWER].concat()))
    }

    /// The lines of one more report, published at that time.
    pub fn add(
        &mut self,
        around: Around<'_>,
        (published, report): (Timestamp, &ReportDisclosure),
        state: Option<&State>,
        versions: &Versions,
    ) {
        let Some(version) = versions.get(report.questionnaire) else {
            return;
        };
        let state = named(report.state, state);
        let start = [
            report.cycle.to_string(),
            state.code,
            state.name,
            state.invented.to_string(),
            moment::second(published),
            report.questionnaire.to_string(),
        ];
        for section in &version.sections {
            for question in &section.questions {
                if let Some(answer) = report.answer(&question.id) {
                    let cells = [&start[..], &asked(section, question), &ReportAnswer::of(answer).cells()].concat();
                    add(&mut self.0, &cells, around.notice);
                }
            }
        }
    }

    /// All of them.
    pub fn into_rows(self) -> Rows {
        self.0
    }

    /// What stands above them.
    pub fn heading(&self) -> &[String] {
        &self.0.heading
    }

    /// The lines since the last time this was asked.
    pub fn take(&mut self) -> Vec<Vec<String>> {
        std::mem::take(&mut self.0.lines)
    }
}

pub(super) fn asked(section: &Section, question: &Question) -> [String; 4] {
    let serves: Vec<_> = question.serves.iter().map(ToString::to_string).collect();
    [
        section.id.to_string(),
        question.id.to_string(),
        question.text.clone(),
        serves.join(" "),
    ]
}

/// A line for each commitment, norm and measure.
pub fn commitments(all: &Commitments) -> Rows {
    let mut table = headed(&[
        "id",
        "instrument",
        "title",
        "symbol",
        "status",
        "addressees",
        "addressees_name",
        "address",
    ]);
    for one in &all.commitments {
        let cells = [
            &one.id,
            &one.instrument,
            &one.title,
            &one.symbol,
            &one.status,
            &one.addressees,
            &one.addressees_name,
            &one.address,
        ];
        add(&mut table, &cells.map(Clone::clone), &all.notice);
    }
    table
}

/// A line for each answer to a question that serves one of them.
pub fn on_commitment(record: &OnCommitment, seen: &CommitmentSeen) -> Rows {
    let start = [
        "commitment",
        "cycle",
        "state",
        "state_name",
        "invented",
        "questionnaire",
        "question",
        "text",
    ];
    let mut table = headed(&[&start[..], &ANSWER].concat());
    for (said, on) in record.said.iter().zip(&seen.said) {
        for (question, answer) in &on.answers {
            let start = [
                record.commitment.id.clone(),
                said.cycle.to_string(),
                said.state.code.clone(),
                said.state.name.clone(),
                said.state.invented.to_string(),
                said.questionnaire.clone(),
                question.id.to_string(),
                question.text.clone(),
            ];
            let cells = [&start[..], &ReportAnswer::of(answer).cells()].concat();
            add(&mut table, &cells, &record.notice);
        }
    }
    table
}
