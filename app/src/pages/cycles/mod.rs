//! What the secretariat prepares and follows, and what a State says beside its reports.
//!
//! | page | for whom | what |
//! |---|---|---|
//! | [`preparation`] | secretariat | versions of the questionnaire, and cycles; a version begins here |
//! | [`edition`], [`preview`] | secretariat | one version: its content, its faults, its way to being opened; as States will read it |
//! | [`plan`], [`cycle`], [`opening`] | secretariat | a cycle: planned, opened, followed |
//! | [`catalogue`], [`circles`] | secretariat | commitments and circles; which State belongs to which |
//! | [`calendar`], [`memberships`] | a State | its zone and days off; what it is asked about |
//! | [`extension`] | a State | more time, as a part of the page with its reports |
//!
//! Buttons are those that were offered with what a page shows. Whatever a page cannot show it was not given.

mod calendar;
mod catalogue;
mod circles;
mod cycle;
mod edition;
pub mod extension;
mod faults;
mod memberships;
mod opening;
mod plan;
mod preparation;
mod preview;
mod running;

pub use calendar::CalendarPage;
pub use catalogue::{CataloguePage, CommitmentFormPage};
pub use circles::{CirclesPage, StateCirclesPage};
pub use cycle::PreparedCyclePage;
pub use edition::EditionPage;
pub use memberships::MembershipsPage;
pub use opening::OpeningPage;
pub use plan::PlanPage;
pub use preparation::PreparationPage;
pub use preview::PreviewPage;

use crate::words;
use domain::{ids::PersonId, questionnaire::EditionStage};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What was done just before, as the address says: anyone can write one, so only what has a sentence is said.
#[component]
fn Done(
    /// The end of a message id `prepared-…`.
    done: Option<String>,
) -> impl IntoView {
    let said = done.and_then(|done| words::maybe(&format!("prepared-{done}")));
    said.map(|said| view! { <p class="success" role="status">{said}</p> })
}

/// Where a version stands, in a word.
fn stage(stage: &EditionStage) -> String {
    words::say(&format!("edition-stage-{}", stage.code()))
}

/// Somebody's name; what is said of a person whose account is gone.
fn name_of(names: &BTreeMap<PersonId, String>, id: PersonId) -> String {
    names
        .get(&id)
        .cloned()
        .unwrap_or_else(|| words::say("prepare-somebody"))
}

/// A fact in a list of facts.
fn fact(name: &str, value: impl IntoView + 'static) -> AnyView {
    view! { <div><dt>{words::say(name)}</dt><dd>{value}</dd></div> }.into_any()
}
