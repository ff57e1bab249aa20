//! The States that have published, by regional group. Nobody is missing from it: who has not published is not a fact of
//! this portal. The order is that of the names.

use super::{
    as_data::{AsData, Public},
    lines::state_name,
    over_time::OverTime,
};
use crate::{
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::public::ParticipantsSeen,
    routes, words,
};
use domain::state::{REGIONAL_GROUP, RegionalGroup, State};
use leptos::prelude::*;

/// The States that have published.
#[component]
pub fn ParticipantsPage() -> impl IntoView {
    let participants = load(|portal, ()| async move { portal.participants().await });
    view! {
        <Found of=participants let:seen>
            <PageTitle text=words::say("participants-title")/>
            <p class="lede">{words::say("participants-lede")}</p>
            <Groups seen/>
            <AsData of=Public::Participants/>
        </Found>
    }
}

#[component]
fn Groups(seen: ParticipantsSeen) -> impl IntoView {
    let ParticipantsSeen {
        participation,
        this_year,
    } = seen;
    if participation.states.is_empty() {
        return view! { <p class="empty">{words::say("participants-none")}</p> }.into_any();
    }
    let of_group = |group| {
        let states = participation.states.iter().filter(|(state, _)| state.group == group);
        (group, states.cloned().collect::<Vec<_>>())
    };
    let groups: Vec<_> = RegionalGroup::ALL.into_iter().map(of_group).collect();
    let groups: Vec<_> = groups.into_iter().filter(|(_, states)| !states.is_empty()).collect();
    let names = groups
        .iter()
        .map(|(group, _)| (group.code(), words::code(&REGIONAL_GROUP, group.code())));
    let places: Vec<_> = names.chain([("over-time", words::say("over-time-title"))]).collect();
    view! {
        <OnThisPage places/>
        {groups.into_iter().map(|(group, states)| view! { <Group group states/> }).collect_view()}
        <OverTime years=participation.by_year this_year of_states=true/>
    }
    .into_any()
}

/// Links down a page that may be long: ids of headings, and their words.
#[component]
fn OnThisPage(places: Vec<(&'static str, String)>) -> impl IntoView {
    let link = |(id, name): (&str, String)| view! { <li><a href=format!("#{id}")>{name}</a></li> };
    view! {
        <nav class="on-this-page" aria-label=words::say("participants-on-page")>
            <ul>{places.into_iter().map(link).collect_view()}</ul>
        </nav>
    }
}

/// A regional group that any State has published of.
#[component]
fn Group(group: RegionalGroup, states: Vec<(State, u64)>) -> impl IntoView {
    let lines = states.into_iter().map(|(state, count)| {
        let count = words::say_with("participants-count", &[("number", &count.to_string())]);
        view! {
            <li>
                <a href=routes::participant(state.code)>{state_name(&state)}</a>
                <span class="meta">{count}</span>
            </li>
        }
    });
    view! {
        <section aria-labelledby=group.code()>
            <h2 id=group.code()>{words::code(&REGIONAL_GROUP, group.code())}</h2>
            <ul class="names">{lines.collect_view()}</ul>
        </section>
    }
}
