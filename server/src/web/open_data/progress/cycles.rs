//! Cycles: who takes part and who reported publicly; one cycle with every public answer.

use super::{
    around, as_json, named, notice,
    tables::{self, File},
};
use crate::{
    interchange::export::progress::{
        cycle::{CycleRecord, Cycles},
        table,
    },
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

/// Every cycle, the latest first.
///
/// How many States take part, and how many of them reported publicly. Self-reported, voluntary; not an assessment of
/// compliance.
#[utoipa::path(
    get,
    path = "/data/cycles.json",
    responses(
        (status = 200, description = "The cycles", body = Cycles),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn cycles(State(web): State<Web>, asked: HeaderMap) -> Answered {
    let notice = notice();
    let lines = visitor::nobody(&web).public_cycles().await?;
    Ok(as_json(&Cycles::of(around(&web, &notice), &lines), None, &asked))
}

/// The same as a table.
#[utoipa::path(
    get,
    path = "/data/cycles.csv",
    responses(
        (status = 200, description = "The cycles", body = String, content_type = "text/csv"),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn cycles_table(State(web): State<Web>, asked: HeaderMap) -> Answered {
    as_table(web, "cycles.csv", asked).await
}

/// The same table as XLSX.
#[utoipa::path(
    get,
    path = "/data/cycles.xlsx",
    responses(
        (status = 200, description = "The cycles", body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (status = 304, description = "Those you have"),
    ),
)]
pub(crate) async fn cycles_book(State(web): State<Web>, asked: HeaderMap) -> Answered {
    as_table(web, "cycles.xlsx", asked).await
}

async fn as_table(web: Web, name: &str, asked: HeaderMap) -> Answered {
    let (notice, file) = (notice(), File::named(name));
    let lines = visitor::nobody(&web).public_cycles().await?;
    let rows = table::cycles(&Cycles::of(around(&web, &notice), &lines));
    tables::answer(&web, rows, file, &asked).await
}

/// One cycle.
///
/// The year, a dot and the format. `json` has the figures, the table of States and commitments and every public answer;
/// `csv` is the table, a line for each State and commitment; `answers.csv` has a line for each answer; both also as
/// `xlsx`.
#[utoipa::path(
    get,
    path = "/data/cycles/{file}",
    params(("file" = String, Path, description = "Such as `2026.json`",
        pattern = r"^2[0-9]{3}\.(json|(answers\.)?(csv|xlsx))$", example = "2026.json")),
    responses(
        (status = 200, description = "The cycle", content(
            (CycleRecord = "application/json"),
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 304, description = "The one you have"),
        (status = 404, description = "No such cycle, or no such format", body = Refusal),
    ),
)]
pub(crate) async fn cycle(State(web): State<Web>, Path(file): Path<String>, asked: HeaderMap) -> Answered {
    let (year, format) = named(&file, &["json", "csv", "xlsx", "answers.csv", "answers.xlsx"])?;
    let seen = visitor::nobody(&web).public_cycle(year).await?;
    let notice = notice();
    let around = around(&web, &notice);
    let rows = match format {
        "json" => return Ok(as_json(&CycleRecord::of(around, &seen), None, &asked)),
        "csv" | "xlsx" => table::states_and_commitments(&CycleRecord::of(around, &seen)),
        _ => table::answers(around, &seen),
    };
    tables::answer(&web, rows, File::below("cycles", "cycle", &file), &asked).await
}
