//! Where a form leads: always to a page that shows what came of it.

use crate::{
    error::PortalError,
    portal::{Portal, import::FromFile, ports::Receipt},
    routes::{self, Fields},
};
use serde::{Deserialize, Serialize};

/// Which button a page of the form was saved with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Then {
    /// Go on to the next page, if this one is in order.
    #[default]
    Continue,
    /// Leave the form for now.
    Leave,
}

/// The page that shows what was done.
pub fn after(receipt: &Receipt) -> String {
    match receipt {
        Receipt::Opened(reference) => routes::form(reference),
        Receipt::Saved { reference, page, .. } => routes::section(reference, *page),
        Receipt::Done { reference, action } => routes::filing_after(reference, *action),
        Receipt::Answered { reference, .. } => routes::report(reference),
        Receipt::Noted(reference) => routes::filing(reference),
    }
}

/// The page after an import: what it took and left out, which event is meant, or the form again, saying why not.
pub fn after_import(file: &FromFile) -> String {
    match file {
        FromFile::Draft(Receipt::Opened(reference)) => routes::source(reference),
        FromFile::Draft(receipt) => after(receipt),
        FromFile::Several => routes::WHICH.to_owned(),
        FromFile::Refused(why) => routes::not_imported(why.code()),
    }
}

/// The page after saving one of the form's. What was not kept is said before anything else, whatever the button:
/// whoever typed it must know that it is nowhere.
///
/// # Errors
/// Where the filing can no longer be read.
pub async fn after_save(portal: &Portal, receipt: &Receipt, then: Then) -> Result<String, PortalError> {
    let Receipt::Saved {
        reference,
        page,
        classified,
        oversized,
        to_choose,
    } = receipt
    else {
        return Ok(after(receipt));
    };
    let here = if *to_choose {
        routes::choose(reference)
    } else {
        routes::section_checked(reference, *page)
    };
    if !classified.is_empty() || !oversized.is_empty() {
        return Ok(routes::with_left_out(
            &here,
            &Fields(classified.clone()),
            &Fields(oversized.clone()),
        ));
    }
    Ok(match then {
        _ if *to_choose => here,
        Then::Leave => routes::filing(reference),
        Then::Continue if portal.page_has_issues(reference, *page).await? => here,
        Then::Continue => routes::after_section(reference, *page),
    })
}
