//! One account: its roles, its links, and whether it may be used.

use crate::{
    api::accounts::{ChangeRoles, InviteAgain, Reactivate},
    components::{
        form::ErrorSummary,
        people::{StateName, roles},
        plain::{Button, Choice, Offer, again, links, wrong},
    },
    pages::{
        admin::people::status,
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{
        accounts::{forms::Mistake, keeping::PersonSeen},
        ports::Person,
    },
    routes, words,
};
use domain::{ids::PersonId, people::Side};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Whose account.
    person: PersonId,
    /// Why the form on this page was refused, if it was.
    refused: Option<String>,
    /// What was done just before.
    done: Option<String>,
}

/// One account.
#[component]
pub fn PersonPage() -> impl IntoView {
    let page = load(|portal, Address { person, refused, done }| async move {
        Ok((portal.person(person, again(refused.as_deref())).await?, done))
    });
    view! {
        <Found of=page let:page>
            <Account seen=page.0 done=page.1/>
        </Found>
    }
}

#[component]
fn Account(seen: PersonSeen, done: Option<String>) -> impl IntoView {
    let PersonSeen {
        person,
        state,
        is_own,
        mistakes,
    } = seen;
    // Anyone can write an address: only what has a sentence is said.
    let done = done.and_then(|done| words::maybe(&format!("person-done-{done}")));
    let fact = |name: &str, value: AnyView| view! { <div><dt>{words::say(name)}</dt><dd>{value}</dd></div> };
    let text = |text: &str| view! { <bdi>{text.to_owned()}</bdi> }.into_any();
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <PageTitle text=person.name.clone()/>
        {done.map(|done| view! { <p class="success" role="status">{done}</p> })}
        <dl class="answers">
            {fact("account-email", text(&person.email))}
            {state.map(|state| fact("account-state", view! { <StateName state/> }.into_any()))}
            {fact("account-roles", text(&roles(&person.side)))}
            {fact("account-status", text(&status(&person)))}
            {fact("account-nominated_by", text(&person.nominated_by))}
        </dl>
        {if is_own {
            view! { <p class="empty">{words::say("person-own")}</p> }.into_any()
        } else if person.active {
            view! { <Active person mistakes/> }.into_any()
        } else {
            view! {
                <p class="prose">{words::say("person-reactivate-what")}</p>
                <div class="buttons">
                    <Button action=Reactivate::url() person=person.id.to_string()>{words::say("person-reactivate")}</Button>
                </div>
            }
            .into_any()
        }}
    }
}

#[component]
fn Active(person: Person, mistakes: Vec<Mistake>) -> impl IntoView {
    let has_roles = !Side::roles_on(person.side.code()).is_empty();
    let id = person.id;
    view! {
        {has_roles.then(|| view! { <RolesForm person mistakes/> })}
        <h2>{words::say("person-access")}</h2>
        <p class="prose">{words::say("person-invite-again-what")}</p>
        <div class="buttons">
            <Button action=InviteAgain::url() person=id.to_string()>{words::say("person-invite-again")}</Button>
            <a class="btn btn--quiet btn--grave" href=routes::deactivate(id)>{words::say("person-deactivate")}</a>
        </div>
    }
}

#[component]
fn RolesForm(person: Person, mistakes: Vec<Mistake>) -> impl IntoView {
    let held = person.side.role_codes();
    let offers = Side::roles_on(person.side.code())
        .into_iter()
        .map(|role| role_offer(role, held.contains(&role)));
    let offers: Vec<Offer> = offers.collect();
    view! {
        <form method="post" action=ChangeRoles::url()>
            <input type="hidden" name="person" value=person.id.to_string()/>
            <Choice field="roles" name="roles[]" kind="checkbox" offers error=wrong(&mistakes, "roles")/>
            <p class="buttons"><button class="btn">{words::say("person-change-roles")}</button></p>
        </form>
    }
}

/// A role to choose, with what it may do.
pub fn role_offer(role: &str, chosen: bool) -> Offer {
    let id = format!("role-{role}");
    Offer {
        value: role.to_owned(),
        words: words::say(&id),
        hint: words::maybe(&format!("{id}.hint")),
        chosen,
    }
}
