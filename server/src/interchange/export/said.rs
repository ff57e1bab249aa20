//! What a State says, from the domain's types to the record's, and from those to one line of plain text for formats
//! that have no types.

use super::{
    moment,
    record::{Answer, Given, Trace},
};
use domain::{answer::Value, indicator::Indicator, publication::Disclosed};

impl Answer {
    /// What a disclosure says on a field.
    pub fn of(said: &Disclosed) -> Self {
        match said {
            Disclosed::Given(value) => Self::Given {
                value: Given::of(value),
            },
            Disclosed::NumberOfStates(number) => Self::Given {
                value: Given::States { number: many(*number) },
            },
            Disclosed::None => Self::None,
            Disclosed::Unknown => Self::Unknown,
            Disclosed::Withheld(reason) => Self::Withheld {
                reason: reason.code().to_owned(),
            },
            Disclosed::LeftBlank => Self::LeftBlank,
            Disclosed::NotAsked => Self::NotAsked,
        }
    }

    /// Which of the six it is, in one word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Given { .. } => "given",
            Self::None => "none",
            Self::Unknown => "unknown",
            Self::Withheld { .. } => "withheld",
            Self::LeftBlank => "left-blank",
            Self::NotAsked => "not-asked",
        }
    }

    /// What is given, if anything is.
    pub const fn given(&self) -> Option<&Given> {
        match self {
            Self::Given { value } => Some(value),
            _ => None,
        }
    }

    /// Why it is withheld, if it is.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Withheld { reason } => Some(reason),
            _ => None,
        }
    }
}

impl Given {
    fn of(value: &Value) -> Self {
        match value {
            Value::Line(text) => Self::Line { text: text.clone() },
            Value::Text(text) => Self::Text {
                text: text.text.clone(),
                language: text.language.clone(),
            },
            Value::Choice(code) => Self::Code { code: code.clone() },
            Value::Choices { codes, other } => Self::Codes {
                codes: codes.clone(),
                other: other.clone(),
            },
            Value::Moment(known) => Self::Moment {
                from: moment::second(known.from),
                precision: moment::precision(known.fidelity).to_owned(),
            },
            Value::Count(count) => Self::Count {
                number: count.number,
                estimate: count.estimate,
            },
            Value::States(states) => Self::States {
                number: many(states.len()),
            },
        }
    }

    /// The value as one text. Codes stand apart by a space, which none of them has; a moment has no more parts than are
    /// known of it. What this leaves out (a language, that a number is an estimate) is in [`detail`](Self::detail).
    pub fn plain(&self) -> String {
        match self {
            Self::Line { text } | Self::Text { text, .. } => text.clone(),
            Self::Code { code } => code.clone(),
            Self::Codes { codes, .. } => codes.join(" "),
            Self::Moment { from, precision } => cut(from, precision),
            Self::Count { number, .. } | Self::States { number } => number.to_string(),
        }
    }

    /// What else belongs to the value: the language of a text, what "other" stands for, the precision of a moment,
    /// whether a number is an estimate, and of what.
    pub fn detail(&self) -> String {
        match self {
            Self::Line { .. } | Self::Code { .. } => String::new(),
            Self::Text { language, .. } => language.clone(),
            Self::Codes { other, .. } => other.clone().unwrap_or_default(),
            Self::Moment { precision, .. } => precision.clone(),
            Self::Count { estimate: true, .. } => "estimate".to_owned(),
            Self::Count { estimate: false, .. } => "counted".to_owned(),
            Self::States { .. } => "states".to_owned(),
        }
    }
}

/// `2026-03-27T14:00:00Z`, known to the hour, is `2026-03-27T14Z` (ISO 8601-1, reduced precision).
fn cut(from: &str, precision: &str) -> String {
    let part = |end| from.get(..end).unwrap_or(from).to_owned();
    match precision {
        "year" => part(4),
        "month" => part(7),
        "day" => part(10),
        "hour" => part(13) + "Z",
        "minute" => part(16) + "Z",
        _ => from.to_owned(),
    }
}

impl Trace {
    /// The indicator.
    pub fn of(indicator: &Indicator) -> Self {
        Self {
            kind: indicator.kind.code().to_owned(),
            value: indicator.value.clone(),
            first_seen: indicator.first_seen.map(moment::second),
            last_seen: indicator.last_seen.map(moment::second),
            note: indicator.note.map(|note| note.code().to_owned()),
        }
    }
}

fn many(number: usize) -> u64 {
    number.try_into().unwrap_or(u64::MAX)
}
