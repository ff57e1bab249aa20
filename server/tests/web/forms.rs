//! Forms that do not reach their door, or are refused there.

use crate::{answer, ask, of, portal, text};
use axum::{
    body::Body,
    http::{Request, StatusCode, header, request::Builder},
};

/// A form as it is posted from a page of this site.
fn post(door: &str, fields: &str) -> Builder {
    let kind = "application/x-www-form-urlencoded";
    let form = ask("POST", door)
        .header(header::CONTENT_TYPE, kind)
        .header("sec-fetch-site", "same-origin");
    form.header(header::REFERER, "http://localhost:3000/filings?page=2")
        .header(header::CONTENT_LENGTH, fields.len())
}

fn from_machine(door: &str, fields: &str) -> Request<Body> {
    let form = Request::post(door).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    form.body(Body::from(fields.to_owned())).unwrap()
}

#[tokio::test]
async fn a_form_whose_session_has_ended_is_kept_on_the_sign_in_page() {
    let portal = portal("ended", true).await;
    let fields =
        "by=01935b2c-0000-7000-8000-000000000001&answers%5Btitle%5D%5Btext%5D=%3Cb%3E+%22one%22%0D%0Atwo&key=1";
    let response = answer(&portal, post("/do/save", fields).body(Body::from(fields)).unwrap()).await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(of(response.headers(), "cache-control"), "no-store");
    let page = text(response).await;
    assert!(
        page.contains(&format!("name=\"fields\" value=\"{}\"", fields.replace('&', "&amp;"))),
        "{page}"
    );
    assert!(
        page.contains("name=\"door\" value=\"/do/save\"") && page.contains("name=\"password\""),
        "{page}"
    );
    assert!(page.contains("name=\"next\" value=\"/filings?page=2\""), "{page}");
}

#[tokio::test]
async fn a_form_with_nothing_to_lose_leads_to_the_sign_in_page() {
    let portal = portal("sign-in-first", true).await;
    let response = answer(&portal, post("/do/claim", "key=1").body(Body::from("key=1")).unwrap()).await;
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(of(response.headers(), "location"), "/sign-in?next=/filings?page=2");
    let machine = answer(&portal, from_machine("/do/claim", "key=1")).await;
    assert_eq!(machine.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(text(machine).await, r#"{"error":"sign-in-required"}"#);
}

#[tokio::test]
async fn a_form_that_makes_no_sense_goes_back_with_a_code_and_nothing_it_said() {
    let portal = portal("malformed", true).await;
    let fields = "door=%3Cscript%3E";
    let response = answer(
        &portal,
        post("/do/choose-password", fields).body(Body::from(fields)).unwrap(),
    )
    .await;
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(of(response.headers(), "location"), "/filings?page=2&refused=malformed");
    assert_eq!(text(response).await, "");
    let machine = answer(&portal, from_machine("/do/choose-password", fields)).await;
    assert_eq!(
        (machine.status(), machine.headers().contains_key("serverfnerror")),
        (StatusCode::BAD_REQUEST, false)
    );
    assert_eq!(text(machine).await, r#"{"error":"malformed"}"#);
}

#[tokio::test]
async fn a_form_is_posted_and_no_larger_than_its_door() {
    let portal = portal("size", true).await;
    let looked_at = answer(&portal, ask("GET", "/do/save").body(Body::empty()).unwrap()).await;
    assert_eq!(
        (looked_at.status(), of(looked_at.headers(), "allow")),
        (StatusCode::METHOD_NOT_ALLOWED, "POST")
    );
    let large = format!("token={}", "a".repeat(1_100_000));
    let said = answer(
        &portal,
        post("/do/choose-password", &large)
            .body(Body::from(large.clone()))
            .unwrap(),
    )
    .await;
    assert_eq!(said.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let unsaid = answer(&portal, from_machine("/do/choose-password", &large)).await;
    assert_eq!(text(unsaid).await, r#"{"error":"malformed"}"#);
}

#[tokio::test]
async fn a_refusal_is_said_above_the_page_in_our_words_only() {
    let portal = portal("refusal", true).await;
    let page = text(
        answer(
            &portal,
            ask("GET", "/sign-in?refused=stale").body(Body::empty()).unwrap(),
        )
        .await,
    )
    .await;
    assert!(page.contains("role=\"alert\""), "{page}");
    let forged = "/sign-in?refused=%3Cb%3EYour+account+was+closed%3C/b%3E";
    let page = text(answer(&portal, ask("GET", forged).body(Body::empty()).unwrap()).await).await;
    assert!(
        !page.contains("role=\"alert\"") && !page.contains("account was closed"),
        "{page}"
    );
}

#[tokio::test]
async fn signing_out_clears_what_the_browser_keeps() {
    let portal = portal("sign-out", true).await;
    let response = answer(&portal, post("/do/sign-out", "").body(Body::empty()).unwrap()).await;
    assert_eq!(of(response.headers(), "clear-site-data"), "\"cache\", \"storage\"");
}
