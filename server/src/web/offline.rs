//! The form of a report as a file, for the State's people to fill in away from the portal.

use super::{Web, press::in_language};
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
    http::{
        HeaderName,
        header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    },
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
        OfflineFormat::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        OfflineFormat::Json => "application/json; charset=utf-8",
    };
    let headers: [(HeaderName, String); 3] = [
        (CONTENT_TYPE, media_type.to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{}\"", name(&form, format)),
        ),
        // Nothing on the way may keep it: it is not public.
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// `REP-XV-2026-0001-full.xlsx`: the reference names State and year.
fn name(form: &OfflineForm, format: OfflineFormat) -> String {
    format!("{}-{}.{}", form.reference, form.depth.code(), format.ending())
}
