//! The form of a cycle's plan. Everything that is wrong with it is said at once, and what was typed stays.

use crate::{
    api::cycles::PlanCycle,
    components::{
        form::ErrorSummary,
        people::state_name,
        plain::{Choice, Line, Menu, Offer, again, links, wrong},
    },
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::cycles::{
        forms::{Mistake, PlanForm},
        planning::PlanSeen,
    },
    routes, words,
};
use domain::{cycle::CycleYear, marking::Audience};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Which cycle; none where a new one is planned.
    year: Option<CycleYear>,
    /// Why the form on this page was refused, if it was.
    refused: Option<String>,
}

/// The form of a cycle's plan, or of a new one.
#[component]
pub fn PlanPage() -> impl IntoView {
    let page = load(|portal, Address { year, refused }| async move {
        Ok((portal.plan_seen(year, again(refused.as_deref())).await?, year))
    });
    view! { <Found of=page let:page><Form seen=page.0 year=page.1/></Found> }
}

#[component]
fn Form(seen: PlanSeen, year: Option<CycleYear>) -> impl IntoView {
    let title = match year {
        Some(year) => words::say_with("plan-title-of", &[("year", &year.to_string())]),
        None => words::say("preparation-plan"),
    };
    let back = year.map_or_else(|| routes::PREPARATION.to_owned(), routes::prepared_cycle);
    let (mistakes, form) = (seen.mistakes.clone(), seen.form.clone());
    view! {
        <ErrorSummary links=links(&mistakes)/>
        <PageTitle text=title/>
        <p class="prose">{words::say("plan-what")}</p>
        <form method="post" action=PlanCycle::url()>
            <input type="hidden" name="by" value=seen.by.to_string()/>
            {seen.seen.map(|seen| view! { <input type="hidden" name="seen" value=seen.number().to_string()/> })}
            <Year form=form.clone() mistakes=mistakes.clone() fixed=year.is_some()/>
            <Questionnaire seen=&seen/>
            <Days form=form.clone() mistakes=mistakes.clone()/>
            <Conference form=form.clone() mistakes=mistakes.clone()/>
            <Participating seen=&seen/>
            <Choice
                field="audience" name="form[audience]" kind="radio" offers=audiences(&form.audience) area="prepare"
                error=wrong(&mistakes, "audience")
            />
            <Reminders form mistakes/>
            <p class="buttons">
                <button class="btn">{words::say("plan-save")}</button>
                <a class="btn btn--quiet" href=back>{words::say("plan-not")}</a>
            </p>
        </form>
    }
}

/// A line of the form, by its field.
macro_rules! line {
    ($form:ident, $mistakes:ident, $field:ident) => {
        view! {
            <Line
                field=stringify!($field) name=concat!("form[", stringify!($field), "]") value=$form.$field.clone()
                area="prepare" error=wrong(&$mistakes, stringify!($field))
            />
        }
    };
}

#[component]
fn Year(form: PlanForm, mistakes: Vec<Mistake>, fixed: bool) -> impl IntoView {
    if fixed {
        // A cycle is named by its year: it never changes.
        view! { <input type="hidden" name="form[year]" value=form.year/> }.into_any()
    } else {
        line!(form, mistakes, year).into_any()
    }
}

#[component]
fn Questionnaire<'a>(seen: &'a PlanSeen) -> impl IntoView + use<> {
    let offers = seen.versions.iter().map(|version| Offer {
        value: version.to_string(),
        words: version.to_string(),
        hint: None,
        chosen: seen.form.questionnaire == version.to_string(),
    });
    let (offers, error): (Vec<Offer>, _) = (offers.collect(), wrong(&seen.mistakes, "questionnaire"));
    view! { <Menu field="questionnaire" name="form[questionnaire]" offers area="prepare" error/> }
}

#[component]
fn Days(form: PlanForm, mistakes: Vec<Mistake>) -> impl IntoView {
    view! {
        {line!(form, mistakes, opens)}
        {line!(form, mistakes, due)}
        {line!(form, mistakes, closes)}
    }
}

#[component]
fn Conference(form: PlanForm, mistakes: Vec<Mistake>) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{words::say("plan-conference")}</legend>
            {line!(form, mistakes, conference_name)}
            {line!(form, mistakes, conference_place)}
            {line!(form, mistakes, conference_date)}
        </fieldset>
    }
}

#[component]
fn Reminders(form: PlanForm, mistakes: Vec<Mistake>) -> impl IntoView {
    view! {
        <fieldset>
            <legend>{words::say("plan-reminders")}</legend>
            <p class="hint">{words::say("plan-reminders-what")}</p>
            {line!(form, mistakes, before)}
            {line!(form, mistakes, after)}
        </fieldset>
    }
}

/// A circle all of whose States take part, and States one by one.
#[component]
fn Participating<'a>(seen: &'a PlanSeen) -> impl IntoView + use<> {
    let form = &seen.form;
    let circles = seen.circles.iter().map(|circle| Offer {
        value: circle.id.to_string(),
        words: circle.name.clone(),
        hint: None,
        chosen: form.circle == circle.id.as_str(),
    });
    let states = seen.states.iter().map(|state| Offer {
        value: state.code.to_string(),
        words: state_name(state),
        hint: None,
        chosen: form.states.iter().any(|code| code == state.code.as_str()),
    });
    let (circles, states): (Vec<Offer>, Vec<Offer>) = (circles.collect(), states.collect());
    let number = states.iter().filter(|state| state.chosen).count().to_string();
    let error = wrong(&seen.mistakes, "circle");
    view! {
        <Menu field="circle" name="form[circle]" offers=circles area="prepare" error/>
        <details>
            <summary>{words::say_with("plan-states", &[("number", &number)])}</summary>
            <Choice
                field="states" name="form[states][]" kind="checkbox" offers=states area="prepare" error=None
            />
        </details>
    }
}

fn audiences(chosen: &str) -> Vec<Offer> {
    let offer = |audience: Audience| Offer {
        value: audience.code().to_owned(),
        words: words::audience(audience),
        hint: None,
        chosen: audience.code() == chosen,
    };
    Audience::ALL.map(offer).into()
}
