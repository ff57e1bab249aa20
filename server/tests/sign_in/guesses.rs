//! Whoever keeps guessing waits, and nobody else does (OWASP ASVS 5.0, 6.3.1).

use crate::{
    browser::Browser,
    databases::databases,
    portal::{PASSWORD, TestPortal, valdoria},
};

const TOO_MANY: Option<&str> = Some("/sign-in?refused=too-many-attempts");

/// Where a wrong password leads.
async fn guesses(browser: &mut Browser, name: &str) -> Option<String> {
    browser.signs_in(name, "a wrong guess").await.location
}

#[tokio::test]
async fn a_guesser_waits_longer_and_longer_and_holds_up_nobody_else() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        portal.has("Bashir", valdoria(&["approver"])).await;
        let mut guesser = portal.browser("198.51.100.7");
        for _ in 0..4 {
            assert_ne!(guesses(&mut guesser, "Amina").await.as_deref(), TOO_MANY);
        }
        let compared = portal.compared();
        assert_eq!(guesses(&mut guesser, "Amina").await.as_deref(), TOO_MANY);
        assert_eq!(
            guesser.signs_in("Amina", PASSWORD).await.location.as_deref(),
            TOO_MANY,
            "the right one waits too"
        );
        assert_eq!(portal.compared(), compared, "while waiting nothing is compared");
        let page = guesser.visits("/sign-in?refused=too-many-attempts").await.body;
        assert!(page.contains("You can try again in one second."), "{page}");

        assert!(
            portal.browser("192.0.2.1").signs_in("Amina", PASSWORD).await.is_in(),
            "from another network"
        );
        assert!(
            portal
                .browser("198.51.100.8")
                .signs_in("Bashir", PASSWORD)
                .await
                .is_in(),
            "another account"
        );

        portal.wait(1);
        assert_ne!(guesses(&mut guesser, "Amina").await.as_deref(), TOO_MANY);
        portal.wait(1);
        assert_eq!(
            guesses(&mut guesser, "Amina").await.as_deref(),
            TOO_MANY,
            "two seconds now"
        );
        portal.wait(1);
        assert!(
            guesser.signs_in("Amina", PASSWORD).await.is_in(),
            "nobody is locked out for good"
        );
    }
}

#[tokio::test]
async fn an_unknown_address_waits_as_a_known_one_does() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        for (name, address) in [("Amina", "198.51.100.7"), ("Nobody", "203.0.113.7")] {
            let mut guesser = portal.browser(address);
            let mut led = Vec::new();
            for _ in 0..6 {
                led.push(guesses(&mut guesser, name).await.as_deref() == TOO_MANY);
            }
            assert_eq!(led, [false, false, false, false, true, true], "{name}");
        }
    }
}

#[tokio::test]
async fn one_network_that_tries_all_accounts_waits_for_all_of_them() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        let mut guesser = portal.browser("198.51.100.7");
        for number in 0..51 {
            assert_ne!(
                guesses(&mut guesser, &format!("person{number}")).await.as_deref(),
                TOO_MANY,
                "{number}"
            );
        }
        assert_eq!(guesses(&mut guesser, "person99").await.as_deref(), TOO_MANY);
        assert_ne!(
            guesses(&mut portal.browser("192.0.2.7"), "person99").await.as_deref(),
            TOO_MANY
        );
    }
}

#[tokio::test]
async fn guesses_from_everywhere_do_not_hold_up_the_owner_at_home() {
    const PLACES: [&str; 6] = [
        "198.51.100.1",
        "203.0.113.1",
        "198.18.0.1",
        "198.18.1.1",
        "198.18.2.1",
        "198.18.3.1",
    ];
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        assert!(portal.browser("192.0.2.1").signs_in("Amina", PASSWORD).await.is_in());
        for place in PLACES {
            let mut guesser = portal.browser(place);
            for _ in 0..4 {
                guesses(&mut guesser, "Amina").await;
            }
        }
        assert_eq!(
            guesses(&mut portal.browser("198.18.9.1"), "Amina").await.as_deref(),
            TOO_MANY,
            "a seventh place"
        );
        assert!(
            portal.browser("192.0.2.9").signs_in("Amina", PASSWORD).await.is_in(),
            "home"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_same_moment_are_counted_one_by_one() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        portal.has("Amina", valdoria(&["drafter"])).await;
        let all = (0..24).map(|_| {
            let mut guesser = portal.browser("198.51.100.7");
            tokio::spawn(async move { guesses(&mut guesser, "Amina").await })
        });
        for guess in all.collect::<Vec<_>>() {
            guess.await.unwrap();
        }
        assert_eq!(portal.compared(), 4, "on {:?}", database.kind());
    }
}

#[tokio::test]
async fn the_table_tells_nobody_what_was_typed() {
    for database in databases().await {
        let portal = TestPortal::on(&database).await;
        guesses(&mut portal.browser("198.51.100.7"), "Nobody").await;
        assert_eq!(database.rows("throttle").await, 3);
        let telling = "SELECT count(*) FROM throttle WHERE brake LIKE '%nobody%' OR brake LIKE '%198.51%'";
        assert_eq!(database.number(telling).await, 0);
    }
}
