//! From one year's report to the next: what is the same, what is new, what is gone.
//!
//! A version of the questionnaire says of each of its questions what it was in the version before
//! ([`Lineage`](crate::questionnaire::Lineage)). Followed back through the versions between the last report and this
//! cycle, that gives each question at most one old one with which it is *the same*; its answer is carried forward to be
//! confirmed, changed or dropped. A question that stands *in place of* old ones shows their answers and takes none of
//! them over, since they answered something else. What no question takes up is dropped, and listed.
//!
//! The [`difference`] of two years is drawn from two disclosures for the same readers, never from reports: so it can be
//! shown to anyone who may read both, and shows them nothing else.

mod difference;
#[cfg(test)]
mod tests;

pub use difference::{Change, Difference, difference};

use crate::{
    cycle::CycleYear,
    questionnaire::{Lineage, QuestionId, Questionnaire},
    report::{Report, Stated},
};
use std::collections::{BTreeMap, BTreeSet};

/// What became of the questions between two versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Descent {
    /// Each question that was there before: now, then.
    pub same: BTreeMap<QuestionId, QuestionId>,
    /// Each question that stands in place of others: now, then.
    pub replaced: BTreeMap<QuestionId, BTreeSet<QuestionId>>,
    /// Questions that were not there in any form, in page order.
    pub new: Vec<QuestionId>,
    /// Questions of then that nothing takes up, in page order.
    pub dropped: Vec<QuestionId>,
}

impl Descent {
    /// What became of the questions of the first of these versions in the last. Between them stand all that were opened
    /// in between, each following the one before; where both are the same version, it stands there once.
    pub fn through(versions: &[&Questionnaire]) -> Self {
        let mut descent = Self::default();
        let (Some(then), Some(now)) = (versions.first(), versions.last()) else {
            return descent;
        };
        let mut taken_up = BTreeSet::new();
        for question in now.questions() {
            let origins = origins(&question.id, &versions[1..]);
            let (is_same, from) = origins.unwrap_or_default();
            taken_up.extend(from.iter().cloned());
            match (is_same, from.first()) {
                (_, None) => descent.new.push(question.id.clone()),
                (true, Some(then)) => drop(descent.same.insert(question.id.clone(), then.clone())),
                (false, Some(_)) => drop(descent.replaced.insert(question.id.clone(), from)),
            }
        }
        let gone = then.questions().filter(|question| !taken_up.contains(&question.id));
        descent.dropped = gone.map(|question| question.id.clone()).collect();
        descent
    }

    /// The question of then that is the same as this one of now.
    pub fn before(&self, now: &QuestionId) -> Option<&QuestionId> {
        self.same.get(now)
    }
}

/// The questions of the first version that this one of the last goes back to, and whether it is the same as the one.
fn origins(now: &QuestionId, steps: &[&Questionnaire]) -> Option<(bool, BTreeSet<QuestionId>)> {
    let mut is_same = true;
    let mut ids = BTreeSet::from([now.clone()]);
    for version in steps.iter().rev() {
        let mut before = BTreeSet::new();
        for id in &ids {
            let lineage = &version.question(id)?.succeeds;
            is_same &= matches!(lineage, Lineage::Same(_));
            before.extend(lineage.taken_up().into_iter().cloned());
        }
        ids = before;
    }
    Some((is_same, ids))
}

/// The last report with answers, brought under this year's questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    /// The cycle of that report.
    pub cycle: CycleYear,
    /// Its answers, under the ids of this year's questions.
    pub answers: BTreeMap<QuestionId, Stated>,
    /// Answers to questions in whose place another stands: shown beside it, under its id.
    pub beside: BTreeMap<QuestionId, Vec<(QuestionId, Stated)>>,
    /// Questions that are new this year, in page order.
    pub new: Vec<QuestionId>,
    /// Answers to questions that are gone, in the old page order.
    pub dropped: Vec<(QuestionId, Stated)>,
}

impl Carry {
    /// What of this report is carried forward through these versions, from its own to this year's. `None` where the
    /// report has no answers, or the versions begin with another than its own.
    ///
    /// A report that says that there is nothing new carries nothing itself: carry the one it refers to.
    pub fn forward(last: &Report, versions: &[&Questionnaire]) -> Option<Self> {
        let answers = last.answers()?;
        if versions.first()?.version != last.questionnaire {
            return None;
        }
        let descent = Descent::through(versions);
        let said = |id: &QuestionId| answers.get(id).filter(|stated| stated.says_something()).cloned();
        let named = |id: &QuestionId| Some((id.clone(), said(id)?));
        let same = descent
            .same
            .iter()
            .filter_map(|(now, then)| Some((now.clone(), said(then)?)));
        let beside = descent.replaced.iter().map(|(now, then)| {
            let answers: Vec<_> = then.iter().filter_map(named).collect();
            (now.clone(), answers)
        });
        Some(Self {
            cycle: last.cycle,
            answers: same.collect(),
            beside: beside.filter(|(_, answers)| !answers.is_empty()).collect(),
            dropped: descent.dropped.iter().filter_map(named).collect(),
            new: descent.new,
        })
    }
}
