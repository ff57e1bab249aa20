//! In place of a page on which a filing is written, for people of its State who may not change it: that they cannot, and
//! where to see how it stands. Whoever was typing when somebody else sent it reads here what was not saved.

use super::Eyebrow;
use crate::{
    components::{
        answers::{Answers, Row, Said},
        form::{LeftOut, Wrong},
    },
    pages::shell::{PageTitle, RefusedHere},
    portal::{
        public::StateNames,
        writing::{Closed, Writing},
    },
    routes::{self, Fields},
    words,
};
use domain::{draft::Typed, form::Field, issue::Issues};
use leptos::prelude::*;

/// A page on which a filing is written, or that it cannot be changed.
#[component]
pub fn Written<T, Page, View>(
    /// What the portal says of it.
    of: Writing<T>,
    /// The page, for those who may change it.
    children: Page,
) -> impl IntoView
where
    T: Send + 'static,
    Page: FnOnce(T) -> View + Send + 'static,
    View: IntoView + 'static,
{
    match of {
        Writing::Open(found) => children(found).into_any(),
        Writing::Closed(closed) => view! { <ClosedPage closed=*closed/> }.into_any(),
    }
}

#[component]
fn ClosedPage(closed: Closed) -> impl IntoView {
    let reference = closed.filing.reference.clone();
    let why = if closed.is_for_others {
        "closed-for-others"
    } else {
        "closed"
    };
    view! {
        <RefusedHere given=closed.given_back.clone() has_box=false/>
        <Eyebrow reference=reference.clone() stage=Some(closed.filing.stage.name())/>
        <PageTitle text=words::say(why)/>
        <p class="lede">{words::say(&format!("{why}.explained"))}</p>
        <p class="buttons"><a class="btn" href=routes::filing(&reference)>{words::say("closed-on")}</a></p>
        {(!closed.unsaved.is_empty()).then(|| view! { <NotSaved closed/> })}
    }
}

/// What they typed, field by field, and what cannot be given back.
#[component]
fn NotSaved(closed: Closed) -> impl IntoView {
    let Closed {
        filing, unsaved, names, ..
    } = closed;
    let left_out = LeftOut {
        classified: Fields(unsaved.classified),
        oversized: Fields(unsaved.oversized),
    };
    let not_kept = Wrong::of(&left_out, &Issues::default()).links(|_| String::new());
    let not_kept = not_kept
        .into_iter()
        .map(|(_, why)| view! { <p class="error">{why}</p> });
    let row = |(field, typed): (Field, Typed)| row(field, &typed, &names, field.asked(filing.terms));
    let rows = unsaved.answers.into_iter().map(row).collect();
    view! {
        <section aria-labelledby="not-saved">
            <h2 id="not-saved">{words::say("closed-not-saved")}</h2>
            <p>{words::say("closed-not-saved-explained")}</p>
            {not_kept.collect_view()}
            <Answers rows/>
        </section>
    }
}

fn row(field: Field, typed: &Typed, names: &StateNames, asked: domain::form::Asked) -> Row {
    Row {
        field,
        said: Said::typed(field, typed, names, asked),
        change: None,
    }
}
