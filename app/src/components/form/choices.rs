//! Any codes of a list, and what is meant by "other".

use super::{
    Filled,
    choice::hint,
    frame::{Grouped, Offer},
};
use crate::words;
use domain::catalogue::List;
use leptos::prelude::*;

/// A check box for each code; under "other", a line that says which.
#[component]
pub fn ChoicesField(
    /// The field.
    filled: Filled,
    /// What it offers.
    list: &'static List,
) -> impl IntoView {
    let boxes = list.codes.iter().enumerate().map(|(at, code)| {
        let id = if at == 0 {
            filled.id().to_owned()
        } else {
            filled.id_of(code.id)
        };
        let checked = filled.typed.choices.iter().any(|chosen| chosen == code.id);
        let beneath = (code.id == "other").then(|| view! { <Other filled=filled.clone()/> }.into_any());
        let (name, value, hint) = (filled.names(), code.id.to_owned(), hint(list, code.id));
        view! {
            <Offer kind="checkbox" id name value checked hint beneath>{words::code(list, code.id)}</Offer>
        }
    });
    let boxes = boxes.collect_view();
    view! { <Grouped filled>{boxes}</Grouped> }
}

#[component]
fn Other(filled: Filled) -> impl IntoView {
    let id = filled.id_of("other-which");
    view! {
        <div class="field">
            <label for=id.clone()>{words::say("form-other-which")}</label>
            <input
                type="text" id=id name=filled.name("other") value=filled.typed.other.clone() dir="auto"
                autocomplete="off"
            />
        </div>
    }
}
