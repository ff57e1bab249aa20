//! Moments as both formats write them: RFC 3339, to the second at least. How precisely something is known is another member,
//! where there is one; a midnight without it is a day.

use domain::{
    answer::{Fidelity, Moment},
    ids::Timestamp,
};
use time::{OffsetDateTime, Time, UtcOffset, format_description::well_known::Rfc3339};

/// The instant of a timestamp.
pub(super) fn instant(written: &str) -> Option<Timestamp> {
    in_utc(written).map(Timestamp::from)
}

/// The moment of a timestamp, as precise as `fidelity` says.
pub(super) fn moment(written: &str, fidelity: &str) -> Option<Moment> {
    let at = in_utc(written)?;
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

/// Years before 1970 and after 9999 are somebody's slip, and the last may be the next in UTC.
fn in_utc(written: &str) -> Option<OffsetDateTime> {
    let at = OffsetDateTime::parse(written, &Rfc3339).ok()?;
    let at = at.checked_to_offset(UtcOffset::UTC)?;
    (1970..=9999).contains(&at.year()).then_some(at)
}
