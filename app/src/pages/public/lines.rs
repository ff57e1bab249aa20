//! A publication as a line of a list: when and under which reference at the edge, then what, then its marking.

use crate::{components::tags::TlpLabel, portal::public::StateNames, routes, words};
use domain::{
    catalogue,
    form::Field,
    publication::{Disclosure, Publication, Standing},
    state::State,
};
use leptos::prelude::*;

/// The name of a State, with a word that it is invented where it is.
pub fn state_name(state: &State) -> String {
    if state.demonstration {
        words::say_with("publications-demonstration", &[("state", &state.name)])
    } else {
        state.name.clone()
    }
}

/// Publications as a list to be read down its edge.
#[component]
pub fn PublicationLines(publications: Vec<Publication>, states: StateNames) -> impl IntoView {
    let lines = publications.into_iter().map(|publication| {
        let state = states.get(&publication.state).map(state_name).unwrap_or_default();
        view! { <PublicationLine publication state/> }
    });
    view! { <ul class="list">{lines.collect_view()}</ul> }
}

#[component]
fn PublicationLine(publication: Publication, state: String) -> impl IntoView {
    let href = routes::publication(publication.reference);
    let reference = publication.reference.to_string();
    let what = match publication.standing {
        Standing::Public(disclosure) => view! { <PublicLine disclosure=*disclosure state href/> }.into_any(),
        Standing::Withdrawn { at } => view! {
            <div>
                <h3><a href=href>{words::say_with("publications-withdrawn", &[("state", &state)])}</a></h3>
                <p class="meta">{words::say_with("publications-withdrawn-on", &[("day", &words::day(at))])}</p>
            </div>
        }
        .into_any(),
    };
    view! {
        <li>
            <div class="ref">
                <time datetime=words::machine_time(publication.published)>{words::day(publication.published)}</time>
                <span>{reference}</span>
            </div>
            {what}
        </li>
    }
}

#[component]
fn PublicLine(disclosure: Disclosure, state: String, href: String) -> impl IntoView {
    let exercise = disclosure.exercise.then(|| words::say("publications-exercise"));
    let meta = [
        vec![state],
        exercise.into_iter().collect(),
        vec![words::code(&catalogue::NOTICE_KIND, &disclosure.kind)],
        sectors(&disclosure),
        counts(&disclosure),
    ];
    let title = disclosure.title;
    let dir = words::direction(&title.language);
    view! {
        <div>
            <h3><a href=href lang=title.language dir=dir>{title.text}</a></h3>
            <p class="meta">{meta.concat().join(" · ")}</p>
        </div>
        <TlpLabel marking=disclosure.marking/>
    }
}

fn sectors(disclosure: &Disclosure) -> Vec<String> {
    disclosure
        .codes(Field::Sectors)
        .into_iter()
        .map(|code| words::code(&catalogue::SECTORS, code))
        .collect()
}

fn counts(disclosure: &Disclosure) -> Vec<String> {
    let withheld = disclosure.withheld().count() + usize::from(disclosure.indicators.withheld().is_some());
    let indicators = disclosure.indicators.given().len();
    let said = |id: &str, number: usize| words::say_with(id, &[("number", &number.to_string())]);
    let withheld = (withheld > 0).then(|| said("publications-withheld", withheld));
    let indicators = (indicators > 0).then(|| said("publications-indicators", indicators));
    withheld.into_iter().chain(indicators).collect()
}
