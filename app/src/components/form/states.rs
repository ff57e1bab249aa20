//! Other States, each chosen from a list to open.
//!
//! A list in which several of two hundred lines can be marked is lost with one wrong click and hard to use by
//! keyboard. So there is one list a State: as many as were chosen, and some more, which saving the page renews.

use super::{Filled, frame::Grouped};
use crate::words;
use domain::state::State;
use leptos::prelude::*;

/// How many lists there are at least.
const FEWEST: usize = 3;

/// Other States.
#[component]
pub fn StatesField(
    /// The field.
    filled: Filled,
    /// The States there are to choose from.
    states: Vec<State>,
) -> impl IntoView {
    let chosen = filled.typed.choices.clone();
    let lists = (0..FEWEST.max(chosen.len() + 1)).map(|at| {
        let id = if at == 0 {
            filled.id().to_owned()
        } else {
            filled.id_of(&(at + 1).to_string())
        };
        let label = words::say_with("form-state", &[("number", &(at + 1).to_string())]);
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <select id=id name=filled.names() aria-invalid=filled.invalid()>
                    <option value="">{words::say("form-no-state")}</option>
                    {options(&states, chosen.get(at).map(String::as_str))}
                </select>
            </div>
        }
    });
    let lists = lists.collect_view();
    view! { <Grouped filled>{lists}</Grouped> }
}

/// A line for each State, and one for what was typed if it is no State's code.
fn options(states: &[State], chosen: Option<&str>) -> impl IntoView + use<> {
    let known = states.iter().any(|state| Some(state.code.as_str()) == chosen);
    let kept = chosen.filter(|_| !known).map(str::to_owned);
    let lines = states.iter().map(|state| {
        let selected = Some(state.code.as_str()) == chosen;
        view! { <option value=state.code.to_string() selected=selected>{state.name.clone()}</option> }
    });
    (
        kept.map(|code| view! { <option value=code.clone() selected=true>{code.clone()}</option> }),
        lines.collect_view(),
    )
}
