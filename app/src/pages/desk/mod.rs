//! The desk: where a State's people write, check, send and approve, and read what other States let them read.
//!
//! A page asks the portal once and lays out what it got. Who may do what is not asked here: a page shows what is
//! `offered`, and the address of a page somebody may not see leads nowhere.

mod acknowledgement;
mod check;
mod choose;
mod closed;
mod filing;
mod filings;
mod indicators;
mod new;
mod section;
mod shared;
mod source;
mod which;

pub use acknowledgement::AcknowledgementPage;
pub use check::{CheckPage, Preview};
pub use choose::ChoosePage;
pub use filing::{Acknowledgements, OwnFiling, answered, just_done};
pub use filings::FilingsPage;
pub use indicators::IndicatorsPage;
pub use new::NewPage;
pub use section::SectionPage;
pub use shared::{OfOthers, SharedKinds, SharedOnePage, SharedPage};
pub use source::SourcePage;
pub use which::WhichPage;

use crate::{
    components::tags::{StageTag, TlpLabel},
    routes, words,
};
use domain::{filing::Filing, ids::FilingReference, lifecycle::StageName, marking::Tlp};
use leptos::prelude::*;

/// The line above the heading: which filing, where it stands, how it is marked.
#[component]
pub fn Eyebrow(
    /// Its name.
    reference: FilingReference,
    /// Where it stands.
    #[prop(optional_no_strip)]
    stage: Option<StageName>,
    /// How it is marked.
    #[prop(optional_no_strip)]
    marking: Option<Tlp>,
) -> impl IntoView {
    view! {
        <p class="eyebrow">
            <a class="ref" href=routes::filing(&reference)>{reference.to_string()}</a>
            {stage.map(|stage| view! { <StageTag stage/> })}
            {marking.map(|marking| view! { <TlpLabel marking/> })}
        </p>
    }
}

/// What the source called it: for the drafter's eyes, so that nobody takes it over unread.
#[component]
pub fn SourceTitle(
    /// The filing, whose draft may have come from a source.
    title: Option<String>,
) -> impl IntoView {
    title.filter(|title| !title.trim().is_empty()).map(|title| {
        view! {
            <div class="note">
                <p class="meta">{words::say("source-title")}</p>
                <p><bdi>{title}</bdi></p>
            </div>
        }
    })
}

/// The marking the draft has so far.
fn marking(filing: &Filing) -> Option<Tlp> {
    Tlp::from_code(&filing.draft.typed(domain::form::Field::Marking).text)
}
