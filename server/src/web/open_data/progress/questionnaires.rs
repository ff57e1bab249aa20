//! A version of the questionnaire.

use super::{
    JSON, named, notice,
    tables::{self, File},
};
use crate::{
    interchange::export::progress::questionnaire,
    web::{
        Web,
        open_data::{
            Answered,
            answer::{About, Content},
            openapi::Refusal,
        },
        visitor,
    },
};
use app::words;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use domain::questionnaire::Notice;

/// A version of the questionnaire.
///
/// The version, a dot and the format. `json` is the file as it was opened: its SHA-256 is what reports name. `csv` and
/// `xlsx` have a line for each question.
#[utoipa::path(
    get,
    path = "/data/questionnaires/{file}",
    params(("file" = String, Path, description = "Such as `2026.1.json`",
        pattern = r"^2[0-9]{3}\.[0-9]+\.(json|csv|xlsx)$", example = "2026.1.json")),
    responses(
        (status = 200, description = "The version", content(
            (serde_json::Value = "application/json"),
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        )),
        (status = 304, description = "The one you have"),
        (status = 404, description = "No such version, or no such format", body = Refusal),
    ),
)]
pub(crate) async fn questionnaire(State(web): State<Web>, Path(file): Path<String>, asked: HeaderMap) -> Answered {
    let (version, format) = named(&file, &["json", "csv", "xlsx"])?;
    let seen = visitor::nobody(&web).public_questionnaire(version).await?.questionnaire;
    if format != "json" {
        let notices = format!("{} {}", whose_text(&seen.notice), notice());
        let rows = questionnaire::table(&seen, &notices);
        let file = File::below("questionnaires", "questionnaire", &file);
        return tables::answer(&web, rows, file, &asked).await;
    }
    let about = About {
        media_type: JSON,
        name: None,
        changed: None,
    };
    Ok(Content::new(questionnaire::json(&seen), about).answer(&asked))
}

fn whose_text(notice: &Notice) -> String {
    let id = format!("questionnaire-{}", notice.code());
    match notice {
        Notice::NotOfficial => words::say(&id),
        Notice::Adopted(symbol) => words::say_with(&id, &[("symbol", symbol)]),
    }
}
