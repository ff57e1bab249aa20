//! One code of a list: radio buttons while a person can take them in at a glance, a list to open where there are more.

use super::{
    Filled,
    frame::{Grouped, Labelled, Offer},
};
use crate::words;
use domain::catalogue::{Code, List, RSIT_CLASS};
use leptos::prelude::*;

/// As many as a person compares without losing the first.
const AT_A_GLANCE: usize = 8;

/// One code of a list, or that it is not known.
#[component]
pub fn ChoiceField(
    /// The field.
    filled: Filled,
    /// What it offers.
    list: &'static List,
) -> impl IntoView {
    if list.codes.len() > AT_A_GLANCE {
        view! { <Opened filled list/> }.into_any()
    } else {
        view! { <Radios filled list/> }.into_any()
    }
}

#[component]
fn Radios(filled: Filled, list: &'static List) -> impl IntoView {
    let offers = list
        .codes
        .iter()
        .map(|code| (code.id, words::code(list, code.id), hint(list, code.id)));
    // Without a script a radio button cannot be unticked: who changes their mind needs one for that.
    let others = [
        ("unknown", words::say("form-not-known"), None),
        ("", words::say("form-blank"), None),
    ];
    let others = others.into_iter().filter(|_| !filled.field.needs_value());
    let offers = offers.chain(others).enumerate().map(|(at, (value, label, hint))| {
        let id = if at == 0 {
            filled.id().to_owned()
        } else {
            filled.id_of(if value.is_empty() { "blank" } else { value })
        };
        // Nothing is chosen for anybody: "no answer" is, where a reason for it was.
        let checked = filled.typed.text == value && (!value.is_empty() || !filled.typed.cannot.is_empty());
        view! {
            <Offer kind="radio" id name=filled.name("text") value=value.to_owned() checked hint>{label}</Offer>
        }
    });
    let offers = offers.collect_view();
    view! { <Grouped filled>{offers}</Grouped> }
}

#[component]
fn Opened(filled: Filled, list: &'static List) -> impl IntoView {
    let chosen = filled.typed.text.clone();
    let kept = (!chosen.is_empty() && chosen != "unknown" && !list.knows(&chosen)).then(|| chosen.clone());
    view! {
        <Labelled filled=filled.clone()>
            <select
                id=filled.id() name=filled.name("text")
                aria-describedby=filled.described_by() aria-invalid=filled.invalid()
            >
                <option value="">{words::say("form-choose")}</option>
                {kept.map(|code| view! { <option value=code.clone() selected=true>{code.clone()}</option> })}
                {classes(list).into_iter().map(|(class, codes)| options(list, class, codes, &chosen)).collect_view()}
                {(!filled.field.needs_value()).then(|| view! {
                    <option value="unknown" selected=chosen == "unknown">{words::say("form-not-known")}</option>
                })}
            </select>
        </Labelled>
    }
}

/// The codes of a list by their class, in the list's order.
fn classes(list: &'static List) -> Vec<(Option<&'static str>, Vec<&'static Code>)> {
    let mut classes: Vec<(Option<&str>, Vec<&Code>)> = Vec::new();
    for code in list.codes {
        match classes.last_mut() {
            Some((class, codes)) if *class == code.within => codes.push(code),
            _ => classes.push((code.within, vec![code])),
        }
    }
    classes
}

fn options(list: &'static List, class: Option<&'static str>, codes: Vec<&'static Code>, chosen: &str) -> AnyView {
    let options: Vec<_> = codes
        .into_iter()
        .map(|code| view! { <option value=code.id selected=code.id == chosen>{words::code(list, code.id)}</option> })
        .collect();
    match class {
        Some(class) => view! { <optgroup label=words::code(&RSIT_CLASS, class)>{options}</optgroup> }.into_any(),
        None => options.into_any(),
    }
}

/// What a code means, where its words do not say it.
pub(super) fn hint(list: &List, code: &str) -> Option<String> {
    words::maybe(&format!("{}.hint", list.message_id(code)))
}
