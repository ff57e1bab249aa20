//! What was published, latest first: all of it, or what a reader asks for.

use super::{
    data::AsData,
    filter::{Filter, Mistakes},
    lines::PublicationLines,
};
use crate::{
    components::pager::Pager,
    pages::{
        load::{Found as FoundPage, load},
        shell::PageTitle,
    },
    portal::{
        conditions::Conditions,
        ports::Found,
        public::{PublicationsSeen, StateNames},
    },
    routes, words,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address asks for. All of it is text: what it means is judged later, so that it can be shown as typed.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    words: Option<String>,
    state: Option<String>,
    year: Option<String>,
    kind: Option<String>,
    sector: Option<String>,
    page: Option<String>,
}

impl From<Address> for Conditions {
    fn from(address: Address) -> Self {
        Self {
            words: address.words.unwrap_or_default(),
            state: address.state.unwrap_or_default(),
            year: address.year.unwrap_or_default(),
            kind: address.kind.unwrap_or_default(),
            sector: address.sector.unwrap_or_default(),
            page: address.page.unwrap_or_default(),
        }
    }
}

/// What was published.
#[component]
pub fn PublicationsPage() -> impl IntoView {
    let list = load(|portal, address: Address| async move { portal.publications(address.into()).await });
    view! { <FoundPage of=list let:seen><Page seen/></FoundPage> }
}

#[component]
fn Page(seen: PublicationsSeen) -> impl IntoView {
    let PublicationsSeen {
        conditions,
        wrong,
        found,
        participation,
        states,
    } = seen;
    let asked = conditions.are_any();
    let address = routes::publications(&conditions);
    let results = found.map(|found| view! { <Results found asked address=address.clone() states/> });
    view! {
        <PageTitle text=words::say("publications-title")/>
        <p class="lede">{words::say("publications-lede")}</p>
        <Mistakes wrong=wrong.clone() from_the_start=address/>
        <Filter conditions wrong participation/>
        {results}
        <AsData of=None/>
    }
}

#[component]
fn Results(found: Found, asked: bool, address: String, states: StateNames) -> impl IntoView {
    let Found { publications, more } = found;
    let (page, pages) = (publications.page, publications.pages());
    if publications.items.is_empty() {
        let why = if asked {
            "publications-none"
        } else {
            "publications-empty"
        };
        return view! { <p class="empty" role="status">{words::say(why)}</p> }.into_any();
    }
    let total = if more {
        "publications-more"
    } else {
        "publications-total"
    };
    let total = words::say_with(total, &[("total", &publications.total.to_string())]);
    view! {
        <h2 class="meta">{total}</h2>
        <PublicationLines publications=publications.items states/>
        <Pager page pages path=address/>
    }
    .into_any()
}
