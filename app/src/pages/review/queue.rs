//! What waits for the secretariat, oldest first, with how long it has waited.

use crate::{
    components::{pager::Pager, tags::StageTag},
    pages::{
        load::{Found, load},
        public::state_name,
        shell::PageTitle,
    },
    portal::{ports::FilingLine, review::QueueSeen},
    routes, words,
};
use domain::ids::Timestamp;
use leptos::prelude::*;
use leptos_router::params::Params;

const DAY: i64 = 24 * 60 * 60;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    all: Option<u8>,
    page: Option<u32>,
}

/// What waits for the secretariat.
#[component]
pub fn QueuePage() -> impl IntoView {
    let queue =
        load(
            |portal, Address { all, page }| async move { portal.queue(all.is_some(), page.unwrap_or(1).max(1)).await },
        );
    view! {
        <Found of=queue let:seen>
            <PageTitle text=words::say(if seen.everything { "queue-title-all" } else { "queue-title" })/>
            <p class="lede">{words::say("queue-lede")}</p>
            <OtherList everything=seen.everything/>
            <Waiting seen/>
        </Found>
    }
}

#[component]
fn OtherList(everything: bool) -> impl IntoView {
    let (href, name) = if everything {
        (routes::QUEUE.to_owned(), "queue-only-waiting")
    } else {
        (format!("{}?all=1", routes::QUEUE), "queue-everything")
    };
    view! { <p><a href=href>{words::say(name)}</a></p> }
}

#[component]
fn Waiting(seen: QueueSeen) -> impl IntoView {
    let QueueSeen {
        filings,
        everything,
        names,
        now,
    } = seen;
    if filings.items.is_empty() {
        return view! { <p class="empty">{words::say("queue-empty")}</p> }.into_any();
    }
    let (page, pages) = (filings.page, filings.pages());
    let path = if everything {
        format!("{}?all=1", routes::QUEUE)
    } else {
        routes::QUEUE.to_owned()
    };
    let lines = filings.items.into_iter().map(|line| {
        let state = names.get(&line.reference.state).map(state_name).unwrap_or_default();
        view! { <Line line state now/> }
    });
    view! {
        <ul class="list">{lines.collect_view()}</ul>
        <Pager page pages path/>
    }
    .into_any()
}

#[component]
fn Line(line: FilingLine, state: String, now: Timestamp) -> impl IntoView {
    let reached = line.first_approved.unwrap_or(line.since);
    let days = (now.seconds_since(reached) / DAY).max(0).to_string();
    let reviewer = line
        .reviewer
        .map(|name| words::say_with("queue-reviewer", &[("name", &name)]));
    let audience = line.audience.map(words::audience);
    let meta: Vec<String> = [Some(state), audience, reviewer].into_iter().flatten().collect();
    let href = routes::filing(&line.reference);
    let title = if let Some(cycle) = line.cycle {
        let name = words::say_with("filings-report", &[("cycle", &cycle.to_string())]);
        view! { <a href=href>{name}</a> }.into_any()
    } else {
        let dir = words::direction(&line.language);
        view! { <a href=href lang=line.language dir=dir>{line.title}</a> }.into_any()
    };
    view! {
        <li>
            <div class="ref">
                <time datetime=words::machine_time(reached)>{words::say_with("queue-age", &[("days", &days)])}</time>
                <span>{line.reference.to_string()}</span>
            </div>
            <div>
                <h2>{title}</h2>
                <p class="meta">{meta.join(" · ")}</p>
            </div>
            <StageTag stage=line.stage/>
        </li>
    }
}
