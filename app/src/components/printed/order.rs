//! Which question of a report stands where.
//!
//! An order is made of what each question says it serves and of nothing else. An item that nothing serves is there and
//! says so; what has no counterpart is listed at the end.

use super::{Line, Part, Text};
use crate::words;
use domain::{
    commitment::Commitments,
    crosswalk::{Crosswalk, Item, View},
    questionnaire::{AskedAbout, Question, QuestionId, Questionnaire},
};

/// What is put in order.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// The catalogue.
    pub commitments: &'a Commitments,
    /// What the State was asked about.
    pub about: &'a AskedAbout,
}

/// The parts of a report in this order, or in that of its questionnaire. `line` says what is said to a question, and
/// nothing where it was not asked.
pub fn parts(of: Asked<'_>, order: Option<View>, line: impl Fn(&Question) -> Option<Line>) -> Vec<Part> {
    match order {
        None => by_section(of, line),
        Some(view) => by_item(of, view, line),
    }
}

fn by_section(of: Asked<'_>, line: impl Fn(&Question) -> Option<Line>) -> Vec<Part> {
    let sections = of.questionnaire.sections.iter().map(|section| {
        let lines: Vec<Line> = section.questions.iter().filter_map(&line).collect();
        let not_asked = section.questions.len() - lines.len();
        let note =
            (not_asked > 0).then(|| words::say_with("public-report-not-asked", &[("number", &not_asked.to_string())]));
        Part {
            heading: Text {
                words: section.title.clone(),
                language: Some(of.questionnaire.language.clone()),
            },
            notes: note.into_iter().collect(),
            lines,
        }
    });
    sections.collect()
}

fn by_item(of: Asked<'_>, view: View, line: impl Fn(&Question) -> Option<Line>) -> Vec<Part> {
    let asked: Vec<(&Question, Line)> = of
        .questionnaire
        .questions()
        .filter_map(|question| Some((question, line(question)?)))
        .collect();
    let crosswalk = Crosswalk::over(view, of.commitments, asked.iter().map(|(question, _)| *question));
    let lines = |ids: &[QuestionId]| -> Vec<Line> {
        let under = asked.iter().filter(|(question, _)| ids.contains(&question.id));
        under.map(|(_, line)| line.clone()).collect()
    };
    let items = crosswalk.items.iter().map(|(item, ids)| Part {
        heading: heading(of, *item),
        notes: note(of, *item, ids.is_empty()).into_iter().collect(),
        lines: lines(ids),
    });
    items.chain([without(lines(&crosswalk.no_counterpart))]).collect()
}

fn heading(of: Asked<'_>, item: Item) -> Text {
    let (id, title) = match item {
        Item::Commitment(id) => {
            let title = of.commitments.get(id).map(|item| item.title.clone());
            (id.to_string(), title.unwrap_or_default())
        }
        Item::Part(part) => (
            part.code().to_owned(),
            words::say(&format!("report-part-{}", part.code())),
        ),
    };
    Text {
        words: words::say_with("print-item", &[("id", &id), ("title", &title)]),
        language: None,
    }
}

fn note(of: Asked<'_>, item: Item, is_empty: bool) -> Option<String> {
    let was_asked = match item {
        Item::Commitment(id) => of.about.contains_key(&id),
        Item::Part(_) => true,
    };
    match (is_empty, was_asked) {
        (true, _) => Some(words::say("report-item-empty")),
        (false, false) => Some(words::say("report-item-not-asked")),
        (false, true) => None,
    }
}

/// What corresponds to nothing in this order.
fn without(lines: Vec<Line>) -> Part {
    let note = if lines.is_empty() {
        "print-all-have-a-counterpart"
    } else {
        "report-no-counterpart-lede"
    };
    Part {
        heading: Text {
            words: words::say("report-no-counterpart"),
            language: None,
        },
        notes: vec![words::say(note)],
        lines,
    }
}
