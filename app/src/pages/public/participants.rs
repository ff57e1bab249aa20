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
    let groups = RegionalGroup::ALL.map(|group| {
        let of_group = participation.states.iter().filter(|(state, _)| state.group == group);
        view! { <Group group states=of_group.cloned().collect()/> }
    });
    view! {
        {groups.collect_view()}
        <OverTime years=participation.by_year this_year of_states=true/>
    }
    .into_any()
}

/// A regional group, where any of its States has published.
#[component]
fn Group(group: RegionalGroup, states: Vec<(State, u64)>) -> impl IntoView {
    (!states.is_empty()).then(|| {
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
            <section>
                <h2>{words::code(&REGIONAL_GROUP, group.code())}</h2>
                <ul class="tasks">{lines.collect_view()}</ul>
            </section>
        }
    })
}
