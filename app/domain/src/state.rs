//! Participating States: their codes, names and regional groups.
//!
//! A State is named by its two-letter code of ISO 3166-1. Codes are what is stored; a name is data an administrator
//! can edit, since States change their names and the portal must follow without a release. What is shipped is a
//! starting point:
//!
//! - The 193 Member States of the United Nations and its two observer States, under their short names in English as in
//!   the Secretariat's terminology database (UNTERM) and its Standard Country or Area Codes (M49), in the alphabetical
//!   order of those names, as States are seated.
//! - Their regional groups as listed by the Department for General Assembly and Conference Management: 54 African,
//!   54 Asia-Pacific, 23 Eastern European, 33 Latin American and Caribbean, 28 Western European and others, and the
//!   United States, which is counted with the last for elections though it belongs to none. Türkiye takes part in two
//!   groups and is counted in the last; Kiribati, long in no group, is listed with Asia-Pacific. Of the observer
//!   States, Palestine is a member of the Asia-Pacific group (A/RES/52/250) and the Holy See of none.
//!
//!   Names and groups are written down from memory of these sources: an administrator should look them over once.
//!
//! Demonstrations and tests use [invented States](invented) with codes that ISO 3166 leaves to its users, so that no
//! invented incident is ever laid at the door of a real one.

use crate::catalogue::{Code, List, Provenance};
use serde::{Deserialize, Serialize};
use std::{fmt, str, str::FromStr};

/// A State's code: two capital letters, ISO 3166-1 alpha-2, the codes left to users included.
///
/// That a code is well formed does not mean that such a State takes part; the store knows that.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StateCode([u8; 2]);

/// A text that is not two capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a State's code")]
pub struct NotAStateCode;

impl StateCode {
    /// Meridia, invented.
    pub const MERIDIA: Self = Self(*b"XM");
    /// Northmark, invented.
    pub const NORTHMARK: Self = Self(*b"XN");
    /// Valdoria, invented.
    pub const VALDORIA: Self = Self(*b"XV");
    /// The Caldera Islands, invented.
    pub const CALDERA_ISLANDS: Self = Self(*b"XC");
    /// The Isle of Sarn, invented; a single person acts for it.
    pub const ISLE_OF_SARN: Self = Self(*b"XS");

    /// The two letters, as stored.
    pub fn as_str(&self) -> &str {
        // Never empty: only ASCII letters get in.
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Is it one of the codes XA to XZ, which ISO 3166 assigns to no State and this portal keeps for invented ones?
    pub const fn is_invented(self) -> bool {
        self.0[0] == b'X'
    }
}

impl FromStr for StateCode {
    type Err = NotAStateCode;

    /// One spelling only, so that one State has one address.
    fn from_str(text: &str) -> Result<Self, NotAStateCode> {
        match *text.as_bytes() {
            [first, second] if first.is_ascii_uppercase() && second.is_ascii_uppercase() => Ok(Self([first, second])),
            _ => Err(NotAStateCode),
        }
    }
}

impl TryFrom<String> for StateCode {
    type Error = NotAStateCode;

    fn try_from(text: String) -> Result<Self, NotAStateCode> {
        text.parse()
    }
}

impl From<StateCode> for String {
    fn from(code: StateCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StateCode({self})")
    }
}

/// The regional group a State belongs to in the practice of the United Nations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegionalGroup {
    /// African States.
    African,
    /// Asia-Pacific States.
    AsiaPacific,
    /// Eastern European States.
    EasternEuropean,
    /// Latin American and Caribbean States.
    LatinAmericanAndCaribbean,
    /// Western European and other States.
    WesternEuropeanAndOthers,
    /// Not a member of a group.
    #[serde(rename = "none")]
    NoGroup,
}

impl RegionalGroup {
    /// Every group, in the order of the United Nations' own list.
    pub const ALL: [Self; 6] = [
        Self::African,
        Self::AsiaPacific,
        Self::EasternEuropean,
        Self::LatinAmericanAndCaribbean,
        Self::WesternEuropeanAndOthers,
        Self::NoGroup,
    ];

    /// The code used in storage, forms and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::African => "african",
            Self::AsiaPacific => "asia-pacific",
            Self::EasternEuropean => "eastern-european",
            Self::LatinAmericanAndCaribbean => "latin-american-and-caribbean",
            Self::WesternEuropeanAndOthers => "western-european-and-others",
            Self::NoGroup => "none",
        }
    }

    /// The group with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }
}

/// The same groups as a list of codes, for forms and words.
pub static REGIONAL_GROUP: List = List {
    name: "regional-group",
    source: "United Nations, Department for General Assembly and Conference Management",
    provenance: Provenance::Recalled,
    codes: &{
        let mut codes = [Code { id: "", within: None }; RegionalGroup::ALL.len()];
        let mut at = 0;
        while at < codes.len() {
            codes[at].id = RegionalGroup::ALL[at].code();
            at += 1;
        }
        codes
    },
};

/// A State that may take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Its code, which never changes here.
    pub code: StateCode,
    /// Its short name in English, as an administrator last wrote it.
    pub name: String,
    /// Its regional group.
    pub group: RegionalGroup,
    /// Invented, for demonstration: said wherever the State is shown.
    pub demonstration: bool,
}

/// The States a new installation starts with, in the alphabetical order of their names.
pub fn shipped() -> Vec<State> {
    include_str!("states.csv").lines().filter_map(row).collect()
}

/// A line of the list, `code,group,name`. The heading is no State; nor would a broken line be, which the count in the
/// tests would show.
fn row(line: &str) -> Option<State> {
    let (code, rest) = line.split_once(',')?;
    let (group, name) = rest.split_once(',')?;
    Some(State {
        code: code.parse().ok()?,
        name: name.to_owned(),
        group: RegionalGroup::from_code(group)?,
        demonstration: false,
    })
}

/// The States of the demonstration. They stand for no real State; each is in a different group so that every group is
/// seen.
pub fn invented() -> [State; 5] {
    use RegionalGroup as Group;
    [
        ("Caldera Islands", StateCode::CALDERA_ISLANDS, Group::AsiaPacific),
        ("Isle of Sarn", StateCode::ISLE_OF_SARN, Group::WesternEuropeanAndOthers),
        ("Meridia", StateCode::MERIDIA, Group::African),
        ("Northmark", StateCode::NORTHMARK, Group::EasternEuropean),
        ("Valdoria", StateCode::VALDORIA, Group::LatinAmericanAndCaribbean),
    ]
    .map(|(name, code, group)| State {
        code,
        name: name.to_owned(),
        group,
        demonstration: true,
    })
}

#[cfg(test)]
mod tests;
