//! What every answer of the portal has in common, tried on the real router with a real database.

use app::portal::ports::{Clock, World};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    response::Response,
};
use domain::ids::Timestamp;
use server::{
    chance::SystemChance,
    interchange::Formats,
    passwords::Argon2id,
    sessions::Sessions,
    storage::{Sql, connect::Database},
    web::{self, Settings, Web, doors, files::Files},
};
use std::{fs, path::PathBuf, sync::Arc};
use tower::ServiceExt;
use tower_sessions::SessionManagerLayer;

/// A Tuesday in March 2026.
struct Tuesday;

impl Clock for Tuesday {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(1_773_741_600_000_000)
    }
}

/// The portal with an empty database and a site of two files.
async fn portal(name: &str, secure: bool) -> Router {
    let folder = std::env::temp_dir().join(format!("verbale-web-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("pkg")).unwrap();
    fs::write(folder.join("pkg/verbale.css"), "p { color: black }").unwrap();
    fs::write(folder.join("pkg/verbale.css.br"), "brotli").unwrap();
    let database = Database::connect(&format!("sqlite://{}?mode=rwc", folder.join("verbale.db").display()))
        .await
        .unwrap();
    database.migrate().await.unwrap();
    let (sql, clock) = (Sql::on(database.clone()), Arc::new(Tuesday));
    let world = World {
        store: Arc::new(sql.clone()),
        clock: clock.clone(),
        chance: Arc::new(SystemChance),
        passwords: Arc::new(Argon2id::new().unwrap()),
        interchange: Arc::new(Formats),
    };
    let settings = Settings {
        secure,
        ..Settings::default()
    };
    let web = Web::new(
        world,
        Arc::new(database),
        Files::new(PathBuf::from(&folder), ""),
        settings,
    );
    web::router(
        web,
        SessionManagerLayer::new(Sessions::new(sql, clock))
            .with_name("verbale")
            .with_secure(secure),
    )
}

/// A request as a browser sends it.
fn ask(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "localhost:3000")
        .header(header::ACCEPT, "text/html,*/*")
}

async fn answer(portal: &Router, request: Request<Body>) -> Response {
    portal.clone().oneshot(request).await.unwrap()
}

async fn text(response: Response) -> String {
    String::from_utf8(to_bytes(response.into_body(), 10_000_000).await.unwrap().to_vec()).unwrap()
}

fn of<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

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
    assert_eq!(of(missing.headers(), "cache-control"), "");
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
        let word = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap().to_owned();
        assert!(word.len() >= 22, "128 bits: {word}");
        assert!(!text(response).await.contains(&word), "a page without an island has no script to know the word");
        words.push(word);
    }
    assert_ne!(words[0], words[1]);
}

/// A form as it is posted from a page of this site.
fn post(door: &str, fields: &str) -> axum::http::request::Builder {
    let kind = "application/x-www-form-urlencoded";
    let form = ask("POST", door).header(header::CONTENT_TYPE, kind).header("sec-fetch-site", "same-origin");
    form.header(header::REFERER, "http://localhost:3000/filings?page=2").header(header::CONTENT_LENGTH, fields.len())
}

fn from_machine(door: &str, fields: &str) -> Request<Body> {
    let form = Request::post(door).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    form.body(Body::from(fields.to_owned())).unwrap()
}

#[tokio::test]
async fn a_form_whose_session_has_ended_is_kept_on_the_sign_in_page() {
    let portal = portal("ended", true).await;
    let fields = "by=01935b2c-0000-7000-8000-000000000001&answers%5Btitle%5D%5Btext%5D=%3Cb%3E+%22one%22%0D%0Atwo&key=1";
    let response = answer(&portal, post("/do/save", fields).body(Body::from(fields)).unwrap()).await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(of(response.headers(), "cache-control"), "no-store");
    let page = text(response).await;
    assert!(page.contains(&format!("name=\"fields\" value=\"{}\"", fields.replace('&', "&amp;"))), "{page}");
    assert!(page.contains("name=\"door\" value=\"/do/save\"") && page.contains("name=\"password\""), "{page}");
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
    let response = answer(&portal, post("/do/sign-in", fields).body(Body::from(fields)).unwrap()).await;
    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(of(response.headers(), "location"), "/filings?page=2&refused=malformed");
    assert_eq!(text(response).await, "");
    let machine = answer(&portal, from_machine("/do/sign-in", fields)).await;
    assert_eq!((machine.status(), machine.headers().contains_key("serverfnerror")), (StatusCode::BAD_REQUEST, false));
    assert_eq!(text(machine).await, r#"{"error":"malformed"}"#);
}

#[tokio::test]
async fn a_form_is_posted_and_no_larger_than_its_door() {
    let portal = portal("size", true).await;
    let looked_at = answer(&portal, ask("GET", "/do/save").body(Body::empty()).unwrap()).await;
    assert_eq!((looked_at.status(), of(looked_at.headers(), "allow")), (StatusCode::METHOD_NOT_ALLOWED, "POST"));
    let large = format!("email={}", "a".repeat(1_100_000));
    let said = answer(&portal, post("/do/sign-in", &large).body(Body::from(large.clone())).unwrap()).await;
    assert_eq!(said.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let unsaid = answer(&portal, from_machine("/do/sign-in", &large)).await;
    assert_eq!(text(unsaid).await, r#"{"error":"malformed"}"#);
}

#[tokio::test]
async fn a_refusal_is_said_above_the_page_in_our_words_only() {
    let portal = portal("refusal", true).await;
    let page = text(answer(&portal, ask("GET", "/sign-in?refused=stale").body(Body::empty()).unwrap()).await).await;
    assert!(page.contains("role=\"alert\""), "{page}");
    let forged = "/sign-in?refused=%3Cb%3EYour+account+was+closed%3C/b%3E";
    let page = text(answer(&portal, ask("GET", forged).body(Body::empty()).unwrap()).await).await;
    assert!(!page.contains("role=\"alert\"") && !page.contains("account was closed"), "{page}");
}

#[tokio::test]
async fn signing_out_clears_what_the_browser_keeps() {
    let portal = portal("sign-out", true).await;
    let response = answer(&portal, post("/do/sign-out", "").body(Body::empty()).unwrap()).await;
    assert_eq!(of(response.headers(), "clear-site-data"), "\"cache\", \"storage\"");
}
