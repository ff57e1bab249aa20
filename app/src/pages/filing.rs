//! A filing has one address, whoever reads it: its State on its desk, the secretariat under review. For everyone else
//! there is no such page.

use crate::pages::{
    desk::OwnFiling,
    load::{Found, load},
    review::FilingUnderReview,
    shell::LastRefusal,
};
use domain::{ids::FilingReference, lifecycle::Action};
use leptos::prelude::*;
use leptos_router::params::Params;

/// What the address says.
#[derive(Params, Clone, PartialEq, Debug)]
struct Address {
    reference: FilingReference,
    done: Option<String>,
}

/// A filing, for the side that reads it.
#[component]
pub fn FilingPage() -> impl IntoView {
    let filing = load(|portal, Address { reference, done }| async move {
        let done = done.as_deref().and_then(Action::from_code);
        Ok((portal.filing(&reference).await?, done))
    });
    view! {
        <Found of=filing let:found>
            <LastRefusal/>
            {
                let (seen, done) = found;
                if seen.is_own {
                    view! { <OwnFiling seen done/> }.into_any()
                } else {
                    view! { <FilingUnderReview seen done/> }.into_any()
                }
            }
        </Found>
    }
}
