//! References: one series for each State and year, no number twice, none left out.

use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{Filings, Posting, StoreError};
use domain::{
    draft::Draft,
    form::Instalment,
    ids::{Timestamp, Version},
    lifecycle::StageName,
    marking::Audience,
    samples::{AMINA, BASHIR, BRUNO, TUESDAY},
    state::StateCode,
};
use std::sync::Arc;
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_drafts_opened_at_once_have_the_numbers_from_one_to_fifty() {
    for database in databases().await {
        let cast = Arc::new(Cast::on(&database).await);
        let mut opening = JoinSet::new();
        for _ in 0..50 {
            let cast = Arc::clone(&cast);
            opening.spawn(async move { cast.opens(Audience::Public).await.reference.number });
        }
        let mut numbers = opening.join_all().await;
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=50).collect::<Vec<_>>(), "on {:?}", database.kind());
    }
}

#[tokio::test]
async fn a_draft_that_was_not_opened_leaves_no_gap() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let posting = cast.posting(AMINA, Version::default());
        let open = |posting| {
            cast.incidents().open(
                &StateCode::VALDORIA,
                Instalment::Notification,
                Draft::default(),
                cast.actor(AMINA),
                posting,
            )
        };
        let first = open(posting).await.expect("opened");
        let again = open(posting).await;
        assert!(matches!(again, Err(StoreError::Repeated)), "{again:?}");
        // Neither does one by somebody who may not.
        let by = cast.actor(BASHIR).id;
        let refused = open(Posting {
            by,
            ..cast.posting(AMINA, Version::default())
        })
        .await;
        assert!(matches!(refused, Err(StoreError::Stale)), "{refused:?}");
        let second = cast.opens(Audience::Public).await;
        assert_eq!((first.reference.number, second.reference.number), (1, 2));
    }
}

#[tokio::test]
async fn every_state_and_every_year_begins_with_one() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        cast.opens(Audience::Public).await;
        let posting = cast.posting(BRUNO, Version::default());
        let meridia = cast
            .incidents()
            .open(
                &StateCode::MERIDIA,
                Instalment::Notification,
                Draft::default(),
                cast.actor(BRUNO),
                posting,
            )
            .await;
        assert_eq!(meridia.expect("opened").reference.to_string(), "INC-XM-2026-0001");
        let new_year = Timestamp::from_micros(TUESDAY.micros()).plus_seconds(366 * 86_400);
        let posting = Posting {
            at: new_year,
            ..cast.posting(AMINA, Version::default())
        };
        let next = cast
            .incidents()
            .open(
                &StateCode::VALDORIA,
                Instalment::Notification,
                Draft::default(),
                cast.actor(AMINA),
                posting,
            )
            .await;
        assert_eq!(next.expect("opened").reference.to_string(), "INC-XV-2027-0001");
    }
}

#[tokio::test]
async fn publications_of_all_states_share_one_series() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for expected in ["PUB-2026-0001", "PUB-2026-0002"] {
            // What is filed and not published takes no public number.
            cast.leads_to(StageName::Accepted, Audience::Public).await;
            let filing = cast.leads_to(StageName::Published, Audience::Public).await;
            let reference = cast
                .store
                .publication_of(filing.id)
                .await
                .expect("read")
                .expect("published");
            assert_eq!(reference.to_string(), expected);
        }
    }
}
