//! The face of an error that no page made: a request that took too long or was too large, a method that is not for an
//! address, a panic.
//!
//! Such a response has no page of its own, and gets a plain one, drawn once at the start: what goes wrong later, this
//! does not. It says what a visitor can do and nothing of what happened; that is in the log, under the id the response
//! carries. A machine gets the code alone.

use super::{accepts_html, refused};
use app::{
    pages::shell::{FailureDocument, FailureDocumentProps, Site},
    words::Language,
};
use axum::{
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE},
    },
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};
use tower_http::csrf::ProtectionError;

/// The pages of all errors, by code.
#[derive(Clone, Debug)]
pub struct Faces(Arc<BTreeMap<&'static str, String>>);

const CODES: [&str; 7] = [
    "not-found",
    "refused",
    "cross-site",
    "wrong-method",
    "too-large",
    "malformed",
    "unavailable",
];

impl Faces {
    /// Draws them.
    pub fn draw(site: &Site, language: Language) -> Self {
        let draw = |code| {
            let page = Owner::new().with(|| {
                provide_context(site.clone());
                provide_context(language);
                FailureDocument(FailureDocumentProps { code }).to_html()
            });
            (code, page)
        };
        Self(Arc::new(CODES.map(draw).into()))
    }

    fn of(&self, code: &str) -> Html<String> {
        Html(self.0.get(code).cloned().unwrap_or_default())
    }
}

/// Gives a face to an error that has none.
pub async fn put_on(State(faces): State<Faces>, request: Request, next: Next) -> Response {
    let html = accepts_html(request.headers());
    let response = next.run(request).await;
    let failed = response.status().is_client_error() || response.status().is_server_error();
    if !failed || says_something(&response) {
        return response;
    }
    let code = code(&response);
    let face = if html {
        faces.of(code).into_response()
    } else {
        refused::to_machine(code)
    };
    let (face, body) = face.into_parts();
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.extend(face.headers);
    parts
        .headers
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(parts, body)
}

/// Layers answer with nothing or with plain text; pages and doors with HTML or JSON.
fn says_something(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(CONTENT_TYPE)
        .map(|kind| kind.as_bytes().to_ascii_lowercase());
    kind.is_some_and(|kind| !kind.starts_with(b"text/plain"))
}

fn code(response: &Response) -> &'static str {
    match response.status() {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::FORBIDDEN if response.extensions().get::<ProtectionError>().is_some() => "cross-site",
        StatusCode::FORBIDDEN => "refused",
        StatusCode::METHOD_NOT_ALLOWED => "wrong-method",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        status if status.is_client_error() => "malformed",
        _ => "unavailable",
    }
}
