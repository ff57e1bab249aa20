//! Typed ids, human references, and the moments they are stamped with.
//!
//! Two kinds of names. *Ids* are UUIDs issued by the store and seen by nobody; each kind has its own type, so that a
//! person's id cannot be passed where a filing's is meant. *References* are what people read out on the telephone:
//! `INC-XV-2026-0007` between a State and the secretariat, `PUB-2026-0412` in public. They are not derived from one
//! another, since the number of a filing would tell the public how many others there are.

use crate::state::StateCode;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// Makes an id type: a UUID that cannot be mistaken for another kind's.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id with this UUID. Ids are issued by the store; tests may choose them.
            pub const fn new(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID to store.
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAReference;
            fn from_str(text: &str) -> Result<Self, NotAReference> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAReference)
            }
        }
    )*};
}

ids! {
    /// A person with an account.
    PersonId;
    /// A filing, whatever its revision.
    FilingId;
    /// One drawing of a form. The same key posted twice is one act: a doubled click, or a retry after a crash.
    FormKey;
    /// An internal note of the secretariat.
    NoteId;
    /// A comment inside a State.
    CommentId;
}

/// A text that is not a reference or id of the expected shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reference")]
pub struct NotAReference;

/// How often a filing has been written: what a form was drawn from, so that a later change is noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Version(i64);

impl Version {
    /// The version with this number, as read from the store or a form.
    pub const fn new(number: i64) -> Self {
        Self(number)
    }

    /// The number to store or to put into a form.
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The version after one more write.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// An instant, in microseconds since 1970-01-01T00:00:00Z: an integer sorts the same in every database.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The instant this many microseconds after the beginning of 1970, UTC.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the beginning of 1970, UTC.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The instant `seconds` later, or earlier when negative; it stops at the end of the range.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Whole seconds from `earlier` to this instant, negative when `earlier` is later.
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0) / 1_000_000
    }

    /// As a calendar date and time in UTC. What lies outside the calendar's years becomes 1970.
    pub fn utc(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    /// The calendar day in UTC.
    pub fn date(self) -> Date {
        self.utc().date()
    }
}

impl From<OffsetDateTime> for Timestamp {
    fn from(at: OffsetDateTime) -> Self {
        Self(i64::try_from(at.unix_timestamp_nanos() / 1_000).unwrap_or(i64::MAX))
    }
}

/// What a filing is about, as its reference begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilingKind {
    /// An incident notification: `INC`.
    Incident,
    /// A progress report: `REP`.
    Report,
}

impl FilingKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Incident, Self::Report];

    /// How references of this kind begin, which is also its code in storage.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Incident => "INC",
            Self::Report => "REP",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How a State and the secretariat name a filing: `INC-XV-2026-0007`, `REP-XV-2026-0008`. Never public.
///
/// A State's filings of a year are numbered together, whatever they are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FilingReference {
    /// What it is about.
    pub kind: FilingKind,
    /// Whose filing it is.
    pub state: StateCode,
    /// The year its draft was opened, in UTC.
    pub year: i32,
    /// Its number among that State's of that year, from 1.
    pub number: u32,
}

impl fmt::Display for FilingReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.code();
        write!(f, "{kind}-{}-{:04}-{:04}", self.state, self.year, self.number)
    }
}

impl FromStr for FilingReference {
    type Err = NotAReference;
    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let (kind, rest) = text.split_once('-').ok_or(NotAReference)?;
        let kind = FilingKind::from_code(kind).ok_or(NotAReference)?;
        let (state, rest) = rest.split_once('-').ok_or(NotAReference)?;
        let (year, number) = year_and_number(rest)?;
        let reference = Self {
            kind,
            state: state.parse().map_err(|_| NotAReference)?,
            year,
            number,
        };
        // One spelling only, so that one filing has one address.
        if reference.to_string() == text {
            Ok(reference)
        } else {
            Err(NotAReference)
        }
    }
}

/// How everyone names a publication: `PUB-2026-0412`. One sequence for all States.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicationReference {
    /// The year it was published, in UTC.
    pub year: i32,
    /// Its number in that year, from 1.
    pub number: u32,
}

impl fmt::Display for PublicationReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PUB-{:04}-{:04}", self.year, self.number)
    }
}

impl FromStr for PublicationReference {
    type Err = NotAReference;
    fn from_str(text: &str) -> Result<Self, NotAReference> {
        let (year, number) = year_and_number(text.strip_prefix("PUB-").ok_or(NotAReference)?)?;
        let reference = Self { year, number };
        if reference.to_string() == text {
            Ok(reference)
        } else {
            Err(NotAReference)
        }
    }
}

fn year_and_number(text: &str) -> Result<(i32, u32), NotAReference> {
    let (year, number) = text.split_once('-').ok_or(NotAReference)?;
    Ok((
        year.parse().map_err(|_| NotAReference)?,
        number.parse().map_err(|_| NotAReference)?,
    ))
}

/// Makes a reference travel as its text, in forms, addresses and JSON.
macro_rules! as_text {
    ($($name:ident),*) => {$(
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

as_text!(FilingReference, PublicationReference);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_reads_back_and_has_one_spelling() {
        let reference: FilingReference = "INC-XV-2026-0007".parse().expect("well formed");
        assert_eq!((reference.year, reference.number), (2026, 7));
        assert_eq!(reference.to_string(), "INC-XV-2026-0007");
        let report: FilingReference = "REP-XV-2026-0008".parse().expect("well formed");
        assert_eq!((report.kind, report.number), (FilingKind::Report, 8));
        for wrong in [
            "INC-XV-2026-7",
            "INC-xv-2026-0007",
            "PUB-2026-0007",
            "INC-XV-2026-+007",
            "",
            "INC-XVV-2026-0001",
        ] {
            assert_eq!(wrong.parse::<FilingReference>(), Err(NotAReference), "{wrong}");
        }
        assert_eq!(
            "PUB-2026-10412"
                .parse::<PublicationReference>()
                .expect("long numbers")
                .number,
            10_412
        );
    }
}
