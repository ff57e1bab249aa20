//! What the log says afterwards: everything that was done, tried or refused, by ids, and not a word more.

use crate::{
    databases::databases,
    portal::{PASSWORD, TestPortal, email, valdoria},
};
use app::portal::ports::{Accounts, Audit, AuditLine, Event};
use domain::{ids::PersonId, people::Side};

/// The log, oldest first.
async fn log(portal: &TestPortal) -> Vec<AuditLine> {
    let mut lines = portal.sql.log(1).await.unwrap().items;
    lines.reverse();
    lines
}

#[tokio::test]
async fn it_tells_who_did_what_and_nothing_that_was_typed() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let farid = portal.has("Farid", Side::Administrator).await;
        let amina = portal.has("Amina", valdoria(&["drafter"])).await;
        let before = log(&portal).await.len();
        let mut browser = portal.signed_in("Amina").await;
        browser.visits("/people").await;
        browser.posts("/account", "/do/sign-out", &[]).await;
        browser.signs_in("Amina", "a wrong guess").await;
        browser.signs_in("Nobody", "a wrong guess").await;
        portal
            .sql
            .change_side(amina, &valdoria(&["observer"]), farid, portal.now())
            .await
            .unwrap();
        portal.sql.deactivate(amina, farid, portal.now()).await.unwrap();
        let lines = log(&portal).await.split_off(before);
        let told: Vec<(Option<PersonId>, &str)> = lines.iter().map(|line| (line.by, line.event.code())).collect();
        assert_eq!(
            told,
            [
                (Some(amina), "signed-in"),
                (Some(amina), "denied"),
                (Some(amina), "signed-out"),
                (None, "sign-in-failed"),
                (None, "sign-in-failed"),
                (Some(farid), "roles-changed"),
                (Some(farid), "deactivated"),
            ]
        );
        assert_eq!(
            lines[1].event,
            Event::Denied {
                action: "keep-accounts".into(),
                refusal: "hidden".into()
            }
        );
        let on: Vec<Option<String>> = lines[3..5].iter().map(|line| line.on.clone()).collect();
        assert_eq!(on, [Some(amina.to_string()), None], "on an account, where there is one");
        assert!(
            lines
                .iter()
                .all(|line| line.on.as_deref().is_none_or(|on| on.parse::<PersonId>().is_ok()))
        );
        let telling = format!(
            "SELECT count(*) FROM audit_line WHERE event || coalesce(subject, '') LIKE '%{}%' OR event LIKE '%guess%'",
            email("Amina")
        );
        assert_eq!(database.number(&telling).await, 0);
    }
}

#[tokio::test]
async fn auditors_read_it_and_change_nothing() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let greta = portal.has("Greta", Side::Auditor).await;
        let mut browser = portal.signed_in("Greta").await;
        for _ in 0..30 {
            portal.browser("198.51.100.7").signs_in("Nobody", PASSWORD).await;
        }
        let page = browser.visits("/log").await.body;
        assert!(
            page.contains("Sign-in had to wait") && !page.contains("Signed in<"),
            "{page}"
        );
        let older = browser.visits("/log?page=2").await.body;
        assert!(
            older.contains(&greta.to_string()) && older.contains("Signed in"),
            "{older}"
        );
        assert_eq!(browser.visits("/log?page=9").await.status, 404);
        assert_eq!(browser.visits("/people").await.status, 404);
    }
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_it() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let lines = log(&portal).await;
        assert!(!lines.is_empty());
        for tampering in ["UPDATE audit_line SET person = NULL", "DELETE FROM audit_line"] {
            assert!(
                database.refuses(tampering).await,
                "{tampering} on {:?}",
                database.kind()
            );
        }
        assert_eq!(log(&portal).await, lines);
    }
}
