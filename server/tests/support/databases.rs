//! A new database for each test: SQLite always, PostgreSQL where `VERBALE_TEST_POSTGRES` holds the address of one whose
//! user may create databases. `bin/test` sets it with `pg_virtualenv`; without it, every test says that it was skipped.
//!
//! On PostgreSQL one database is migrated once and every test gets a copy of it, which takes a tenth of a second.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use server::storage::{Sql, connect::Database};
use std::{
    env, fs,
    io::{Write, stderr},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};
use tokio::sync::Mutex;

/// The database of one test, migrated and otherwise empty.
pub struct TestDatabase {
    /// How to reach it.
    pub url: String,
    /// The store on it.
    pub sql: Sql,
    /// The same database for looking past the store.
    raw: DatabaseConnection,
    /// Removed at the end.
    folder: Option<PathBuf>,
}

impl TestDatabase {
    /// Which kind it is, for messages.
    pub fn kind(&self) -> DbBackend {
        self.raw.get_database_backend()
    }

    /// The address of another database of the same kind, which has nothing in it.
    pub async fn empty(&self) -> String {
        match (&self.folder, postgres_url()) {
            (Some(folder), _) => sqlite_url(&folder.join("empty.db")),
            (None, Some(server)) => {
                let name = unique_name();
                create(&server, &name, "").await;
                at(&server, &name)
            }
            (None, None) => unreachable!("it came from there"),
        }
    }

    /// A number that a query gives, past the store: only for what no port tells.
    pub async fn number(&self, query: &str) -> i64 {
        let query = Statement::from_string(self.kind(), query);
        let row = self
            .raw
            .query_one_raw(query)
            .await
            .expect("a query of ours")
            .expect("a row");
        row.try_get_by_index(0).expect("a number")
    }

    /// How many rows a table has.
    pub async fn rows(&self, table: &str) -> i64 {
        self.number(&format!("SELECT count(*) FROM {table}")).await
    }

    /// Whether the database itself refuses a statement.
    pub async fn refuses(&self, statement: &str) -> bool {
        self.raw.execute_unprepared(statement).await.is_err()
    }

    /// Do to the rows what no code of ours does.
    pub async fn tamper(&self, statement: &str) {
        let done = self
            .raw
            .execute_unprepared(statement)
            .await
            .expect("a statement of ours");
        assert!(done.rows_affected() > 0, "nothing to tamper with: {statement}");
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// A new database of each kind.
pub async fn databases() -> Vec<TestDatabase> {
    let mut all = vec![sqlite().await];
    all.extend(postgres().await);
    all
}

/// A name that no other database of this run has.
fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!(
        "verbale_test_{}_{}",
        process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

async fn sqlite() -> TestDatabase {
    let folder = env::temp_dir().join(unique_name());
    fs::create_dir_all(&folder).expect("a temporary folder");
    let url = sqlite_url(&folder.join("verbale.db"));
    let db = Database::connect(&url).await.expect("SQLite opens a file");
    db.migrate().await.expect("the tables are made");
    with(url, db, Some(folder)).await
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

async fn with(url: String, db: Database, folder: Option<PathBuf>) -> TestDatabase {
    let raw = sea_orm::Database::connect(&url).await.expect("a second connection");
    TestDatabase {
        url,
        sql: Sql::on(db),
        raw,
        folder,
    }
}

/// Where PostgreSQL is, for tests.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place where a test asks its environment"
)]
fn postgres_url() -> Option<String> {
    env::var("VERBALE_TEST_POSTGRES").ok()
}

async fn postgres() -> Option<TestDatabase> {
    let Some(server) = postgres_url() else {
        // Past the capture of a test that passes: what was not tried must be seen.
        let _ = writeln!(stderr(), "skipped on PostgreSQL: VERBALE_TEST_POSTGRES is not set");
        return None;
    };
    let name = unique_name();
    let template = template(&server).await;
    create(&server, &name, &format!(" TEMPLATE {template}")).await;
    let url = at(&server, &name);
    let db = Database::connect(&url).await.expect("the new database answers");
    Some(with(url, db, None).await)
}

/// The database that is migrated once, and copied.
async fn template(server: &str) -> String {
    static MADE: Mutex<Option<String>> = Mutex::const_new(None);
    let mut made = MADE.lock().await;
    if made.is_none() {
        let name = unique_name();
        create(server, &name, "").await;
        let db = Database::connect(&at(server, &name))
            .await
            .expect("the template answers");
        db.migrate().await.expect("the tables are made");
        // One that somebody is connected to cannot be copied.
        db.close().await;
        *made = Some(name);
    }
    made.clone().expect("made above")
}

async fn create(server: &str, name: &str, like: &str) {
    let server = sea_orm::Database::connect(server).await.expect("PostgreSQL answers");
    // A name is not a value that could be bound; this one is made of letters and digits above.
    server
        .execute_unprepared(&format!("CREATE DATABASE {name}{like}"))
        .await
        .expect("the user may create databases");
    server.close().await.expect("it closes");
}

/// The address of another database on the same server.
fn at(server: &str, name: &str) -> String {
    let (start, _) = server.rsplit_once('/').expect("an address that ends with a database");
    format!("{start}/{name}")
}
