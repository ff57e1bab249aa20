//! The sign-in page with a form inside: what somebody posted after their session had ended.
//!
//! Everything that was posted stands in one hidden field, still encoded, so that nothing is lost or reordered on its
//! way through the page. The door of sign-in saves it if the person who signs in is the one it was drawn for.

use crate::{
    local_path::LocalPath,
    pages::shell::{PageTitle, PrivateShell},
    routes, words,
};
use domain::ids::PersonId;
use leptos::prelude::*;
use serde::Deserialize;

/// A form on its way through the sign-in page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Carried {
    /// Path of the door it was posted to.
    pub door: String,
    /// Whom it was drawn for.
    pub by: PersonId,
    /// What was posted, form-encoded.
    pub fields: String,
    /// The page it was on.
    pub next: Option<LocalPath>,
}

/// The page, in its shell.
pub fn ended_site(carried: Carried) -> impl IntoView {
    view! {
        <PrivateShell>
            <PageTitle text=words::say("ended-title")/>
            <div class="prose">
                <p class="lede">{words::say("ended-kept")}</p>
                <p>{words::say("ended-same-person")}</p>
            </div>
            <SignInAndSave carried/>
        </PrivateShell>
    }
}

#[component]
fn SignInAndSave(carried: Carried) -> impl IntoView {
    let Carried { door, by, fields, next } = carried;
    view! {
        <form method="post" action=routes::DO_SIGN_IN>
            <input type="hidden" name="door" value=door/>
            <input type="hidden" name="by" value=by.to_string()/>
            <input type="hidden" name="fields" value=fields/>
            {next.map(|page| view! { <input type="hidden" name="next" value=page.to_string()/> })}
            <div class="field">
                <label for="email">{words::say("ended-email")}</label>
                <input id="email" name="email" type="email" autocomplete="username" required/>
            </div>
            <div class="field">
                <label for="password">{words::say("ended-password")}</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required/>
            </div>
            <p class="buttons"><button class="btn">{words::say("ended-sign-in")}</button></p>
        </form>
    }
}
