//! The name of a commitment: `CDP-IV`, `13g`, `OSCE-8`, `UN-CBM-1`, `OAS-11`.
//!
//! Each instrument numbers its items in its own way, and people know them by that number. An id keeps the instrument
//! and the number apart and writes them as the instrument does, so that ids sort as the instruments do (`OSCE-2` before
//! `OSCE-10`, `CDP-IV` before `CDP-V`). That an id is well formed does not mean that there is such an item; the
//! [catalogue](super::Commitments) knows that.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A public document that lists commitments, norms or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Instrument {
    /// The Cyber Defence Pledge (Warsaw, 8 July 2016), point 5.
    Pledge,
    /// The eleven norms of responsible State behaviour (A/70/174, paragraph 13).
    Norms,
    /// The confidence-building measures of the OSCE (PC.DEC/1106 and PC.DEC/1202).
    Osce,
    /// The global confidence-building measures of the United Nations (A/78/265 and A/79/214).
    Un,
    /// The confidence-building measures of the OAS (CICTE).
    Oas,
}

impl Instrument {
    /// Every instrument, in the order of pages.
    pub const ALL: [Self; 5] = [Self::Pledge, Self::Norms, Self::Osce, Self::Un, Self::Oas];

    /// The code used in addresses and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pledge => "pledge",
            Self::Norms => "norms",
            Self::Osce => "osce",
            Self::Un => "un",
            Self::Oas => "oas",
        }
    }

    /// The instrument with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|instrument| instrument.code() == code)
    }

    /// What stands before the number of its items.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Pledge => "CDP-",
            Self::Norms => "13",
            Self::Osce => "OSCE-",
            Self::Un => "UN-CBM-",
            Self::Oas => "OAS-",
        }
    }
}

/// The id of one commitment, norm or measure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CommitmentId {
    instrument: Instrument,
    /// From 1, in the instrument's own order.
    item: u8,
}

/// A text that is not the id of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the id of a commitment, norm or measure")]
pub struct NotACommitment;

/// The most items an id can number: the letters of the alphabet.
const ITEMS: u8 = 26;

impl CommitmentId {
    /// The instrument it is an item of.
    pub const fn instrument(self) -> Instrument {
        self.instrument
    }

    /// Its number in the instrument, from 1.
    pub const fn item(self) -> u8 {
        self.item
    }

    fn number(self) -> String {
        match self.instrument {
            Instrument::Pledge => roman(self.item),
            Instrument::Norms => char::from(b'a' + self.item - 1).to_string(),
            Instrument::Osce | Instrument::Un | Instrument::Oas => self.item.to_string(),
        }
    }
}

fn roman(mut number: u8) -> String {
    const DIGITS: [(u8, &str); 5] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut written = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            written.push_str(digit);
            number -= value;
        }
    }
    written
}

impl fmt::Display for CommitmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.instrument.prefix(), self.number()))
    }
}

impl fmt::Debug for CommitmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommitmentId({self})")
    }
}

impl FromStr for CommitmentId {
    type Err = NotACommitment;

    /// One spelling only: the id whose spelling this is, among the few there can be.
    fn from_str(text: &str) -> Result<Self, NotACommitment> {
        Instrument::ALL
            .into_iter()
            .filter(|instrument| text.starts_with(instrument.prefix()))
            .flat_map(|instrument| (1..=ITEMS).map(move |item| Self { instrument, item }))
            .find(|id| id.to_string() == text)
            .ok_or(NotACommitment)
    }
}

impl TryFrom<String> for CommitmentId {
    type Error = NotACommitment;

    fn try_from(text: String) -> Result<Self, NotACommitment> {
        text.parse()
    }
}

impl From<CommitmentId> for String {
    fn from(id: CommitmentId) -> Self {
        id.to_string()
    }
}
