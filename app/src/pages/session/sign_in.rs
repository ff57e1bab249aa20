//! Where one signs in.

use crate::{
    api::accounts::SignIn,
    components::plain::Line,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    words,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Where to go afterwards; looked at when that is done.
    next: Option<String>,
    /// Whether a password has just been chosen.
    chosen: Option<String>,
}

/// The sign-in page. While there is no second factor it says what the portal is not for.
#[component]
pub fn SignInPage() -> impl IntoView {
    let page = load(|portal, address: Address| async move { Ok((portal.sign_in_seen().await?, address)) });
    view! {
        <Found of=page let:page>
            {
                let (seen, Address { next, chosen }) = page;
                view! {
                    <PageTitle text=words::say("sign-in-title")/>
                    {chosen.map(|_| view! { <p class="success" role="status">{words::say("sign-in-chosen")}</p> })}
                    {seen.wait.map(|seconds| view! { <Wait seconds/> })}
                    <form method="post" action=SignIn::url()>
                        <input type="hidden" name="next" value=next.unwrap_or_default()/>
                        <Line field="email" name="email" kind="email" autocomplete="username" value=seen.email/>
                        <Line field="password" name="password" kind="password" autocomplete="current-password"/>
                        <p class="buttons"><button class="btn">{words::say("sign-in-button")}</button></p>
                    </form>
                    <p class="meta">{words::say("sign-in-lost")}</p>
                    <p class="warning">{words::say("sign-in-not-for-real")}</p>
                }
            }
        </Found>
    }
}

#[component]
fn Wait(seconds: i64) -> impl IntoView {
    view! { <p class="warning" role="status">{words::say_with("sign-in-wait", &[("seconds", &seconds.to_string())])}</p> }
}
