//! Progress reports that States let the participating States read: those of a cycle, and one of them. They are in no
//! public byte; a public report is among them, with what its State says to these readers alone.
//!
//! As with what is public there is no order or sum by progress, and no list of who did not report.

use crate::{
    components::printed::{OrderLinks, Printout, Sheet, Told, order_called},
    pages::{
        desk::{OfOthers, SharedKinds},
        load::{Found, load},
        public::{NoAssessment, state_name},
        shell::PageTitle,
    },
    portal::{
        progress,
        shared::{SharedReport, SharedReports},
    },
    routes, words,
};
use domain::{
    crosswalk::View,
    cycle::CycleYear,
    ids::Timestamp,
    participation,
    state::{State, StateCode},
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address of a list says; without a year it is that of the latest cycle.
#[derive(Params, Clone, PartialEq, Debug)]
struct ListAddress {
    year: Option<CycleYear>,
}

/// What the address of one says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    year: CycleYear,
    state: StateCode,
    by: Option<String>,
}

/// What other States report on progress to participating States.
#[component]
pub fn SharedReportsPage() -> impl IntoView {
    let found = load(|portal, ListAddress { year }| async move { portal.shared_reports(year).await });
    view! { <Found of=found let:seen><List seen/></Found> }
}

#[component]
fn List(seen: SharedReports) -> impl IntoView {
    let SharedReports { year, cycles, reports } = seen;
    let title = words::say("shared-reports-title");
    let of_year = year.map(|year| words::say_with("shared-reports-of", &[("year", &year.to_string())]));
    let window = of_year.as_ref().map(|of| format!("{title}, {of}"));
    let link = |one: CycleYear| {
        let current = (Some(one) == year).then_some("page");
        view! { <li><a href=routes::shared_reports(one) aria-current=current>{one.to_string()}</a></li> }
    };
    let links = cycles.into_iter().map(link).collect_view();
    let lines = reports.into_iter().filter_map(|(state, since)| {
        let year = year?;
        Some(view! { <Line year state since/> })
    });
    view! {
        <PageTitle text=title window/>
        <p class="lede">{words::say("shared-reports-lede")}</p>
        <SharedKinds now=OfOthers::Reports/>
        <NoAssessment/>
        {match of_year {
            None => view! { <p class="empty">{words::say("shared-reports-empty")}</p> }.into_any(),
            Some(of) => view! {
                <nav class="on-this-page" aria-label=words::say("shared-reports-cycles")><ul>{links}</ul></nav>
                <h2>{of}</h2>
                <ul class="list">{lines.collect_view()}</ul>
            }
            .into_any(),
        }}
    }
}

#[component]
fn Line(year: CycleYear, state: State, since: Timestamp) -> impl IntoView {
    let href = routes::shared_report(year, state.code, None);
    view! {
        <li>
            <p class="ref"><time datetime=words::machine_time(since)>{words::day(since)}</time></p>
            <div><h3><a href=href>{state_name(&state)}</a></h3></div>
        </li>
    }
}

/// One State's report, as participating States read it.
#[component]
pub fn SharedReportPage() -> impl IntoView {
    let found = load(|portal, Address { year, state, by }| async move {
        Ok((portal.shared_report(year, state).await?, order_called(by.as_deref())?))
    });
    view! {
        <Found of=found let:found>
            {
                let (report, order) = found;
                view! { <One report order/> }
            }
        </Found>
    }
}

#[component]
fn One(report: SharedReport, #[prop(optional_no_strip)] order: Option<View>) -> impl IntoView {
    let (year, state) = (report.report.cycle, report.state.code);
    let sheet = sheet(&report, order);
    let title = sheet.title.clone();
    let window = order.map(|view| format!("{title}, {}", words::say(&format!("report-by-{}", view.code()))));
    let refers_to = report.refers_to.map(|earlier| {
        let read = words::say_with("public-report-nothing-new-read", &[("year", &earlier.to_string())]);
        view! { <p><a href=routes::shared_report(earlier, state, None)>{read}</a></p> }
    });
    let has_orders = progress::since(&report.report).is_none() && report.questionnaire.is_some();
    let to = move |order| routes::shared_report(year, state, order);
    let of_year = words::say_with("shared-reports-of", &[("year", &year.to_string())]);
    view! {
        <article>
            <p class="eyebrow"><a href=routes::shared_reports(year)>{of_year}</a></p>
            <PageTitle text=title window/>
            {has_orders.then(|| view! { <OrderLinks to now=order/> })}
            <Printout sheet/>
            {refers_to}
        </article>
    }
}

/// What participating States read of this report, in this order. Of each answer it says who else reads it: not all that
/// is here may be told to everyone.
fn sheet(of: &SharedReport, order: Option<View>) -> Sheet {
    let (name, report) = (state_name(&of.state), &of.report);
    let notice = words::say(participation::NOTICE);
    let sheet = Sheet {
        title: words::say_with(
            "public-report-title",
            &[("state", &name), ("year", &report.cycle.to_string())],
        ),
        marking: words::say("print-marking-shared"),
        subject: vec![words::say(&format!("tier-{}", report.tier().code()))],
        notices: vec![notice.clone()],
        parts: Vec::new(),
        made_of: words::say_with("print-shared", &[("day", &words::day(of.since))]),
        at: of.since,
        foot: vec![notice],
    };
    let told = Told {
        report,
        questionnaire: of.questionnaire.as_ref(),
        commitments: &of.commitments,
        state: &name,
        marked: true,
    };
    sheet.telling(told, order)
}
