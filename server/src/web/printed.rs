//! A report as PDF for those who write it and for the secretariat: what its page to be printed says, in the same order.
//!
//! It is set anew each time it is asked for, and kept by nobody on the way: it is not public.

use super::{Web, press::in_language, private_file::private_file};
use crate::interchange::export::print::printed;
use app::{
    components::printed::order_called,
    error::PortalError,
    pages::report::sheet,
    portal::{
        Portal,
        reporting::printing::{ReportToPrint, ToPrint},
    },
};
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use domain::crosswalk::View;
use serde::Deserialize;

/// In which order it is asked for: in its own, where nothing is said.
#[derive(Debug, Deserialize)]
pub struct Order {
    by: Option<String>,
}

impl Order {
    /// The view it means, if it means one.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is no such order.
    pub fn view(&self) -> Result<Option<View>, PortalError> {
        order_called(self.by.as_deref())
    }
}

/// A report in this order.
pub async fn report(
    State(web): State<Web>,
    Extension(portal): Extension<Portal>,
    Path(reference): Path<String>,
    Query(order): Query<Order>,
) -> Response {
    match asked_for(&portal, &reference, &order).await {
        Ok((report, order)) => file(&web, &report, order).await,
        Err(failure) => failure.status().into_response(),
    }
}

async fn asked_for(
    portal: &Portal,
    reference: &str,
    order: &Order,
) -> Result<(ReportToPrint, Option<View>), PortalError> {
    let reference = reference.parse().map_err(|_| PortalError::NotFound)?;
    Ok((portal.report_to_print(&reference).await?, order.view()?))
}

async fn file(web: &Web, report: &ReportToPrint, order: Option<View>) -> Response {
    let language = web.settings.language;
    let document = in_language(language, || printed(&sheet(report, order)));
    let bytes = match web.settings.press.print(document, language).await {
        Ok(bytes) => bytes,
        Err(why) => return why.into_response(),
    };
    private_file("application/pdf", &name(report, order), bytes)
}

/// `REP-XV-2026-0001-draft.pdf`, `REP-XV-2026-0001-2-norms.pdf`.
fn name(report: &ReportToPrint, order: Option<View>) -> String {
    let which = match &report.content {
        ToPrint::Draft { .. } => "draft".to_owned(),
        ToPrint::Submission { number, .. } => number.to_string(),
    };
    let order = order.map(|view| format!("-{}", view.code())).unwrap_or_default();
    format!("{}-{which}{order}.pdf", report.filing.reference)
}
