//! What is in the tables, past every port: a test that asked the portal would believe what it is to prove.

use domain::ids::{FilingKind, FilingReference};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, FromQueryResult, Statement};
use uuid::Uuid;

/// A form that counted.
#[derive(Debug, FromQueryResult)]
pub struct Receipt {
    /// Its key.
    pub form_key: Uuid,
    /// When.
    pub posted_at: i64,
}

/// A filing.
#[derive(Debug, FromQueryResult)]
pub struct Filing {
    /// Its id.
    pub id: Uuid,
    state: String,
    year: i32,
    number: i32,
    /// How often it was written.
    pub version: i64,
    /// Where it stands.
    pub stage: String,
}

/// What belongs to a filing at a version: a draft revision, or a step of its timeline.
#[derive(Debug, FromQueryResult)]
pub struct Written {
    /// The filing.
    pub filing: Uuid,
    /// The version it made.
    pub version: i64,
}

/// A step of a timeline.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Step {
    /// The filing.
    pub filing: Uuid,
    /// The version it made.
    pub version: i64,
    /// Who took it.
    pub person: Uuid,
    /// Which.
    pub action: String,
    /// From where.
    pub from_stage: String,
    /// To where.
    pub to_stage: String,
}

/// A letter.
#[derive(Debug, FromQueryResult)]
pub struct Letter {
    /// Its id.
    pub id: Uuid,
    /// To whom.
    pub person: Uuid,
    /// About what.
    pub occasion: String,
    /// On which filing.
    pub filing: Option<String>,
    /// When it was sent, if it was.
    pub sent_at: Option<i64>,
}

/// Something counted by name.
#[derive(Debug, FromQueryResult)]
pub struct Mention {
    /// The name.
    pub name: String,
}

/// Everything the tests look at.
#[derive(Debug)]
pub struct Rows {
    /// Forms that counted.
    pub receipts: Vec<Receipt>,
    /// Filings.
    pub filings: Vec<Filing>,
    /// Draft revisions.
    pub revisions: Vec<Written>,
    /// Steps of timelines, each timeline in order.
    pub steps: Vec<Step>,
    /// What was let out, by filing.
    pub submissions: Vec<Mention>,
    /// Letters.
    pub letters: Vec<Letter>,
    /// What the audit log says was moved, by filing.
    pub moves: Vec<Mention>,
}

impl Filing {
    /// Its reference.
    pub fn reference(&self) -> FilingReference {
        let state = self.state.parse().expect("a State");
        FilingReference {
            kind: FilingKind::Incident,
            state,
            year: self.year,
            number: u32::try_from(self.number).expect("a number"),
        }
    }
}

impl Rows {
    /// Reads them.
    pub async fn read(db: &DatabaseConnection) -> Self {
        Self {
            receipts: all(db, "SELECT form_key, posted_at FROM receipt").await,
            filings: all(db, "SELECT id, state, year, number, version, stage FROM filing").await,
            revisions: all(db, "SELECT filing, version FROM draft_revision").await,
            steps: all(
                db,
                "SELECT filing, version, person, action, from_stage, to_stage FROM timeline_entry ORDER BY filing, version",
            )
            .await,
            submissions: all(
                db,
                "SELECT f.state || '-' || f.year || '-' || f.number AS name FROM submission s JOIN filing f ON f.id = s.filing",
            )
            .await,
            letters: all(db, "SELECT id, person, occasion, filing, sent_at FROM outbox").await,
            moves: all(db, "SELECT subject AS name FROM audit_line WHERE event LIKE '{\"moved\"%'").await,
        }
    }
}

async fn all<Row: FromQueryResult>(db: &DatabaseConnection, query: &str) -> Vec<Row> {
    let query = Statement::from_string(db.get_database_backend(), query);
    Row::find_by_statement(query).all(db).await.expect("a query of ours")
}

/// Has SQLite look over its own file; PostgreSQL has no such thing without an extension.
pub async fn is_sound(db: &DatabaseConnection) {
    if db.get_database_backend() != DbBackend::Sqlite {
        return;
    }
    let said = db
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check"))
        .await;
    let said: Vec<String> = said
        .expect("it is asked")
        .iter()
        .map(|row| row.try_get_by_index(0).expect("a text"))
        .collect();
    assert_eq!(said, ["ok"]);
    let orphans = db
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA foreign_key_check"))
        .await;
    assert!(orphans.expect("it is asked").is_empty());
}
