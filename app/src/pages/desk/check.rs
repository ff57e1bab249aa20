//! Everything on one page before it is sent: every answer with the way to change it, every problem, and the exact
//! version its audience will read.

use super::{Eyebrow, closed::Written, marking};
use crate::{
    api::filings::{Answer, SendFiling},
    components::{
        about::Places,
        actions::{self, ActionForm},
        answers::{Answers, AnswersOfDisclosure, of_draft},
        form::{Drawn, ErrorSummary, LeftOut, Wrong},
        indicators::{DisclosedIndicators, FirstIndicators, Floor},
        mentions::{Mentions, reads},
        task_list::{TaskList, tasks},
        timeline::Words,
    },
    pages::{
        load::{Found, load},
        report::CheckReport,
        shell::{PageTitle, RefusedHere},
    },
    portal::{
        notes::Purpose,
        reading::FilingSeen,
        reporting::writing::{ReportCheck, Reporting},
        writing::{CheckSeen, Writing},
    },
    routes, words,
};
use domain::{
    ids::{FilingKind, FilingReference},
    lifecycle::Action,
    marking::Audience,
    publication::Disclosure,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
}

/// A filing of either kind.
enum Check {
    Incident(Box<Writing<CheckSeen>>),
    Report(Box<Reporting<ReportCheck>>),
}

/// Check your answers.
#[component]
pub fn CheckPage() -> impl IntoView {
    let check = load(|portal, Address { reference }| async move {
        Ok(match reference.kind {
            FilingKind::Incident => Check::Incident(Box::new(portal.check(&reference).await?)),
            FilingKind::Report => Check::Report(Box::new(portal.check_report(&reference).await?)),
        })
    });
    view! {
        <Found of=check let:check>
            {match check {
                Check::Incident(of) => view! { <Written of=*of let:check><Page check/></Written> }.into_any(),
                Check::Report(of) => view! { <CheckReport of=*of/> }.into_any(),
            }}
        </Found>
    }
}

#[component]
fn Page(check: CheckSeen) -> impl IntoView {
    let CheckSeen { seen, issues } = check;
    let filing = &seen.filing;
    let (reference, places) = (filing.reference.clone(), Places::of_incident(filing.terms));
    let has_box = seen
        .standing
        .given_back
        .as_ref()
        .is_some_and(|given| given.purpose == Purpose::Answer)
        && may(&seen, Action::Answer);
    let links = Wrong::of(&LeftOut::default(), &issues).links(|field| routes::field(&reference, field));
    let tasks = tasks(filing, &issues, None);
    let (rows, indicators) = (of_draft(filing, &seen.standing.names), filing.draft.indicators.clone());
    let (floor, all) = (filing.draft.floor(), routes::indicators(&reference));
    view! {
        <RefusedHere given=seen.standing.given_back.clone() has_box/>
        <div class="with-aside">
            <div>
                <Eyebrow reference=reference.clone() stage=Some(seen.standing.stage) marking=marking(filing)/>
                <PageTitle text=words::say("check-title")/>
                <ErrorSummary links/>
                {filing.stage.question().cloned().map(|question| view! {
                    <Words text=question.text.as_str().to_owned() on=question.on.as_ref().map(|place| places.name(place))/>
                })}
                <Mentions mentions=seen.mentions.clone() names=seen.standing.names.clone()/>
                <h2>{words::say("check-answers")}</h2>
                <Answers rows/>
                <FirstIndicators indicators all/>
                <Floor floor/>
                {seen.disclosure.clone().map(|disclosure| view! { <Preview disclosure/> })}
                <Onward seen/>
            </div>
            <aside><TaskList reference tasks/></aside>
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

/// Whether nothing stands in the way any more.
fn may(seen: &FilingSeen, action: Action) -> bool {
    seen.incident.is_some() && seen.standing.offered.contains(&action)
}

/// Send it or answer the question, when nothing stands in the way any more.
#[component]
fn Onward(seen: FilingSeen) -> impl IntoView {
    let drawn = Drawn::from(&seen.standing);
    let given = seen.standing.given_back.clone();
    let send = may(&seen, Action::Send).then(|| {
        view! {
            <ActionForm action=Action::Send door=SendFiling::PATH drawn=drawn.clone() class="btn"/>
        }
    });
    let answer = may(&seen, Action::Answer).then(|| {
        view! {
            <ActionForm action=Action::Answer door=Answer::PATH drawn=drawn.clone() class="btn">
                <actions::Words purpose=Purpose::Answer given/>
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
