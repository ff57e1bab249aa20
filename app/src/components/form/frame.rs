//! What stands around a control: label, hint and error before it, the way not to answer after it.

use super::{Filled, cannot_say::CannotSay};
use crate::words;
use leptos::prelude::*;

/// A field with one control, labelled by name.
#[component]
pub fn Labelled(
    /// The field.
    filled: Filled,
    /// Its control, whose id is the field's.
    children: Children,
) -> impl IntoView {
    let wrong = filled.error.is_some();
    view! {
        <div class="field" class:field--wrong=wrong>
            <label for=filled.id()>{words::label(filled.field)}</label>
            <HintAndError filled=filled.clone()/>
            {children()}
            <CannotSay filled/>
        </div>
    }
    .into_any()
}

/// A field with several controls: a group with the name as its legend.
#[component]
pub fn Grouped(
    /// The field.
    filled: Filled,
    /// Its controls, the first of which has the field's id.
    children: Children,
) -> impl IntoView {
    let (wrong, described) = (filled.error.is_some(), filled.described_by());
    view! {
        <fieldset class="field" class:field--wrong=wrong aria-describedby=described>
            <legend>{words::label(filled.field)}</legend>
            <HintAndError filled=filled.clone()/>
            {children()}
            <CannotSay filled/>
        </fieldset>
    }
    .into_any()
}

/// The hint and the error of a field, where there are.
#[component]
pub fn HintAndError(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    let (hint_id, error_id) = (filled.id_of("hint"), filled.id_of("error"));
    view! {
        {filled.hint().map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        {filled.error.map(|error| view! { <p class="error" id=error_id>{error}</p> })}
    }
}

/// A radio button or a check box with its words.
#[component]
pub fn Offer(
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// Id of the control.
    id: String,
    /// What it is posted under.
    name: String,
    /// What is posted.
    value: String,
    /// Whether it is chosen.
    checked: bool,
    /// What it means, in a line of its own.
    #[prop(optional_no_strip)]
    hint: Option<String>,
    /// What choosing it asks next.
    #[prop(optional_no_strip)]
    beneath: Option<AnyView>,
    /// The words beside it.
    children: Children,
) -> impl IntoView {
    let hint_id = format!("{id}-about");
    let described = hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="choice">
            <input type=kind id=id.clone() name=name value=value checked=checked aria-describedby=described/>
            <label for=id>{children()}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {beneath}
        </div>
    }
    .into_any()
}
