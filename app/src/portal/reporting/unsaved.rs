//! Answers that could not be saved, given back to whoever typed them.
//!
//! As [for a notification](super::super::given_back): when a section arrives after the report was sent, or while it is in
//! other hands, what was typed is set aside in the session of whoever typed it, stands once on the next page of that
//! report, and is then forgotten. What carries a classification marking is kept nowhere.

use super::saving::Answered;
use crate::{error::PortalError, portal::Portal};
use domain::{
    ids::{FilingReference, PersonId, Version},
    questionnaire::QuestionId,
    report::{Report, ReportDraft, TypedAnswer},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The name of a section that could not be saved, in the session.
const SECTION: &str = "unsaved-answers";

/// What somebody typed in a section and could not save.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnsavedAnswers {
    /// The version their page was drawn from.
    pub seen: Version,
    /// The answers they changed.
    pub answers: BTreeMap<QuestionId, TypedAnswer>,
    /// Questions whose answers are not given back, since they carry a classification marking.
    pub classified: BTreeSet<QuestionId>,
    /// Questions whose answers are not given back, since a session holds nothing of that length.
    pub oversized: BTreeSet<QuestionId>,
}

/// What a session holds of it; each answer is held by itself.
#[derive(Serialize, Deserialize)]
struct Kept {
    by: PersonId,
    of: FilingReference,
    seen: Version,
    answers: BTreeSet<QuestionId>,
    classified: BTreeSet<QuestionId>,
    oversized: BTreeSet<QuestionId>,
}

fn name_of(question: &QuestionId) -> String {
    format!("{SECTION}-{question}")
}

impl UnsavedAnswers {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.classified.is_empty() && self.oversized.is_empty()
    }

    /// What was typed over `base` and is not in the draft `now`.
    fn of(posted: &Answered, base: &ReportDraft, now: &ReportDraft) -> Self {
        let mut unsaved = Self::default();
        for (question, posted) in posted {
            let mut typed = posted.answer.clone();
            typed.value = typed.value.with_plain_line_ends();
            typed.evidence.retain(|link| !link.trim().is_empty());
            let is_as_in = |draft: &ReportDraft| {
                let other = draft.typed(question);
                typed.value == other.value && typed.evidence == other.evidence && typed.audience == other.audience
            };
            let question = question.clone();
            if typed == TypedAnswer::default() || is_as_in(base) || is_as_in(now) {
                continue;
            }
            if typed.is_classified() {
                unsaved.classified.insert(question);
            } else if typed.is_oversized() {
                unsaved.oversized.insert(question);
            } else {
                unsaved.answers.insert(question, typed);
            }
        }
        unsaved
    }
}

impl Portal {
    /// Keep what was typed in a section that was not saved.
    pub(super) async fn keep_unsaved_answers(
        &self,
        of: &FilingReference,
        seen: Version,
        posted: &Answered,
    ) -> Result<(), PortalError> {
        let filing = self.reachable::<Report>(of).await?;
        let base = self.drawn_from(&filing, seen).await?;
        let unsaved = UnsavedAnswers::of(posted, &base, &filing.draft);
        for (question, typed) in &unsaved.answers {
            self.set_aside(&name_of(question), typed).await?;
        }
        let kept = Kept {
            by: self.actor()?.id,
            of: of.clone(),
            seen,
            answers: unsaved.answers.into_keys().collect(),
            classified: unsaved.classified,
            oversized: unsaved.oversized,
        };
        self.set_aside(SECTION, &kept).await
    }

    /// What the visitor typed in a section of this report and could not save: once.
    pub(super) async fn unsaved_answers(&self, of: &FilingReference) -> Result<UnsavedAnswers, PortalError> {
        let by = self.actor()?.id;
        let kept = self.aside::<Kept>(SECTION).await?;
        let Some(kept) = kept.filter(|kept| kept.by == by && kept.of == *of) else {
            return Ok(UnsavedAnswers::default());
        };
        self.forget_aside(SECTION).await?;
        let mut unsaved = UnsavedAnswers {
            seen: kept.seen,
            answers: BTreeMap::new(),
            classified: kept.classified,
            oversized: kept.oversized,
        };
        for question in kept.answers {
            let name = name_of(&question);
            match self.aside(&name).await? {
                Some(typed) => drop(unsaved.answers.insert(question, typed)),
                None => drop(unsaved.oversized.insert(question)),
            }
            self.forget_aside(&name).await?;
        }
        Ok(unsaved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{draft::Typed, report::Posted};

    #[test]
    fn what_somebody_changed_is_given_back_unless_it_is_marked_as_classified() {
        let typed = |text: &str| TypedAnswer {
            value: Typed {
                text: text.into(),
                ..Typed::default()
            },
            ..TypedAnswer::default()
        };
        let id = |text: &str| text.parse::<QuestionId>().unwrap();
        let draft = |text: &str| ReportDraft {
            answers: [(id("one"), typed(text)), (id("two"), typed("same"))].into(),
            ..ReportDraft::default()
        };
        let posted = [
            ("one", "mine\r\nin two lines"),
            ("two", "same"),
            ("three", "NATO SECRET: it"),
            ("four", ""),
        ];
        let posted = posted.map(|(name, text)| {
            let answer = typed(text);
            let confirmed = false;
            (id(name), Posted { answer, confirmed })
        });
        let unsaved = UnsavedAnswers::of(&posted.into(), &draft("before"), &draft("theirs"));
        assert_eq!(unsaved.answers, [(id("one"), typed("mine\nin two lines"))].into());
        assert_eq!(unsaved.classified, [id("three")].into());
        assert!(unsaved.oversized.is_empty());
    }
}
