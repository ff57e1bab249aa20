//! From one page of a long list to the next, and to its ends.

use crate::words;
use leptos::prelude::*;

/// Links to the pages before and after, and to the first and the last where those are others; nothing where there is
/// only one page.
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
    let link = |(to, name): (u32, &'static str)| {
        let rel = matches!(name, "prev" | "next").then_some(name);
        view! { <li><a href=address(&path, to) rel=rel>{words::say(&format!("pager-{name}"))}</a></li> }
    };
    let others = [
        (page > 1).then_some((page.saturating_sub(1), "prev")),
        (page < pages).then_some((page.saturating_add(1), "next")),
        (page > 2).then_some((1, "first")),
        (page.saturating_add(1) < pages).then_some((pages, "last")),
    ];
    let others = others.into_iter().flatten().map(link).collect_view();
    (pages > 1).then(|| {
        view! {
            <nav class="pager" aria-label=words::say("pager-name")>
                <ul><li><span>{here(page, pages)}</span></li>{others}</ul>
            </nav>
        }
    })
}

fn here(page: u32, pages: u32) -> String {
    words::say_with(
        "pager-here",
        &[("page", &page.to_string()), ("pages", &pages.to_string())],
    )
}

/// The title of a window that shows a page of a list: with which one, where there are several.
pub fn titled(list: String, page: u32, pages: u32) -> String {
    if pages > 1 {
        format!("{list}, {}", here(page, pages))
    } else {
        list
    }
}

/// The first page is the list itself.
fn address(path: &str, page: u32) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    if page > 1 {
        format!("{path}{mark}page={page}")
    } else {
        path.to_owned()
    }
}
