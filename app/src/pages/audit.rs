//! The audit log, as auditors read it: when, what, by whom, on what; by ids, and without a word of any filing.

use crate::{
    components::pager::Pager,
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::ports::{AuditLine, Event, Paged},
    routes, words,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which page of the log, from 1.
    page: Option<u32>,
}

/// The audit log, latest lines first.
#[component]
pub fn LogPage() -> impl IntoView {
    let page = load(|portal, Address { page }| async move { portal.log(page.unwrap_or(1)).await });
    view! {
        <Found of=page let:lines>
            <Log lines/>
        </Found>
    }
}

#[component]
fn Log(lines: Paged<AuditLine>) -> impl IntoView {
    let (page, pages) = (lines.page, lines.pages());
    let heads = ["log-at", "log-event", "log-by", "log-on"];
    view! {
        <PageTitle text=words::say("log-title")/>
        <p class="prose">{words::say("log-what")}</p>
        <div class="scroll" role="region" aria-label=words::say("log-title") tabindex="0">
            <table>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{words::say(head)}</th> })}</tr></thead>
                <tbody>{lines.items.into_iter().map(line).collect_view()}</tbody>
            </table>
        </div>
        <Pager page pages path=routes::LOG/>
    }
}

fn line(line: AuditLine) -> impl IntoView {
    let id = |id: Option<String>| id.map(|id| view! { <code>{id}</code> });
    view! {
        <tr>
            <td><time datetime=words::machine_time(line.at)>{words::second(line.at)}</time></td>
            <td>{event(&line.event)}</td>
            <td>{id(line.by.map(|person| person.to_string()))}</td>
            <td>{id(line.on)}</td>
        </tr>
    }
}

/// What happened. Of what was denied the codes are shown: they are what the log holds.
fn event(event: &Event) -> String {
    let id = format!("event-{}", event.code());
    match event {
        Event::Denied { action, refusal } => words::say_with(&id, &[("action", action), ("refusal", refusal)]),
        Event::Moved { action, from, to } => words::say_with(
            &id,
            &[
                ("action", &words::action(*action)),
                ("from", &words::stage(*from)),
                ("to", &words::stage(*to)),
            ],
        ),
        _ => words::say(&id),
    }
}
