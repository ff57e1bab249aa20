//! How often somebody failed. How long that makes them wait is said in [`app::portal::throttle`].

use super::{
    connect::Database,
    entities::throttle as row,
    rows::{Row, from_number},
    unavailable,
};
use app::portal::{
    ports::Stored,
    throttle::{Brake, KNOWN_FOR, Tally, wait_until},
};
use domain::{filing::Hash, ids::Timestamp};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use std::collections::BTreeMap;

/// The keys of the three brakes. Hashes: the table tells nobody who tried to sign in, nor what was typed.
struct Keys(BTreeMap<Brake, String>);

impl Keys {
    fn of(email: &str, network: &str) -> Self {
        let hash = |text: String| Hash::of(text.as_bytes()).to_string();
        let key = |brake| match brake {
            Brake::AccountHere => hash(format!("account here\n{email}\n{network}")),
            Brake::Network => hash(format!("network\n{network}")),
            Brake::Account => hash(format!("account\n{email}")),
        };
        Self(Brake::ALL.map(|brake| (brake, key(brake))).into())
    }

    fn of_brake(&self, brake: Brake) -> &str {
        self.0.get(&brake).map_or("", String::as_str)
    }

    /// In one order for everybody, so that no two transactions wait for each other.
    fn sorted(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = self.0.values().map(String::as_str).collect();
        keys.sort_unstable();
        keys
    }
}

/// One more attempt, counted as failed; or until when it has to wait.
pub(super) async fn attempt(db: &Database, email: &str, network: &str, at: Timestamp) -> Stored<Option<Timestamp>> {
    let keys = Keys::of(email, network);
    let txn = db.begin().await?;
    let tallies = locked(&txn, &keys, at).await?;
    let tally = |brake| tallies.get(keys.of_brake(brake)).copied().unwrap_or_default();
    if let Some(until) = wait_until(tally, at) {
        return Ok(Some(until));
    }
    for (key, tally) in &tallies {
        let failures = from_number(tally.standing(at).saturating_add(1));
        row::Entity::update_many()
            .col_expr(row::Column::Failures, Expr::value(failures))
            .col_expr(row::Column::AttemptedAt, Expr::value(at.micros()))
            .filter(row::Column::Brake.eq(key.as_str()))
            .exec(&txn)
            .await
            .map_err(unavailable)?;
    }
    let old = row::Entity::delete_many().filter(row::Column::AttemptedAt.lte(at.plus_seconds(-KNOWN_FOR).micros()));
    old.exec(&txn).await.map_err(unavailable)?;
    txn.commit().await.map_err(unavailable)?;
    Ok(None)
}

/// The rows of these keys, made where they are missing and locked: attempts at the same moment are counted one by one.
async fn locked(txn: &DatabaseTransaction, keys: &Keys, at: Timestamp) -> Stored<BTreeMap<String, Tally>> {
    let new = keys.sorted().into_iter().map(|key| row::ActiveModel {
        brake: Set(key.to_owned()),
        failures: Set(0),
        attempted_at: Set(at.micros()),
        succeeded_at: Set(None),
    });
    row::Entity::insert_many(new)
        .on_conflict(OnConflict::column(row::Column::Brake).do_nothing().to_owned())
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    let found = row::Entity::find().filter(row::Column::Brake.is_in(keys.sorted()));
    let found = found
        .order_by_asc(row::Column::Brake)
        .lock_exclusive()
        .all(txn)
        .await
        .map_err(unavailable)?;
    found.into_iter().map(read).collect()
}

fn read(row: row::Model) -> Stored<(String, Tally)> {
    let tally = Tally {
        failures: Row::new("throttle", &row.brake).number("failures", row.failures)?,
        attempted: Timestamp::from_micros(row.attempted_at),
        succeeded: row.succeeded_at.map(Timestamp::from_micros),
    };
    Ok((row.brake, tally))
}

/// The attempt was none: the account starts anew, is known on this network, and its attempt no longer counts there.
pub(super) async fn succeeded(db: &Database, email: &str, network: &str, at: Timestamp) -> Stored<()> {
    let keys = Keys::of(email, network);
    let txn = db.begin().await?;
    locked(&txn, &keys, at).await?;
    for (brake, key) in &keys.0 {
        let row = row::Entity::update_many().filter(row::Column::Brake.eq(key.as_str()));
        let row = match brake {
            Brake::AccountHere => row
                .col_expr(row::Column::Failures, Expr::value(0))
                .col_expr(row::Column::SucceededAt, Expr::value(at.micros())),
            Brake::Account => row.col_expr(row::Column::Failures, Expr::value(0)),
            Brake::Network => row
                .col_expr(row::Column::Failures, Expr::col(row::Column::Failures).sub(1))
                .filter(row::Column::Failures.gt(0)),
        };
        row.exec(&txn).await.map_err(unavailable)?;
    }
    txn.commit().await.map_err(unavailable)
}
