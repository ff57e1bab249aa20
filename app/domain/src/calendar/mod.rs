//! A State's time: its zone, its days off, and the moment at which something is due there.
//!
//! A cycle sets a day. The day ends at midnight where the State is, and where it is no working day the State has until
//! noon of the next one, as DORA counts (RTS (EU) 2025/301, Article 5). Both days are kept ([`Due`]), so that a page can
//! say that the one became the other.
//!
//! The zones of the IANA database come with jiff, as data inside the program: what is due when does not depend on the
//! machine. jiff is used without its `std` feature, so that it has neither a clock nor the system's zone to offer. It
//! weighs some hundred kilobytes; none of that reaches the browser, for which this crate is not compiled.

mod day;
#[cfg(test)]
mod tests;
mod zone;

pub use day::{Day, NotADay, Weekday};
pub use zone::{NotAZone, Zone};

use crate::ids::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most days a State can list as days off: more than a year has.
pub const DAYS_OFF_MAX: usize = 400;

/// When a State works: its zone and the days on which it does not, as its own people keep them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Listed", into = "Listed")]
pub struct Calendar(Listed);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    zone: Zone,
    weekdays_off: BTreeSet<Weekday>,
    days_off: BTreeSet<Day>,
}

/// Why days off make no calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACalendar {
    /// No day of the week is left to work on.
    #[error("no working day in the week")]
    NoWorkingDay,
    /// More days off than a year has.
    #[error("more than {DAYS_OFF_MAX} days off")]
    TooManyDaysOff,
}

impl TryFrom<Listed> for Calendar {
    type Error = NotACalendar;

    fn try_from(listed: Listed) -> Result<Self, NotACalendar> {
        if listed.weekdays_off.len() >= Weekday::ALL.len() {
            Err(NotACalendar::NoWorkingDay)
        } else if listed.days_off.len() > DAYS_OFF_MAX {
            Err(NotACalendar::TooManyDaysOff)
        } else {
            Ok(Self(listed))
        }
    }
}

impl From<Calendar> for Listed {
    fn from(calendar: Calendar) -> Self {
        calendar.0
    }
}

impl Default for Calendar {
    /// Until a State says otherwise: universal time, and no work on Saturdays and Sundays.
    fn default() -> Self {
        Self(Listed {
            zone: Zone::UTC,
            weekdays_off: BTreeSet::from([Weekday::Saturday, Weekday::Sunday]),
            days_off: BTreeSet::new(),
        })
    }
}

/// When something is due in a State.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day that was set.
    pub set: Day,
    /// The day on which it falls there: the same, or the next working day.
    pub falls: Day,
    /// The moment: the end of the day, or noon of the next working day.
    pub at: Timestamp,
}

impl Due {
    /// Whether the day that was set is no working day there, which a page says.
    pub fn is_moved(&self) -> bool {
        self.set != self.falls
    }
}

impl Calendar {
    /// The calendar of a State in this zone with these days off.
    ///
    /// # Errors
    /// Where no day of the week is left, or more days are listed than a year has.
    pub fn new(zone: Zone, weekdays_off: BTreeSet<Weekday>, days_off: BTreeSet<Day>) -> Result<Self, NotACalendar> {
        Listed {
            zone,
            weekdays_off,
            days_off,
        }
        .try_into()
    }

    /// Its zone.
    pub const fn zone(&self) -> &Zone {
        &self.0.zone
    }

    /// The days of the week on which the State does not work.
    pub const fn weekdays_off(&self) -> &BTreeSet<Weekday> {
        &self.0.weekdays_off
    }

    /// Other days on which it does not.
    pub const fn days_off(&self) -> &BTreeSet<Day> {
        &self.0.days_off
    }

    /// Whether the State works on this day.
    pub fn is_working(&self, day: Day) -> bool {
        !self.0.weekdays_off.contains(&day.weekday()) && !self.0.days_off.contains(&day)
    }

    /// When this day begins there.
    pub fn beginning_of(&self, day: Day) -> Timestamp {
        self.0.zone.at(day, 0)
    }

    /// When people there come to their desks on this day: nine o'clock.
    pub fn morning_of(&self, day: Day) -> Timestamp {
        self.0.zone.at(day, 9)
    }

    /// When something is due there that is due on this day.
    pub fn due(&self, set: Day) -> Due {
        if self.is_working(set) {
            let at = self.beginning_of(set.plus(1));
            return Due { set, falls: set, at };
        }
        // A week has a working day and the list of days off ends: the search is short.
        let ahead = (1..=7 * 500).map(|days| set.plus(days));
        let falls = ahead.into_iter().find(|day| self.is_working(*day)).unwrap_or(set);
        let at = self.0.zone.at(falls, 12);
        Due { set, falls, at }
    }
}
