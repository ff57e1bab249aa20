//! What was read of a form that came back, while it waits.
//!
//! What carries a classification marking is not kept even for that half hour, nor what no page would keep for its size:
//! of those only the questions are named, so that the next page can say so.

use crate::{
    error::PortalError,
    portal::{Portal, ports::FilledIn},
};
use domain::{
    ids::{FilingReference, Version},
    questionnaire::QuestionId,
    report::{ReportDraft, TypedAnswer},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What waits of a form that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Brought {
    /// The report it is the form of.
    pub of: FilingReference,
    /// The version of its draft that the form was made of.
    pub from: Version,
    /// What is said to which question. A question that is absent was not touched.
    pub answers: BTreeMap<QuestionId, TypedAnswer>,
    /// The questions whose answers the file could not hold.
    pub left_out: BTreeSet<QuestionId>,
    /// The questions whose answers carried a classification marking.
    pub classified: BTreeSet<QuestionId>,
    /// The questions whose answers were too large to be kept.
    pub oversized: BTreeSet<QuestionId>,
}

impl Brought {
    /// What may wait of it.
    pub fn of(report: &FilingReference, from: Version, filled: FilledIn) -> Self {
        // Who confirmed what is nobody's to bring.
        let unsigned = ReportDraft {
            answers: filled.answers,
            ..ReportDraft::default()
        }
        .unsigned();
        let mut brought = Self {
            of: report.clone(),
            from,
            answers: BTreeMap::new(),
            left_out: filled.left_out,
            classified: BTreeSet::new(),
            oversized: BTreeSet::new(),
        };
        for (question, answer) in unsigned.answers {
            if brought.left_out.contains(&question) {
                continue;
            }
            if answer.is_classified() {
                brought.classified.insert(question);
            } else if answer.is_oversized() {
                brought.oversized.insert(question);
            } else {
                brought.answers.insert(question, answer);
            }
        }
        brought
    }
}

impl Portal {
    /// Keep it, in place of the file that waited before.
    pub(super) async fn keep_brought(&self, brought: &Brought) -> Result<(), PortalError> {
        let text = serde_json::to_string(brought).map_err(|_| PortalError::Malformed)?;
        Ok(self.store().keep_file(self.actor()?.id, &text, self.now()).await?)
    }

    /// What waits for the visitor, if it is a form of this report.
    pub(super) async fn brought(&self, of: &FilingReference) -> Result<Option<Brought>, PortalError> {
        let text = self.store().waiting_file(self.actor()?.id, self.now()).await?;
        // What is not understood is another file that waits.
        let brought = text.and_then(|text| serde_json::from_str::<Brought>(&text).ok());
        Ok(brought.filter(|brought| brought.of == *of))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::draft::Typed;

    fn answer(text: &str) -> TypedAnswer {
        TypedAnswer {
            value: Typed {
                text: text.into(),
                ..Typed::default()
            },
            ..TypedAnswer::default()
        }
    }

    #[test]
    fn what_is_marked_or_too_large_waits_nowhere() {
        let id = |text: &str| text.parse::<QuestionId>().unwrap();
        let filled = FilledIn {
            answers: [
                (id("one"), answer("A strategy.")),
                (id("two"), answer("NATO SECRET: it")),
                (id("three"), answer(&"x".repeat(50_000))),
                (id("four"), answer("as it was")),
            ]
            .into(),
            left_out: [id("four")].into(),
        };
        let brought = Brought::of(&"REP-XV-2026-0001".parse().unwrap(), Version::new(7), filled);
        assert_eq!(brought.answers, [(id("one"), answer("A strategy."))].into());
        assert_eq!(brought.classified, [id("two")].into());
        assert_eq!(brought.oversized, [id("three")].into());
        assert!(!serde_json::to_string(&brought).unwrap().contains("SECRET"));
    }
}
