//! Files of what is being prepared, for the people who prepare it: a version of the questionnaire as JSON or as a table,
//! to be edited and sent back.

use super::private_file::private_file;
use crate::interchange::export::csv::Lines;
use app::{error::PortalError, portal::Portal};
use axum::{
    Extension,
    extract::Path,
    response::{IntoResponse, Response},
};
use domain::questionnaire::{Questionnaire, QuestionnaireVersion};

/// A version of the questionnaire, in the format with this ending.
pub async fn questionnaire(
    Extension(portal): Extension<Portal>,
    Path((version, ending)): Path<(String, String)>,
) -> Response {
    let file = match version.parse() {
        Ok(version) => file(&portal, version, &ending).await,
        Err(_) => Err(PortalError::NotFound),
    };
    file.unwrap_or_else(|failure| failure.status().into_response())
}

async fn file(portal: &Portal, version: QuestionnaireVersion, ending: &str) -> Result<Response, PortalError> {
    let seen = portal.edition_seen(version, false).await?;
    let questionnaire = seen.edition.questionnaire();
    let (media_type, bytes) = match ending {
        "json" => ("application/json; charset=utf-8", questionnaire.to_json().into_bytes()),
        "csv" => ("text/csv; charset=utf-8; header=present", table(questionnaire)),
        _ => return Err(PortalError::NotFound),
    };
    let name = format!("questionnaire-{version}.{ending}");
    Ok(private_file(media_type, &name, bytes))
}

fn table(questionnaire: &Questionnaire) -> Vec<u8> {
    let mut rows = questionnaire.to_table().into_iter();
    let mut lines = Lines::beginning(&rows.next().unwrap_or_default());
    lines.extend(&rows.collect::<Vec<_>>());
    lines.into_bytes()
}
