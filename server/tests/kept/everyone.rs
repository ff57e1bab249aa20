//! Whom a page is the same for.

use crate::{
    another_server, publication, served,
    support::{databases::databases, house::House, visitors::Answer},
};
use app::words::Language;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderName, Method, Request, header},
};
use domain::samples::{AMINA, CHIDI, FARID};
use server::web::Settings;
use tower::ServiceExt;

/// Asks for a page with these headers.
async fn asked(router: &Router, method: Method, page: &str, headers: &[(HeaderName, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(page);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let (parts, body) = router.clone().oneshot(request).await.expect("an answer").into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a whole answer");
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: String::from_utf8_lossy(&body).into_owned(),
        bytes: body,
    }
}

#[tokio::test]
async fn a_page_is_the_same_for_everyone() {
    let odd: [&[(HeaderName, &str)]; 6] = [
        &[],
        &[(header::COOKIE, "verbale=somebody; theme=dark; lang=ar")],
        &[
            (header::ACCEPT_LANGUAGE, "ar-XB, fr;q=0.5"),
            (header::ACCEPT, "application/json"),
        ],
        &[
            (header::HOST, "evil.example"),
            (HeaderName::from_static("x-forwarded-host"), "evil.example"),
        ],
        &[
            (header::REFERER, "http://localhost/filings"),
            (header::USER_AGENT, "<script>"),
        ],
        &[(header::AUTHORIZATION, "Bearer x"), (header::RANGE, "bytes=0-9")],
    ];
    for database in databases().await {
        let house = House::on(&database).await;
        let one = format!("/publications/{}", publication(&house.cast).await);
        let (_, db) = another_server(&database).await;
        let router = served(&database.sql, &db, Settings::default());
        for page in [
            "/",
            "/about",
            "/publications",
            "/publications?state=XV&year=2026",
            &one,
            &format!("{one}?x=1"),
        ] {
            let plain = asked(&router, Method::GET, page, &[]).await;
            for headers in odd {
                let answer = asked(&router, Method::GET, page, headers).await;
                assert_eq!(answer.telling(), plain.telling(), "{page}, asked with {headers:?}");
                let head = asked(&router, Method::HEAD, page, headers).await;
                assert_eq!(
                    (head.telling(), head.body.as_str()),
                    (plain.telling().replace(&plain.body, ""), ""),
                    "HEAD {page}"
                );
            }
            let tag = plain.headers[header::ETAG].to_str().expect("ASCII");
            let same = asked(&router, Method::GET, page, &[(header::IF_NONE_MATCH, tag)]).await;
            assert_eq!((same.status.as_u16(), same.body.as_str()), (304, ""), "{page}");
        }
        for person in [AMINA, CHIDI, FARID] {
            let visitor = house.visitor(person).await;
            for page in ["/", "/publications", "/about", &one] {
                assert_eq!(
                    visitor.gets(page).await.telling(),
                    house.nobody().gets(page).await.telling()
                );
            }
        }
        let [a, b] =
            ["state=XV&year=2026", "page=1&year=2026&kind=&state=XV"].map(|query| format!("/publications?{query}"));
        assert_eq!(
            house.nobody().gets(&a).await.telling(),
            house.nobody().gets(&b).await.telling()
        );
    }
}

#[tokio::test]
async fn each_language_has_its_own_pages() {
    let database = databases().await.swap_remove(0);
    let (_, db) = another_server(&database).await;
    let languages = [Language::English, Language::Pseudo];
    let servers = languages.map(|language| {
        let settings = Settings {
            language,
            ..Settings::default()
        };
        served(&database.sql, &db, settings)
    });
    for (router, lang) in servers.iter().zip(["lang=\"en\"", "lang=\"ar-XB\""]) {
        for _ in 0..2 {
            let about = asked(router, Method::GET, "/about", &[(header::ACCEPT_LANGUAGE, "fr")]).await;
            assert!(about.body.contains(lang), "{lang}");
        }
    }
}
