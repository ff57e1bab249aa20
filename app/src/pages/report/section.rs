//! A section of a report, with the list of sections beside it. It shows problems once it was saved, not before.

use super::{Notice, WrittenReport, comments::CommentRefused, given::Given, inside::OfSection};
use crate::{
    api::reports::SaveAnswers,
    components::{
        form::{Drawn, DrawnFields, ErrorSummary},
        report::{InIts, QuestionField, SectionList, WrongAnswers, questions},
    },
    error::PortalError,
    pages::{
        desk::Eyebrow,
        load::{Found, load},
        shell::{LastRefusal, PageTitle},
    },
    portal::reporting::writing::ReportForm,
    routes::{self, Questions},
    words,
};
use domain::{
    ids::FilingReference,
    questionnaire::{Section, SectionId},
    report::Issues,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    section: SectionId,
    check: Option<String>,
    classified: Option<Questions>,
    oversized: Option<Questions>,
}

/// A section, and what is wrong in it.
struct Judged {
    form: ReportForm,
    section: Section,
    wrong: WrongAnswers,
    is_checked: bool,
}

/// A section of a report.
#[component]
pub fn SectionPage() -> impl IntoView {
    let found = load(|portal, address: Address| async move {
        let form = portal.report_section(&address.reference, &address.section).await?;
        let found = form.map(|form| judged(form, address));
        found.transposed()
    });
    view! {
        <Found of=found let:found>
            <WrittenReport of=found let:found><Page found/></WrittenReport>
        </Found>
    }
}

fn judged(form: ReportForm, address: Address) -> Result<Judged, PortalError> {
    let questionnaire = &form.filing.terms.questionnaire;
    let section = questionnaire
        .section(&address.section)
        .cloned()
        .ok_or(PortalError::NotFound)?;
    let is_checked = address.check.is_some();
    let issues = if is_checked {
        form.issues
            .only(|id| section.questions.iter().any(|question| question.id == *id))
    } else {
        Issues::default()
    };
    let (classified, oversized) = (
        address.classified.unwrap_or_default(),
        address.oversized.unwrap_or_default(),
    );
    let wrong = WrongAnswers::of(&classified, &oversized, &issues, questionnaire);
    Ok(Judged {
        form,
        section,
        wrong,
        is_checked,
    })
}

#[component]
fn Page(found: Judged) -> impl IntoView {
    let Judged {
        form,
        section,
        wrong,
        is_checked,
    } = found;
    let (reference, questionnaire) = (form.filing.reference.clone(), &form.filing.terms.questionnaire);
    let later = (is_checked && !wrong.is_empty()).then(|| {
        let href = routes::report_onward(&reference, after(&form, &section.id).as_ref());
        view! { <p class="meta"><a href=href>{words::say("report-later")}</a></p> }
    });
    let list = view! {
        <SectionList
            reference=reference.clone() completeness=&form.completeness questionnaire=questionnaire
            current=Some(section.id.clone())
        />
    };
    let among = form.inside.as_ref().map(|inside| {
        view! { <OfSection reference=reference.clone() section=&section language=&questionnaire.language inside/> }
    });
    let language = questionnaire.language.clone();
    let guidance = (!section.guidance.is_empty()).then(|| {
        let (language, text) = (language.clone(), section.guidance.clone());
        view! { <p class="lede"><InIts language text/></p> }
    });
    view! {
        <LastRefusal/>
        <CommentRefused inside=form.inside.as_ref() section=Some(&section.id)/>
        <div class="with-aside">
            <div>
                <Eyebrow reference=reference stage=Some(form.filing.stage.name())/>
                <p class="meta"><a href="#pages">{words::say("report-tasks")}</a></p>
                <PageTitle text=section.title.clone() lang=Some(language)/>
                {guidance}
                <ErrorSummary links=wrong.here()/>
                <Given form=&form/>
                <Form form=&form section wrong/>
                {later}
                {among}
                <Notice filing=&form.filing/>
            </div>
            <aside>{list}</aside>
        </div>
    }
}

/// The section after this one that asks something.
fn after(form: &ReportForm, section: &SectionId) -> Option<SectionId> {
    let mut sections = form.completeness.sections.iter().map(|(id, _)| id);
    sections.find(|id| *id == section)?;
    sections.next().cloned()
}

#[component]
fn Form<'a>(form: &'a ReportForm, section: Section, wrong: WrongAnswers) -> impl IntoView + use<> {
    let puts = questions(form, &section, &wrong);
    let waits = puts
        .iter()
        .any(|put| put.last.as_ref().is_some_and(|last| last.may_stand));
    let year = form.filing.terms.last.as_ref().map(|last| last.cycle.to_string());
    let all_stand = year.filter(|_| waits).map(|year| {
        let words = words::say_with("report-all-stand", &[("year", &year)]);
        view! { <button class="btn btn--quiet" name="then" value="all-stand">{words}</button> }
    });
    let fields: Vec<_> = puts.into_iter().map(|put| view! { <QuestionField put/> }).collect();
    view! {
        <form method="post" action=SaveAnswers::PATH>
            <DrawnFields drawn=Drawn::from(form)/>
            <input type="hidden" name="section" value=section.id.to_string()/>
            {fields}
            <div class="buttons">
                <button class="btn" name="then" value="continue">{words::say("form-save-continue")}</button>
                {all_stand}
                <button class="btn btn--quiet" name="then" value="leave">{words::say("form-save-leave")}</button>
            </div>
        </form>
    }
}
