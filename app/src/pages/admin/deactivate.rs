//! Asks once more before somebody is let in no longer.

use crate::{
    api::accounts::Deactivate,
    components::plain::Button,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    routes, words,
};
use domain::ids::PersonId;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Whose account.
    person: PersonId,
}

/// What deactivating does, and the button that does it.
#[component]
pub fn DeactivatePage() -> impl IntoView {
    let page = load(|portal, Address { person }| async move { portal.person(person, false).await });
    view! {
        <Found of=page let:seen>
            <PageTitle text=words::say_with("deactivate-title", &[("name", &seen.person.name)])/>
            <p class="prose">{words::say("deactivate-what")}</p>
            <div class="buttons">
                <Button action=Deactivate::url() person=seen.person.id.to_string() class="btn btn--grave">
                    {words::say("person-deactivate")}
                </Button>
                <a class="btn btn--quiet" href=routes::person(seen.person.id)>{words::say("deactivate-not")}</a>
            </div>
        </Found>
    }
}
