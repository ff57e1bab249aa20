//! A report as its State's people see it: where it stands, what was asked, what changed, what it says and to whom, what
//! to do now, what happened.

use super::{Notice, comments::CommentRefused, given::Question, inside::OfWhole, print::ToPrintPage, title};
use crate::{
    components::{
        actions::{Actions, ToActions},
        report::{Changes, Drafted, Reported, WhatAudiencesRead, YearOnYear, places},
        timeline::{TimelineList, Words},
    },
    pages::{
        desk::{Acknowledgements, Eyebrow, answered, just_done},
        shell::PageTitle,
    },
    portal::reporting::reading::ReportSeen,
    routes, words,
};
use domain::{lifecycle::Action, marking::Audience, questionnaire::Questionnaire, report::Content};
use leptos::prelude::*;

/// A report on its own State's desk.
#[component]
pub fn OwnReport(
    /// The report.
    seen: ReportSeen,
    /// What the address says was just done to it.
    #[prop(optional_no_strip)]
    done: Option<Action>,
) -> impl IntoView {
    let (filing, standing) = (&seen.filing, &seen.standing);
    let reference = filing.reference.clone();
    let places = places(&filing.terms);
    let submissions = filing.submission.as_ref().map_or(0, |latest| latest.number);
    let answer = filing.stage.question().and_then(|_| answered(standing)).map(|answer| {
        view! { <h2>{words::say("filing-answer")}</h2><Words text=answer on=None/> }
    });
    let asked = filing
        .stage
        .question()
        .map(|_| view! { <h2>{words::say("filing-question")}</h2> });
    let head = view! {
        <CommentRefused inside=seen.inside.as_ref() section=None/>
        <Eyebrow reference=reference.clone() stage=Some(standing.stage)/>
        <PageTitle text=title(filing)/>
        {just_done(standing, done)}
        <ToActions standing=standing/>
        {asked}
        <Question filing=filing/>
        {answer}
        <Published seen=&seen/>
        <Since seen=&seen/>
    };
    view! {
        {head}
        <ToPrintPage reference=reference.clone()/>
        <Different seen=&seen/>
        <Says seen=&seen/>
        <Notice filing=&seen.filing/>
        {seen.inside.as_ref().map(|inside| view! { <OfWhole filing=&seen.filing inside/> })}
        <Actions standing=&seen.standing places=places.clone()/>
        <h2>{words::say("filing-timeline")}</h2>
        <TimelineList entries=seen.standing.timeline places/>
        <Acknowledgements reference submissions/>
    }
}

/// Where everyone reads it.
#[component]
pub fn Published<'a>(
    /// The report.
    seen: &'a ReportSeen,
) -> impl IntoView + use<> {
    let href = routes::public_report(seen.filing.terms.cycle, seen.filing.reference.state);
    seen.is_public
        .then(|| view! { <p><a href=href>{words::say("report-published")}</a></p> })
}

/// The report that still stands, where this one says that nothing is new.
#[component]
pub fn Since<'a>(
    /// The report.
    seen: &'a ReportSeen,
) -> impl IntoView + use<> {
    let since = seen.report.as_ref().and_then(|report| match report.content {
        Content::NothingNew { since } => Some(since.to_string()),
        Content::Form { .. } => None,
    });
    let link = seen.last.as_ref().map(|last| routes::filing(&last.reference));
    since.map(|year| {
        let name = words::say_with("report-title", &[("year", &year)]);
        view! {
            <p><strong>{words::say_with("report-nothing-new", &[("year", &year)])}</strong></p>
            {link.map(|href| view! { <p><a href=href>{name}</a></p> })}
        }
    })
}

/// Whether it says something of this year, rather than that nothing is new.
pub fn same_year(seen: &ReportSeen) -> bool {
    !seen
        .report
        .as_ref()
        .is_some_and(|report| matches!(report.content, Content::NothingNew { .. }))
}

/// What changed since it was last let out, and since the year before.
#[component]
pub fn Different<'a>(
    /// The report.
    seen: &'a ReportSeen,
) -> impl IntoView + use<> {
    let state = seen.filing.reference.state;
    let questionnaire = Questionnaire::clone(&seen.filing.terms.questionnaire);
    let all = |report: &domain::report::Report| report.disclose(&state, Audience::Secretariat);
    let now = seen.report.as_ref().and_then(all);
    let since = seen
        .before
        .as_ref()
        .and_then(all)
        .zip(now.clone())
        .map(|(before, now)| {
            view! {
                <h2>{words::say("filing-changes")}</h2>
                <Changes before now questionnaire/>
            }
        });
    let year = seen
        .last
        .as_ref()
        .zip(now)
        .filter(|_| same_year(seen))
        .map(|(last, now)| {
            let of = last.disclosure.cycle.to_string();
            let (then, versions) = (last.disclosure.clone(), last.versions.clone());
            view! {
                <h2>{words::say_with("report-year-on-year", &[("year", &of)])}</h2>
                <YearOnYear then now versions/>
            }
        });
    view! { {since}{year} }
}

/// What it says, with who may read which answer; what was typed, where it is not complete.
#[component]
fn Says<'a>(seen: &'a ReportSeen) -> impl IntoView + use<> {
    let Some(report) = seen.report.clone() else {
        return view! {
            <p>{words::say("report-incomplete")}</p>
            <h2>{words::say("answers-full")}</h2>
            <Drafted filing=&seen.filing/>
        }
        .into_any();
    };
    let open = [Action::Approve, Action::Publish];
    let open = open.iter().any(|action| seen.standing.offered.contains(action));
    view! { <Said report seen open/> }.into_any()
}

/// What a report says to all who may read it: first everything, then what each audience gets of that.
#[component]
pub fn Said<'a>(
    /// What it says.
    report: domain::report::Report,
    /// The report.
    seen: &'a ReportSeen,
    /// Whether what its own audience reads stands open.
    open: bool,
) -> impl IntoView + use<> {
    let state = seen.filing.reference.state;
    let questionnaire = Questionnaire::clone(&seen.filing.terms.questionnaire);
    let full = report.disclose(&state, Audience::Secretariat).map(|disclosure| {
        let questionnaire = questionnaire.clone();
        view! { <Reported disclosure questionnaire marked=true/> }
    });
    let known_to = words::say_with("report-known-to", &[("readers", &words::audience(report.audience))]);
    let tier = words::say(&format!("tier-{}", report.tier().code()));
    view! {
        <h2>{words::say("answers-full")}</h2>
        <p class="meta">{tier}" · "{known_to}</p>
        {full}
        <h2>{words::say("report-who-reads")}</h2>
        <WhatAudiencesRead report state questionnaire open/>
    }
    .into_any()
}
