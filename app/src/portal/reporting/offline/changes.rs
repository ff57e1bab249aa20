//! What a form that came back would change in a draft.

use super::super::saving::{Answered, depth};
use domain::{
    filing::Filing,
    ids::{FormKey, PersonId},
    questionnaire::{QuestionId, SectionId},
    report::{Posted, Report, ReportDraft, TypedAnswer},
};
use std::collections::{BTreeMap, BTreeSet};

/// The page that shows it before anything does.
pub struct ChangesSeen {
    /// The report, with the draft it is compared with.
    pub filing: Filing<Report>,
    /// What would change.
    pub changes: Changes,
    /// The questions whose answers the file could not hold: they stay as they are.
    pub left_out: BTreeSet<QuestionId>,
    /// The questions whose answers were not kept for a classification marking.
    pub classified: BTreeSet<QuestionId>,
    /// The questions whose answers were not kept for their size.
    pub oversized: BTreeSet<QuestionId>,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// What a form would change in a draft, for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The answers that would change, by section. Sections in which nothing would are absent.
    pub sections: BTreeMap<SectionId, Vec<AnswerChange>>,
    /// How many answers are the same in both.
    pub same: usize,
    /// How many answers nobody touched in the file while they changed in the draft: these are left as they are.
    pub newer: usize,
    /// The sections that were given to others, and how many answers differ in each: these are left as they are.
    pub of_others: BTreeMap<SectionId, usize>,
}

/// What would become of one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// To which question.
    pub question: QuestionId,
    /// What kind of change it is.
    pub how: How,
    /// Whether it changed in the draft as well since the form was taken along: then somebody chooses between the two.
    pub both: bool,
    /// As it is in the draft.
    pub before: TypedAnswer,
    /// As it would be.
    pub after: TypedAnswer,
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// There was none.
    New,
    /// There was another.
    Changed,
    /// There would be none any more.
    Cleared,
}

impl How {
    /// The end of the id of the message that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Cleared => "cleared",
        }
    }

    fn of(before: &TypedAnswer, after: &TypedAnswer) -> Self {
        match (before.says_nothing(), after.says_nothing()) {
            (true, false) => Self::New,
            (false, true) => Self::Cleared,
            (true, true) | (false, false) => Self::Changed,
        }
    }
}

impl Changes {
    /// What these answers would change in the draft, of a form that was made of the draft `base`, if `is_theirs` says of a
    /// section whether the person writes it.
    pub(super) fn of(
        filing: &Filing<Report>,
        base: &ReportDraft,
        answers: &BTreeMap<QuestionId, TypedAnswer>,
        is_theirs: impl Fn(&SectionId) -> bool,
    ) -> Self {
        let (terms, draft) = (&filing.terms, &filing.draft);
        let (touched, changed) = (changed_by(base, answers), changed_by(draft, answers));
        let since = base.changed_by(draft);
        let mut changes = Self::default();
        for section in &terms.questionnaire.sections {
            let asked = section
                .questions
                .iter()
                .filter(|question| question.is_asked(depth(draft), &terms.about))
                .filter_map(|question| Some((&question.id, answers.get(&question.id)?)));
            let (different, same): (Vec<_>, Vec<_>) = asked.partition(|(id, _)| changed.contains(*id));
            let (different, newer): (Vec<_>, Vec<_>) = different.into_iter().partition(|(id, _)| touched.contains(*id));
            changes.same += same.len();
            changes.newer += newer.len();
            if different.is_empty() {
                continue;
            }
            if is_theirs(&section.id) {
                let different = different
                    .into_iter()
                    .map(|(id, after)| change(id, draft.typed(id), after, since.contains(id)));
                changes.sections.insert(section.id.clone(), different.collect());
            } else {
                changes.of_others.insert(section.id.clone(), different.len());
            }
        }
        changes
    }

    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// How many answers would change.
    pub fn number(&self) -> usize {
        self.sections.values().map(Vec::len).sum()
    }

    /// Whether anything changed in both, so that somebody has to choose.
    pub fn to_choose(&self) -> bool {
        self.sections.values().flatten().any(|change| change.both)
    }

    /// What would change, as a page of the form would post it.
    pub(super) fn posted(&self) -> Answered {
        let changed = self.sections.values().flatten();
        let posted = changed.map(|one| {
            let (answer, confirmed) = (one.after.clone(), one.after.confirmed.is_some());
            (one.question.clone(), Posted { answer, confirmed })
        });
        posted.collect()
    }
}

/// The questions to which these answers say something else than the draft.
fn changed_by(draft: &ReportDraft, answers: &BTreeMap<QuestionId, TypedAnswer>) -> BTreeSet<QuestionId> {
    let mut over = draft.clone();
    over.answers.extend(answers.clone());
    draft.changed_by(&over)
}

/// Who confirmed that last year's answer stands confirmed that one, and no other.
fn change(question: &QuestionId, before: TypedAnswer, after: &TypedAnswer, both: bool) -> AnswerChange {
    let is_the_same = before.value == after.value && before.evidence == after.evidence;
    let after = TypedAnswer {
        confirmed: before.confirmed.filter(|_| is_the_same),
        ..after.clone()
    };
    AnswerChange {
        question: question.clone(),
        how: How::of(&before, &after),
        both,
        before,
        after,
    }
}
