//! Validation as data: a problem, on a field, collected with all the others, in page order.
//!
//! Nothing here is a sentence. The words are in the Fluent files, the same in the summary and beside the field; an
//! issue says only what is wrong and with which number, so that it can be put into any language and tested as a value.

use crate::form::Field;
use crate::marking::Tlp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// A value is needed, and only a value will do.
    Missing,
    /// An answer is needed: a value, or that there is none, or unknown, or withheld.
    NoAnswer,
    /// Both a value and "cannot say" were given.
    BothWays,
    /// More than this many characters.
    TooLong {
        /// The most.
        max: usize,
    },
    /// Fewer than this many characters.
    TooShort {
        /// The fewest.
        min: usize,
    },
    /// No such date or time.
    NotADate,
    /// Later than now.
    InFuture,
    /// Not a whole number.
    NotANumber,
    /// Not one of the choices offered.
    NotOffered,
    /// "Other" was ticked, but not said which.
    OtherNotSaid,
    /// The text has no language.
    NoLanguage,
    /// More than one line, or characters that cannot be shown.
    NotOneLine,
    /// The marking forbids that this audience reads it.
    MarkingTooStrict {
        /// The strictest marking the audience may still read.
        strictest: Tlp,
    },
    /// Carried a classification marking, and was not stored.
    Classified,
}

impl Problem {
    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NoAnswer => "no-answer",
            Self::BothWays => "both-ways",
            Self::TooLong { .. } => "too-long",
            Self::TooShort { .. } => "too-short",
            Self::NotADate => "not-a-date",
            Self::InFuture => "in-future",
            Self::NotANumber => "not-a-number",
            Self::NotOffered => "not-offered",
            Self::OtherNotSaid => "other-not-said",
            Self::NoLanguage => "no-language",
            Self::NotOneLine => "not-one-line",
            Self::MarkingTooStrict { .. } => "marking-too-strict",
            Self::Classified => "classified",
        }
    }
}

/// A problem on a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Issue {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

/// Every problem there is, in page order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues(BTreeSet<Issue>);

impl Issues {
    /// Note one more. The same issue is noted once.
    pub fn note(&mut self, field: Field, problem: Problem) {
        self.0.insert(Issue { field, problem });
    }

    /// Whether nothing stands in the way.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them, in page order: [`Field`] is ordered as the pages are.
    pub fn iter(&self) -> impl Iterator<Item = Issue> + '_ {
        self.0.iter().copied()
    }

    /// The first problem on this field.
    pub fn on(&self, field: Field) -> Option<Issue> {
        self.iter().find(|issue| issue.field == field)
    }

    /// Only those on fields that satisfy `wanted`.
    #[must_use]
    pub fn only(&self, wanted: impl Fn(Field) -> bool) -> Self {
        Self(self.iter().filter(|issue| wanted(issue.field)).collect())
    }
}

impl FromIterator<Issue> for Issues {
    fn from_iter<I: IntoIterator<Item = Issue>>(issues: I) -> Self {
        Self(issues.into_iter().collect())
    }
}
