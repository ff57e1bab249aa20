//! Where the link of an invitation leads: choose a password.

use crate::{
    api::accounts::ChoosePassword,
    components::{
        form::ErrorSummary,
        plain::{Line, again, links, wrong},
    },
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::accounts::{
        forms::{PASSWORD_MAX, PASSWORD_MIN},
        invitation::InvitationSeen,
    },
    words,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// The token of the link.
    token: String,
    /// Why the form on this page was refused, if it was.
    refused: Option<String>,
}

/// The page of a link. A link that is spent, late or invented leads to nothing.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let page = load(|portal, Address { token, refused }| async move {
        let seen = portal.invitation(&token, again(refused.as_deref())).await?;
        Ok((seen, token))
    });
    view! {
        <Found of=page let:page>
            <Choose seen=page.0 token=page.1/>
        </Found>
    }
}

#[component]
fn Choose(seen: InvitationSeen, token: String) -> impl IntoView {
    let InvitationSeen { name, email, mistakes } = seen;
    let limits = [("min", &*PASSWORD_MIN.to_string()), ("max", &*PASSWORD_MAX.to_string())];
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <PageTitle text=words::say("invitation-title")/>
        <p class="lede">{words::say_with("invitation-for", &[("name", &name), ("email", &email)])}</p>
        <p class="prose">{words::say_with("invitation-rules", &limits)}</p>
        <form method="post" action=ChoosePassword::url()>
            <input type="hidden" name="token" value=token/>
            // So that a password store files it under the right name.
            <input class="visually-hidden" type="email" name="email" value=email autocomplete="username" readonly tabindex="-1" aria-hidden="true"/>
            <Line
                field="password" name="password" kind="password" autocomplete="new-password"
                error=wrong(&mistakes, "password")
            />
            <Line field="again" name="again" kind="password" autocomplete="new-password" error=wrong(&mistakes, "again")/>
            <p class="buttons"><button class="btn">{words::say("invitation-button")}</button></p>
        </form>
    }
}
