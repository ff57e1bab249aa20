//! What was published, latest first: all of it, or what a reader asks for.

use super::{
    as_data::{AsData, Public},
    filter::{Filter, Mistakes, said},
    lines::PublicationLines,
};
use crate::{
    components::pager::{Pager, titled},
    pages::{
        load::{Found as FoundPage, load},
        shell::PageTitle,
    },
    portal::{
        conditions::Conditions,
        ports::{Found, Paged},
        public::{PublicationsSeen, StateNames},
    },
    routes, words,
};
use domain::publication::Publication;
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
        withdrawn,
        participation,
        states,
    } = seen;
    let address = routes::publications(&conditions);
    let asked = if wrong.is_empty() {
        said(&conditions, &states)
    } else {
        Vec::new()
    };
    let window = window(&asked, found.as_ref());
    let results = found.map(|found| {
        view! { <Results found withdrawn asked address=address.clone() states=states.clone()/> }
    });
    view! {
        <PageTitle text=words::say("publications-title") window=Some(window)/>
        <p class="lede">{words::say("publications-lede")}</p>
        <Mistakes wrong=wrong.clone() from_the_start=address/>
        <Filter conditions wrong participation names=states/>
        {results}
        <AsData of=Public::Publications/>
    }
}

/// The title of the window: what was asked for, and which page of it. So kept addresses and open windows differ by name.
fn window(asked: &[String], found: Option<&Found>) -> String {
    let list = [&[words::say("publications-title")], asked].concat().join(", ");
    let (page, pages) = found.map_or((1, 1), |Found { publications, .. }| {
        (publications.page, publications.pages())
    });
    titled(list, page, pages)
}

#[component]
fn Results(found: Found, withdrawn: u64, asked: Vec<String>, address: String, states: StateNames) -> impl IntoView {
    let (page, pages) = (found.publications.page, found.publications.pages());
    if found.publications.items.is_empty() && asked.is_empty() {
        return view! { <p class="empty">{words::say("publications-empty")}</p> }.into_any();
    }
    let number = number(&found, withdrawn);
    let asked_for = (!asked.is_empty()).then(|| {
        let conditions = asked.join(" · ");
        view! { <p class="meta"><bdi>{words::say_with("publications-asked", &[("conditions", &conditions)])}</bdi></p> }
    });
    let lines = if found.publications.items.is_empty() {
        view! { <p class="empty">{words::say("publications-none")}</p> }.into_any()
    } else {
        view! { <PublicationLines publications=found.publications.items states/> }.into_any()
    };
    view! {
        <section class="results" aria-labelledby="results">
            <h2 id="results">{number}</h2>
            {asked_for}
            {lines}
            <Pager page pages path=address/>
        </section>
    }
    .into_any()
}

/// How many there are, how many of them no longer stand, and which of them are on this page.
fn number(found: &Found, withdrawn: u64) -> String {
    let Found { publications, more } = found;
    let total = publications.total;
    let all = if *more {
        "publications-more"
    } else {
        "publications-total"
    };
    let mut parts = vec![words::say_with(all, &[("total", &total.to_string())])];
    if withdrawn > 0 && total > 1 {
        parts.push(words::say_with(
            "publications-of-which-withdrawn",
            &[("number", &withdrawn.to_string())],
        ));
    }
    if publications.pages() > 1 {
        let before = u64::from(publications.page - 1) * u64::from(Paged::<Publication>::SIZE);
        let last = before + publications.items.len() as u64;
        parts.push(words::say_with(
            "publications-shown",
            &[("first", &(before + 1).to_string()), ("last", &last.to_string())],
        ));
    }
    parts.join(", ")
}
