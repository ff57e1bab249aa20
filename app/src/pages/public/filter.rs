//! The form that asks for publications. It only asks, so its address says it all and can be kept.
//!
//! What was typed stays in it, even what makes no sense: a menu then has one more choice.

use super::lines::state_name;
use crate::{
    components::form::ErrorSummary,
    portal::{
        conditions::{Condition, Conditions, Wrong},
        ports::{Participation, YearCount},
        public::StateNames,
    },
    routes, words,
};
use domain::{
    catalogue::{List, NOTICE_KIND, SECTORS},
    search::LONGEST_SEARCH,
};
use leptos::prelude::*;

/// What these conditions ask for, in words, in the order of the form.
pub fn said(conditions: &Conditions, names: &StateNames) -> Vec<String> {
    let typed = conditions.words.trim();
    let sought = (!typed.is_empty()).then(|| words::say_with("publications-quoted", &[("words", typed)]));
    let chosen = [
        (Condition::State, &conditions.state),
        (Condition::Year, &conditions.year),
        (Condition::Kind, &conditions.kind),
        (Condition::Sector, &conditions.sector),
    ];
    let chosen = chosen.into_iter().filter(|(_, typed)| !typed.trim().is_empty());
    let chosen = chosen.map(|(condition, typed)| name(condition, typed.trim(), names));
    sought.into_iter().chain(chosen).collect()
}

/// The name of what was chosen, or what was typed where that names nothing.
fn name(condition: Condition, typed: &str, names: &StateNames) -> String {
    let of_state = || names.get(&typed.parse().ok()?).map(state_name);
    let found = match condition {
        Condition::State => of_state(),
        Condition::Kind => NOTICE_KIND.code(typed).map(|code| words::code(&NOTICE_KIND, code.id)),
        Condition::Sector => SECTORS.code(typed).map(|code| words::code(&SECTORS, code.id)),
        Condition::Words | Condition::Year | Condition::Page => None,
    };
    found.unwrap_or_else(|| typed.to_owned())
}

/// What to tell whoever typed this.
fn pointed_out(wrong: Wrong) -> String {
    let limit = LONGEST_SEARCH.to_string();
    words::say_with(&format!("publications-{}", wrong.code()), &[("limit", &limit)])
}

fn wrong_with(condition: Condition, wrong: &[Wrong]) -> Option<String> {
    let found = wrong.iter().find(|mistake| mistake.with() == condition);
    found.map(|mistake| pointed_out(*mistake))
}

/// Everything that is wrong, with a link to where it can be mended. A page is not in the form: another is a link away.
#[component]
pub fn Mistakes(
    /// What is wrong.
    wrong: Vec<Wrong>,
    /// The same list, at its first page.
    from_the_start: String,
) -> impl IntoView {
    let link = |mistake: &Wrong| match mistake.with() {
        Condition::Page => (from_the_start.clone(), pointed_out(*mistake)),
        condition => (format!("#{}", condition.name()), pointed_out(*mistake)),
    };
    view! { <ErrorSummary links=wrong.iter().map(link).collect()/> }
}

/// The form.
#[component]
pub fn Filter(
    /// What was typed.
    conditions: Conditions,
    /// What is wrong with it.
    wrong: Vec<Wrong>,
    /// What can be chosen.
    participation: Participation,
    /// Names of States, for one that was typed and cannot be chosen.
    names: StateNames,
) -> impl IntoView {
    let menu = |condition: Condition, typed: &str, choices: Vec<Choice>| {
        let error = wrong_with(condition, &wrong);
        let (typed, named) = (typed.trim().to_owned(), name(condition, typed.trim(), &names));
        view! { <Menu condition typed named choices error/> }
    };
    let clear = conditions.are_any().then(|| {
        view! { <a href=routes::PUBLICATIONS>{words::say("publications-clear")}</a> }
    });
    view! {
        <search>
            <form class="filter" method="get" action=routes::PUBLICATIONS>
                <Words typed=conditions.words.clone() error=wrong_with(Condition::Words, &wrong)/>
                {menu(Condition::State, &conditions.state, states(&participation))}
                {menu(Condition::Year, &conditions.year, years(&participation))}
                {menu(Condition::Kind, &conditions.kind, codes(&NOTICE_KIND, &participation.kinds))}
                {menu(Condition::Sector, &conditions.sector, codes(&SECTORS, &participation.sectors))}
                <p class="buttons">
                    <button class="btn btn--quiet">{words::say("publications-filter")}</button>
                    {clear}
                </p>
            </form>
        </search>
    }
}

#[component]
fn Words(typed: String, error: Option<String>) -> impl IntoView {
    let name = Condition::Words.name();
    let wrong = error.is_some();
    let described = if wrong { "words-hint words-error" } else { "words-hint" };
    view! {
        <div class="field words" class:field--wrong=wrong>
            <label for=name>{words::say("publications-words")}</label>
            <p class="hint" id="words-hint">{words::say("publications-words.hint")}</p>
            {error.map(|error| view! { <p class="error" id="words-error">{error}</p> })}
            <input
                type="search" id=name name=name value=typed dir="auto" autocapitalize="none" spellcheck="false"
                aria-describedby=described aria-invalid=wrong.then_some("true")
            />
        </div>
    }
}

/// Something to choose, and of how many publications it is true.
struct Choice {
    value: String,
    name: String,
    count: u64,
}

fn states(participation: &Participation) -> Vec<Choice> {
    let choice = |(state, count): &(domain::state::State, u64)| Choice {
        value: state.code.to_string(),
        name: state_name(state),
        count: *count,
    };
    participation.states.iter().map(choice).collect()
}

fn years(participation: &Participation) -> Vec<Choice> {
    let choice = |count: &YearCount| Choice {
        value: count.year.to_string(),
        name: count.year.to_string(),
        count: count.publications,
    };
    participation.by_year.iter().map(choice).collect()
}

fn codes(list: &'static List, counts: &[(&'static str, u64)]) -> Vec<Choice> {
    let choice = |(code, count): &(&'static str, u64)| Choice {
        value: (*code).to_owned(),
        name: words::code(list, code),
        count: *count,
    };
    counts.iter().map(choice).collect()
}

#[component]
fn Menu(
    condition: Condition,
    typed: String,
    named: String,
    choices: Vec<Choice>,
    error: Option<String>,
) -> impl IntoView {
    let name = condition.name();
    let wrong = error.is_some();
    let error_id = format!("{name}-error");
    let described = wrong.then(|| error_id.clone());
    let unknown = !typed.is_empty() && choices.iter().all(|choice| choice.value != typed);
    let kept = unknown.then(|| view! { <option value=typed.clone() selected=true>{named}</option> });
    let choices = choices.into_iter().map(|Choice { value, name, count }| {
        let chosen = value == typed;
        let said = words::say_with(
            "publications-choice",
            &[("name", &name), ("number", &count.to_string())],
        );
        view! { <option value=value selected=chosen>{said}</option> }
    });
    let choices = choices.collect_view();
    view! {
        <div class="field" class:field--wrong=wrong>
            <label for=name>{words::say(&format!("publications-{name}"))}</label>
            {error.map(|error| view! { <p class="error" id=error_id>{error}</p> })}
            <select id=name name=name aria-describedby=described aria-invalid=wrong.then_some("true")>
                <option value="">{words::say(&format!("publications-every-{name}"))}</option>
                {kept}
                {choices}
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_can_be_wrong_has_its_sentence() {
        for wrong in Wrong::ALL {
            assert!(words::maybe(&format!("publications-{}", wrong.code())).is_some() || wrong == Wrong::WordsTooLong);
            assert!(!pointed_out(wrong).starts_with("publications-"), "{wrong:?}");
        }
    }
}
