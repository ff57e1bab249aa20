//! Narrowing a long list that is already on the page.

use leptos::prelude::*;

/// A search box above a list: only the lines that hold what is typed stay.
///
/// Nothing is asked of the server, and nothing leaves the page. Where scripts do not run there is no box.
#[cfg(feature = "ssr")]
#[component]
pub fn ListFilter(
    /// Id of the list, whose children are its lines.
    list: &'static str,
    /// What the box asks for.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let shown = crate::words::say_with("filter-shown", &[("shown", "{0}"), ("all", "{1}")]);
    view! {
        <div data-list=list data-label=label data-shown=shown>
            <Filter/>
        </div>
    }
}

#[island]
fn Filter() -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let (label, said) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let place = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(move |place| browser::follow(place.into(), typed, label, said));
    view! {
        <div class="filter" hidden=move || label.get().is_empty() node_ref=place>
            <label class="field">
                {move || label.get()}
                <input type="search" on:input=move |event| typed.set(event_target_value(&event))/>
            </label>
            <p class="meta" role="status">{move || said.get()}</p>
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use super::super::told;
    use leptos::prelude::*;
    use web_sys::Element;

    /// Shows the box, and narrows the list at every key.
    pub fn follow(place: Element, typed: RwSignal<String>, label: RwSignal<String>, said: RwSignal<String>) {
        let Some(list) = document().get_element_by_id(&told(&place, "list")) else {
            return;
        };
        let shown = told(&place, "shown");
        label.set(told(&place, "label"));
        Effect::new(move |_| {
            let (kept, all) = narrow(&list, &typed.get().to_lowercase());
            said.set(shown.replace("{0}", &kept.to_string()).replace("{1}", &all.to_string()));
        });
    }

    /// Hides the lines that do not hold `wanted`, and says how many stay of how many.
    fn narrow(list: &Element, wanted: &str) -> (usize, usize) {
        let (mut kept, mut all) = (0, 0);
        let mut next = list.first_element_child();
        while let Some(line) = next {
            let holds = line.text_content().unwrap_or_default().to_lowercase().contains(wanted);
            let _ = if holds {
                line.remove_attribute("hidden")
            } else {
                line.set_attribute("hidden", "")
            };
            kept += usize::from(holds);
            all += 1;
            next = line.next_element_sibling();
        }
        (kept, all)
    }
}
