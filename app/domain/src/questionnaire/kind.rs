//! How a question is answered, in which form it is asked, and to which part of the UN's survey it corresponds.

use crate::slug::ChoiceCode;
use serde::{Deserialize, Serialize};

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Kind {
    /// One of these.
    Choice(Vec<Choice>),
    /// Any of these; where one has the code `other`, that must be explained.
    Choices(Vec<Choice>),
    /// A word of the [progress](Progress) scale.
    Progress,
    /// A whole number, actual or estimated.
    Number {
        /// Of what: `posts`.
        unit: String,
    },
    /// A year, a month or a day, as precisely as it is known.
    Date,
    /// Free text in a language.
    Text {
        /// The most characters.
        max: usize,
    },
    /// Links to what others can read, and nothing else.
    Evidence,
}

impl Kind {
    /// The codes of all kinds, in the order of a form.
    pub const CODES: [&'static str; 7] = ["choice", "choices", "progress", "number", "date", "text", "evidence"];

    /// The code used in tables, exports and message ids.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Progress => "progress",
            Self::Number { .. } => "number",
            Self::Date => "date",
            Self::Text { .. } => "text",
            Self::Evidence => "evidence",
        }
    }

    /// What it offers to choose from.
    pub fn offers(&self) -> &[Choice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            _ => &[],
        }
    }

    /// Whether "none" makes sense as an answer: a list, a text or a number may be nothing, a date or a choice may not.
    pub const fn may_be_none(&self) -> bool {
        matches!(
            self,
            Self::Choices(_) | Self::Number { .. } | Self::Text { .. } | Self::Evidence
        )
    }
}

/// One of the choices a question offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// What is stored and exported. `other` asks to say which.
    pub code: ChoiceCode,
    /// What people read.
    pub label: String,
}

/// How far a State says that it has come. Always *as stated by the State*.
///
/// The words are those of the Open Government Partnership's scale of completion. The scale is a list and not a measure:
/// it has no order in code, so that nothing can be sorted, filtered or summed by it.
///
/// ```compile_fail
/// use domain::questionnaire::Progress;
/// assert!(Progress::Limited < Progress::Complete); // there is no such comparison
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Not begun.
    NotStarted,
    /// Begun.
    Limited,
    /// Well on the way.
    Substantial,
    /// Done.
    Complete,
    /// It does not concern the State.
    NotApplicable,
}

impl Progress {
    /// Every word of the scale, as a form offers them.
    pub const ALL: [Self; 5] = [
        Self::NotStarted,
        Self::Limited,
        Self::Substantial,
        Self::Complete,
        Self::NotApplicable,
    ];

    /// The code used in forms, storage, exports and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Limited => "limited",
            Self::Substantial => "substantial",
            Self::Complete => "complete",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The word with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.code() == code)
    }
}

/// How much a form asks. Whoever answered the short form finds those answers in the full one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Depth {
    /// One progress value and a sentence for each commitment.
    Short,
    /// Everything.
    Full,
}

impl Depth {
    /// Both, the shorter first.
    pub const ALL: [Self; 2] = [Self::Short, Self::Full];

    /// The code used in forms, storage, exports and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }

    /// The depth with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|depth| depth.code() == code)
    }
}

/// A part of the National Survey of Implementation of United Nations recommendations (UNIDIR).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SurveyPart {
    /// International law.
    #[serde(rename = "I")]
    InternationalLaw,
    /// Norms, rules and principles.
    #[serde(rename = "II")]
    Norms,
    /// Confidence-building measures.
    #[serde(rename = "III")]
    ConfidenceBuilding,
    /// Capacity-building.
    #[serde(rename = "IV")]
    CapacityBuilding,
}

impl SurveyPart {
    /// Every part, in the survey's order.
    pub const ALL: [Self; 4] = [
        Self::InternationalLaw,
        Self::Norms,
        Self::ConfidenceBuilding,
        Self::CapacityBuilding,
    ];

    /// Its number in the survey.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InternationalLaw => "I",
            Self::Norms => "II",
            Self::ConfidenceBuilding => "III",
            Self::CapacityBuilding => "IV",
        }
    }

    /// The part with this number.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}
