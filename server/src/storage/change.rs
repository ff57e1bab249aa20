//! A single statement, as a transaction of its own.

use super::{connect::Database, unavailable};
use app::portal::ports::Stored;
use sea_orm::{DeleteMany, EntityTrait, UpdateMany};

impl Database {
    /// Change rows. How many there were.
    pub(super) async fn update<E: EntityTrait>(&self, change: UpdateMany<E>) -> Stored<u64> {
        let txn = self.begin().await?;
        let changed = change.exec(&txn).await.map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)?;
        Ok(changed.rows_affected)
    }

    /// Remove rows. How many there were.
    pub(super) async fn delete<E: EntityTrait>(&self, rows: DeleteMany<E>) -> Stored<u64> {
        let txn = self.begin().await?;
        let gone = rows.exec(&txn).await.map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)?;
        Ok(gone.rows_affected)
    }
}
