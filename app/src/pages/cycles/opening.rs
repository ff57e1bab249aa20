//! Asks once more before a cycle is opened, which cannot be undone.

use super::cycle::{PlanFacts, why_not};
use crate::{
    api::cycles::OpenCycle,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::cycles::{
        planning::{Opening, PlannedSeen},
        running::CycleSeen,
    },
    routes, words,
};
use domain::cycle::CycleYear;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which cycle.
    year: CycleYear,
}

/// What opening a cycle does, and the button that does it.
#[component]
pub fn OpeningPage() -> impl IntoView {
    let page = load(|portal, Address { year }| async move { Ok((portal.cycle_seen(year, false).await?, year)) });
    view! {
        <Found of=page let:page>
            <PageTitle text=words::say_with("opening-title", &[("year", &page.1.to_string())])/>
            {match page.0 {
                CycleSeen::Planned(seen) => view! { <Confirm seen=*seen/> }.into_any(),
                CycleSeen::Running(_) => view! { <p class="empty">{words::say("opening-done")}</p> }.into_any(),
            }}
            <p><a href=routes::prepared_cycle(page.1)>{words::say("opening-back")}</a></p>
        </Found>
    }
}

#[component]
fn Confirm(seen: PlannedSeen) -> impl IntoView {
    let PlannedSeen {
        proposal, opening, by, ..
    } = seen;
    let number = proposal.plan.participating.len().to_string();
    let year = proposal.plan.year.to_string();
    let Opening::Ready { with } = opening else {
        return view! { <p class="empty">{words::say(why_not(opening))}</p> }.into_any();
    };
    let with = with.map(|version| {
        view! { <p class="prose">{words::say_with("opening-with", &[("version", &version.to_string())])}</p> }
    });
    view! {
        <p class="prose">{words::say_with("opening-what", &[("number", &number)])}</p>
        {with}
        <PlanFacts plan=proposal.plan/>
        <form method="post" action=OpenCycle::url()>
            <input type="hidden" name="year" value=year/>
            <input type="hidden" name="seen" value=seen.seen.number().to_string()/>
            <input type="hidden" name="by" value=by.to_string()/>
            <p class="buttons"><button class="btn btn--grave">{words::say("opening-button")}</button></p>
        </form>
    }
    .into_any()
}
