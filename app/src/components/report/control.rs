//! The control that belongs to each kind of question with one box, and which kind has which.

use super::{
    InIts, Put,
    frame::Single,
    several::{ChoiceField, ChoicesField, DateField, LinksField, ProgressField},
};
use crate::{components::form::Offer, islands::CharacterCount, words};
use domain::{
    catalogue::{LANGUAGES, is_language},
    questionnaire::Kind,
};
use leptos::prelude::*;

/// A question, with the control that belongs to it.
#[component]
pub fn QuestionField(
    /// The question as it stands.
    put: Put,
) -> impl IntoView {
    match put.question.kind.clone() {
        Kind::Choice(offered) => view! { <ChoiceField put offered/> }.into_any(),
        Kind::Choices(offered) => view! { <ChoicesField put offered/> }.into_any(),
        Kind::Progress => view! { <ProgressField put/> }.into_any(),
        Kind::Number { .. } => view! { <NumberField put/> }.into_any(),
        Kind::Date => view! { <DateField put/> }.into_any(),
        Kind::Text { max } => view! { <TextField put max/> }.into_any(),
        Kind::Evidence => view! { <LinksField put/> }.into_any(),
    }
}

/// How many, and whether that is an estimate.
#[component]
fn NumberField(put: Put) -> impl IntoView {
    let estimate = put.typed.value.estimate == "estimate";
    view! {
        <Single put=put.clone()>
            <input
                type="text" class="short" id=put.id() name=put.name("text") value=put.typed.value.text.clone()
                dir="ltr" inputmode="numeric" autocomplete="off"
                aria-describedby=put.described_by() aria-invalid=put.invalid()
            />
            <Offer
                kind="checkbox" id=put.id_of("estimate") name=put.name("estimate") value="estimate".to_owned()
                checked=estimate
            >
                {words::say("form-estimate")}
            </Offer>
        </Single>
    }
}

/// Free text, and its language.
#[component]
fn TextField(put: Put, max: usize) -> impl IntoView {
    let chosen = Some(put.typed.value.language.clone()).filter(|tag| is_language(tag));
    let language = chosen.unwrap_or_else(|| put.writes_in.clone());
    // HTML drops one line break at the beginning of a text area.
    let text = format!("\n{}", put.typed.value.text);
    let rows = if max > 600 { "8" } else { "4" };
    view! {
        <Single put=put.clone()>
            <textarea
                id=put.id() name=put.name("text") rows=rows dir="auto" lang=language.clone()
                aria-describedby=put.described_by() aria-invalid=put.invalid()
            >{text}</textarea>
            <CharacterCount field=put.id() limit=max/>
            <LanguageOf put=put.clone() language/>
        </Single>
    }
}

/// The language of the text above, each named in itself.
#[component]
fn LanguageOf(put: Put, language: String) -> impl IntoView {
    let id = put.id_of("language");
    let options = LANGUAGES.map(|one| {
        let dir = words::direction(one.tag);
        view! { <option value=one.tag lang=one.tag dir=dir selected=one.tag == language>{one.autonym}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>
                {words::say("form-language")}<span class="visually-hidden">": "<InIts language=put.language.clone() text=put.question.text.clone()/></span>
            </label>
            <select id=id name=put.name("language")>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}
