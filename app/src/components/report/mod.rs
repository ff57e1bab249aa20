//! A progress report laid out: the controls of its questions, and what it says.
//!
//! A question is always text, what it serves, guidance, error, last year's answer, control, in that order, and under it a
//! disclosure with what few need at each: who may read the answer, links to evidence, why there is none. No control
//! needs a script. Names follow from the question: `answers[cdp-1-progress][text]`, so that the door gets one map of the
//! section.
//!
//! The words of a question are the questionnaire's, in the questionnaire's language; everything around them is ours.

mod control;
mod difference;
mod extras;
mod frame;
mod last;
mod places;
mod put;
mod rows;
mod several;
mod tasks;
mod wrong;

pub use control::QuestionField;
pub use difference::{Changes, YearOnYear};
pub use extras::ReadersField;
pub use last::{LastAnswer, LastSaid};
pub use places::places;
pub use put::questions;
pub use rows::{Drafted, Reported, WhatAudiencesRead, carried, in_sections};
pub use tasks::{FigureWords, SectionList};
pub use wrong::WrongAnswers;

use crate::{routes, words};
use domain::{
    marking::Audience,
    questionnaire::{Kind, Question},
    report::{LINKS_MAX, TypedAnswer},
};
use leptos::prelude::*;

/// A question as it stands on the page.
#[derive(Clone, Debug)]
pub struct Put {
    /// The question.
    pub question: Question,
    /// The language it is put in.
    pub language: String,
    /// What was typed.
    pub typed: TypedAnswer,
    /// What is wrong, in words.
    pub error: Option<String>,
    /// What it serves, each by id and title.
    pub serves: Vec<(String, String)>,
    /// What the State said a year before.
    pub last: Option<LastSaid>,
    /// The most readers an answer can have.
    pub ceiling: Audience,
    /// The language preselected for text that has none yet.
    pub writes_in: String,
}

impl Put {
    /// The id of its first control.
    pub fn id(&self) -> String {
        routes::question_anchor(&self.question.id)
    }

    /// The id of another part. No question has two hyphens in its id.
    pub fn id_of(&self, part: &str) -> String {
        format!("{}--{part}", self.id())
    }

    /// The name a part is posted under: `answers[cdp-1-progress][text]`.
    pub fn name(&self, part: &str) -> String {
        format!("answers[{}][{part}]", self.question.id)
    }

    /// What its kind of control needs said, after the question's own guidance.
    pub fn hint(&self) -> Option<String> {
        match &self.question.kind {
            Kind::Text { max } => Some(words::say_with("form-limit", &[("limit", &max.to_string())])),
            Kind::Choices(_) => Some(words::say("form-choices-hint")),
            Kind::Date => Some(words::say("report-date-hint")),
            Kind::Number { unit } => Some(words::say_with("report-number-hint", &[("unit", unit)])),
            Kind::Evidence => Some(words::say_with("report-links-hint", &[("max", &LINKS_MAX.to_string())])),
            Kind::Progress => Some(words::say("report-progress-hint")),
            Kind::Choice(_) => None,
        }
    }

    /// Whether anything helps to answer it.
    pub fn has_hint(&self) -> bool {
        !self.question.guidance.is_empty() || self.hint().is_some()
    }

    /// The ids of hint and error, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let hint = self.has_hint().then(|| self.id_of("hint"));
        let error = self.error.as_ref().map(|_| self.id_of("error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// `aria-invalid` of its controls.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }
}

/// Words of the questionnaire, in their language and its direction, wherever they stand.
#[component]
pub fn InIts(
    /// The language.
    language: String,
    /// The words.
    text: String,
) -> impl IntoView {
    let dir = words::direction(&language);
    view! { <bdi lang=language dir=dir>{text}</bdi> }
}
