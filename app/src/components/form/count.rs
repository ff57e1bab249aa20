//! A number, counted or estimated.

use super::{
    Filled,
    frame::{Labelled, Offer},
};
use crate::words;
use leptos::prelude::*;

/// How many, and whether that is an estimate.
#[component]
pub fn CountField(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    let estimate = filled.typed.estimate == "estimate";
    view! {
        <Labelled filled=filled.clone()>
            <input
                type="text" class="short" id=filled.id() name=filled.name("text") value=filled.typed.text.clone()
                dir="ltr" inputmode="numeric" autocomplete="off"
                aria-describedby=filled.described_by() aria-invalid=filled.invalid()
            />
            <Offer
                kind="checkbox" id=filled.id_of("estimate") name=filled.name("estimate") value="estimate".to_owned()
                checked=estimate
            >
                {words::say("form-estimate")}
            </Offer>
        </Labelled>
    }
}
