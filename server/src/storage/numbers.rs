//! References: one series of numbers for each State and year, and one for each year's publications.

use super::{entities::number_series, rows::Row, unavailable};
use app::portal::ports::Stored;
use domain::{
    ids::{FilingKind, FilingReference, PublicationReference, Timestamp},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set,
    DatabaseTransaction, EntityTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};

/// The next filing of this State, whatever it is about: one series, so that a number says nothing but when.
pub(super) async fn filing(
    txn: &DatabaseTransaction,
    kind: FilingKind,
    state: StateCode,
    at: Timestamp,
) -> Stored<FilingReference> {
    let year = at.utc().year();
    Ok(FilingReference {
        kind,
        state,
        year,
        number: next(txn, format!("filing/{state}/{year}")).await?,
    })
}

/// The next publication.
pub(super) async fn publication(txn: &DatabaseTransaction, at: Timestamp) -> Stored<PublicationReference> {
    let year = at.utc().year();
    Ok(PublicationReference {
        year,
        number: next(txn, format!("publication/{year}")).await?,
    })
}

/// The next number of a series, from 1. Counting up locks the row, so whoever comes next waits until this transaction
/// has ended, and gets the same number where it was rolled back.
async fn next(txn: &DatabaseTransaction, name: String) -> Stored<u32> {
    let first = number_series::ActiveModel {
        name: Set(name.clone()),
        last: Set(1),
    };
    let last = Expr::col((number_series::Entity, number_series::Column::Last));
    let count_up = OnConflict::column(number_series::Column::Name)
        .value(number_series::Column::Last, last.add(1))
        .to_owned();
    let counting = number_series::Entity::insert(first).on_conflict(count_up);
    counting.exec_without_returning(txn).await.map_err(unavailable)?;
    let row = number_series::Entity::find_by_id(name.clone())
        .one(txn)
        .await
        .map_err(unavailable)?;
    let reading = Row::new("number_series", name);
    let row = reading.known("name", row)?;
    reading.number("last", row.last)
}
