//! An open cycle, as the secretariat follows it: who reported when, when each State has to, and who asks for more time.
//! Lateness stands on this page and on the State's own, and nowhere else.

use super::{cycle::PlanFacts, edition::said, fact, name_of};
use crate::{
    api::cycles::{GrantTime, RefuseTime},
    components::{form::ErrorSummary, people::state_name},
    pages::public::progress::day,
    portal::cycles::{
        RefusedWords,
        extensions::DecisionWords,
        running::{RunningSeen, StateInCycle},
    },
    words,
};
use domain::{
    calendar::Due,
    cycle::{CycleYear, Extension, Lateness, Outcome, Phase},
    note::NOTE_MAX,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// The names of the boxes for words beside a yes and beside a no.
const GRANT: &str = "words";
const REFUSE: &str = "why";

/// A cycle that was opened.
#[component]
pub fn Running(
    /// It, and how each State stands in it.
    seen: RunningSeen,
) -> impl IntoView {
    let RunningSeen {
        cycle,
        figure,
        states,
        names,
        may_decide,
        by,
    } = seen;
    let (planner, opener) = (name_of(&names, cycle.proposed_by), name_of(&names, cycle.opened_by));
    let wrong: Vec<_> = states.iter().flat_map(wrong_words).collect();
    let reported = states.iter().filter(|line| line.reported.is_some()).count().to_string();
    let number = states.len().to_string();
    let (waiting, by) = (
        waiting(&states, cycle.year(), may_decide, &by.to_string()),
        words::minute(cycle.opened),
    );
    let stage = stage(figure.is_some());
    view! {
        <ErrorSummary links=wrong/>
        <p><span class="tag">{words::say(stage)}</span></p>
        <PlanFacts plan=cycle.plan().clone()/>
        <dl class="answers">
            {fact("plan-by", planner)}
            {fact("running-opened", words::say_with("prepare-by-at", &[("name", &opener), ("at", &by)]))}
            {figure.map(|figure| fact("running-closed", words::minute(figure.at())))}
        </dl>
        {waiting}
        <h2>{words::say("running-states")}</h2>
        <p>{words::say_with("running-reported", &[("reported", &reported), ("number", &number)])}</p>
        <p class="notice-line">{words::say("running-inside")}</p>
        <States states/>
    }
}

/// The message that says where a cycle stands that was opened.
pub(super) const fn stage(is_closed: bool) -> &'static str {
    if is_closed {
        "cycle-stage-closed"
    } else {
        "cycle-stage-opened"
    }
}

/// What is wrong with words beside a decision, and where they stand.
fn wrong_words(line: &StateInCycle) -> impl Iterator<Item = (String, String)> {
    let boxes = [(GRANT, &line.words.granting), (REFUSE, &line.words.refusing)];
    boxes.into_iter().filter_map(|(purpose, words)| {
        let words = words.as_ref()?;
        Some((format!("#{purpose}-{}", line.state.code), said(words.why)))
    })
}

/// What waits for a decision.
fn waiting(states: &[StateInCycle], year: CycleYear, may_decide: bool, by: &str) -> Option<AnyView> {
    let asked: Vec<_> = states
        .iter()
        .filter(|line| line.is_waiting())
        .filter_map(|line| {
            let extension = line.extension.clone()?;
            let (state, words) = (state_name(&line.state), line.words.clone());
            Some(view! { <Asked extension state year may_decide by=by.to_owned() words/> })
        })
        .collect();
    (!asked.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words::say("running-waiting")}</h2>
                {asked}
            </section>
        }
        .into_any()
    })
}

#[component]
fn Asked(
    extension: Extension,
    state: String,
    year: CycleYear,
    may_decide: bool,
    by: String,
    words: DecisionWords,
) -> impl IntoView {
    let code = extension.state.to_string();
    let (until, asked) = (day(extension.until), words::minute(extension.asked));
    let values = [("state", &*state), ("until", &until), ("at", &asked)];
    let hidden = {
        let (year, code) = (year.to_string(), code.clone());
        move || {
            view! {
                <input type="hidden" name="year" value=year.clone()/>
                <input type="hidden" name="state" value=code.clone()/>
                <input type="hidden" name="by" value=by.clone()/>
            }
        }
    };
    view! {
        <article>
            <h3>{words::say_with("running-asked", &values)}</h3>
            <blockquote dir="auto">{extension.reason.as_str().to_owned()}</blockquote>
            {may_decide.then(|| view! {
                <form method="post" action=GrantTime::url()>
                    {hidden()}
                    <Words purpose=GRANT code=code.clone() refused=words.granting/>
                    <p class="buttons"><button class="btn">{words::say("running-grant")}</button></p>
                </form>
                <form method="post" action=RefuseTime::url()>
                    {hidden()}
                    <Words purpose=REFUSE code refused=words.refusing/>
                    <p class="buttons"><button class="btn btn--quiet">{words::say("running-refuse")}</button></p>
                </form>
            })}
        </article>
    }
}

/// What the reviewer says to the State beside a decision: only a no has to give a reason.
#[component]
fn Words(
    purpose: &'static str,
    code: String,
    #[prop(optional_no_strip)] refused: Option<RefusedWords>,
) -> impl IntoView {
    let (id, error_id) = (format!("{purpose}-{code}"), format!("{purpose}-{code}-error"));
    let error = refused.as_ref().map(|refused| said(refused.why));
    let text = refused.map(|refused| refused.text).unwrap_or_default();
    let is_wrong = error.is_some();
    view! {
        <div class="field" class:field--wrong=is_wrong>
            <label for=id.clone()>{words::say(&format!("running-{purpose}"))}</label>
            {error.map(|error| view! { <p class="error" id=error_id.clone()>{error}</p> })}
            <textarea
                id=id name=purpose rows="3" dir="auto" required=purpose == REFUSE maxlength=NOTE_MAX.to_string()
                aria-describedby=is_wrong.then_some(error_id) aria-invalid=is_wrong.then_some("true")
            >{format!("\n{text}")}</textarea>
        </div>
    }
}

#[component]
fn States(states: Vec<StateInCycle>) -> impl IntoView {
    let heads = ["running-state", "running-due", "running-first-reported", "running-time"];
    let lines = states.into_iter().map(|line| {
        let reported = line.reported.map_or_else(|| not_reported(&line), words::minute);
        let late = (line.lateness == Some(Lateness::Late))
            .then(|| view! { " "<span class="tag">{words::say("running-late")}</span> });
        view! {
            <tr>
                <th scope="row">{state_name(&line.state)}</th>
                <td>{due(&line.due)}</td>
                <td>{reported}{late}</td>
                <td>{line.extension.as_ref().map(outcome)}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll" role="region" aria-label=words::say("running-states") tabindex="0">
            <table>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{words::say(head)}</th> })}</tr></thead>
                <tbody>{lines.collect_view()}</tbody>
            </table>
        </div>
    }
}

fn not_reported(line: &StateInCycle) -> String {
    words::say(match line.phase {
        Phase::Closed => "running-not-reported",
        Phase::NotYet | Phase::Open => "running-not-yet",
    })
}

/// When something is due in a State; where the day was moved, that it was.
pub(super) fn due(due: &Due) -> String {
    let falls = day(due.falls);
    if due.is_moved() {
        words::say_with("due-moved", &[("day", &falls), ("set", &day(due.set))])
    } else {
        words::say_with("due-at-end", &[("day", &falls)])
    }
}

/// What came of a request for more time.
pub(super) fn outcome(extension: &Extension) -> String {
    let code = match extension.outcome {
        Outcome::Waiting => "waiting",
        Outcome::Granted { .. } => "granted",
        Outcome::Refused { .. } => "refused",
    };
    words::say_with(&format!("time-{code}"), &[("until", &day(extension.until))])
}
