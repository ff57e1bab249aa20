//! All indicators of a filing, by the page: for its State the draft's, for the secretariat what was submitted.

use super::Eyebrow;
use crate::{
    components::{indicators::IndicatorTable, pager::Pager},
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::indicators::IndicatorsSeen,
    routes, words,
};
use domain::ids::FilingReference;
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    page: Option<u32>,
}

/// All indicators of a filing.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let found =
        load(
            |portal, Address { reference, page }| async move { portal.indicators(&reference, page.unwrap_or(1)).await },
        );
    view! { <Found of=found let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: IndicatorsSeen) -> impl IntoView {
    let path = routes::indicators(&seen.reference);
    let none = (seen.total == 0).then(|| view! { <p class="empty">{words::say("indicators-none")}</p> });
    view! {
        <Eyebrow reference=seen.reference stage=Some(seen.stage)/>
        <PageTitle text=words::say("indicators-name")/>
        {none}
        <IndicatorTable indicators=seen.indicators of=Some(seen.total)/>
        <Pager page=seen.page pages=seen.pages path/>
    }
}
