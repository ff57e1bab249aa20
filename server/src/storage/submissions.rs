//! Submissions: the immutable snapshots a national authority let out, each with the disclosure it saw.
//!
//! Content and disclosure are kept as the very bytes that were hashed. Whoever reads them hashes them again: a
//! snapshot that was changed in the database is shown to nobody.

use super::{
    entities::submission,
    rows::{Row, from_number, person, to_json},
    unavailable,
};
use app::portal::ports::Stored;
use domain::{
    filing::{Filing, Hash, Submission},
    ids::{FilingId, Timestamp},
    matter::Matter,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

/// A disclosure as it was approved.
pub(super) struct Approved {
    /// The bytes, which are JSON.
    pub(super) text: String,
    /// Their hash.
    pub(super) hash: Hash,
}

/// Keep the snapshot `filing` was left with.
pub(super) async fn keep<M: Matter>(txn: &DatabaseTransaction, filing: &Filing<M>, new: &Submission<M>) -> Stored<()> {
    let row = submission::ActiveModel {
        filing: Set(filing.id.as_uuid()),
        number: Set(from_number(new.number)),
        content: Set(to_json(&new.content)?),
        content_hash: Set(new.hash.to_string()),
        disclosure: Set(to_json(&new.content.release(&filing.reference.state))?),
        disclosure_hash: Set(new.disclosure.to_string()),
        approved_by: Set(new.approved_by.as_uuid()),
        approved_at: Set(new.at.micros()),
    };
    submission::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// Every snapshot of a filing, oldest first.
pub(super) async fn all<M: Matter>(db: &impl ConnectionTrait, filing: FilingId) -> Stored<Vec<Submission<M>>> {
    let found = submission::Entity::find().filter(submission::Column::Filing.eq(filing.as_uuid()));
    let rows = found
        .order_by_asc(submission::Column::Number)
        .all(db)
        .await
        .map_err(unavailable)?;
    rows.iter().map(read).collect()
}

/// The snapshot with this number.
pub(super) async fn one<M: Matter>(db: &impl ConnectionTrait, filing: Uuid, number: i32) -> Stored<Submission<M>> {
    read(&row(db, filing, number).await?)
}

/// The disclosure that was approved with the snapshot of this number.
pub(super) async fn approved(db: &impl ConnectionTrait, filing: Uuid, number: i32) -> Stored<Approved> {
    let row = row(db, filing, number).await?;
    let hash = naming(&row).hash("disclosure_hash", &row.disclosure_hash, &row.disclosure)?;
    Ok(Approved {
        text: row.disclosure,
        hash,
    })
}

async fn row(db: &impl ConnectionTrait, filing: Uuid, number: i32) -> Stored<submission::Model> {
    let found = submission::Entity::find_by_id((filing, number))
        .one(db)
        .await
        .map_err(unavailable)?;
    Row::new("filing", filing).known("submission", found)
}

fn read<M: Matter>(row: &submission::Model) -> Stored<Submission<M>> {
    let reading = naming(row);
    Ok(Submission {
        number: reading.number("number", row.number)?,
        content: reading.json("content", &row.content)?,
        approved_by: person(row.approved_by),
        at: Timestamp::from_micros(row.approved_at),
        hash: reading.hash("content_hash", &row.content_hash, &row.content)?,
        disclosure: reading.hash("disclosure_hash", &row.disclosure_hash, &row.disclosure)?,
    })
}

fn naming(row: &submission::Model) -> Row {
    Row::new("submission", format_args!("{}/{}", row.filing, row.number))
}
