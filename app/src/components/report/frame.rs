//! What stands around the control of a question.

use super::{InIts, LastAnswer, Put, extras::Extras};
use crate::words;
use leptos::prelude::*;

/// A question with one control, labelled by it.
#[component]
pub fn Single(
    /// The question.
    put: Put,
    /// Its control, whose id is the question's.
    children: Children,
) -> impl IntoView {
    let wrong = put.error.is_some();
    view! {
        <div class="field asked" class:field--wrong=wrong>
            <label for=put.id()><InIts language=put.language.clone() text=put.question.text.clone()/></label>
            <Before put=put.clone()/>
            {children()}
            <Extras put/>
        </div>
    }
    .into_any()
}

/// A question with several controls: a group with the question as its legend.
#[component]
pub fn Several(
    /// The question.
    put: Put,
    /// Its controls, the first of which has the question's id.
    children: Children,
) -> impl IntoView {
    let (wrong, described) = (put.error.is_some(), put.described_by());
    view! {
        <fieldset class="field asked" class:field--wrong=wrong aria-describedby=described>
            <legend><InIts language=put.language.clone() text=put.question.text.clone()/></legend>
            <Before put=put.clone()/>
            {children()}
            <Extras put/>
        </fieldset>
    }
    .into_any()
}

/// What it serves, what helps, what is wrong, what was said before.
#[component]
fn Before(put: Put) -> impl IntoView {
    let (hint_id, error_id) = (put.id_of("hint"), put.id_of("error"));
    let (error, last) = (put.error.clone(), put.last.clone());
    let hint = put.has_hint().then(|| {
        let (language, text) = (put.language.clone(), put.question.guidance.clone());
        let guidance = (!text.is_empty()).then(|| view! { <InIts language text/>" " });
        view! { <p class="hint" id=hint_id>{guidance}{put.hint()}</p> }
    });
    view! {
        <Serves serves=put.serves.clone()/>
        {hint}
        {error.map(|error| view! { <p class="error" id=error_id>{error}</p> })}
        {last.map(|last| view! { <LastAnswer put last/> })}
    }
    .into_any()
}

/// The commitments an answer says something about.
#[component]
fn Serves(serves: Vec<(String, String)>) -> impl IntoView {
    (!serves.is_empty()).then(|| {
        let items = serves
            .into_iter()
            .map(|(id, title)| words::say_with("report-served", &[("id", &id), ("title", &title)]));
        let items = items.collect::<Vec<_>>().join("; ");
        view! { <p class="serves">{words::say_with("report-serves", &[("items", &items)])}</p> }
    })
}
