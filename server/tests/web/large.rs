//! The largest filing there is: ten thousand indicators from one file of nearly 5 MiB, read by the page.

use crate::support::{databases::databases, forms::with_file, house::House, visitors::Visitor};
use app::{
    api::filings::Import,
    portal::{indicators::A_PAGE, ports::Chance},
    routes,
};
use domain::{
    draft::Draft,
    filing::Filing,
    form::Instalment,
    ids::FilingReference,
    indicator::{Indicator, IndicatorKind, MOST},
    lifecycle::StageName,
    marking::Audience,
    samples::{AMINA, BRUNO, flooded_archive},
    state::StateCode,
};
use leptos::server_fn::ServerFn;
use server::chance::SystemChance;

/// An event with as many indicators as a filing holds, and prose beside them.
fn event() -> String {
    let comment = "x".repeat(420);
    let attribute = |number: usize| format!(r#"{{"type":"domain","value":"d{number}.example","comment":"{comment}"}}"#);
    let attributes: Vec<_> = (0..MOST).map(attribute).collect();
    format!(
        r#"{{"info":"Invented","date":"2026-03-09","Attribute":[{}]}}"#,
        attributes.join(",")
    )
}

/// How many rows the table of indicators on this page has.
async fn rows(visitor: &Visitor, page: &str) -> usize {
    let page = visitor.gets(page).await;
    assert_eq!(page.status, 200);
    let table = page
        .body
        .split("<table class=\"indicators\"")
        .nth(1)
        .unwrap_or_default();
    table
        .split("</table>")
        .next()
        .unwrap_or_default()
        .matches("<tr")
        .count()
        .saturating_sub(1)
}

/// The same on each of the last pages; and there is none after them.
async fn paged(visitor: &Visitor, path: &str) {
    let pages = MOST / A_PAGE;
    for page in [1, 2, pages] {
        assert_eq!(
            rows(visitor, &format!("{path}?page={page}")).await,
            A_PAGE,
            "{path}, page {page}"
        );
    }
    for page in [0, pages + 1] {
        let answer = visitor.gets(&format!("{path}?page={page}")).await;
        assert_eq!(answer.status, 404, "{path}, page {page}");
    }
}

#[tokio::test]
async fn a_large_file_is_imported_and_its_indicators_are_read_by_the_page() {
    for database in databases().await {
        let house = House::on(&database).await;
        let amina = house.visitor(AMINA).await;
        let text = event();
        assert!((4 << 20..5 << 20).contains(&text.len()));
        let posted = with_file(&SystemChance.form_key().to_string(), &text);
        let answer = amina.posts(routes::NEW, Import::PATH, &posted).await;
        let reference: FilingReference = answer.leads_to().split('/').nth(2).unwrap().parse().unwrap();
        assert_eq!(answer.leads_to(), routes::source(&reference));
        paged(&amina, &routes::indicators(&reference)).await;
        // The page that a drafter or reviewer begins with shows the first of them and leads to the others.
        assert!(rows(&amina, &routes::filing(&reference)).await <= A_PAGE);
    }
}

/// A filing with as many indicators as there can be, for this audience, led to this stage.
async fn filed(house: &House, audience: Audience, stage: StageName) -> Filing {
    let indicators = (0..MOST).map(|number| Indicator::new(IndicatorKind::Domain, format!("d{number}.example")));
    let draft = Draft {
        indicators: indicators.collect(),
        ..flooded_archive(audience)
    };
    let (cast, terms) = (&house.cast, Instalment::Notification);
    let posting = cast.posting(AMINA, domain::ids::Version::default());
    let opened = cast
        .incidents()
        .open(&StateCode::VALDORIA, terms, draft, cast.actor(AMINA), posting)
        .await;
    cast.leads(opened.unwrap(), stage).await
}

#[tokio::test]
async fn of_many_indicators_a_publication_shows_the_first_and_its_files_have_all() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    let (nobody, bruno) = (house.nobody(), house.visitor(BRUNO).await);
    let shared = filed(&house, Audience::ParticipatingStates, StageName::Accepted).await;
    paged(&bruno, &routes::shared(&shared.reference)).await;
    filed(&house, Audience::Public, StageName::Published).await;
    assert_eq!(rows(&nobody, "/publications/PUB-2026-0001").await, A_PAGE);
    let page = nobody.gets("/publications/PUB-2026-0001").await;
    assert!(
        page.body.contains("<a href=\"#as-data\""),
        "where they end, to where the files are"
    );
    for format in ["json", "csv", "stix.json", "misp.json"] {
        let file = format!("/data/publications/PUB-2026-0001.{format}");
        assert_eq!(page.body.matches(&format!("<a href=\"{file}\"")).count(), 1, "{file}");
        let all = nobody.gets(&file).await.body;
        let last = format!("d{}.example", MOST - 1);
        assert!(all.contains("d0.example") && all.contains(&last), "{file}");
    }
}
