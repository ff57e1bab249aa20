//! What somebody wrote that was refused: in its box again, with what is wrong beside it; or by itself, where there is no
//! such box on the page any more.

use super::form::ErrorSummary;
use crate::{
    portal::notes::{GivenBack, Purpose},
    words,
};
use domain::filing::NOTE_MAX;
use leptos::prelude::*;

/// The id of the text where it has no box of its own.
const ALONE: &str = "given-back";

/// The id of the box for this purpose.
pub fn box_id(purpose: &Purpose) -> String {
    match purpose.action() {
        Some(action) => format!("{}-{}", action.code(), box_name(purpose)),
        None => "note".to_owned(),
    }
}

/// What the box for this purpose is posted under.
pub const fn box_name(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::Return | Purpose::Reopen | Purpose::Withdraw => "why",
        Purpose::Ask(_) => "question",
        Purpose::Answer => "answer",
        Purpose::Note => "text",
    }
}

/// What the box for this purpose asks for.
pub fn box_label(purpose: &Purpose) -> String {
    match purpose.action() {
        Some(action) => words::say(&format!("action-{}.asks", action.code())),
        None => words::say("review-note"),
    }
}

/// What is wrong with it: the same in the summary and beside the box.
pub fn wrong(given: &GivenBack) -> String {
    let field = box_label(&given.purpose);
    let of_field = |id: &str| words::say_with(id, &[("field", &field), ("limit", &NOTE_MAX.to_string())]);
    match (given.why.code(), &given.text) {
        ("note-classified", _) => of_field("problem-classified"),
        (_, None) => of_field("problem-oversized"),
        ("note-missing", _) => missing(&given.purpose),
        ("note-too-long", _) => of_field("problem-too-long"),
        ("note-unreadable", _) => of_field("given-back-unreadable"),
        (code, _) => words::say_with("given-back-why", &[("why", &words::say(&format!("refused-{code}")))]),
    }
}

fn missing(purpose: &Purpose) -> String {
    match purpose.action() {
        Some(action) => words::say(&format!("action-{}.missing", action.code())),
        None => words::say("review-note-missing"),
    }
}

/// Says above the page why it was refused, with a link to the words.
#[component]
pub fn Refused(
    /// What was refused.
    given: GivenBack,
    /// Whether the page has its box.
    has_box: bool,
) -> impl IntoView {
    let why = wrong(&given);
    let alone = given.text.filter(|text| !has_box && !text.is_empty());
    let to = match (has_box, &alone) {
        (true, _) => box_id(&given.purpose),
        (false, Some(_)) => ALONE.to_owned(),
        // What was said is all there is.
        (false, None) => "content".to_owned(),
    };
    view! {
        <ErrorSummary links=vec![(format!("#{to}"), why)]/>
        {alone.map(|text| view! { <Alone text label=box_label(&given.purpose)/> })}
    }
}

/// To be read and copied.
#[component]
fn Alone(text: String, label: String) -> impl IntoView {
    let hint_id = format!("{ALONE}-hint");
    view! {
        <div class="field">
            <label for=ALONE>{words::say_with("given-back-label", &[("field", &label)])}</label>
            <p class="hint" id=hint_id.clone()>{words::say("given-back-once")}</p>
            <textarea id=ALONE rows="6" dir="auto" readonly aria-describedby=hint_id>{format!("\n{text}")}</textarea>
        </div>
    }
}

/// A box to write in. Nothing longer than a note may be can be typed.
#[component]
pub fn NoteBox(
    /// What for.
    purpose: Purpose,
    /// What was written before, if it was refused.
    #[prop(optional_no_strip)]
    given: Option<GivenBack>,
    /// What helps to write it.
    #[prop(optional_no_strip)]
    hint: Option<String>,
) -> impl IntoView {
    let (id, error) = (box_id(&purpose), given.as_ref().map(wrong));
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let is_wrong = error.is_some();
    let described = if is_wrong {
        format!("{hint_id} {error_id}")
    } else {
        hint_id.clone()
    };
    // HTML drops one line break at the beginning of a text area.
    let text = format!("\n{}", given.and_then(|given| given.text).unwrap_or_default());
    view! {
        <div class="field" class:field--wrong=is_wrong>
            <label for=id.clone()>{box_label(&purpose)}</label>
            <p class="hint" id=hint_id>
                {hint.map(|hint| format!("{hint} "))}
                {words::say_with("form-limit", &[("limit", &NOTE_MAX.to_string())])}
            </p>
            {error.map(|error| view! { <p class="error" id=error_id>{error}</p> })}
            <textarea
                id=id name=box_name(&purpose) rows="4" dir="auto" required maxlength=NOTE_MAX.to_string()
                aria-describedby=described aria-invalid=is_wrong.then_some("true")
            >{text}</textarea>
        </div>
    }
}
