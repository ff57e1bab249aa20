//! Zones of the IANA database, and when their clocks show what.

use crate::{calendar::Day, ids::Timestamp};
use jiff::{
    civil,
    tz::{TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Serialize};
use std::str::FromStr;
use time::OffsetDateTime;

/// A zone of the IANA database, under its own spelling: `Europe/Tirane`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(TimeZone);

/// A text that names no zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a zone of the IANA database")]
pub struct NotAZone;

impl Zone {
    /// Universal time, for a State that named no zone.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// The names of all zones, for a form.
    pub fn names() -> Vec<String> {
        let database = TimeZoneDatabase::bundled();
        database.available().map(|name| name.as_str().to_owned()).collect()
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The instant at which clocks there show this. An hour that the clocks leave out is the one after it; of an hour
    /// that they show twice it is the first.
    pub fn at(&self, day: Day, hour: i8) -> Timestamp {
        let (year, month, date) = day.date().to_calendar_date();
        let parts = (i16::try_from(year), i8::try_from(u8::from(month)), i8::try_from(date));
        let (Ok(year), Ok(month), Ok(date)) = parts else {
            return OffsetDateTime::UNIX_EPOCH.into();
        };
        let shown = civil::DateTime::new(year, month, date, hour, 0, 0, 0);
        let instant = shown.and_then(|shown| self.0.to_timestamp(shown));
        // A day between 1900 and 2999 always has an instant.
        instant.map_or_else(
            |_| Timestamp::default(),
            |instant| Timestamp::from_micros(instant.as_microsecond()),
        )
    }
}

impl FromStr for Zone {
    type Err = NotAZone;

    /// One spelling only: the database itself would find `europe/tirane`.
    fn from_str(text: &str) -> Result<Self, NotAZone> {
        if text == "UTC" {
            return Ok(Self::UTC);
        }
        let zone = TimeZoneDatabase::bundled().get(text).map_err(|_| NotAZone)?;
        if zone.iana_name() == Some(text) {
            Ok(Self(zone))
        } else {
            Err(NotAZone)
        }
    }
}

impl TryFrom<String> for Zone {
    type Error = NotAZone;

    fn try_from(text: String) -> Result<Self, NotAZone> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.as_str().to_owned()
    }
}
