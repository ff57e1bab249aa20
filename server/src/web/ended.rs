//! A form that arrives after its session has ended.
//!
//! Who writes for half an hour and then presses "save" must not lose a word. Such a form is answered, before any
//! server function sees it, by the sign-in page with everything that was posted inside. Signing in sends it along, and
//! only if the same person signs in (the form says for whom it was drawn) is it saved; anyone else drops it.
//!
//! Forms that do not say for whom they were drawn hold nothing to lose: those lead to the ordinary sign-in page.

use super::{
    Web, accepts_html,
    doors::{self, Who},
    layers::LARGEST_FORM,
    pages::render_private,
    refused,
};
use app::{
    error::PortalError,
    local_path::LocalPath,
    pages::session_ended::{Carried, ended_site},
    portal::Portal,
};
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header::CONTENT_TYPE, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::ids::PersonId;
use serde::Deserialize;

/// Lets a form through to its door, unless the door is for people who are signed in and nobody is.
pub async fn carried(
    State(web): State<Web>,
    Extension(portal): Extension<Portal>,
    request: Request,
    next: Next,
) -> Response {
    let open = doors::function(request.uri().path()) == Some(Who::Anyone);
    if open || portal.actor().is_ok() {
        return next.run(request).await;
    }
    let failure = PortalError::SignInRequired;
    if !accepts_html(request.headers()) {
        return (failure.status(), refused::to_machine(failure.code())).into_response();
    }
    let (parts, body) = request.into_parts();
    let back = refused::came_from(&parts.headers);
    let Ok(body) = to_bytes(body, LARGEST_FORM).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    match fields(&parts, &body, back.clone()) {
        Some(fields) => ask_to_sign_in(web, portal, parts, fields).await,
        None => refused::lead_back(failure, back),
    }
}

/// What the form holds, if it says for whom it was drawn.
fn fields(parts: &Parts, body: &[u8], next: Option<LocalPath>) -> Option<Carried> {
    #[derive(Deserialize)]
    struct Drawn {
        by: PersonId,
    }
    let kind = parts.headers.get(CONTENT_TYPE)?.to_str().ok()?;
    kind.starts_with("application/x-www-form-urlencoded").then_some(())?;
    let fields = std::str::from_utf8(body).ok()?;
    let drawn: Drawn = serde_qs::Config::new()
        .use_form_encoding(true)
        .deserialize_str(fields)
        .ok()?;
    Some(Carried {
        door: parts.uri.path().to_owned(),
        by: drawn.by,
        fields: fields.to_owned(),
        next,
    })
}

async fn ask_to_sign_in(web: Web, portal: Portal, parts: Parts, fields: Carried) -> Response {
    let request = Request::from_parts(parts, Body::empty());
    let mut page = render_private(web, portal, request, move || ended_site(fields)).await;
    *page.status_mut() = PortalError::SignInRequired.status();
    page
}
