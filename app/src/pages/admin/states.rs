//! The list of States, and the form of an entry.

use crate::{
    api::accounts::PutState,
    components::{
        form::ErrorSummary,
        people::state_name,
        plain::{Line, Menu, Offer, again, links, wrong},
    },
    islands::ListFilter,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::accounts::keeping::StateSeen,
    routes, words,
};
use domain::state::{REGIONAL_GROUP, State, StateCode};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which State; none where one is added.
    code: Option<StateCode>,
    /// Why the form on this page was refused, if it was.
    refused: Option<String>,
}

/// The list of States.
#[component]
pub fn StatesPage() -> impl IntoView {
    let page = load(|portal, ()| async move { portal.states().await });
    view! {
        <Found of=page let:states>
            <PageTitle text=words::say("states-title")/>
            <p class="prose">{words::say("states-what")}</p>
            <p class="buttons"><a class="btn btn--quiet" href=routes::ADD_STATE>{words::say("states-add")}</a></p>
            <ListFilter list="states" label=words::say("states-filter")/>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words::say("account-code")}</th>
                        <th scope="col">{words::say("account-state")}</th>
                        <th scope="col">{words::say("account-group")}</th>
                    </tr>
                </thead>
                <tbody id="states">{states.iter().map(line).collect_view()}</tbody>
            </table>
        </Found>
    }
}

fn line(state: &State) -> impl IntoView + use<> {
    view! {
        <tr>
            <td class="ref">{state.code.to_string()}</td>
            <th scope="row"><a href=routes::state(state.code)>{state_name(state)}</a></th>
            <td>{words::code(&REGIONAL_GROUP, state.group.code())}</td>
        </tr>
    }
}

/// The form of an entry, or of a new one.
#[component]
pub fn StatePage() -> impl IntoView {
    let page = load(|portal, Address { code, refused }| async move {
        Ok((portal.state_seen(code, again(refused.as_deref())).await?, code))
    });
    view! {
        <Found of=page let:page>
            <Entry seen=page.0 code=page.1/>
        </Found>
    }
}

#[component]
fn Entry(seen: StateSeen, code: Option<StateCode>) -> impl IntoView {
    let StateSeen { form, mistakes, by } = seen;
    let groups = REGIONAL_GROUP.codes.iter().map(|group| Offer {
        value: group.id.to_owned(),
        words: words::code(&REGIONAL_GROUP, group.id),
        hint: None,
        chosen: form.group == group.id,
    });
    let groups: Vec<Offer> = groups.collect();
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <PageTitle text=code.map_or_else(|| words::say("states-add"), |_| form.name.clone())/>
        <form method="post" action=PutState::url()>
            <input type="hidden" name="by" value=by.to_string()/>
            {match code {
                // Filings and people are under the code: it never changes.
                Some(code) => view! { <input type="hidden" name="form[code]" value=code.to_string()/> }.into_any(),
                None => view! {
                    <Line field="code" name="form[code]" value=form.code error=wrong(&mistakes, "code")/>
                }
                .into_any(),
            }}
            <Line field="name" name="form[name]" value=form.name error=wrong(&mistakes, "name")/>
            <Menu field="group" name="form[group]" offers=groups error=wrong(&mistakes, "group")/>
            <p class="buttons">
                <button class="btn">{words::say("states-save")}</button>
                <a class="btn btn--quiet" href=routes::STATES>{words::say("states-back")}</a>
            </p>
        </form>
    }
}
