//! What stands above a report's form: what waits to be chosen between, and what the secretariat asked.

use crate::{
    components::{report::places, timeline::Words},
    portal::reporting::writing::ReportForm,
    routes, words,
};
use domain::{filing::Filing, ids::FilingReference, report::Report};
use leptos::prelude::*;

/// Above a page of the form.
#[component]
pub fn Given<'a>(
    /// The form.
    form: &'a ReportForm,
) -> impl IntoView + use<> {
    let reference = form.filing.reference.clone();
    view! {
        {form.to_choose.then(|| view! { <ToChoose reference/> })}
        <Question filing=&form.filing/>
    }
}

/// Somebody else saved the same answers differently, and nobody has chosen yet.
#[component]
pub fn ToChoose(
    /// Whose.
    reference: FilingReference,
) -> impl IntoView {
    view! {
        <div class="warning">
            <p>{words::say("choose-waiting")}" "<a href=routes::choose(&reference)>{words::say("choose-now")}</a></p>
        </div>
    }
}

/// What the secretariat asked, with the way to the answer it is about.
#[component]
pub fn Question<'a>(
    /// The report.
    filing: &'a Filing<Report>,
) -> impl IntoView + use<> {
    filing.stage.question().cloned().map(|question| {
        let on = question.on.as_ref().map(|place| places(&filing.terms).name(place));
        let to = address(filing).map(|href| view! { <p><a href=href>{words::say("report-to-question")}</a></p> });
        view! { <Words text=question.text.as_str().to_owned() on/>{to} }
    })
}

/// Where the answer stands that was asked about.
fn address(filing: &Filing<Report>) -> Option<String> {
    let question = filing.stage.question()?.on.as_ref()?.question()?;
    let section = filing.terms.questionnaire.section_of(&question)?;
    Some(routes::report_question(&filing.reference, &section.id, &question))
}
