//! The rows of a draft, of an incident and of a disclosure: one for each field, in page order.

use super::Said;
use crate::{portal::public::StateNames, routes};
use domain::{
    answer::Text,
    filing::Filing,
    form::Field,
    incident::Incident,
    marking::{Audience, Tlp},
    publication::Disclosure,
};

/// A question and what is said to it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The question.
    pub field: Field,
    /// The answer.
    pub said: Said,
    /// Where it can be changed.
    pub change: Option<String>,
}

impl Row {
    /// The same, for somebody who only reads.
    #[must_use]
    pub fn without_change(self) -> Self {
        Self { change: None, ..self }
    }

    /// Whether it is what a page may show above the answers by itself.
    pub fn is_heading(&self) -> bool {
        matches!(self.field, Field::Title | Field::Summary)
    }
}

/// What an incident and its disclosure always hold.
struct Always<'a> {
    kind: &'a str,
    exercise: bool,
    title: &'a Text,
    summary: &'a Text,
    marking: Tlp,
    audience: Audience,
}

impl Always<'_> {
    /// What is said on a field that needs a value; none for other fields.
    fn said(&self, field: Field) -> Option<Said> {
        Some(match field {
            Field::NoticeKind => Said::code(field, self.kind),
            Field::Exercise => Said::code(field, if self.exercise { "exercise" } else { "real" }),
            Field::Title => Said::text(self.title),
            Field::Summary => Said::text(self.summary),
            Field::Marking => Said::marking(self.marking),
            Field::Audience => Said::audience(self.audience),
            _ => return None,
        })
    }
}

/// What an incident says.
pub fn of_incident(incident: &Incident, names: &StateNames) -> Vec<Row> {
    let Incident {
        kind,
        exercise,
        title,
        summary,
        marking,
        audience,
        ..
    } = incident;
    let always = Always {
        kind,
        exercise: *exercise,
        title,
        summary,
        marking: *marking,
        audience: *audience,
    };
    let other = |field| {
        incident
            .answers
            .get(&field)
            .map_or_else(Said::not_asked, |stated| Said::stated(field, stated, names))
    };
    rows(|field| always.said(field).unwrap_or_else(|| other(field)))
}

/// What a disclosure says.
pub fn of_disclosure(disclosure: &Disclosure) -> Vec<Row> {
    let Disclosure {
        kind,
        exercise,
        title,
        summary,
        marking,
        audience,
        ..
    } = disclosure;
    let always = Always {
        kind,
        exercise: *exercise,
        title,
        summary,
        marking: *marking,
        audience: *audience,
    };
    let other = |field| {
        disclosure
            .answers
            .get(&field)
            .map_or_else(Said::not_asked, |disclosed| Said::disclosed(field, disclosed))
    };
    rows(|field| always.said(field).unwrap_or_else(|| other(field)))
}

fn rows(said: impl Fn(Field) -> Said) -> Vec<Row> {
    Field::ALL
        .into_iter()
        .map(|field| Row {
            field,
            said: said(field),
            change: None,
        })
        .collect()
}

/// What was typed, however wrong, each with the way to change it.
pub fn of_draft(filing: &Filing, names: &StateNames) -> Vec<Row> {
    let row = |field| Row {
        field,
        said: Said::typed(field, &filing.draft.typed(field), names, field.asked(filing.terms)),
        change: Some(format!(
            "{}#{}",
            routes::section(&filing.reference, field.section()),
            field.id()
        )),
    };
    Field::asked_at(filing.terms).map(row).collect()
}
