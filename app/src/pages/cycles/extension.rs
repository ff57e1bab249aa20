//! More time, as a part of a page of a State's reports: when its report is due there, what became of its request, and the
//! form to ask with. Only the State's own people and the secretariat ever read any of it.

use super::running::{due, outcome};
use crate::{
    api::cycles::AskTime,
    components::{
        form::ErrorSummary,
        plain::{Area, Line, links, wrong},
    },
    portal::cycles::extensions::{Asking, ExtensionSeen},
    words,
};
use domain::{
    cycle::{CycleYear, Extension, Phase},
    note::{NOTE_MAX, Note},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// When the report of a State is due, and its request for more time.
#[component]
pub fn MoreTime(
    /// What [`extension_seen`](crate::portal::Portal::extension_seen) found.
    seen: ExtensionSeen,
) -> impl IntoView {
    let ExtensionSeen {
        cycle,
        due: when,
        closes,
        phase,
        latest,
        asking,
    } = seen;
    let taken = match phase {
        Phase::NotYet | Phase::Open => words::say_with("time-taken-until", &[("at", &words::minute(closes))]),
        Phase::Closed => words::say("time-over"),
    };
    view! {
        <p>{words::say_with("time-due", &[("when", &due(&when))])}" "{taken}</p>
        {latest.map(|latest| view! { <Latest latest/> })}
        {asking.map(|asking| view! { <Ask cycle asking/> })}
    }
}

/// What is wrong with a request that was refused, for the head of the page.
#[component]
pub fn MoreTimeSummary<'a>(
    /// The same.
    seen: &'a ExtensionSeen,
) -> impl IntoView + use<> {
    let mistakes = seen.asking.as_ref().map(|asking| links(&asking.mistakes));
    view! { <ErrorSummary links=mistakes.unwrap_or_default()/> }
}

#[component]
fn Latest(latest: Extension) -> impl IntoView {
    let said = |id: &str, note: &Note| {
        view! {
            <p class="meta">{words::say(id)}</p>
            <blockquote dir="auto">{note.as_str().to_owned()}</blockquote>
        }
    };
    view! {
        <p>{outcome(&latest)}</p>
        {said("time-own-reason", &latest.reason)}
        {latest.words().map(|words| said("time-words", words))}
    }
}

#[component]
fn Ask(cycle: CycleYear, asking: Asking) -> impl IntoView {
    let Asking { form, mistakes, by } = asking;
    let is_open = !mistakes.is_empty();
    view! {
        <details open=is_open>
            <summary>{words::say("time-ask")}</summary>
            <p>{words::say("time-ask-what")}</p>
            <form method="post" action=AskTime::url()>
                <input type="hidden" name="year" value=cycle.to_string()/>
                <input type="hidden" name="by" value=by.to_string()/>
                <Line
                    field="until" name="form[until]" value=form.until area="prepare" error=wrong(&mistakes, "until")
                />
                <Area
                    field="reason" name="form[reason]" value=form.reason area="prepare" limit=NOTE_MAX
                    error=wrong(&mistakes, "reason")
                />
                <p class="buttons"><button class="btn btn--quiet">{words::say("time-ask-button")}</button></p>
            </form>
        </details>
    }
}
