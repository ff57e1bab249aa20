//! A report as typed: late, partial or wrong, it is kept.
//!
//! The same three strictnesses as for an [incident](crate::draft). What is typed into any tier stays when the tier is
//! changed; what is asked decides only what is judged and sent.

use crate::{
    answer::{Answer, Fidelity, Moment},
    carry::Carry,
    draft::{Merged, Typed},
    ids::{PersonId, Timestamp},
    marking::Audience,
    questionnaire::{Depth, QuestionId},
    report::{Report, Stated, Tier, Value},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A report as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReportDraft {
    /// The code of a [`Tier`](super::Tier), empty until one is chosen.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tier: String,
    /// The year of the cycle since which there is nothing new, empty until that is confirmed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// The code of the audience of the whole, empty for the cycle's default.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// What was typed, by question; a question nobody touched is absent.
    pub answers: BTreeMap<QuestionId, TypedAnswer>,
}

/// One answer as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TypedAnswer {
    /// The boxes of the question.
    pub value: Typed,
    /// The code of its audience, empty for the report's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// Links, one a box.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// That last year's answer stands, and who said so. Never leaves the State.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmation>,
}

/// A drafter's word that last year's answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// Whose.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// One answer as a page posts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted {
    /// The boxes, the audience and the links. Its confirmation is not read.
    pub answer: TypedAnswer,
    /// Whether "this still stands" was ticked.
    pub confirmed: bool,
}

impl ReportDraft {
    /// A draft in which last year's answers are there to confirm, change or drop.
    pub fn carrying(last: &Carry) -> Self {
        let said = last.answers.iter().filter(|(_, stated)| stated.says_something());
        Self {
            answers: said
                .map(|(id, stated)| (id.clone(), TypedAnswer::from(stated)))
                .collect(),
            ..Self::default()
        }
    }

    /// The tier that is chosen, if one is.
    pub fn chosen(&self) -> Option<Tier> {
        Tier::from_code(&self.tier)
    }

    /// How much is asked in the tier that is chosen; nothing where none is, or where there is nothing new to say.
    pub fn depth(&self) -> Option<Depth> {
        self.chosen()?.depth()
    }

    /// Who may know of the report: those that are typed, or those the cycle proposes where none are or something else is.
    pub fn known_to(&self, proposed: Audience) -> Audience {
        Audience::from_code(&self.audience).unwrap_or(proposed)
    }

    /// One answer as typed, empty where nobody touched it.
    pub fn typed(&self, question: &QuestionId) -> TypedAnswer {
        self.answers.get(question).cloned().unwrap_or_default()
    }

    /// Put the posted answers to these questions, those of one page, over this draft. `base` is the draft the page was
    /// drawn from: an answer that only one of the two changed since is taken from that one.
    ///
    /// A question of the page that was not posted was emptied: browsers do not send unticked boxes.
    pub fn with_page(
        &self,
        base: &Self,
        page: impl IntoIterator<Item = QuestionId>,
        mut posted: BTreeMap<QuestionId, Posted>,
        by: Confirmation,
    ) -> Merged<Report> {
        let mut merged = Merged::<Report>::of(self.clone());
        for question in page {
            let (theirs, before) = (self.typed(&question), base.typed(&question));
            let mine = posted.remove(&question).unwrap_or_default().over(&theirs, by);
            if mine.is_classified() {
                merged.classified.insert(question);
            } else if mine.is_oversized() {
                merged.oversized.insert(question);
            } else if theirs.is_same(&before) || theirs.is_same(&mine) {
                merged.draft.answers.insert(question, mine);
            } else if !mine.is_same(&before) {
                merged.both_changed.insert(question);
            }
        }
        merged
    }

    /// Confirm last year's answers to these questions, where they are still as they were carried forward.
    #[must_use]
    pub fn confirming(&self, questions: &BTreeSet<QuestionId>, last: &Carry, by: Confirmation) -> Self {
        let mut draft = self.clone();
        for question in questions {
            let carried = last.answers.get(question).map(TypedAnswer::from);
            if let (Some(typed), Some(carried)) = (draft.answers.get_mut(question), carried)
                && typed.value == carried.value
                && typed.evidence == carried.evidence
            {
                typed.confirmed = typed.confirmed.or(Some(by));
            }
        }
        draft
    }

    /// The draft as a State may take it along and bring it back: without who confirmed what.
    #[must_use]
    pub fn unsigned(&self) -> Self {
        let mut draft = self.clone();
        for typed in draft.answers.values_mut() {
            typed.confirmed = None;
        }
        draft
    }

    /// The questions to which something else is typed in that one: what taking it over would change.
    pub fn changed_by(&self, other: &Self) -> BTreeSet<QuestionId> {
        let questions = self.answers.keys().chain(other.answers.keys());
        let (mine, theirs) = (self.unsigned(), other.unsigned());
        questions
            .filter(|id| !mine.typed(id).is_same(&theirs.typed(id)))
            .cloned()
            .collect()
    }
}

impl Posted {
    /// As it is stored: who confirmed first is remembered.
    fn over(self, theirs: &TypedAnswer, by: Confirmation) -> TypedAnswer {
        let mut evidence = self.answer.evidence;
        evidence.retain(|link| !link.trim().is_empty());
        TypedAnswer {
            value: self.answer.value.with_plain_line_ends(),
            evidence,
            confirmed: self.confirmed.then(|| theirs.confirmed.unwrap_or(by)),
            audience: self.answer.audience,
        }
    }
}

impl TypedAnswer {
    /// Whether nothing is typed: no value, no reason why there is none, no link.
    pub fn says_nothing(&self) -> bool {
        self.value.has_no_value() && self.value.cannot.is_empty() && self.evidence.is_empty()
    }

    /// Who may read it in a report that these know of, which are the most: they, where it names nobody or something else.
    pub fn read_by(&self, most: Audience) -> Audience {
        Audience::from_code(&self.audience).map_or(most, |readers| readers.min(most))
    }

    /// Whether the same was typed and ticked, by whomever.
    fn is_same(&self, other: &Self) -> bool {
        let parts = |typed: &Self| (typed.value.clone(), typed.audience.clone(), typed.evidence.clone());
        parts(self) == parts(other) && self.confirmed.is_some() == other.confirmed.is_some()
    }

    /// Whether it is too large to be kept.
    pub fn is_oversized(&self) -> bool {
        let links: usize = self.evidence.iter().map(String::len).sum();
        self.value.is_oversized() || self.evidence.len() > 100 || links > crate::draft::KEPT
    }
}

/// What was stated, back in the boxes from which the same would be read again.
impl From<&Stated> for TypedAnswer {
    fn from(stated: &Stated) -> Self {
        let mut evidence = stated.evidence.iter().map(ToString::to_string).collect();
        let value = match &stated.answer {
            Answer::Given(Value::Links(links)) => {
                evidence = links.iter().map(ToString::to_string).collect();
                Typed::default()
            }
            Answer::Given(value) => typed(value),
            Answer::None => cannot("none"),
            Answer::Unknown => cannot("unknown"),
            Answer::Withheld(reason) => cannot(reason.code()),
            Answer::LeftBlank => Typed::default(),
        };
        Self {
            value,
            audience: stated.audience.code().to_owned(),
            evidence,
            confirmed: None,
        }
    }
}

fn cannot(why: &str) -> Typed {
    Typed {
        cannot: why.to_owned(),
        ..Typed::default()
    }
}

fn typed(value: &Value) -> Typed {
    let empty = Typed::default();
    let text = |text: &str| text.to_owned();
    match value {
        Value::Progress(progress) => Typed {
            text: text(progress.code()),
            ..empty
        },
        Value::Choice { code, other } => Typed {
            text: text(code.as_str()),
            other: other.clone().unwrap_or_default(),
            ..empty
        },
        Value::Choices { codes, other } => Typed {
            choices: codes.iter().map(ToString::to_string).collect(),
            other: other.clone().unwrap_or_default(),
            ..empty
        },
        Value::Count(count) => Typed {
            text: count.number.to_string(),
            estimate: text(if count.estimate { "estimate" } else { "" }),
            ..empty
        },
        Value::Date(moment) => date(*moment),
        Value::Text(written) => Typed {
            text: written.text.clone(),
            language: written.language.clone(),
            ..empty
        },
        // Its boxes are those of the evidence.
        Value::Links(_) => empty,
    }
}

fn date(moment: Moment) -> Typed {
    let date = moment.from.date();
    let from = |fidelity, part: String| {
        if moment.fidelity >= fidelity {
            part
        } else {
            String::new()
        }
    };
    Typed {
        day: from(Fidelity::Day, date.day().to_string()),
        month: from(Fidelity::Month, u8::from(date.month()).to_string()),
        year: date.year().to_string(),
        ..Typed::default()
    }
}
