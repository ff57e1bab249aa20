//! Requests for more time: each a row of its own, of which the latest of a State counts.

use super::{
    audit,
    cycles::year,
    entities::extension,
    preparing,
    rows::{Row, person, storable},
    unavailable,
};
use app::portal::ports::{AuditLine, Event, StoreError, Stored};
use domain::{
    cycle::{CycleYear, Extension, Outcome},
    ids::{PersonId, Timestamp},
    people::{SecretariatRole, StateRole},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};
use std::collections::BTreeMap;

const WAITING: &str = "waiting";
const GRANTED: &str = "granted";
const REFUSED: &str = "refused";

impl TryFrom<extension::Model> for Extension {
    type Error = StoreError;

    fn try_from(row: extension::Model) -> Stored<Self> {
        let reading = Row::new("extension", format_args!("{}/{}/{}", row.cycle, row.state, row.number));
        let decided = row.decided_by.map(person).zip(row.decided.map(Timestamp::from_micros));
        let why = row.why.as_deref().map(str::parse).transpose();
        let outcome = match (row.outcome.as_str(), decided, why) {
            (WAITING, None, Ok(None)) => Some(Outcome::Waiting),
            (GRANTED, Some((by, at)), Ok(words)) => Some(Outcome::Granted { by, at, words }),
            (REFUSED, Some((by, at)), Ok(Some(why))) => Some(Outcome::Refused { by, at, why }),
            _ => None,
        };
        Ok(Self {
            state: reading.known("state", row.state.parse().ok())?,
            cycle: year(&reading, "cycle", row.cycle)?,
            until: reading.known("until", row.until.parse().ok())?,
            reason: reading.known("reason", row.reason.parse().ok())?,
            asked_by: person(row.asked_by),
            asked: Timestamp::from_micros(row.asked),
            outcome: reading.known("outcome", outcome)?,
        })
    }
}

/// The latest request of this State.
pub(super) async fn latest(db: &impl ConnectionTrait, cycle: CycleYear, state: StateCode) -> Stored<Option<Extension>> {
    let row = latest_row(db, cycle, state).await?;
    row.map(Extension::try_from).transpose()
}

async fn latest_row(db: &impl ConnectionTrait, cycle: CycleYear, state: StateCode) -> Stored<Option<extension::Model>> {
    use extension::Column;
    let requests = extension::Entity::find()
        .filter(Column::Cycle.eq(i32::from(cycle)))
        .filter(Column::State.eq(state.as_str()));
    let latest_first = requests.order_by_desc(Column::Number);
    latest_first.one(db).await.map_err(unavailable)
}

/// The latest request of each State, by State.
pub(super) async fn in_cycle(db: &impl ConnectionTrait, cycle: CycleYear) -> Stored<Vec<Extension>> {
    use extension::Column;
    let requests = extension::Entity::find().filter(Column::Cycle.eq(i32::from(cycle)));
    let rows = requests
        .order_by_asc(Column::Number)
        .all(db)
        .await
        .map_err(unavailable)?;
    // Later ones take the place of earlier ones.
    let latest: BTreeMap<String, extension::Model> = rows.into_iter().map(|row| (row.state.clone(), row)).collect();
    latest.into_values().map(Extension::try_from).collect()
}

/// Store a request, or what came of the latest one.
pub(super) async fn put(txn: &DatabaseTransaction, extension: &Extension, at: Timestamp) -> Stored<()> {
    let (by, event) = match &extension.outcome {
        Outcome::Waiting => (extension.asked_by, Event::ExtensionAsked),
        Outcome::Granted { by, .. } => (*by, Event::ExtensionGranted),
        Outcome::Refused { by, .. } => (*by, Event::ExtensionRefused),
    };
    let before = latest_row(txn, extension.cycle, extension.state).await?;
    if extension.outcome == Outcome::Waiting {
        ask(txn, extension, before.map_or(0, |before| before.number)).await?;
    } else {
        decide(txn, extension, before.ok_or(StoreError::Stale)?, by).await?;
    }
    let line = AuditLine {
        at,
        by: Some(by),
        event,
        on: Some(format!("{}/{}", extension.cycle, extension.state)),
    };
    audit::append(txn, &line).await
}

async fn ask(txn: &DatabaseTransaction, extension: &Extension, last: i32) -> Stored<()> {
    use extension::{ActiveModel, Column, Entity};
    let state = extension.state;
    preparing::still(txn, extension.asked_by, |actor| {
        actor.side.is(StateRole::Approver) && actor.side.state() == Some(&state)
    })
    .await?;
    let row = ActiveModel {
        cycle: Set(extension.cycle.into()),
        state: Set(state.to_string()),
        number: Set(last + 1),
        until: Set(extension.until.to_string()),
        reason: Set(storable(extension.reason.as_str())),
        asked_by: Set(extension.asked_by.as_uuid()),
        asked: Set(extension.asked.micros()),
        outcome: Set(WAITING.to_owned()),
        decided_by: Set(None),
        decided: Set(None),
        why: Set(None),
    };
    // Of two who ask at once, the second has not seen the first.
    let once = OnConflict::columns([Column::Cycle, Column::State, Column::Number])
        .do_nothing()
        .to_owned();
    let asking = Entity::insert(row).on_conflict(once);
    preparing::exactly_one(asking.exec_without_returning(txn).await.map_err(unavailable)?)
}

/// Only the very request that was seen, and only once.
async fn decide(
    txn: &DatabaseTransaction,
    extension: &Extension,
    before: extension::Model,
    by: PersonId,
) -> Stored<()> {
    use extension::{ActiveModel, Column, Entity};
    preparing::serves(txn, by, SecretariatRole::Reviewer).await?;
    let (outcome, at) = match &extension.outcome {
        Outcome::Waiting => return Err(StoreError::Stale),
        Outcome::Granted { at, .. } => (GRANTED, at),
        Outcome::Refused { at, .. } => (REFUSED, at),
    };
    let row = ActiveModel {
        outcome: Set(outcome.to_owned()),
        decided_by: Set(Some(by.as_uuid())),
        decided: Set(Some(at.micros())),
        why: Set(extension.words().map(|words| storable(words.as_str()))),
        ..ActiveModel::default()
    };
    let deciding = Entity::update_many()
        .set(row)
        .filter(Column::Cycle.eq(before.cycle))
        .filter(Column::State.eq(before.state))
        .filter(Column::Number.eq(before.number))
        .filter(Column::Asked.eq(extension.asked.micros()))
        .filter(Column::Outcome.eq(WAITING));
    preparing::exactly_one(deciding.exec(txn).await.map_err(unavailable)?.rows_affected)
}
