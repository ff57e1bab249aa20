//! A report to be printed, for those who write it and for the secretariat: to be coordinated before it is sent, to be kept
//! after.
//!
//! It says of every answer who may read it, and of the whole what it is: a draft of this moment, or a submission.

use crate::{
    components::printed::{Asked, OrderLinks, Printout, Sheet, line, order_called},
    pages::{
        load::{Found, load},
        public::state_name,
        shell::PageTitle,
    },
    portal::reporting::printing::{ReportToPrint, ToPrint},
    routes, words,
};
use domain::{
    crosswalk::View,
    cycle::CycleYear,
    ids::{FilingReference, Timestamp},
    marking::Audience,
    participation,
    questionnaire::Question,
    report::{Content, DisclosedContent, ReportDisclosure, Tier},
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    by: Option<String>,
}

/// A report to be printed.
#[component]
pub fn PrintPage() -> impl IntoView {
    let found = load(|portal, Address { reference, by }| async move {
        Ok((portal.report_to_print(&reference).await?, order_called(by.as_deref())?))
    });
    view! {
        <Found of=found let:found>
            {
                let (report, order) = found;
                view! { <Page report order/> }
            }
        </Found>
    }
}

#[component]
fn Page(report: ReportToPrint, #[prop(optional_no_strip)] order: Option<View>) -> impl IntoView {
    let reference = report.filing.reference.clone();
    let sheet = sheet(&report, order);
    let what = match &report.content {
        ToPrint::Draft { .. } => words::say("print-draft-short"),
        ToPrint::Submission { number, .. } => {
            words::say_with("print-submission-short", &[("number", &number.to_string())])
        }
    };
    let inside = matches!(report.content, ToPrint::Draft { .. })
        .then(|| view! { <p class="buttons">{words::say("print-inside")}</p> });
    let (filing, pdf) = (routes::filing(&reference), routes::report_pdf(&reference, order));
    let title = sheet.title.clone();
    let name = reference.to_string();
    let to = move |order| routes::report_print(&reference, order);
    view! {
        <article>
            <p class="eyebrow"><a class="ref" href=filing>{name}</a><span class="tag">{what}</span></p>
            <PageTitle text=title/>
            <OrderLinks to now=order/>
            {inside}
            <p class="buttons"><a class="btn" href=pdf>{words::say("print-as-pdf")}</a></p>
            <Printout sheet/>
        </article>
    }
}

/// What its readers read of this report, in this order.
pub fn sheet(report: &ReportToPrint, order: Option<View>) -> Sheet {
    match &report.content {
        ToPrint::Draft { at } => of_draft(report, *at, order),
        ToPrint::Submission { number, at, disclosure } => of_submission(report, (*number, *at), disclosure, order),
    }
}

/// What every sheet of it begins with; `stands` says how it stands, for its first page and for the foot of each.
fn begun(report: &ReportToPrint, stands: &str, at: Timestamp, made_of: String) -> Sheet {
    let marking = match report.content {
        ToPrint::Draft { .. } => "print-marking-draft",
        ToPrint::Submission { .. } => "print-marking-submission",
    };
    let reference = report.filing.reference.to_string();
    let named = words::say_with("print-reference", &[("reference", &reference)]);
    let of = [
        ("state", &*state_name(&report.state)),
        ("year", &report.filing.terms.cycle.to_string()),
    ];
    let notice = words::say(participation::NOTICE);
    Sheet {
        title: words::say_with("public-report-title", &of),
        marking: words::say(marking),
        subject: vec![named.clone()],
        notices: vec![stands.to_owned(), notice.clone()],
        parts: Vec::new(),
        made_of,
        at,
        foot: vec![format!("{named} · {stands}"), notice],
    }
}

/// Which form it is, and who may know of it.
fn whole(sheet: &mut Sheet, tier: Tier, readers: Audience) {
    let readers = words::audience(readers);
    sheet.subject.push(words::say(&format!("tier-{}", tier.code())));
    sheet
        .subject
        .push(words::say_with("report-known-to", &[("readers", &readers)]));
}

fn nothing_new(sheet: &mut Sheet, since: CycleYear) {
    let said = words::say_with("report-nothing-new", &[("year", &since.to_string())]);
    sheet.notices.push(said);
}

fn of_draft(report: &ReportToPrint, at: Timestamp, order: Option<View>) -> Sheet {
    let (filing, moment) = (&report.filing, words::minute(at));
    let stands = words::say_with("print-draft", &[("moment", &moment)]);
    let made_of = words::say_with("print-made-of-draft", &[("moment", &moment)]);
    let mut sheet = begun(report, &stands, at, made_of);
    let Some(tier) = filing.draft.chosen() else {
        sheet.notices.push(words::say("print-no-tier"));
        return sheet;
    };
    whole(&mut sheet, tier, filing.draft.known_to(filing.terms.audience));
    let complete = filing.complete(at);
    if complete.is_none() {
        sheet.notices.push(words::say("print-not-in-order"));
    }
    if tier.depth().is_none() {
        if let Some(Content::NothingNew { since }) = complete.map(|report| report.content) {
            nothing_new(&mut sheet, since);
        }
        return sheet;
    }
    sheet.answering(asked(report), order, |question| line::of_draft(filing, question))
}

fn of_submission(
    report: &ReportToPrint,
    (number, at): (u32, Timestamp),
    disclosure: &ReportDisclosure,
    order: Option<View>,
) -> Sheet {
    let (number, state) = (number.to_string(), state_name(&report.state));
    let of = [("number", &*number), ("state", &*state), ("moment", &words::minute(at))];
    let stands = words::say_with("print-submission", &of);
    let submitted = report.filing.submission.as_ref();
    let hash = submitted
        .map(|submission| submission.hash.to_string())
        .unwrap_or_default();
    let made_of = words::say_with("print-made-of-submission", &[("number", &number), ("hash", &hash)]);
    let mut sheet = begun(report, &stands, at, made_of);
    let readers = submitted.map_or(Audience::Secretariat, |submission| submission.content.audience);
    whole(&mut sheet, disclosure.tier(), readers);
    if let DisclosedContent::NothingNew { since } = disclosure.content {
        nothing_new(&mut sheet, since);
        return sheet;
    }
    let questionnaire = &report.filing.terms.questionnaire;
    let said =
        |question: &Question| line::of_disclosure(questionnaire, question, disclosure.answer(&question.id)?, true);
    sheet.answering(asked(report), order, said)
}

fn asked(report: &ReportToPrint) -> Asked<'_> {
    Asked {
        questionnaire: &report.filing.terms.questionnaire,
        commitments: &report.commitments,
        about: &report.filing.terms.about,
    }
}

/// Where a report is printed from.
#[component]
pub fn ToPrintPage(
    /// The report.
    reference: FilingReference,
) -> impl IntoView {
    view! { <p class="buttons"><a href=routes::report_print(&reference, None)>{words::say("print-go")}</a></p> }
}
