//! Reaching the database, and bringing it to the tables of this release.
//!
//! **SQLite** is the default: one file, no server. It has one writer at a time, so there is one connection for writing,
//! and whoever wants to write waits for it in a fair queue instead of failing as busy; other connections read beside it
//! (write-ahead log). A transaction begins as `IMMEDIATE`: one that reads first and writes later could otherwise find
//! at its first write that what it read is old, and fail.
//!
//! **PostgreSQL** carries several servers at once, none of which keeps anything of its own. Its transactions are `READ
//! COMMITTED`, its default: every write here is conditional on the version it was decided on, or on a unique key.

use super::{derived, editions::Changes, shipping, states, unavailable};
use app::portal::ports::{StoreError, Stored};
use migrations::Migrator;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr,
    SqliteTransactionMode::Immediate,
    SqlxPostgresConnector, SqlxSqliteConnector, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use sea_orm_migration::MigratorTrait;
use std::time::Duration;
use tokio::time::sleep;

/// How many connections read from SQLite beside the one that writes. Reading is work for a processor, not for a
/// network: more than there are processors would only take turns.
const SQLITE_READERS: u32 = 4;

/// How many connections one server keeps to PostgreSQL. Its own limit is 100 by default, for all servers together.
const POSTGRES_CONNECTIONS: u32 = 16;

/// How long a request waits for a connection, or for another's lock, before it says that there is trouble. Longer than
/// any transaction here takes; shorter than a person's patience.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a statement may take on PostgreSQL. None should take a second; one that does not end must not hold a
/// connection for ever.
const STATEMENT: Duration = Duration::from_secs(20);

/// A database, by its connections.
#[derive(Clone, Debug)]
pub struct Database {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    changes: Changes,
}

impl Database {
    /// Connect to `sqlite://path` or `postgres://…`. A file of SQLite that is missing is made, empty.
    ///
    /// # Errors
    /// Where it cannot be reached, or the address is of another kind. The address is in no message: it may hold a
    /// password.
    pub async fn connect(url: &str) -> Stored<Self> {
        let connected = if url.starts_with("sqlite:") {
            Self::sqlite(url).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Self::postgres(url).await
        } else {
            Err(DbErr::Custom(
                "the address of a database begins with sqlite: or with postgres:".to_owned(),
            ))
        };
        connected.map_err(unavailable)
    }

    async fn sqlite(url: &str) -> Result<Self, DbErr> {
        let mut options = options(url);
        // A connection to a file does not go stale.
        options.test_before_acquire(false).idle_timeout(None).max_lifetime(None);
        options.max_connections(1).map_sqlx_sqlite_opts(for_writing);
        let writer = when_unlocked(&options).await?;
        options
            .max_connections(SQLITE_READERS)
            .map_sqlx_sqlite_opts(for_reading);
        let reader = SqlxSqliteConnector::connect(options).await?;
        Ok(Self {
            reader,
            writer,
            changes: Changes::default(),
        })
    }

    async fn postgres(url: &str) -> Result<Self, DbErr> {
        let mut options = options(url);
        options
            .max_connections(POSTGRES_CONNECTIONS)
            .set_application_name("verbale")
            .statement_timeout(STATEMENT);
        options.map_sqlx_postgres_opts(|options| {
            let patience = PATIENCE.as_millis();
            options.options([
                ("lock_timeout", patience),
                ("idle_in_transaction_session_timeout", patience),
            ])
        });
        let pool = SqlxPostgresConnector::connect(options).await?;
        Ok(Self {
            reader: pool.clone(),
            writer: pool,
            changes: Changes::default(),
        })
    }

    /// For reading, outside any transaction. On SQLite these connections refuse to write.
    pub(crate) const fn read(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// What is known here of changes to the public record.
    pub(crate) const fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Begin to write. What is not committed is rolled back when the transaction is dropped.
    pub(crate) async fn begin(&self) -> Stored<DatabaseTransaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(Immediate),
            ..TransactionOptions::default()
        };
        self.writer.begin_with_options(options).await.map_err(unavailable)
    }

    /// Bring the database to the tables of this release, put the shipped States and the shipped catalogue of
    /// commitments into one that has none, and make anew what follows from publications where an older release made it.
    /// All of it, or nothing; and where two servers start at once, one after the other.
    ///
    /// # Errors
    /// Where the database refuses, or has been brought further by a newer release.
    pub async fn migrate(&self) -> Stored<()> {
        let txn = self.begin().await?;
        alone(&txn).await.map_err(unavailable)?;
        Migrator::up(&txn, None).await.map_err(unavailable)?;
        states::ship(&txn).await?;
        shipping::programme(&txn).await?;
        derived::renew(&txn).await?;
        txn.commit().await.map_err(unavailable)
    }

    /// The names of migrations this release has and the database has not. Changes nothing.
    ///
    /// # Errors
    /// Where the database cannot be read, or has been brought further by a newer release.
    pub async fn pending(&self) -> Stored<Vec<String>> {
        let pending = Migrator::get_pending_migrations_read_only(self.read())
            .await
            .map_err(unavailable)?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where it does not.
    pub async fn ping(&self) -> Result<(), StoreError> {
        self.reader.ping().await.map_err(unavailable)
    }

    /// Let go of all connections, at the end of the program. SQLite folds its log into the file.
    pub async fn close(self) {
        for connection in [self.reader, self.writer] {
            if let Err(error) = connection.close().await {
                tracing::warn!(%error, "the database was not closed in order");
            }
        }
    }
}

/// Connect to SQLite, as often as it takes. Turning a new file to the write-ahead log needs a lock that SQLite does not
/// wait for: of several servers on one new file, all but one are refused. A moment later there is nothing to turn.
async fn when_unlocked(options: &ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    let pause = PATIENCE / 200;
    for _ in 0..200 {
        match SqlxSqliteConnector::connect(options.clone()).await {
            Err(error) if is_locked(&error) => sleep(pause).await,
            connected => return connected,
        }
    }
    SqlxSqliteConnector::connect(options.clone()).await
}

/// `SQLITE_BUSY`, in any of its kinds: the lower byte of the extended code says so.
fn is_locked(error: &DbErr) -> bool {
    let DbErr::Conn(RuntimeErr::SqlxError(error)) = error else {
        return false;
    };
    let code = error
        .as_database_error()
        .and_then(|error| error.code()?.parse::<u32>().ok());
    code.is_some_and(|code| code & 0xFF == 5)
}

/// What both kinds have in common. Statements are logged nowhere: they would be noise, and their values are content.
fn options(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .acquire_timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .sqlx_logging(false)
        .record_stmt_in_spans(false);
    options
}

fn for_writing(options: SqliteConnectOptions) -> SqliteConnectOptions {
    every_connection(options)
        .create_if_missing(true)
        // Readers go on while somebody writes.
        .journal_mode(SqliteJournalMode::Wal)
        // An acknowledged filing survives a loss of power, not only a crash: NORMAL would not see to that.
        .synchronous(SqliteSynchronous::Full)
        // What was erased, such as a publication that was withdrawn, is overwritten in the file.
        .pragma("secure_delete", "ON")
}

fn for_reading(options: SqliteConnectOptions) -> SqliteConnectOptions {
    // A write that went past the one writer would be a mistake of ours, found by the first test.
    every_connection(options).pragma("query_only", "ON")
}

fn every_connection(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        // For other programs on the same file: a backup, a second server by mistake.
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        // A schema somebody tampered with must not call functions (SQLite's own advice).
        .pragma("trusted_schema", "OFF")
}

/// Keep other migrators out until the transaction ends. On SQLite, beginning it did that.
async fn alone(txn: &DatabaseTransaction) -> Result<(), DbErr> {
    if txn.get_database_backend() != DbBackend::Postgres {
        return Ok(());
    }
    // The other one may take its time, and so may a change to a long table.
    txn.execute_unprepared("SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0")
        .await?;
    // Any number will do that no other program takes in this database: these are the letters "verbale".
    txn.execute_unprepared("SELECT pg_advisory_xact_lock(33325589203086437)")
        .await
        .map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, fs, process};

    async fn pragma(on: &DatabaseConnection, name: &str) -> String {
        let statement = sea_orm::Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {name}"));
        let row = on.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index::<String>(0)
            .or_else(|_| row.try_get_by_index::<i64>(0).map(|n| n.to_string()))
            .unwrap()
    }

    #[tokio::test]
    async fn sqlite_is_set_up_to_keep_what_it_acknowledged() {
        let folder = env::temp_dir().join(format!("verbale-connect-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let db = Database::connect(&format!("sqlite://{}/verbale.db", folder.display()))
            .await
            .unwrap();
        for (name, expected) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("secure_delete", "1"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("busy_timeout", "10000"),
        ] {
            assert_eq!(pragma(&db.writer, name).await, expected, "{name}");
        }
        for name in ["foreign_keys", "query_only"] {
            assert_eq!(pragma(&db.reader, name).await, "1", "{name}");
        }
        assert!(
            db.reader.execute_unprepared("CREATE TABLE a (b text)").await.is_err(),
            "readers do not write"
        );
        db.close().await;
        fs::remove_dir_all(folder).unwrap();
    }
}
