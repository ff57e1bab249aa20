//! Invite somebody: for whom they will act, as what, and by which note.

use crate::{
    api::accounts::Invite,
    components::{
        form::ErrorSummary,
        people::state_name,
        plain::{Choice, Line, Menu, Offer, again, links, wrong},
    },
    pages::{
        admin::person::role_offer,
        load::{Found, load},
        shell::PageTitle,
    },
    portal::accounts::keeping::InviteSeen,
    words,
};
use domain::people::Side;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Why the form on this page was refused, if it was.
    refused: Option<String>,
}

/// The form to invite somebody.
#[component]
pub fn InvitePage() -> impl IntoView {
    let page = load(|portal, Address { refused }| async move { portal.invite_seen(again(refused.as_deref())).await });
    view! {
        <Found of=page let:seen>
            <Form seen/>
        </Found>
    }
}

#[component]
fn Form(seen: InviteSeen) -> impl IntoView {
    let InviteSeen {
        form,
        mistakes,
        states,
        by,
    } = seen;
    let states = states.iter().map(|state| Offer {
        value: state.code.to_string(),
        words: state_name(state),
        hint: None,
        chosen: form.state == state.code.as_str(),
    });
    let states: Vec<Offer> = states.collect();
    let of_both_sides = Side::CODES.into_iter().flat_map(Side::roles_on);
    let roles: Vec<Offer> = of_both_sides
        .map(|role| role_offer(role, form.roles.iter().any(|chosen| chosen == role)))
        .collect();
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <PageTitle text=words::say("invite-title")/>
        <p class="prose">{words::say("invite-what")}</p>
        <form method="post" action=Invite::url()>
            <input type="hidden" name="by" value=by.to_string()/>
            <Line field="name" name="form[name]" value=form.name error=wrong(&mistakes, "name")/>
            <Line field="email" name="form[email]" kind="email" value=form.email error=wrong(&mistakes, "email")/>
            <Choice
                field="side" name="form[side]" kind="radio" offers=sides(&form.side) error=wrong(&mistakes, "side")
            />
            <Menu field="state" name="form[state]" offers=states error=wrong(&mistakes, "state")/>
            <Choice
                field="roles" name="form[roles][]" kind="checkbox" offers=roles error=wrong(&mistakes, "roles")
            />
            <Line
                field="nominated_by" name="form[nominated_by]" value=form.nominated_by
                error=wrong(&mistakes, "nominated_by")
            />
            <p class="buttons"><button class="btn">{words::say("invite-button")}</button></p>
        </form>
    }
}

fn sides(chosen: &str) -> Vec<Offer> {
    let side = |code: &str| {
        let id = format!("side-{code}");
        let hint = words::maybe(&format!("{id}.hint"));
        Offer {
            value: code.to_owned(),
            words: words::say(&id),
            hint,
            chosen: code == chosen,
        }
    };
    Side::CODES.map(side).into()
}
