//! One's own account: for whom one acts, as what, and who else does.

use crate::{
    components::people::{Roles, StateName},
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{accounts::sign_in::AccountSeen, ports::Person},
    routes, words,
};
use leptos::prelude::*;

/// The account of whoever is signed in.
#[component]
pub fn AccountPage() -> impl IntoView {
    let page = load(|portal, ()| async move { portal.account().await });
    view! {
        <Found of=page let:seen>
            <Account seen/>
        </Found>
    }
}

#[component]
fn Account(seen: AccountSeen) -> impl IntoView {
    let AccountSeen {
        person,
        state,
        colleagues,
    } = seen;
    let for_a_state = state.is_some();
    let side = words::say(&format!("side-{}", person.side.code()));
    view! {
        <PageTitle text=words::say("account-title")/>
        <dl class="answers">
            <div><dt>{words::say("account-name")}</dt><dd><bdi>{person.name.clone()}</bdi></dd></div>
            <div><dt>{words::say("account-email")}</dt><dd><bdi>{person.email.clone()}</bdi></dd></div>
            <div>
                <dt>{words::say("account-side")}</dt>
                <dd>{match state { Some(state) => view! { <StateName state/> }.into_any(), None => side.into_any() }}</dd>
            </div>
            <div><dt>{words::say("account-roles")}</dt><dd><Roles side=person.side/></dd></div>
        </dl>
        {for_a_state.then(|| view! { <Colleagues colleagues/> })}
        <form method="post" action=routes::DO_SIGN_OUT>
            <p class="buttons"><button class="btn btn--quiet">{words::say("shell-sign-out")}</button></p>
        </form>
        <p class="meta">{words::say("account-password-lost")}</p>
    }
}

#[component]
fn Colleagues(colleagues: Vec<Person>) -> impl IntoView {
    let none = colleagues.is_empty();
    let lines = colleagues.into_iter().map(|Person { name, side, .. }| {
        view! { <tr><th scope="row"><bdi>{name}</bdi></th><td><Roles side/></td></tr> }
    });
    let lines = lines.collect_view();
    view! {
        <h2>{words::say("account-colleagues")}</h2>
        <p class="prose">{words::say("account-colleagues-why")}</p>
        {if none {
            view! { <p class="empty">{words::say("account-no-colleagues")}</p> }.into_any()
        } else {
            view! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words::say("account-name")}</th>
                            <th scope="col">{words::say("account-roles")}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                </table>
            }
            .into_any()
        }}
    }
}
