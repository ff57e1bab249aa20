//! Everything on one page before a report is sent: what stands in its way, how much of it is there, what is different from
//! the year before, every answer with the way to change it, and exactly what each audience will read.

use super::{
    Notice, WrittenReport,
    given::{Question, ToChoose},
    own::{Different, Since, same_year},
    print::ToPrintPage,
    title,
};
use crate::{
    api::filings::{Answer, SendFiling},
    components::{
        actions::{self, ActionForm},
        form::{Drawn, ErrorSummary},
        report::{Drafted, SectionList, WhatAudiencesRead, WrongAnswers},
    },
    pages::{
        desk::Eyebrow,
        shell::{PageTitle, RefusedHere},
    },
    portal::{
        notes::Purpose,
        reporting::{
            reading::ReportSeen,
            writing::{ReportCheck, Reporting},
        },
    },
    routes::Questions,
    words,
};
use domain::{
    lifecycle::Action,
    report::{Completeness, Figures},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Check a report.
#[component]
pub fn CheckReport(
    /// The report.
    of: Reporting<ReportCheck>,
) -> impl IntoView {
    view! { <WrittenReport of let:check><Page check/></WrittenReport> }
}

#[component]
fn Page(check: ReportCheck) -> impl IntoView {
    let ReportCheck {
        seen,
        issues,
        completeness,
        to_choose,
    } = check;
    let (filing, standing) = (&seen.filing, &seen.standing);
    let (reference, questionnaire) = (filing.reference.clone(), &filing.terms.questionnaire);
    let none = Questions::default();
    let wrong = WrongAnswers::of(&none, &none, &issues, questionnaire);
    let has_box = may(&seen, Action::Answer)
        && standing
            .given_back
            .as_ref()
            .is_some_and(|given| given.purpose == Purpose::Answer);
    let choose = to_choose.then(|| view! { <ToChoose reference=reference.clone()/> });
    let list = view! {
        <SectionList reference=reference.clone() completeness=&completeness questionnaire=questionnaire at_check=true/>
    };
    view! {
        <RefusedHere given=standing.given_back.clone() has_box/>
        <div class="with-aside">
            <div>
                <Eyebrow reference=reference.clone() stage=Some(standing.stage)/>
                <PageTitle text=title(filing)/>
                <ErrorSummary links=wrong.elsewhere(&reference, questionnaire)/>
                {choose}
                <Question filing=filing/>
                <Tier seen=&seen/>
                <ToPrintPage reference=reference.clone()/>
                <HowMuch completeness=&completeness/>
                <Different seen=&seen/>
                <Drafts seen=&seen/>
                <Read seen=&seen/>
                <Onward seen=&seen/>
                <Notice filing=filing/>
            </div>
            <aside>{list}</aside>
        </div>
    }
}

/// Which form it is; that there is nothing new since which report.
#[component]
fn Tier<'a>(seen: &'a ReportSeen) -> impl IntoView + use<> {
    let tier = seen.filing.draft.chosen();
    let name = tier.map(|tier| view! { <p>{words::say(&format!("tier-{}", tier.code()))}</p> });
    view! { {name}<Since seen=seen/> }
}

/// How many questions stand how. A figure of nothing is not shown; only the State ever reads these.
#[component]
fn HowMuch<'a>(completeness: &'a Completeness) -> impl IntoView + use<> {
    let Figures {
        asked,
        given,
        none,
        unknown,
        withheld,
        left_blank,
        to_confirm,
        wrong,
    } = completeness.whole;
    let figures = [
        ("given", given),
        ("none", none),
        ("unknown", unknown),
        ("withheld", withheld),
        ("left-blank", left_blank),
        ("to-confirm", to_confirm),
        ("wrong", wrong),
    ];
    (asked > 0).then(|| {
        let shown = figures.into_iter().filter(|(_, number)| *number > 0);
        let shown = shown.map(|(code, number)| {
            view! { <li>{words::say_with(&format!("report-figure-{code}"), &[("number", &number.to_string())])}</li> }
        });
        let shown = shown.collect_view();
        view! {
            <section aria-labelledby="how-much">
                <h2 id="how-much">{words::say("report-how-much")}</h2>
                <p>{words::say_with("report-figure-asked", &[("number", &asked.to_string())])}</p>
                <ul>{shown}</ul>
                <p class="meta">{words::say("report-figures-inside")}</p>
            </section>
        }
    })
}

/// Every answer as typed.
#[component]
fn Drafts<'a>(seen: &'a ReportSeen) -> impl IntoView + use<> {
    same_year(seen).then(|| {
        view! {
            <h2>{words::say("check-answers")}</h2>
            <Drafted filing=&seen.filing/>
        }
    })
}

/// What each audience will read.
#[component]
fn Read<'a>(seen: &'a ReportSeen) -> impl IntoView + use<> {
    seen.report.clone().map(|report| {
        let (state, questionnaire) = (seen.filing.reference.state, (**seen.filing.terms.questionnaire).clone());
        view! {
            <h2>{words::say("report-who-reads")}</h2>
            <WhatAudiencesRead report state questionnaire/>
        }
    })
}

/// Whether nothing stands in the way any more.
fn may(seen: &ReportSeen, action: Action) -> bool {
    seen.report.is_some() && seen.standing.offered.contains(&action)
}

/// Send it or answer the question, when nothing stands in the way any more.
#[component]
fn Onward<'a>(seen: &'a ReportSeen) -> impl IntoView + use<> {
    let drawn = Drawn::from(&seen.standing);
    let given = seen.standing.given_back.clone();
    let send = may(seen, Action::Send).then(|| {
        view! { <ActionForm action=Action::Send door=SendFiling::PATH drawn=drawn.clone() class="btn"/> }
    });
    let answer = may(seen, Action::Answer).then(|| {
        view! {
            <ActionForm action=Action::Answer door=Answer::PATH drawn=drawn.clone() class="btn">
                <actions::Words purpose=Purpose::Answer given/>
            </ActionForm>
        }
    });
    view! {
        <section class="actions">
            {seen.report.is_none().then(|| view! { <p>{words::say("check-not-yet")}</p> })}
            {send}
            {answer}
        </section>
    }
}
