//! What every request passes on its way in, and every response on its way out.
//!
//! From the outside:
//!
//! 1. an id for the request, made here, whatever the visitor calls it; it is in the log and in the response;
//! 2. the headers that bind a browser: policy, no sniffing, no framing, https only (OWASP ASVS 5.0, 3.4);
//! 3. a face for errors that have none ([`faces`](super::faces));
//! 4. panics end one request and not the process;
//! 5. a time within which an answer must be there;
//! 6. no larger body than a door takes;
//! 7. nothing from another site that changes anything ([`CsrfLayer`]: `Sec-Fetch-Site`, else `Origin`).
//!
//! The log has one line a request: id, method, the *pattern* of the path, status, time taken. No address as visited, no
//! header, no word of a body: a reference in an access log is a fact about a State.

use super::{Web, csp, faces};
use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use std::{any::Any, time::Duration};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
    trace::{DefaultOnResponse, TraceLayer},
};
use tracing::{Level, Span};

/// The largest form: the longest filing, every character escaped, fits three times.
pub const LARGEST_FORM: usize = 1024 * 1024;

/// The largest import and what a form puts around it.
pub const LARGEST_UPLOAD: usize = 5 * 1024 * 1024 + 64 * 1024;

/// Longer than the slowest page on a busy evening; a password takes a tenth of a second.
const PATIENCE: Duration = Duration::from_secs(30);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts the layers around the routes.
pub fn around(routes: Router<Web>, web: &Web) -> Router<Web> {
    let inner = ServiceBuilder::new()
        .layer(from_fn(csp::sealed))
        .layer(from_fn_with_state(web.faces.clone(), faces::put_on))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            PATIENCE,
        ))
        .layer(RequestBodyLimitLayer::new(LARGEST_UPLOAD))
        .layer(CsrfLayer::new());
    let bound = bind(routes.layer(inner), web.settings.secure);
    bound.layer(
        ServiceBuilder::new()
            .map_request(without_their_id)
            .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
            .layer(
                TraceLayer::new_for_http()
                    .make_span_with(span)
                    .on_request(())
                    .on_response(on_response()),
            )
            .layer(PropagateRequestIdLayer::new(REQUEST_ID)),
    )
}

/// The headers that tell a browser what not to do.
fn bind(routes: Router<Web>, secure: bool) -> Router<Web> {
    let headers = [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // Not `no-referrer`: a refused form finds its way back by it.
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("reporting-endpoints"), csp::ENDPOINTS),
    ];
    // Two years; where there is no https, a browser must not insist on it.
    let https = secure.then_some((header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains"));
    headers.into_iter().chain(https).fold(routes, |routes, (name, value)| {
        routes.layer(SetResponseHeaderLayer::if_not_present(
            name,
            HeaderValue::from_static(value),
        ))
    })
}

/// A page that panics says nothing of why; the panic hook wrote where.
fn panicked(_: Box<dyn Any + Send>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

fn without_their_id<B>(mut request: Request<B>) -> Request<B> {
    request.headers_mut().remove(REQUEST_ID);
    request
}

fn span<B>(request: &Request<B>) -> Span {
    let id = request
        .extensions()
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok());
    let path = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("unknown", MatchedPath::as_str);
    tracing::info_span!("request", id, method = %request.method(), path)
}

fn on_response() -> DefaultOnResponse {
    DefaultOnResponse::new().level(Level::INFO)
}
