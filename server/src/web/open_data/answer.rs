//! How data is sent: to any site, and only where the asker does not have it yet.
//!
//! Every answer has a strong `ETag`, the SHA-256 of its bytes, and, where its content has a time of change,
//! `Last-Modified`. A request that says what it has gets 304 (RFC 9110, 13); the tag decides where both are there, since
//! a State's name can change without a time. Parts of a large file are in [`file`](super::file).

use crate::interchange::export::moment;
use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{
            ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
            ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE,
            ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, LAST_MODIFIED,
        },
    },
    response::{IntoResponse, Response},
};
use domain::{filing::Hash, ids::Timestamp};
use time::{PrimitiveDateTime, format_description::BorrowedFormatItem, macros::format_description};

/// What an answer says of its content.
#[derive(Clone, Debug)]
pub struct About {
    /// Its media type.
    pub media_type: &'static str,
    /// Under which name it is saved, where it is to be saved rather than looked at.
    pub name: Option<String>,
    /// When it last changed, where that is known.
    pub changed: Option<Timestamp>,
}

/// The content of an answer, and what it is.
#[derive(Clone, Debug)]
pub struct Content {
    /// The bytes.
    pub bytes: Bytes,
    /// SHA-256 of them, in hexadecimal.
    pub sha256: String,
    /// What they are.
    pub about: About,
}

impl Content {
    /// These bytes.
    pub fn new(bytes: impl Into<Bytes>, about: About) -> Self {
        let bytes = bytes.into();
        Self {
            sha256: Hash::of(&bytes).to_string(),
            bytes,
            about,
        }
    }

    /// The answer to a request with these headers.
    pub fn answer(self, asked: &HeaderMap) -> Response {
        let headers = self.about.headers(&self.sha256);
        if self.about.is_known(asked, &self.sha256) {
            (StatusCode::NOT_MODIFIED, headers).into_response()
        } else {
            (headers, self.bytes).into_response()
        }
    }
}

impl About {
    /// Whether the asker has it already (RFC 9110, 13.2.2).
    pub fn is_known(&self, asked: &HeaderMap, sha256: &str) -> bool {
        if asked.contains_key(IF_NONE_MATCH) {
            let tag = tag(sha256);
            let known = asked
                .get_all(IF_NONE_MATCH)
                .iter()
                .filter_map(|known| known.to_str().ok());
            return known
                .flat_map(|known| known.split(','))
                .map(|known| known.trim().trim_start_matches("W/"))
                .any(|known| known == "*" || known == tag);
        }
        let since = asked.get(IF_MODIFIED_SINCE).and_then(|since| since.to_str().ok());
        match (since.and_then(read), self.changed) {
            (Some(since), Some(changed)) => changed.seconds_since(since) <= 0,
            _ => false,
        }
    }

    /// Whether a part would be one of what the asker has the other parts of (RFC 9110, 13.1.5).
    pub fn is_same(&self, asked: &HeaderMap, sha256: &str) -> bool {
        let Some(of) = asked.get(IF_RANGE) else { return true };
        let of = of.to_str().unwrap_or_default();
        of == tag(sha256) || read(of).is_some_and(|of| self.changed.is_some_and(|at| at.seconds_since(of) == 0))
    }

    /// The headers of an answer with this content.
    pub fn headers(&self, sha256: &str) -> HeaderMap {
        let said = [
            (CONTENT_TYPE, Some(self.media_type.to_owned())),
            (ETAG, Some(tag(sha256))),
            (LAST_MODIFIED, self.changed.map(written)),
            (CACHE_CONTROL, Some("public, no-cache".to_owned())),
            (
                CONTENT_DISPOSITION,
                self.name
                    .as_ref()
                    .map(|name| format!("attachment; filename=\"{name}\"")),
            ),
        ];
        let said = said
            .into_iter()
            .filter_map(|(name, said)| Some((name, HeaderValue::try_from(said?).ok()?)));
        said.collect()
    }
}

fn tag(sha256: &str) -> String {
    format!("\"{sha256}\"")
}

/// Says something in a header.
pub fn say(response: &mut Response, name: HeaderName, what: &str) {
    if let Ok(what) = HeaderValue::try_from(what) {
        response.headers_mut().insert(name, what);
    }
}

const HTTP_DATE: &[BorrowedFormatItem<'_>] =
    format_description!("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT");

/// A time as HTTP writes it: `Tue, 17 Mar 2026 10:00:00 GMT` (RFC 9110, 5.6.7), to the second.
fn written(at: Timestamp) -> String {
    at.utc().format(HTTP_DATE).unwrap_or_else(|_| moment::second(at))
}

fn read(written: &str) -> Option<Timestamp> {
    Some(PrimitiveDateTime::parse(written, HTTP_DATE).ok()?.assume_utc().into())
}

/// Lets any site read the answer: it is the same for everyone, and nobody's cookie has a part in it.
pub async fn everyone_s(mut response: Response) -> Response {
    say(&mut response, ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    let shown = "etag, last-modified, content-disposition, content-range, accept-ranges";
    say(&mut response, ACCESS_CONTROL_EXPOSE_HEADERS, shown);
    say(
        &mut response,
        HeaderName::from_static("cross-origin-resource-policy"),
        "cross-origin",
    );
    response
}

/// What a browser asks first where a script wants to say what it has already (Fetch, 4.8).
pub async fn preflight() -> Response {
    let mut response = (StatusCode::NO_CONTENT, Body::empty()).into_response();
    say(&mut response, ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
    let asked = "if-none-match, if-modified-since, if-range, range";
    say(&mut response, ACCESS_CONTROL_ALLOW_HEADERS, asked);
    say(&mut response, ACCESS_CONTROL_MAX_AGE, "86400");
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_written() {
        let at = Timestamp::from_micros(1_773_741_600_000_000);
        assert_eq!(written(at), "Tue, 17 Mar 2026 10:00:00 GMT");
        assert_eq!(read("Tue, 17 Mar 2026 10:00:00 GMT"), Some(at));
        assert_eq!(read("yesterday"), None);
    }
}
