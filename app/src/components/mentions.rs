//! A warning, never a refusal: text that others will read names somebody. And the words for who they are.

use crate::{portal::public::StateNames, words};
use domain::{
    guard::{Mention, Named},
    marking::Audience,
};
use leptos::prelude::*;

/// Whom the text names, for those who decide whether that is meant.
#[component]
pub fn Mentions(
    /// What was found. Nothing is shown where there is nothing.
    mentions: Vec<Mention>,
    /// Names of States.
    names: StateNames,
) -> impl IntoView {
    let lines: Vec<_> = mentions.into_iter().map(|mention| line(mention, &names)).collect();
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <div class="warning">
                <strong>{words::say("mentions-heading")}</strong>
                <p>{words::say("mentions-advice")}</p>
                <ul>{lines.collect_view()}</ul>
            </div>
        }
    })
}

fn line(mention: Mention, names: &StateNames) -> String {
    let state = match mention.named {
        Named::State(code) | Named::Nationality(code) => names
            .get(&code)
            .map_or_else(|| code.to_string(), |state| state.name.clone()),
        Named::Actor => String::new(),
    };
    words::say_with(
        &format!("mentions-{}", mention.named.code()),
        &[("text", &mention.text), ("state", &state)],
    )
}

/// The heading above what an audience reads.
pub fn reads(audience: Audience) -> String {
    words::say(&format!("audience-{}.reads", audience.code()))
}
