//! What stands in the way of a report: everything at once, in page order, as codes.

use crate::{issue::Problem, questionnaire::QuestionId};

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum On {
    /// The choice of a tier.
    Tier,
    /// The confirmation that there is nothing new.
    Since,
    /// The readers of the whole.
    Audience,
    /// This question.
    Question(QuestionId),
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wrong {
    /// As it can be with any form.
    Problem(Problem),
    /// A link that is not one.
    NotALink,
    /// More links than this.
    TooManyLinks {
        /// The most.
        max: usize,
    },
    /// Last year's answer, neither confirmed nor changed nor dropped.
    NotConfirmed,
    /// There is no report that could still stand.
    NoLastReport,
}

impl Wrong {
    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Problem(problem) => problem.code(),
            Self::NotALink => "not-a-link",
            Self::TooManyLinks { .. } => "too-many-links",
            Self::NotConfirmed => "not-confirmed",
            Self::NoLastReport => "no-last-report",
        }
    }
}

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// Something wrong somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Where.
    pub on: On,
    /// What.
    pub wrong: Wrong,
}

/// Everything wrong, in page order: the questionnaire's, after what concerns the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// Note one more, further down the pages than those before.
    pub(super) fn note(&mut self, on: On, wrong: Wrong) {
        self.0.push(Issue { on, wrong });
    }

    /// Whether nothing stands in the way.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them, in page order.
    pub fn iter(&self) -> impl Iterator<Item = &Issue> {
        self.0.iter()
    }

    /// What is wrong there.
    pub fn on(&self, on: &On) -> Option<Wrong> {
        self.iter().find(|issue| issue.on == *on).map(|issue| issue.wrong)
    }

    /// Only those on questions that satisfy `wanted`.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(&QuestionId) -> bool) -> Self {
        let is_wanted = |issue: &&Issue| matches!(&issue.on, On::Question(id) if wanted(id));
        Self(self.iter().filter(is_wanted).cloned().collect())
    }
}
