//! A State's calendar, as typed.

use super::{Mistake, day, unmark};
use domain::calendar::{Calendar, Day, NotACalendar, Weekday, Zone};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most characters of days off: what a session keeps of a form that is refused.
pub const TEXT_MAX: usize = 6_000;

/// When a State works, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CalendarForm {
    /// Its zone.
    pub zone: String,
    /// The codes of the days of the week on which it does not work.
    pub weekdays: Vec<String>,
    /// Other days on which it does not, one a line.
    pub days_off: String,
}

impl CalendarForm {
    /// The calendar, or everything that stands in its way.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn calendar(&self) -> Result<Calendar, Vec<Mistake>> {
        let zone: Result<Zone, _> = self.zone.trim().parse().map_err(|_| Mistake::Zone);
        let ticked = self.weekdays.iter().filter(|code| !code.is_empty());
        let weekdays = ticked
            .map(|code| Weekday::from_code(code))
            .collect::<Option<BTreeSet<_>>>();
        let weekdays = weekdays
            .filter(|off| off.len() < Weekday::ALL.len())
            .ok_or(Mistake::Weekdays);
        match (zone, weekdays, self.days_off()) {
            (Ok(zone), Ok(weekdays), Ok(days)) => {
                Calendar::new(zone, weekdays, days).map_err(|wrong| vec![wrong.into()])
            }
            (zone, weekdays, days) => {
                let of_days = days.err().into_iter().flatten();
                Err(zone.err().into_iter().chain(weekdays.err()).chain(of_days).collect())
            }
        }
    }

    fn days_off(&self) -> Result<BTreeSet<Day>, Vec<Mistake>> {
        if self.days_off.chars().count() > TEXT_MAX {
            return Err(vec![Mistake::DaysOffLong]);
        }
        let (mut days, mut wrong) = (BTreeSet::new(), Vec::new());
        for (number, text) in (1..)
            .zip(self.days_off.lines())
            .filter(|(_, text)| !text.trim().is_empty())
        {
            match day(text) {
                Some(day) => drop(days.insert(day)),
                None => wrong.push(Mistake::DayOff(number)),
            }
        }
        if wrong.is_empty() { Ok(days) } else { Err(wrong) }
    }

    /// The form without words that carry a classification marking, and cut to what can be kept of it.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        unmark(&mut self.zone);
        unmark(&mut self.days_off);
        self.days_off = self.days_off.chars().take(TEXT_MAX).collect();
        self
    }
}

impl From<NotACalendar> for Mistake {
    fn from(wrong: NotACalendar) -> Self {
        match wrong {
            NotACalendar::NoWorkingDay => Self::Weekdays,
            NotACalendar::TooManyDaysOff => Self::DaysOffMany,
        }
    }
}

impl From<&Calendar> for CalendarForm {
    fn from(calendar: &Calendar) -> Self {
        let lines: Vec<_> = calendar.days_off().iter().map(ToString::to_string).collect();
        Self {
            zone: calendar.zone().as_str().to_owned(),
            weekdays: calendar
                .weekdays_off()
                .iter()
                .map(|day| day.code().to_owned())
                .collect(),
            days_off: lines.join("\n"),
        }
    }
}
