//! After signing out.

use crate::{pages::shell::PageTitle, routes, words};
use leptos::prelude::*;

/// Says that it is done, on the server too.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    view! {
        <PageTitle text=words::say("signed-out-title")/>
        <p class="lede">{words::say("signed-out-done")}</p>
        <p class="buttons"><a class="btn btn--quiet" href=routes::SIGN_IN>{words::say("signed-out-again")}</a></p>
    }
}
