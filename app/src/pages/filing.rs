//! A filing has one address, whoever reads it: its State on its desk, the secretariat under review. For everyone else
//! there is no such page.

use crate::{
    components::actions::has_box,
    pages::{
        desk::OwnFiling,
        load::{Found, load},
        review::FilingUnderReview,
        shell::RefusedHere,
    },
};
use domain::{ids::FilingReference, lifecycle::Action};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    done: Option<String>,
    refused: Option<String>,
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
        Ok((portal.filing(&reference).await?, done))
    });
    view! {
        <Found of=filing let:found>
            {
                let (seen, done) = found;
                let given = seen.standing.given_back.clone();
                let has_box = given.as_ref().is_some_and(|given| has_box(&given.purpose, &seen.standing));
                let refused = view! { <RefusedHere given has_box/> };
                if seen.standing.is_own {
                    view! { {refused}<OwnFiling seen done/> }.into_any()
                } else {
                    view! { {refused}<FilingUnderReview seen done/> }.into_any()
                }
            }
        </Found>
    }
}
