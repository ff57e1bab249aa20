//! Publications as data, for machines: what everyone may read, in the formats of [`export`](crate::interchange::export).
//!
//! All of it lies under `/data`, and not beside the pages as `/publications/PUB-2026-0412.json`: a path segment cannot be
//! a parameter with an ending in axum 0.8, and one prefix is easier to give its own headers, to let through a proxy, and
//! to tell from pages that carry a session's neighbours.
//!
//! What is answered here comes from the same use cases as the public pages and nothing else. The visitor is nobody
//! ([`visitor::nobody`](super::visitor::nobody)): no cookie is read and none is set, so any site may let its readers'
//! browsers ask ([`answer`]). Sentences in rustdoc of handlers are the reference for programmers (`/data/openapi.json`);
//! what people read about it is a page, `/data`.

pub mod answer;
mod archive;
pub mod file;
mod lists;
mod one;
pub mod openapi;
mod progress;

pub use archive::Archives;
pub(crate) use archive::{archive, manifest, table};
pub(crate) use lists::{feed, list, states, states_table};
pub(crate) use one::one;
pub(crate) use openapi::{document, report_schema, schema};
pub use progress::Books;
pub(crate) use progress::{
    commitments::{commitment, commitments, commitments_book, commitments_table},
    cycles::{cycle, cycles, cycles_book, cycles_table},
    histories::history,
    questionnaires::questionnaire,
    reports::report,
};

use super::Web;
use crate::interchange::export::{Exported, Origin};
use answer::{everyone_s, preflight};
use app::{error::PortalError, pages::public::state_name, portal::public::StateNames};
use axum::{
    middleware::map_response,
    response::{IntoResponse, Response},
    routing::{MethodRouter, options},
};
use domain::publication::Publication;

/// A door to data: asked by `GET` and `HEAD`, from any site.
pub fn door(handler: MethodRouter<Web>) -> MethodRouter<Web> {
    handler.merge(options(preflight)).layer(map_response(everyone_s))
}

/// Why there is no data; the body is put on by [`faces`](super::faces).
pub(crate) struct NoData(PortalError);

impl From<PortalError> for NoData {
    fn from(failure: PortalError) -> Self {
        Self(failure)
    }
}

impl IntoResponse for NoData {
    fn into_response(self) -> Response {
        self.0.status().into_response()
    }
}

type Answered = Result<Response, NoData>;

/// Does something with each of these publications as it is exported. One whose State is in no list would be a broken
/// reference in the database.
fn exported<T>(
    publications: &[Publication],
    states: &StateNames,
    origin: &Origin,
    what: impl FnOnce(&[Exported<'_>]) -> T,
) -> Result<T, NoData> {
    let named = publications.iter().map(|publication| {
        let state = states.get(&publication.state)?;
        Some((publication, state, state_name(state)))
    });
    let named: Vec<_> = named.collect::<Option<_>>().ok_or(PortalError::Unavailable)?;
    let exported: Vec<_> = named
        .iter()
        .map(|(publication, state, name)| Exported {
            publication,
            state,
            name,
            origin,
        })
        .collect();
    Ok(what(&exported))
}
