//! From one page of a long list to the next.

use crate::words;
use leptos::prelude::*;

/// Links to the pages before and after; nothing where there is only one.
#[component]
pub fn Pager(
    /// Which page this is, from 1.
    page: u32,
    /// How many there are.
    pages: u32,
    /// The address of the list, with its other parameters.
    #[prop(into)]
    path: String,
) -> impl IntoView {
    let mark = if path.contains('?') { '&' } else { '?' };
    let link = move |to: u32, rel: &'static str| {
        (1..=pages).contains(&to).then(|| {
            let name = words::say(&format!("pager-{rel}"));
            view! { <li><a href=format!("{path}{mark}page={to}") rel=rel>{name}</a></li> }
        })
    };
    (pages > 1).then(|| {
        let here = words::say_with(
            "pager-here",
            &[("page", &page.to_string()), ("pages", &pages.to_string())],
        );
        view! {
            <nav class="pager" aria-label=words::say("pager-name")>
                <ul>{link(page.saturating_sub(1), "prev")}<li><span>{here}</span></li>{link(page + 1, "next")}</ul>
            </nav>
        }
    })
}
