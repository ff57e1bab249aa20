//! A filing as its State's people see it: where it stands, what was asked, what it says, what happened, what to do now.

use super::{Eyebrow, check::Preview};
use crate::{
    components::{
        about::Places,
        actions::{Actions, ToActions},
        answers::{Answers, AnswersOfIncident, Differences, Row, SideBySide, of_draft},
        indicators::{FirstIndicators, Floor},
        mentions::Mentions,
        timeline::{TimelineList, Words},
    },
    pages::shell::PageTitle,
    portal::reading::{FilingSeen, Standing},
    routes, words,
};
use domain::{
    filing::Question,
    form::Field,
    ids::{FilingReference, PublicationReference},
    incident::Incident,
    lifecycle::Action,
};
use leptos::prelude::*;

/// A filing on its own State's desk.
#[component]
pub fn OwnFiling(
    /// The filing.
    seen: FilingSeen,
    /// What the address says was just done to it.
    #[prop(optional_no_strip)]
    done: Option<Action>,
) -> impl IntoView {
    let reference = seen.filing.reference.clone();
    let (text, lang) = title(&seen);
    let places = Places::of_incident(seen.filing.terms);
    let marking = seen.incident.as_ref().map(|incident| incident.marking);
    let submissions = seen.filing.submission.as_ref().map_or(0, |latest| latest.number);
    let source = seen.filing.draft.source.is_some().then(|| routes::source(&reference));
    view! {
        <Eyebrow reference=reference.clone() stage=Some(seen.standing.stage) marking/>
        <PageTitle text lang/>
        {just_done(&seen.standing, done)}
        <ToActions standing=&seen.standing/>
        {seen.filing.stage.question().cloned().map(|question| view! { <Asked question answer=answered(&seen.standing) places=&places/> })}
        {seen.publication.map(|publication| view! { <Published publication/> })}
        <Mentions mentions=seen.mentions.clone() names=seen.standing.names.clone()/>
        {changed(&seen)}
        {content(&seen)}
        <Actions standing=&seen.standing places=places.clone()/>
        <h2>{words::say("filing-timeline")}</h2>
        <TimelineList entries=seen.standing.timeline places/>
        <Acknowledgements reference submissions/>
        {source.map(|href| view! { <p><a href=href>{words::say("filing-source")}</a></p> })}
    }
}

/// Its title and the title's language; where there is none yet, its name.
fn title(seen: &FilingSeen) -> (String, Option<String>) {
    let typed = seen.filing.draft.typed(Field::Title);
    match &seen.incident {
        Some(incident) => (incident.title.text.clone(), Some(incident.title.language.clone())),
        None if typed.text.trim().is_empty() => (
            words::say_with("filing-title", &[("reference", &seen.filing.reference.to_string())]),
            None,
        ),
        None => (typed.text, Some(typed.language)),
    }
}

/// That it was done. Anyone can write that in an address; here it is said only if the last entry says the same.
pub fn just_done(standing: &Standing, done: Option<Action>) -> impl IntoView + use<> {
    let last = standing.timeline.last().map(|last| last.entry.action);
    done.filter(|done| last == Some(*done)).map(|done| {
        let said = words::say(&format!("action-{}.success", done.code()));
        view! { <div class="success" role="status"><strong>{said}</strong></div> }
    })
}

/// What was asked, and what was answered.
#[component]
pub fn Asked<'a>(
    /// What was asked.
    question: Question,
    /// The answer that waits to be approved.
    answer: Option<String>,
    /// What questions can be about.
    places: &'a Places,
) -> impl IntoView + use<> {
    let on = question.on.as_ref().map(|place| places.name(place));
    view! {
        <h2>{words::say("filing-question")}</h2>
        <Words text=question.text.as_str().to_owned() on/>
        {answer.map(|answer| view! {
            <h2>{words::say("filing-answer")}</h2>
            <Words text=answer on=None/>
        })}
    }
}

/// The answer that waits to be approved: what was written last, if that was an answer.
pub fn answered(standing: &Standing) -> Option<String> {
    let last = &standing.timeline.last()?.entry;
    (last.action == Action::Answer).then(|| last.note.clone()).flatten()
}

#[component]
fn Published(publication: PublicationReference) -> impl IntoView {
    view! {
        <p>
            {words::say("filing-published")}" "
            <a href=routes::publication(publication)>{publication.to_string()}</a>
        </p>
    }
}

/// What it says: side by side with what others read where that is to be approved, by itself otherwise.
fn content(seen: &FilingSeen) -> AnyView {
    let names = seen.standing.names.clone();
    let all = routes::indicators(&seen.filing.reference);
    let (Some(incident), Some(disclosure)) = (seen.incident.clone(), seen.disclosure.clone()) else {
        let rows = of_draft(&seen.filing, &names)
            .into_iter()
            .map(Row::without_change)
            .collect();
        let indicators = seen.filing.draft.indicators.clone();
        return view! {
            <p>{words::say("filing-incomplete")}</p>
            <h2>{words::say("answers-full")}</h2>
            <Answers rows/>
            <FirstIndicators indicators all/>
            <Floor floor=seen.filing.draft.floor()/>
        }
        .into_any();
    };
    let (indicators, floor) = (incident.indicators.clone(), incident.floor);
    let answers = if seen.standing.offered.contains(&Action::Approve) {
        view! { <SideBySide incident disclosure names/> }.into_any()
    } else {
        view! {
            <h2>{words::say("answers-full")}</h2>
            <AnswersOfIncident incident names/>
            <details><summary>{words::say("filing-preview")}</summary><div><Preview disclosure/></div></details>
        }
        .into_any()
    };
    view! { {answers}<FirstIndicators indicators all/><Floor floor/> }.into_any()
}

/// What is different from what was let out before.
fn changed(seen: &FilingSeen) -> impl IntoView + use<> {
    let (now, names) = (seen.incident.clone(), seen.standing.names.clone());
    before(seen).zip(now).map(|(before, after)| {
        view! {
            <h2>{words::say("filing-changes")}</h2>
            <Differences before after names/>
        }
    })
}

/// The last submission while something newer is being written; the one before it otherwise.
fn before(seen: &FilingSeen) -> Option<Incident> {
    let latest = seen.filing.submission.as_ref()?;
    if seen.incident.as_ref().is_some_and(|now| *now != latest.content) {
        return Some(latest.content.clone());
    }
    seen.previous.as_ref().map(|previous| previous.content.clone())
}

/// An acknowledgement for each submission.
#[component]
pub fn Acknowledgements(
    /// Of which filing.
    reference: FilingReference,
    /// How many submissions there are.
    submissions: u32,
) -> impl IntoView {
    (submissions > 0).then(|| {
        let links = (1..=submissions).map(|number| {
            let href = routes::acknowledgement(&reference, number);
            let words = words::say_with("filing-acknowledgement", &[("number", &number.to_string())]);
            view! { <li><a href=href>{words}</a></li> }
        });
        view! {
            <h2>{words::say("filing-acknowledgements")}</h2>
            <ul>{links.collect_view()}</ul>
        }
    })
}
