//! A State's calendar: its zone and the days on which it does not work. What is due there, and when, follows from it.

use crate::{
    api::cycles::PutCalendar,
    components::{
        form::ErrorSummary,
        people::state_name,
        plain::{Area, Choice, Menu, Offer, again, links, wrong},
    },
    pages::{
        load::{Found, load},
        shell::PageTitle,
    },
    portal::cycles::{forms::CalendarForm, own::CalendarSeen},
    words,
};
use domain::calendar::{Weekday, Zone};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::Params;

/// The most characters of days off.
const LIMIT: usize = 6_000;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    /// Why the form on this page was refused, if it was.
    refused: Option<String>,
    /// What was done just before.
    done: Option<String>,
}

/// A State's calendar.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let page = load(|portal, Address { refused, done }| async move {
        Ok((portal.calendar_seen(again(refused.as_deref())).await?, done))
    });
    view! { <Found of=page let:page><Page seen=page.0 done=page.1/></Found> }
}

#[component]
fn Page(seen: CalendarSeen, done: Option<String>) -> impl IntoView {
    view! {
        <ErrorSummary links=links(&seen.mistakes)/>
        <PageTitle text=words::say_with("calendar-title", &[("state", &state_name(&seen.state))])/>
        <super::Done done/>
        <p class="lede">{words::say("calendar-lede")}</p>
        {if seen.may_write {
            view! { <Form seen/> }.into_any()
        } else {
            view! { <Read form=seen.form/> }.into_any()
        }}
    }
}

#[component]
fn Form(seen: CalendarSeen) -> impl IntoView {
    let CalendarSeen { form, mistakes, by, .. } = seen;
    let zones = Zone::names().into_iter().map(|name| Offer {
        chosen: name == form.zone,
        words: name.clone(),
        value: name,
        hint: None,
    });
    let mut zones: Vec<_> = zones.collect();
    if zones.iter().all(|zone| !zone.chosen) && !form.zone.is_empty() {
        // What is no zone stays on the page, to be mended.
        zones.push(Offer {
            value: form.zone.clone(),
            words: form.zone.clone(),
            hint: None,
            chosen: true,
        });
    }
    view! {
        <form method="post" action=PutCalendar::url()>
            <input type="hidden" name="by" value=by.to_string()/>
            <Menu field="zone" name="form[zone]" offers=zones area="prepare" error=wrong(&mistakes, "zone")/>
            <Choice
                field="weekdays" name="form[weekdays][]" kind="checkbox" offers=weekdays(&form) area="prepare"
                error=wrong(&mistakes, "weekdays")
            />
            <Area
                field="days_off" name="form[days_off]" value=form.days_off area="prepare" limit=LIMIT
                error=wrong(&mistakes, "days_off")
            />
            <p class="buttons"><button class="btn">{words::say("calendar-save")}</button></p>
        </form>
    }
}

fn weekdays(form: &CalendarForm) -> Vec<Offer> {
    let offer = |day: Weekday| Offer {
        value: day.code().to_owned(),
        words: words::say(&format!("weekday-{}", day.code())),
        hint: None,
        chosen: form.weekdays.iter().any(|code| code == day.code()),
    };
    Weekday::ALL.map(offer).into()
}

#[component]
fn Read(form: CalendarForm) -> impl IntoView {
    let weekdays: Vec<_> = form
        .weekdays
        .iter()
        .map(|code| words::say(&format!("weekday-{code}")))
        .collect();
    let days: Vec<_> = form
        .days_off
        .lines()
        .map(|day| view! { <li>{day.to_owned()}</li> })
        .collect();
    let days = if days.is_empty() {
        words::say("calendar-no-days").into_any()
    } else {
        view! { <ul>{days}</ul> }.into_any()
    };
    view! {
        <dl class="answers">
            {super::fact("prepare-zone", form.zone)}
            {super::fact("prepare-weekdays", weekdays.join(", "))}
            {super::fact("prepare-days_off", days)}
        </dl>
        <p class="empty">{words::say("calendar-not-yours")}</p>
    }
}
