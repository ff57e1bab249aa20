//! What is being prepared: versions of the questionnaire with where they stand, and cycles.

use super::{faults::RefusedFileBox, running, stage};
use crate::{
    api::cycles::{BeginQuestionnaire, BeginQuestionnaireWith},
    components::{
        form::ErrorSummary,
        plain::{Line, again, links, wrong},
        report::InIts,
    },
    pages::{
        load::{Found, load},
        public::progress::day,
        shell::PageTitle,
    },
    portal::cycles::{BeginSeen, OpenedCycle, PreparationSeen},
    routes, words,
};
use domain::{
    cycle::{Plan, Proposal},
    questionnaire::Edition,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Why a form on this page was refused, if it was.
    refused: Option<String>,
}

/// What is being prepared, and what was.
#[component]
pub fn PreparationPage() -> impl IntoView {
    let page = load(|portal, Address { refused }| async move { portal.preparation(again(refused.as_deref())).await });
    view! { <Found of=page let:seen><Page seen/></Found> }
}

#[component]
fn Page(seen: PreparationSeen) -> impl IntoView {
    let PreparationSeen {
        editions,
        planned,
        cycles,
        begin,
    } = seen;
    let may_plan = begin.is_some();
    let mistakes = begin.as_ref().map(|begin| links(&begin.mistakes)).unwrap_or_default();
    view! {
        <ErrorSummary links=mistakes/>
        <PageTitle text=words::say("preparation-title")/>
        <p class="lede">{words::say("preparation-lede")}</p>
        <ul>
            <li><a href=routes::CATALOGUE>{words::say("catalogue-title")}</a></li>
            <li><a href=routes::CIRCLES>{words::say("circles-title")}</a></li>
        </ul>
        <h2>{words::say("preparation-cycles")}</h2>
        {may_plan.then(|| view! {
            <p class="buttons"><a class="btn" href=routes::PLAN>{words::say("preparation-plan")}</a></p>
        })}
        <Cycles planned cycles/>
        <h2>{words::say("preparation-questionnaires")}</h2>
        <Editions editions/>
        {begin.map(|begin| view! { <Begin begin/> })}
    }
}

#[component]
fn Cycles(planned: Vec<Proposal>, cycles: Vec<OpenedCycle>) -> impl IntoView {
    if planned.is_empty() && cycles.is_empty() {
        return view! { <p class="empty">{words::say("preparation-no-cycles")}</p> }.into_any();
    }
    let planned = planned
        .into_iter()
        .map(|proposal| line(&proposal.plan, "cycle-stage-planned"));
    let opened = cycles
        .iter()
        .map(|opened| line(opened.cycle.plan(), running::stage(opened.is_closed)));
    let lines: Vec<_> = planned.chain(opened).collect();
    view! { <ul class="list">{lines}</ul> }.into_any()
}

fn line(plan: &Plan, stage: &str) -> AnyView {
    let days = [
        ("opens", day(plan.opens)),
        ("due", day(plan.due)),
        ("closes", day(plan.closes)),
    ];
    let days = words::say_with(
        "prepare-days",
        &days.each_ref().map(|(name, day)| (*name, day.as_str())),
    );
    let title = words::say_with("cycle-title", &[("year", &plan.year.to_string())]);
    view! {
        <li>
            <div class="ref"><span>{plan.year.to_string()}</span></div>
            <div>
                <h3><a href=routes::prepared_cycle(plan.year)>{title}</a></h3>
                <p class="meta">{days}</p>
            </div>
            <span class="tag">{words::say(stage)}</span>
        </li>
    }
    .into_any()
}

#[component]
fn Editions(editions: Vec<Edition>) -> impl IntoView {
    if editions.is_empty() {
        return view! { <p class="empty">{words::say("preparation-no-questionnaires")}</p> }.into_any();
    }
    let lines = editions.into_iter().map(|edition| {
        let of = edition.questionnaire();
        let number = of.questions().count().to_string();
        let (language, text) = (of.language.clone(), of.title.clone());
        view! {
            <li>
                <div class="ref"><span>{of.version.to_string()}</span></div>
                <div>
                    <h3><a href=routes::edition(of.version)><InIts language text/></a></h3>
                    <p class="meta">{words::say_with("questionnaires-questions", &[("number", &number)])}</p>
                </div>
                <span class="tag">{stage(edition.stage())}</span>
            </li>
        }
    });
    view! { <ul class="list">{lines.collect_view()}</ul> }.into_any()
}

/// The ways to begin a version.
#[component]
fn Begin(begin: BeginSeen) -> impl IntoView {
    let BeginSeen {
        shipped,
        latest,
        form,
        mistakes,
        refused,
        by,
    } = begin;
    let by = by.to_string();
    let version = form.version;
    view! {
        <h2>{words::say("begin-title")}</h2>
        {shipped.map(|shipped| view! {
            <form method="post" action=BeginQuestionnaire::url()>
                <input type="hidden" name="by" value=by.clone()/>
                <input type="hidden" name="form[from]" value="shipped"/>
                <p>{words::say_with("begin-shipped-what", &[("version", &shipped.to_string())])}</p>
                <p class="buttons"><button class="btn">{words::say("begin-shipped")}</button></p>
            </form>
        })}
        {latest.map(|latest| view! {
            <form method="post" action=BeginQuestionnaire::url()>
                <input type="hidden" name="by" value=by.clone()/>
                <input type="hidden" name="form[from]" value="latest"/>
                <p>{words::say_with("begin-latest-what", &[("version", &latest.to_string())])}</p>
                <Line
                    field="version" name="form[version]" value=version.clone() area="prepare"
                    error=wrong(&mistakes, "version")
                />
                <p class="buttons"><button class="btn btn--quiet">{words::say("begin-latest")}</button></p>
            </form>
        })}
        <h3>{words::say("begin-file")}</h3>
        <p>{words::say("begin-file-what")}</p>
        {refused.map(|refused| view! { <RefusedFileBox refused/> })}
        <form method="post" action=BeginQuestionnaireWith::url() enctype="multipart/form-data">
            <input type="hidden" name="version" value=version/>
            <FileField/>
            <p class="buttons"><button class="btn btn--quiet">{words::say("begin-file-button")}</button></p>
        </form>
    }
}

/// Where a file with a questionnaire is chosen.
#[component]
pub fn FileField() -> impl IntoView {
    view! {
        <div class="field">
            <label for="file">{words::say("prepare-file")}</label>
            <p class="hint" id="file-hint">{words::say("prepare-file.hint")}</p>
            <input
                type="file" id="file" name="file" required accept=".json,.csv,application/json,text/csv"
                aria-describedby="file-hint"
            />
        </div>
    }
}
