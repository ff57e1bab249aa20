//! The form of a report as a file, for the State's people to fill in away from the portal.

use super::{Web, press::in_language, private_file::private_file};
use crate::interchange::export::xlsx;
use app::{
    error::PortalError,
    portal::{
        Portal,
        ports::{OfflineForm, OfflineFormat},
    },
};
use axum::{
    Extension,
    extract::{Path, State},
    response::{IntoResponse, Response},
};

/// As a workbook.
pub async fn workbook(web: State<Web>, portal: Extension<Portal>, reference: Path<String>) -> Response {
    answer(&web, &portal, &reference, OfflineFormat::Workbook).await
}

/// As JSON.
pub async fn json(web: State<Web>, portal: Extension<Portal>, reference: Path<String>) -> Response {
    answer(&web, &portal, &reference, OfflineFormat::Json).await
}

async fn answer(web: &Web, portal: &Portal, reference: &str, format: OfflineFormat) -> Response {
    let file = file(web, portal, reference, format).await;
    file.unwrap_or_else(|failure| failure.status().into_response())
}

async fn file(web: &Web, portal: &Portal, reference: &str, format: OfflineFormat) -> Result<Response, PortalError> {
    let reference = reference.parse().map_err(|_| PortalError::NotFound)?;
    let form = portal.offline_form(&reference).await?;
    let (interchange, made) = (&portal.world.interchange, portal.now());
    let written = in_language(web.settings.language, || interchange.write(&form, format, made));
    let bytes = written.map_err(|_| PortalError::Unavailable)?;
    let media_type = match format {
        OfflineFormat::Workbook => xlsx::MEDIA_TYPE,
        OfflineFormat::Json => "application/json; charset=utf-8",
    };
    Ok(private_file(media_type, &name(&form, format), bytes))
}

/// `REP-XV-2026-0001-full.xlsx`: the reference names State and year.
fn name(form: &OfflineForm, format: OfflineFormat) -> String {
    format!("{}-{}.{}", form.reference, form.depth.code(), format.ending())
}
