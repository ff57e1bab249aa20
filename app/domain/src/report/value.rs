//! What a State says to a question of a report, and how that stands to what it said a year before.

use crate::{
    answer::{Answer, Count, Moment, Text},
    marking::Audience,
    questionnaire::{ChoiceCode, Progress},
    report::Link,
};
use serde::{Deserialize, Serialize};

/// A value, by the kind of question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A word of the progress scale, as stated by the State.
    Progress(Progress),
    /// One of the choices offered.
    Choice {
        /// Which.
        code: ChoiceCode,
        /// What is meant by "other", where it is that one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// Some of the choices offered.
    Choices {
        /// Which, in the order in which they are offered.
        codes: Vec<ChoiceCode>,
        /// What is meant by "other", when that is among them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// How many, actual or estimated.
    Count(Count),
    /// A year, a month or a day.
    Date(Moment),
    /// Free text in a language.
    Text(Text),
    /// Links, where the question asks for nothing else.
    Links(Vec<Link>),
}

impl Value {
    /// Every text people wrote that is in it.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![&text.text],
            Self::Choice { other, .. } | Self::Choices { other, .. } => other.iter().map(String::as_str).collect(),
            Self::Links(links) => links.iter().map(Link::as_str).collect(),
            Self::Progress(_) | Self::Count(_) | Self::Date(_) => Vec::new(),
        }
    }
}

/// An answer, its evidence, and its readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// What the State says.
    pub answer: Answer<Value>,
    /// Who may see it.
    pub audience: Audience,
    /// Where others can read more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Link>,
    /// How it stands to the last report; none where nothing was said then or now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Carried>,
}

impl Stated {
    /// Whether anything was said. What was left blank says nothing.
    pub fn says_something(&self) -> bool {
        self.answer != Answer::LeftBlank
    }

    /// Whether the same is said, whoever may see it.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.answer == other.answer && self.evidence == other.evidence
    }
}

/// What became of last year's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carried {
    /// It stands, as a drafter confirmed.
    Confirmed,
    /// The State says something else.
    Changed,
    /// There was none.
    New,
    /// The State says nothing any more.
    Dropped,
}

impl Carried {
    /// Each of them, in the order of a summary.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Changed, Self::New, Self::Dropped];

    /// The code used in exports and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Dropped => "dropped",
        }
    }
}
