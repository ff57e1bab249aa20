//! Reminders: before the day the secretariat writes, after it its head does, as long as nothing was reported.
//!
//! What worked elsewhere was two letters with two senders (the States Parties' experience with the BWC's confidence
//! measures, 2006). A reminder says that something is due and nothing else; what was due and to whom is between the
//! State and the secretariat.

use crate::{
    calendar::{Calendar, Due},
    cycle::{Cycle, CycleYear, Plan},
    ids::Timestamp,
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most reminders on either side of the day.
pub const REMINDERS_MAX: usize = 6;

/// When States are reminded, in days from the day on which their report is due.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reminders {
    /// So many days before.
    pub before: BTreeSet<u16>,
    /// So many days after.
    pub after: BTreeSet<u16>,
}

impl Reminders {
    /// Whether they are few, and lie within the cycle.
    pub(super) fn fit(&self, plan: &Plan) -> bool {
        let is_open = |days: i64| (plan.opens..=plan.closes).contains(&plan.due.plus(days));
        self.before.len() <= REMINDERS_MAX
            && self.after.len() <= REMINDERS_MAX
            && !self.after.contains(&0)
            && self.before.iter().all(|days| is_open(-i64::from(*days)))
            && self.after.iter().all(|days| is_open(i64::from(*days)))
    }
}

/// Who signs a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sender {
    /// The secretariat.
    Secretariat,
    /// Its head.
    Head,
}

impl Sender {
    /// The end of the message ids of its letters, and of the configuration that names it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::Head => "head",
        }
    }
}

/// One reminder to one State. State, cycle and days tell it from every other, so that none is sent twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// To whom.
    pub state: StateCode,
    /// Of which cycle.
    pub cycle: CycleYear,
    /// Days from the day on which the report is due, negative before it.
    pub days: i32,
    /// When: in the morning, there.
    pub at: Timestamp,
    /// Who signs it.
    pub sender: Sender,
}

impl Cycle {
    /// Every reminder to this State, the first first. They follow its own due date, so an extension moves them; what
    /// would come after the cycle closes is left out.
    pub fn reminders(&self, state: &StateCode, calendar: &Calendar, due: &Due) -> Vec<Reminder> {
        let reminders = &self.plan().reminders;
        let before = reminders
            .before
            .iter()
            .rev()
            .map(|days| (-i32::from(*days), Sender::Secretariat));
        let after = reminders.after.iter().map(|days| (i32::from(*days), Sender::Head));
        let reminder = |(days, sender): (i32, Sender)| Reminder {
            state: *state,
            cycle: self.year(),
            days,
            at: calendar.morning_of(due.falls.plus(days.into())),
            sender,
        };
        let closes = self.closes(calendar);
        before
            .chain(after)
            .map(reminder)
            .filter(|reminder| reminder.at < closes)
            .collect()
    }

    /// The reminder to send now, if any: the latest whose time has come, where nothing was reported and it was not
    /// sent. Of several that were missed, one is enough.
    pub fn reminder_now(
        &self,
        reminders: &[Reminder],
        sent: &BTreeSet<i32>,
        has_reported: bool,
        now: Timestamp,
    ) -> Option<Reminder> {
        let latest = reminders.iter().rfind(|reminder| reminder.at <= now)?;
        (!has_reported && !sent.contains(&latest.days)).then_some(*latest)
    }
}
