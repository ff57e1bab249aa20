//! The portal's ports onto a database, with SeaORM, on SQLite and on PostgreSQL with the same code.
//!
//! How it is arranged:
//!
//! - [`connect`] knows that there are two kinds of database; nothing else here does.
//! - `entities` are the tables, column by column. One file of queries for each aggregate reads rows into the domain and
//!   writes them back.
//! - A method of a port that writes is one transaction: whatever belongs together is written together, or not at all.
//!   The functions that take part in another's transaction (letters, the audit log, receipts) take it as an argument.
//!
//! What is relied upon:
//!
//! - **Rows are distrusted.** A row that means nothing to the domain becomes [`StoreError::Unavailable`] naming table,
//!   column and row, and one line in the log; it is never guessed at and never quoted, since it may hold a State's words.
//! - **Each write is proved.** A filing is written over at the version the person saw, and exactly one row must be hit;
//!   otherwise somebody wrote first: [`StoreError::Stale`].
//! - **Each form counts once.** Its receipt, under a key of form and person, is written before anything that could be
//!   refused as old. A doubled click waits there for the first to end, and then is [`StoreError::Repeated`].
//! - **The policy is asked again** in the transaction, of the roles the person holds at that moment, so that a
//!   deactivation or a change of roles cannot be overtaken by what was already on its way (OWASP ASVS 15.4.2).

mod accounts;
mod actors;
mod audit;
mod change;
mod commit;
pub mod connect;
mod counts;
mod cycles;
mod derived;
mod drafts;
mod editions;
pub(crate) mod entities;
mod extensions;
mod filings;
mod inside;
mod invitations;
mod lists;
mod matters;
mod numbers;
pub(crate) mod outbox;
mod people;
mod per_edition;
mod preparing;
mod programme;
mod publications;
mod published_answers;
mod questionnaires;
mod receipts;
mod refusals;
mod reminders;
mod report_publications;
mod report_terms;
mod reports;
mod rows;
mod search;
pub(crate) mod sessions;
mod shared_reports;
mod shipping;
mod states;
mod submissions;
mod throttle;
mod timeline;
mod waiting_files;

use app::portal::ports::{Opened, Participation, StoreError};
use connect::Database;
use domain::{commitment::Commitments, ids::Timestamp, state::State};
use per_edition::PerEdition;
use refusals::Refusals;
use sea_orm::DbErr;
use std::sync::Arc;
use uuid::Uuid;

/// The store on a database.
#[derive(Clone, Debug)]
pub struct Sql {
    pub(crate) db: Database,
    refusals: Arc<Refusals>,
    states: PerEdition<Vec<State>>,
    participation: PerEdition<Participation>,
    commitments: PerEdition<Commitments>,
    opened: PerEdition<Arc<Opened>>,
}

impl Sql {
    /// The store on this database, which has to be [migrated](Database::migrate).
    pub fn on(db: Database) -> Self {
        Self {
            db,
            refusals: Arc::default(),
            states: PerEdition::default(),
            participation: PerEdition::default(),
            commitments: PerEdition::default(),
            opened: PerEdition::default(),
        }
    }
}

/// A new id, in the order of time (UUID version 7, RFC 9562), so that tables grow at one end. Seen by nobody.
pub(crate) fn new_id(at: Timestamp) -> Uuid {
    let seconds = u64::try_from(at.micros().div_euclid(1_000_000)).unwrap_or_default();
    let nanos = u32::try_from(at.micros().rem_euclid(1_000_000) * 1_000).unwrap_or_default();
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos))
}

/// The database refused or could not be reached. Logged here, once; the visitor reads only that there is trouble.
pub(crate) fn unavailable(error: DbErr) -> StoreError {
    tracing::error!(%error, "the database did not do it");
    StoreError::Unavailable(error.to_string())
}
