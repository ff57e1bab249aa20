//! The controls of small forms, which make no draft: signing in, a password, an invitation, a State's entry.
//!
//! As in the filing form: label, hint, error, control, in that order; what is wrong is said in the same words in the
//! [summary](super::form::ErrorSummary) and beside the field, whose first control has the field's name as its id.
//! Sentences are `account-<field>` with an optional `.hint`, or those of another area, and `mistake-<code>`.

pub use super::mend::{Mend, links, wrong};

use crate::{error::PortalError, words};
use leptos::prelude::*;

/// Whether an address says that the form on its page had mistakes, so that it is drawn as it was typed.
pub fn again(refused: Option<&str>) -> bool {
    refused == Some(PortalError::Mistakes.code())
}

/// Which of the hint and the error there are, for `aria-describedby`.
fn described_by(field: &str, hint: bool, error: bool) -> Option<String> {
    let parts = [
        hint.then(|| format!("{field}-hint")),
        error.then(|| format!("{field}-error")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[component]
fn HintAndError(field: &'static str, hint: Option<String>, error: Option<String>) -> impl IntoView {
    view! {
        {hint.map(|hint| view! { <p class="hint" id=format!("{field}-hint")>{hint}</p> })}
        {error.map(|error| view! { <p class="error" id=format!("{field}-error")>{error}</p> })}
    }
}

/// One line.
#[component]
pub fn Line(
    /// The field.
    field: &'static str,
    /// What it is posted under.
    #[prop(into)]
    name: String,
    /// What was typed.
    #[prop(optional, into)]
    value: String,
    /// What is wrong with that.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// `text`, `email` or `password`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser or password store may fill in (HTML, 4.10.18.7).
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What the ids of its sentences begin with.
    #[prop(default = "account")]
    area: &'static str,
) -> impl IntoView {
    let hint = words::maybe(&format!("{area}-{field}.hint"));
    let described = described_by(field, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    let invalid = wrong.then_some("true");
    // A password comes back from nowhere.
    let value = (kind != "password").then_some(value);
    view! {
        <div class="field" class:field--wrong=wrong>
            <label for=field>{words::say(&format!("{area}-{field}"))}</label>
            <HintAndError field hint error/>
            <input
                type=kind id=field name=name value=value autocomplete=autocomplete dir="auto" autocapitalize="none"
                spellcheck="false" aria-describedby=described aria-invalid=invalid
            />
        </div>
    }
}

/// Several lines.
#[component]
pub fn Area(
    /// The field.
    field: &'static str,
    /// What it is posted under.
    #[prop(into)]
    name: String,
    /// What was typed.
    #[prop(into)]
    value: String,
    /// What is wrong with that.
    error: Option<String>,
    /// The most characters.
    limit: usize,
    /// What the ids of its sentences begin with.
    area: &'static str,
) -> impl IntoView {
    let hint = words::maybe(&format!("{area}-{field}.hint"));
    let described = described_by(field, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    let invalid = wrong.then_some("true");
    // HTML drops one line break at the beginning of a text area.
    let value = format!("\n{value}");
    view! {
        <div class="field" class:field--wrong=wrong>
            <label for=field>{words::say(&format!("{area}-{field}"))}</label>
            <HintAndError field hint error/>
            <textarea
                id=field name=name rows="6" dir="auto" maxlength=limit.to_string() aria-describedby=described
                aria-invalid=invalid
            >{value}</textarea>
        </div>
    }
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is posted.
    pub value: String,
    /// What is read.
    pub words: String,
    /// More about it.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One of a few, or any of a few.
#[component]
pub fn Choice(
    /// The field.
    field: &'static str,
    /// What is posted.
    #[prop(into)]
    name: String,
    /// `radio` or `checkbox`.
    kind: &'static str,
    /// What there is to choose from.
    offers: Vec<Offer>,
    /// What is wrong with what was chosen.
    error: Option<String>,
    /// What the ids of its sentences begin with.
    #[prop(default = "account")]
    area: &'static str,
) -> impl IntoView {
    let hint = words::maybe(&format!("{area}-{field}.hint"));
    let described = described_by(field, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    let offers = offers.into_iter().enumerate().map(
        |(
            at,
            Offer {
                value,
                words,
                hint,
                chosen,
            },
        )| {
            let id = if at == 0 {
                field.to_owned()
            } else {
                format!("{field}-{value}")
            };
            let hint_id = format!("{id}-about");
            let about = hint.is_some().then(|| hint_id.clone());
            view! {
                <div class="choice">
                    <input type=kind id=id.clone() name=name.clone() value=value checked=chosen aria-describedby=about/>
                    <label for=id>{words}</label>
                    {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
                </div>
            }
        },
    );
    let offers = offers.collect_view();
    view! {
        <fieldset class="field" class:field--wrong=wrong aria-describedby=described>
            <legend>{words::say(&format!("{area}-{field}"))}</legend>
            <HintAndError field hint error/>
            {offers}
        </fieldset>
    }
}

/// One of many.
#[component]
pub fn Menu(
    /// The field.
    field: &'static str,
    /// What it is posted under.
    #[prop(into)]
    name: String,
    /// What there is to choose from, besides nothing.
    offers: Vec<Offer>,
    /// What is wrong with what was chosen.
    error: Option<String>,
    /// What the ids of its sentences begin with.
    #[prop(default = "account")]
    area: &'static str,
) -> impl IntoView {
    let hint = words::maybe(&format!("{area}-{field}.hint"));
    let described = described_by(field, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    let invalid = wrong.then_some("true");
    let offers = offers.into_iter().map(
        |Offer {
             value, words, chosen, ..
         }| {
            view! { <option value=value selected=chosen>{words}</option> }
        },
    );
    let offers = offers.collect_view();
    view! {
        <div class="field" class:field--wrong=wrong>
            <label for=field>{words::say(&format!("{area}-{field}"))}</label>
            <HintAndError field hint error/>
            <select id=field name=name aria-describedby=described aria-invalid=invalid>
                <option value="">{words::say("account-choose")}</option>
                {offers}
            </select>
        </div>
    }
}

/// A form of one button.
#[component]
pub fn Button(
    /// Where it is posted to.
    action: &'static str,
    /// Whom it is about.
    #[prop(into)]
    person: String,
    /// How it looks.
    #[prop(default = "btn btn--quiet")]
    class: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="person" value=person/>
            <button class=class>{children()}</button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::accounts::forms::Mistake;
    use domain::{letter::Occasion, people::Side};

    #[test]
    fn every_code_of_accounts_has_its_sentence() {
        let mistakes = Mistake::ALL.map(|mistake| format!("mistake-{}", mistake.code()));
        let sides = Side::CODES.map(|side| format!("side-{side}"));
        let roles = Side::CODES
            .into_iter()
            .flat_map(Side::roles_on)
            .map(|role| format!("role-{role}"));
        let letters = Occasion::ALL.map(|occasion| format!("letter-{}", occasion.code()));
        let bodies = letters.clone().map(|letter| format!("{letter}.body"));
        for id in mistakes
            .into_iter()
            .chain(sides)
            .chain(roles)
            .chain(letters)
            .chain(bodies)
        {
            assert!(words::maybe(&id).is_some(), "{id}");
        }
    }
}
