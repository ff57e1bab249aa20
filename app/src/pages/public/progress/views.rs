//! The answers of a report in an order: that of its own questionnaire, or that of another instrument.
//!
//! Another order is made of what each question says it serves and of nothing else. An item that nothing serves is there
//! and says so; what has no counterpart is listed at the end.

use super::notices::{CommitmentLinks, OurCrosswalk};
use crate::{
    components::{answers::reported::ReportedRow, printed::OrderLinks, report::InIts},
    routes, words,
};
use domain::{
    commitment::{Commitment, Commitments},
    crosswalk::{Crosswalk, Item, View},
    cycle::CycleYear,
    questionnaire::{Frozen, Question, QuestionId},
    report::{DisclosedAnswer, ReportDisclosure, Said},
    state::StateCode,
};
use leptos::prelude::*;

/// The orders in which a report can be read.
#[component]
pub fn Orders(
    /// Of which cycle it is.
    cycle: CycleYear,
    /// Whose it is.
    state: StateCode,
    /// The order it is in now; none in its own.
    by: Option<View>,
) -> impl IntoView {
    let to = move |order: Option<View>| {
        order.map_or_else(
            || routes::public_report(cycle, state),
            |view| routes::public_report_by(cycle, state, view),
        )
    };
    view! { <OrderLinks to now=by/> }
}

/// By section, as the State was asked.
#[component]
pub fn InItsOwnOrder(
    /// The report.
    report: ReportDisclosure,
    /// What it answers.
    questionnaire: Frozen,
) -> impl IntoView {
    let language = questionnaire.language.clone();
    let version = words::say_with(
        "report-answers-version",
        &[("version", &questionnaire.version.to_string())],
    );
    let sections = questionnaire.sections.iter().map(|section| {
        let rows = section
            .questions
            .iter()
            .filter_map(|question| with_answer(question, &report));
        let (asked, not_asked): (Vec<_>, Vec<_>) = rows.partition(|(_, answer)| answer.said != Said::NotAsked);
        let not_asked = not_asked.into_iter().map(|(question, _)| question.text);
        let (title, id) = (section.title.clone(), section.id.to_string());
        view! {
            <section aria-labelledby=id>
                <h2 id=id.clone()><InIts language=language.clone() text=title/></h2>
                <Rows rows=asked language=language.clone()/>
                <NotAsked questions=not_asked.collect() language=language.clone()/>
            </section>
        }
    });
    view! {
        <p class="meta"><a href=routes::questionnaire(questionnaire.version)>{version}</a></p>
        {sections.collect_view()}
    }
}

fn with_answer(question: &Question, report: &ReportDisclosure) -> Option<(Question, DisclosedAnswer)> {
    Some((question.clone(), report.answer(&question.id)?.clone()))
}

#[component]
fn Rows(rows: Vec<(Question, DisclosedAnswer)>, language: String) -> impl IntoView {
    let is_empty = rows.is_empty();
    let rows = rows.into_iter().map(|(question, answer)| {
        view! { <ReportedRow question language=language.clone() answer/> }
    });
    let rows = rows.collect_view();
    (!is_empty).then(|| view! { <dl class="answers">{rows}</dl> })
}

/// The questions that were not asked, folded away: they say nothing about the State.
#[component]
fn NotAsked(questions: Vec<String>, language: String) -> impl IntoView {
    let number = questions.len();
    let lines = questions
        .into_iter()
        .map(|text| view! { <li><InIts language=language.clone() text/></li> });
    let lines = lines.collect_view();
    (number > 0).then(|| {
        let said = words::say_with("public-report-not-asked", &[("number", &number.to_string())]);
        view! { <details><summary>{said}</summary><ul>{lines}</ul></details> }
    })
}

/// In the order of another instrument, with nothing forced into it.
#[component]
pub fn InAnotherOrder(
    /// Which.
    view: View,
    /// The report.
    report: ReportDisclosure,
    /// What it answers.
    questionnaire: Frozen,
    /// The items there are.
    commitments: Commitments,
) -> impl IntoView {
    let crosswalk = Crosswalk::of(view, &questionnaire, &commitments, &report);
    let language = questionnaire.language.clone();
    let rows = |ids: &[QuestionId]| -> Vec<_> {
        let questions = ids.iter().filter_map(|id| questionnaire.question(id));
        questions
            .filter_map(|question| with_answer(question, &report))
            .collect()
    };
    let items = crosswalk.items.iter().map(|(item, ids)| {
        let of = match item {
            Item::Commitment(id) => commitments.get(*id).cloned(),
            Item::Part(_) => None,
        };
        let is_asked = of.as_ref().is_none_or(|of| report.about.contains_key(&of.id));
        view! { <UnderItem item=*item of is_asked rows=rows(ids) language=language.clone()/> }
    });
    let items = items.collect_view();
    let others = rows(&crosswalk.no_counterpart);
    view! {
        <OurCrosswalk/>
        {items}
        <section aria-labelledby="no-counterpart">
            <h2 id="no-counterpart">{words::say("report-no-counterpart")}</h2>
            <p class="meta">{words::say("report-no-counterpart-lede")}</p>
            <Rows rows=others language/>
        </section>
    }
}

#[component]
fn UnderItem(
    item: Item,
    #[prop(optional_no_strip)] of: Option<Commitment>,
    is_asked: bool,
    rows: Vec<(Question, DisclosedAnswer)>,
    language: String,
) -> impl IntoView {
    let heading = match (item, of) {
        (Item::Commitment(id), of) => {
            let title = of.map(|of| of.title).unwrap_or_default();
            view! { <h2 id=id.to_string()><CommitmentLinks ids=vec![id]/>" "{title}</h2> }.into_any()
        }
        (Item::Part(part), _) => {
            let (id, title) = (format!("part-{}", part.code()), format!("report-part-{}", part.code()));
            view! { <h2 id=id>{part.code()}" "{words::say(&title)}</h2> }.into_any()
        }
    };
    let empty = rows.is_empty();
    view! {
        <section>
            {heading}
            {empty.then(|| view! { <p class="empty">{words::say("report-item-empty")}</p> })}
            {(!empty && !is_asked).then(|| view! { <p class="meta">{words::say("report-item-not-asked")}</p> })}
            <Rows rows language/>
        </section>
    }
}
