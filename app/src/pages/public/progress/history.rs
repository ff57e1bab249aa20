//! A State's public reports over the years, and how each answer changed.

use super::notices::{NoAssessment, tier};
use crate::{
    components::{answers::reported::ReportedAnswer, report::InIts},
    pages::{
        load::{Found, load},
        public::{
            as_data::{AsData, Public},
            state_name,
        },
        shell::PageTitle,
    },
    portal::{
        ports::{PublishedReport, ReportStanding},
        progress::{
            self,
            history::{Changed, Changes, HistorySeen},
        },
    },
    routes, words,
};
use domain::{carry::Change, cycle::CycleYear, state::StateCode};
use leptos::prelude::*;
use leptos_router::params::Params;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    code: StateCode,
    year: Option<CycleYear>,
}

/// A State's history.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let history = load(|portal, Address { code, year }| async move { portal.public_history(code, year).await });
    view! { <Found of=history let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: HistorySeen) -> impl IntoView {
    let HistorySeen {
        state,
        reports,
        compared,
        changes,
    } = seen;
    let name = state_name(&state);
    let title = words::say_with("history-title", &[("state", &name)]);
    let window = changes.as_ref().map(|changes| format!("{title}, {}", changes.now));
    view! {
        <p class="eyebrow"><a href=routes::participant(state.code)>{name}</a></p>
        <PageTitle text=title window/>
        <p class="lede">{words::say("history-lede")}</p>
        <NoAssessment/>
        <h2>{words::say("history-reports")}</h2>
        <ReportLines reports/>
        {match changes {
            Some(changes) => view! { <WhatChanged state=state.code compared changes/> }.into_any(),
            None => view! { <p class="empty">{words::say("history-none")}</p> }.into_any(),
        }}
        <AsData of=Public::History(state.code)/>
    }
}

/// The section of a State's page that leads to its reports; nothing where it published none.
#[component]
pub fn ReportsOfState(
    /// The State.
    state: StateCode,
    /// Its reports, the latest first.
    reports: Vec<PublishedReport>,
) -> impl IntoView {
    (!reports.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words::say("participant-reports")}</h2>
                <NoAssessment/>
                <ReportLines reports/>
                <p><a href=routes::history(state)>{words::say("participant-reports-all")}</a></p>
            </section>
        }
    })
}

#[component]
fn ReportLines(reports: Vec<PublishedReport>) -> impl IntoView {
    let lines = reports.into_iter().map(|report| {
        let said = match &report.standing {
            ReportStanding::Public(words) => match progress::since(words) {
                Some(since) => words::say_with("history-nothing-new", &[("year", &since.to_string())]),
                None => tier(words.tier()),
            },
            ReportStanding::Withdrawn { at } => words::say_with("history-withdrawn", &[("day", &words::day(*at))]),
        };
        let title = words::say_with("cycle-title", &[("year", &report.cycle.to_string())]);
        view! {
            <li>
                <div class="ref">
                    <time datetime=words::machine_time(report.published)>{words::day(report.published)}</time>
                </div>
                <div>
                    <h3><a href=routes::public_report(report.cycle, report.state)>{title}</a></h3>
                    <p class="meta">{said}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="list">{lines.collect_view()}</ul> }
}

#[component]
fn WhatChanged(state: StateCode, compared: Vec<CycleYear>, changes: Changes) -> impl IntoView {
    let Changes { now, then, answers } = changes;
    let (this, before) = (now.to_string(), then.to_string());
    let link = |year: CycleYear| {
        let current = (year == now).then_some("page");
        view! { <li><a href=format!("{}#changes", routes::history_of(state, year)) aria-current=current>{year.to_string()}</a></li> }
    };
    let said = match answers {
        None => view! { <p class="empty">{words::say("history-not-of-one-line")}</p> }.into_any(),
        Some(answers) => view! { <Answers answers now then/> }.into_any(),
    };
    view! {
        <section aria-labelledby="changes">
            <h2 id="changes">{words::say_with("history-changes", &[("now", &this), ("then", &before)])}</h2>
            <nav class="on-this-page" aria-label=words::say("history-choose")>
                <ul>{compared.into_iter().map(link).collect_view()}</ul>
            </nav>
            {said}
        </section>
    }
}

/// What changed, kind by kind; last what stayed the same.
#[component]
fn Answers(answers: Vec<Changed>, now: CycleYear, then: CycleYear) -> impl IntoView {
    const ORDER: [Change; 5] = [
        Change::Changed,
        Change::New,
        Change::Gone,
        Change::NoLongerAsked,
        Change::Same,
    ];
    let of = |kind: Change| {
        let these: Vec<_> = answers.iter().filter(|one| one.change == kind).cloned().collect();
        (!these.is_empty()).then(|| view! { <OfKind kind answers=these now then/> })
    };
    ORDER.map(of).collect_view()
}

#[component]
fn OfKind(kind: Change, answers: Vec<Changed>, now: CycleYear, then: CycleYear) -> impl IntoView {
    let number = words::say_with("history-count", &[("number", &answers.len().to_string())]);
    let heading = words::say(&format!("change-{}", kind.code()));
    let rows = answers
        .into_iter()
        .map(|answer| view! { <InBothYears answer now then/> })
        .collect_view();
    view! {
        <h3>{heading}" "<small class="meta">{number}</small></h3>
        <dl class="answers changes">{rows}</dl>
    }
}

/// One question, with what was to be read then and what is now. What is the same is said once.
#[component]
fn InBothYears(answer: Changed, now: CycleYear, then: CycleYear) -> impl IntoView {
    let Changed {
        language,
        then: before,
        now: after,
        change,
    } = answer;
    let asked = after
        .as_ref()
        .or(before.as_ref())
        .map(|(question, _)| question.text.clone());
    let asked = asked.map(|text| view! { <InIts language text/> });
    let year = |year: CycleYear| view! { <dd class="meta">{year.to_string()}</dd> };
    let before = before.filter(|_| change != Change::Same).map(|(question, answer)| {
        view! { {year(then)}<ReportedAnswer question answer/> }
    });
    let after = after.map(|(question, answer)| {
        view! { {(change != Change::Same).then(|| year(now))}<ReportedAnswer question answer/> }
    });
    view! { <div><dt>{asked}</dt>{before}{after}</div> }
}
