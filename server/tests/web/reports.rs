//! What browsers report of a policy that was broken: what is taken, and what is written down.

use crate::{answer, logged::Log, of, portal};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
    response::Response,
};

const REPORT: &str = r#"{"csp-report":{"document-uri":"http://localhost:3000/filings/INC-XV-2026-0001?refused=stale",
    "blocked-uri":"https://evil.example/a?word","effective-directive":"img-src","script-sample":"Amina typed this"}}"#;

async fn reports(portal: &Router, kind: &str, body: String) -> Response {
    let report = Request::post("/csp-report")
        .header(header::HOST, "localhost:3000")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, kind);
    answer(portal, report.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_report_is_taken_and_little_of_it_is_logged() {
    let portal = portal("report", false).await;
    let log = Log::begun();
    let taken = reports(&portal, "application/csp-report", REPORT.to_owned()).await;
    assert_eq!(taken.status(), StatusCode::NO_CONTENT);
    let told = log.text();
    for kept in ["img-src", "https://evil.example", "/filings/{reference}"] {
        assert!(told.contains(kept), "{kept}: {told}");
    }
    for left in ["INC-XV", "refused", "word", "Amina"] {
        assert!(!told.contains(left), "{left}: {told}");
    }
}

#[tokio::test]
async fn what_is_no_report_is_not_taken() {
    let portal = portal("no-report", false).await;
    for (kind, body, status) in [
        ("application/json", REPORT.to_owned(), 415),
        ("application/csp-report", "{".to_owned(), 400),
        ("application/reports+json; charset=utf-8", "[]".to_owned(), 204),
        ("application/csp-report", " ".repeat(16 * 1024 + 1), 413),
    ] {
        let answer = reports(&portal, kind, body).await;
        assert_eq!(answer.status(), status, "{kind}");
    }
}

#[tokio::test]
async fn reports_are_not_taken_without_end_and_forms_still_are() {
    let portal = portal("many-reports", false).await;
    let mut taken = 0;
    let refused = loop {
        let answer = reports(&portal, "application/csp-report", REPORT.to_owned()).await;
        if answer.status() != StatusCode::NO_CONTENT {
            break answer;
        }
        taken += 1;
        assert!(taken < 300, "whoever reports is never told to wait");
    };
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(!of(refused.headers(), "retry-after").is_empty());
    let page = answer(&portal, Request::get("/sign-in").body(Body::empty()).unwrap()).await;
    assert_eq!(page.status(), StatusCode::OK);
}
