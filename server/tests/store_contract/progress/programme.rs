//! The catalogue, memberships and calendars.

use crate::support::{
    cast::Cast,
    databases::{TestDatabase, databases},
};
use app::portal::ports::{Programme, States, StoreError};
use domain::{
    calendar::{Calendar, Weekday},
    commitment::{Circle, Commitment, Commitments, Memberships, Status, shipped_memberships},
    samples::{FARID, TUESDAY},
    state::StateCode,
};
use server::storage::connect::Database;
use std::collections::BTreeSet;

async fn edition(database: &TestDatabase) -> i64 {
    database.number("SELECT number FROM edition").await
}

async fn start_again(database: &TestDatabase) {
    let again = Database::connect(&database.url).await.expect("the database answers");
    again.migrate().await.expect("it starts");
    again.close().await;
}

#[tokio::test]
async fn the_shipped_catalogue_is_put_in_once_and_then_the_secretariats() {
    for database in databases().await {
        let store = &database.sql;
        assert_eq!(store.commitments().await.expect("read"), Commitments::shipped());
        let shipped: BTreeSet<_> = store
            .states()
            .await
            .expect("read")
            .iter()
            .map(|state| state.code)
            .collect();
        let mut expected = shipped_memberships();
        expected.retain(|state, _| shipped.contains(state));
        assert_eq!(store.all_memberships().await.expect("read"), expected);
        let invented = store.memberships(&StateCode::VALDORIA).await.expect("read");
        assert_eq!(invented, Memberships::default(), "the invented are not shipped");

        let item = Commitment {
            title: "Another title".to_owned(),
            status: Status::Recalled,
            ..Commitments::shipped().iter().next().expect("an item").clone()
        };
        store
            .put_commitment(&item, FARID.id(), TUESDAY)
            .await
            .expect("it is put");
        start_again(&database).await;
        let known = store.commitments().await.expect("read");
        assert_eq!(known.get(item.id), Some(&item));
        assert_eq!(store.all_memberships().await.expect("read"), expected);
    }
}

#[tokio::test]
async fn an_installation_that_had_states_before_gets_the_catalogue_too() {
    for database in databases().await {
        Cast::on(&database).await;
        for table in ["membership", "commitment", "circle"] {
            database.tamper(&format!("DELETE FROM {table}")).await;
        }
        start_again(&database).await;
        let store = &database.sql;
        assert_eq!(store.commitments().await.expect("read"), Commitments::shipped());
        let state = StateCode::VALDORIA;
        assert_eq!(
            store.memberships(&state).await.expect("read"),
            shipped_memberships()[&state],
            "a demonstration gets those of its own States"
        );
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn what_is_put_reads_back_is_logged_and_makes_another_edition() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (store, by, state) = (&cast.store, FARID.id(), StateCode::VALDORIA);
        let (logged, before) = (cast.logged().await, edition(&database).await);
        let circle = Circle {
            id: "neighbours".parse().expect("an id"),
            name: "Neighbours of the sea".to_owned(),
        };
        store.put_circle(&circle, by, TUESDAY).await.expect("put");
        let known = store.commitments().await.expect("read");
        assert!(known.circles().any(|known| *known == circle));

        let mut memberships = Memberships {
            circles: [circle.id.clone()].into(),
            opted_into: ["OSCE-8".parse().expect("an id"), "13g".parse().expect("an id")].into(),
        };
        store
            .put_memberships(&state, &memberships, by, TUESDAY)
            .await
            .expect("put");
        assert_eq!(store.memberships(&state).await.expect("read"), memberships);
        memberships.opted_into.pop_first();
        store
            .put_memberships(&state, &memberships, by, TUESDAY)
            .await
            .expect("put");
        assert_eq!(store.memberships(&state).await.expect("read"), memberships);
        assert_eq!(store.all_memberships().await.expect("read")[&state], memberships);

        assert_eq!(store.calendar(&state).await.expect("read"), Calendar::default());
        let calendar = Calendar::new(
            "Europe/Tirane".parse().expect("a zone"),
            [Weekday::Friday].into(),
            ["2026-11-28".parse().expect("a day")].into(),
        )
        .expect("a calendar");
        store.put_calendar(&state, &calendar, by, TUESDAY).await.expect("put");
        assert_eq!(store.calendar(&state).await.expect("read"), calendar);
        assert_eq!(
            store.calendars().await.expect("read"),
            [(state, calendar)].into_iter().collect()
        );
        assert_eq!(cast.logged().await - logged, 4);
        assert_eq!(edition(&database).await - before, 4, "on {:?}", database.kind());
    }
}

#[tokio::test]
async fn nobody_is_put_into_a_circle_that_is_none() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let state = StateCode::VALDORIA;
        let memberships = Memberships {
            circles: ["nobody-knows".parse().expect("an id")].into(),
            ..Memberships::default()
        };
        let put = cast.store.put_memberships(&state, &memberships, FARID.id(), TUESDAY);
        let refused = put.await;
        assert!(matches!(refused, Err(StoreError::Unavailable(_))), "{refused:?}");
        assert_eq!(
            cast.store.memberships(&state).await.expect("read"),
            Memberships::default()
        );
    }
}

#[tokio::test]
async fn a_row_of_the_catalogue_that_means_nothing_is_named() {
    for database in databases().await {
        database
            .tamper("UPDATE commitment SET status = 'believed' WHERE id = 'CDP-IV'")
            .await;
        let message = match database.sql.commitments().await {
            Err(StoreError::Unavailable(message)) => message,
            other => panic!("the store believed it: {other:?}"),
        };
        assert_eq!(message, "commitment.status of row CDP-IV means nothing");
    }
}
