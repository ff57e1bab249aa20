//! How long a session lasts, and what ends it (OWASP ASVS 5.0, 7.2 to 7.4).

use crate::{
    databases::databases,
    portal::{PASSWORD, TestPortal, valdoria},
};
use app::portal::ports::Accounts;
use domain::people::Side;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

#[tokio::test]
async fn an_id_planted_before_signing_in_is_worth_nothing_after() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let mut victim = portal.browser("192.0.2.1");
        victim.signs_in("Amina", "a wrong guess").await;
        let planted = victim.clone();
        assert!(planted.cookie.is_some(), "a form that was refused is kept in a session");
        assert!(victim.signs_in("Amina", PASSWORD).await.is_in());
        assert_ne!(victim.cookie, planted.cookie);
        assert!(victim.is_known().await);
        assert!(!planted.clone().is_known().await);
        assert_eq!(database.rows("session").await, 1, "the old one is gone");
    }
}

#[tokio::test]
async fn the_table_holds_no_id_that_a_browser_could_use() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let browser = portal.signed_in("Amina").await;
        let cookie = browser.cookie.unwrap();
        let id = cookie.strip_prefix("verbale=").unwrap();
        let telling = format!("SELECT count(*) FROM session WHERE id_hash LIKE '%{id}%' OR content LIKE '%{id}%'");
        assert_eq!(
            (database.rows("session").await, database.number(&telling).await),
            (1, 0)
        );
    }
}

#[tokio::test]
async fn signing_out_ends_it_on_the_server() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let mut browser = portal.signed_in("Amina").await;
        let mut elsewhere = portal.signed_in("Amina").await;
        let mut copy = browser.clone();
        let answer = browser.posts("/account", "/do/sign-out", &[]).await;
        assert_eq!(answer.location.as_deref(), Some("/signed-out"));
        assert_eq!(browser.cookie, None, "the cookie is taken back");
        assert!(!copy.is_known().await, "and is worth nothing to who has a copy");
        assert!(elsewhere.is_known().await, "another session goes on");
    }
}

#[tokio::test]
async fn half_an_hour_of_silence_ends_it() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let mut browser = portal.signed_in("Amina").await;
        for _ in 0..3 {
            portal.wait(29 * MINUTE);
            assert!(browser.is_known().await);
        }
        portal.wait(30 * MINUTE);
        assert!(!browser.is_known().await);
        let mut another = portal.signed_in("Amina").await;
        assert_eq!(database.rows("session").await, 1, "what is over is removed");
        assert!(another.is_known().await);
    }
}

#[tokio::test]
async fn twelve_hours_end_it_in_any_case() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let mut browser = portal.signed_in("Amina").await;
        for _ in 0..(12 * HOUR / (20 * MINUTE) - 1) {
            portal.wait(20 * MINUTE);
            assert!(browser.is_known().await);
        }
        portal.wait(20 * MINUTE);
        assert!(!browser.is_known().await);
    }
}

#[tokio::test]
async fn deactivation_ends_all_of_a_persons_and_nobody_elses() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let farid = portal.has("Farid", Side::Administrator).await;
        let amina = portal.has("Amina", valdoria(&["drafter"])).await;
        let (mut one, mut two) = (portal.signed_in("Amina").await, portal.signed_in("Amina").await);
        let mut other = portal.signed_in("Farid").await;
        portal.sql.deactivate(amina, farid, portal.now()).await.unwrap();
        assert_eq!(database.rows("session").await, 1);
        assert!(!one.is_known().await && !two.is_known().await);
        assert!(other.is_known().await);
        portal.sql.reactivate(amina, farid, portal.now()).await.unwrap();
        assert!(!one.is_known().await, "a session that ended stays ended");
        assert!(portal.signed_in("Amina").await.is_known().await);
    }
}

#[tokio::test]
async fn a_role_taken_away_is_gone_with_the_next_click() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let farid = portal.has("Farid", Side::Administrator).await;
        let amina = portal.has("Amina", valdoria(&["drafter", "approver"])).await;
        portal.has("Bashir", valdoria(&["approver"])).await;
        let mut browser = portal.signed_in("Amina").await;
        let page = browser.visits("/account").await.body;
        assert!(page.contains("<dd>Drafter, Approver</dd>"), "{page}");
        portal
            .sql
            .change_side(amina, &valdoria(&["observer"]), farid, portal.now())
            .await
            .unwrap();
        assert!(browser.visits("/account").await.body.contains("<dd>Observer</dd>"));
    }
}
