//! What progress reports ask: every version that was opened, whose text it is, and what each question serves.

use super::notices::{CommitmentLinks, NoAssessment, OurCrosswalk, WhoseText};
use crate::{
    components::report::InIts,
    pages::{
        load::{Found, load},
        public::as_data::{AsData, Public},
        shell::PageTitle,
    },
    portal::progress::questionnaires::QuestionnaireSeen,
    routes, words,
};
use domain::{
    cycle::CycleYear,
    questionnaire::{Kind, Lineage, Question, QuestionnaireVersion, Section},
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// Every version.
#[component]
pub fn QuestionnairesPage() -> impl IntoView {
    let all = load(|portal, ()| async move { portal.public_questionnaires().await });
    view! {
        <Found of=all let:versions>
            <PageTitle text=words::say("questionnaires-title")/>
            <p class="lede">{words::say("questionnaires-lede")}</p>
            <NoAssessment/>
            {if versions.is_empty() {
                view! { <p class="empty">{words::say("questionnaires-none")}</p> }.into_any()
            } else {
                let lines = versions.into_iter().map(|seen| view! { <VersionLine seen/> });
                view! { <ul class="list">{lines.collect_view()}</ul> }.into_any()
            }}
        </Found>
    }
}

#[component]
fn VersionLine(seen: QuestionnaireSeen) -> impl IntoView {
    let of = &seen.questionnaire;
    let version = words::say_with("questionnaires-version", &[("version", &of.version.to_string())]);
    let (language, text) = (of.language.clone(), of.title.clone());
    let number = of.questions().count().to_string();
    let number = words::say_with("questionnaires-questions", &[("number", &number)]);
    view! {
        <li>
            <div class="ref"><span>{version}</span></div>
            <div>
                <h3><a href=routes::questionnaire(of.version)><InIts language text/></a></h3>
                <p class="meta">{number}" · "<Cycles cycles=seen.cycles/></p>
            </div>
        </li>
    }
}

#[component]
fn Cycles(cycles: Vec<CycleYear>) -> impl IntoView {
    let links = cycles
        .into_iter()
        .map(|year| view! { " "<a href=routes::cycle(year)>{year.to_string()}</a> });
    view! { {words::say("questionnaires-cycles")}{links.collect_view()} }
}

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    version: QuestionnaireVersion,
}

/// One version.
#[component]
pub fn QuestionnairePage() -> impl IntoView {
    let one = load(|portal, Address { version }| async move { portal.public_questionnaire(version).await });
    view! { <Found of=one let:seen><Version seen/></Found> }
}

#[component]
fn Version(seen: QuestionnaireSeen) -> impl IntoView {
    let of = &seen.questionnaire;
    let version = of.version.to_string();
    let title = words::say_with("questionnaire-title", &[("title", &of.title), ("version", &version)]);
    let sections = of.sections.iter().cloned().map(|section| {
        view! { <OfSection section language=of.language.clone()/> }
    });
    view! {
        <p class="eyebrow"><a href=routes::QUESTIONNAIRES>{words::say("questionnaires-title")}</a></p>
        <PageTitle text=title/>
        <WhoseText notice=of.notice.clone()/>
        <NoAssessment/>
        <OurCrosswalk/>
        <p class="meta"><Cycles cycles=seen.cycles.clone()/></p>
        {sections.collect_view()}
        <AsData of=Public::Questionnaire(of.version)/>
    }
}

/// A section, with its questions as States read them.
#[component]
pub fn OfSection(
    /// The section.
    section: Section,
    /// The language its texts are in.
    language: String,
) -> impl IntoView {
    let id = section.id.to_string();
    let guidance = (!section.guidance.is_empty()).then(|| {
        view! { <p><InIts language=language.clone() text=section.guidance.clone()/></p> }
    });
    let questions = section.questions.into_iter().map(|question| {
        view! { <OfQuestion question language=language.clone()/> }
    });
    let questions = questions.collect_view();
    view! {
        <section aria-labelledby=id>
            <h2 id=id.clone()><InIts language text=section.title/></h2>
            {guidance}
            {questions}
        </section>
    }
}

#[component]
fn OfQuestion(question: Question, language: String) -> impl IntoView {
    let Question {
        id,
        text,
        guidance,
        kind,
        serves,
        tier,
        part,
        succeeds,
    } = question;
    let serves = if serves.is_empty() {
        words::say("questionnaire-serves-none").into_any()
    } else {
        view! { <CommitmentLinks ids=serves.into_iter().collect()/> }.into_any()
    };
    let guidance = (!guidance.is_empty()).then(|| {
        view! { <p class="meta"><InIts language=language.clone() text=guidance/></p> }
    });
    let row = |name: &str, said: String| view! { <div><dt>{words::say(name)}</dt><dd>{said}</dd></div> };
    let part = part.map(|part| {
        let title = words::say(&format!("report-part-{}", part.code()));
        row("questionnaire-part", format!("{} {title}", part.code()))
    });
    view! {
        <h3 id=id.to_string()><InIts language=language.clone() text/></h3>
        {guidance}
        <dl class="answers">
            <div><dt>{words::say("questionnaire-kind")}</dt><dd><KindOfAnswer kind language/></dd></div>
            <div><dt>{words::say("questionnaire-serves")}</dt><dd>{serves}</dd></div>
            {row("questionnaire-asked", words::say(&format!("questionnaire-asked-{}", tier.code())))}
            {part}
            {lineage(&succeeds).map(|said| row("questionnaire-succeeds", said))}
        </dl>
    }
}

#[component]
fn KindOfAnswer(kind: Kind, language: String) -> impl IntoView {
    let id = format!("questionnaire-kind-{}", kind.code());
    let said = match &kind {
        Kind::Text { max } => words::say_with(&id, &[("max", &max.to_string())]),
        Kind::Number { unit } if !unit.is_empty() => words::say_with("questionnaire-kind-number-of", &[("unit", unit)]),
        _ => words::say(&id),
    };
    let offers: Vec<_> = kind.offers().iter().map(|choice| choice.label.clone()).collect();
    let is_list = !offers.is_empty();
    let offers = offers
        .into_iter()
        .map(|label| view! { <li><InIts language=language.clone() text=label/></li> })
        .collect_view();
    view! { {said}{is_list.then(|| view! { <ul>{offers}</ul> })} }
}

/// What a question was in the version before; nothing where it was not there.
fn lineage(of: &Lineage) -> Option<String> {
    let before: Vec<_> = of.taken_up().iter().map(ToString::to_string).collect();
    let before = before.join(", ");
    match of {
        Lineage::New => None,
        Lineage::Same(_) => Some(words::say_with("questionnaire-is-same", &[("before", &before)])),
        Lineage::Replaces(_) => Some(words::say_with("questionnaire-replaces", &[("before", &before)])),
    }
}
