//! What concerns a report as a whole: which form is filled in, who may know of it, and its sections.

use super::{Notice, WrittenReport, given::Given, title};
use crate::{
    api::reports::SaveReport,
    components::{
        form::{Drawn, DrawnFields, ErrorSummary, Offer, SaveButtons},
        report::{ReadersField, SectionList, WrongAnswers},
    },
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
    report::{Issues, On, Tier},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    check: Option<String>,
    taken_over: Option<String>,
}

/// Tier, readers and sections of a report.
#[component]
pub fn WholePage() -> impl IntoView {
    let found = load(|portal, address: Address| async move {
        let form = portal.report_whole(&address.reference).await?;
        Ok(form.map(|form| {
            let judged = if address.check.is_some() {
                form.issues.clone()
            } else {
                Issues::default()
            };
            let none = Questions::default();
            let wrong = WrongAnswers::of(&none, &none, &judged, &form.filing.terms.questionnaire);
            (form, wrong.of_the_whole(), address.taken_over.is_some())
        }))
    });
    view! {
        <Found of=found let:found>
            <WrittenReport of=found let:found><Page form=found.0 wrong=found.1 taken_over=found.2/></WrittenReport>
        </Found>
    }
}

#[component]
fn Page(form: ReportForm, wrong: WrongAnswers, taken_over: bool) -> impl IntoView {
    let reference = form.filing.reference.clone();
    let list = view! {
        <SectionList
            reference=reference.clone() completeness=&form.completeness questionnaire=&form.filing.terms.questionnaire
        />
    };
    let offline = routes::offline(&reference);
    let taken_over = taken_over.then(|| view! { <TakenOver reference=reference.clone()/> });
    view! {
        <LastRefusal/>
        <div class="with-aside">
            <div>
                <Eyebrow reference=reference stage=Some(form.filing.stage.name())/>
                <PageTitle text=title(&form.filing)/>
                {taken_over}
                <p class="meta"><a href="#pages">{words::say("report-tasks")}</a></p>
                <p class="meta"><a href=offline>{words::say("offline-link")}</a></p>
                <ErrorSummary links=wrong.here()/>
                <Given form=&form/>
                <Form form=&form wrong/>
                <Notice filing=&form.filing/>
            </div>
            <aside>{list}</aside>
        </div>
    }
}

/// That what came back is in the draft now.
#[component]
fn TakenOver(reference: FilingReference) -> impl IntoView {
    let href = routes::check_answers(&reference);
    view! {
        <div class="success" role="status">
            <strong>{words::say("offline-taken-over")}</strong>" "
            <a href=href>{words::say("offline-taken-over-on")}</a>
        </div>
    }
}

#[component]
fn Form<'a>(form: &'a ReportForm, wrong: WrongAnswers) -> impl IntoView + use<> {
    let draft = &form.filing.draft;
    let drawn = Drawn::from(form);
    view! {
        <form method="post" action=SaveReport::PATH>
            <DrawnFields drawn/>
            <TierField form error=wrong.on(&On::Tier) since_error=wrong.on(&On::Since)/>
            <ReadersField
                chosen=draft.audience.clone() default=form.filing.terms.audience error=wrong.on(&On::Audience)
            />
            <SaveButtons/>
        </form>
    }
}

/// Which form is filled in. What was typed into another stays.
#[component]
fn TierField<'a>(form: &'a ReportForm, error: Option<String>, since_error: Option<String>) -> impl IntoView + use<> {
    let (terms, draft) = (&form.filing.terms, &form.filing.draft);
    let is_offered = |tier: &Tier| *tier != Tier::NothingNew || terms.last.is_some() || draft.tier == tier.code();
    let radios = Tier::ALL.into_iter().filter(is_offered).enumerate().map(|(at, tier)| {
        let code = tier.code();
        let id = if at == 0 {
            "tier".to_owned()
        } else {
            format!("tier-{code}")
        };
        let number = tier
            .depth()
            .map_or(1, |depth| terms.questionnaire.asked(depth, &terms.about).count());
        let hint = words::say_with(&format!("report-tier-{code}-asks"), &[("number", &number.to_string())]);
        let beneath = (tier == Tier::NothingNew).then(|| since(form, since_error.clone()).into_any());
        view! {
            <Offer
                kind="radio" id name="tier".to_owned() value=code.to_owned() checked=draft.tier == code
                hint=Some(hint) beneath
            >
                {words::say(&format!("tier-{code}"))}
            </Offer>
        }
    });
    let wrong = error.is_some();
    let radios = radios.collect_view();
    view! {
        <fieldset class="field" class:field--wrong=wrong aria-describedby="tier-hint">
            <legend>{words::say("report-tier")}</legend>
            <p class="hint" id="tier-hint">{words::say("report-tier-hint")}</p>
            {error.map(|error| view! { <p class="error">{error}</p> })}
            {radios}
        </fieldset>
    }
}

/// The confirmation that there is nothing new, naming the report that still stands.
fn since(form: &ReportForm, error: Option<String>) -> impl IntoView + use<> {
    let last = form.filing.terms.last.as_ref()?;
    let year = last.cycle.to_string();
    let checked = form.filing.draft.since == year;
    let label = words::say_with("report-since-confirm", &[("year", &year)]);
    let link = form.last.as_ref().map(|last| {
        let name = words::say_with("report-title", &[("year", &year)]);
        view! { <p><a href=routes::filing(&last.reference)>{name}</a></p> }
    });
    let wrong = error.is_some();
    Some(view! {
        <div class="field" class:field--wrong=wrong>
            {error.map(|error| view! { <p class="error">{error}</p> })}
            <Offer kind="checkbox" id="since".to_owned() name="since".to_owned() value=year.clone() checked=checked>
                {label}
            </Offer>
            {link}
        </div>
    })
}
