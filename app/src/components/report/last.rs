//! What the State said a year before, under a question: to confirm, change or drop.
//!
//! The boxes below hold it already; so the old words stand closed, and the one thing that is asked stands open.

use super::{InIts, Put};
use crate::{
    components::{answers::reported::ReportedAnswer, form::Offer},
    words,
};
use domain::{cycle::CycleYear, questionnaire::Question, report::DisclosedAnswer};
use leptos::prelude::*;

/// What was said to the same question, or to those this one stands in place of.
#[derive(Clone, Debug)]
pub struct LastSaid {
    /// In which cycle.
    pub cycle: CycleYear,
    /// The questions of then, with what was said.
    pub said: Vec<(Question, DisclosedAnswer)>,
    /// Whether it answers this question too, so that it can be said to stand.
    pub may_stand: bool,
    /// The language of the questions of then.
    pub language: String,
}

/// Last year's answer, and whether it still stands.
#[component]
pub fn LastAnswer(
    /// The question.
    put: Put,
    /// What was said.
    last: LastSaid,
) -> impl IntoView {
    let year = last.cycle.to_string();
    let stands = last.may_stand.then(|| {
        let checked = put.typed.confirmed.is_some();
        let label = words::say_with("report-stands", &[("year", &year)]);
        view! {
            <Offer
                kind="checkbox" id=put.id_of("stands") name=put.name("confirmed") value="yes".to_owned() checked=checked
            >
                {label}<span class="visually-hidden">": "<InIts language=put.language.clone() text=put.question.text.clone()/></span>
            </Offer>
        }
    });
    let summary = if last.may_stand { "report-last" } else { "report-beside" };
    let same = last.may_stand;
    let rows = last.said.into_iter().map(|(question, answer)| {
        let language = last.language.clone();
        let text = question.text.clone();
        view! {
            <div>
                <dt class:visually-hidden=same><InIts language text/></dt>
                <ReportedAnswer question answer/>
            </div>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="last-year">
            {stands}
            <details>
                <summary>{words::say_with(summary, &[("year", &year)])}</summary>
                <dl class="answers answers--questions">{rows}</dl>
            </details>
        </div>
    }
    .into_any()
}
