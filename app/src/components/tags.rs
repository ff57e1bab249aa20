//! Small words that say where a filing stands and who may read it. The word says it; the colour repeats it.

use crate::words;
use domain::{
    lifecycle::StageName,
    marking::{Audience, Tlp},
};
use leptos::prelude::*;

/// Where a filing stands.
#[component]
pub fn StageTag(
    /// As its reader may know it.
    stage: StageName,
) -> impl IntoView {
    view! { <span class="tag">{words::stage(stage)}</span> }
}

/// A marking, as FIRST prescribes it.
#[component]
pub fn TlpLabel(
    /// The marking.
    marking: Tlp,
) -> impl IntoView {
    // AMBER+STRICT has the colour of AMBER.
    let colour = marking.code().split('+').next().unwrap_or_default();
    view! { <span class=format!("tlp tlp--{colour}") translate="no">{marking.label()}</span> }
}

/// Whom the State wants to read it.
#[component]
pub fn AudienceTag(
    /// The audience.
    audience: Audience,
) -> impl IntoView {
    view! { <span class="tag">{words::audience(audience)}</span> }
}
