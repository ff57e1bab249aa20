//! How many characters are left, while typing.

use leptos::prelude::*;

/// Says below a text field how many characters may still be typed into it, or how many are too many.
///
/// It counts what the domain counts, Unicode scalar values, and stops nobody: too much is kept, and judged later.
#[cfg(feature = "ssr")]
#[component]
pub fn CharacterCount(
    /// Id of the text field.
    field: &'static str,
    /// How many characters it may hold.
    limit: usize,
) -> impl IntoView {
    let with_gap = |id| crate::words::say_with(id, &[("count", "{0}")]);
    view! {
        <div data-count=field data-limit=limit data-left=with_gap("count-left") data-over=with_gap("count-over")>
            <Counter/>
        </div>
    }
}

#[island]
fn Counter() -> impl IntoView {
    let said = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(move |place| browser::follow(&place, said));
    view! { <p class="counter" role="status" node_ref=place>{move || said.get()}</p> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use super::super::told;
    use leptos::{
        prelude::*,
        wasm_bindgen::{JsCast, closure::Closure},
    };
    use web_sys::{Element, HtmlTextAreaElement};

    /// Says it now and at every key.
    pub fn follow(place: &Element, said: RwSignal<String>) {
        let field = document().get_element_by_id(&told(place, "count"));
        let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else {
            return;
        };
        let limit: usize = told(place, "limit").parse().unwrap_or_default();
        let (left, over) = (told(place, "left"), told(place, "over"));
        let typed = field.clone();
        let say = move || {
            let written = typed.value().chars().count();
            let sentence = if written > limit { &over } else { &left };
            said.set(sentence.replace("{0}", &written.abs_diff(limit).to_string()));
        };
        say();
        let listener = Closure::<dyn Fn()>::new(say).into_js_value();
        let _ = field.add_event_listener_with_callback("input", listener.unchecked_ref());
    }
}
