//! What a State is asked about, and why; and what else there is that it may opt into.

use crate::{
    api::cycles::OptIn,
    components::people::state_name,
    pages::{
        load::{Found, load},
        public::progress::instrument,
        shell::PageTitle,
    },
    portal::cycles::own::MembershipsSeen,
    words,
};
use domain::commitment::{Because, Commitment, Instrument};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// What was done just before.
    done: Option<String>,
}

/// What a State is asked about.
#[component]
pub fn MembershipsPage() -> impl IntoView {
    let page = load(|portal, Address { done }| async move { Ok((portal.memberships_seen().await?, done)) });
    view! { <Found of=page let:page><Page seen=page.0 done=page.1/></Found> }
}

#[component]
fn Page(seen: MembershipsSeen, done: Option<String>) -> impl IntoView {
    let MembershipsSeen {
        state,
        circles,
        commitments,
        may_opt_in,
        by,
    } = seen;
    let circles: Vec<_> = circles.into_iter().map(|circle| circle.name).collect();
    let lists = Instrument::ALL.map(|of| {
        let items = commitments.iter().filter(|(item, _)| item.id.instrument() == of);
        list(of, items.cloned().collect(), may_opt_in)
    });
    let save = may_opt_in.then(|| {
        view! { <p class="buttons"><button class="btn">{words::say("memberships-save")}</button></p> }
    });
    view! {
        <PageTitle text=words::say_with("memberships-title", &[("state", &state_name(&state))])/>
        <super::Done done/>
        <p class="lede">{words::say("memberships-lede")}</p>
        <p>{words::say_with("memberships-circles", &[("circles", &circles.join(", "))])}</p>
        <form method="post" action=OptIn::url()>
            <input type="hidden" name="by" value=by.to_string()/>
            {lists}
            {save}
        </form>
    }
}

/// The items of one instrument, with a box before each that is not addressed to the State.
fn list(of: Instrument, items: Vec<(Commitment, Option<Because>)>, may_opt_in: bool) -> AnyView {
    let lines = items
        .into_iter()
        .map(|(item, because)| line(&item, because, may_opt_in));
    let lines: Vec<_> = lines.collect();
    view! {
        <fieldset>
            <legend>{instrument(of)}</legend>
            {lines}
        </fieldset>
    }
    .into_any()
}

fn line(item: &Commitment, because: Option<Because>, may_opt_in: bool) -> AnyView {
    let id = item.id.to_string();
    let code = match because {
        Some(Because::Addressed) => "addressed",
        Some(Because::OptedInto) => "opted-into",
        None => "not-asked",
    };
    let title = words::say_with("memberships-item", &[("id", &id), ("title", &item.title)]);
    let why = words::say(&format!("memberships-{code}"));
    if because == Some(Because::Addressed) || !may_opt_in {
        return view! { <p>{title}" "<span class="tag">{why}</span></p> }.into_any();
    }
    let box_id = format!("item-{id}");
    view! {
        <div class="choice">
            <input type="checkbox" id=box_id.clone() name="items[]" value=id checked=because.is_some()/>
            <label for=box_id>{title}</label>
        </div>
    }
    .into_any()
}
