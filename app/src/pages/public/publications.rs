//! What was published, latest first, by State and year: a form that only asks, so that its address can be kept.

use super::lines::{PublicationLines, state_name};
use crate::{
    components::pager::Pager,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{
        ports::{Participation, PublicationFilter},
        public::PublicationsSeen,
    },
    routes, words,
};
use domain::state::StateCode;
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address asks for. An empty box of the form asks for nothing.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    state: Option<String>,
    year: Option<String>,
    page: Option<u32>,
}

impl Address {
    fn filter(&self) -> PublicationFilter {
        PublicationFilter {
            state: self.state.as_deref().and_then(|code| code.parse::<StateCode>().ok()),
            year: self.year.as_deref().and_then(|year| year.parse().ok()),
            page: self.page.unwrap_or(1).max(1),
        }
    }
}

/// What was published.
#[component]
pub fn PublicationsPage() -> impl IntoView {
    let list = load(|portal, address: Address| async move { portal.publications(address.filter()).await });
    view! {
        <Found of=list let:seen>
            <PageTitle text=words::say("publications-title")/>
            <p class="lede">{words::say("publications-lede")}</p>
            <Conditions filter=seen.filter.clone() participation=seen.participation.clone()/>
            <Results seen/>
        </Found>
    }
}

#[component]
fn Conditions(filter: PublicationFilter, participation: Participation) -> impl IntoView {
    let states = participation.states.into_iter().map(|(state, _)| {
        let chosen = filter.state == Some(state.code);
        view! { <option value=state.code.to_string() selected=chosen>{state_name(&state)}</option> }
    });
    let years = participation.years.into_iter().map(|year| {
        view! { <option value=year.to_string() selected={filter.year == Some(year)}>{year}</option> }
    });
    view! {
        <form class="filter" method="get" action=routes::PUBLICATIONS>
            <div class="field">
                <label for="state">{words::say("publications-state")}</label>
                <select id="state" name="state">
                    <option value="">{words::say("publications-all-states")}</option>
                    {states.collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="year">{words::say("publications-year")}</label>
                <select id="year" name="year">
                    <option value="">{words::say("publications-all-years")}</option>
                    {years.collect_view()}
                </select>
            </div>
            <button class="btn btn--quiet">{words::say("publications-filter")}</button>
        </form>
    }
}

#[component]
fn Results(seen: PublicationsSeen) -> impl IntoView {
    let PublicationsSeen {
        publications,
        filter,
        states,
        ..
    } = seen;
    let (page, pages) = (publications.page, publications.pages());
    let total = words::say_with("publications-total", &[("total", &publications.total.to_string())]);
    if publications.items.is_empty() {
        let asked = filter.state.is_some() || filter.year.is_some();
        let why = if asked {
            "publications-none"
        } else {
            "publications-empty"
        };
        return view! { <p class="empty">{words::say(why)}</p> }.into_any();
    }
    view! {
        <h2 class="meta">{total}</h2>
        <PublicationLines publications=publications.items states/>
        <Pager page pages path=address(&filter)/>
    }
    .into_any()
}

/// The address of this list without its page.
fn address(filter: &PublicationFilter) -> String {
    let state = filter.state.map(|state| format!("state={state}"));
    let year = filter.year.map(|year| format!("year={year}"));
    let query: Vec<String> = state.into_iter().chain(year).collect();
    if query.is_empty() {
        routes::PUBLICATIONS.to_owned()
    } else {
        format!("{}?{}", routes::PUBLICATIONS, query.join("&"))
    }
}
