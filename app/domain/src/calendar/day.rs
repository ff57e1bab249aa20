//! Days, without a time and in no zone.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use time::{Date, Month};

/// A day of the calendar, in no zone. Written `2026-03-17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

/// A text that names no day of the years 1900 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day like 2026-03-17")]
pub struct NotADay;

impl Day {
    /// This day.
    ///
    /// # Errors
    /// Outside the years 1900 to 2999.
    pub const fn new(date: Date) -> Result<Self, NotADay> {
        if date.year() >= 1900 && date.year() < 3000 {
            Ok(Self(date))
        } else {
            Err(NotADay)
        }
    }

    /// As a date.
    pub const fn date(self) -> Date {
        self.0
    }

    /// So many days later, or earlier when negative; it stops at the ends of the calendar.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let moved = self.0.checked_add(time::Duration::days(days.clamp(-400_000, 400_000)));
        moved.and_then(|date| Self::new(date).ok()).unwrap_or(self)
    }

    /// Its day of the week.
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[usize::from(self.0.weekday().number_days_from_monday())]
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<u16>().map_err(|_| NotADay));
        let mut next = || parts.next().unwrap_or(Err(NotADay));
        let (year, month, day) = (next()?, next()?, next()?);
        let part = |part: u16| u8::try_from(part).map_err(|_| NotADay);
        let month = Month::try_from(part(month)?).map_err(|_| NotADay)?;
        let date = Date::from_calendar_date(year.into(), month, part(day)?).map_err(|_| NotADay)?;
        Self::new(date).and_then(|day| if day.to_string() == text { Ok(day) } else { Err(NotADay) })
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// The week, as ISO 8601 begins it.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The code used in forms, storage and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }

    /// The day with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|day| day.code() == code)
    }
}
