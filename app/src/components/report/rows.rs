//! What a report says, question by question: as typed, as its State and the secretariat read it, as each audience does.
//!
//! What an audience reads is laid out of the disclosure made for it, and of nothing else.

use super::InIts;
use crate::{
    components::answers::{Answer, Said, reported::ReportedAnswer},
    routes, words,
};
use domain::{
    filing::Filing,
    marking::Audience,
    questionnaire::{Question, Questionnaire},
    report::{self, DisclosedAnswer, DisclosedContent, Report, ReportDisclosure, TypedAnswer},
};
use leptos::prelude::*;

/// Rows of questions under the titles of their sections; `row` makes one of a question, or none.
pub fn in_sections(questionnaire: &Questionnaire, row: impl Fn(&Question) -> Option<AnyView>) -> AnyView {
    let language = &questionnaire.language;
    let sections = questionnaire.sections.iter().filter_map(|section| {
        let rows: Vec<AnyView> = section.questions.iter().filter_map(&row).collect();
        (!rows.is_empty()).then(|| {
            let (language, text) = (language.clone(), section.title.clone());
            view! {
                <h3><InIts language text/></h3>
                <dl class="answers answers--questions">{rows}</dl>
            }
        })
    });
    sections.collect_view().into_any()
}

/// What a report says, to readers for whom this was made.
#[component]
pub fn Reported(
    /// What they read.
    disclosure: ReportDisclosure,
    /// The questionnaire it answers.
    questionnaire: Questionnaire,
    /// Whether to say of each answer who may read it, and how it stands to last year's.
    #[prop(optional)]
    marked: bool,
) -> impl IntoView {
    let DisclosedContent::Form { answers, .. } = &disclosure.content else {
        let DisclosedContent::NothingNew { since } = disclosure.content else {
            return ().into_any();
        };
        return view! { <p>{words::say_with("report-nothing-new", &[("year", &since.to_string())])}</p> }.into_any();
    };
    let is_asked = |answer: &&DisclosedAnswer| answer.said != report::Said::NotAsked;
    let not_asked = answers.values().filter(|answer| !is_asked(answer)).count();
    let language = questionnaire.language.clone();
    let rows = in_sections(&questionnaire, |question| {
        let answer = answers.get(&question.id).filter(is_asked)?.clone();
        let (question, language) = (question.clone(), language.clone());
        Some(view! { <ReportedRow question answer language marked/> }.into_any())
    });
    let not_asked = (not_asked > 0).then(|| {
        view! { <p class="meta">{words::say_with("report-not-asked", &[("number", &not_asked.to_string())])}</p> }
    });
    view! { {rows}{not_asked} }.into_any()
}

#[component]
fn ReportedRow(question: Question, answer: DisclosedAnswer, language: String, marked: bool) -> impl IntoView {
    let readers = |one| words::say_with("report-read-by", &[("readers", &words::audience(one))]);
    let carried = |how: report::Carried| words::say(&format!("report-carried-{}", how.code()));
    let marks: Vec<String> = [answer.audience.map(readers), answer.carried.map(carried)]
        .into_iter()
        .flatten()
        .collect();
    let marks = (marked && !marks.is_empty()).then(|| marks.join(" · "));
    let text = question.text.clone();
    view! {
        <div>
            <dt><InIts language text/></dt>
            <ReportedAnswer question answer/>
            {marks.map(|marks| view! { <dd class="meta">{marks}</dd> })}
        </div>
    }
}

/// What each audience outside the secretariat reads of a report.
#[component]
pub fn WhatAudiencesRead(
    /// The report.
    report: Report,
    /// Whose it is.
    state: domain::state::StateCode,
    /// The questionnaire it answers.
    questionnaire: Questionnaire,
    /// Whether the one it is for stands open: somebody is to let it out.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    if report.audience == Audience::Secretariat {
        return view! { <p>{words::say("audience-secretariat.explained")}</p> }.into_any();
    }
    let others = [Audience::ParticipatingStates, Audience::Public].into_iter();
    let read = others.filter_map(|one| {
        let disclosure = report.disclose(&state, one)?;
        let open = open && one == report.audience;
        let summary = words::say(&format!("audience-{}.reads", one.code()));
        let questionnaire = questionnaire.clone();
        Some(view! {
            <details open=open>
                <summary>{summary}</summary>
                <div><Reported disclosure questionnaire/></div>
            </details>
        })
    });
    read.collect_view().into_any()
}

/// What was typed, however wrong, each answer with the way to change it.
#[component]
pub fn Drafted<'a>(
    /// The report.
    filing: &'a Filing<Report>,
) -> impl IntoView + use<> {
    let terms = &filing.terms;
    let Some(depth) = filing.draft.depth() else {
        return ().into_any();
    };
    let (reference, questionnaire) = (&filing.reference, &terms.questionnaire);
    in_sections(questionnaire, |question| {
        if !question.is_asked(depth, &terms.about) {
            return None;
        }
        let section = questionnaire.section_of(&question.id)?;
        let typed = filing.draft.typed(&question.id);
        let mark = carried(filing, question, &typed);
        let href = routes::report_question(reference, &section.id, &question.id);
        let (language, text) = (questionnaire.language.clone(), question.text.clone());
        Some(view! { <DraftedRow question=question.clone() typed mark href language text/> }.into_any())
    })
}

#[component]
fn DraftedRow(
    question: Question,
    typed: TypedAnswer,
    mark: Option<String>,
    href: String,
    language: String,
    text: String,
) -> impl IntoView {
    let said = Said::drafted(&question, &typed);
    let links = typed.evidence.join("\n");
    let readers = Audience::from_code(&typed.audience);
    let readers = readers.map(|one| words::say_with("report-read-by", &[("readers", &words::audience(one))]));
    let marks: Vec<String> = readers.into_iter().chain(mark).collect();
    let of = text.clone();
    view! {
        <div>
            <dt><InIts language text/></dt>
            {(!said.words.is_empty()).then(|| view! { <Answer said/> })}
            {(!links.is_empty()).then(|| view! { <dd dir="ltr">{links}</dd> })}
            {(!marks.is_empty()).then(|| view! { <dd class="meta">{marks.join(" · ")}</dd> })}
            <dd><a href=href>{words::say("answers-change")}<span class="visually-hidden">" "{of}</span></a></dd>
        </div>
    }
}

/// How an answer as typed stands to last year's, in words.
pub fn carried(filing: &Filing<Report>, question: &Question, typed: &TypedAnswer) -> Option<String> {
    let last = filing.terms.last.as_ref()?.answers.get(&question.id);
    let last = last.map(TypedAnswer::from);
    let code = match last {
        None if typed.says_nothing() => return None,
        None => "new",
        Some(_) if typed.says_nothing() => "dropped",
        Some(last) if last.value != typed.value || last.evidence != typed.evidence => "changed",
        Some(_) if typed.confirmed.is_some() => "confirmed",
        Some(_) => "to-confirm",
    };
    Some(words::say(&format!("report-carried-{code}")))
}
