//! What changed from one year to the next, question by question, for readers who may read both.

use crate::{
    carry::Descent,
    questionnaire::{QuestionId, Questionnaire},
    report::{DisclosedAnswer, ReportDisclosure, Said},
};

/// How what is read now stands to what was read then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// The same is said, with the same evidence.
    Same,
    /// Something else is said, or with other evidence.
    Changed,
    /// Something is said, where nothing was to be read.
    New,
    /// Nothing is to be read any more.
    Gone,
    /// The question is not in the questionnaire any more.
    NoLongerAsked,
}

impl Change {
    /// Each of them, in the order of a summary.
    pub const ALL: [Self; 5] = [Self::Same, Self::Changed, Self::New, Self::Gone, Self::NoLongerAsked];

    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Gone => "gone",
            Self::NoLongerAsked => "no-longer-asked",
        }
    }
}

/// One question in two years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// The question: this year's id, or the old one where it is not asked any more.
    pub question: QuestionId,
    /// What was to be read then.
    pub then: Option<&'a DisclosedAnswer>,
    /// What is to be read now.
    pub now: Option<&'a DisclosedAnswer>,
    /// How they stand to one another.
    pub change: Change,
    /// Whether who may see it changed, where the same readers still do.
    pub other_readers: bool,
}

/// The year-on-year difference, in the order of this year's pages, followed by what is not asked any more. Questions on
/// which there was nothing to read in either year are left out.
///
/// Both disclosures are for the same readers and have answers; of a report that says that there is nothing new, compare
/// the one it refers to. `versions` lead from the one to the other, as for [`Descent::through`].
pub fn difference<'a>(
    then: &'a ReportDisclosure,
    now: &'a ReportDisclosure,
    versions: &[&Questionnaire],
) -> Vec<Difference<'a>> {
    let (Some(before), Some(current)) = (versions.first(), versions.last()) else {
        return Vec::new();
    };
    let descent = Descent::through(versions);
    let read = |disclosure: &'a ReportDisclosure, id: &QuestionId| {
        disclosure.answer(id).filter(|answer| answer.said.is_something())
    };
    let asked = current.questions().filter_map(|question| {
        let then = descent.before(&question.id).and_then(|id| read(then, id));
        compared(question.id.clone(), then, read(now, &question.id))
    });
    let is_gone = |id: &&QuestionId| descent.same.values().all(|then| then != *id);
    let gone = before.questions().map(|question| &question.id).filter(is_gone);
    let no_longer = gone.filter_map(|id| {
        Some(Difference {
            question: id.clone(),
            then: Some(read(then, id)?),
            now: None,
            change: Change::NoLongerAsked,
            other_readers: false,
        })
    });
    asked.chain(no_longer).collect()
}

fn compared<'a>(
    question: QuestionId,
    then: Option<&'a DisclosedAnswer>,
    now: Option<&'a DisclosedAnswer>,
) -> Option<Difference<'a>> {
    let words = |answer: &'a DisclosedAnswer| -> (&'a Said, &'a [_]) { (&answer.said, &answer.evidence) };
    let change = match (then, now) {
        (None, None) => return None,
        (None, Some(_)) => Change::New,
        (Some(_), None) => Change::Gone,
        (Some(then), Some(now)) if words(then) == words(now) => Change::Same,
        (Some(_), Some(_)) => Change::Changed,
    };
    let other_readers = then.zip(now).is_some_and(|(then, now)| then.audience != now.audience);
    Some(Difference {
        question,
        then,
        now,
        change,
        other_readers,
    })
}
