//! What every form about a filing carries unseen: what it was drawn from, for whom, and its key.

use crate::portal::{
    reading::Standing,
    reporting::writing::ReportForm,
    writing::{ChoiceSeen, FormSeen},
};
use domain::ids::{FilingReference, FormKey, PersonId, Version};
use leptos::prelude::*;

/// One drawing of a form about a filing.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Of which filing.
    pub reference: FilingReference,
    /// From which version: a change by somebody else in between is noticed.
    pub seen: Version,
    /// Posted twice, it is still one act.
    pub key: FormKey,
    /// For whom: if their session ends, only they can send it on.
    pub by: PersonId,
}

impl From<&Standing> for Drawn {
    fn from(standing: &Standing) -> Self {
        Self {
            reference: standing.reference.clone(),
            seen: standing.version,
            key: standing.key,
            by: standing.by,
        }
    }
}

impl From<&FormSeen> for Drawn {
    fn from(form: &FormSeen) -> Self {
        Self {
            reference: form.filing.reference.clone(),
            seen: form.seen,
            key: form.key,
            by: form.by,
        }
    }
}

impl From<&ReportForm> for Drawn {
    fn from(form: &ReportForm) -> Self {
        Self {
            reference: form.filing.reference.clone(),
            seen: form.seen,
            key: form.key,
            by: form.by,
        }
    }
}

impl From<&ChoiceSeen> for Drawn {
    fn from(seen: &ChoiceSeen) -> Self {
        Self {
            reference: seen.filing.reference.clone(),
            seen: seen.filing.version,
            key: seen.key,
            by: seen.by,
        }
    }
}

/// The fields nobody sees.
#[component]
pub fn DrawnFields(
    /// What they say.
    drawn: Drawn,
) -> impl IntoView {
    view! {
        <input type="hidden" name="reference" value=drawn.reference.to_string()/>
        <input type="hidden" name="seen" value=drawn.seen.number().to_string()/>
        <input type="hidden" name="key" value=drawn.key.to_string()/>
        <input type="hidden" name="by" value=drawn.by.to_string()/>
    }
}
