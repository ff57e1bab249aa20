//! Publications as data: for everyone, from anywhere, and only where it is new.

use crate::support::{
    databases::{TestDatabase, databases},
    house::House,
    pdf::press,
    reporting::shipped,
    visitors::{Answer, Visitor},
};
use axum::http::{HeaderName, Method, header};
use domain::{lifecycle::StageName, marking::Audience, samples::reports::valdoria, state::StateCode};
use server::web::{Settings, doors::ROUTES};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The files that are there, of what there are many of; one name that changes nothing of other paths.
fn files(path: &str) -> &'static [&'static str] {
    match path {
        "/data/publications/{file}" => &[
            "PUB-2026-0001.json",
            "PUB-2026-0001.csv",
            "PUB-2026-0001.stix.json",
            "PUB-2026-0001.misp.json",
        ],
        "/data/cycles/{file}" => &[
            "2026.json",
            "2026.csv",
            "2026.xlsx",
            "2026.answers.csv",
            "2026.answers.xlsx",
        ],
        "/data/reports/{file}" => &["2026-XV.json", "2026-XV.csv", "2026-XV.xlsx", "2026-XV.pdf"],
        "/data/histories/{file}" => &["XV.json", "XV.csv", "XV.xlsx"],
        "/data/commitments/{file}" => &["13a.json", "CDP-I.csv", "13a.xlsx"],
        "/data/questionnaires/{file}" => &["2026.1.json", "2026.1.csv", "2026.1.xlsx"],
        _ => &[""],
    }
}

/// Everything under `/data`, with a publication and a progress report that are there.
fn addresses() -> impl Iterator<Item = String> {
    let paths = ROUTES.iter().map(|route| route.path);
    paths
        .filter(|path| path.starts_with("/data/"))
        .flat_map(|path| files(path).iter().map(|file| path.replace("{file}", file)))
}

/// What tells of publications, and of nothing else.
fn of_publications() -> impl Iterator<Item = String> {
    addresses().filter(|address| address.contains("publications") || address.contains("states"))
}

async fn asks(visitor: &Visitor, address: &str, said: &[(HeaderName, &str)]) -> Answer {
    visitor.asks_saying(Method::GET, address, said).await
}

fn said(answer: &Answer, name: HeaderName) -> &str {
    answer.headers.get(name).map_or("", |said| said.to_str().unwrap())
}

/// A portal with one publication and one progress report, and nobody in particular; its database is there for as long
/// as it is held.
async fn published() -> (TestDatabase, House, Visitor) {
    let database = databases().await.swap_remove(0);
    let settings = Settings {
        press: press(),
        ..Settings::default()
    };
    let house = House::set_up(&database, settings).await;
    house.cast.leads_to(StageName::Published, Audience::Public).await;
    house.cast.opens_cycle("2026", shipped(), None).await;
    let report = house.cast.reports_on("2026", StateCode::VALDORIA, valdoria()).await;
    house.cast.publishes_report(&report).await;
    let nobody = house.nobody();
    (database, house, nobody)
}

#[tokio::test]
async fn data_is_for_every_site_and_carries_no_cookie() {
    let (_database, _house, nobody) = published().await;
    for address in addresses() {
        let answer = asks(&nobody, &address, &[]).await;
        assert_eq!(answer.status, 200, "{address}");
        assert_eq!(said(&answer, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*", "{address}");
        let policy = HeaderName::from_static("cross-origin-resource-policy");
        assert_eq!(said(&answer, policy), "cross-origin", "{address}");
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{address}");
        let kind = said(&answer, header::CONTENT_TYPE);
        assert!(
            kind.contains("charset=utf-8") || ["application/zip", "application/pdf", XLSX].contains(&kind),
            "{address}: {kind}"
        );
        assert_eq!(said(&answer, header::ETAG).len(), 66, "{address}");
        let head = nobody.asks_saying(Method::HEAD, &address, &[]).await;
        assert_eq!((head.status.as_u16(), head.body.as_str()), (200, ""), "{address}");
        assert_eq!(said(&head, header::ETAG), said(&answer, header::ETAG), "{address}");
        let asked_first = nobody.asks_saying(Method::OPTIONS, &address, &[]).await;
        assert_eq!(asked_first.status, 204, "{address}");
        assert!(said(&asked_first, header::ACCESS_CONTROL_ALLOW_HEADERS).contains("if-none-match"));
    }
    let page = asks(&nobody, "/publications", &[]).await;
    assert!(
        !page.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN),
        "pages stay ours"
    );
}

#[tokio::test]
async fn whoever_has_it_gets_nothing_again() {
    let (_database, _house, nobody) = published().await;
    for address in addresses() {
        let answer = asks(&nobody, &address, &[]).await;
        let tag = said(&answer, header::ETAG);
        for known in [tag, "*", &format!("\"x\", W/{tag}")] {
            let again = asks(&nobody, &address, &[(header::IF_NONE_MATCH, known)]).await;
            assert_eq!(
                (again.status.as_u16(), again.body.as_str()),
                (304, ""),
                "{address} {known}"
            );
            assert_eq!(said(&again, header::ETAG), tag, "{address}");
        }
        let other = asks(&nobody, &address, &[(header::IF_NONE_MATCH, "\"x\"")]).await;
        assert_eq!(other.status, 200, "{address}");
        let changed = said(&answer, header::LAST_MODIFIED);
        if !changed.is_empty() {
            let again = asks(&nobody, &address, &[(header::IF_MODIFIED_SINCE, changed)]).await;
            assert_eq!(again.status, 304, "{address}");
            let both = [(header::IF_MODIFIED_SINCE, changed), (header::IF_NONE_MATCH, "\"x\"")];
            assert_eq!(
                asks(&nobody, &address, &both).await.status,
                200,
                "{address}: the tag decides"
            );
        }
    }
    let one = asks(&nobody, "/data/publications/PUB-2026-0001.json", &[]).await;
    assert!(said(&one, header::LAST_MODIFIED).ends_with(" GMT"));
}

#[tokio::test]
async fn the_file_of_everything_comes_in_parts() {
    let (_database, _house, nobody) = published().await;
    let address = "/data/everything.zip";
    let whole = asks(&nobody, address, &[]).await;
    assert_eq!(said(&whole, header::ACCEPT_RANGES), "bytes");
    let length = said(&whole, header::CONTENT_LENGTH).to_owned();
    let part = asks(&nobody, address, &[(header::RANGE, "bytes=0-3")]).await;
    assert_eq!((part.status.as_u16(), part.body.as_str()), (206, "PK\u{3}\u{4}"));
    assert_eq!(said(&part, header::CONTENT_RANGE), format!("bytes 0-3/{length}"));
    let beyond = asks(&nobody, address, &[(header::RANGE, "bytes=99999999-")]).await;
    assert_eq!(beyond.status, 416);
    assert_eq!(said(&beyond, header::CONTENT_RANGE), format!("bytes */{length}"));
    let of_this = [
        (header::RANGE, "bytes=0-3"),
        (header::IF_RANGE, said(&whole, header::ETAG)),
    ];
    assert_eq!(asks(&nobody, address, &of_this).await.status, 206);
    let of_another = [(header::RANGE, "bytes=0-3"), (header::IF_RANGE, "\"x\"")];
    assert_eq!(asks(&nobody, address, &of_another).await.status, 200);
    let head = nobody
        .asks_saying(Method::HEAD, address, &[(header::RANGE, "bytes=0-3")])
        .await;
    assert_eq!(head.status, 200);
}

#[tokio::test]
async fn what_is_not_published_is_not_there_and_nonsense_is_refused() {
    let (_database, house, nobody) = published().await;
    let shared = house
        .cast
        .leads_to(StageName::Accepted, Audience::ParticipatingStates)
        .await;
    let hidden = [
        format!("/data/publications/{}.json", shared.reference),
        "/data/publications/PUB-2026-0002.json".to_owned(),
        "/data/publications/PUB-2026-0001.xml".to_owned(),
        "/data/publications/PUB-2026-1.json".to_owned(),
        "/data/publications.json?page=2".to_owned(),
    ];
    for address in hidden {
        let answer = asks(&nobody, &address, &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.as_str()),
            (404, r#"{"error":"not-found"}"#),
            "{address}"
        );
        assert_eq!(said(&answer, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*", "{address}");
    }
    for query in [
        "page=0",
        "page=x",
        "year=-1",
        "year=1969",
        "state=xv",
        "state=",
        "sate=XV",
        "state=XV&state=XM",
    ] {
        let answer = asks(&nobody, &format!("/data/publications.json?{query}"), &[]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.as_str()),
            (400, r#"{"error":"malformed"}"#),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_withdrawn_publication_says_so_and_no_more() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    house.cast.leads_to(StageName::Withdrawn, Audience::Public).await;
    let nobody = house.nobody();
    let files = ["/data/everything.zip", "/data/manifest.json"].map(str::to_owned);
    for address in of_publications().chain(files) {
        let answer = asks(&nobody, &address, &[]).await;
        assert_eq!(answer.status, 200, "{address}");
        assert!(
            !answer.body.contains("archive was") && !answer.body.contains("\"title\":"),
            "{address}"
        );
    }
    let json = asks(&nobody, "/data/publications/PUB-2026-0001.json", &[]).await.body;
    assert!(
        json.contains("\"withdrawn\": \"2026-") && !json.contains("content"),
        "{json}"
    );
}

#[tokio::test]
async fn pages_say_where_the_same_is_to_be_had_as_data() {
    let (_database, _house, nobody) = published().await;
    for (page, files) in [
        ("/publications", 4),
        ("/publications/PUB-2026-0001", 4),
        ("/data", 4),
        ("/cycles", 3),
        ("/cycles/2026", 5),
        ("/cycles/2026/XV", 4),
        ("/commitments", 3),
        ("/commitments/13a", 3),
        ("/questionnaires/2026.1", 3),
        ("/participants/XV/reports", 3),
    ] {
        let html = asks(&nobody, page, &[]).await.body;
        let links: Vec<_> = html
            .split("<link ")
            .filter(|link| link.contains("rel=\"alternate\""))
            .collect();
        assert_eq!(links.len(), files, "{page}: {html}");
        for link in links {
            let attribute = |name: &str| link.split(&format!("{name}=\"")).nth(1)?.split('"').next();
            let (href, kind) = (
                attribute("href").expect("an address"),
                attribute("type").expect("a type"),
            );
            let answer = asks(&nobody, href, &[]).await;
            assert_eq!(answer.status, 200, "{page} leads to {href}");
            assert!(
                said(&answer, header::CONTENT_TYPE).starts_with(kind),
                "{href} is {kind}"
            );
        }
    }
}
