//! What happened to a filing, and what the secretariat noted on it; with the names of those who did.

use super::{
    actors,
    entities::{internal_note, timeline_entry},
    new_id,
    rows::{Row, person, storable},
    unavailable,
};
use app::portal::ports::{InternalNote, NamedEntry, Posting, Stored};
use domain::{
    filing::Note,
    ids::{FilingId, NoteId, Timestamp, Version},
    lifecycle::{Action, StageName},
    matter::Place,
    timeline::{Entry, Office},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
};

/// Append the entry of the command that made this version.
pub(super) async fn append(txn: &DatabaseTransaction, filing: FilingId, version: Version, entry: &Entry) -> Stored<()> {
    let state = match &entry.office {
        Office::State(state) => Some(state.as_str().to_owned()),
        Office::Secretariat => None,
    };
    let row = timeline_entry::ActiveModel {
        filing: Set(filing.as_uuid()),
        version: Set(version.number()),
        happened_at: Set(entry.at.micros()),
        person: Set(entry.by.as_uuid()),
        state: Set(state),
        action: Set(entry.action.code().to_owned()),
        from_stage: Set(entry.from.code().to_owned()),
        to_stage: Set(entry.to.code().to_owned()),
        note: Set(entry.note.as_deref().map(storable)),
        field: Set(entry.on.as_ref().map(|place| place.id().to_owned())),
        alone: Set(entry.alone),
    };
    timeline_entry::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// Everything that happened to it, oldest first.
pub(super) async fn of(db: &impl ConnectionTrait, filing: FilingId) -> Stored<Vec<NamedEntry>> {
    let found = timeline_entry::Entity::find().filter(timeline_entry::Column::Filing.eq(filing.as_uuid()));
    let rows = found
        .order_by_asc(timeline_entry::Column::Version)
        .all(db)
        .await
        .map_err(unavailable)?;
    let names = actors::names(db, rows.iter().map(|row| row.person)).await?;
    let with_name = |row: timeline_entry::Model| {
        let name = Row::new("timeline_entry", row.version).known("person", names.get(&row.person).cloned())?;
        Ok(NamedEntry {
            entry: read(row)?,
            name,
        })
    };
    rows.into_iter().map(with_name).collect()
}

fn read(row: timeline_entry::Model) -> Stored<Entry> {
    let reading = Row::new("timeline_entry", format_args!("{}/{}", row.filing, row.version));
    let office = match row.state.as_deref() {
        Some(code) => Office::State(reading.known("state", code.parse().ok())?),
        None => Office::Secretariat,
    };
    Ok(Entry {
        at: Timestamp::from_micros(row.happened_at),
        by: person(row.person),
        office,
        action: reading.known("action", Action::from_code(&row.action))?,
        from: reading.known("from_stage", StageName::from_code(&row.from_stage))?,
        to: reading.known("to_stage", StageName::from_code(&row.to_stage))?,
        note: row.note,
        on: row.field.map(Place::named),
        alone: row.alone,
    })
}

/// Write an internal note.
pub(super) async fn note(txn: &DatabaseTransaction, filing: FilingId, note: &Note, posting: Posting) -> Stored<()> {
    let row = internal_note::ActiveModel {
        id: Set(new_id(posting.at)),
        filing: Set(filing.as_uuid()),
        written_by: Set(posting.by.as_uuid()),
        written_at: Set(posting.at.micros()),
        content: Set(storable(note.as_str())),
    };
    internal_note::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// The secretariat's notes, oldest first.
pub(super) async fn notes(db: &impl ConnectionTrait, filing: FilingId) -> Stored<Vec<InternalNote>> {
    let found = internal_note::Entity::find().filter(internal_note::Column::Filing.eq(filing.as_uuid()));
    let found = found
        .order_by_asc(internal_note::Column::WrittenAt)
        .order_by_asc(internal_note::Column::Id);
    let rows = found.all(db).await.map_err(unavailable)?;
    let names = actors::names(db, rows.iter().map(|row| row.written_by)).await?;
    let with_name = |row: internal_note::Model| {
        Ok(InternalNote {
            id: NoteId::new(row.id),
            name: Row::new("internal_note", row.id).known("written_by", names.get(&row.written_by).cloned())?,
            at: Timestamp::from_micros(row.written_at),
            text: row.content,
        })
    };
    rows.into_iter().map(with_name).collect()
}
