//! How many characters are left, while typing.

use leptos::prelude::*;

/// Says below a text field how many characters may still be typed into it, or how many are too many.
///
/// It counts what the domain counts, Unicode scalar values, and stops nobody: too much is kept, and judged later.
#[cfg(feature = "ssr")]
#[component]
pub fn CharacterCount(
    /// Id of the text field.
    #[prop(into)]
    field: String,
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

/// Seconds of rest after which the number is said to those who listen, rather than at every key.
#[cfg(feature = "hydrate")]
const REST: std::time::Duration = std::time::Duration::from_secs(1);

#[island]
fn Counter() -> impl IntoView {
    let (shown, said) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(move |place| browser::follow(&place, shown, said));
    view! {
        <p class="counter" aria-hidden="true" node_ref=place>{move || shown.get()}</p>
        <p class="visually-hidden" role="status">{move || said.get()}</p>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use super::{super::told, REST};
    use leptos::{
        leptos_dom::helpers::debounce,
        prelude::*,
        wasm_bindgen::{JsCast, closure::Closure},
    };
    use web_sys::{Element, HtmlTextAreaElement};

    /// Shows it now and at every key, and says it when typing rests.
    pub fn follow(place: &Element, shown: RwSignal<String>, said: RwSignal<String>) {
        let field = document().get_element_by_id(&told(place, "count"));
        let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) else {
            return;
        };
        let limit: usize = told(place, "limit").parse().unwrap_or_default();
        let (left, over) = (told(place, "left"), told(place, "over"));
        let typed = field.clone();
        let show = move || {
            let written = typed.value().chars().count();
            let sentence = if written > limit { &over } else { &left };
            shown.set(sentence.replace("{0}", &written.abs_diff(limit).to_string()));
        };
        show();
        let mut say = debounce(REST, move |()| said.set(shown.get_untracked()));
        let at_every_key = move || {
            show();
            say(());
        };
        let listener = Closure::<dyn FnMut()>::new(at_every_key).into_js_value();
        let _ = field.add_event_listener_with_callback("input", listener.unchecked_ref());
    }
}
