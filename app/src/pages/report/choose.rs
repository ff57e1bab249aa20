//! Two people saved the same answers differently: both versions, answer by answer, and the person chooses.

use super::WrittenReport;
use crate::{
    api::reports::ChooseAnswers,
    components::{
        answers::Said,
        form::{Drawn, DrawnFields, ErrorSummary},
        report::{InIts, WrongAnswers},
    },
    pages::{
        desk::Eyebrow,
        shell::{LastRefusal, PageTitle},
    },
    portal::reporting::writing::{AnswersToChoose, Reporting},
    routes::{self, Questions},
    words,
};
use domain::{
    ids::Timestamp,
    questionnaire::{Question, QuestionId},
    report::{Issues, TypedAnswer},
};
use leptos::{prelude::*, server_fn::ServerFn};
use std::collections::BTreeMap;

/// Two versions, and what was not kept of the later one.
pub struct Choosing {
    /// The versions.
    pub choice: AnswersToChoose,
    /// Answers that were not kept for a classification marking.
    pub classified: Questions,
    /// Answers that were not kept for their size.
    pub oversized: Questions,
}

/// Choose between two versions of answers.
#[component]
pub fn ChooseAnswersPage(
    /// What there is to choose between.
    of: Reporting<Choosing>,
) -> impl IntoView {
    view! { <WrittenReport of let:choosing><Page choosing/></WrittenReport> }
}

#[component]
fn Page(choosing: Choosing) -> impl IntoView {
    let Choosing {
        choice,
        classified,
        oversized,
    } = choosing;
    let (reference, questionnaire) = (choice.filing.reference.clone(), &choice.filing.terms.questionnaire);
    let wrong = WrongAnswers::of(&classified, &oversized, &Issues::default(), questionnaire);
    let links = wrong.elsewhere(&reference, questionnaire);
    let body = if choice.beside.is_empty() {
        let href = routes::check_answers(&reference);
        view! { <p>{words::say("choose-nothing")}" "<a href=href>{words::say("choose-on")}</a></p> }.into_any()
    } else {
        view! { <Form choice/> }.into_any()
    };
    view! {
        <LastRefusal/>
        <Eyebrow reference/>
        <PageTitle text=words::say("choose-title")/>
        <ErrorSummary links/>
        {body}
    }
}

#[component]
fn Form(choice: AnswersToChoose) -> impl IntoView {
    // Where an answer was kept aside twice, the later version is offered.
    let kept = choice.beside.iter().flat_map(|beside| {
        let at = beside.at;
        beside.answers.iter().map(move |(id, typed)| (id, (typed, at)))
    });
    let kept: BTreeMap<&QuestionId, (&TypedAnswer, Timestamp)> = kept.collect();
    let questionnaire = &choice.filing.terms.questionnaire;
    let asked = questionnaire.questions().filter_map(|question| {
        let (aside, at) = kept.get(&question.id)?;
        let draft = choice.filing.draft.typed(&question.id);
        let (draft, aside) = (whole(question, &draft), whole(question, aside));
        let language = questionnaire.language.clone();
        Some(view! { <Versions question=question.clone() language draft aside at=*at/> })
    });
    let asked = asked.collect_view();
    let drawn = Drawn {
        reference: choice.filing.reference.clone(),
        seen: choice.filing.version,
        key: choice.key,
        by: choice.by,
    };
    view! {
        <p class="lede">{words::say("report-choose-lede")}</p>
        <form method="post" action=ChooseAnswers::PATH>
            <DrawnFields drawn/>
            {asked}
            <div class="buttons"><button class="btn">{words::say("choose-save")}</button></div>
        </form>
    }
}

/// An answer as typed, with all that two people can differ in.
fn whole(question: &Question, typed: &TypedAnswer) -> String {
    let readers = domain::marking::Audience::from_code(&typed.audience).map(words::audience);
    let stands = typed.confirmed.map(|_| words::say("report-carried-confirmed"));
    let parts = [
        Some(Said::drafted(question, typed).words),
        Some(typed.evidence.join(" ")),
    ];
    let parts = parts
        .into_iter()
        .chain([readers, stands])
        .flatten()
        .filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

#[component]
fn Versions(question: Question, language: String, draft: String, aside: String, at: Timestamp) -> impl IntoView {
    let name = format!("versions[{}]", question.id);
    let id = routes::question_anchor(&question.id);
    let from_draft = words::say("choose-draft");
    let from_aside = words::say_with("choose-aside", &[("at", &words::minute(at))]);
    view! {
        <fieldset class="field">
            <legend><InIts language text=question.text.clone()/></legend>
            <Version id=id.clone() name=name.clone() value="draft" label=from_draft said=draft/>
            <Version id=format!("{id}--aside") name value="aside" label=from_aside said=aside/>
        </fieldset>
    }
}

#[component]
fn Version(id: String, name: String, value: &'static str, label: String, said: String) -> impl IntoView {
    let words_id = format!("{id}-words");
    view! {
        <div class="choice">
            <input type="radio" id=id.clone() name=name value=value required aria-describedby=words_id.clone()/>
            <label for=id>{label}</label>
            <p id=words_id dir="auto">{said}</p>
        </div>
    }
}
