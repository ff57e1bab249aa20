//! A State that has published: its name, its regional group, and what it published, by year.

use super::{
    as_data::{AsData, Public},
    lines::{PublicationLines, state_name},
    over_time::OverTime,
    progress::ReportsOfState,
};
use crate::{
    components::pager::{Pager, titled},
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::public::{ParticipantSeen, StateNames},
    routes, words,
};
use domain::{
    publication::Publication,
    state::{REGIONAL_GROUP, StateCode},
};
use leptos::prelude::*;
use leptos_router::params::Params;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    code: StateCode,
    page: Option<u32>,
}

/// A State that has published.
#[component]
pub fn ParticipantPage() -> impl IntoView {
    let participant =
        load(|portal, Address { code, page }| async move { portal.participant(code, page.unwrap_or(1)).await });
    view! { <Found of=participant let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: ParticipantSeen) -> impl IntoView {
    let ParticipantSeen {
        state,
        years,
        publications,
        reports,
        this_year,
    } = seen;
    let (page, pages) = (publications.page, publications.pages());
    let name = state_name(&state);
    let names: StateNames = [(state.code, state.clone())].into();
    let by_year = by_year(publications.items).into_iter().map(|(year, of_year)| {
        view! {
            <section>
                <h2>{year}</h2>
                <PublicationLines publications=of_year states=names.clone()/>
            </section>
        }
    });
    view! {
        <p class="eyebrow"><a href=routes::PARTICIPANTS>{words::say("participants-title")}</a></p>
        <PageTitle text=name.clone() window=Some(titled(name, page, pages))/>
        <p class="lede">{words::code(&REGIONAL_GROUP, state.group.code())}</p>
        <ReportsOfState state=state.code reports/>
        {by_year.collect_view()}
        <Pager page pages path=routes::participant(state.code)/>
        {(!years.is_empty()).then(|| view! { <OverTime years this_year/> })}
        <AsData of=Public::Participant(state.code)/>
    }
}

/// Publications under the year of their reference. They come latest first, and stay so.
fn by_year(publications: Vec<Publication>) -> Vec<(i32, Vec<Publication>)> {
    let mut years: Vec<(i32, Vec<Publication>)> = Vec::new();
    for publication in publications {
        let year = publication.reference.year;
        match years.last_mut() {
            Some((last, of_year)) if *last == year => of_year.push(publication),
            _ => years.push((year, vec![publication])),
        }
    }
    years
}
