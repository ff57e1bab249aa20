//! Filings in a list: reference and date first, then the title, then where each stands.

use crate::{components::tags::StageTag, portal::ports::FilingLine, routes, words};
use leptos::prelude::*;

/// The lines of a list of filings.
#[component]
pub fn FilingList(
    /// Id of the list, for a filter above it.
    id: &'static str,
    /// The filings.
    lines: Vec<FilingLine>,
) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <Line line/> });
    view! { <ul class="list" id=id>{lines.collect_view()}</ul> }
}

#[component]
fn Line(line: FilingLine) -> impl IntoView {
    let href = routes::filing(&line.reference);
    let dir = words::direction(&line.language);
    let title = if let Some(cycle) = line.cycle {
        let name = words::say_with("filings-report", &[("cycle", &cycle.to_string())]);
        view! { <a href=href>{name}</a> }.into_any()
    } else if line.title.trim().is_empty() {
        view! { <a href=href>{words::say("filings-untitled")}</a> }.into_any()
    } else {
        view! { <a href=href lang=line.language dir=dir>{line.title}</a> }.into_any()
    };
    let audience = line.audience.map(words::audience);
    view! {
        <li>
            <p class="ref">
                <span>{line.reference.to_string()}</span>
                <time datetime=words::machine_time(line.since)>{words::day(line.since)}</time>
            </p>
            <div>{title}{audience.map(|audience| view! { <p class="meta">{audience}</p> })}</div>
            <StageTag stage=line.stage/>
        </li>
    }
}
