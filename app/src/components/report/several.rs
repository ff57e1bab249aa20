//! The controls of questions that are answered in several boxes or by choosing.
//!
//! No question is mandatory, and without a script a radio button cannot be unticked: so *left blank* is one of them.

use super::{InIts, Put, extras::LinkBoxes, frame::Several};
use crate::{
    components::{answers::reported, form::Offer},
    words,
};
use domain::questionnaire::{Choice, Progress};
use leptos::prelude::*;

/// One of the choices offered.
#[component]
pub fn ChoiceField(
    /// The question.
    put: Put,
    /// What it offers.
    offered: Vec<Choice>,
) -> impl IntoView {
    let offer = |choice: Choice| (choice.code.to_string(), in_its(&put, choice.label));
    let offers = offered.into_iter().map(offer).collect();
    view! { <Radios put offers/> }
}

/// Words of the questionnaire this question is of.
fn in_its(put: &Put, text: String) -> AnyView {
    view! { <InIts language=put.language.clone() text/> }.into_any()
}

/// A word of the progress scale, as stated by the State.
#[component]
pub fn ProgressField(
    /// The question.
    put: Put,
) -> impl IntoView {
    let offers = Progress::ALL.map(|word| (word.code().to_owned(), reported::progress(word).into_any()));
    view! { <Radios put offers=offers.into()/> }
}

#[component]
fn Radios(put: Put, offers: Vec<(String, AnyView)>) -> impl IntoView {
    let chosen = put.typed.value.text.clone();
    let known = chosen.is_empty() || offers.iter().any(|(code, _)| *code == chosen);
    // What an older questionnaire or an upload brought is shown as it is, and judged.
    let kept = (!known).then(|| (chosen.clone(), chosen.clone().into_any()));
    let blank = (String::new(), words::say("answers-left-blank").into_any());
    let offers = offers.into_iter().chain(kept).chain([blank]).enumerate();
    let radios = offers.map(|(at, (code, label))| {
        let id = match (at, code.as_str()) {
            (0, _) => put.id(),
            (_, "") => put.id_of("blank"),
            (_, code) => put.id_of(&format!("is-{code}")),
        };
        let beneath = (code == "other").then(|| view! { <Other put=put.clone()/> }.into_any());
        let checked = code == chosen;
        view! { <Offer kind="radio" id name=put.name("text") value=code checked beneath>{label}</Offer> }
    });
    let radios = radios.collect_view();
    view! { <Several put>{radios}</Several> }
}

/// Any of the choices offered, and what "other" stands for.
#[component]
pub fn ChoicesField(
    /// The question.
    put: Put,
    /// What it offers.
    offered: Vec<Choice>,
) -> impl IntoView {
    let name = format!("{}[]", put.name("choices"));
    let boxes = offered.into_iter().enumerate().map(|(at, choice)| {
        let code = choice.code.to_string();
        let id = if at == 0 {
            put.id()
        } else {
            put.id_of(&format!("is-{code}"))
        };
        let checked = put.typed.value.choices.contains(&code);
        let beneath = (code == "other").then(|| view! { <Other put=put.clone()/> }.into_any());
        let label = in_its(&put, choice.label);
        view! { <Offer kind="checkbox" id name=name.clone() value=code checked beneath>{label}</Offer> }
    });
    let boxes = boxes.collect_view();
    view! { <Several put>{boxes}</Several> }
}

#[component]
fn Other(put: Put) -> impl IntoView {
    let id = put.id_of("other-which");
    view! {
        <div class="field">
            <label for=id.clone()>{words::say("form-other-which")}</label>
            <input
                type="text" id=id name=put.name("other") value=put.typed.value.other.clone() dir="auto"
                autocomplete="off"
            />
        </div>
    }
}

/// Day, month and year. A box left empty says how precisely it is known.
#[component]
pub fn DateField(
    /// The question.
    put: Put,
) -> impl IntoView {
    let value = put.typed.value.clone();
    let boxes = [("day", value.day), ("month", value.month), ("year", value.year)];
    let boxes = boxes.into_iter().enumerate().map(|(at, (part, value))| {
        let id = if at == 0 { put.id() } else { put.id_of(part) };
        view! {
            <div>
                <label for=id.clone()>{words::say(&format!("form-moment-{part}"))}</label>
                <input
                    type="text" id=id name=put.name(part) value=value dir="ltr" inputmode="numeric"
                    autocomplete="off" aria-invalid=put.invalid()
                />
            </div>
        }
    });
    let boxes = boxes.collect_view();
    view! { <Several put><div class="date">{boxes}</div></Several> }
}

/// Links and nothing else.
#[component]
pub fn LinksField(
    /// The question.
    put: Put,
) -> impl IntoView {
    view! { <Several put=put.clone()><LinkBoxes first=put.id() put/></Several> }
}
