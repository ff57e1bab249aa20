//! Whoever guesses addresses learns nothing from the answer (OWASP ASVS 5.0, 6.3.8). That it takes as long is shown by
//! counting the one thing that takes long.

use crate::{
    browser::Answer,
    databases::databases,
    portal::{PASSWORD, TestPortal, email, valdoria},
};
use app::portal::ports::Accounts;
use axum::http::StatusCode;
use domain::people::Side;

#[tokio::test]
async fn every_way_not_to_get_in_looks_and_costs_the_same() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let farid = portal.has("Farid", Side::Administrator).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let gone = portal.has("Emil", valdoria(&["drafter"])).await;
        portal.sql.deactivate(gone, farid, portal.now()).await.unwrap();
        portal.invites("Bashir", valdoria(&["approver"])).await;
        let mut seen: Vec<(Answer, Answer)> = Vec::new();
        for (name, password) in [
            ("Nobody", PASSWORD),
            ("Amina", "wrong"),
            ("Emil", PASSWORD),
            ("Bashir", PASSWORD),
            ("Bashir", ""),
        ] {
            let (before, mut browser) = (portal.compared(), portal.browser("198.51.100.1"));
            let answer = browser.signs_in(name, password).await;
            assert_eq!(portal.compared() - before, 1, "one comparison for {name}");
            assert_eq!(answer.location.as_deref(), Some("/sign-in?refused=sign-in-failed"));
            let mut page = browser.visits("/sign-in?refused=sign-in-failed").await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains(&email(name)), "what was typed is there again");
            assert!(!page.body.contains(PASSWORD));
            page.body = page.body.replace(&email(name), "the address");
            seen.push((answer, page));
        }
        assert!(seen.windows(2).all(|pair| pair[0] == pair[1]), "{seen:#?}");
    }
}

#[tokio::test]
async fn an_address_is_the_same_however_it_is_written() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Élise", valdoria(&["observer"])).await;
        let fields = [("email", " ÉLISE@Example.TEST "), ("password", PASSWORD)];
        assert!(
            portal
                .browser("192.0.2.1")
                .posts("/sign-in", "/do/sign-in", &fields)
                .await
                .is_in()
        );
    }
}

#[tokio::test]
async fn signing_in_leads_on_to_a_page_of_this_site_only() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        for (next, to) in [
            ("/account", "/account"),
            ("", "/filings"),
            ("//evil.example", "/filings"),
            ("https://evil.example", "/filings"),
        ] {
            let fields = [("email", &*email("Amina")), ("password", PASSWORD), ("next", next)];
            let answer = portal
                .browser("192.0.2.1")
                .posts("/sign-in", "/do/sign-in", &fields)
                .await;
            assert_eq!(answer.location.as_deref(), Some(to), "{next}");
        }
    }
}
