//! One State's public report.

use super::{around, as_json, notice};
use crate::{
    interchange::export::progress::report::{Place, ReportRecord},
    web::{
        Web,
        open_data::{Answered, openapi::Refusal},
        visitor,
    },
};
use app::{error::PortalError, portal::progress::reports::Standing};
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use domain::{cycle::CycleYear, state::StateCode};

/// A State's progress report.
///
/// The year of its cycle, a hyphen, the State's code. A report that its State withdrew is its cycle, its State and two
/// dates. Self-reported, voluntary; not an assessment of compliance.
#[utoipa::path(
    get,
    path = "/data/reports/{file}",
    params(("file" = String, Path, description = "Such as `2026-XV.json`",
        pattern = r"^2[0-9]{3}-[A-Z]{2}\.json$", example = "2026-XV.json")),
    responses(
        (status = 200, description = "The report", body = ReportRecord),
        (status = 304, description = "The one you have"),
        (status = 404, description = "No such report", body = Refusal),
    ),
)]
pub(crate) async fn report(State(web): State<Web>, Path(file): Path<String>, asked: HeaderMap) -> Answered {
    let (year, state) = named(&file).ok_or(PortalError::NotFound)?;
    let seen = visitor::nobody(&web).public_report(year, state).await?;
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
    Ok(as_json(&record, Some(changed), &asked))
}

/// The cycle and the State that the name of a file says. One spelling only.
fn named(file: &str) -> Option<(CycleYear, StateCode)> {
    let (year, state) = file.strip_suffix(".json")?.split_once('-')?;
    Some((year.parse().ok()?, state.parse().ok()?))
}
