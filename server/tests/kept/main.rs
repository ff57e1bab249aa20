//! Kept pages, on the real router with real databases: whom they are the same for, and when they are right again.
//!
//! That a page was kept shows where a row was changed behind the store's back: what is kept still says what it said.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test is a story told in one piece, and says where it stopped when it cannot go on"
)]

#[path = "../support/mod.rs"]
mod support;

mod everyone;

use app::portal::ports::{Filings, States, World};
use axum::{Router, http::header};
use domain::{
    ids::{PublicationReference, Timestamp},
    lifecycle::{Command, StageName},
    marking::Audience,
    samples::{BASHIR, DANA, FARID, TUESDAY, note},
    state::{State, StateCode, invented},
};
use server::{
    chance::SystemChance,
    clock::SystemClock,
    interchange::Formats,
    passwords::Argon2id,
    sessions::Sessions,
    storage::{Sql, connect::Database},
    web::{self, Settings, Web, files::Files},
};
use std::{
    env,
    sync::Arc,
    time::{Duration, Instant},
};
use support::{
    cast::Cast,
    databases::{TestDatabase, databases},
    house::House,
    visitors::Visitor,
};
use tokio::time::sleep;

/// The portal as another server has it, on the same database.
async fn another_server(database: &TestDatabase) -> (Visitor, Database) {
    let db = Database::connect(&database.url).await.expect("it connects");
    let sql = Sql::on(db.clone());
    tokio::spawn(sql.clone().follow());
    (Visitor::at(served(&sql, &db, Settings::default())), db)
}

fn served(sql: &Sql, db: &Database, settings: Settings) -> Router {
    let world = World {
        store: Arc::new(sql.clone()),
        clock: Arc::new(SystemClock),
        chance: Arc::new(SystemChance),
        passwords: Arc::new(Argon2id::new().expect("it hashes")),
        interchange: Arc::new(Formats),
    };
    let files = Files::new(env::temp_dir().join("verbale-no-site"), "");
    let sessions = Sessions::new(sql.clone(), Arc::new(SystemClock)).layer(false);
    web::router(Web::new(world, Arc::new(db.clone()), files, settings), sessions)
}

/// Reads a page until something is on it, or not; how long that took. A second at the most, where it is `within` one.
async fn until(visitor: &Visitor, page: &str, text: &str, is_there: bool, within: Duration) {
    let began = Instant::now();
    while visitor.gets(page).await.body.contains(text) != is_there {
        assert!(began.elapsed() < within, "{page} does not change: {text}");
        sleep(Duration::from_millis(20)).await;
    }
}

/// Longer than knowledge counts, with a poll in between.
const A_WHILE: Duration = Duration::from_millis(1_200);

/// What a page is right after, on a server that did not make the change. Two busy cores are given some slack; what the
/// portal promises is checked with its own clock, in `storage::editions`.
const SOON: Duration = Duration::from_millis(1_500);

async fn renamed(database: &TestDatabase, name: &str) {
    database
        .tamper(&format!("UPDATE state SET name = '{name}' WHERE code = 'XV'"))
        .await;
}

fn valdoria(name: &str) -> State {
    let valdoria = invented().into_iter().find(|state| state.code == StateCode::VALDORIA);
    State {
        name: name.to_owned(),
        ..valdoria.expect("it is among them")
    }
}

async fn publication(cast: &Cast) -> PublicationReference {
    let filing = cast.leads_to(StageName::Published, Audience::Public).await;
    let reference = cast.store.publication_of(filing.id).await.expect("it is read");
    reference.expect("it is published")
}

#[tokio::test]
async fn a_page_is_rendered_once_and_sent_as_it_is() {
    for database in databases().await {
        let house = House::on(&database).await;
        let page = format!("/publications/{}", publication(&house.cast).await);
        let nobody = house.nobody();
        // The first question is answered by now.
        until(&nobody, &page, "Valdoria", true, SOON).await;
        sleep(A_WHILE).await;
        let first = nobody.gets(&page).await;
        renamed(&database, "Changed").await;
        let second = nobody.gets(&page).await;
        assert_eq!(second.telling(), first.telling(), "on {:?}", database.kind());
        assert_eq!(second.headers[header::CACHE_CONTROL], "no-cache");
        assert!(second.headers.contains_key(header::CONTENT_SECURITY_POLICY));
        assert_ne!(second.headers["x-request-id"], first.headers["x-request-id"]);
        // What is asked with other words than a filter's is rendered: nobody fills a shelf by counting.
        let counted = nobody.gets(&format!("{page}?x=1")).await;
        assert!(counted.body.contains("Changed"));
    }
}

#[tokio::test]
async fn a_change_is_seen_at_once_where_it_was_made_and_soon_elsewhere() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (elsewhere, _) = another_server(&database).await;
        let (here, cast) = (house.nobody(), &house.cast);
        let filing = cast.leads_to(StageName::Accepted, Audience::Public).await;
        sleep(A_WHILE).await;
        let pages = [
            "/",
            "/publications",
            "/publications?state=XV&year=2026",
            "/publications/PUB-2026-0001",
        ];
        for page in pages {
            for visitor in [&here, &elsewhere] {
                assert!(!visitor.gets(page).await.body.contains("PUB-2026-0001"), "{page}");
            }
        }
        let seen = filing.disclosure().expect("it was submitted").hash();
        let published = cast.commands(DANA, &filing, Command::Publish { seen }).await;
        let published = published.expect("published");
        for page in pages {
            assert!(here.gets(page).await.body.contains("PUB-2026-0001"), "{page} at once");
        }
        for page in pages {
            until(&elsewhere, page, "PUB-2026-0001", true, SOON).await;
        }
        let state = valdoria("The Free State of Valdoria");
        cast.store
            .put_state(&state, cast.actor(FARID).id, later())
            .await
            .expect("renamed");
        assert!(
            here.gets("/publications").await.body.contains("The Free State"),
            "at once"
        );
        until(&elsewhere, "/publications", "The Free State", true, SOON).await;
        let why = note("It named a supplier.").expect("a note");
        cast.commands(BASHIR, &published, Command::Withdraw { why })
            .await
            .expect("withdrawn");
        let title = "archive";
        assert!(
            !here.gets("/publications/PUB-2026-0001").await.body.contains(title),
            "at once"
        );
        until(&elsewhere, "/publications/PUB-2026-0001", title, false, SOON).await;
    }
}

const fn later() -> Timestamp {
    TUESDAY.plus_seconds(60 * 60)
}

#[tokio::test]
async fn a_server_that_cannot_know_serves_nothing_kept() {
    for database in databases().await {
        let house = House::on(&database).await;
        let page = format!("/publications/{}", publication(&house.cast).await);
        let nobody = house.nobody();
        sleep(A_WHILE).await;
        nobody.gets(&page).await;
        renamed(&database, "Changed").await;
        assert!(!nobody.gets(&page).await.body.contains("Changed"), "it is kept");
        database.tamper("DELETE FROM edition").await;
        sleep(A_WHILE).await;
        assert!(nobody.gets(&page).await.body.contains("Changed"), "rendered");
        renamed(&database, "Again").await;
        assert!(nobody.gets(&page).await.body.contains("Again"), "and not kept");
        database
            .tamper("INSERT INTO edition (name, number) VALUES ('public', 99)")
            .await;
        until(&nobody, &page, "Again", true, SOON).await;
        sleep(A_WHILE).await;
        nobody.gets(&page).await;
        renamed(&database, "Kept").await;
        assert!(nobody.gets(&page).await.body.contains("Again"), "kept again");
    }
}

#[tokio::test]
async fn where_the_database_is_gone_no_old_page_is_sent() {
    for database in databases().await {
        let house = House::on(&database).await;
        let page = format!("/publications/{}", publication(&house.cast).await);
        let (elsewhere, db) = another_server(&database).await;
        sleep(A_WHILE).await;
        assert_eq!(elsewhere.gets(&page).await.status, 200);
        db.close().await;
        sleep(A_WHILE).await;
        assert_eq!(elsewhere.gets(&page).await.status, 503, "on {:?}", database.kind());
    }
}
