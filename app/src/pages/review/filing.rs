//! A filing as the secretariat reads it: what the State submitted, what its audience would read of it, what changed
//! since the last submission, what was said, and what can be done now. Nothing on this page changes a State's words.

use crate::{
    api::filings::AddNote,
    components::{
        about::Places,
        actions::{Actions, ToActions},
        answers::{Differences, SideBySide},
        form::DrawnFields,
        given_back::NoteBox,
        indicators::{FirstIndicators, Floor},
        mentions::Mentions,
        tags::{AudienceTag, StageTag, TlpLabel},
        timeline::TimelineList,
    },
    pages::{desk::just_done, public::state_name, shell::PageTitle},
    portal::{
        notes::Purpose,
        public::StateNames,
        reading::{FilingSeen, Standing},
    },
    routes, words,
};
use domain::{
    filing::{Hash, Submission},
    ids::{FilingReference, Timestamp},
    incident::Incident,
    lifecycle::Action,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// A filing as the secretariat reads it.
#[component]
pub fn FilingUnderReview(
    /// The filing.
    seen: FilingSeen,
    /// What the address says was just done to it.
    #[prop(optional_no_strip)]
    done: Option<Action>,
) -> impl IntoView {
    let submission = seen.filing.submission.clone();
    let places = Places::of_incident(seen.filing.terms);
    let notes = seen
        .standing
        .may_note
        .then(|| view! { <Notes standing=&seen.standing/> });
    view! {
        <Heading seen=&seen/>
        {just_done(&seen.standing, done)}
        <ToActions standing=&seen.standing/>
        <Mentions mentions=seen.mentions.clone() names=seen.standing.names.clone()/>
        {seen.previous.clone().zip(submission.clone()).map(|(before, after)| view! {
            <Changed before after names=seen.standing.names.clone()/>
        })}
        {seen.incident.clone().zip(seen.disclosure.clone()).map(|(incident, disclosure)| view! {
            <SideBySide incident=incident.clone() disclosure names=seen.standing.names.clone()/>
            <Traces incident reference=seen.filing.reference.clone()/>
        })}
        {submission.map(|submission| view! {
            <Received number=submission.number at=submission.at hash=submission.hash/>
        })}
        <Actions standing=&seen.standing places=places.clone()/>
        {notes}
        <section>
            <h2>{words::say("review-timeline")}</h2>
            <TimelineList entries=seen.standing.timeline places/>
        </section>
    }
}

#[component]
fn Heading<'a>(seen: &'a FilingSeen) -> impl IntoView + use<> {
    let title = seen.incident.as_ref().map(|incident| incident.title.clone());
    let (title, lang) = title.map(|title| (title.text, title.language)).unzip();
    let published = seen.publication.map(|reference| {
        view! { <p><a href=routes::publication(reference)>{reference.to_string()}</a></p> }
    });
    view! {
        <p class="eyebrow">
            <span class="ref">{seen.filing.reference.to_string()}</span>
            <StageTag stage=seen.standing.stage/>
            {seen.incident.as_ref().map(|incident| view! {
                <TlpLabel marking=incident.marking/>
                <AudienceTag audience=incident.audience/>
            })}
        </p>
        <PageTitle text=title.unwrap_or_default() lang/>
        <p class="meta">{state_name(&seen.standing.state)}</p>
        {published}
    }
}

/// What differs from what was submitted before, so that an answer need not be searched for.
#[component]
fn Changed(before: Submission, after: Submission, names: StateNames) -> impl IntoView {
    view! {
        <section>
            <h2>{words::say("review-changed")}</h2>
            <Differences before=before.content after=after.content names/>
        </section>
    }
}

#[component]
fn Traces(incident: Incident, reference: FilingReference) -> impl IntoView {
    view! {
        <FirstIndicators indicators=incident.indicators all=routes::indicators(&reference)/>
        <Floor floor=incident.floor/>
    }
}

/// What was received, when, and the fingerprint by which State and secretariat can tell that they speak of the same.
#[component]
pub fn Received(
    /// Which submission.
    number: u32,
    /// When it was received.
    at: Timestamp,
    /// SHA-256 of it.
    hash: Hash,
) -> impl IntoView {
    view! {
        <p class="meta">
            {words::say_with("review-received", &[
                ("number", &number.to_string()),
                ("at", &words::minute(at)),
            ])}
            " "
            <code>{hash.to_string()}</code>
        </p>
    }
}

/// The secretariat's notes to itself, and the form for one more. They are in no byte a State receives.
#[component]
pub fn Notes<'a>(
    /// Where it stands.
    standing: &'a Standing,
) -> impl IntoView + use<> {
    let given = standing
        .given_back
        .clone()
        .filter(|given| given.purpose == Purpose::Note);
    let written = standing.notes.clone().into_iter().map(|note| {
        view! {
            <div class="note" dir="auto">
                <p class="meta">{note.name}", "{words::minute(note.at)}</p>
                {note.text}
            </div>
        }
    });
    view! {
        <section>
            <h2>{words::say("review-notes")}</h2>
            <p class="meta">{words::say("review-notes-lede")}</p>
            {written.collect_view()}
            <form method="post" action=AddNote::PATH>
                <DrawnFields drawn=standing.into()/>
                <NoteBox purpose=Purpose::Note given/>
                <p class="buttons"><button class="btn btn--quiet">{words::say("review-note-add")}</button></p>
            </form>
        </section>
    }
}
