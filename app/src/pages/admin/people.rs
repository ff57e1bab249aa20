//! Everyone with an account.

use crate::{
    components::people::{Roles, state_name},
    islands::ListFilter,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{accounts::keeping::PeopleSeen, ports::Person},
    routes, words,
};
use domain::state::State;
use leptos::prelude::*;

/// The list of accounts.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let page = load(|portal, ()| async move { portal.people().await });
    view! {
        <Found of=page let:seen>
            <PageTitle text=words::say("people-title")/>
            <p class="buttons"><a class="btn" href=routes::INVITE>{words::say("people-invite")}</a></p>
            <ListFilter list="people" label=words::say("people-filter")/>
            <People seen/>
        </Found>
    }
}

#[component]
fn People(seen: PeopleSeen) -> impl IntoView {
    let PeopleSeen { people, states } = seen;
    let lines = people.into_iter().map(|person| line(person, &states)).collect_view();
    let heads = ["account-name", "account-side", "account-roles", "account-status"];
    view! {
        <div class="scroll" role="region" aria-label=words::say("people-title") tabindex="0">
            <table>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{words::say(head)}</th> })}</tr></thead>
                <tbody id="people">{lines}</tbody>
            </table>
        </div>
    }
}

fn line(person: Person, states: &[State]) -> impl IntoView + use<> {
    let state = person
        .side
        .state()
        .and_then(|code| states.iter().find(|state| state.code == *code));
    let side = state.map_or_else(|| words::say(&format!("side-{}", person.side.code())), state_name);
    let status = status(&person);
    view! {
        <tr>
            <th scope="row">
                <a href=routes::person(person.id)><bdi>{person.name}</bdi></a>
                <p class="meta"><bdi>{person.email}</bdi></p>
            </th>
            <td>{side}</td>
            <td><Roles side=person.side/></td>
            <td>{status}</td>
        </tr>
    }
}

/// Whether they can sign in.
pub fn status(person: &Person) -> String {
    let code = match (person.active, person.has_password) {
        (false, _) => "deactivated",
        (true, false) => "invited",
        (true, true) => "active",
    };
    words::say(&format!("account-status-{code}"))
}
