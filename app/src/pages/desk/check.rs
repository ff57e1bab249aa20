//! Everything on one page before it is sent: every answer with the way to change it, every problem, and the exact
//! version its audience will read.

use super::{Eyebrow, marking};
use crate::{
    api::filings::{Answer, SendFiling},
    components::{
        actions::{ActionForm, Note},
        answers::{Answers, AnswersOfDisclosure, of_draft},
        form::{Drawn, ErrorSummary, LeftOut, Wrong},
        indicators::{DisclosedIndicators, FirstIndicators, Floor},
        mentions::{Mentions, reads},
        task_list::{TaskList, tasks},
        timeline::Words,
    },
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{desk::CheckSeen, reading::FilingSeen},
    routes, words,
};
use domain::{ids::FilingReference, lifecycle::Action, marking::Audience, publication::Disclosure};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
}

/// Check your answers.
#[component]
pub fn CheckPage() -> impl IntoView {
    let check = load(|portal, Address { reference }| async move { portal.check(&reference).await });
    view! { <Found of=check let:check><Page check/></Found> }
}

#[component]
fn Page(check: CheckSeen) -> impl IntoView {
    let CheckSeen { seen, issues } = check;
    let filing = &seen.filing;
    let reference = filing.reference.clone();
    let links = Wrong::of(&LeftOut::default(), &issues).links(|field| routes::field(&reference, field));
    let (rows, indicators) = (of_draft(filing, &seen.names), filing.draft.indicators.clone());
    let (floor, all) = (filing.draft.floor(), routes::indicators(&reference));
    view! {
        <div class="with-aside">
            <aside><TaskList reference=reference.clone() tasks=tasks(filing, &issues, None)/></aside>
            <div>
                <Eyebrow reference=reference.clone() stage=Some(seen.stage) marking=marking(filing)/>
                <PageTitle text=words::say("check-title")/>
                <ErrorSummary links/>
                {filing.stage.question().cloned().map(|question| view! {
                    <Words text=question.text.as_str().to_owned() on=question.on/>
                })}
                <Mentions mentions=seen.mentions.clone() names=seen.names.clone()/>
                <h2>{words::say("check-answers")}</h2>
                <Answers rows/>
                <FirstIndicators indicators all/>
                <Floor floor/>
                {seen.disclosure.clone().map(|disclosure| view! { <Preview disclosure/> })}
                <Onward seen/>
            </div>
        </div>
    }
}

/// The exact version its audience will read.
#[component]
pub fn Preview(
    /// That version.
    disclosure: Disclosure,
) -> impl IntoView {
    let audience = disclosure.audience;
    // What its audience gets of them is in the table above.
    let withheld = Some(disclosure.indicators.clone()).filter(|traces| traces.withheld().is_some());
    let explained = words::say(&format!("audience-{}.explained", audience.code()));
    view! {
        <h2>{reads(audience)}</h2>
        <p>{explained}</p>
        {(audience != Audience::Secretariat).then(|| view! {
            <AnswersOfDisclosure disclosure/>
            {withheld.map(|traces| view! { <DisclosedIndicators traces/> })}
        })}
    }
}

/// Send it or answer the question, when nothing stands in the way any more.
#[component]
fn Onward(seen: FilingSeen) -> impl IntoView {
    let drawn = Drawn::from(&seen);
    let may = |action| seen.incident.is_some() && seen.offered.contains(&action);
    let send = may(Action::Send).then(|| {
        view! {
            <ActionForm action=Action::Send door=SendFiling::PATH drawn=drawn.clone() class="btn"/>
        }
    });
    let answer = may(Action::Answer).then(|| {
        view! {
            <ActionForm action=Action::Answer door=Answer::PATH drawn=drawn.clone() class="btn">
                <Note action=Action::Answer name="answer"/>
            </ActionForm>
        }
    });
    view! {
        <section class="actions">
            {seen.incident.is_none().then(|| view! { <p>{words::say("check-not-yet")}</p> })}
            {send}
            {answer}
        </section>
    }
}
