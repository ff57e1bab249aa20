//! In place of a page on which a report is written, for people of its State who may not change it: that they cannot, and
//! where to see how it stands. Whoever was typing when somebody else sent it reads here what was not saved.

use crate::{
    components::{
        answers::{Answer, Said},
        report::{InIts, WrongAnswers, in_sections},
    },
    pages::{
        desk::Eyebrow,
        shell::{PageTitle, RefusedHere},
    },
    portal::reporting::writing::{ClosedReport, Reporting},
    routes::{self, Questions},
    words,
};
use domain::report::Issues;
use leptos::prelude::*;

/// A page on which a report is written, or that it cannot be changed.
#[component]
pub fn WrittenReport<T, Page, View>(
    /// What the portal says of it.
    of: Reporting<T>,
    /// The page, for those who may change it.
    children: Page,
) -> impl IntoView
where
    T: Send + 'static,
    Page: FnOnce(T) -> View + Send + 'static,
    View: IntoView + 'static,
{
    match of {
        Reporting::Open(found) => children(found).into_any(),
        Reporting::Closed(closed) => view! { <ClosedPage closed=*closed/> }.into_any(),
    }
}

#[component]
fn ClosedPage(closed: ClosedReport) -> impl IntoView {
    let reference = closed.filing.reference.clone();
    let why = if closed.is_for_others {
        "report-closed-for-others"
    } else {
        "report-closed"
    };
    view! {
        <RefusedHere given=closed.given_back.clone() has_box=false/>
        <Eyebrow reference=reference.clone() stage=Some(closed.filing.stage.name())/>
        <PageTitle text=words::say(why)/>
        <p class="lede">{words::say(&format!("{why}.explained"))}</p>
        <p class="buttons"><a class="btn" href=routes::filing(&reference)>{words::say("report-closed-on")}</a></p>
        {(!closed.unsaved.is_empty()).then(|| view! { <NotSaved closed/> })}
    }
}

/// What they typed, answer by answer, and what cannot be given back.
#[component]
fn NotSaved(closed: ClosedReport) -> impl IntoView {
    let ClosedReport { filing, unsaved, .. } = closed;
    let questionnaire = &filing.terms.questionnaire;
    let (classified, oversized) = (Questions(unsaved.classified), Questions(unsaved.oversized));
    let not_kept = WrongAnswers::of(&classified, &oversized, &Issues::default(), questionnaire);
    let not_kept = not_kept.here().into_iter();
    let not_kept = not_kept
        .map(|(_, why)| view! { <p class="error">{why}</p> })
        .collect_view();
    let rows = in_sections(questionnaire, |question| {
        let typed = unsaved.answers.get(&question.id)?;
        let said = Said::drafted(question, typed);
        let links = typed.evidence.join("\n");
        let (language, text) = (questionnaire.language.clone(), question.text.clone());
        let row = view! {
            <div>
                <dt><InIts language text/></dt>
                <Answer said/>
                {(!links.is_empty()).then(|| view! { <dd dir="ltr">{links}</dd> })}
            </div>
        };
        Some(row.into_any())
    });
    view! {
        <section aria-labelledby="not-saved">
            <h2 id="not-saved">{words::say("closed-not-saved")}</h2>
            <p>{words::say("closed-not-saved-explained")}</p>
            {not_kept}
            {rows}
        </section>
    }
}
