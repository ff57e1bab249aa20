//! People and States in a line of text.

use crate::words;
use domain::{people::Side, state::State};
use leptos::prelude::*;

/// The roles somebody holds; for sides without roles, the side.
#[component]
pub fn Roles(
    /// Their side.
    side: Side,
) -> impl IntoView {
    roles(&side)
}

/// The same, as text.
pub fn roles(side: &Side) -> String {
    let roles: Vec<String> = side
        .role_codes()
        .iter()
        .map(|role| words::say(&format!("role-{role}")))
        .collect();
    if roles.is_empty() {
        words::say(&format!("side-{}", side.code()))
    } else {
        roles.join(", ")
    }
}

/// A State's name, and that it is invented where it is.
#[component]
pub fn StateName(
    /// The State.
    state: State,
) -> impl IntoView {
    state_name(&state)
}

/// The same, as text.
pub fn state_name(state: &State) -> String {
    let id = if state.demonstration {
        "state-invented"
    } else {
        "state-named"
    };
    words::say_with(id, &[("name", &state.name)])
}
