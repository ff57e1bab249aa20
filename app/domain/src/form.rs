//! The incident form: which fields there are, on which page, answered how, and asked when.
//!
//! One table, in [`field`](crate::field), says everything that pages, validation, redaction, differences and exports need to
//! know about a field. The order of [`Field::ALL`] is the order of the pages. The fields are those that the field's
//! instruments agree on (NIS2 Art. 23, DORA ITS (EU) 2025/302, CISA's key elements, STIX incident core), and none that
//! attributes: there is no place in this form to accuse anyone.

use crate::catalogue::List;
use serde::{Deserialize, Serialize};

pub use crate::field::Field;

/// One of the times at which a State reports on the same incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Instalment {
    /// Within a day or so: that something is happening.
    EarlyWarning,
    /// Within some days: a first assessment.
    Notification,
    /// Whenever something changed.
    Update,
    /// When it is over: what it was and what was learnt.
    Final,
}

impl Instalment {
    /// Every instalment, in the order of an incident.
    pub const ALL: [Self; 4] = [Self::EarlyWarning, Self::Notification, Self::Update, Self::Final];

    /// The code used in storage and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EarlyWarning => "early-warning",
            Self::Notification => "notification",
            Self::Update => "update",
            Self::Final => "final",
        }
    }

    /// The instalment with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|instalment| instalment.code() == code)
    }
}

/// How a question is put at an instalment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A value is needed, nothing else will do.
    ForAValue,
    /// An answer is needed; unknown and withheld are answers.
    ForAnAnswer,
    /// It may be left blank.
    Freely,
    /// It is not asked.
    Not,
}

/// A page of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// What it is, in the State's words.
    Notice,
    /// When it happened and whether it is over.
    Time,
    /// What kind of thing it is.
    Nature,
    /// Whom and what it touched.
    Reach,
    /// How serious it is.
    Severity,
    /// What was done.
    Response,
    /// Who may read it.
    Readers,
}

impl Section {
    /// Every page, in order.
    pub const ALL: [Self; 7] = [
        Self::Notice,
        Self::Time,
        Self::Nature,
        Self::Reach,
        Self::Severity,
        Self::Response,
        Self::Readers,
    ];

    /// The code used in addresses and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Time => "time",
            Self::Nature => "nature",
            Self::Reach => "reach",
            Self::Severity => "severity",
            Self::Response => "response",
            Self::Readers => "readers",
        }
    }

    /// The page with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.code() == code)
    }

    /// Its fields, in order, as asked at this instalment.
    pub fn fields(self, instalment: Instalment) -> impl Iterator<Item = Field> {
        Field::asked_at(instalment).filter(move |field| field.section() == self)
    }

    /// The page after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|section| *section > self)
    }
}

/// How a field is answered.
#[derive(Clone, Copy, Debug)]
pub enum Control {
    /// One line without a language, of at most so many characters.
    Line(usize),
    /// One line of free text in a language, at most so many characters.
    Title(usize),
    /// Free text in a language, at most so many characters.
    Text(usize),
    /// One code of a list.
    Choice(&'static List),
    /// Any codes of a list; where it has `other`, that must be explained.
    Choices(&'static List),
    /// A moment in UTC, as precisely as known, not in the future.
    Moment,
    /// A number, actual or estimated.
    Count,
    /// Other States.
    States,
    /// The Traffic Light Protocol's labels.
    Marking,
    /// Whom the State wants to read it.
    Audience,
}
