//! Commitments, norms and measures, and what States report on one of them.

use super::{
    around, as_json, named, notice,
    tables::{self, File},
};
use crate::{
    interchange::export::progress::{
        commitment::{Commitments, OnCommitment},
        table,
    },
    web::{
        Web,
        open_data::{Answered, openapi::Refusal},
        visitor,
    },
};
use app::words;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use domain::crosswalk;

/// Every commitment, norm and measure.
///
/// Each with the symbol of its document, to whom it is addressed, and how well we know it.
#[utoipa::path(
    get,
    path = "/data/commitments.json",
    responses(
        (status = 200, description = "The commitments", body = Commitments),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn commitments(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let notice = notice();
    let all = visitor::nobody(&web).public_commitments().await?;
    Ok(as_json(&Commitments::of(around(&web, &notice), &all), None, &asked))
}

/// The same as a table.
#[utoipa::path(
    get,
    path = "/data/commitments.csv",
    responses(
        (status = 200, description = "The commitments", body = String, content_type = "text/csv"),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn commitments_table(State(web): State<Web>, asked: HeaderMap) -> Answered {
    as_table(web, "commitments.csv", asked).await
}

/// The same table as XLSX.
#[utoipa::path(
    get,
    path = "/data/commitments.xlsx",
    responses(
        (status = 200, description = "The commitments", body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn commitments_book(State(web): State<Web>, asked: HeaderMap) -> Answered {
    as_table(web, "commitments.xlsx", asked).await
}

async fn as_table(web: Web, name: &str, asked: HeaderMap) -> Answered {
    let notice = notice();
    let all = visitor::nobody(&web).public_commitments().await?;
    let rows = table::commitments(&Commitments::of(around(&web, &notice), &all));
    tables::answer(&web, rows, File::named(name), &asked).await
}

/// What States report on one of them, over the years.
///
/// The id, a dot and the format: `json`, or `csv` and `xlsx` with a line for each answer. The crosswalk between questions and
/// commitments is the portal's own. Self-reported, voluntary; not an assessment of compliance.
#[utoipa::path(
    get,
    path = "/data/commitments/{file}",
    params(("file" = String, Path, description = "Such as `CDP-IV.json`",
        pattern = r"^[A-Za-z0-9-]+\.(json|csv|xlsx)$", example = "CDP-IV.json")),
    responses(
        (status = 200, description = "The commitment", content(
            (OnCommitment = "application/json"),
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 304, description = "The one you have"),
        (status = 404, description = "No such commitment, or no such format", body = Refusal),
    ),
)]
pub(crate) async fn commitment(State(web): State<Web>, Path(file): Path<String>, asked: HeaderMap) -> Answered {
    let (id, format) = named(&file, &["json", "csv", "xlsx"])?;
    let seen = visitor::nobody(&web).public_commitment(id).await?;
    let notice = notice();
    let record = OnCommitment::of(around(&web, &notice), &seen, &words::say(crosswalk::NOTICE));
    if format == "json" {
        return Ok(as_json(&record, None, &asked));
    }
    let rows = table::on_commitment(&record, &seen);
    tables::answer(&web, rows, File::below("commitments", "commitment", &file), &asked).await
}
