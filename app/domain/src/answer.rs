//! What a State can say to a question, and the values it can give.
//!
//! The heart of honest reporting is that *withheld*, *unknown*, *none*, *left blank* and *not asked* are five different
//! things, and none of them is a value. They stay apart from the form through storage to every export; an export where
//! they collapse into an empty cell would be a false statement by a State.

use crate::{ids::Timestamp, marking::Reason, state::StateCode};
use serde::{Deserialize, Serialize};
use time::{Date, Month, PrimitiveDateTime, Time};

/// What a State says to a question it was asked. *Not asked* is not here: it follows from the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer<T> {
    /// This.
    Given(T),
    /// There is none: no State, no measure, a count of zero.
    None,
    /// The State does not know.
    Unknown,
    /// The State does not say, for this reason.
    Withheld(Reason),
    /// The State left it blank, where it may.
    LeftBlank,
}

/// An answer and whether its value is kept from everyone but the secretariat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// What the State says to the secretariat.
    pub answer: Answer<Value>,
    /// Why other readers get the reason in place of the value. Only a given value can be held back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_back: Option<Reason>,
}

/// A value, by the kind of question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// One line that is no language's: a reference, a national label.
    Line(String),
    /// Free text in a language.
    Text(Text),
    /// One code of a closed list.
    Choice(String),
    /// Codes of a closed list, and what "other" stands for.
    Choices {
        /// The codes, in the list's order.
        codes: Vec<String>,
        /// What is meant by "other", when that is among them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// A moment, as precisely as it is known.
    Moment(Moment),
    /// How many, actual or estimated.
    Count(Count),
    /// Other States. The public reads only how many.
    States(Vec<StateCode>),
}

/// Free text and the language it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The words of the State, never changed.
    pub text: String,
    /// The language they are in: a BCP 47 tag of [`catalogue::LANGUAGES`](crate::catalogue::LANGUAGES).
    pub language: String,
}

impl Text {
    /// Whether a text may hold this character. Besides ends of lines and tabs, control characters cannot be shown: they
    /// come with what is pasted, and nobody who approves a text would see them.
    pub fn may_hold(c: char) -> bool {
        !c.is_control() || matches!(c, '\n' | '\t')
    }
}

/// A number of people, systems or organisations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// How many.
    pub number: u64,
    /// Whether it was counted or estimated (DORA ITS (EU) 2025/302, field 3.12).
    pub estimate: bool,
}

/// How precisely a moment is known (STIX 2.1 incident core, timestamp fidelity).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fidelity {
    /// To the year.
    Year,
    /// To the month.
    Month,
    /// To the day.
    Day,
    /// To the hour.
    Hour,
    /// To the minute.
    Minute,
    /// To the second.
    Second,
}

/// A moment in UTC: the beginning of the year, month, … second in which it lies.
///
/// Nobody is asked how precise they are: who leaves out the minute has said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Where the period begins.
    pub from: Timestamp,
    /// How long the period is.
    pub fidelity: Fidelity,
}

/// The parts of a moment as typed into boxes; a part that is not known is empty.
#[derive(Clone, Copy, Debug)]
pub struct MomentParts<'a> {
    /// Day of the month, 1 to 31.
    pub day: &'a str,
    /// Month of the year, 1 to 12.
    pub month: &'a str,
    /// Year, four digits.
    pub year: &'a str,
    /// `14`, `14:02` or `14:02:11`, in UTC.
    pub time: &'a str,
}

impl Moment {
    /// The moment these parts name, or `None` where they name none (the 31st of June; a day without a month).
    pub fn parse(parts: MomentParts<'_>) -> Option<Self> {
        Self::read(parts).ok()
    }

    fn read(parts: MomentParts<'_>) -> Result<Self, NoMoment> {
        let year = number(parts.year)?
            .filter(|year| (1970..=9999).contains(year))
            .ok_or(NoMoment)?;
        let (month, day, clock) = (number(parts.month)?, number(parts.day)?, clock(parts.time)?);
        let (fidelity, (hour, minute, second)) = match (month, day, clock) {
            (None, None, None) => (Fidelity::Year, (0, 0, 0)),
            (Some(_), None, None) => (Fidelity::Month, (0, 0, 0)),
            (Some(_), Some(_), None) => (Fidelity::Day, (0, 0, 0)),
            (Some(_), Some(_), Some((fidelity, clock))) => (fidelity, clock),
            _ => return Err(NoMoment),
        };
        let month = Month::try_from(u8::try_from(month.unwrap_or(1))?)?;
        let day = u8::try_from(day.unwrap_or(1))?;
        let date = Date::from_calendar_date(i32::try_from(year)?, month, day)?;
        let time = Time::from_hms(hour, minute, second)?;
        Ok(Self {
            from: PrimitiveDateTime::new(date, time).assume_utc().into(),
            fidelity,
        })
    }
}

/// What was typed names no moment.
struct NoMoment;

impl From<std::num::TryFromIntError> for NoMoment {
    fn from(_: std::num::TryFromIntError) -> Self {
        Self
    }
}

impl From<time::error::ComponentRange> for NoMoment {
    fn from(_: time::error::ComponentRange) -> Self {
        Self
    }
}

/// A whole number, or none where nothing was typed.
fn number(text: &str) -> Result<Option<u32>, NoMoment> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NoMoment);
    }
    text.parse().map(Some).map_err(|_| NoMoment)
}

type Clock = (Fidelity, (u8, u8, u8));

/// A time of day, or none where nothing was typed. An hour without its minutes is known to the hour.
fn clock(text: &str) -> Result<Option<Clock>, NoMoment> {
    let text = text.trim().trim_end_matches(['Z', 'z']).trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let part = |part: &str| Ok(u8::try_from(number(part)?.ok_or(NoMoment)?)?);
    let parts: Vec<u8> = text.splitn(3, [':', '.']).map(part).collect::<Result<_, NoMoment>>()?;
    Ok(Some(match parts[..] {
        [hour, minute, second] => (Fidelity::Second, (hour, minute, second)),
        [hour, minute] => (Fidelity::Minute, (hour, minute, 0)),
        [hour] => (Fidelity::Hour, (hour, 0, 0)),
        _ => return Err(NoMoment),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(day: &str, month: &str, year: &str, time: &str) -> Option<(String, Fidelity)> {
        Moment::parse(MomentParts { day, month, year, time })
            .map(|moment| (moment.from.utc().to_string(), moment.fidelity))
    }

    #[test]
    fn what_is_left_out_says_how_precise_it_is() {
        assert_eq!(
            moment("", "", "2026", ""),
            Some(("2026-01-01 0:00:00.0 +00:00:00".into(), Fidelity::Year))
        );
        assert_eq!(
            moment("", "3", "2026", ""),
            Some(("2026-03-01 0:00:00.0 +00:00:00".into(), Fidelity::Month))
        );
        assert_eq!(
            moment("27", "3", "2026", ""),
            Some(("2026-03-27 0:00:00.0 +00:00:00".into(), Fidelity::Day))
        );
        assert_eq!(
            moment("27", "3", "2026", "14"),
            Some(("2026-03-27 14:00:00.0 +00:00:00".into(), Fidelity::Hour))
        );
        assert_eq!(
            moment(" 27", "03", "2026 ", "14:02Z"),
            Some(("2026-03-27 14:02:00.0 +00:00:00".into(), Fidelity::Minute))
        );
        assert_eq!(
            moment("27", "3", "2026", "14:02:11"),
            Some(("2026-03-27 14:02:11.0 +00:00:00".into(), Fidelity::Second))
        );
    }

    #[test]
    fn what_names_no_moment_is_none() {
        for (day, month, year, time) in [
            ("31", "6", "2026", ""),
            ("1", "", "2026", ""),
            ("", "", "2026", "14:00"),
            ("1", "1", "26", ""),
            ("1", "1", "2026", "25:00"),
            ("1", "1", "2026", "14:"),
            ("1", "13", "2026", ""),
            ("-1", "1", "2026", ""),
            ("1", "1", "٢٠٢٦", ""),
            ("1", "1", "", ""),
        ] {
            assert_eq!(moment(day, month, year, time), None, "{day} {month} {year} {time}");
        }
    }
}
