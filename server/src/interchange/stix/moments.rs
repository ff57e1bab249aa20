//! Moments of STIX: RFC 3339 in UTC, to the second at least. How precisely something is known is another member, where
//! there is one; a midnight without it is a day.

use domain::{
    answer::{Fidelity, Moment},
    ids::Timestamp,
};
use time::{OffsetDateTime, Time, UtcOffset, format_description::well_known::Rfc3339};

/// The instant of a timestamp.
pub(super) fn instant(written: &str) -> Option<Timestamp> {
    let at = OffsetDateTime::parse(written, &Rfc3339).ok()?;
    (1970..=9999).contains(&at.year()).then(|| at.into())
}

/// The moment of a timestamp, as precise as `fidelity` says.
pub(super) fn moment(written: &str, fidelity: &str) -> Option<Moment> {
    instant(written)?;
    let at = OffsetDateTime::parse(written, &Rfc3339)
        .ok()?
        .checked_to_offset(UtcOffset::UTC)?;
    let fidelity = match fidelity {
        "year" => Fidelity::Year,
        "month" => Fidelity::Month,
        "day" => Fidelity::Day,
        "hour" => Fidelity::Hour,
        "minute" => Fidelity::Minute,
        "" if at.time() == Time::MIDNIGHT => Fidelity::Day,
        _ => Fidelity::Second,
    };
    Some(Moment {
        from: at.into(),
        fidelity,
    })
}
