//! Under a question, closed until it is needed: who may read the answer, links to evidence, why there is no answer.

use super::{InIts, Put};
use crate::{components::form::Offer, words};
use domain::{
    marking::{Audience, Reason},
    questionnaire::Kind,
    report::LINKS_MAX,
};
use leptos::prelude::*;

/// How many boxes for links there are at least, and how many more than were filled.
const BOXES: usize = 2;

/// It stands open where something is said in it.
#[component]
pub fn Extras(
    /// The question.
    put: Put,
) -> impl IntoView {
    let readers = put.typed.read_by(put.ceiling);
    let asks_for_links = put.question.kind == Kind::Evidence;
    let has_links = !asks_for_links && !put.typed.evidence.is_empty();
    let open = readers != put.ceiling || has_links || !put.typed.value.cannot.is_empty();
    let summary = words::say_with("report-extras", &[("readers", &words::audience(readers))]);
    let (language, text) = (put.language.clone(), put.question.text.clone());
    view! {
        <details class="cannot-say" open=open>
            <summary>{summary}<span class="visually-hidden">": "<InIts language text/></span></summary>
            <div>
                <ReadersOf put=put.clone()/>
                {(!asks_for_links).then(|| view! { <Evidence put=put.clone()/> })}
                <NoAnswer put/>
            </div>
        </details>
    }
    .into_any()
}

/// Who may read this answer: no more than may know of the report.
#[component]
fn ReadersOf(put: Put) -> impl IntoView {
    let (id, chosen) = (put.id_of("readers"), put.typed.audience.clone());
    let as_whole = words::say_with("report-readers-as-whole", &[("readers", &words::audience(put.ceiling))]);
    let offered = Audience::ALL.into_iter();
    let offered = offered.filter(|one| *one <= put.ceiling || one.code() == chosen);
    let options = offered.map(|one| {
        view! { <option value=one.code() selected=one.code() == chosen>{words::audience(one)}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{words::say("report-readers-of-answer")}</label>
            <select id=id name=put.name("audience")>
                <option value="">{as_whole}</option>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

#[component]
fn Evidence(put: Put) -> impl IntoView {
    let (legend, hint) = (
        words::say("report-evidence"),
        words::say_with("report-links-hint", &[("max", &LINKS_MAX.to_string())]),
    );
    view! {
        <fieldset class="field">
            <legend>{legend}</legend>
            <p class="hint">{hint}</p>
            <LinkBoxes first=put.id_of("evidence") put/>
        </fieldset>
    }
    .into_any()
}

/// A box for each link, and some more, which saving the page renews.
#[component]
pub fn LinkBoxes(
    /// The id of the first.
    first: String,
    /// The question.
    put: Put,
) -> impl IntoView {
    let links = put.typed.evidence.clone();
    let boxes = BOXES.max(links.len() + 1).min(LINKS_MAX.max(links.len()));
    let name = format!("{}[]", put.name("evidence"));
    let boxes = (0..boxes).map(|at| {
        let number = (at + 1).to_string();
        let id = if at == 0 {
            first.clone()
        } else {
            put.id_of(&format!("link-{number}"))
        };
        let label = words::say_with("report-link", &[("number", &number)]);
        let link = links.get(at).cloned().unwrap_or_default();
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <input
                    type="text" id=id name=name.clone() value=link dir="ltr" inputmode="url" autocomplete="off"
                    spellcheck="false" aria-invalid=put.invalid()
                />
            </div>
        }
    });
    boxes.collect_view().into_any()
}

/// Why there is no answer. To leave it blank is one of the ways, and asks for no reason.
#[component]
fn NoAnswer(put: Put) -> impl IntoView {
    let (id, chosen) = (put.id_of("cannot"), put.typed.value.cannot.clone());
    let option = |value: &'static str, words: String| {
        view! { <option value=value selected=value == chosen>{words}</option> }
    };
    let withheld = |why: Reason| {
        let words = words::say_with("form-withheld", &[("reason", &words::reason(why))]);
        option(why.code(), words)
    };
    view! {
        <div class="field">
            <label for=id.clone()>{words::say("form-no-answer")}</label>
            <select id=id name=put.name("cannot")>
                <option value="">{words::say("report-no-answer-given")}</option>
                {put.question.kind.may_be_none().then(|| option("none", words::say("form-no-answer-none")))}
                {option("unknown", words::say("form-no-answer-unknown"))}
                {Reason::ALL.map(withheld).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// Who may know of the report, and the most readers an answer of it can have.
#[component]
pub fn ReadersField(
    /// The code that was chosen; empty for the cycle's default.
    chosen: String,
    /// The cycle's default.
    default: Audience,
    /// What is wrong with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> impl IntoView {
    let chosen = Audience::from_code(&chosen).unwrap_or(default);
    let wrong = error.is_some();
    let radios = Audience::ALL.into_iter().enumerate().map(|(at, one)| {
        let id = if at == 0 {
            "readers".to_owned()
        } else {
            format!("readers-{}", one.code())
        };
        let hint = Some(words::say(&format!("report-audience-{}", one.code())));
        view! {
            <Offer kind="radio" id name="audience".to_owned() value=one.code().to_owned() checked=one == chosen hint>
                {words::audience(one)}
            </Offer>
        }
    });
    let radios = radios.collect_view();
    view! {
        <fieldset class="field" class:field--wrong=wrong aria-describedby="readers-hint">
            <legend>{words::say("report-readers")}</legend>
            <p class="hint" id="readers-hint">{words::say("report-readers-hint")}</p>
            {error.map(|error| view! { <p class="error" id="readers-error">{error}</p> })}
            {radios}
        </fieldset>
    }
}
