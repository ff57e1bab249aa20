//! A filing has one address, whoever reads it: its State on its desk, the secretariat under review. For everyone else
//! there is no such page.

use crate::{
    components::actions::has_box,
    pages::{
        desk::OwnFiling,
        load::{Found, load},
        report::{OwnReport, ReportUnderReview},
        review::FilingUnderReview,
        shell::RefusedHere,
    },
    portal::{
        reading::{FilingSeen, Standing},
        reporting::reading::ReportSeen,
    },
};
use domain::{
    ids::{FilingKind, FilingReference},
    lifecycle::Action,
};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    done: Option<String>,
    refused: Option<String>,
}

/// A filing of either kind.
enum Seen {
    Incident(Box<FilingSeen>),
    Report(Box<ReportSeen>),
}

impl Seen {
    fn standing(&self) -> &Standing {
        match self {
            Self::Incident(seen) => &seen.standing,
            Self::Report(seen) => &seen.standing,
        }
    }
}

/// A filing, for the side that reads it.
#[component]
pub fn FilingPage() -> impl IntoView {
    let filing = load(|portal, address: Address| async move {
        let Address {
            reference,
            done,
            refused,
        } = address;
        // A form that was refused leads back to the address it was on, which may still say what was done before.
        let done = done.filter(|_| refused.is_none());
        let done = done.as_deref().and_then(Action::from_code);
        let seen = match reference.kind {
            FilingKind::Incident => Seen::Incident(Box::new(portal.filing(&reference).await?)),
            FilingKind::Report => Seen::Report(Box::new(portal.report(&reference).await?)),
        };
        Ok((seen, done))
    });
    view! {
        <Found of=filing let:found>
            <Page seen=found.0 done=found.1/>
        </Found>
    }
}

#[component]
fn Page(seen: Seen, #[prop(optional_no_strip)] done: Option<Action>) -> impl IntoView {
    let standing = seen.standing();
    let (given, is_own) = (standing.given_back.clone(), standing.is_own);
    let has_box = given.as_ref().is_some_and(|given| has_box(&given.purpose, standing));
    let page = match (seen, is_own) {
        (Seen::Incident(seen), true) => view! { <OwnFiling seen=*seen done/> }.into_any(),
        (Seen::Incident(seen), false) => view! { <FilingUnderReview seen=*seen done/> }.into_any(),
        (Seen::Report(seen), true) => view! { <OwnReport seen=*seen done/> }.into_any(),
        (Seen::Report(seen), false) => view! { <ReportUnderReview seen=*seen done/> }.into_any(),
    };
    view! { <RefusedHere given has_box/>{page} }
}
