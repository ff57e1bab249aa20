//! Reminders: written down in the transaction in which their letters are, so that of several servers one sends each.

use super::{Sql, entities::reminder, outbox, unavailable};
use app::portal::ports::Stored;
use domain::{
    cycle::{CycleYear, Reminder},
    ids::Timestamp,
    state::StateCode,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use std::collections::{BTreeMap, BTreeSet};

impl Sql {
    /// Which reminders of a cycle were sent, by State: in days from the day on which its report is due.
    pub(crate) async fn reminded(&self, cycle: CycleYear) -> Stored<BTreeMap<StateCode, BTreeSet<i32>>> {
        let sent = reminder::Entity::find().filter(reminder::Column::Cycle.eq(i32::from(cycle)));
        let mut by_state: BTreeMap<StateCode, BTreeSet<i32>> = BTreeMap::new();
        for row in sent.all(self.db.read()).await.map_err(unavailable)? {
            if let Ok(state) = row.state.parse() {
                by_state.entry(state).or_default().insert(row.days);
            }
        }
        Ok(by_state)
    }

    /// Send a reminder; `false` where another server has sent it.
    pub(crate) async fn remind(&self, reminder: &Reminder, at: Timestamp) -> Stored<bool> {
        use reminder::Column;
        let txn = self.db.begin().await?;
        let row = reminder::ActiveModel {
            cycle: Set(reminder.cycle.into()),
            state: Set(reminder.state.to_string()),
            days: Set(reminder.days),
            sent_at: Set(at.micros()),
        };
        let once = OnConflict::columns([Column::Cycle, Column::State, Column::Days])
            .do_nothing()
            .to_owned();
        let sending = reminder::Entity::insert(row).on_conflict(once);
        if sending.exec_without_returning(&txn).await.map_err(unavailable)? == 0 {
            return Ok(false);
        }
        outbox::post(&txn, &[reminder.letter()], None, None, at).await?;
        txn.commit().await.map_err(unavailable)?;
        Ok(true)
    }
}
