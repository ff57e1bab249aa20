//! The two things a State may say instead of telling everyone: that it gives no answer, and why; and that it gives one
//! which only the secretariat reads, and why.

use super::Filled;
use crate::words;
use domain::{form::Control, marking::Reason};
use leptos::prelude::*;

/// Under a field that may be without a value. It stands open where something is said in it.
#[component]
pub fn CannotSay(
    /// The field.
    filled: Filled,
) -> impl IntoView {
    let open = !filled.typed.cannot.is_empty() || !filled.typed.held_back.is_empty();
    (!filled.field.needs_value()).then(|| {
        let label = words::label(filled.field);
        view! {
            <details class="cannot-say" open=open>
                <summary>
                    {words::say("form-cannot")}
                    <span class="visually-hidden">": "{label}</span>
                </summary>
                <div>
                    <NoAnswer filled=filled.clone()/>
                    <HeldBack filled/>
                </div>
            </details>
        }
    })
}

#[component]
fn NoAnswer(filled: Filled) -> impl IntoView {
    let (id, chosen) = (filled.id_of("cannot"), filled.typed.cannot.clone());
    let option = |value: &'static str, words: String| {
        view! { <option value=value selected=value == chosen>{words}</option> }
    };
    // "Not known" is among the choices of a list that offers one; said in two places it would be two answers.
    let listed = matches!(filled.field.control(), Control::Choice(_)) && chosen != "unknown";
    view! {
        <div class="field">
            <label for=id.clone()>{words::say("form-no-answer")}</label>
            <select id=id name=filled.name("cannot")>
                <option value="">{words::say("form-no-answer-given")}</option>
                {filled.field.may_be_none().then(|| option("none", words::say("form-no-answer-none")))}
                {(!listed).then(|| option("unknown", words::say("form-no-answer-unknown")))}
                {Reason::ALL
                    .map(|why| option(why.code(), words::say_with("form-withheld", &[("reason", &words::reason(why))])))
                    .collect_view()}
            </select>
        </div>
    }
    .into_any()
}

#[component]
fn HeldBack(filled: Filled) -> impl IntoView {
    let (id, chosen) = (filled.id_of("held-back"), filled.typed.held_back.clone());
    let option = |why: Reason| {
        let words = words::say_with("form-held-back-for", &[("reason", &words::reason(why))]);
        view! { <option value=why.code() selected=why.code() == chosen>{words}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{words::say("form-held-back")}</label>
            <select id=id name=filled.name("held_back")>
                <option value="">{words::say("form-released")}</option>
                {Reason::ALL.map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
