//! A moment in UTC, in four boxes. A box left empty says how precisely it is known; nobody is asked for that.

use super::{Filled, frame::Grouped};
use crate::words;
use leptos::prelude::*;

/// Day, month, year and time.
#[component]
pub fn MomentField(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    let typed = filled.typed.clone();
    let boxes = [
        ("day", typed.day),
        ("month", typed.month),
        ("year", typed.year),
        ("time", typed.time),
    ];
    let boxes = boxes.into_iter().enumerate().map(|(at, (part, value))| {
        let id = if at == 0 {
            filled.id().to_owned()
        } else {
            filled.id_of(part)
        };
        view! {
            <div>
                <label for=id.clone()>{words::say(&format!("form-moment-{part}"))}</label>
                <input
                    type="text" id=id name=filled.name(part) value=value dir="ltr"
                    inputmode=if part == "time" { "text" } else { "numeric" } autocomplete="off"
                    aria-invalid=filled.invalid()
                />
            </div>
        }
    });
    let boxes = boxes.collect_view();
    view! { <Grouped filled><div class="date">{boxes}</div></Grouped> }
}
