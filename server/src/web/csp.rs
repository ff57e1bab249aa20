//! What a page may load and run (Content Security Policy, level 3).
//!
//! Every response carries a policy, from the first page to an error of the innermost layer: [`sealed`] gives the
//! strictest one to whatever has none. A page that wakes islands gets a policy of its own, with a word drawn for this
//! one response, which the script must carry. Nothing of the portal has an inline style or comes from elsewhere.
//!
//! What a browser refuses by a policy it reports (see [`reports`](super::reports)), by the name that [`ENDPOINTS`] gives
//! the address, or where it does not know of names, by the address itself.

use axum::{
    extract::Request,
    http::{HeaderValue, header::CONTENT_SECURITY_POLICY},
    middleware::Next,
    response::Response,
};
use leptos::nonce::Nonce;

/// No script at all. Public pages, errors and files have this.
pub const SCRIPTLESS: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'; report-uri /csp-report; report-to csp",
);

/// The value of `Reporting-Endpoints`, which says what `csp` is (Reporting API).
pub const ENDPOINTS: &str = "csp=\"/csp-report\"";

/// The scripts of this site, and the one inline script that knows this word. Falls back to no script.
pub fn with_nonce(nonce: &Nonce) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
         report-uri /csp-report; report-to csp"
    );
    HeaderValue::try_from(policy).unwrap_or(SCRIPTLESS)
}

/// Gives a policy to a response that has none.
pub async fn sealed(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response
        .headers_mut()
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(SCRIPTLESS);
    response
}
