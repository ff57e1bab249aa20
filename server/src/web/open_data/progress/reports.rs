//! One State's public report.

use super::{
    around, as_json, notice, printed,
    tables::{self, File},
};
use crate::{
    interchange::export::progress::{
        history,
        report::{Place, ReportRecord},
    },
    web::{
        Web,
        open_data::{Answered, openapi::Refusal},
        printed::Order,
        visitor,
    },
};
use app::{error::PortalError, portal::progress::reports::Standing};
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
};
use domain::{cycle::CycleYear, state::StateCode};

/// A State's progress report.
///
/// The year of its cycle, a hyphen, the State's code, a dot and the format. `csv` and `xlsx` have a line for each answer.
/// `pdf` is to be printed and archived (PDF/UA-1 and PDF/A-2a), by section of its questionnaire or in the order of what `by` names. A report that its State withdrew is
/// its cycle, its State and two dates. Self-reported, voluntary; not an assessment of compliance.
#[utoipa::path(
    get,
    path = "/data/reports/{file}",
    params(
        ("file" = String, Path, description = "Such as `2026-XV.json`",
            pattern = r"^2[0-9]{3}-[A-Z]{2}\.(json|csv|xlsx|pdf)$", example = "2026-XV.json"),
        ("by" = Option<String>, Query, description = "The order of a PDF",
            pattern = r"^(pledge|norms|osce|un|oas|survey)$", example = "norms"),
    ),
    responses(
        (status = 200, description = "The report", content(
            (ReportRecord = "application/json"),
            (String = "text/csv"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (Vec<u8> = "application/pdf"),
        )),
        (status = 304, description = "The one you have"),
        (status = 400, description = "What was asked for makes no sense", body = Refusal),
        (status = 404, description = "No such report, or no such format", body = Refusal),
        (status = 503, description = "No PDF at the moment; `Retry-After` says when to ask again", body = Refusal),
    ),
)]
pub(crate) async fn report(
    State(web): State<Web>,
    Path(file): Path<String>,
    Query(order): Query<Order>,
    asked: HeaderMap,
) -> Answered {
    if file.ends_with(PDF) {
        return Ok(printed::file(&web, &file, &order, &asked).await);
    }
    // The other formats have one order, and yet none that there is not.
    order.view()?;
    let ending = [".json", ".csv", ".xlsx"]
        .into_iter()
        .find(|ending| file.ends_with(ending));
    let ending = ending.ok_or(PortalError::NotFound)?;
    let (year, state) = named(&file, ending).ok_or(PortalError::NotFound)?;
    let portal = visitor::nobody(&web);
    let seen = portal.public_report(year, state).await?;
    let notice = notice();
    let around = around(&web, &notice);
    let place = Place {
        cycle: seen.cycle,
        code: state,
        state: Some(&seen.state),
        published: seen.published,
    };
    let (record, changed) = match &seen.standing {
        Standing::Public(words) => {
            let record = ReportRecord::standing(around, place, &words.report.report);
            (record, seen.published)
        }
        Standing::Withdrawn { at } => (ReportRecord::withdrawn(around, place, *at), *at),
    };
    if ending == ".json" {
        return Ok(as_json(&record, Some(changed), &asked));
    }
    let rows = history::table(&[record], &portal.versions().await?);
    tables::answer(&web, rows, File::below("reports", "report", &file), &asked).await
}

/// How the name of a PDF ends.
pub(super) const PDF: &str = ".pdf";

/// The cycle and the State that the name of a file with this ending says. One spelling only.
pub(super) fn named(file: &str, ending: &str) -> Option<(CycleYear, StateCode)> {
    let (year, state) = file.strip_suffix(ending)?.split_once('-')?;
    Some((year.parse().ok()?, state.parse().ok()?))
}
