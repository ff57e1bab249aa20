//! A filing's content as typed, and the way from there to a complete incident.
//!
//! Three strictnesses. *Saving* refuses nothing but what must not be stored at all (a classification marking): what was
//! typed is kept, however wrong. *Showing a page* judges the fields of that page. *Sending* needs everything. The
//! judgement is always a function of the draft, made anew, so that no message about it is ever stored or passed along.

use crate::{
    form::{Field, Instalment, Section},
    guard,
    ids::Timestamp,
    incident::Incident,
    indicator::Indicator,
    issue::Issues,
    marking::Tlp,
    matter::Matter,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

pub use crate::source::{LeftOut, Passage, Source, Taken, WhyLeftOut};

/// The most characters one box may carry into storage. Ten times what the longest field accepts: enough to keep what
/// somebody pasted by mistake, little enough to keep a database from being filled by one form.
pub const KEPT: usize = 40_000;

/// One field as typed. Which parts are used depends on its [`Control`](crate::form::Control).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Typed {
    /// Text, a number, or the code of a single choice.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The language of the text.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// The codes that were ticked, or the States.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// What "other" stands for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub other: String,
    /// Day of the month.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// Month of the year.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub month: String,
    /// Year.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// Time of day, UTC.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub time: String,
    /// `estimate` where a number is one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub estimate: String,
    /// Why there is no value: empty, `none`, `unknown`, or a reason for withholding.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cannot: String,
    /// Why the value is not released: empty, or a reason.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub held_back: String,
    /// `released` beside the marking, where the State lets out indicators that their source marked more strictly.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub released: String,
}

impl Typed {
    /// Whether no value was typed. A language alone is no value: it is preselected.
    pub fn has_no_value(&self) -> bool {
        let boxes = [&self.text, &self.other, &self.day, &self.month, &self.year, &self.time];
        boxes.into_iter().all(|text| text.trim().is_empty()) && self.choices.is_empty()
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        let boxes = [
            &self.text,
            &self.language,
            &self.other,
            &self.day,
            &self.month,
            &self.year,
            &self.time,
        ];
        boxes
            .into_iter()
            .chain([&self.estimate, &self.cannot, &self.held_back, &self.released])
            .chain(&self.choices)
    }

    /// Whether any part carries a classification marking.
    pub fn is_classified(&self) -> bool {
        self.texts().any(|text| guard::classification_marking(text).is_some())
    }

    /// Whether it is too large to be kept.
    pub fn is_oversized(&self) -> bool {
        self.choices.len() > 400 || self.texts().map(String::len).sum::<usize>() > KEPT
    }

    /// Browsers send line ends as CR LF; one spelling makes the same text equal to itself.
    #[must_use]
    pub fn with_plain_line_ends(mut self) -> Self {
        self.text = self.text.replace("\r\n", "\n");
        self
    }
}

/// A filing's content as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What was typed, by field; a field nobody touched is absent.
    #[serde(default)]
    pub answers: BTreeMap<Field, Typed>,
    /// Technical traces, from an import.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// The strictest marking their source put on anything in the file: the floor under the indicators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Tlp>,
    /// Where an import came from. Never leaves the State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// What came of saving one page over a draft that may have changed since the page was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<M: Matter = Incident> {
    /// The draft with everything that could be put together.
    pub draft: M::Draft,
    /// Places that both changed, and differently: the newer draft's value stands until the person chooses.
    pub both_changed: BTreeSet<M::Place>,
    /// Places not stored, since they carry a classification marking.
    pub classified: BTreeSet<M::Place>,
    /// Places not stored, since they are larger than anything the form could mean.
    pub oversized: BTreeSet<M::Place>,
}

impl<M: Matter> Merged<M> {
    /// This draft, with nothing left over.
    pub const fn of(draft: M::Draft) -> Self {
        Self {
            draft,
            both_changed: BTreeSet::new(),
            classified: BTreeSet::new(),
            oversized: BTreeSet::new(),
        }
    }
}

impl Draft {
    /// One field as typed, empty where nobody touched it.
    pub fn typed(&self, field: Field) -> Typed {
        self.answers.get(&field).cloned().unwrap_or_default()
    }

    /// Under which marking, at the most open, the indicators may travel: what their source demands, until the State
    /// releases them. The filing's own marking may be more open; then they stay behind.
    pub fn floor(&self) -> Option<Tlp> {
        let is_released = || {
            self.answers
                .get(&Field::Marking)
                .is_some_and(|typed| typed.released == "released")
        };
        self.floor.filter(|_| !self.indicators.is_empty() && !is_released())
    }

    /// The complete incident, or everything that stands in the way, in page order.
    ///
    /// # Errors
    /// All issues at once; never just the first.
    pub fn complete(&self, instalment: Instalment, now: Timestamp) -> Result<Incident, Issues> {
        crate::incident::complete(self, instalment, now)
    }

    /// What stands in the way, on any page.
    pub fn issues(&self, instalment: Instalment, now: Timestamp) -> Issues {
        self.complete(instalment, now).err().unwrap_or_default()
    }

    /// Put one page's posted fields over this draft. `base` is the draft the page was drawn from: a field that only
    /// one of the two changed since is taken from that one.
    ///
    /// A field of the page that was not posted was emptied: browsers do not send unticked boxes.
    pub fn with_page(&self, base: &Self, page: Section, mut posted: BTreeMap<Field, Typed>) -> Merged {
        let mut merged: Merged = Merged::of(self.clone());
        for field in page.fields(Instalment::Notification) {
            let mine = posted.remove(&field).unwrap_or_default().with_plain_line_ends();
            let (theirs, before) = (self.typed(field), base.typed(field));
            if mine.is_classified() {
                merged.classified.insert(field);
            } else if mine.is_oversized() {
                merged.oversized.insert(field);
            } else if theirs == before || theirs == mine {
                merged.draft.answers.insert(field, mine);
            } else if mine != before {
                merged.both_changed.insert(field);
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Typed {
        Typed {
            text: text.into(),
            ..Typed::default()
        }
    }

    fn draft(fields: &[(Field, &str)]) -> Draft {
        Draft {
            answers: fields.iter().map(|(field, text)| (*field, line(text))).collect(),
            ..Draft::default()
        }
    }

    #[test]
    fn what_only_one_changed_is_taken_and_what_both_changed_is_asked() {
        let base = draft(&[(Field::Title, "a"), (Field::NationalReference, "1")]);
        let newer = draft(&[(Field::Title, "b"), (Field::NationalReference, "1")]);
        let mine = [(Field::Title, line("c")), (Field::NationalReference, line("2"))].into();
        let merged = newer.with_page(&base, Section::Notice, mine);
        assert_eq!(merged.both_changed, [Field::Title].into());
        assert_eq!(merged.draft.typed(Field::Title).text, "b");
        assert_eq!(merged.draft.typed(Field::NationalReference).text, "2");
    }

    #[test]
    fn a_classification_marking_is_not_stored_and_the_rest_is() {
        let before = draft(&[(Field::Title, "before")]);
        let posted = [
            (Field::Title, line("NATO SECRET: it")),
            (Field::NationalReference, line("7")),
        ]
        .into();
        let merged = before.with_page(&before, Section::Notice, posted);
        assert_eq!(merged.classified, [Field::Title].into());
        assert_eq!(merged.draft.typed(Field::Title).text, "before");
        assert_eq!(merged.draft.typed(Field::NationalReference).text, "7");
    }

    #[test]
    fn an_unticked_box_is_an_emptied_field() {
        let ticked = Typed {
            choices: vec!["energy".into()],
            ..Typed::default()
        };
        let before = Draft {
            answers: [(Field::Sectors, ticked)].into(),
            ..Draft::default()
        };
        let merged = before.with_page(&before, Section::Reach, BTreeMap::new());
        assert!(merged.draft.typed(Field::Sectors).choices.is_empty());
    }
}
