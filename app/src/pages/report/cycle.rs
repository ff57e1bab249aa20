//! A cycle a State takes part in, where its report is begun.
//!
//! Where a report is there that could still stand, the lightest way comes first: one confirmation, and nothing else on
//! the way to the national authority but the button that sends it.

use super::{day, due, reports::to_do};
use crate::{
    api::reports::BeginReport,
    components::{form::Offer, plain::again, tags::StageTag},
    pages::{
        cycles::extension::{MoreTime, MoreTimeSummary},
        load::{Found, load},
        shell::PageTitle,
    },
    portal::{
        cycles::extensions::ExtensionSeen,
        reporting::cycles::{Begun, CyclePageSeen},
    },
    routes, words,
};
use domain::{cycle::CycleYear, ids::FilingReference, questionnaire::Depth, report::Tier};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    year: CycleYear,
    refused: Option<String>,
}

/// A cycle: begin its report, or go on with it.
#[component]
pub fn CyclePage() -> impl IntoView {
    let cycle = load(|portal, Address { year, refused }| async move {
        let time = portal.extension_seen(year, again(refused.as_deref())).await?;
        Ok((portal.report_cycle(year).await?, time))
    });
    view! { <Found of=cycle let:page><Page seen=page.0 time=page.1/></Found> }
}

#[component]
fn Page(mut seen: CyclePageSeen, time: ExtensionSeen) -> impl IntoView {
    let year = seen.cycle.year.to_string();
    let begun = seen.cycle.begun.take();
    let now = begun.is_none().then(|| to_do(&seen.cycle, seen.may_begin));
    let conference = seen.cycle.conference.clone().map(|conference| {
        let of = [
            ("name", &*conference.name),
            ("place", &*conference.place),
            ("day", &*day(conference.date)),
        ];
        view! { <p>{words::say_with("report-conference", &of)}</p> }
    });
    let closes = [("day", &*day(seen.cycle.closes.falls)), ("zone", &*seen.cycle.zone)];
    let summary = view! { <MoreTimeSummary seen=&time/> };
    view! {
        {summary}
        <p class="eyebrow"><a href=routes::REPORTS>{words::say("reports-title")}</a></p>
        <PageTitle text=words::say_with("report-title", &[("year", &year)])/>
        <p class="lede">{due(&seen.cycle.due, &seen.cycle.zone)}</p>
        {now.map(|now| view! { <p>{now}</p> })}
        <p class="meta">{words::say_with("report-closes", &closes)}</p>
        {conference}
        {begun.map(|begun| view! { <GoOn begun/> })}
        {seen.may_begin.then(|| view! { <Begin seen/> })}
        <h2>{words::say("time-title")}</h2>
        <MoreTime seen=time/>
    }
}

#[component]
fn GoOn(begun: Begun) -> impl IntoView {
    let tier = begun.tier.map(|tier| words::say(&format!("tier-{}", tier.code())));
    view! {
        <p>
            <span class="ref">{begun.reference.to_string()}</span>" "<StageTag stage=begun.stage/>" "
            {tier}
        </p>
        <p class="buttons"><a class="btn" href=routes::filing(&begun.reference)>{words::say("report-go-on")}</a></p>
    }
}

#[component]
fn Begin(seen: CyclePageSeen) -> impl IntoView {
    let hidden = Hidden {
        year: seen.cycle.year.to_string(),
        key: seen.key.to_string(),
        by: seen.by.to_string(),
    };
    let since = seen.terms.last.as_ref().map(|last| last.cycle);
    let asked = |depth| seen.terms.questionnaire.asked(depth, &seen.terms.about).count();
    let counts = Depth::ALL.map(|depth| (depth, asked(depth)));
    let last = seen.last.clone();
    let forms = hidden.clone();
    view! {
        {since.map(|since| view! { <NothingNew hidden since last/> })}
        <h2>{words::say("report-something")}</h2>
        <p>{words::say(if since.is_some() { "report-something-carried" } else { "report-something-first" })}</p>
        <form method="post" action=BeginReport::PATH>
            <HiddenFields hidden=forms/>
            <Forms counts/>
            <div class="buttons"><button class="btn">{words::say("new-begin")}</button></div>
        </form>
    }
}

/// What every form of the page carries.
#[derive(Clone)]
struct Hidden {
    year: String,
    key: String,
    by: String,
}

#[component]
fn HiddenFields(hidden: Hidden) -> impl IntoView {
    view! {
        <input type="hidden" name="year" value=hidden.year/>
        <input type="hidden" name="key" value=hidden.key/>
        <input type="hidden" name="by" value=hidden.by/>
    }
}

/// One confirmation, which names the report it refers to.
#[component]
fn NothingNew(hidden: Hidden, since: CycleYear, last: Option<FilingReference>) -> impl IntoView {
    let of = since.to_string();
    let link = last.map(|last| {
        let name = words::say_with("report-title", &[("year", &of)]);
        view! { <p><a href=routes::filing(&last)>{name}</a>" "<span class="ref">{last.to_string()}</span></p> }
    });
    let label = words::say_with("report-since-confirm", &[("year", &of)]);
    view! {
        <section aria-labelledby="nothing-new">
            <h2 id="nothing-new">{words::say_with("report-since-heading", &[("year", &of)])}</h2>
            <p>{words::say("report-since-explained")}</p>
            {link}
            <form method="post" action=BeginReport::PATH>
                <HiddenFields hidden/>
                <input type="hidden" name="tier" value=Tier::NothingNew.code()/>
                <Offer kind="checkbox" id="since".to_owned() name="since".to_owned() value=of.clone() checked=false>
                    {label}
                </Offer>
                <div class="buttons"><button class="btn">{words::say("report-since-begin")}</button></div>
            </form>
        </section>
    }
}

/// The two forms, with how much each asks.
#[component]
fn Forms(counts: [(Depth, usize); 2]) -> impl IntoView {
    let radios = counts.into_iter().enumerate().map(|(at, (depth, number))| {
        let code = depth.code();
        let id = if at == 0 {
            "tier".to_owned()
        } else {
            format!("tier-{code}")
        };
        let hint = words::say_with(&format!("report-tier-{code}-asks"), &[("number", &number.to_string())]);
        view! {
            <Offer
                kind="radio" id name="tier".to_owned() value=code.to_owned() checked=depth == Depth::Short
                hint=Some(hint)
            >
                {words::say(&format!("tier-{code}"))}
            </Offer>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{words::say("report-tier")}</legend>
            <p class="hint">{words::say("report-tier-hint")}</p>
            {radios.collect_view()}
        </fieldset>
    }
}
