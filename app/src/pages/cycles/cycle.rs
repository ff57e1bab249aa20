//! A cycle, as the secretariat plans and follows it.

use super::{Done, running::Running};
use crate::{
    components::{people::state_name, plain::again},
    pages::{
        cycles::fact,
        load::{Found, load},
        public::progress::day,
        shell::PageTitle,
    },
    portal::cycles::{
        planning::{Opening, PlannedSeen},
        running::CycleSeen,
    },
    routes, words,
};
use domain::cycle::{CycleYear, Plan};
use leptos::prelude::*;
use leptos_router::params::Params;
use std::collections::BTreeSet;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which cycle.
    year: CycleYear,
    /// Why a form on this page was refused, if it was.
    refused: Option<String>,
    /// What was done just before.
    done: Option<String>,
}

/// A cycle, planned or opened.
#[component]
pub fn PreparedCyclePage() -> impl IntoView {
    let page = load(|portal, Address { year, refused, done }| async move {
        Ok((portal.cycle_seen(year, again(refused.as_deref())).await?, year, done))
    });
    view! {
        <Found of=page let:page>
            <p class="eyebrow"><a href=routes::PREPARATION>{words::say("preparation-title")}</a></p>
            <PageTitle text=words::say_with("cycle-title", &[("year", &page.1.to_string())])/>
            <Done done=page.2/>
            {match page.0 {
                CycleSeen::Planned(seen) => view! { <Planned seen=*seen/> }.into_any(),
                CycleSeen::Running(seen) => view! { <Running seen=*seen/> }.into_any(),
            }}
        </Found>
    }
}

#[component]
fn Planned(seen: PlannedSeen) -> impl IntoView {
    let year = seen.proposal.plan.year;
    let planner = seen.planner.unwrap_or_else(|| words::say("prepare-somebody"));
    let states: Vec<_> = seen.states.iter().map(state_name).collect();
    view! {
        <p><span class="tag">{words::say("cycle-stage-planned")}</span></p>
        <PlanFacts plan=seen.proposal.plan/>
        <dl class="answers">
            {fact("plan-by", planner)}
            {fact("prepare-states", states.join(", "))}
        </dl>
        {seen.may_plan.then(|| view! {
            <p class="buttons"><a class="btn btn--quiet" href=routes::plan(year)>{words::say("plan-change")}</a></p>
        })}
        <ToOpening opening=seen.opening year/>
    }
}

#[component]
fn ToOpening(opening: Opening, year: CycleYear) -> impl IntoView {
    match opening {
        Opening::Ready { .. } => view! {
            <p class="buttons"><a class="btn" href=routes::open_cycle(year)>{words::say("opening-go")}</a></p>
        }
        .into_any(),
        other => view! { <p class="empty">{words::say(why_not(other))}</p> }.into_any(),
    }
}

/// Why the visitor does not open it now.
pub(super) const fn why_not(opening: Opening) -> &'static str {
    match opening {
        Opening::Ready { .. } => "opening-go",
        Opening::QuestionnaireNotReady => "opening-questionnaire-not-ready",
        Opening::AnotherPerson => "opening-another-person",
        Opening::NotYours => "opening-not-yours",
        Opening::Flawed => "opening-flawed",
    }
}

/// The days and terms of a cycle.
#[component]
pub fn PlanFacts(
    /// The plan.
    plan: Plan,
) -> impl IntoView {
    let Plan {
        questionnaire,
        conference,
        reminders,
        ..
    } = plan;
    let days = |days: &BTreeSet<u16>| days.iter().rev().map(u16::to_string).collect::<Vec<_>>().join(", ");
    let version = words::say_with(
        "cycles-questionnaire-version",
        &[("version", &questionnaire.to_string())],
    );
    let conference = conference.map(|it| {
        let values = [("name", &*it.name), ("place", &*it.place), ("day", &day(it.date))];
        fact("cycles-conference", words::say_with("cycles-conference-at", &values))
    });
    let participating = plan.participating.len().to_string();
    view! {
        <dl class="answers">
            {fact("cycles-opens", day(plan.opens))}
            {fact("cycles-due", day(plan.due))}
            {fact("cycles-closes", day(plan.closes))}
            {conference}
            {fact("cycles-questionnaire", view! { <a href=routes::edition(questionnaire)>{version}</a> })}
            {fact("cycles-participating", participating)}
            {fact("prepare-audience", words::audience(plan.audience))}
            {fact("prepare-before", days(&reminders.before))}
            {fact("prepare-after", days(&reminders.after))}
        </dl>
    }
}
