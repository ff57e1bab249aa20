//! A State's filings: first what waits for its national authority, then all of them.

use crate::{
    components::{filings::FilingList, pager::Pager},
    islands::ListFilter,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::desk::DeskSeen,
    routes, words,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    page: Option<u32>,
}

/// A filter helps where a list is longer than a look.
const LONG: usize = 8;

/// A State's filings.
#[component]
pub fn FilingsPage() -> impl IntoView {
    let desk = load(|portal, Address { page }| async move { portal.desk(page.unwrap_or(1)).await });
    view! { <Found of=desk let:desk><Page desk/></Found> }
}

#[component]
fn Page(desk: DeskSeen) -> impl IntoView {
    let DeskSeen {
        to_approve,
        filings,
        may_open,
    } = desk;
    let (page, pages) = (filings.page, filings.pages());
    view! {
        <PageTitle text=words::say("desk-title")/>
        {may_open.then(|| view! {
            <p class="buttons"><a class="btn" href=routes::NEW>{words::say("desk-new")}</a></p>
        })}
        {(!to_approve.is_empty()).then(|| view! {
            <h2>{words::say("desk-to-approve")}</h2>
            <FilingList id="to-approve" lines=to_approve/>
        })}
        <h2>{words::say("desk-all")}</h2>
        {if filings.items.is_empty() {
            let empty = if may_open { "desk-empty-drafter" } else { "desk-empty" };
            view! { <p class="empty">{words::say(empty)}</p> }.into_any()
        } else {
            let filter = (filings.items.len() > LONG)
                .then(|| view! { <ListFilter list="filings" label=words::say("desk-filter")/> });
            view! { {filter}<FilingList id="filings" lines=filings.items/> }.into_any()
        }}
        <Pager page pages path=routes::FILINGS/>
    }
}
