//! Any answer: what it tells a browser, and how it looks when something is wrong.

use crate::{answer, ask, of, portal, text};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use server::web::doors;

/// One request for each kind of answer, and the status it has.
fn every_kind() -> Vec<(Request<Body>, u16)> {
    let form = |path| ask("POST", path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    vec![
        (ask("GET", "/healthz").body(Body::empty()).unwrap(), 200),
        (ask("GET", "/readyz").body(Body::empty()).unwrap(), 200),
        (ask("GET", "/pkg/verbale.css").body(Body::empty()).unwrap(), 200),
        (ask("GET", "/pkg/not-there.css").body(Body::empty()).unwrap(), 404),
        (ask("GET", "/pkg/../verbale.db").body(Body::empty()).unwrap(), 404),
        (ask("GET", "/nowhere").body(Body::empty()).unwrap(), 404),
        (ask("GET", "/refused").body(Body::empty()).unwrap(), 302),
        (ask("POST", "/healthz").body(Body::empty()).unwrap(), 405),
        (ask("TRACE", "/").body(Body::empty()).unwrap(), 405),
        (form("/nowhere").body(Body::empty()).unwrap(), 404),
        (
            form("/healthz")
                .header("sec-fetch-site", "cross-site")
                .body(Body::empty())
                .unwrap(),
            403,
        ),
        (
            form("/healthz")
                .header(header::CONTENT_LENGTH, 99_000_000)
                .body(Body::empty())
                .unwrap(),
            413,
        ),
    ]
}

#[tokio::test]
async fn every_answer_binds_the_browser() {
    let portal = portal("binds", true).await;
    for (request, status) in every_kind() {
        let what = format!("{} {}", request.method(), request.uri());
        let response = answer(&portal, request).await;
        assert_eq!(response.status(), status, "{what}");
        let headers = response.headers();
        let policy = of(headers, "content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'none';"),
            "{what}: {policy}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"),
            "{what}: {policy}"
        );
        assert!(
            policy.contains("report-uri /csp-report; report-to csp"),
            "{what}: {policy}"
        );
        assert_eq!(of(headers, "reporting-endpoints"), "csp=\"/csp-report\"", "{what}");
        assert_eq!(of(headers, "x-content-type-options"), "nosniff", "{what}");
        assert_eq!(of(headers, "referrer-policy"), "same-origin", "{what}");
        assert_eq!(of(headers, "cross-origin-opener-policy"), "same-origin", "{what}");
        assert!(
            of(headers, "strict-transport-security").starts_with("max-age=63072000"),
            "{what}"
        );
        assert_eq!(of(headers, "x-request-id").len(), 36, "{what}");
        assert!(headers.get(header::SERVER).is_none(), "{what}");
    }
}

#[tokio::test]
async fn http_on_loopback_does_not_insist_on_https() {
    let portal = portal("loopback", false).await;
    let response = answer(&portal, ask("GET", "/healthz").body(Body::empty()).unwrap()).await;
    assert!(response.headers().get(header::STRICT_TRANSPORT_SECURITY).is_none());
}

#[tokio::test]
async fn an_error_has_a_face_for_people_and_a_code_for_machines() {
    let portal = portal("faces", true).await;
    for (request, status) in every_kind().into_iter().filter(|(_, status)| *status >= 400) {
        let what = format!("{} {} {status}", request.method(), request.uri());
        let page = text(answer(&portal, request).await).await;
        assert!(
            page.contains("<h1>") && page.contains("<title>") && !page.contains("<script"),
            "{what}: {page}"
        );
    }
    let request = Request::post("/healthz")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    let response = answer(&portal, request).await;
    assert_eq!(
        of(response.headers(), "content-type"),
        "application/json; charset=utf-8"
    );
    assert_eq!(text(response).await, r#"{"error":"cross-site"}"#);
}

#[tokio::test]
async fn what_comes_from_another_site_changes_nothing() {
    let portal = portal("csrf", true).await;
    for (name, value, status) in [
        ("sec-fetch-site", "cross-site", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-site", StatusCode::FORBIDDEN),
        ("origin", "https://evil.example", StatusCode::FORBIDDEN),
        ("origin", "null", StatusCode::FORBIDDEN),
        ("sec-fetch-site", "same-origin", StatusCode::METHOD_NOT_ALLOWED),
        ("origin", "http://localhost:3000", StatusCode::METHOD_NOT_ALLOWED),
    ] {
        for kind in [
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data; boundary=x",
        ] {
            let post = ask("POST", "/healthz")
                .header(name, value)
                .header(header::CONTENT_TYPE, kind);
            let response = answer(&portal, post.body(Body::empty()).unwrap()).await;
            assert_eq!(response.status(), status, "{name}: {value}, {kind}");
        }
    }
}

#[tokio::test]
async fn the_id_of_a_request_is_ours() {
    let portal = portal("id", true).await;
    let request = ask("GET", "/healthz")
        .header("x-request-id", "forged")
        .body(Body::empty())
        .unwrap();
    assert_ne!(of(answer(&portal, request).await.headers(), "x-request-id"), "forged");
}

#[tokio::test]
async fn files_are_kept_for_good_and_sent_small() {
    let portal = portal("files", true).await;
    let request = ask("GET", "/pkg/verbale.css")
        .header(header::ACCEPT_ENCODING, "br")
        .body(Body::empty())
        .unwrap();
    let response = answer(&portal, request).await;
    assert_eq!(
        of(response.headers(), "cache-control"),
        "public, max-age=31536000, immutable"
    );
    assert_eq!(
        (
            of(response.headers(), "content-encoding"),
            of(response.headers(), "content-type")
        ),
        ("br", "text/css")
    );
    let missing = answer(&portal, ask("GET", "/pkg/old.css").body(Body::empty()).unwrap()).await;
    assert_eq!(of(missing.headers(), "cache-control"), "no-store");
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_the_sign_in_page() {
    let portal = portal("sign-in", true).await;
    for (path, _) in doors::PAGES
        .iter()
        .filter(|(path, who)| *who != doors::Who::Anyone && !path.contains('{'))
    {
        let response = answer(
            &portal,
            ask("GET", &format!("{path}?page=2")).body(Body::empty()).unwrap(),
        )
        .await;
        assert_eq!(
            of(response.headers(), "location"),
            format!("/sign-in?next={path}?page=2")
        );
        assert_eq!(of(response.headers(), "cache-control"), "no-store");
        let machine = answer(&portal, Request::get(*path).body(Body::empty()).unwrap()).await;
        assert_eq!(
            (machine.status(), text(machine).await.as_str()),
            (StatusCode::UNAUTHORIZED, r#"{"error":"sign-in-required"}"#)
        );
    }
}

#[tokio::test]
async fn public_pages_carry_no_script() {
    let portal = portal("public", true).await;
    for page in leptos_axum::generate_route_list(app::pages::public_site) {
        let response = answer(&portal, ask("GET", page.path()).body(Body::empty()).unwrap()).await;
        assert!(
            of(response.headers(), "content-security-policy").contains("script-src 'none'"),
            "{}",
            page.path()
        );
        assert!(response.headers().get(header::SET_COOKIE).is_none(), "{}", page.path());
        let html = text(response).await.to_ascii_lowercase();
        assert!(
            html.starts_with("<!doctype html>") && html.contains("<title>"),
            "{}: {html}",
            page.path()
        );
        assert!(
            !html.contains("<script") && !html.contains("nonce") && !html.contains(" style="),
            "{}",
            page.path()
        );
    }
}

#[tokio::test]
async fn a_private_page_has_a_word_of_its_own_each_time() {
    let portal = portal("nonce", true).await;
    let mut words = Vec::new();
    for _ in 0..2 {
        let response = answer(&portal, ask("GET", "/sign-in").body(Body::empty()).unwrap()).await;
        assert_eq!(of(response.headers(), "cache-control"), "no-store");
        let policy = of(response.headers(), "content-security-policy").to_owned();
        assert!(policy.ends_with("report-uri /csp-report; report-to csp"), "{policy}");
        let word = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .unwrap()
            .to_owned();
        assert!(word.len() >= 22, "128 bits: {word}");
        assert!(
            !text(response).await.contains(&word),
            "a page without an island has no script to know the word"
        );
        words.push(word);
    }
    assert_ne!(words[0], words[1]);
}
