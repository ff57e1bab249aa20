//! What a State says to a question of a progress report, with its types and as plain text.

use crate::interchange::export::moment;
use domain::{
    answer::Moment,
    questionnaire::ChoiceCode,
    report::{DisclosedAnswer, Link, Said, Value},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a State says to a question. These are different statements; only the first has a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum ReportAnswer {
    /// This.
    Given {
        /// What is given.
        value: ReportValue,
        /// Links the State points to besides.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<String>,
    },
    /// There is none.
    None {
        /// Links the State points to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<String>,
    },
    /// The State does not know.
    Unknown {
        /// Links the State points to.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<String>,
    },
    /// The State keeps it from the public.
    Withheld {
        /// `security`, `ongoing-investigation`, `third-party`, `personal-data` or `not-available`.
        reason: String,
    },
    /// Left blank, or said to other readers: the public cannot tell which.
    NothingToRead,
    /// It was not asked.
    NotAsked,
}

/// A value, by the kind of question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ReportValue {
    /// How far the State says that it has come: as stated by the State, and no assessment by anyone.
    Progress {
        /// `not-started`, `limited`, `substantial`, `complete` or `not-applicable`.
        as_stated: String,
    },
    /// One of the choices offered.
    Choice {
        /// Its code.
        code: String,
        /// What the code `other` stands for, where it is that one.
        #[schema(nullable = false)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// Some of the choices offered.
    Choices {
        /// Their codes, in the order in which they are offered.
        codes: Vec<String>,
        /// What the code `other` stands for, where it is among them.
        #[schema(nullable = false)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// How many.
    Number {
        /// The number.
        number: u64,
        /// Whether it is estimated rather than counted.
        estimate: bool,
    },
    /// A date, as precisely as it is known: `2026`, `2026-02` or `2026-02-17`.
    Date {
        /// The date.
        date: String,
    },
    /// Free text.
    Text {
        /// The words.
        text: String,
        /// A BCP 47 tag.
        language: String,
    },
    /// Links, where the question asks for nothing else.
    Links {
        /// The links.
        links: Vec<String>,
    },
}

impl ReportAnswer {
    /// What the public reads.
    pub fn of(answer: &DisclosedAnswer) -> Self {
        let evidence = links(&answer.evidence);
        match &answer.said {
            Said::Given(value) => Self::Given {
                value: ReportValue::of(value),
                evidence,
            },
            Said::None => Self::None { evidence },
            Said::Unknown => Self::Unknown { evidence },
            Said::Withheld(reason) => Self::Withheld {
                reason: reason.code().to_owned(),
            },
            // That something was left blank is for the secretariat to know.
            Said::NothingToRead | Said::LeftBlank => Self::NothingToRead,
            Said::NotAsked => Self::NotAsked,
        }
    }

    /// Which it is, in one word.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Given { .. } => "given",
            Self::None { .. } => "none",
            Self::Unknown { .. } => "unknown",
            Self::Withheld { .. } => "withheld",
            Self::NothingToRead => "nothing-to-read",
            Self::NotAsked => "not-asked",
        }
    }

    /// What stands in a table: the word, the reason, the value, what else belongs to it, the links.
    pub fn cells(&self) -> [String; 5] {
        let word = self.word().to_owned();
        let none = String::new;
        match self {
            Self::Given { value, evidence } => [word, none(), value.plain(), value.detail(), evidence.join(" ")],
            Self::None { evidence } | Self::Unknown { evidence } => [word, none(), none(), none(), evidence.join(" ")],
            Self::Withheld { reason } => [word, reason.clone(), none(), none(), none()],
            Self::NothingToRead | Self::NotAsked => [word, none(), none(), none(), none()],
        }
    }
}

impl ReportValue {
    fn of(value: &Value) -> Self {
        match value {
            Value::Progress(progress) => Self::Progress {
                as_stated: progress.code().to_owned(),
            },
            Value::Choice { code, other } => Self::Choice {
                code: code.to_string(),
                other: other.clone(),
            },
            Value::Choices { codes, other } => Self::Choices {
                codes: codes.iter().map(ChoiceCode::to_string).collect(),
                other: other.clone(),
            },
            Value::Count(count) => Self::Number {
                number: count.number,
                estimate: count.estimate,
            },
            Value::Date(date) => Self::Date { date: cut(date) },
            Value::Text(text) => Self::Text {
                text: text.text.clone(),
                language: text.language.clone(),
            },
            Value::Links(given) => Self::Links { links: links(given) },
        }
    }

    /// The value as one text; several codes or links stand apart by a space, which none of them has.
    pub fn plain(&self) -> String {
        match self {
            Self::Progress { as_stated } => as_stated.clone(),
            Self::Choice { code, .. } => code.clone(),
            Self::Choices { codes, .. } => codes.join(" "),
            Self::Number { number, .. } => number.to_string(),
            Self::Date { date } => date.clone(),
            Self::Text { text, .. } => text.clone(),
            Self::Links { links } => links.join(" "),
        }
    }

    /// What else belongs to it: the language of a text, what "other" stands for, whether a number is an estimate, whose
    /// word the progress is.
    pub fn detail(&self) -> String {
        match self {
            Self::Progress { .. } => "as stated by the State".to_owned(),
            Self::Choice { other, .. } | Self::Choices { other, .. } => other.clone().unwrap_or_default(),
            Self::Number { estimate: true, .. } => "estimate".to_owned(),
            Self::Number { estimate: false, .. } => "counted".to_owned(),
            Self::Text { language, .. } => language.clone(),
            Self::Date { .. } | Self::Links { .. } => String::new(),
        }
    }
}

fn links(links: &[Link]) -> Vec<String> {
    links.iter().map(ToString::to_string).collect()
}

/// No more parts than are known.
fn cut(date: &Moment) -> String {
    let day = moment::day(date.from);
    let length = match moment::precision(date.fidelity) {
        "year" => 4,
        "month" => 7,
        _ => day.len(),
    };
    day.get(..length).unwrap_or(&day).to_owned()
}
