//! How far a filing may travel: its marking, its audience, and the reasons for keeping something back.
//!
//! The marking is the Traffic Light Protocol, version 2.0 (FIRST, 2022): it tells each reader how far they may pass it
//! on. The audience is whom the State wants to read it at all. They must agree: what the public reads is TLP:CLEAR, what
//! every participating State's people read is TLP:GREEN at the strictest. In this portal the *community* that
//! TLP:GREEN speaks of is the participating States and the secretariat.

use serde::{Deserialize, Serialize};

/// A label of the Traffic Light Protocol 2.0, from the most to the least open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tlp {
    /// No limit on disclosure.
    #[serde(rename = "clear")]
    Clear,
    /// Within the community.
    #[serde(rename = "green")]
    Green,
    /// Within the recipient's organisation and its clients, as they need to know.
    #[serde(rename = "amber")]
    Amber,
    /// Within the recipient's organisation only.
    #[serde(rename = "amber+strict")]
    AmberStrict,
    /// For the individual recipients only.
    #[serde(rename = "red")]
    Red,
}

impl Tlp {
    /// Every label, in the order a form offers them.
    pub const ALL: [Self; 5] = [Self::Clear, Self::Green, Self::Amber, Self::AmberStrict, Self::Red];

    /// The code used in forms, storage and STIX (`tlp_2_0`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::AmberStrict => "amber+strict",
            Self::Red => "red",
        }
    }

    /// The label as FIRST prescribes it: capitals, no space, translated into no language.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Clear => "TLP:CLEAR",
            Self::Green => "TLP:GREEN",
            Self::Amber => "TLP:AMBER",
            Self::AmberStrict => "TLP:AMBER+STRICT",
            Self::Red => "TLP:RED",
        }
    }

    /// The label with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tlp| tlp.code() == code)
    }
}

/// Whom the State wants to read a filing. Only the State decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The secretariat, and nobody else.
    Secretariat,
    /// The people of every participating State; in no public byte, count or reference.
    ParticipatingStates,
    /// Everyone.
    Public,
}

impl Audience {
    /// Every audience, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Secretariat, Self::ParticipatingStates, Self::Public];

    /// The code used in forms and storage.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Secretariat => "secretariat",
            Self::ParticipatingStates => "participating-states",
            Self::Public => "public",
        }
    }

    /// The audience with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.code() == code)
    }

    /// The strictest marking with which this audience may still read.
    pub const fn strictest(self) -> Tlp {
        match self {
            Self::Secretariat => Tlp::Red,
            Self::ParticipatingStates => Tlp::Green,
            Self::Public => Tlp::Clear,
        }
    }
}

/// Why a State keeps an answer back. A reason makes *withheld* different from *empty*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It would help an attacker.
    Security,
    /// An investigation is still going on.
    OngoingInvestigation,
    /// It belongs to somebody else.
    ThirdParty,
    /// It would identify a person.
    PersonalData,
    /// The State does not have it to give.
    NotAvailable,
}

impl Reason {
    /// Every reason, in the order a form offers them.
    pub const ALL: [Self; 5] = [
        Self::Security,
        Self::OngoingInvestigation,
        Self::ThirdParty,
        Self::PersonalData,
        Self::NotAvailable,
    ];

    /// The code used in forms, storage and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::OngoingInvestigation => "ongoing-investigation",
            Self::ThirdParty => "third-party",
            Self::PersonalData => "personal-data",
            Self::NotAvailable => "not-available",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}
