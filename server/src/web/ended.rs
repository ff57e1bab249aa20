//! A form that arrives after its session has ended.
//!
//! Who writes for half an hour and then presses "save" must not lose a word. Such a form is answered, before any
//! server function sees it, by the sign-in page with everything that was posted inside ([`carried`]). Signing in sends
//! it along ([`resumed`]). Only if the same person signs in, the one the form says it was drawn for, does it go on to
//! its door; anyone else drops it. A wrong password keeps it on the page.
//!
//! Forms that do not say for whom they were drawn hold nothing to lose: those lead to the ordinary sign-in page.
//!
//! Where somebody else has signed in meanwhile, by another page of the same browser, the form is refused.

use super::{
    Web, accepts_html,
    doors::{self, Who},
    layers::{LARGEST_FORM, LARGEST_UPLOAD},
    pages::render_private,
    refused,
    router::call,
    visitor,
};
use crate::sessions::BrowserSession;
use app::{
    error::PortalError,
    local_path::LocalPath,
    pages::session_ended::{Carried, ended_site},
    portal::Portal,
};
use axum::{
    Extension,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{
        HeaderValue, Method, StatusCode, Uri,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
        request::Parts,
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::ids::PersonId;
use http_body_util::LengthLimitError;
use serde::{Deserialize, de::DeserializeOwned};
use std::{error::Error, iter::successors};
use tower_sessions::Session;

/// Lets a form through to its door, unless the door is for people who are signed in and nobody is.
pub async fn carried(
    State(web): State<Web>,
    Extension(portal): Extension<Portal>,
    request: Request,
    next: Next,
) -> Response {
    if request.method() != Method::POST || !is_for_people(request.uri().path()) {
        return next.run(request).await;
    }
    match portal.actor() {
        Ok(actor) => if_own(actor.id, request, next).await,
        Err(_) => ended(web, portal, request).await,
    }
}

/// Lets a form through that was drawn for this person, or for nobody in particular. Where somebody else has signed in
/// since, in a browser that two people share, what the one typed must not become the other's.
async fn if_own(person: PersonId, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if !is_encoded(&parts) {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let body = match to_bytes(body, LARGEST_FORM).await {
        Ok(body) => body,
        Err(error) => return unread(&error).into_response(),
    };
    match drawn_for(&body) {
        Some(by) if by != person => refused::answer(&parts.headers, PortalError::AnotherPerson),
        _ => next.run(Request::from_parts(parts, Body::from(body))).await,
    }
}

/// Asks to sign in, with what was posted kept on the page.
async fn ended(web: Web, portal: Portal, request: Request) -> Response {
    let failure = PortalError::SignInRequired;
    if !accepts_html(request.headers()) {
        return (failure.status(), refused::to_machine(failure.code())).into_response();
    }
    let (parts, body) = request.into_parts();
    let back = refused::came_from(&parts.headers);
    let body = match to_bytes(body, LARGEST_FORM).await {
        Ok(body) => body,
        Err(error) => return unread(&error).into_response(),
    };
    match fields(&parts, &body, back.clone()) {
        Some(form) => ask_to_sign_in(web, portal, parts, form).await,
        None => refused::lead_back(failure, back),
    }
}

/// Sends a form along that stands in the sign-in page, once its person has signed in.
pub async fn resumed(
    State(web): State<Web>,
    Extension(portal): Extension<Portal>,
    Extension(session): Extension<Session>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match to_bytes(body, LARGEST_UPLOAD).await {
        Ok(body) => body,
        Err(error) => return unread(&error).into_response(),
    };
    let form = decoded::<Carried>(&body).filter(|form| is_for_people(&form.door));
    let response = next.run(Request::from_parts(parts.clone(), Body::from(body))).await;
    let Some(form) = form else { return response };
    match refused::outcome(response).await {
        Err(failure) => ask_again(web, portal, parts, form, failure).await,
        Ok(led_on) => match visitor::portal(&web, BrowserSession(session), portal.visitor.network).await {
            Ok(portal) if portal.actor().is_ok_and(|actor| actor.id == form.by) => {
                knock(web, portal, parts, form).await
            }
            _ => led_on,
        },
    }
}

/// The door the form was posted to, as if the session had not ended.
async fn knock(web: Web, portal: Portal, mut parts: Parts, form: Carried) -> Response {
    parts.uri = form.door.parse().unwrap_or_default();
    parts.headers.remove(CONTENT_LENGTH);
    let request = Request::from_parts(parts, Body::from(form.fields));
    let answer = call(State(web), Extension(portal), request).await;
    match refused::outcome(answer).await {
        Ok(answer) => answer,
        Err(failure) => refused::lead_back(failure, form.next),
    }
}

/// The same page, which says above the form why they are not signed in.
async fn ask_again(web: Web, portal: Portal, mut parts: Parts, form: Carried, failure: PortalError) -> Response {
    let saying_so: Option<Uri> = format!("{}?refused={}", parts.uri.path(), failure.code()).parse().ok();
    parts.uri = saying_so.unwrap_or(parts.uri);
    ask_to_sign_in(web, portal, parts, form).await
}

async fn ask_to_sign_in(web: Web, portal: Portal, parts: Parts, form: Carried) -> Response {
    let request = Request::from_parts(parts, Body::empty());
    let mut page = render_private(web, portal, request, move || ended_site(form)).await;
    *page.status_mut() = PortalError::SignInRequired.status();
    page
}

fn is_for_people(door: &str) -> bool {
    doors::function(door).is_some_and(|who| who != Who::Anyone)
}

fn is_encoded(parts: &Parts) -> bool {
    let kind = parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"application/x-www-form-urlencoded"))
}

/// The person a form says it was drawn for.
fn drawn_for(body: &Bytes) -> Option<PersonId> {
    #[derive(Deserialize)]
    struct Drawn {
        by: PersonId,
    }
    decoded(body).map(|Drawn { by }| by)
}

/// What the form holds, if it says for whom it was drawn.
fn fields(parts: &Parts, body: &Bytes, next: Option<LocalPath>) -> Option<Carried> {
    is_encoded(parts).then_some(())?;
    let fields = std::str::from_utf8(body).ok()?.to_owned();
    Some(Carried {
        door: parts.uri.path().to_owned(),
        by: drawn_for(body)?,
        fields,
        next,
    })
}

/// Why a body was not read to its end: it is larger than may be, or it did not come in time.
fn unread(error: &axum::Error) -> StatusCode {
    let mut causes = successors(Some(error as &(dyn Error + 'static)), |&cause| cause.source());
    if causes.any(<dyn Error>::is::<LengthLimitError>) {
        StatusCode::PAYLOAD_TOO_LARGE
    } else {
        StatusCode::REQUEST_TIMEOUT
    }
}

/// As server functions decode forms.
fn decoded<Form: DeserializeOwned>(body: &Bytes) -> Option<Form> {
    serde_qs::Config::new()
        .use_form_encoding(true)
        .deserialize_bytes(body)
        .ok()
}
