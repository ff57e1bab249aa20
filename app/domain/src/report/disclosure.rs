//! What readers get of a report: the disclosure, made for one audience by one function.
//!
//! An answer has readers of its own. For everyone else it must be as if it had never been written, so that nobody can
//! tell from a disclosure which questions a State answered in confidence. That takes some care: were the blanks shown
//! to be blank, what is missing among them would give itself away. So what a reader outside the State and the
//! secretariat finds in both places is the same, [`Said::NothingToRead`]: *left blank, or said to others*. The
//! secretariat, which reads all, reads the difference. For the same reason nobody else learns how an answer stands to
//! last year's: that would tell of one they may not have been able to read; they compare the two disclosures they have.
//!
//! A State that wants it known that it keeps something back says so: it withholds the answer, with a reason, for the
//! readers that are to know.

use crate::{
    answer::Answer,
    cycle::CycleYear,
    marking::{Audience, Reason},
    note::Hash,
    questionnaire::{AskedAbout, Depth, QuestionId, QuestionnaireVersion},
    report::{Carried, Content, Link, Report, Stated, Tier, Value},
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a State says to a question, as its readers read it. All of them are different things to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// This.
    Given(Value),
    /// There is none.
    None,
    /// The State does not know.
    Unknown,
    /// The State keeps it back, for this reason.
    Withheld(Reason),
    /// The State left it blank. Only the secretariat reads that.
    LeftBlank,
    /// Left blank, or said to others: these readers cannot tell.
    NothingToRead,
    /// It was not asked.
    NotAsked,
}

impl Said {
    /// Whether there is something to read: a value, or that there is none, that it is unknown, that it is withheld.
    pub const fn is_something(&self) -> bool {
        matches!(self, Self::Given(_) | Self::None | Self::Unknown | Self::Withheld(_))
    }
}

/// An answer as its readers read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosedAnswer {
    /// What is said.
    pub said: Said,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Link>,
    /// Who else may see it, where there is something to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// How it stands to the last report. Only the secretariat reads that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Carried>,
}

/// That part of a report which an audience may read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDisclosure {
    /// Whose words these are.
    pub state: StateCode,
    /// The cycle they were filed in.
    pub cycle: CycleYear,
    /// The version of the questionnaire.
    pub questionnaire: QuestionnaireVersion,
    /// SHA-256 of that version as it was opened.
    pub questions: Hash,
    /// What the State was asked about, and why.
    pub about: AskedAbout,
    /// Whom it was made for.
    pub audience: Audience,
    /// What they read.
    pub content: DisclosedContent,
}

/// What the readers of a report read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DisclosedContent {
    /// That what was said in that cycle still stands.
    NothingNew {
        /// That cycle.
        since: CycleYear,
    },
    /// Answers.
    Form {
        /// To which form.
        depth: Depth,
        /// To every question of the version.
        answers: BTreeMap<QuestionId, DisclosedAnswer>,
    },
}

impl Report {
    /// What these readers get of it, or nothing where they may not even know of it.
    ///
    /// This is the one redaction of reports. The approver approves what it makes for the report's own audience, and
    /// what is published is compared with that.
    pub fn disclose(&self, state: &StateCode, to: Audience) -> Option<ReportDisclosure> {
        (to <= self.audience).then(|| self.released_to(*state, to))
    }

    /// What these readers get of it, who may know of it.
    pub(crate) fn released_to(&self, state: StateCode, to: Audience) -> ReportDisclosure {
        let content = match &self.content {
            Content::NothingNew { since } => DisclosedContent::NothingNew { since: *since },
            Content::Form {
                depth,
                answers,
                not_asked,
            } => {
                let disclosed = answers.iter().map(|(id, stated)| (id.clone(), disclosed(stated, to)));
                let others = not_asked.iter().map(|id| (id.clone(), silent(Said::NotAsked)));
                DisclosedContent::Form {
                    depth: *depth,
                    answers: disclosed.chain(others).collect(),
                }
            }
        };
        ReportDisclosure {
            state,
            cycle: self.cycle,
            questionnaire: self.questionnaire,
            questions: self.questions.clone(),
            about: self.about.clone(),
            audience: to,
            content,
        }
    }
}

const fn silent(said: Said) -> DisclosedAnswer {
    DisclosedAnswer {
        said,
        evidence: Vec::new(),
        audience: None,
        carried: None,
    }
}

fn disclosed(stated: &Stated, to: Audience) -> DisclosedAnswer {
    let reads_all = to == Audience::Secretariat;
    let said = match &stated.answer {
        Answer::LeftBlank if reads_all => Said::LeftBlank,
        Answer::LeftBlank => return silent(Said::NothingToRead),
        _ if stated.audience < to => return silent(Said::NothingToRead),
        Answer::Given(value) => Said::Given(value.clone()),
        Answer::None => Said::None,
        Answer::Unknown => Said::Unknown,
        Answer::Withheld(reason) => Said::Withheld(*reason),
    };
    DisclosedAnswer {
        audience: said.is_something().then_some(stated.audience),
        said,
        evidence: stated.evidence.clone(),
        carried: stated.carried.filter(|_| reads_all),
    }
}

impl ReportDisclosure {
    /// The bytes that are approved, compared and published: JSON with its members in one order.
    pub fn bytes(&self) -> Vec<u8> {
        // Strings, numbers and maps keyed by strings: there is nothing JSON could refuse.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// SHA-256 of [`bytes`](Self::bytes).
    pub fn hash(&self) -> Hash {
        Hash::of(&self.bytes())
    }

    /// Its tier.
    pub const fn tier(&self) -> Tier {
        match self.content {
            DisclosedContent::NothingNew { .. } => Tier::NothingNew,
            DisclosedContent::Form {
                depth: Depth::Short, ..
            } => Tier::Short,
            DisclosedContent::Form { depth: Depth::Full, .. } => Tier::Full,
        }
    }

    /// What is said to this question; none where the report says only that there is nothing new, and where the version
    /// has no such question.
    pub fn answer(&self, question: &QuestionId) -> Option<&DisclosedAnswer> {
        match &self.content {
            DisclosedContent::NothingNew { .. } => None,
            DisclosedContent::Form { answers, .. } => answers.get(question),
        }
    }

    /// Every text people wrote that is in it.
    pub fn texts(&self) -> Vec<&str> {
        let DisclosedContent::Form { answers, .. } = &self.content else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        for answer in answers.values() {
            if let Said::Given(value) = &answer.said {
                texts.extend(value.texts());
            }
            texts.extend(answer.evidence.iter().map(Link::as_str));
        }
        texts
    }
}
