//! The filing form, one file for each way of answering.
//!
//! A field is always label, hint, error, control, in that order, and under it, where there may be no value, a
//! disclosure: *why there is no answer* and *why not every reader gets it*. What was typed comes back as it was typed,
//! however wrong; what is wrong with it is said in the [summary](summary) and beside the field, in the same words.
//!
//! No control needs a script. Names follow from the field: `answers[title][text]`, so that the door gets one map of
//! everything on the page. The first control of a field has the field's own id: there the summary's links lead.

mod cannot_say;
mod choice;
mod choices;
mod count;
mod drawn;
mod frame;
mod moment;
mod readers;
mod states;
pub mod summary;
mod text;

pub use drawn::{Drawn, DrawnFields};
pub use frame::Offer;
pub use readers::ReleaseField;
pub use summary::{ErrorSummary, FileRefused, LeftOut, Wrong};

use crate::words;
use choice::ChoiceField;
use choices::ChoicesField;
use count::CountField;
use domain::{
    draft::Typed,
    form::{Control, Field},
    state::State,
};
use leptos::prelude::*;
use moment::MomentField;
use readers::{AudienceField, MarkingField};
use states::StatesField;
use text::{LineField, TextField, TitleField};

/// A field as it stands on the page: what was typed, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Filled {
    /// Which field.
    pub field: Field,
    /// What was typed.
    pub typed: Typed,
    /// What is wrong, in words.
    pub error: Option<String>,
}

impl Filled {
    /// The id of its first control.
    pub fn id(&self) -> &'static str {
        self.field.id()
    }

    /// The id of another part: `title-hint`.
    pub fn id_of(&self, part: &str) -> String {
        format!("{}-{part}", self.id())
    }

    /// The name a part is posted under: `answers[title][text]`.
    pub fn name(&self, part: &str) -> String {
        format!("answers[{}][{part}]", self.id())
    }

    /// The name under which each of several codes is posted.
    pub fn names(&self) -> String {
        format!("answers[{}][choices][]", self.id())
    }

    /// What helps to answer: the field's own hint, then what its kind of control needs said.
    pub fn hint(&self) -> Option<String> {
        let of_control = match self.field.control() {
            Control::Text(limit) => Some(words::say_with("form-limit", &[("limit", &limit.to_string())])),
            Control::Moment => Some(words::say("form-moment-hint")),
            Control::Choices(_) => Some(words::say("form-choices-hint")),
            Control::States => Some(words::say("form-states-hint")),
            _ => None,
        };
        let all: Vec<String> = words::hint(self.field).into_iter().chain(of_control).collect();
        (!all.is_empty()).then(|| all.join(" "))
    }

    /// The ids of hint and error, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let hint = self.hint().map(|_| self.id_of("hint"));
        let error = self.error.as_ref().map(|_| self.id_of("error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// `aria-invalid` of its controls.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }
}

/// A field of the form, with the control that belongs to it.
#[component]
pub fn FieldOf(
    /// The field as it stands.
    filled: Filled,
    /// The language preselected for text that has none yet.
    language: String,
    /// The States there are to choose from.
    states: Vec<State>,
) -> impl IntoView {
    match filled.field.control() {
        Control::Line(_) => view! { <LineField filled/> }.into_any(),
        Control::Title(_) => view! { <TitleField filled language/> }.into_any(),
        Control::Text(limit) => view! { <TextField filled limit language/> }.into_any(),
        Control::Choice(list) => view! { <ChoiceField filled list/> }.into_any(),
        Control::Choices(list) => view! { <ChoicesField filled list/> }.into_any(),
        Control::Moment => view! { <MomentField filled/> }.into_any(),
        Control::Count => view! { <CountField filled/> }.into_any(),
        Control::States => view! { <StatesField filled states/> }.into_any(),
        Control::Marking => view! { <MarkingField filled/> }.into_any(),
        Control::Audience => view! { <AudienceField filled/> }.into_any(),
    }
}

/// The two ways to leave a page of the form: both save it.
#[component]
pub fn SaveButtons() -> impl IntoView {
    view! {
        <div class="buttons">
            <button class="btn" name="then" value="continue">{words::say("form-save-continue")}</button>
            <button class="btn btn--quiet" name="then" value="leave">{words::say("form-save-leave")}</button>
        </div>
    }
}
