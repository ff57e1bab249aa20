//! Moments as formats write them.

use domain::{answer::Fidelity, ids::Timestamp};
use time::{format_description::BorrowedFormatItem, macros::format_description};

/// To the second: `2026-03-27T14:02:11Z` (RFC 3339).
pub fn second(at: Timestamp) -> String {
    written(
        at,
        format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z"),
    )
}

/// To the thousandth of a second: `2026-03-27T14:02:11.000Z` (STIX 2.1, 3.2: `created` and `modified`).
pub fn millisecond(at: Timestamp) -> String {
    written(
        at,
        format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z"),
    )
}

/// The day: `2026-03-27`.
pub fn day(at: Timestamp) -> String {
    written(at, format_description!("[year]-[month]-[day]"))
}

/// How precisely a moment is known, in one word (STIX 2.1 incident core, timestamp fidelity).
pub const fn precision(fidelity: Fidelity) -> &'static str {
    match fidelity {
        Fidelity::Year => "year",
        Fidelity::Month => "month",
        Fidelity::Day => "day",
        Fidelity::Hour => "hour",
        Fidelity::Minute => "minute",
        Fidelity::Second => "second",
    }
}

fn written(at: Timestamp, format: &[BorrowedFormatItem<'_>]) -> String {
    // Years have four digits here, and a date has every part there is.
    at.utc().format(format).unwrap_or_default()
}
