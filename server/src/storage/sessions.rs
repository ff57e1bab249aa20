//! Rows of sessions. How long one lasts is said in [`crate::sessions`].

use super::{Sql, drafts, entities::session, receipts, unavailable, waiting_files};
use app::portal::ports::Stored;
use domain::ids::{PersonId, Timestamp};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

/// A session as it is stored.
pub(crate) struct Kept {
    /// SHA-256 of its id.
    pub(crate) id_hash: String,
    /// Whose it is, once somebody has signed in.
    pub(crate) person: Option<PersonId>,
    /// What it holds, as JSON.
    pub(crate) content: String,
    /// When it began.
    pub(crate) began: Timestamp,
    /// When it was last used, give or take a minute.
    pub(crate) last_seen: Timestamp,
}

/// Sessions that began or were last seen before these moments are over.
#[derive(Clone, Copy)]
pub(crate) struct Over {
    /// Those that began no later than this.
    pub(crate) began: Timestamp,
    /// Those that were last seen no later than this.
    pub(crate) last_seen: Timestamp,
}

impl Sql {
    /// Store a new session, and remove those that are over, with whatever else has served its purpose: somebody signs in
    /// often enough for that. Fails where the id is taken.
    pub(crate) async fn begin_session(&self, new: Kept, over: Over) -> Stored<()> {
        let txn = self.db.begin().await?;
        let gone = Condition::any()
            .add(session::Column::BeganAt.lte(over.began.micros()))
            .add(session::Column::LastSeen.lte(over.last_seen.micros()));
        session::Entity::delete_many()
            .filter(gone)
            .exec(&txn)
            .await
            .map_err(unavailable)?;
        receipts::forget_old(&txn, new.began).await?;
        drafts::forget_beside(&txn).await?;
        // A file that waited as long as a session may stand unused has waited long enough.
        waiting_files::forget_since(&txn, over.last_seen).await?;
        let row = session::ActiveModel {
            id_hash: Set(new.id_hash),
            person: Set(new.person.map(PersonId::as_uuid)),
            content: Set(new.content),
            began_at: Set(new.began.micros()),
            last_seen: Set(new.last_seen.micros()),
        };
        session::Entity::insert(row)
            .exec_without_returning(&txn)
            .await
            .map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)
    }

    /// The session under this hash, over or not.
    pub(crate) async fn session(&self, id_hash: &str) -> Stored<Option<Kept>> {
        let found = session::Entity::find_by_id(id_hash)
            .one(self.db.read())
            .await
            .map_err(unavailable)?;
        Ok(found.map(|row| Kept {
            id_hash: row.id_hash,
            person: row.person.map(PersonId::new),
            content: row.content,
            began: Timestamp::from_micros(row.began_at),
            last_seen: Timestamp::from_micros(row.last_seen),
        }))
    }

    /// Write down what it holds. One that has been ended meanwhile stays ended.
    pub(crate) async fn keep_session(&self, id_hash: &str, person: Option<PersonId>, content: &str) -> Stored<()> {
        let change = session::Entity::update_many()
            .col_expr(session::Column::Person, Expr::value(person.map(PersonId::as_uuid)))
            .col_expr(session::Column::Content, Expr::value(content))
            .filter(session::Column::IdHash.eq(id_hash));
        self.db.update(change).await.map(|_| ())
    }

    /// It was used just now.
    pub(crate) async fn touch_session(&self, id_hash: &str, at: Timestamp) -> Stored<()> {
        let change = session::Entity::update_many()
            .col_expr(session::Column::LastSeen, Expr::value(at.micros()))
            .filter(session::Column::IdHash.eq(id_hash));
        self.db.update(change).await.map(|_| ())
    }

    /// End one session.
    pub(crate) async fn end_session(&self, id_hash: &str) -> Stored<()> {
        self.db
            .delete(session::Entity::delete_many().filter(session::Column::IdHash.eq(id_hash)))
            .await
            .map(|_| ())
    }
}

/// End all sessions of this person.
pub(super) async fn end_all_of(txn: &DatabaseTransaction, person: Uuid) -> Stored<()> {
    let theirs = session::Entity::delete_many().filter(session::Column::Person.eq(person));
    theirs.exec(txn).await.map_err(unavailable)?;
    Ok(())
}
