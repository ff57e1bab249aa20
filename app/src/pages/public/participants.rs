//! The States of which anything is public, a publication or a progress report, by regional group. Nobody is missing from
//! it: who has not published is not a fact of this portal. The order is that of the names.

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
    portal::{
        ports::YearCount,
        public::{Participant, ParticipantsSeen},
    },
    routes, words,
};
use domain::state::{REGIONAL_GROUP, RegionalGroup};
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
        states,
        by_year,
        this_year,
    } = seen;
    if states.is_empty() {
        return view! { <p class="empty">{words::say("participants-none")}</p> }.into_any();
    }
    let of_group = |group| {
        let states = states.iter().filter(|one| one.state.group == group);
        (group, states.cloned().collect::<Vec<_>>())
    };
    let groups: Vec<_> = RegionalGroup::ALL.into_iter().map(of_group).collect();
    let groups: Vec<_> = groups.into_iter().filter(|(_, states)| !states.is_empty()).collect();
    let names = groups
        .iter()
        .map(|(group, _)| (group.code(), words::code(&REGIONAL_GROUP, group.code())));
    let over_time = (!by_year.is_empty()).then(|| ("over-time", words::say("over-time-title")));
    let places: Vec<_> = names.chain(over_time).collect();
    let over_time = over_time_of(by_year, this_year);
    view! {
        <OnThisPage places/>
        {groups.into_iter().map(|(group, states)| view! { <Group group states/> }).collect_view()}
        {over_time}
    }
    .into_any()
}

/// When it was published, where anything of an incident was.
fn over_time_of(years: Vec<YearCount>, this_year: i32) -> Option<impl IntoView + use<>> {
    (!years.is_empty()).then(|| view! { <OverTime years this_year of_states=true/> })
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
fn Group(group: RegionalGroup, states: Vec<Participant>) -> impl IntoView {
    let lines = states.into_iter().map(|one| {
        let number = one.publications.to_string();
        let publications =
            (one.publications > 0).then(|| words::say_with("participants-count", &[("number", &number)]));
        let reports = (one.reports > 0).then(|| words::say("participants-reports"));
        let what: Vec<_> = publications.into_iter().chain(reports).collect();
        view! {
            <li>
                <a href=routes::participant(one.state.code)>{state_name(&one.state)}</a>
                <span class="meta">{what.join(" · ")}</span>
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
