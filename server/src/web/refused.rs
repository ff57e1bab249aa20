//! What becomes of a form that was refused.
//!
//! Leptos sends a failed form back to its page with the error in the address, encoded but open to whoever writes one.
//! Here it goes back with a code of a closed list (`?refused=stale`), which the page's shell turns into a sentence; a
//! page that is gone, or a form that names no page, leads to the visitor's start. A machine (a client that does not take
//! HTML) gets the status and the code. Neither answer depends on whether the thing exists, only on the failure.
//!
//! Nothing is read from the refusal but its code, and nothing else of the response is kept.

use super::accepts_html;
use app::{error::PortalError, local_path::LocalPath, routes};
use axum::{
    body::to_bytes,
    extract::Request,
    http::{
        HeaderMap, HeaderValue, StatusCode, Uri,
        header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, REFERER},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use server_fn::error::SERVER_FN_ERROR_HEADER;

/// The body of a refusal is one code.
const LARGEST_REFUSAL: usize = 1_024;

/// Turns a door's failure into an answer for the one who knocked.
pub async fn answered(request: Request, next: Next) -> Response {
    let (html, back) = (accepts_html(request.headers()), came_from(request.headers()));
    let failure = match outcome(next.run(request).await).await {
        Ok(mut done) => {
            let headers = done.headers_mut();
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return done;
        }
        Err(failure) => failure,
    };
    tracing::info!(code = failure.code(), "form refused");
    if html {
        lead_back(failure, back)
    } else {
        (failure.status(), to_machine(failure.code())).into_response()
    }
}

/// A failure, for whoever asks.
pub fn answer(headers: &HeaderMap, failure: PortalError) -> Response {
    if accepts_html(headers) {
        lead_back(failure, came_from(headers))
    } else {
        (failure.status(), to_machine(failure.code())).into_response()
    }
}

/// A failure for somebody who sees pages: the page they came from, saying so.
pub fn lead_back(failure: PortalError, back: Option<LocalPath>) -> Response {
    let to = match failure {
        PortalError::SignInRequired => routes::sign_in(back.as_ref()),
        _ => back.or_else(|| routes::REFUSED.parse().ok()).map_or_else(
            || routes::HOME.to_owned(),
            |page| page.with("refused", failure.code()).to_string(),
        ),
    };
    let location = HeaderValue::try_from(to).unwrap_or(HeaderValue::from_static(routes::HOME));
    (
        StatusCode::FOUND,
        [
            (LOCATION, location),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ],
    )
        .into_response()
}

/// A failure for somebody who does not: `{"error":"stale"}`.
pub fn to_machine(code: &str) -> Response {
    let headers = [
        (CONTENT_TYPE, "application/json; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, format!("{{\"error\":\"{code}\"}}")).into_response()
}

/// What a door answered, or its failure.
///
/// # Errors
/// The failure.
pub async fn outcome(response: Response) -> Result<Response, PortalError> {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return Ok(response);
    }
    let body = to_bytes(response.into_body(), LARGEST_REFUSAL).await;
    Err(serde_json::from_slice(&body.unwrap_or_default()).unwrap_or(PortalError::Unavailable))
}

/// The page of this site that the form was on. `Referer` names it; what names another site is no page.
pub fn came_from(headers: &HeaderMap) -> Option<LocalPath> {
    let referer: Uri = headers.get(REFERER)?.to_str().ok()?.parse().ok()?;
    let here = headers.get(HOST)?.to_str().ok()?;
    (referer.authority()?.as_str() == here).then_some(())?;
    referer.path_and_query()?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(referer: &'static str) -> Option<String> {
        let headers = [(HOST, "localhost:3000"), (REFERER, referer)];
        let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
        came_from(&headers.into_iter().collect()).map(|page| page.to_string())
    }

    #[test]
    fn only_a_page_of_this_site_is_gone_back_to() {
        assert_eq!(from("http://localhost:3000/desk?page=2"), Some("/desk?page=2".into()));
        assert_eq!(from("http://evil.example/desk"), None);
        assert_eq!(from("http://localhost:3000@evil.example/desk"), None);
        assert_eq!(from("http://localhost:3000//evil.example"), None);
        assert_eq!(from("/desk"), None);
    }

    #[test]
    fn a_refusal_leads_back_with_its_code() {
        let response = lead_back(PortalError::Stale, "/desk?refused=x".parse().ok());
        assert_eq!(
            (response.status(), &response.headers()[LOCATION]),
            (StatusCode::FOUND, &"/desk?refused=stale".parse().unwrap())
        );
    }
}
