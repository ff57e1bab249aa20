//! What is being prepared by several people: written over only by somebody who saw what stands there, and may write.

use super::actors;
use app::portal::ports::{StoreError, Stored};
use domain::{
    ids::PersonId,
    people::{Actor, SecretariatRole},
};
use sea_orm::DatabaseTransaction;

/// That the person may still do this, [`StoreError::Stale`] where not. It was asked before, of what was true then.
pub(super) async fn still(
    txn: &DatabaseTransaction,
    by: PersonId,
    may: impl FnOnce(&Actor) -> bool + Send,
) -> Stored<()> {
    if may(&actors::acting(txn, by).await?) {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

/// That the person still has this role.
pub(super) async fn serves(txn: &DatabaseTransaction, by: PersonId, role: SecretariatRole) -> Stored<()> {
    still(txn, by, |actor| actor.side.serves_as(role)).await
}

/// That one row was written; with none, somebody wrote first.
pub(super) const fn exactly_one(written: u64) -> Stored<()> {
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}
