//! The doors of forms that are filled in away from the portal: bring one back, put what it says into the draft, or throw
//! it away.

use super::{portal, upload::Upload};
use crate::{
    error::PortalError,
    portal::{ports::Receipt, reporting::offline::CameBack},
    routes,
};
use domain::ids::{FilingReference, FormKey, Version};
use leptos::{
    prelude::*,
    server_fn::codec::{MultipartData, MultipartFormData},
};
use leptos_axum::redirect;

/// Bring a form back: `reference` and `file` of a multipart form.
#[server(prefix = "/do", endpoint = "bring-back", input = MultipartFormData)]
pub async fn bring_back(data: MultipartData) -> Result<(), PortalError> {
    let (portal, upload) = (portal()?, Upload::of(data).await?);
    let reference = upload.field("reference")?;
    let next = match portal.bring_back(&reference, upload.file).await? {
        CameBack::Waits => routes::offline_changes(&reference),
        CameBack::Unread => routes::offline(&reference),
    };
    redirect(&next, false);
    Ok(())
}

/// Put what it says into the draft.
#[server(prefix = "/do", endpoint = "take-over")]
pub async fn take_over(reference: FilingReference, seen: Version, key: FormKey) -> Result<(), PortalError> {
    let next = match portal()?.take_over(&reference, seen, key).await? {
        Receipt::Answered { to_choose: true, .. } => routes::choose(&reference),
        _ => routes::report_taken_over(&reference),
    };
    redirect(&next, false);
    Ok(())
}

/// Throw it away.
#[server(prefix = "/do", endpoint = "throw-away")]
pub async fn throw_away(reference: FilingReference) -> Result<(), PortalError> {
    portal()?.throw_away(&reference).await?;
    redirect(&routes::offline(&reference), false);
    Ok(())
}
