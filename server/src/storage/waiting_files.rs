//! Files that tell of several events, until their drafter has said which: one for each person, for half an hour. It is
//! a State's own, so nobody else can ask for it, and no line of a log quotes it.

use super::{Sql, entities::waiting_file, unavailable};
use app::portal::ports::{Stored, WAITS_FOR, WaitingFiles};
use async_trait::async_trait;
use domain::ids::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::OnConflict};

#[async_trait]
impl WaitingFiles for Sql {
    async fn keep_file(&self, person: PersonId, text: &str, at: Timestamp) -> Stored<()> {
        let txn = self.db.begin().await?;
        forget_since(&txn, at.plus_seconds(-WAITS_FOR)).await?;
        let row = waiting_file::ActiveModel {
            person: Set(person.as_uuid()),
            kept_at: Set(at.micros()),
            content: Set(text.to_owned()),
        };
        let in_place = OnConflict::column(waiting_file::Column::Person)
            .update_columns([waiting_file::Column::KeptAt, waiting_file::Column::Content])
            .to_owned();
        waiting_file::Entity::insert(row)
            .on_conflict(in_place)
            .exec_without_returning(&txn)
            .await
            .map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)
    }

    async fn waiting_file(&self, person: PersonId, now: Timestamp) -> Stored<Option<String>> {
        let waiting = waiting_file::Entity::find_by_id(person.as_uuid())
            .filter(waiting_file::Column::KeptAt.gt(now.plus_seconds(-WAITS_FOR).micros()));
        let found = waiting.one(self.db.read()).await.map_err(unavailable)?;
        Ok(found.map(|row| row.content))
    }

    async fn forget_file(&self, person: PersonId) -> Stored<()> {
        let theirs = waiting_file::Entity::delete_many().filter(waiting_file::Column::Person.eq(person.as_uuid()));
        self.db.delete(theirs).await.map(|_| ())
    }
}

/// Forget what has waited since this moment or longer.
pub(super) async fn forget_since(txn: &DatabaseTransaction, since: Timestamp) -> Stored<()> {
    let old = waiting_file::Entity::delete_many().filter(waiting_file::Column::KeptAt.lte(since.micros()));
    old.exec(txn).await.map_err(unavailable)?;
    Ok(())
}
