//! One State's public report: its own words, by section of its questionnaire or in the order of another instrument.

use super::{
    notices::{NoAssessment, tier},
    views::{InAnotherOrder, InItsOwnOrder, Orders},
};
use crate::{
    components::printed::order_called,
    pages::{
        load::{Found, load},
        public::{
            as_data::{AsData, Public},
            state_name,
        },
        shell::PageTitle,
    },
    portal::progress::{
        self,
        reports::{ReportSeen, Standing, Words},
    },
    routes, words,
};
use domain::{crosswalk::View, cycle::CycleYear, ids::Timestamp, state::StateCode};
use leptos::prelude::*;
use leptos_router::params::Params;

#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    year: CycleYear,
    state: StateCode,
    by: Option<String>,
}

/// What stands above every such page.
#[derive(Clone, Debug)]
struct Head {
    cycle: CycleYear,
    state: StateCode,
    name: String,
    published: Timestamp,
}

/// One State's public report.
#[component]
pub fn ReportPage() -> impl IntoView {
    let report = load(|portal, Address { year, state, by }| async move {
        Ok((portal.public_report(year, state).await?, order_called(by.as_deref())?))
    });
    view! {
        <Found of=report let:found>
            {
                let (seen, by) = found;
                view! { <Page seen by/> }
            }
        </Found>
    }
}

#[component]
fn Page(seen: ReportSeen, #[prop(optional_no_strip)] by: Option<View>) -> impl IntoView {
    let head = Head {
        cycle: seen.cycle,
        state: seen.state.code,
        name: state_name(&seen.state),
        published: seen.published,
    };
    match seen.standing {
        Standing::Public(words) => view! { <Stands head words=*words by/> }.into_any(),
        Standing::Withdrawn { at } => view! { <Gone head at/> }.into_any(),
    }
}

#[component]
fn Above(head: Head, #[prop(optional_no_strip)] by: Option<View>) -> impl IntoView {
    let year = head.cycle.to_string();
    let title = words::say_with("public-report-title", &[("state", &head.name), ("year", &year)]);
    let window = by.map(|by| format!("{title}, {}", words::say(&format!("report-by-{}", by.code()))));
    view! {
        <p class="eyebrow">
            <a href=routes::cycle(head.cycle)>{words::say_with("cycle-title", &[("year", &year)])}</a>
            <time datetime=words::machine_time(head.published)>
                {words::say_with("public-report-published", &[("day", &words::day(head.published))])}
            </time>
        </p>
        <PageTitle text=title window/>
        <NoAssessment/>
    }
}

#[component]
fn Stands(head: Head, words: Words, #[prop(optional_no_strip)] by: Option<View>) -> impl IntoView {
    let Words {
        report,
        questionnaire,
        commitments,
    } = words;
    let disclosure = report.report.clone();
    let (cycle, state) = (head.cycle, head.state);
    let said = match (questionnaire, progress::since(&disclosure)) {
        (_, Some(since)) => view! { <NothingNew head=head.clone() since is_public=report.since.is_some()/> }.into_any(),
        (None, None) => view! { <p class="empty">{words::say("report-questions-gone")}</p> }.into_any(),
        (Some(questionnaire), None) => {
            let orders = view! { <Orders cycle state by/> };
            let report = disclosure.clone();
            match by {
                None => view! { {orders}<InItsOwnOrder report questionnaire/> }.into_any(),
                Some(view) => view! { {orders}<InAnotherOrder view report questionnaire commitments/> }.into_any(),
            }
        }
    };
    view! {
        <article>
            <Above head=head.clone() by/>
            <p class="lede">{tier(disclosure.tier())}</p>
            {said}
            <p><a href=routes::history(state)>{words::say("report-history")}</a></p>
            <Citation head hash=disclosure.hash().to_string()/>
            <AsData of=Public::Report(cycle, state, by)/>
        </article>
    }
}

/// That what was said before still stands, and where to read it.
#[component]
fn NothingNew(head: Head, since: CycleYear, is_public: bool) -> impl IntoView {
    let year = since.to_string();
    let says = words::say_with("public-report-nothing-new", &[("state", &head.name), ("year", &year)]);
    let read = if is_public {
        let read = words::say_with("public-report-nothing-new-read", &[("year", &year)]);
        view! { <a href=routes::public_report(since, head.state)>{read}</a> }.into_any()
    } else {
        words::say("public-report-nothing-new-gone").into_any()
    };
    view! { <p>{says}</p><p>{read}</p> }
}

#[component]
fn Citation(head: Head, hash: String) -> impl IntoView {
    let (year, day) = (head.cycle.to_string(), words::day(head.published));
    let citation = words::say_with(
        "report-citation",
        &[("state", &head.name), ("year", &year), ("day", &day)],
    );
    view! {
        <section>
            <h2>{words::say("report-cite")}</h2>
            <p>{citation}</p>
            <p class="meta">{words::say("report-hash")}" "<code>{hash}</code></p>
        </section>
    }
}

/// What is left of a report its State withdrew: State, cycle, dates.
#[component]
fn Gone(head: Head, at: Timestamp) -> impl IntoView {
    let (cycle, state) = (head.cycle, head.state);
    let withdrawn = words::say_with("report-withdrawn", &[("state", &head.name), ("day", &words::day(at))]);
    view! {
        <article>
            <Above head/>
            <p class="lede">{withdrawn}</p>
            <AsData of=Public::Report(cycle, state, None)/>
        </article>
    }
}
