//! What was typed into the forms of preparation, and what is wrong with it: everything at once, in the order of a form.

mod calendar;
mod catalogue;
mod mistake;
mod plan;
#[cfg(test)]
mod tests;

pub use calendar::CalendarForm;
pub use catalogue::{CircleForm, CommitmentForm};
pub use mistake::Mistake;
pub use plan::{Known, PlanForm};

use domain::{
    answer::Text, calendar::Day, cycle::Cycle, guard, note::Note, policy::Refusal, questionnaire::QuestionnaireVersion,
};
use serde::{Deserialize, Serialize};

/// The most characters of a line.
pub const LINE_MAX: usize = 200;

/// A version to begin, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeginForm {
    /// What it begins as: `shipped` or `latest`.
    #[serde(default)]
    pub from: String,
    /// Its version.
    #[serde(default)]
    pub version: String,
}

impl BeginForm {
    /// The version, where it is one that follows the latest.
    ///
    /// # Errors
    /// The mistake.
    pub fn version(&self, latest: Option<QuestionnaireVersion>) -> Result<QuestionnaireVersion, Mistake> {
        let version = self.version.trim().parse().map_err(|_| Mistake::Version)?;
        if latest.is_some_and(|latest| version <= latest) {
            Err(Mistake::VersionBefore)
        } else {
            Ok(version)
        }
    }
}

/// A request for more time, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeForm {
    /// The day it asks for.
    #[serde(default)]
    pub until: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl TimeForm {
    /// Day and reason, or everything that stands in their way.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn asked(&self, cycle: &Cycle) -> Result<(Day, Note), Vec<Mistake>> {
        let (plan, reason) = (cycle.plan(), self.reason.parse::<Note>());
        let until = day(&self.until).ok_or(Mistake::Until).and_then(|until| {
            let is_within = until > plan.due && until <= plan.closes;
            is_within.then_some(until).ok_or(Mistake::UntilOutside)
        });
        match (until, reason) {
            (Ok(until), Ok(reason)) => Ok((until, reason)),
            (until, reason) => Err(until.err().into_iter().chain(reason.err().map(of_note)).collect()),
        }
    }

    /// The form without words that carry a classification marking: those are kept nowhere.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        unmark(&mut self.until);
        unmark(&mut self.reason);
        self
    }
}

const fn of_note(refusal: Refusal) -> Mistake {
    match refusal {
        Refusal::NoteMissing => Mistake::Reason,
        Refusal::NoteTooLong => Mistake::ReasonLong,
        Refusal::NoteClassified => Mistake::ReasonClassified,
        _ => Mistake::ReasonUnreadable,
    }
}

/// A day as people write it here: `2026-03-17`.
fn day(text: &str) -> Option<Day> {
    text.trim().parse().ok()
}

/// A line of text as it is stored, where it is one and carries no marking.
fn line(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= LINE_MAX && !text.contains(['\n', '\t']);
    (fits && text.chars().all(Text::may_hold) && !is_marked(text)).then(|| text.to_owned())
}

fn is_marked(text: &str) -> bool {
    guard::classification_marking(text).is_some()
}

fn unmark(text: &mut String) {
    if is_marked(text) {
        text.clear();
    }
}
