//! Progress reports as data: cycles, reports, commitments, questionnaires. The same use cases as the pages', and the
//! same sentence on all of them.

mod books;
pub(super) mod bulk;
pub(super) mod commitments;
pub(super) mod cycles;
pub(super) mod histories;
mod printed;
pub(super) mod questionnaires;
pub(super) mod reports;
mod tables;

pub use books::Books;

use super::answer::{About, Content};
use crate::{
    interchange::export::{json, progress::Around},
    web::Web,
};
use app::{error::PortalError, words};
use axum::{http::HeaderMap, response::Response};
use domain::{ids::Timestamp, participation};
use serde::Serialize;
use std::str::FromStr;

pub(super) const JSON: &str = "application/json; charset=utf-8";
pub(super) const CSV: &str = "text/csv; charset=utf-8; header=present";

/// The sentence that stands in every file.
pub(super) fn notice() -> String {
    words::say(participation::NOTICE)
}

/// What conversions need to know.
pub(super) const fn around<'a>(web: &'a Web, notice: &'a str) -> Around<'a> {
    Around {
        origin: &web.settings.origin,
        notice,
    }
}

/// What the name of a file says: of what it is one, and in which of these formats.
fn named<'a, T: FromStr>(file: &str, formats: &[&'a str]) -> Result<(T, &'a str), PortalError> {
    let known = formats.iter().find_map(|format| {
        let of = file.strip_suffix(format)?.strip_suffix('.')?;
        Some((of.parse().ok()?, *format))
    });
    known.ok_or(PortalError::NotFound)
}

/// JSON, to be looked at.
fn as_json(value: &impl Serialize, changed: Option<Timestamp>, asked: &HeaderMap) -> Response {
    let about = About {
        media_type: JSON,
        name: None,
        changed,
    };
    Content::new(json(value), about).answer(asked)
}
