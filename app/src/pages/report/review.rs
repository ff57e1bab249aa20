//! A report as the secretariat reads it: what the State let out, how each answer stands to last year's, what changed, what
//! was said, and what can be done now. Nothing on this page changes a State's words.

use super::{
    Notice,
    own::{Different, Published, Said, Since},
    print::ToPrintPage,
    title,
};
use crate::{
    components::{
        actions::{Actions, ToActions},
        report::places,
        tags::{AudienceTag, StageTag},
        timeline::TimelineList,
    },
    pages::{
        desk::just_done,
        public::state_name,
        review::{Notes, Received},
        shell::PageTitle,
    },
    portal::reporting::reading::ReportSeen,
    words,
};
use domain::lifecycle::Action;
use leptos::prelude::*;

/// A report as the secretariat reads it.
#[component]
pub fn ReportUnderReview(
    /// The report.
    seen: ReportSeen,
    /// What the address says was just done to it.
    #[prop(optional_no_strip)]
    done: Option<Action>,
) -> impl IntoView {
    let places = places(&seen.filing.terms);
    let received = seen.filing.submission.as_ref().map(|submission| {
        view! { <Received number=submission.number at=submission.at hash=submission.hash.clone()/> }
    });
    let notes = seen
        .standing
        .may_note
        .then(|| view! { <Notes standing=&seen.standing/> });
    let open = seen.standing.offered.contains(&Action::Publish);
    let said = seen
        .report
        .clone()
        .map(|report| view! { <Said report seen=&seen open/> });
    let head = view! {
        <Heading seen=&seen/>
        {just_done(&seen.standing, done)}
        <ToActions standing=&seen.standing/>
        <Published seen=&seen/>
        <Since seen=&seen/>
    };
    view! {
        {head}
        <ToPrintPage reference=seen.filing.reference.clone()/>
        <Different seen=&seen/>
        {said}
        {received}
        <Notice filing=&seen.filing/>
        <Actions standing=&seen.standing places=places.clone()/>
        {notes}
        <section>
            <h2>{words::say("review-timeline")}</h2>
            <TimelineList entries=seen.standing.timeline places/>
        </section>
    }
}

#[component]
fn Heading<'a>(seen: &'a ReportSeen) -> impl IntoView + use<> {
    view! {
        <p class="eyebrow">
            <span class="ref">{seen.filing.reference.to_string()}</span>
            <StageTag stage=seen.standing.stage/>
            {seen.report.as_ref().map(|report| view! { <AudienceTag audience=report.audience/> })}
        </p>
        <PageTitle text=title(&seen.filing)/>
        <p class="meta">{state_name(&seen.standing.state)}</p>
    }
}
