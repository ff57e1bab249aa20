//! Every cycle, with participation over the years: a chart, and the table it says. One bar is one cycle.

use super::notices::NoAssessment;
use crate::{
    components::chart::{Bar, BarChart},
    pages::{
        load::{Found, load},
        public::as_data::{AsData, Public},
        shell::PageTitle,
    },
    portal::progress::cycles::CycleLine,
    routes, words,
};
use domain::participation::Year;
use leptos::prelude::*;

/// Every cycle.
#[component]
pub fn CyclesPage() -> impl IntoView {
    let cycles = load(|portal, ()| async move { portal.public_cycles().await });
    view! {
        <Found of=cycles let:lines>
            <PageTitle text=words::say("cycles-title")/>
            <p class="lede">{words::say("cycles-lede")}</p>
            <NoAssessment/>
            <nav class="on-this-page" aria-label=words::say("progress-umbrella")>
                <ul>
                    <li><a href=routes::COMMITMENTS>{words::say("cycles-to-commitments")}</a></li>
                    <li><a href=routes::QUESTIONNAIRES>{words::say("cycles-to-questionnaires")}</a></li>
                </ul>
            </nav>
            <OverTheYears lines/>
            <AsData of=Public::Cycles/>
        </Found>
    }
}

#[component]
fn OverTheYears(lines: Vec<CycleLine>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p class="empty">{words::say("cycles-none")}</p> }.into_any();
    }
    let years = without_gaps(lines);
    let bars: Vec<Bar> = years.iter().map(|(year, line)| bar(*year, line.as_ref())).collect();
    let (title, description) = (words::say("cycles-chart"), words::say("cycles-chart-description"));
    view! {
        <section class="over-time" aria-labelledby="over-time">
            <h2 id="over-time">{words::say("cycles-over-time")}</h2>
            <p class="meta">{words::say("cycles-over-time-lede")}" "{words::say("cycles-source")}</p>
            <div>
                <BarChart id="cycles-chart" title description bars/>
                <Table years/>
            </div>
        </section>
    }
    .into_any()
}

/// What the chart says, as a table that leads to each cycle.
#[component]
fn Table(years: Vec<(i32, Option<CycleLine>)>) -> impl IntoView {
    let rows = years.into_iter().map(|(year, line)| match line {
        Some(line) => view! { <CycleRow line/> }.into_any(),
        None => view! {
            <tr><th scope="row">{year}</th><td class="number" colspan="2">{words::say("cycles-no-cycle")}</td></tr>
        }
        .into_any(),
    });
    view! {
        <table>
            <caption class="visually-hidden">{words::say("cycles-chart")}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::say("cycles-cycle")}</th>
                    <th scope="col" class="number">{words::say("cycles-participating")}</th>
                    <th scope="col" class="number">{words::say("cycles-reported")}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

#[component]
fn CycleRow(line: CycleLine) -> impl IntoView {
    let Year {
        cycle,
        participating,
        reported,
        partial,
    } = line.year;
    let partial = partial.then(|| view! { " "<small>{words::say("cycles-so-far")}</small> });
    let further = line.further.map(|further| {
        let number = u32::from(further).to_string();
        view! { <br/><small>{words::say_with("cycles-further", &[("number", &number)])}</small> }
    });
    view! {
        <tr>
            <th scope="row"><a href=routes::cycle(cycle)>{cycle.to_string()}</a>{partial}</th>
            <td class="number">{participating}</td>
            <td class="number">{reported}{further}</td>
        </tr>
    }
}

fn bar(year: i32, line: Option<&CycleLine>) -> Bar {
    let Some(Year {
        participating,
        reported,
        partial,
        ..
    }) = line.map(|line| line.year)
    else {
        return Bar {
            label: year.to_string(),
            value: 0,
            said: words::say("cycles-no-cycle"),
            partial: false,
        };
    };
    let id = if partial { "cycles-of-so-far" } else { "cycles-of" };
    let (number, of) = (reported.to_string(), participating.to_string());
    Bar {
        label: year.to_string(),
        value: reported as u64,
        said: words::say_with(id, &[("number", &number), ("participating", &of)]),
        partial,
    }
}

/// Every year from the latest cycle back to the first: one without a cycle is a fact, too.
fn without_gaps(lines: Vec<CycleLine>) -> Vec<(i32, Option<CycleLine>)> {
    let year = |line: &CycleLine| i32::from(line.year.cycle);
    let (Some(last), Some(first)) = (lines.iter().map(year).max(), lines.iter().map(year).min()) else {
        return Vec::new();
    };
    let of = |wanted| lines.iter().find(|line| year(line) == wanted).cloned();
    (first..=last).rev().map(|year| (year, of(year))).collect()
}
