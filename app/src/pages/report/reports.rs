//! The cycles a State takes part in: for each what there is to do, or how its report stands.

use super::due;
use crate::{
    components::tags::StageTag,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::reporting::cycles::{CycleSeen, ReportsSeen},
    routes, words,
};
use domain::cycle::Phase;
use leptos::prelude::*;

/// The cycles a State takes part in.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let reports = load(|portal, ()| async move { portal.reports_seen().await });
    view! { <Found of=reports let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: ReportsSeen) -> impl IntoView {
    let may_open = seen.may_open;
    let empty = seen.cycles.is_empty();
    let lines = seen.cycles.into_iter().map(|cycle| view! { <Line cycle may_open/> });
    view! {
        <PageTitle text=words::say("reports-title")/>
        <p class="lede">{words::say("reports-lede")}</p>
        {if empty {
            view! { <p class="empty">{words::say("reports-empty")}</p> }.into_any()
        } else {
            view! { <ul class="list">{lines.collect_view()}</ul> }.into_any()
        }}
        <p>
            <a href=routes::CALENDAR>{words::say("reports-calendar")}</a>" · "
            <a href=routes::MEMBERSHIPS>{words::say("reports-memberships")}</a>
        </p>
    }
}

#[component]
fn Line(cycle: CycleSeen, may_open: bool) -> impl IntoView {
    let year = cycle.year.to_string();
    let href = match &cycle.begun {
        Some(begun) => routes::filing(&begun.reference),
        None => routes::report_in(cycle.year),
    };
    let to_do = to_do(&cycle, may_open);
    let reference = cycle.begun.as_ref().map(|begun| begun.reference.to_string());
    let stage = cycle
        .begun
        .as_ref()
        .map(|begun| view! { <StageTag stage=begun.stage/> });
    let due = due(&cycle.due, &cycle.zone);
    // A report that was begun has a page of its own; dates and more time stay with the cycle.
    let time = cycle.begun.as_ref().map(|_| {
        let words = words::say_with("time-of", &[("year", &year)]);
        view! { <p class="meta"><a href=routes::report_in(cycle.year)>{words}</a></p> }
    });
    view! {
        <li>
            <p class="ref"><span>{year.clone()}</span><span>{reference}</span></p>
            <div>
                <h2><a href=href>{words::say_with("report-title", &[("year", &year)])}</a></h2>
                <p class="meta">{due}</p>
                <p class="meta">{to_do}</p>
                {time}
            </div>
            {stage}
        </li>
    }
}

/// What there is to do now, in a sentence.
pub fn to_do(cycle: &CycleSeen, may_open: bool) -> String {
    let late = if cycle.is_late { "-late" } else { "" };
    match (cycle.phase, &cycle.begun) {
        (Phase::NotYet, _) => words::say_with("reports-not-yet", &[("day", &super::day(cycle.opens))]),
        (Phase::Open, None) if may_open => words::say(&format!("reports-begin{late}")),
        (Phase::Open, None) => words::say(&format!("reports-none{late}")),
        (Phase::Open, Some(_)) => words::say("reports-begun"),
        (Phase::Closed, None) => words::say("reports-closed"),
        (Phase::Closed, Some(_)) => words::say("reports-closed-with"),
    }
}
