//! A page as everyone gets it.

use axum::{
    body::Body,
    body::Bytes,
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH},
    },
    response::{IntoResponse, Response},
};
use domain::filing::Hash;
use http_body_util::BodyExt;
use std::sync::Arc;

/// How many hexadecimal digits of a page's SHA-256 tell it from all others: 128 bits.
const DIGITS: usize = 32;

/// What a page weighs besides its bytes: its headers, its place on a shelf.
const AROUND: usize = 1_024;

/// A page that was found, with its headers.
#[derive(Clone, Debug)]
pub struct Page {
    /// All but its tag: those of its kind have the same.
    pub(super) headers: Arc<HeaderMap>,
    /// Its strong validator (RFC 9110, 8.8.3).
    pub(super) tag: HeaderValue,
    pub(super) body: Bytes,
}

impl Page {
    /// The page of this response.
    ///
    /// # Errors
    /// The response, where it is not a page that was found.
    pub async fn of(response: Response) -> Result<Self, Response> {
        if response.status() != StatusCode::OK {
            return Err(response);
        }
        let (parts, body) = response.into_parts();
        let body = body.collect().await.map(http_body_util::Collected::to_bytes);
        let body = body.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
        let digits = Hash::of(&body);
        let tag = HeaderValue::try_from(format!("\"{}\"", &digits.as_str()[..DIGITS]));
        let tag = tag.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())?;
        let mut headers = parts.headers;
        headers.remove(CONTENT_LENGTH);
        Ok(Self {
            headers: Arc::new(headers),
            tag,
            body,
        })
    }

    /// What it weighs, in bytes.
    pub fn weight(&self) -> usize {
        self.body.len() + AROUND
    }

    /// The page; or only that it is still the same, for whoever has it.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let mut headers = HeaderMap::clone(&self.headers);
        headers.insert(ETAG, self.tag.clone());
        if self.is_had(asked) {
            headers.remove(CONTENT_TYPE);
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.headers_mut() = headers;
        response
    }

    /// Whether whoever asks has this very page (RFC 9110, 13.1.2).
    fn is_had(&self, asked: &HeaderMap) -> bool {
        let tag = self.tag.as_bytes();
        asked
            .get_all(IF_NONE_MATCH)
            .iter()
            .filter_map(|tags| tags.to_str().ok())
            .flat_map(|tags| tags.split(','))
            .any(|had| matches!(had.trim(), "*") || had.trim().trim_start_matches("W/").as_bytes() == tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn page() -> Page {
        Page::of("<p>Valdoria</p>".into_response()).await.unwrap()
    }

    fn asked(tags: &str) -> HeaderMap {
        HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::try_from(tags).unwrap())])
    }

    #[tokio::test]
    async fn whoever_has_a_page_is_told_so() {
        let page = page().await;
        let whole = page.answer(&HeaderMap::new());
        let tag = whole.headers()[ETAG].to_str().unwrap();
        assert_eq!((whole.status(), tag.len()), (StatusCode::OK, DIGITS + 2));
        for had in [
            tag.to_owned(),
            format!("\"another\", {tag}"),
            format!("W/{tag}"),
            "*".to_owned(),
        ] {
            let same = page.answer(&asked(&had));
            assert_eq!(same.status(), StatusCode::NOT_MODIFIED, "{had}");
            assert_eq!(same.headers()[ETAG], tag);
            assert!(!same.headers().contains_key(CONTENT_TYPE));
        }
        assert_eq!(page.answer(&asked("\"another\"")).status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn only_what_was_found_is_a_page() {
        for status in [
            StatusCode::NOT_FOUND,
            StatusCode::SERVICE_UNAVAILABLE,
            StatusCode::FOUND,
        ] {
            assert_eq!(Page::of(status.into_response()).await.unwrap_err().status(), status);
        }
    }
}
