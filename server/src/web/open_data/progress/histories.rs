//! What one State has reported publicly, over the years.

use super::{
    around, as_json, named, notice,
    tables::{self, File},
};
use crate::{
    interchange::export::progress::history::{self, History},
    web::{
        Web,
        open_data::{Answered, openapi::Refusal},
        visitor,
    },
};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};

/// A State's progress reports, the latest first.
///
/// The State's code, a dot and the format: `json`, or `csv` and `xlsx` with a line for each answer. A report that has
/// nothing new, and one that was withdrawn, has a single line. Self-reported, voluntary; not an assessment of compliance.
#[utoipa::path(
    get,
    path = "/data/histories/{file}",
    params(("file" = String, Path, description = "Such as `XV.json`",
        pattern = r"^[A-Z]{2}\.(json|csv|xlsx)$", example = "XV.json")),
    responses(
        (status = 200, description = "The reports", content(
            (History = "application/json"),
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 304, description = "Those you have"),
        (status = 404, description = "No reports of such a State, or no such format", body = Refusal),
    ),
)]
pub(crate) async fn history(State(web): State<Web>, Path(file): Path<String>, asked: HeaderMap) -> Answered {
    let (state, format) = named(&file, &["json", "csv", "xlsx"])?;
    let portal = visitor::nobody(&web);
    let seen = portal.public_history(state, None).await?;
    let notice = notice();
    let record = History::of(around(&web, &notice), &seen.state, &seen.reports);
    if format == "json" {
        return Ok(as_json(&record, None, &asked));
    }
    let rows = history::table(&record.reports, &portal.versions().await?);
    tables::answer(&web, rows, File::below("histories", "history", &file), &asked).await
}
