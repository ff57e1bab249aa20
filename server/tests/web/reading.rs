//! What everyone reads, asked for in every way an address can be written.

use crate::support::{databases::databases, house::House, visitors::Visitor};
use axum::http::StatusCode;
use domain::samples::BASHIR;

/// The page at this address, which is there.
async fn reads(visitor: &Visitor, address: &str) -> String {
    let answer = visitor.gets(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}");
    answer.body
}

#[tokio::test]
async fn whatever_stands_in_an_address_is_answered_and_stays_in_the_form() {
    for database in databases().await {
        let house = House::on(&database).await;
        house.cast.publishes("Port closed").await;
        let nobody = house.nobody();
        let long = "%F0%9F%94%A5x".repeat(1_000);
        for (query, kept) in [
            ("year=abc", "<option value=\"abc\" selected"),
            ("year=-99999999999", "<option value=\"-99999999999\" selected"),
            ("state=ZZ", "<option value=\"ZZ\" selected"),
            ("kind=%22%3E%3Cb%3E", "<option value=\"&quot;&gt;&lt;b&gt;\" selected"),
            ("sector=nothing", "<option value=\"nothing\" selected"),
            ("words=%22%20%2A", "value=\"&quot; *\""),
            ("words=%00%FF", "role=\"alert\""),
            (&format!("words={long}"), "🔥x🔥x"),
            ("words=port&page=2", "value=\"port\""),
            ("page=99", "href=\"/publications\""),
            ("page=abc", "href=\"/publications\""),
        ] {
            let page = reads(&nobody, &format!("/publications?{query}")).await;
            assert!(
                page.contains("role=\"alert\"") && page.contains(kept),
                "{query}: {page}"
            );
            assert!(!page.contains("PUB-2026-0001"), "{query}");
        }
        let found = reads(
            &nobody,
            "/publications?words=PORT&state=&year=2026&kind=incident&sector=&page=1",
        )
        .await;
        assert!(
            found.contains("PUB-2026-0001") && !found.contains("role=\"alert\""),
            "{found}"
        );
    }
}

#[tokio::test]
async fn a_state_has_a_page_once_it_has_published() {
    for database in databases().await {
        let house = House::on(&database).await;
        let nobody = house.nobody();
        let nothing = nobody.gets("/participants/ZZ").await.telling();
        assert!(nothing.starts_with("404"), "{nothing}");
        for none in ["/participants/XV", "/participants/FR", "/participants/xv"] {
            assert_eq!(nobody.gets(none).await.telling(), nothing, "{none}");
        }
        assert!(!reads(&nobody, "/participants").await.contains("Valdoria"));
        let filing = house.cast.publishes("Port closed").await;
        assert!(
            reads(&nobody, "/participants")
                .await
                .contains("href=\"/participants/XV\"")
        );
        let page = reads(&nobody, "/participants/XV").await;
        assert!(page.contains("Port closed") && page.contains("<rect"), "{page}");
        for past in ["/participants/XV?page=2", "/participants/XV?page=x"] {
            assert_eq!(nobody.gets(past).await.status, StatusCode::NOT_FOUND, "{past}");
        }
        house.cast.withdraws(BASHIR, &filing).await;
        assert!(!reads(&nobody, "/participants").await.contains("Valdoria"));
        // Its list still says that something was withdrawn, so it still has a page.
        assert!(!reads(&nobody, "/participants/XV").await.contains("Port closed"));
    }
}
