//! The catalogue of commitments, what each State belongs to and opted into, and when it works.
//!
//! A new installation starts with what is shipped. From then on it is the secretariat's and the States' own, and no
//! release changes it. What a report was asked about is kept with the report: a change here changes no report.

use super::{
    Sql, audit,
    entities::{calendar, circle, commitment, membership, opted_into, state},
    rows::{Row, storable, to_json},
    shipping, unavailable,
};
use app::portal::ports::{AuditLine, Editions, Event, Programme, StoreError, Stored};
use async_trait::async_trait;
use domain::{
    calendar::Calendar,
    commitment::{Circle, Commitment, Commitments, Memberships, Status},
    ids::{PersonId, Timestamp},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{LockType, OnConflict},
};
use std::collections::BTreeMap;

impl TryFrom<circle::Model> for Circle {
    type Error = StoreError;

    fn try_from(row: circle::Model) -> Stored<Self> {
        let id = Row::new("circle", &row.id).known("id", row.id.parse().ok())?;
        Ok(Self { id, name: row.name })
    }
}

impl TryFrom<commitment::Model> for Commitment {
    type Error = StoreError;

    fn try_from(row: commitment::Model) -> Stored<Self> {
        let reading = Row::new("commitment", &row.id);
        Ok(Self {
            id: reading.known("id", row.id.parse().ok())?,
            status: reading.known("status", Status::from_code(&row.status))?,
            circle: reading.known("circle", row.circle.parse().ok())?,
            title: row.title,
            symbol: row.symbol,
        })
    }
}

impl TryFrom<calendar::Model> for Calendar {
    type Error = StoreError;

    fn try_from(row: calendar::Model) -> Stored<Self> {
        let reading = Row::new("calendar", &row.state);
        let zone = reading.known("zone", row.zone.parse().ok())?;
        let weekdays_off = reading.json("weekdays_off", &row.weekdays_off)?;
        let days_off = reading.json("days_off", &row.days_off)?;
        reading.known("weekdays_off", Self::new(zone, weekdays_off, days_off).ok())
    }
}

/// All circles and all commitments.
pub(super) async fn commitments(db: &impl ConnectionTrait) -> Stored<Commitments> {
    let circles = circle::Entity::find().all(db).await.map_err(unavailable)?;
    let circles: Vec<_> = circles.into_iter().map(Circle::try_from).collect::<Stored<_>>()?;
    let items = commitment::Entity::find().all(db).await.map_err(unavailable)?;
    let items: Vec<_> = items.into_iter().map(Commitment::try_from).collect::<Stored<_>>()?;
    Commitments::new(circles, items).map_err(|unknown| Row::new("commitment", unknown.item).unreadable("circle"))
}

/// What this State belongs to and opted into.
pub(super) async fn memberships(db: &impl ConnectionTrait, state: StateCode) -> Stored<Memberships> {
    let circles = membership::Entity::find().filter(membership::Column::State.eq(state.as_str()));
    let items = opted_into::Entity::find().filter(opted_into::Column::State.eq(state.as_str()));
    let by_state = by_state(
        circles.all(db).await.map_err(unavailable)?,
        items.all(db).await.map_err(unavailable)?,
    )?;
    Ok(by_state.into_values().next().unwrap_or_default())
}

fn by_state(
    circles: Vec<membership::Model>,
    items: Vec<opted_into::Model>,
) -> Stored<BTreeMap<StateCode, Memberships>> {
    let mut by_state: BTreeMap<StateCode, Memberships> = BTreeMap::new();
    for row in circles {
        let reading = Row::new("membership", format_args!("{}/{}", row.state, row.circle));
        let state = reading.known("state", row.state.parse().ok())?;
        let circle = reading.known("circle", row.circle.parse().ok())?;
        by_state.entry(state).or_default().circles.insert(circle);
    }
    for row in items {
        let reading = Row::new("opted_into", format_args!("{}/{}", row.state, row.commitment));
        let state = reading.known("state", row.state.parse().ok())?;
        let item = reading.known("commitment", row.commitment.parse().ok())?;
        by_state.entry(state).or_default().opted_into.insert(item);
    }
    Ok(by_state)
}

/// This State's zone and days off.
pub(super) async fn calendar(db: &impl ConnectionTrait, state: StateCode) -> Stored<Calendar> {
    let row = calendar::Entity::find_by_id(state.as_str()).one(db).await;
    row.map_err(unavailable)?
        .map_or_else(|| Ok(Calendar::default()), Calendar::try_from)
}

/// Put these in the place of what the State belonged to and opted into. Who does it at the same time waits.
async fn rewrite(txn: &DatabaseTransaction, state: StateCode, memberships: &Memberships) -> Stored<()> {
    let held = state::Entity::find_by_id(state.as_str()).lock(LockType::NoKeyUpdate);
    let held = held.one(txn).await.map_err(unavailable)?;
    Row::new("state", state).known("code", held)?;
    let circles = membership::Entity::delete_many().filter(membership::Column::State.eq(state.as_str()));
    circles.exec(txn).await.map_err(unavailable)?;
    let items = opted_into::Entity::delete_many().filter(opted_into::Column::State.eq(state.as_str()));
    items.exec(txn).await.map_err(unavailable)?;
    shipping::join(txn, [(state, memberships)]).await
}

impl Sql {
    /// Write down who changed what, and commit as another edition of the public record.
    async fn changed(
        &self,
        txn: DatabaseTransaction,
        event: Event,
        on: String,
        (by, at): (PersonId, Timestamp),
    ) -> Stored<()> {
        let line = AuditLine {
            at,
            by: Some(by),
            event,
            on: Some(on),
        };
        audit::append(&txn, &line).await?;
        let _changing = self.db.changes().begin(&txn).await?;
        txn.commit().await.map_err(unavailable)
    }
}

#[async_trait]
impl Programme for Sql {
    async fn commitments(&self) -> Stored<Commitments> {
        let read = async || commitments(self.db.read()).await;
        self.commitments.get(self.public_edition(), read).await
    }

    async fn put_circle(&self, circle: &Circle, by: PersonId, at: Timestamp) -> Stored<()> {
        let txn = self.db.begin().await?;
        let rewrite = OnConflict::column(circle::Column::Id)
            .update_column(circle::Column::Name)
            .to_owned();
        let put = circle::Entity::insert(shipping::circle(circle)).on_conflict(rewrite);
        put.exec_without_returning(&txn).await.map_err(unavailable)?;
        self.changed(txn, Event::CircleChanged, circle.id.to_string(), (by, at))
            .await
    }

    async fn put_commitment(&self, commitment: &Commitment, by: PersonId, at: Timestamp) -> Stored<()> {
        use commitment::Column;
        let txn = self.db.begin().await?;
        let rewrite = OnConflict::column(Column::Id)
            .update_columns([Column::Title, Column::Symbol, Column::Status, Column::Circle])
            .to_owned();
        let put = commitment::Entity::insert(shipping::commitment(commitment)).on_conflict(rewrite);
        put.exec_without_returning(&txn).await.map_err(unavailable)?;
        self.changed(txn, Event::CommitmentChanged, commitment.id.to_string(), (by, at))
            .await
    }

    async fn memberships(&self, state: &StateCode) -> Stored<Memberships> {
        memberships(self.db.read(), *state).await
    }

    async fn all_memberships(&self) -> Stored<BTreeMap<StateCode, Memberships>> {
        let db = self.db.read();
        by_state(
            membership::Entity::find().all(db).await.map_err(unavailable)?,
            opted_into::Entity::find().all(db).await.map_err(unavailable)?,
        )
    }

    async fn put_memberships(
        &self,
        state: &StateCode,
        memberships: &Memberships,
        by: PersonId,
        at: Timestamp,
    ) -> Stored<()> {
        let txn = self.db.begin().await?;
        rewrite(&txn, *state, memberships).await?;
        self.changed(txn, Event::MembershipsChanged, state.to_string(), (by, at))
            .await
    }

    async fn calendar(&self, state: &StateCode) -> Stored<Calendar> {
        calendar(self.db.read(), *state).await
    }

    async fn calendars(&self) -> Stored<BTreeMap<StateCode, Calendar>> {
        let rows = calendar::Entity::find()
            .all(self.db.read())
            .await
            .map_err(unavailable)?;
        let named = |row: calendar::Model| {
            let state = Row::new("calendar", &row.state).known("state", row.state.parse().ok())?;
            Ok((state, Calendar::try_from(row)?))
        };
        rows.into_iter().map(named).collect()
    }

    async fn put_calendar(&self, state: &StateCode, calendar: &Calendar, by: PersonId, at: Timestamp) -> Stored<()> {
        use calendar::Column;
        let txn = self.db.begin().await?;
        let row = calendar::ActiveModel {
            state: Set(state.to_string()),
            zone: Set(storable(calendar.zone().as_str())),
            weekdays_off: Set(to_json(calendar.weekdays_off())?),
            days_off: Set(to_json(calendar.days_off())?),
        };
        let rewrite = OnConflict::column(Column::State)
            .update_columns([Column::Zone, Column::WeekdaysOff, Column::DaysOff])
            .to_owned();
        let put = calendar::Entity::insert(row).on_conflict(rewrite);
        put.exec_without_returning(&txn).await.map_err(unavailable)?;
        self.changed(txn, Event::CalendarChanged, state.to_string(), (by, at))
            .await
    }
}
