//! A page that panics: what is said of it, and what is not.

use crate::{answer, ask, logged::Log, of, parts, text};
use axum::{Router, body::Body, http::StatusCode, routing::get};
use server::{log, web::layers};
use std::panic;

/// Panics with a message that quotes what was typed, as a careless `unwrap` does.
async fn careless() -> String {
    let refused: Result<String, &str> = std::hint::black_box(Err("Amina typed this"));
    refused.unwrap()
}

#[tokio::test]
async fn a_panic_is_logged_by_its_place_and_its_request_and_not_by_what_it_says() {
    let (web, _) = parts("panics", false).await;
    let routes = Router::new().route("/panics", get(careless));
    let portal = layers::around(routes, &web).with_state(web);
    let log = Log::begun();
    panic::set_hook(Box::new(log::panicked));
    let response = answer(&portal, ask("GET", "/panics").body(Body::empty()).unwrap()).await;
    _ = panic::take_hook();
    let told = log.text();
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let id = of(response.headers(), "x-request-id").to_owned();
    let line = told.lines().find(|line| line.contains("a panic")).unwrap();
    assert!(line.contains("panics.rs:") && line.contains(&id), "{line}");
    assert!(!told.contains("Amina"), "{told}");
    assert!(!text(response).await.contains("Amina"));
}
