//! One commitment, norm or measure: what it rests on, which questions serve it, and what States report on it.

use super::notices::{NoAssessment, OurCrosswalk, instrument};
use crate::{
    components::{
        answers::reported::ReportedRow,
        pager::{Pager, titled},
        report::InIts,
    },
    pages::{
        load::{Found, load},
        public::{
            as_data::{AsData, Public},
            state_name,
        },
        shell::PageTitle,
    },
    portal::{
        ports::Paged,
        progress::commitments::{Addressed, CommitmentPaged, OnIt, Serving},
        public::StateNames,
    },
    routes, words,
};
use domain::commitment::CommitmentId;
use leptos::prelude::*;
use leptos_router::params::Params;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    id: CommitmentId,
    page: Option<u32>,
}

/// One commitment.
#[component]
pub fn CommitmentPage() -> impl IntoView {
    let commitment =
        load(|portal, Address { id, page }| async move { portal.public_commitment_page(id, page.unwrap_or(1)).await });
    view! { <Found of=commitment let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: CommitmentPaged) -> impl IntoView {
    let CommitmentPaged {
        of: Addressed { commitment, circle },
        serving,
        said: page,
        states,
    } = seen;
    let id = commitment.id;
    let title = format!("{id} {}", commitment.title);
    let window = titled(title.clone(), page.page, page.pages());
    let row = |id: &str, said: String| view! { <div><dt>{words::say(id)}</dt><dd>{said}</dd></div> };
    let status = words::say(&format!("commitment-status-{}", commitment.status.code()));
    view! {
        <p class="eyebrow">
            <a href=format!("{}#{}", routes::COMMITMENTS, id.instrument().code())>{instrument(id.instrument())}</a>
        </p>
        <PageTitle text=title window=Some(window)/>
        <NoAssessment/>
        <dl class="answers">
            {row("commitments-symbol", commitment.symbol)}
            {row("commitments-status", status)}
            {row("commitments-addressees", circle.name)}
        </dl>
        <Questions serving/>
        <WhatStatesSay id page states/>
        <AsData of=Public::Commitment(id)/>
    }
}

#[component]
fn Questions(serving: Vec<Serving>) -> impl IntoView {
    let said = if serving.is_empty() {
        view! { <p class="empty">{words::say("commitment-questions-none")}</p> }.into_any()
    } else {
        let versions = serving.into_iter().map(|of| {
            let version = words::say_with("commitment-questions-of", &[("version", &of.version.to_string())]);
            let language = of.language;
            let questions = of
                .questions
                .into_iter()
                .map(|question| view! { <li><InIts language=language.clone() text=question.text/></li> })
                .collect_view();
            view! { <h3><a href=routes::questionnaire(of.version)>{version}</a></h3><ul>{questions}</ul> }
        });
        view! { <OurCrosswalk/>{versions.collect_view()} }.into_any()
    };
    view! { <section><h2>{words::say("commitment-questions")}</h2>{said}</section> }
}

#[component]
fn WhatStatesSay(id: CommitmentId, page: Paged<OnIt>, states: StateNames) -> impl IntoView {
    let (number, pages) = (page.page, page.pages());
    let said = if page.items.is_empty() {
        view! { <p class="empty">{words::say("commitment-said-none")}</p> }.into_any()
    } else {
        let said = page.items.into_iter().map(|on| {
            let name = states.get(&on.state).map_or_else(|| on.state.to_string(), state_name);
            view! { <OneState id on name/> }
        });
        view! { <p class="meta">{words::say("commitment-said-lede")}</p>{said.collect_view()} }.into_any()
    };
    view! {
        <section aria-labelledby="said">
            <h2 id="said">{words::say("commitment-said")}</h2>
            {said}
            <Pager page=number pages path=routes::commitment(id)/>
        </section>
    }
}

#[component]
fn OneState(id: CommitmentId, on: OnIt, name: String) -> impl IntoView {
    let heading = words::say_with(
        "commitment-said-by",
        &[("state", &name), ("year", &on.cycle.to_string())],
    );
    let language = on.language;
    let rows = on.answers.into_iter().map(|(question, answer)| {
        view! { <ReportedRow question language=language.clone() answer/> }
    });
    view! {
        <h3><a href=routes::said_on(on.cycle, on.state, id)>{heading}</a></h3>
        <dl class="answers">{rows.collect_view()}</dl>
    }
}
