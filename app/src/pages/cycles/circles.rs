//! Which State belongs to which circle, as the secretariat keeps it.

use crate::{
    api::cycles::PutCircles,
    components::{
        people::state_name,
        plain::{Choice, Offer},
    },
    islands::ListFilter,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::cycles::programme::{CirclesSeen, StateCirclesSeen},
    routes, words,
};
use domain::{
    commitment::{Circle, Memberships},
    state::StateCode,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// Which State belongs to which circle.
#[component]
pub fn CirclesPage() -> impl IntoView {
    let page = load(|portal, ()| async move { portal.circles_seen().await });
    view! { <Found of=page let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: CirclesSeen) -> impl IntoView {
    let CirclesSeen { states, circles } = seen;
    let lines = states.into_iter().map(|(state, of)| {
        view! {
            <tr>
                <th scope="row"><a href=routes::circles_of(state.code)>{state_name(&state)}</a></th>
                <td>{names(&circles, &of)}</td>
            </tr>
        }
    });
    view! {
        <p class="eyebrow"><a href=routes::PREPARATION>{words::say("preparation-title")}</a></p>
        <PageTitle text=words::say("circles-title")/>
        <p class="lede">{words::say("circles-lede")}</p>
        <ListFilter list="states" label=words::say("states-filter")/>
        <table>
            <thead>
                <tr>
                    <th scope="col">{words::say("account-state")}</th>
                    <th scope="col">{words::say("catalogue-circles")}</th>
                </tr>
            </thead>
            <tbody id="states">{lines.collect_view()}</tbody>
        </table>
    }
}

/// The circles of these memberships, in a line.
pub(super) fn names(circles: &[Circle], of: &Memberships) -> String {
    let names = circles.iter().filter(|circle| of.circles.contains(&circle.id));
    names.map(|circle| circle.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which State.
    state: StateCode,
}

/// The circles of one State.
#[component]
pub fn StateCirclesPage() -> impl IntoView {
    let page = load(|portal, Address { state }| async move { portal.circles_of(state).await });
    view! { <Found of=page let:seen><OfState seen/></Found> }
}

#[component]
fn OfState(seen: StateCirclesSeen) -> impl IntoView {
    let StateCirclesSeen {
        state,
        memberships,
        circles,
        may_write,
        by,
    } = seen;
    let opted: Vec<_> = memberships.opted_into.iter().map(ToString::to_string).collect();
    let opted = (!opted.is_empty())
        .then(|| view! { <p>{words::say_with("circles-opted", &[("items", &opted.join(", "))])}</p> });
    let offers: Vec<_> = circles
        .iter()
        .map(|circle| Offer {
            value: circle.id.to_string(),
            words: circle.name.clone(),
            hint: None,
            chosen: memberships.circles.contains(&circle.id),
        })
        .collect();
    let written = if may_write {
        view! {
            <form method="post" action=PutCircles::url()>
                <input type="hidden" name="by" value=by.to_string()/>
                <input type="hidden" name="state" value=state.code.to_string()/>
                <Choice field="circles" name="circles[]" kind="checkbox" offers area="prepare" error=None/>
                <p class="buttons"><button class="btn">{words::say("circles-save")}</button></p>
            </form>
        }
        .into_any()
    } else {
        view! { <p>{names(&circles, &memberships)}</p> }.into_any()
    };
    view! {
        <p class="eyebrow"><a href=routes::CIRCLES>{words::say("circles-title")}</a></p>
        <PageTitle text=state_name(&state)/>
        {written}
        {opted}
    }
}
