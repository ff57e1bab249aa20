//! What other States let the participating States read: a list, and one of them. It is in no public byte.

use crate::{
    components::{answers::AnswersOfDisclosure, indicators::DisclosedIndicators, pager::Pager, tags::TlpLabel},
    pages::{
        load::{Found, load},
        public::state_name,
        shell::PageTitle,
    },
    portal::{
        indicators::pages_of,
        ports::{Paged, SharedLine},
        public::StateNames,
    },
    routes, words,
};
use domain::{ids::FilingReference, publication::Disclosure, state::State};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address of the list says.
#[derive(Params, Clone, PartialEq, Debug)]
struct ListAddress {
    page: Option<u32>,
}

/// What the address of one says: which, and which page of its indicators.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    page: Option<u32>,
}

/// What other States share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfOthers {
    /// Incident notifications.
    Notifications,
    /// Progress reports.
    Reports,
}

/// The way to each kind of what other States share.
#[component]
pub fn SharedKinds(
    /// The one this page is about.
    now: OfOthers,
) -> impl IntoView {
    let kinds = [
        (OfOthers::Notifications, routes::SHARED, "shared-notifications"),
        (OfOthers::Reports, routes::SHARED_REPORTS, "shared-reports"),
    ];
    let links = kinds.map(|(kind, href, name)| {
        let current = (kind == now).then_some("page");
        view! { <li><a href=href aria-current=current>{words::say(name)}</a></li> }
    });
    view! {
        <nav class="on-this-page" aria-label=words::say("shared-kinds")><ul>{links.collect_view()}</ul></nav>
    }
}

/// What other States shared.
#[component]
pub fn SharedPage() -> impl IntoView {
    let found = load(|portal, ListAddress { page }| async move { portal.shared(page.unwrap_or(1)).await });
    view! {
        <Found of=found let:found>
            <List lines=found.0 names=found.1/>
        </Found>
    }
}

#[component]
fn List(lines: Paged<SharedLine>, names: StateNames) -> impl IntoView {
    let (page, pages, empty) = (lines.page, lines.pages(), lines.items.is_empty());
    let items = lines.items.into_iter().map(|line| {
        let state = names.get(&line.disclosure.state).map(state_name).unwrap_or_default();
        view! { <Line line state/> }
    });
    let items = items.collect_view();
    view! {
        <PageTitle text=words::say("shared-title")/>
        <p class="lede">{words::say("shared-lede")}</p>
        <SharedKinds now=OfOthers::Notifications/>
        {if empty {
            view! { <p class="empty">{words::say("shared-empty")}</p> }.into_any()
        } else {
            view! { <ul class="list">{items}</ul> }.into_any()
        }}
        <Pager page pages path=routes::SHARED/>
    }
}

#[component]
fn Line(line: SharedLine, state: String) -> impl IntoView {
    let SharedLine {
        reference,
        since,
        disclosure,
    } = line;
    let dir = words::direction(&disclosure.title.language);
    view! {
        <li>
            <p class="ref">
                <span>{reference.to_string()}</span>
                <time datetime=words::machine_time(since)>{words::day(since)}</time>
            </p>
            <div>
                <a href=routes::shared(&reference) lang=disclosure.title.language dir=dir>{disclosure.title.text}</a>
                <p class="meta">{state}</p>
            </div>
            <TlpLabel marking=disclosure.marking/>
        </li>
    }
}

/// One of them.
#[component]
pub fn SharedOnePage() -> impl IntoView {
    let found = load(|portal, Address { reference, page }| async move {
        let page = page.unwrap_or(1);
        let (disclosure, state) = portal.shared_one(&reference, page).await?;
        Ok((reference, disclosure, state, page))
    });
    view! {
        <Found of=found let:found>
            <One reference=found.0 disclosure=found.1 state=found.2 page=found.3/>
        </Found>
    }
}

#[component]
fn One(reference: FilingReference, disclosure: Disclosure, state: State, page: u32) -> impl IntoView {
    let title = disclosure.title.clone();
    let (path, pages) = (
        routes::shared(&reference),
        pages_of(disclosure.indicators.given().len()),
    );
    let traces = disclosure.indicators.clone();
    view! {
        <p class="eyebrow"><span class="ref">{reference.to_string()}</span><TlpLabel marking=disclosure.marking/></p>
        <PageTitle text=title.text lang=Some(title.language)/>
        <p class="meta">{state_name(&state)}</p>
        <h2>{words::say("shared-answers")}</h2>
        <AnswersOfDisclosure disclosure/>
        <DisclosedIndicators traces page/>
        <Pager page pages path/>
    }
}
