//! One cycle: who reported publicly and when, by region and out of how many; what each of them speaks of.

use super::{
    matrix::{Matrix, MatrixTable, Tallies, tallies},
    notices::{NoAssessment, day, instrument},
};
use crate::{
    error::PortalError,
    pages::{
        load::{Found, load},
        public::{
            as_data::{AsData, Public},
            state_name,
        },
        shell::PageTitle,
    },
    portal::progress::cycles::CycleSeen,
    routes, words,
};
use domain::{
    commitment::Instrument,
    cycle::{Cycle, CycleYear},
    ids::Timestamp,
    participation::{Participation, Year},
    state::{REGIONAL_GROUP, StateCode},
};
use leptos::prelude::*;
use leptos_router::params::Params;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    year: CycleYear,
    of: Option<String>,
}

/// One cycle.
#[component]
pub fn CyclePage() -> impl IntoView {
    let cycle = load(|portal, Address { year, of }| async move {
        let of = of.map(|code| Instrument::from_code(&code).ok_or(PortalError::NotFound));
        Ok((portal.public_cycle(year).await?, of.transpose()?))
    });
    view! {
        <Found of=cycle let:found>
            {
                let (seen, of) = found;
                view! { <Page seen of/> }
            }
        </Found>
    }
}

#[component]
fn Page(seen: CycleSeen, #[prop(optional_no_strip)] of: Option<Instrument>) -> impl IntoView {
    let year = seen.cycle.year();
    let title = words::say_with("cycle-title", &[("year", &year.to_string())]);
    let window = of.map(|of| format!("{title}, {}", instrument(of)));
    let (tables, tallies, withdrawn) = (Tables::of(&seen, of), tallies(&seen), withdrawn(&seen));
    view! {
        <p class="eyebrow"><a href=routes::CYCLES>{words::say("cycles-title")}</a></p>
        <PageTitle text=title window/>
        <Figures year=seen.participation.year()/>
        <NoAssessment/>
        <Days cycle=seen.cycle/>
        <Regions participation=seen.participation/>
        <Who tables/>
        <Tallies tallies/>
        <Withdrawn lines=withdrawn/>
        <AsData of=Public::Cycle(year)/>
    }
}

#[component]
fn Figures(year: Year) -> impl IntoView {
    let said = |id: &str, number: usize| words::say_with(id, &[("number", &number.to_string())]);
    view! {
        <p class="lede">{said("cycle-participating", year.participating)}" "{said("cycle-reported", year.reported)}</p>
        {year.partial.then(|| view! { <p class="meta">{words::say("cycle-partial")}</p> })}
    }
}

#[component]
fn Days(cycle: Cycle) -> impl IntoView {
    let plan = cycle.plan().clone();
    let row = |id: &str, said: String| view! { <div><dt>{words::say(id)}</dt><dd>{said}</dd></div> };
    let conference = plan.conference.map(|conference| {
        let (name, place, date) = (&*conference.name, &*conference.place, day(conference.date));
        let said = words::say_with(
            "cycles-conference-at",
            &[("name", name), ("place", place), ("day", &date)],
        );
        row("cycles-conference", said)
    });
    let version = words::say_with(
        "cycles-questionnaire-version",
        &[("version", &plan.questionnaire.to_string())],
    );
    view! {
        <dl class="answers">
            {row("cycles-opens", day(plan.opens))}
            {row("cycles-due", day(plan.due))}
            {row("cycles-closes", day(plan.closes))}
            {conference}
            <div>
                <dt>{words::say("cycles-questionnaire")}</dt>
                <dd><a href=routes::questionnaire(plan.questionnaire)>{version}</a></dd>
            </div>
        </dl>
    }
}

/// How many of each region, and of all; never which did not.
#[component]
fn Regions(participation: Participation) -> impl IntoView {
    let Year {
        participating,
        reported,
        ..
    } = participation.year();
    let row = |name: String, participating: usize, reported: usize| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="number">{participating}</td>
                <td class="number">{reported}</td>
            </tr>
        }
    };
    let regions = participation.regions.iter().map(|region| {
        let name = words::code(&REGIONAL_GROUP, region.group.code());
        row(name, region.participating, region.reported.len())
    });
    let further = participation.further.map(|further| {
        let number = u32::from(further).to_string();
        view! { <p>{words::say_with("cycles-further", &[("number", &number)])}</p> }
    });
    view! {
        <section aria-labelledby="regions">
            <table>
                <caption><h2 id="regions">{words::say("cycle-regions")}</h2></caption>
                <thead>
                    <tr>
                        <th scope="col">{words::say("cycle-region")}</th>
                        <th scope="col" class="number">{words::say("cycles-participating")}</th>
                        <th scope="col" class="number">{words::say("cycles-reported")}</th>
                    </tr>
                </thead>
                <tbody>{regions.collect_view()}{row(words::say("cycle-total"), participating, reported)}</tbody>
            </table>
            {further}
        </section>
    }
}

/// The table of one instrument, and which others there are.
struct Tables {
    year: CycleYear,
    offered: Vec<Instrument>,
    shown: Instrument,
    matrix: Matrix,
}

impl Tables {
    /// Those of a cycle in which anybody reported publicly: the one that is asked for, or else the first of which anybody
    /// was asked something.
    fn of(seen: &CycleSeen, of: Option<Instrument>) -> Option<Self> {
        let asked = |of: &Instrument| {
            let mut rows = seen.participation.rows();
            rows.any(|row| row.asked.iter().any(|id| id.instrument() == *of))
        };
        let offered: Vec<_> = Instrument::ALL.into_iter().filter(asked).collect();
        let shown = of.or(offered.first().copied()).unwrap_or(Instrument::Norms);
        (!seen.reports.is_empty()).then(|| Self {
            year: seen.cycle.year(),
            offered,
            shown,
            matrix: Matrix::of(seen, shown),
        })
    }
}

/// The table, and the way to the tables of the other instruments.
#[component]
fn Who(tables: Option<Tables>) -> impl IntoView {
    let Some(Tables {
        year,
        offered,
        shown,
        matrix,
    }) = tables
    else {
        return view! { <p class="empty">{words::say("cycle-none")}</p> }.into_any();
    };
    let link = |of: Instrument| {
        let href = format!("{}#who", routes::cycle_table(year, of));
        view! { <li><a href=href aria-current=(of == shown).then_some("true")>{instrument(of)}</a></li> }
    };
    view! {
        <section aria-labelledby="who">
            <h2 id="who">{words::say("cycle-who")}</h2>
            <p class="meta">{words::say("cycle-who-lede")}</p>
            <nav class="on-this-page" aria-label=words::say("cycle-instruments")>
                <ul>{offered.into_iter().map(link).collect_view()}</ul>
            </nav>
            <MatrixTable matrix/>
        </section>
    }
    .into_any()
}

/// What is left of reports that were withdrawn: where it stands, and its State with the day.
fn withdrawn(seen: &CycleSeen) -> Vec<(String, String)> {
    let line = |(code, at): &(StateCode, Timestamp)| {
        let name = seen.states.get(code).map_or_else(|| code.to_string(), state_name);
        let said = words::say_with("cycle-withdrawn-on", &[("state", &name), ("day", &words::day(*at))]);
        (routes::public_report(seen.cycle.year(), *code), said)
    };
    seen.withdrawn.iter().map(line).collect()
}

#[component]
fn Withdrawn(lines: Vec<(String, String)>) -> impl IntoView {
    let is_empty = lines.is_empty();
    let lines = lines
        .into_iter()
        .map(|(href, said)| view! { <li><a href=href>{said}</a></li> });
    let lines = lines.collect_view();
    (!is_empty).then(|| view! { <h2>{words::say("cycle-withdrawn")}</h2><ul>{lines}</ul> })
}
