//! A State's progress report: what it files in a cycle.
//!
//! Three tiers, from a minute to an afternoon. *Nothing new* is one confirmation that names the last report. The
//! *short form* asks for one progress value and a sentence on each commitment, the *full form* for everything. Whoever
//! moves up a tier finds what they typed; the forms differ only in what they ask.
//!
//! No question is mandatory. What a State says to one is an [`Answer`], in the same states as everywhere: given, none,
//! unknown, withheld for a reason, left blank; and *not asked*, which follows from the tier and from what is addressed
//! to the State. Beside it stand links to evidence, and who may see it: the State decides answer by answer, the cycle
//! proposes a default, and no answer has more readers than the report as a whole.
//!
//! Last year's answers are there at the beginning ([`carry`](crate::carry)). They are not this year's until a drafter
//! confirms, changes or drops them, since a State must not be made to say something by saying nothing; what became of
//! each is [`Carried`].
//!
//! What readers get is made by one function, [`Report::disclose`]. What the people of a State write to one another
//! ([`inside`]) is of a type that fits into neither.

mod check;
mod completeness;
mod disclosure;
mod draft;
pub mod inside;
mod link;
pub mod sections;
mod terms;
#[cfg(test)]
pub(crate) mod tests;
mod value;
mod wrong;

pub use completeness::{Completeness, Figures};
pub use disclosure::{DisclosedAnswer, DisclosedContent, ReportDisclosure, Said};
pub use draft::{Confirmation, Posted, ReportDraft, TypedAnswer};
pub use link::{Link, NotALink};
pub use terms::{ReportTerms, Terms};
pub use value::{Carried, Stated, Value};
pub use wrong::{Issue, Issues, On, Wrong};

use crate::{
    answer::Answer,
    cycle::CycleYear,
    marking::Audience,
    note::Hash,
    questionnaire::{AskedAbout, Depth, QuestionId, QuestionnaireVersion},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most links beside one answer.
pub const LINKS_MAX: usize = 10;
/// The most characters of what "other" stands for.
pub const OTHER_MAX: usize = 120;

/// How much a State chooses to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// One confirmation, naming the last report.
    NothingNew,
    /// One progress value and a sentence on each commitment.
    Short,
    /// Everything.
    Full,
}

impl Tier {
    /// Every tier, the lightest first.
    pub const ALL: [Self; 3] = [Self::NothingNew, Self::Short, Self::Full];

    /// The code used in forms, storage, exports and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NothingNew => "nothing-new",
            Self::Short => Depth::Short.code(),
            Self::Full => Depth::Full.code(),
        }
    }

    /// The tier with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.code() == code)
    }

    /// The form it fills in, if any.
    pub const fn depth(self) -> Option<Depth> {
        match self {
            Self::NothingNew => None,
            Self::Short => Some(Depth::Short),
            Self::Full => Some(Depth::Full),
        }
    }
}

/// What a State reports in a cycle. Made by [`ReportDraft::complete`] and by nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The cycle it is filed in.
    pub cycle: CycleYear,
    /// The version whose questions it answers.
    pub questionnaire: QuestionnaireVersion,
    /// SHA-256 of that version as it was opened.
    pub questions: Hash,
    /// What the State was asked about, and why: memberships change, and what was asked then must not change with them.
    pub about: AskedAbout,
    /// Who may know that the State reported, and the most readers an answer can have.
    pub audience: Audience,
    /// What it says.
    pub content: Content,
}

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// That what was said in that cycle still stands.
    NothingNew {
        /// The cycle of the last report that has answers.
        since: CycleYear,
    },
    /// Answers.
    Form {
        /// To which form.
        depth: Depth,
        /// To every question that was asked.
        answers: BTreeMap<QuestionId, Stated>,
        /// The other questions of the version.
        not_asked: BTreeSet<QuestionId>,
    },
}

impl Report {
    /// Its tier.
    pub const fn tier(&self) -> Tier {
        match self.content {
            Content::NothingNew { .. } => Tier::NothingNew,
            Content::Form {
                depth: Depth::Short, ..
            } => Tier::Short,
            Content::Form { depth: Depth::Full, .. } => Tier::Full,
        }
    }

    /// Its answers; none where it says that there is nothing new.
    pub const fn answers(&self) -> Option<&BTreeMap<QuestionId, Stated>> {
        match &self.content {
            Content::NothingNew { .. } => None,
            Content::Form { answers, .. } => Some(answers),
        }
    }

    /// What it says to this question; none where it was not asked.
    pub fn answer(&self, question: &QuestionId) -> Option<&Answer<Value>> {
        Some(&self.answers()?.get(question)?.answer)
    }

    /// SHA-256 of it as JSON: what an acknowledgement names.
    pub fn hash(&self) -> Hash {
        // Strings, numbers and maps keyed by strings: there is nothing JSON could refuse.
        Hash::of(&serde_json::to_vec(self).unwrap_or_default())
    }
}
