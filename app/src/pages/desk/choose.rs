//! Two people saved the same fields differently: both versions, field by field, and the person chooses.

use super::{Eyebrow, closed::Written};
use crate::{
    api::filings::Choose,
    components::{
        answers::Said,
        form::{Drawn, DrawnFields, ErrorSummary, LeftOut, Wrong},
    },
    pages::{
        load::{Found, load},
        report::{self, ChooseAnswersPage},
        shell::{LastRefusal, PageTitle},
    },
    portal::{
        reporting::writing::Reporting,
        writing::{ChoiceSeen, Writing},
    },
    routes, words,
};
use domain::{
    draft::Typed,
    form::Field,
    ids::{FilingKind, FilingReference, Timestamp},
    issue::Issues,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;
use std::{collections::BTreeMap, str::FromStr};

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    classified: Option<String>,
    oversized: Option<String>,
}

/// The places an address names: fields or questions. What is none is not among them.
fn named<Places: FromStr + Default>(text: Option<String>) -> Places {
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// Two versions of either kind of filing.
enum Choice {
    Incident(Writing<Choosing>),
    Report(Reporting<report::Choosing>),
}

/// Two versions, and what was not kept of the later one.
struct Choosing {
    choice: ChoiceSeen,
    wrong: Wrong,
}

/// Choose between two versions.
#[component]
pub fn ChoosePage() -> impl IntoView {
    let choosing = load(|portal, address: Address| async move {
        let Address {
            reference,
            classified,
            oversized,
        } = address;
        Ok(match reference.kind {
            FilingKind::Incident => Choice::Incident(portal.to_choose(&reference).await?.map(|choice| {
                let left_out = LeftOut {
                    classified: named(classified),
                    oversized: named(oversized),
                };
                let wrong = Wrong::of(&left_out, &Issues::default());
                Choosing { choice, wrong }
            })),
            FilingKind::Report => {
                Choice::Report(
                    portal
                        .answers_to_choose(&reference)
                        .await?
                        .map(|choice| report::Choosing {
                            choice,
                            classified: named(classified),
                            oversized: named(oversized),
                        }),
                )
            }
        })
    });
    view! {
        <Found of=choosing let:choosing>
            {match choosing {
                Choice::Incident(of) => view! { <Written of let:choosing><Page choosing/></Written> }.into_any(),
                Choice::Report(of) => view! { <ChooseAnswersPage of/> }.into_any(),
            }}
        </Found>
    }
}

#[component]
fn Page(choosing: Choosing) -> impl IntoView {
    let Choosing { choice, wrong } = choosing;
    let reference = choice.filing.reference.clone();
    let links = wrong.links(|field| routes::field(&reference, field));
    let body = if choice.beside.is_empty() {
        let href = routes::check_answers(&reference);
        view! { <p>{words::say("choose-nothing")}" "<a href=href>{words::say("choose-on")}</a></p> }.into_any()
    } else {
        view! { <Form choice/> }.into_any()
    };
    view! {
        <LastRefusal/>
        <Eyebrow reference/>
        <PageTitle text=words::say("choose-title")/>
        <ErrorSummary links/>
        {body}
    }
}

#[component]
fn Form(choice: ChoiceSeen) -> impl IntoView {
    // Where a field was kept aside twice, the later version is offered.
    let kept = choice
        .beside
        .iter()
        .flat_map(|beside| beside.answers.iter().map(|(field, typed)| (field, (typed, beside.at))));
    let kept: BTreeMap<&Field, (&Typed, Timestamp)> = kept.collect();
    let fields = kept.into_iter().map(|(field, (aside, at))| {
        let asked = field.asked(choice.filing.terms);
        let draft = Said::typed(*field, &choice.filing.draft.typed(*field), &choice.names, asked);
        let aside = Said::typed(*field, aside, &choice.names, asked);
        view! { <Versions field=*field draft aside at/> }
    });
    let fields = fields.collect_view();
    view! {
        <p class="lede">{words::say("choose-lede")}</p>
        <form method="post" action=Choose::PATH>
            <DrawnFields drawn=Drawn::from(&choice)/>
            {fields}
            <div class="buttons"><button class="btn">{words::say("choose-save")}</button></div>
        </form>
    }
}

#[component]
fn Versions(field: Field, draft: Said, aside: Said, at: Timestamp) -> impl IntoView {
    let name = format!("versions[{}]", field.id());
    let from_draft = words::say("choose-draft");
    let from_aside = words::say_with("choose-aside", &[("at", &words::minute(at))]);
    view! {
        <fieldset class="field">
            <legend>{words::label(field)}</legend>
            <Version id=field.id().to_owned() name=name.clone() value="draft" label=from_draft said=draft/>
            <Version id=format!("{}-aside", field.id()) name value="aside" label=from_aside said=aside/>
        </fieldset>
    }
}

#[component]
fn Version(id: String, name: String, value: &'static str, label: String, said: Said) -> impl IntoView {
    let words_id = format!("{id}-words");
    view! {
        <div class="choice">
            <input type="radio" id=id.clone() name=name value=value required aria-describedby=words_id.clone()/>
            <label for=id>{label}</label>
            <p id=words_id dir="auto">{said.words}{said.note.map(|note| format!(" ({note})"))}</p>
        </div>
    }
}
