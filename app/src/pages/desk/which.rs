//! A file that tells of several events: which of them is meant. Their titles are the source's, for the drafter alone.

use crate::{
    api::filings::ImportPart,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{import::PartsSeen, ports::Titled},
    words,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Say which event is meant.
#[component]
pub fn WhichPage() -> impl IntoView {
    let parts = load(|portal, ()| async move { portal.parts().await });
    view! { <Found of=parts let:parts><Page parts/></Found> }
}

#[component]
fn Page(parts: PartsSeen) -> impl IntoView {
    let PartsSeen { events, key, by } = parts;
    let offers = events.into_iter().map(|event| view! { <Event event/> });
    view! {
        <PageTitle text=words::say("which-title")/>
        <p class="lede">{words::say("which-lede")}</p>
        <form method="post" action=ImportPart::PATH>
            <input type="hidden" name="key" value=key.to_string()/>
            <input type="hidden" name="by" value=by.to_string()/>
            <fieldset class="field">
                <legend>{words::say("which-event")}</legend>
                {offers.collect_view()}
            </fieldset>
            <div class="buttons"><button class="btn">{words::say("which-import")}</button></div>
        </form>
    }
}

#[component]
fn Event(event: Titled) -> impl IntoView {
    let Titled { part, title } = event;
    let number = part.0.to_string();
    let id = format!("event-{number}");
    let title = if title.is_empty() {
        words::say_with("which-untitled", &[("number", &(part.0 + 1).to_string())])
    } else {
        title
    };
    view! {
        <div class="choice">
            <input type="radio" id=id.clone() name="part" value=number required/>
            <label for=id><bdi>{title}</bdi></label>
        </div>
    }
}
