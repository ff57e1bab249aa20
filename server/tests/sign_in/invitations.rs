//! From a link to a password: once, in time, by one of several (OWASP ASVS 5.0, 6.4.1 and 6.4.3).

use crate::{
    browser::Browser,
    databases::databases,
    portal::{PASSWORD, TestPortal, valdoria},
};
use app::portal::ports::Accounts;
use axum::http::StatusCode;
use domain::{filing::Hash, people::Side};
use std::sync::Arc;
use tokio::sync::Barrier;

const DAY: i64 = 24 * 60 * 60;

/// Chooses a password by this link. Returns where that led.
async fn chooses(browser: &mut Browser, token: &str, password: &str, again: &str) -> Option<String> {
    let fields = [("token", token), ("password", password), ("again", again)];
    browser
        .posts(&format!("/invitation/{token}"), "/do/choose-password", &fields)
        .await
        .location
}

const CHOSEN: Option<&str> = Some("/sign-in?chosen=1");

#[tokio::test]
async fn a_link_lets_one_choose_a_password_once() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let (_, token) = portal.invites("Amina", valdoria(&["drafter"])).await;
        let (page, mut browser) = (format!("/invitation/{token}"), portal.browser("192.0.2.1"));
        assert!(
            browser
                .visits(&page)
                .await
                .body
                .contains("Amina, you will sign in with amina@example.test.")
        );
        assert_eq!(
            chooses(&mut browser, &token, PASSWORD, PASSWORD).await.as_deref(),
            CHOSEN
        );
        assert!(
            browser
                .visits("/sign-in?chosen=1")
                .await
                .body
                .contains("Your password is set")
        );
        assert!(browser.signs_in("Amina", PASSWORD).await.is_in());
        assert_eq!(browser.visits(&page).await.status, StatusCode::NOT_FOUND);
        let again = chooses(&mut browser, &token, "another ocelot viaduct", "another ocelot viaduct").await;
        assert_eq!(again, Some(format!("{page}?refused=not-found")));
        assert!(
            portal.browser("192.0.2.1").signs_in("Amina", PASSWORD).await.is_in(),
            "the first one holds"
        );
    }
}

#[tokio::test]
async fn a_link_that_is_spent_looks_like_one_that_never_was() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let (_, token) = portal.invites("Amina", valdoria(&["drafter"])).await;
        let mut browser = portal.browser("192.0.2.1");
        chooses(&mut browser, &token, PASSWORD, PASSWORD).await;
        let spent = portal
            .browser("192.0.2.1")
            .visits(&format!("/invitation/{token}"))
            .await;
        let invented = portal
            .browser("192.0.2.1")
            .visits(&format!("/invitation/{}", "0".repeat(64)))
            .await;
        assert_eq!(spent, invented);
    }
}

#[tokio::test]
async fn everything_wrong_with_a_password_is_said_at_once_and_no_password_comes_back() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let (_, token) = portal.invites("Amina", valdoria(&["drafter"])).await;
        let page = format!("/invitation/{token}");
        for (password, again, said) in [
            (
                "short",
                "other",
                &[
                    "Enter a password of at least 15 characters",
                    "Enter the same password twice",
                ][..],
            ),
            (
                "passwordpassword",
                "other",
                &["harder to guess", "Enter the same password twice"],
            ),
            ("Amina@Example.Test", "Amina@Example.Test", &["harder to guess"]),
            (
                &"x1é ".repeat(40),
                &"x1é ".repeat(40),
                &["Enter a password of at most 128 characters"],
            ),
        ] {
            let mut browser = portal.browser("192.0.2.1");
            let led = chooses(&mut browser, &token, password, again).await;
            assert_eq!(led, Some(format!("{page}?refused=mistakes")));
            let body = browser.visits(&led.unwrap()).await.body;
            for sentence in said {
                assert_eq!(
                    body.matches(sentence).count(),
                    2,
                    "above the form and beside the field: {sentence}"
                );
            }
            assert_eq!(body.matches("class=\"error\"").count(), said.len());
            assert!(!body.contains(&format!("value=\"{password}\"")));
        }
        assert_eq!(
            database
                .number("SELECT count(*) FROM session WHERE content LIKE '%passwordpassword%'")
                .await,
            0
        );
    }
}

#[tokio::test]
async fn a_password_may_be_any_characters_and_is_compared_exactly() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let (_, token) = portal.invites("Amina", valdoria(&["drafter"])).await;
        let password = " نهر بعيد خلف الجبال é\u{1F511} ";
        let mut browser = portal.browser("192.0.2.1");
        assert_eq!(
            chooses(&mut browser, &token, password, password).await.as_deref(),
            CHOSEN
        );
        assert!(!browser.signs_in("Amina", password.trim()).await.is_in());
        assert!(
            !browser
                .signs_in("Amina", &password.replace('é', "e\u{301}"))
                .await
                .is_in()
        );
        assert!(browser.signs_in("Amina", password).await.is_in());
    }
}

#[tokio::test]
async fn a_link_ends_after_a_week_and_with_the_next_one() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Farid", Side::Administrator).await;
        let (id, late) = portal.invites("Amina", valdoria(&["drafter"])).await;
        portal.wait(7 * DAY - 1);
        let mut browser = portal.browser("192.0.2.1");
        assert_eq!(
            browser.visits(&format!("/invitation/{late}")).await.status,
            StatusCode::OK
        );
        portal.wait(1);
        assert_eq!(
            browser.visits(&format!("/invitation/{late}")).await.status,
            StatusCode::NOT_FOUND
        );
        assert_ne!(
            chooses(&mut browser, &late, PASSWORD, PASSWORD).await.as_deref(),
            CHOSEN
        );

        let mut farid = portal.signed_in("Farid").await;
        let (_, older) = portal.invites("Bashir", valdoria(&["approver"])).await;
        let person = portal
            .sql
            .people()
            .await
            .unwrap()
            .into_iter()
            .find(|person| person.name == "Bashir")
            .unwrap()
            .id;
        let page = format!("/people/{person}");
        farid
            .posts_and_follows(&page, "/do/invite-again", &[("person", &person.to_string())])
            .await;
        assert_eq!(
            browser.visits(&format!("/invitation/{older}")).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(database.rows("invitation").await, 1);
        let waiting = format!("SELECT count(*) FROM outbox WHERE token IS NOT NULL AND token <> '{older}'");
        assert_eq!(database.number(&waiting).await, 2, "Amina's, and Bashir's new one");
        assert!(
            portal
                .sql
                .person(id)
                .await
                .unwrap()
                .is_some_and(|amina| !amina.has_password)
        );
    }
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_of_the_old_one() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let amina = portal.has("Amina", valdoria(&["drafter"])).await;
        let mut thief = portal.signed_in("Amina").await;
        let link = app::portal::accounts::invitation::new_link(&portal.world, portal.now());
        portal.sql.invite_again(amina, &link, None, portal.now()).await.unwrap();
        assert!(thief.is_known().await, "a link alone changes nothing");
        let new = "lichen ocelot 82 viaduct";
        assert_eq!(
            chooses(&mut portal.browser("192.0.2.9"), &link.token, new, new)
                .await
                .as_deref(),
            CHOSEN
        );
        assert!(!thief.is_known().await);
        assert!(!thief.signs_in("Amina", PASSWORD).await.is_in());
        assert!(thief.signs_in("Amina", new).await.is_in());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_who_use_a_link_at_once_one_chooses() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let (_, token) = portal.invites("Amina", valdoria(&["drafter"])).await;
        let (link, now, ready) = (Hash::of(token.as_bytes()), portal.now(), Arc::new(Barrier::new(6)));
        let mut all = Vec::new();
        for number in 0..6 {
            let password = format!("{PASSWORD} {number}");
            let hash = portal.world.passwords.hash(password.clone()).await.unwrap();
            let (sql, link, ready) = (portal.sql.clone(), link.clone(), ready.clone());
            all.push(tokio::spawn(async move {
                ready.wait().await;
                let won = sql.accept_invitation(link.as_str(), &hash, now).await.unwrap();
                won.then_some(password)
            }));
        }
        let mut winners = Vec::new();
        for one in all {
            winners.extend(one.await.unwrap());
        }
        assert_eq!(winners.len(), 1, "on {:?}", database.kind());
        let mut browser = portal.browser("192.0.2.1");
        assert!(
            browser.signs_in("Amina", &winners[0]).await.is_in(),
            "and theirs is the password"
        );
    }
}
