//! A cycle: the year in which every participating State may file one progress report.
//!
//! It opens on a day, its reports are due on another, and it closes on a third; between the last two a report is still
//! taken. Each day is a day *where the State is* ([`calendar`](crate::calendar)). A reviewer plans a cycle, a publisher
//! who is another person opens it, together with the questionnaire it uses where that is new.
//!
//! **Lateness is never public.** Who is late follows from days, and is asked through [`Cycle::lateness`], which answers
//! a State about itself and the secretariat about everyone. Neither it nor an [`Extension`] can be written into
//! anything that leaves: they have no serialisation.

mod extension;
mod plan;
mod reminder;
#[cfg(test)]
mod tests;
mod year;

pub use extension::{Extension, NotExtended, Outcome};
pub use plan::{Conference, NotOpened, Plan, PlanFlaw, Proposal};
pub use reminder::{Reminder, Reminders, Sender};
pub use year::{CycleYear, NotAYear};

use crate::{
    calendar::{Calendar, Day, Due},
    ids::{PersonId, Timestamp},
    people::{Actor, Scope},
    state::StateCode,
};
use serde::{Deserialize, Serialize};

/// A cycle that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cycle {
    plan: Plan,
    /// Who planned it.
    pub proposed_by: PersonId,
    /// Who opened it: another person.
    pub opened_by: PersonId,
    /// When.
    pub opened: Timestamp,
}

/// What a State can do in a cycle at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Wait.
    NotYet,
    /// File.
    Open,
    /// Nothing more.
    Closed,
}

/// How a State stands to the day on which its report was due. Not for the public, and written down nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lateness {
    /// Reported in time, or there still is time.
    InTime,
    /// Reported late, or not yet though it was due.
    Late,
}

impl Cycle {
    pub(crate) const fn of(plan: Plan, proposed_by: PersonId, opened_by: PersonId, opened: Timestamp) -> Self {
        Self {
            plan,
            proposed_by,
            opened_by,
            opened,
        }
    }

    /// Its days, States and terms, as they were opened.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Its year.
    pub const fn year(&self) -> CycleYear {
        self.plan.year
    }

    /// Whether this State takes part.
    pub fn is_for(&self, state: &StateCode) -> bool {
        self.plan.participating.contains(state)
    }

    /// When a report is due in a State with this calendar, and this extension if it was granted one.
    pub fn due(&self, calendar: &Calendar, extension: Option<&Extension>) -> Due {
        let granted = extension.and_then(Extension::granted_until);
        calendar.due(granted.unwrap_or(self.plan.due).max(self.plan.due))
    }

    /// When the cycle closes in a State with this calendar: at the end of the day, or at noon of the next working day.
    pub fn closes(&self, calendar: &Calendar) -> Timestamp {
        calendar.due(self.plan.closes).at
    }

    /// What a State with this calendar can do now.
    pub fn phase(&self, calendar: &Calendar, now: Timestamp) -> Phase {
        if now < calendar.beginning_of(self.plan.opens) {
            Phase::NotYet
        } else if now < self.closes(calendar) {
            Phase::Open
        } else {
            Phase::Closed
        }
    }

    /// Whether it has closed for all these States, so that its figures can be fixed.
    pub fn is_over<'a>(&self, calendars: impl IntoIterator<Item = &'a Calendar>, now: Timestamp) -> bool {
        calendars
            .into_iter()
            .all(|calendar| self.phase(calendar, now) == Phase::Closed)
            && Day::new(now.date()).is_ok_and(|today| today > self.plan.closes)
    }

    /// How a State stands to its due date; nothing for anyone but its own people and the secretariat. `reported` is
    /// when its national authority first let the report out.
    pub fn lateness(
        state: &StateCode,
        due: &Due,
        reported: Option<Timestamp>,
        reader: &Actor,
        now: Timestamp,
    ) -> Option<Lateness> {
        match reader.scope() {
            Scope::Own(own) if own == *state => {}
            Scope::Approved => {}
            Scope::Own(_) | Scope::Nothing => return None,
        }
        let is_in_time = reported.unwrap_or(now) < due.at;
        Some(if is_in_time { Lateness::InTime } else { Lateness::Late })
    }
}
