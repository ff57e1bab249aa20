//! Text: a line that is no language's, a line in a language, and several lines in a language.

use super::{Filled, frame::Labelled};
use crate::{islands::CharacterCount, words};
use domain::catalogue::{LANGUAGES, is_language};
use leptos::prelude::*;

/// One line without a language: a reference, a label of the State's own scale.
#[component]
pub fn LineField(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    view! {
        <Labelled filled=filled.clone()>
            <input
                type="text" id=filled.id() name=filled.name("text") value=filled.typed.text.clone() dir="auto"
                autocomplete="off" aria-describedby=filled.described_by() aria-invalid=filled.invalid()
            />
        </Labelled>
    }
}

/// One line of free text, and its language.
#[component]
pub fn TitleField(
    /// The field.
    filled: Filled,
    /// The language preselected where none is chosen.
    language: String,
) -> impl IntoView {
    let language = chosen(&filled, language);
    view! {
        <Labelled filled=filled.clone()>
            <input
                type="text" id=filled.id() name=filled.name("text") value=filled.typed.text.clone() dir="auto"
                lang=language.clone() autocomplete="off"
                aria-describedby=filled.described_by() aria-invalid=filled.invalid()
            />
            <LanguageOf filled=filled.clone() language/>
        </Labelled>
    }
}

/// Free text of several lines, and its language.
#[component]
pub fn TextField(
    /// The field.
    filled: Filled,
    /// The most characters it accepts; more is kept, and said.
    limit: usize,
    /// The language preselected where none is chosen.
    language: String,
) -> impl IntoView {
    let language = chosen(&filled, language);
    // HTML drops one line break at the beginning of a text area.
    let text = format!("\n{}", filled.typed.text);
    view! {
        <Labelled filled=filled.clone()>
            <textarea
                id=filled.id() name=filled.name("text") rows="8" dir="auto" lang=language.clone()
                aria-describedby=filled.described_by() aria-invalid=filled.invalid()
            >{text}</textarea>
            <CharacterCount field=filled.id() limit/>
            <LanguageOf filled=filled.clone() language/>
        </Labelled>
    }
}

fn chosen(filled: &Filled, otherwise: String) -> String {
    let typed = &filled.typed.language;
    if is_language(typed) { typed.clone() } else { otherwise }
}

/// The language of the text above, each named in itself.
#[component]
fn LanguageOf(filled: Filled, language: String) -> impl IntoView {
    let id = filled.id_of("language");
    let options = LANGUAGES.map(|one| {
        let dir = words::direction(one.tag);
        view! { <option value=one.tag lang=one.tag dir=dir selected=one.tag == language>{one.autonym}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>
                {words::say("form-language")}<span class="visually-hidden">": "{words::label(filled.field)}</span>
            </label>
            <select id=id name=filled.name("language")>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}
