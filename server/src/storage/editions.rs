//! Which edition of the public record stands: how a server that keeps pages learns that they are old.
//!
//! The database holds a number that every change of the public record counts up, in its own transaction: [`Changes`]
//! hands out the only way to do that. A server learns of a change in two ways.
//!
//! - **Its own** it knows when the transaction ends, before whoever made it is answered.
//! - **Others'** it learns by asking for the number twice a second ([`Sql::follow`]), on both databases in the same way:
//!   `LISTEN` of PostgreSQL would be quicker, and silent where a connection was lost.
//!
//! What was asked longer ago than a second is not known: where the database does not answer, nobody is told that an old
//! edition stands. So no page is older than that second, whatever happens.
//!
//! Who changes rows with a client of their own changes no edition: `UPDATE edition SET number = number + 1` does.

use super::{Sql, entities::edition, rows::Row, unavailable};
use app::portal::ports::{Edition, Editions, Stored};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// The name of the one line.
const PUBLIC: &str = "public";

/// How often the number is asked for.
const OFTEN: Duration = Duration::from_millis(500);

/// How long an answer counts, from when it was asked for.
const COUNTS: Duration = Duration::from_secs(1);

/// What this server knows of the editions of one database; all connections to it share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Changes(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    edition: Edition,
    stored: Option<i64>,
    as_of: Option<Instant>,
}

/// A change of the public record. Dropped at the end of its transaction: there another edition begins, on this server
/// at once. One too many, where the transaction was rolled back, does no harm.
#[must_use = "it has to live as long as the transaction"]
pub(super) struct Changing(Changes);

impl Drop for Changing {
    fn drop(&mut self) {
        let mut known = self.0.known();
        known.edition = known.edition.next();
    }
}

impl Changes {
    /// In this transaction the public record is changed.
    pub(super) async fn begin(&self, txn: &DatabaseTransaction) -> Stored<Changing> {
        count_up(txn).await?;
        Ok(Changing(self.clone()))
    }

    /// That this number was in the database at this moment, or later.
    fn learn(&self, number: i64, asked: Instant) {
        let mut known = self.known();
        if known.stored != Some(number) {
            known.edition = known.edition.next();
        }
        known.stored = Some(number);
        known.as_of = Some(asked);
    }

    fn at(&self, now: Instant) -> Option<Edition> {
        let known = self.known();
        (now.saturating_duration_since(known.as_of?) < COUNTS).then_some(known.edition)
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // Nothing panics while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Count the number up. It locks the one line: changes of the public record are committed one after the other.
pub(super) async fn count_up(txn: &DatabaseTransaction) -> Stored<()> {
    let next = Expr::col(edition::Column::Number).add(1);
    let counted = edition::Entity::update_many()
        .col_expr(edition::Column::Number, next)
        .filter(edition::Column::Name.eq(PUBLIC))
        .exec(txn)
        .await
        .map_err(unavailable)?;
    match counted.rows_affected {
        1 => Ok(()),
        _ => Err(Row::new("edition", PUBLIC).unreadable("name")),
    }
}

async fn stored(db: &impl ConnectionTrait) -> Result<Option<i64>, DbErr> {
    let line = edition::Entity::find_by_id(PUBLIC).one(db).await?;
    Ok(line.map(|line| line.number))
}

impl Sql {
    /// Learn of what others change, for as long as this is awaited.
    pub async fn follow(self) {
        let mut follows = true;
        loop {
            let asked = Instant::now();
            let answer = stored(self.db.read()).await;
            let follows_now = matches!(answer, Ok(Some(_)));
            if let Ok(Some(number)) = answer {
                self.db.changes().learn(number, asked);
            }
            // Said once, not twice a second.
            if follows_now != follows {
                tracing::warn!(follows_now, "whether changes of the public record are noticed");
            }
            follows = follows_now;
            sleep(OFTEN).await;
        }
    }
}

impl Editions for Sql {
    fn public_edition(&self) -> Option<Edition> {
        self.db.changes().at(Instant::now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_is_known_for_a_second_after_it_was_asked_for() {
        let (changes, now) = (Changes::default(), Instant::now());
        assert_eq!(changes.at(now), None, "nobody asked yet");
        changes.learn(7, now);
        assert!(changes.at(now).is_some());
        assert!(changes.at(now + Duration::from_millis(999)).is_some());
        assert_eq!(changes.at(now + COUNTS), None);
    }

    #[test]
    fn another_number_is_another_edition_even_a_smaller_one() {
        let (changes, now) = (Changes::default(), Instant::now());
        let editions = [7, 7, 8, 3].map(|number| {
            changes.learn(number, now);
            changes.at(now)
        });
        assert_eq!(editions[0], editions[1]);
        assert!(editions[1] < editions[2] && editions[2] < editions[3], "{editions:?}");
    }

    #[test]
    fn an_answer_that_was_under_way_undoes_no_change_of_ones_own() {
        let (changes, now) = (Changes::default(), Instant::now());
        changes.learn(7, now);
        let before = changes.at(now);
        drop(Changing(changes.clone()));
        let after = changes.at(now);
        assert!(after > before);
        changes.learn(7, now);
        assert_eq!(changes.at(now), after);
    }
}
