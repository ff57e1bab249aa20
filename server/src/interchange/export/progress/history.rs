//! One State's public reports over the years, as JSON; and reports as a table, one of them or many.

use super::{
    Around, named,
    report::{ReportContent, ReportRecord},
    table::{ANSWER, add, asked, headed},
};
use crate::interchange::export::{record::StateNamed, rows::Rows};
use app::portal::{ports::PublishedReport, progress::Versions};
use domain::state::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a State has reported publicly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct History {
    /// That it is self-reported, voluntary, and no assessment of compliance.
    pub notice: String,
    /// The State.
    pub state: StateNamed,
    /// Its reports, the latest first.
    pub reports: Vec<ReportRecord>,
}

impl History {
    /// These reports of this State.
    pub fn of(around: Around<'_>, state: &State, reports: &[PublishedReport]) -> Self {
        let records = reports
            .iter()
            .map(|report| ReportRecord::of(around, report, Some(state)));
        Self {
            notice: around.notice.to_owned(),
            state: named(state.code, Some(state)),
            reports: records.collect(),
        }
    }
}

/// What stands at the beginning of each line.
const REPORT: [&str; 13] = [
    "cycle",
    "state",
    "state_name",
    "invented",
    "published",
    "withdrawn",
    "tier",
    "nothing_new_since",
    "questionnaire",
    "section",
    "question",
    "text",
    "serves",
];

/// A line for each question of each form. A report that has nothing new, and one that was withdrawn, has a single line
/// without a question.
pub fn table(reports: &[ReportRecord], versions: &Versions) -> Rows {
    let mut table = headed(&[&REPORT[..], &ANSWER].concat());
    for report in reports {
        let start = beginning(report);
        let answers = report
            .content
            .as_ref()
            .map(|content| said(content, versions))
            .unwrap_or_default();
        let none = [std::array::from_fn(|_| String::new())];
        for line in if answers.is_empty() { &none[..] } else { &answers } {
            add(&mut table, &[&start[..], line].concat(), &report.notice);
        }
    }
    table
}

fn beginning(report: &ReportRecord) -> [String; 9] {
    let of = |what: fn(&ReportContent) -> String| report.content.as_ref().map(what).unwrap_or_default();
    [
        report.cycle.to_string(),
        report.state.code.clone(),
        report.state.name.clone(),
        report.state.invented.to_string(),
        report.published.clone(),
        report.withdrawn.clone().unwrap_or_default(),
        of(|content| content.tier.clone()),
        of(|content| {
            content
                .nothing_new_since
                .map(|year| year.to_string())
                .unwrap_or_default()
        }),
        of(|content| content.questionnaire.clone()),
    ]
}

/// The questions and their answers, in the order of pages.
fn said(content: &ReportContent, versions: &Versions) -> Vec<[String; 9]> {
    let version = content
        .questionnaire
        .parse()
        .ok()
        .and_then(|version| versions.get(version));
    let (Some(version), Some(answers)) = (version, &content.answers) else {
        return Vec::new();
    };
    let questions = version.sections.iter().flat_map(|section| {
        let questions = section.questions.iter();
        questions.map(move |question| (section, question))
    });
    let line = |(section, question)| {
        let [section, question, text, serves] = asked(section, question);
        let [word, reason, value, detail, evidence] = answers.get(&question)?.cells();
        Some([section, question, text, serves, word, reason, value, detail, evidence])
    };
    questions.filter_map(line).collect()
}
