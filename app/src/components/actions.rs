//! The forms of what the reader may do now: exactly what `offered` says, in its order.
//!
//! What asks for words has a text area; what cannot be taken back stands behind a line that must be opened first, with
//! what will happen above the button. Sending and answering lead to the page where everything is checked, since nobody
//! should send what they have not read.

use super::{
    about::{About, Places},
    form::{Drawn, DrawnFields},
    given_back::NoteBox,
};
use crate::{
    api::filings::{Accept, Approve, Ask, Claim, Publish, Release, Reopen, ReturnFiling, Withdraw},
    portal::{
        notes::{GivenBack, Purpose},
        reading::Standing,
    },
    routes, words,
};
use domain::{filing::Hash, ids::FilingReference, lifecycle::Action};
use leptos::{prelude::*, server_fn::ServerFn};

/// The forms; nothing where there is nothing to do.
#[component]
pub fn Actions<'a>(
    /// The filing, with what may be done.
    standing: &'a Standing,
    /// What a question can be about.
    places: Places,
) -> impl IntoView + use<> {
    // What leads on comes first, the way back to writing after it.
    let links: Vec<AnyView> = standing
        .offered
        .iter()
        .rev()
        .filter_map(|action| link(*action, &standing.reference))
        .collect();
    let form = |action: &Action| form(*action, standing, &places);
    let forms: Vec<AnyView> = standing.offered.iter().filter_map(form).collect();
    let links = (!links.is_empty()).then(|| view! { <p class="buttons">{links}</p> });
    (!standing.offered.is_empty()).then(|| {
        view! {
            <section class="actions" aria-labelledby="actions">
                <h2 id="actions">{words::say("actions-heading")}</h2>
                {links}
                {forms}
            </section>
        }
    })
}

/// Whether the words for this purpose are written on this filing's page now. An answer is written where it is checked.
pub fn has_box(purpose: &Purpose, standing: &Standing) -> bool {
    match purpose.action() {
        Some(Action::Answer) => false,
        Some(action) => standing.offered.contains(&action),
        None => standing.may_note,
    }
}

/// The way to what the reader may do, which stands below everything there is to read first.
#[component]
pub fn ToActions<'a>(
    /// The filing, with what may be done.
    standing: &'a Standing,
) -> impl IntoView + use<> {
    (!standing.offered.is_empty()).then(|| {
        view! { <p class="meta"><a href="#actions">{words::say("actions-heading")}</a></p> }
    })
}

/// What is done on another page.
fn link(action: Action, reference: &FilingReference) -> Option<AnyView> {
    let (to, class) = match action {
        Action::Edit => (routes::form(reference), "btn btn--quiet"),
        Action::Send | Action::Answer => (routes::check_answers(reference), "btn"),
        _ => return None,
    };
    let words = words::maybe(&format!("action-{}.open", action.code())).unwrap_or_else(|| words::action(action));
    Some(view! { <a class=class href=to>{words}</a> }.into_any())
}

/// What is done here.
fn form(action: Action, standing: &Standing, places: &Places) -> Option<AnyView> {
    let (drawn, given) = (Drawn::from(standing), standing.given_back.clone());
    let (filled, quiet) = ("btn", "btn btn--quiet");
    Some(match action {
        Action::Edit | Action::Send | Action::Answer => return None,
        Action::Approve => {
            let asks = view! { <Shown fingerprint=standing.fingerprint.clone()?/> };
            view! { <Grave action door=Approve::PATH drawn class=filled>{asks}</Grave> }.into_any()
        }
        Action::Publish => {
            let asks = view! { <Shown fingerprint=standing.fingerprint.clone()?/> };
            view! { <Grave action door=Publish::PATH drawn class=filled>{asks}</Grave> }.into_any()
        }
        Action::Withdraw => {
            let open = given.as_ref().is_some_and(|given| given.purpose == Purpose::Withdraw);
            let asks = view! { <Words purpose=Purpose::Withdraw given/> };
            view! { <Grave action open door=Withdraw::PATH drawn class="btn btn--grave">{asks}</Grave> }.into_any()
        }
        Action::Return => {
            let asks = view! { <Words purpose=Purpose::Return given/> };
            view! { <ActionForm action door=ReturnFiling::PATH drawn class=quiet>{asks}</ActionForm> }.into_any()
        }
        Action::Reopen => {
            let asks = view! { <Words purpose=Purpose::Reopen given/> };
            view! { <ActionForm action door=Reopen::PATH drawn class=quiet>{asks}</ActionForm> }.into_any()
        }
        Action::Ask => {
            let on = given.as_ref().and_then(|given| given.purpose.on().cloned());
            let about = view! { <About places=places.clone() on=on.clone()/> };
            let asks = view! { {about}<Words purpose=Purpose::Ask(on) given/> };
            view! { <ActionForm action door=Ask::PATH drawn class=quiet>{asks}</ActionForm> }.into_any()
        }
        Action::Claim => view! { <ActionForm action door=Claim::PATH drawn class=filled/> }.into_any(),
        Action::Release => view! { <ActionForm action door=Release::PATH drawn class=quiet/> }.into_any(),
        Action::Accept => view! { <ActionForm action door=Accept::PATH drawn class=filled/> }.into_any(),
    })
}

/// A form behind a line that must be opened first.
#[component]
fn Grave(
    action: Action,
    door: &'static str,
    drawn: Drawn,
    class: &'static str,
    #[prop(optional)] open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="grave" open=open>
            <summary>{words::say(&format!("action-{}.open", action.code()))}</summary>
            <ActionForm action door drawn class>{children()}</ActionForm>
        </details>
    }
}

/// The bytes the person had in front of them: if they are others by now, nothing is done.
#[component]
fn Shown(fingerprint: Hash) -> impl IntoView {
    view! { <input type="hidden" name="disclosure" value=fingerprint.to_string()/> }
}

/// One action's form: what will happen, what it asks for, and its button.
#[component]
pub fn ActionForm(
    /// What it does.
    action: Action,
    /// Where it is posted to.
    door: &'static str,
    /// What every form carries.
    drawn: Drawn,
    /// The button's class.
    class: &'static str,
    /// What it asks for.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let explained = words::maybe(&format!("action-{}.explained", action.code()));
    view! {
        <form method="post" action=door>
            {explained.map(|explained| view! { <p>{explained}</p> })}
            <DrawnFields drawn/>
            {children.map(|asks| asks())}
            <div class="buttons"><button class=class>{words::action(action)}</button></div>
        </form>
    }
}

/// What an action asks to be written.
#[component]
pub fn Words(
    /// What for.
    purpose: Purpose,
    /// What was refused, whatever it was for.
    given: Option<GivenBack>,
) -> impl IntoView {
    let given = given.filter(|given| given.purpose.action() == purpose.action());
    let hint = purpose
        .action()
        .and_then(|action| words::maybe(&format!("action-{}.hint", action.code())));
    view! { <NoteBox purpose given hint/> }
}
