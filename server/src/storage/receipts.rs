//! Receipts: what came of a form, kept so that the same form posted again is the same act.

use super::{
    entities::receipt,
    rows::{Row, to_json},
    unavailable,
};
use app::portal::ports::{Posting, Receipt, StoreError, Stored};
use domain::ids::{FormKey, PersonId, Timestamp};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};

/// Seconds for which a receipt is kept: 30 days. A page does not stay open so long, and no session lasts a day.
const KEPT_FOR: i64 = 30 * 24 * 60 * 60;

/// Keep the receipt of this posting; [`StoreError::Repeated`] where it has one.
///
/// It is written before anything else of the transaction, so that of two postings of one form the second waits here for
/// the first, and does not fail as stale on what the first has changed.
pub(super) async fn keep(txn: &DatabaseTransaction, receipt: &Receipt, posting: Posting) -> Stored<()> {
    let row = receipt::ActiveModel {
        form_key: Set(posting.key.as_uuid()),
        person: Set(posting.by.as_uuid()),
        posted_at: Set(posting.at.micros()),
        outcome: Set(to_json(receipt)?),
    };
    // Not an error of the database: a doubled click is no line in anybody's log.
    let first_only = OnConflict::columns([receipt::Column::FormKey, receipt::Column::Person])
        .do_nothing()
        .to_owned();
    let keeping = receipt::Entity::insert(row)
        .on_conflict(first_only)
        .exec_without_returning(txn);
    if keeping.await.map_err(unavailable)? == 1 {
        Ok(())
    } else {
        Err(StoreError::Repeated)
    }
}

/// Forget receipts that nobody will ask for.
pub(super) async fn forget_old(txn: &DatabaseTransaction, at: Timestamp) -> Stored<()> {
    let old = receipt::Column::PostedAt.lte(at.plus_seconds(-KEPT_FOR).micros());
    let gone = receipt::Entity::delete_many().filter(old);
    gone.exec(txn).await.map_err(unavailable)?;
    Ok(())
}

/// What came of this form when this person posted it before.
pub(super) async fn find(db: &impl ConnectionTrait, key: FormKey, by: PersonId) -> Stored<Option<Receipt>> {
    let row = receipt::Entity::find_by_id((key.as_uuid(), by.as_uuid()))
        .one(db)
        .await
        .map_err(unavailable)?;
    row.map(|row| Row::new("receipt", row.form_key).json("outcome", &row.outcome))
        .transpose()
}
