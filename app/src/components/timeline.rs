//! What happened to a filing, as its reader may know it: colleagues by name, the other side by its office.

use crate::{portal::reading::EntrySeen, words};
use domain::{form::Field, timeline::Office};
use leptos::prelude::*;

/// The entries, oldest first.
#[component]
pub fn TimelineList(
    /// What happened.
    entries: Vec<EntrySeen>,
) -> impl IntoView {
    let entries = entries.into_iter().map(|seen| view! { <Happened seen/> });
    view! { <ol class="timeline">{entries.collect_view()}</ol> }
}

#[component]
fn Happened(seen: EntrySeen) -> impl IntoView {
    let entry = seen.entry;
    let who = seen.name.unwrap_or_else(|| match entry.office {
        Office::State(_) => words::say("office-state"),
        Office::Secretariat => words::say("office-secretariat"),
    });
    let what = words::say_with(&format!("action-{}.done", entry.action.code()), &[("who", &who)]);
    view! {
        <li>
            <time datetime=words::machine_time(entry.at)>{words::minute(entry.at)}</time>
            <p>{what}</p>
            {entry.alone.then(|| view! { <p class="meta">{words::say("timeline-alone")}</p> })}
            {entry.note.map(|note| view! { <Words text=note on=entry.on/> })}
        </li>
    }
}

/// What one side wrote to the other, and on which field.
#[component]
pub fn Words(
    /// The words.
    text: String,
    /// The field they are about, or the whole.
    on: Option<Field>,
) -> impl IntoView {
    let about = on.map(|field| words::say_with("timeline-about", &[("field", &words::label(field))]));
    view! {
        <blockquote class="question" dir="auto">
            {about.map(|about| view! { <p class="meta">{about}</p> })}
            {text}
        </blockquote>
    }
}
