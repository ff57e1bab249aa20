//! Rows that mean nothing, words that were changed past the portal, and two migrators at once.

use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{Filings, Publications, States, StoreError};
use domain::{
    lifecycle::StageName,
    marking::Audience,
    people::Scope,
    samples::{FARID, TUESDAY},
    state::{State, StateCode, shipped},
};
use server::storage::connect::Database;
use std::fmt::Debug;

/// What the store says where it must not believe its rows.
fn trouble<T: Debug>(answer: Result<T, StoreError>) -> String {
    match answer {
        Err(StoreError::Unavailable(message)) => message,
        other => panic!("the store believed it: {other:?}"),
    }
}

#[tokio::test]
async fn a_row_that_means_nothing_is_named_and_not_quoted() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.leads_to(StageName::Submitted, Audience::Public).await;
        for (column, wrong, right) in [
            ("stage_facts", "'{\"words\":\"of a State\"}'", "'\"submitted\"'"),
            ("stage", "'published'", "'submitted'"),
            ("drafters", "'words of a State'", "'[]'"),
            ("terms", "'words of a State'", "'notification'"),
            ("revision", "-1", "1"),
        ] {
            database.tamper(&format!("UPDATE filing SET {column} = {wrong}")).await;
            let message = trouble(cast.incidents().filing(&filing.reference, &Scope::Approved).await);
            assert_eq!(message, format!("filing.{column} of row {} means nothing", filing.id));
            database.tamper(&format!("UPDATE filing SET {column} = {right}")).await;
        }
        assert_eq!(cast.reads(&filing.reference).await, filing, "as before");
    }
}

#[tokio::test]
async fn words_changed_past_the_portal_are_shown_to_nobody() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let shared = cast.leads_to(StageName::Accepted, Audience::ParticipatingStates).await;
        let published = cast.leads_to(StageName::Published, Audience::Public).await;
        let reference = cast
            .store
            .publication_of(published.id)
            .await
            .expect("read")
            .expect("published");
        for table in ["publication", "submission"] {
            let change = format!("UPDATE {table} SET disclosure = replace(disclosure, 'No data', 'All data')");
            database.tamper(&change).await;
        }
        trouble(cast.store.publication(reference).await);
        trouble(cast.store.shared_one(&shared.reference).await);
        trouble(cast.incidents().submissions(published.id).await);
        database
            .tamper("UPDATE submission SET disclosure = replace(disclosure, 'All data', 'No data')")
            .await;
        assert_eq!(
            cast.incidents()
                .submissions(published.id)
                .await
                .expect("as before")
                .len(),
            1
        );
        database
            .tamper("UPDATE submission SET content = replace(content, 'No data', 'All data')")
            .await;
        trouble(cast.incidents().submissions(published.id).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_number_of_migrators_at_once_make_the_tables_once() {
    for database in databases().await {
        let new = database.empty().await;
        let migrate = || async {
            let db = Database::connect(&new).await.expect("the database answers");
            db.migrate().await.expect("the tables are made");
            db
        };
        let (one, two, three) = tokio::join!(migrate(), migrate(), migrate());
        for db in [one, two, three] {
            assert_eq!(db.pending().await.expect("read"), Vec::<String>::new());
            db.close().await;
        }
    }
}

#[tokio::test]
async fn a_database_that_was_not_migrated_says_what_is_missing() {
    for database in databases().await {
        let db = Database::connect(&database.empty().await)
            .await
            .expect("the database answers");
        let pending = db.pending().await.expect("read");
        assert_eq!(pending.first().map(String::as_str), Some("m2026_02_28_states"));
        db.ping().await.expect("it answers all the same");
    }
}

#[tokio::test]
async fn an_address_of_another_kind_is_refused_without_repeating_it() {
    for wrong in [
        "mysql://root:hunter2@localhost/verbale",
        "postgres://root:hunter2@[",
        "hunter2",
    ] {
        let message = trouble(Database::connect(wrong).await);
        assert!(!message.contains("hunter2"), "{message}");
    }
}

#[tokio::test]
async fn the_shipped_states_are_put_in_once_and_then_the_administrators() {
    for database in databases().await {
        assert_eq!(
            database.sql.states().await.expect("read"),
            shipped(),
            "in the order of their names"
        );
        let renamed = State {
            name: "Türkiye (renamed)".to_owned(),
            ..known(&database.sql, "TR").await
        };
        database
            .sql
            .put_state(&renamed, FARID.id(), TUESDAY)
            .await
            .expect("put");
        let again = Database::connect(&database.url).await.expect("the database answers");
        again.migrate().await.expect("nothing to do");
        assert_eq!(known(&database.sql, "TR").await, renamed);
        assert_eq!(
            database.sql.state(&StateCode::MERIDIA).await.expect("read"),
            None,
            "the invented are not shipped"
        );
    }
}

async fn known(store: &impl States, code: &str) -> State {
    let code = code.parse().expect("a code");
    store.state(&code).await.expect("read").expect("shipped")
}
