//! One publication, in one format.

use super::{
    Answered, NoData,
    answer::{About, Content},
    exported,
    openapi::Refusal,
};
use crate::{
    interchange::export::{Format, record::Record},
    web::{Web, visitor},
};
use app::error::PortalError;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use std::collections::BTreeMap;

/// One publication.
///
/// The reference, a dot and the format: `json`, `csv`, `stix.json` (a STIX 2.1 bundle) or `misp.json` (an event of the
/// MISP core format). A publication that its State withdrew is its reference, its State and two dates.
#[utoipa::path(
    get,
    path = "/data/publications/{file}",
    params(("file" = String, Path, description = "Such as `PUB-2026-0412.json`",
        pattern = r"^PUB-[0-9]{4}-[0-9]{4,9}\.(json|csv|stix\.json|misp\.json)$", example = "PUB-2026-0001.json")),
    responses(
        (status = 200, description = "The publication", content(
            (Record = "application/json"),
            (String = "text/csv"),
            (serde_json::Value = "application/stix+json"),
        )),
        (status = 304, description = "The one you have"),
        (status = 404, description = "No such publication, or no such format", body = Refusal),
    ),
)]
pub(crate) async fn one(State(web): State<Web>, Path(file): Path<String>, asked: HeaderMap) -> Answered {
    let (reference, format) = Format::of_file(&file).ok_or(PortalError::NotFound)?;
    let (publication, state) = visitor::nobody(&web).publication(reference).await?;
    let states = BTreeMap::from([(state.code, state)]);
    exported(&[publication], &states, &web.settings.origin, |these| {
        let this = these.first().ok_or(NoData(PortalError::NotFound))?;
        // What a browser shows is looked at; what other tools read is saved.
        let name = (format != Format::Json).then(|| file.clone());
        let about = About {
            media_type: format.media_type(),
            name,
            changed: Some(this.changed()),
        };
        Ok(Content::new(this.to(format), about).answer(&asked))
    })?
}
