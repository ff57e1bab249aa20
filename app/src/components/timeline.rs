//! What happened to a filing, as its reader may know it: colleagues by name, the other side by its office.

use super::about::Places;
use crate::{portal::reading::EntrySeen, words};
use domain::timeline::Office;
use leptos::prelude::*;

/// The entries, oldest first.
#[component]
pub fn TimelineList(
    /// What happened.
    entries: Vec<EntrySeen>,
    /// What questions can be about.
    places: Places,
) -> impl IntoView {
    let entries = entries
        .into_iter()
        .map(|seen| view! { <Happened seen places=&places/> });
    view! { <ol class="timeline">{entries.collect_view()}</ol> }
}

#[component]
fn Happened<'a>(seen: EntrySeen, places: &'a Places) -> impl IntoView + use<> {
    let entry = seen.entry;
    let on = entry.on.as_ref().map(|place| places.name(place));
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
            {entry.note.map(|note| view! { <Words text=note on/> })}
        </li>
    }
}

/// What one side wrote to the other, and about what.
#[component]
pub fn Words(
    /// The words.
    text: String,
    /// What the place is called they are about, where that is not the whole.
    on: Option<String>,
) -> impl IntoView {
    let about = on.map(|name| words::say_with("timeline-about", &[("field", &name)]));
    view! {
        <blockquote class="question" dir="auto">
            {about.map(|about| view! { <p class="meta">{about}</p> })}
            {text}
        </blockquote>
    }
}
