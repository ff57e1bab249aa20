//! What is said to one question, in JSON.

use domain::{
    draft::Typed,
    questionnaire::{Kind, Progress, Question, SectionId},
    report::TypedAnswer,
};
use serde::{Deserialize, Serialize};

/// In which state an answer is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// The boxes say it.
    Given,
    /// They are empty. Where something is in them after all, it counts.
    #[default]
    LeftBlank,
    /// There is nothing to name.
    None,
    /// It is not known.
    Unknown,
    /// It is withheld, for a reason.
    Withheld,
}

/// The question, for whoever reads the file; and what is said to it, which alone is read back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Line {
    section: String,
    question: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    guidance: String,
    kind: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offers: Vec<Offer>,

    state: State,
    #[serde(skip_serializing_if = "String::is_empty")]
    reason: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    other: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    year: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    month: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    day: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    estimate: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    readers: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<String>,
}

/// What can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Offer {
    code: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    label: String,
}

fn offers(kind: &Kind) -> Vec<Offer> {
    if *kind == Kind::Progress {
        let words = Progress::ALL.into_iter();
        let offer = |word: Progress| Offer {
            code: word.code().to_owned(),
            label: String::new(),
        };
        return words.map(offer).collect();
    }
    let choices = kind.offers().iter();
    let offer = choices.map(|choice| Offer {
        code: choice.code.to_string(),
        label: choice.label.clone(),
    });
    offer.collect()
}

impl Line {
    /// What is typed so far.
    pub fn of(section: &SectionId, question: &Question, typed: &TypedAnswer) -> Self {
        let boxes = typed.value.clone();
        let is_blank = boxes.has_no_value() && typed.evidence.is_empty();
        let (state, reason) = match (&*boxes.cannot, is_blank) {
            ("", true) => (State::LeftBlank, ""),
            ("", false) => (State::Given, ""),
            ("none", _) => (State::None, ""),
            ("unknown", _) => (State::Unknown, ""),
            (reason, _) => (State::Withheld, reason),
        };
        Self {
            section: section.to_string(),
            question: question.text.clone(),
            guidance: question.guidance.clone(),
            kind: question.kind.code().to_owned(),
            offers: offers(&question.kind),
            state,
            reason: reason.to_owned(),
            text: boxes.text,
            language: boxes.language,
            choices: boxes.choices,
            other: boxes.other,
            year: boxes.year,
            month: boxes.month,
            day: boxes.day,
            estimate: boxes.estimate == "estimate",
            readers: typed.audience.clone(),
            evidence: typed.evidence.clone(),
        }
    }

    /// The boxes as it says.
    pub fn typed(self) -> TypedAnswer {
        let cannot = match self.state {
            State::Given | State::LeftBlank => "",
            State::None => "none",
            State::Unknown => "unknown",
            // For no reason: that is none the portal offers, and it says so where the report is checked.
            State::Withheld if self.reason.is_empty() => "withheld",
            State::Withheld => &self.reason,
        };
        TypedAnswer {
            value: Typed {
                cannot: cannot.to_owned(),
                text: self.text,
                language: self.language,
                choices: self.choices,
                other: self.other,
                year: self.year,
                month: self.month,
                day: self.day,
                estimate: if self.estimate { "estimate" } else { "" }.to_owned(),
                ..Typed::default()
            },
            audience: self.readers,
            evidence: self.evidence,
            confirmed: None,
        }
    }
}
