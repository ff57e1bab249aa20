//! What a State says, laid out: every question with its answer, or with the words for why there is none.
//!
//! Withheld, unknown, none, left blank and not asked are different things to say, and each has its own words here. There
//! are three sources, and each becomes the same [`Row`]s: a draft as typed, an incident as the State and the secretariat
//! read it, and a disclosure as its audience does. So that a disclosure cannot show more than it holds, its rows are made
//! from it alone.

mod differences;
mod drafted;
pub mod reported;
mod rows;
mod said;

pub use differences::{Difference, Differences};
pub use rows::{Row, of_disclosure, of_draft, of_incident};
pub use said::{Said, Voice, both};

use crate::{
    components::{indicators::DisclosedIndicators, mentions::reads},
    portal::public::StateNames,
    words,
};
use domain::{form::Section, incident::Incident, marking::Audience, publication::Disclosure};
use leptos::prelude::*;

/// What an incident says, to its State and the secretariat.
#[component]
pub fn AnswersOfIncident(
    /// What it says.
    incident: Incident,
    /// Names of States.
    names: StateNames,
) -> impl IntoView {
    view! { <Answers rows=of_incident(&incident, &names)/> }
}

/// What a disclosure says, to its audience.
#[component]
pub fn AnswersOfDisclosure(
    /// What it says.
    disclosure: Disclosure,
    /// Whether the page shows title and summary by itself.
    #[prop(optional)]
    untitled: bool,
) -> impl IntoView {
    let rows = of_disclosure(&disclosure);
    let rows = rows.into_iter().filter(|row| !(untitled && row.is_heading())).collect();
    view! { <Answers rows/> }
}

/// The full version beside what its audience reads; alone, where the State wants nobody but the secretariat to read it.
#[component]
pub fn SideBySide(
    /// What the State says.
    incident: Incident,
    /// What its audience reads of that.
    disclosure: Disclosure,
    /// Names of States.
    names: StateNames,
) -> impl IntoView {
    if disclosure.audience == Audience::Secretariat {
        return view! {
            <h2>{words::say("answers-full")}</h2>
            <p class="meta">{words::say("answers-nobody-else")}</p>
            <AnswersOfIncident incident names/>
        }
        .into_any();
    }
    let heading = reads(disclosure.audience);
    let withheld = Some(disclosure.indicators.clone()).filter(|traces| traces.withheld().is_some());
    view! {
        <div class="side-by-side">
            <section>
                <h2>{words::say("answers-full")}</h2>
                <AnswersOfIncident incident names/>
            </section>
            <section>
                <h2>{heading}</h2>
                <AnswersOfDisclosure disclosure/>
                {withheld.map(|traces| view! { <DisclosedIndicators traces/> })}
            </section>
        </div>
    }
    .into_any()
}

/// Rows under the names of the form's pages. What was not asked is named in one line at the end.
#[component]
pub fn Answers(
    /// The rows, in page order.
    rows: Vec<Row>,
) -> impl IntoView {
    let (asked, not_asked): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.said.voice != Voice::NotAsked);
    let pages = Section::ALL.into_iter().filter_map(|page| {
        let rows: Vec<Row> = asked
            .iter()
            .filter(|row| row.field.section() == page)
            .cloned()
            .collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{words::section(page)}</h3>
                <dl class="answers">{rows.into_iter().map(|row| view! { <RowOf row/> }).collect_view()}</dl>
            }
        })
    });
    let names: Vec<String> = not_asked.iter().map(|row| words::label(row.field)).collect();
    view! {
        {pages.collect_view()}
        {(!names.is_empty()).then(|| view! {
            <p class="meta">{words::say_with("answers-not-asked", &[("fields", &names.join(", "))])}</p>
        })}
    }
}

#[component]
fn RowOf(row: Row) -> impl IntoView {
    let label = words::label(row.field);
    let change = row.change.map(|href| {
        let what = label.clone();
        view! {
            <dd><a href=href>{words::say("answers-change")}<span class="visually-hidden">" "{what}</span></a></dd>
        }
    });
    view! { <div><dt>{label}</dt><Answer said=row.said/>{change}</div> }
}

/// One answer, in its language and direction.
#[component]
pub fn Answer(
    /// The answer.
    said: Said,
) -> impl IntoView {
    let note = said.note.map(|note| view! { <p class="meta">{note}</p> });
    match (said.voice, said.time) {
        (Voice::State(language), _) => {
            let dir = language.as_deref().map_or("auto", words::direction);
            view! { <dd lang=language dir=dir>{said.words}{note}</dd> }.into_any()
        }
        (Voice::Questionnaire, _) => view! { <dd><bdi>{said.words}</bdi>{note}</dd> }.into_any(),
        (Voice::Withheld, _) => view! { <dd class="withheld"><span>{said.words}</span>{note}</dd> }.into_any(),
        (Voice::Nothing | Voice::NotAsked, _) => view! { <dd class="unknown">{said.words}{note}</dd> }.into_any(),
        (Voice::Portal, Some(time)) => view! { <dd><time datetime=time>{said.words}</time>{note}</dd> }.into_any(),
        (Voice::Portal, None) => view! { <dd>{said.words}{note}</dd> }.into_any(),
    }
}
