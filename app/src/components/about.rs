//! What a reviewer's question is about: a field of the incident form, a question of the questionnaire, or the whole.

use crate::words;
use domain::{
    form::{Field, Instalment},
    matter::Place,
};
use leptos::prelude::*;

/// The places of a filing that can be asked about, in page order, and what they are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(pub Vec<(Place, String)>);

impl Places {
    /// Those of an incident notification at this instalment.
    pub fn of_incident(instalment: Instalment) -> Self {
        let fields = Field::asked_at(instalment);
        Self(fields.map(|field| (field.into(), words::label(field))).collect())
    }

    /// What this place is called; its id, where it is none of them any more.
    pub fn name(&self, place: &Place) -> String {
        let found = self.0.iter().find(|(one, _)| one == place);
        found.map_or_else(|| place.to_string(), |(_, name)| name.clone())
    }
}

/// Asks what a question is about.
#[component]
pub fn About(
    /// What there is to choose from, besides the whole.
    places: Places,
    /// What was chosen before.
    on: Option<Place>,
) -> impl IntoView {
    let options = places.0.into_iter().map(|(place, name)| {
        let selected = on.as_ref() == Some(&place);
        view! { <option value=place.to_string() selected=selected>{name}</option> }
    });
    view! {
        <div class="field">
            <label for="ask-on">{words::say("actions-about")}</label>
            <select id="ask-on" name="on">
                <option value="">{words::say("actions-about-whole")}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}
