//! The stages of a filing and the arrows between them: the only place that knows them.
//!
//! ```text
//! draft ─send→ awaiting approval ─approve→ submitted ─claim→ under review ─accept→ accepted ─publish→ published
//!   ↑──return──┘                               ↑──release──┘ │    ↑──────reopen──────┘
//!                                                       ask │    │ approve
//!                       clarification asked ←───────────────┘    │
//!                              │ ↑──return── answer awaiting approval
//!                              └───────answer──────↑
//! submitted … published ─withdraw→ withdrawn
//! ```
//!
//! Facts that hold only at one stage live in that stage. Who may follow an arrow is not said here but in
//! [`policy`](crate::policy).

use crate::{
    ids::PersonId,
    note::{Note, Question},
};
use serde::{Deserialize, Serialize};

pub use crate::command::{Action, Command, StageName};

/// Where a filing stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The State is writing. It does not exist for anyone else.
    Draft,
    /// Sent to the national authority. It does not exist outside the State.
    AwaitingApproval,
    /// The national authority let it out; the secretariat has not begun.
    Submitted,
    /// A reviewer has claimed it.
    UnderReview {
        /// Who claimed it.
        reviewer: PersonId,
    },
    /// The reviewer asked, and the State has not answered.
    ClarificationAsked {
        /// Who asked, and gets it back.
        reviewer: PersonId,
        /// What was asked.
        question: Question,
    },
    /// The State wrote an answer, which its national authority has not let out.
    AnswerAwaitingApproval {
        /// Who asked, and gets it back.
        reviewer: PersonId,
        /// What was asked.
        question: Question,
        /// What changed, in the State's words. It reaches the secretariat with the approval.
        answer: Note,
    },
    /// The reviewer accepted it. One that is not for the public ends here.
    Accepted {
        /// Who accepted it, and may therefore not publish it.
        reviewer: PersonId,
    },
    /// Everyone can read its disclosure.
    Published {
        /// Who accepted it.
        reviewer: PersonId,
        /// Who published it: another person.
        publisher: PersonId,
    },
    /// The State took it back.
    Withdrawn,
}

/// There is no arrow for this command from this stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no arrow for {action:?} from {stage:?}")]
pub struct NoArrow {
    /// Where the filing stands.
    pub stage: StageName,
    /// What was commanded.
    pub action: Action,
}

impl Stage {
    /// The stage after `command` by the person `by`.
    ///
    /// # Errors
    /// [`NoArrow`] where the table above has none.
    #[expect(
        clippy::too_many_lines,
        clippy::match_same_arms,
        reason = "a table is read line by line: one arrow, one arm"
    )]
    pub fn after(&self, command: &Command, by: PersonId) -> Result<Self, NoArrow> {
        use Command as C;
        use Stage as S;
        Ok(match (self.clone(), command) {
            (S::Draft, C::Send) => S::AwaitingApproval,
            (S::AwaitingApproval, C::Approve { .. }) => S::Submitted,
            (S::AwaitingApproval, C::Return { .. }) => S::Draft,
            (S::Submitted, C::Claim) => S::UnderReview { reviewer: by },
            (S::UnderReview { .. }, C::Release) => S::Submitted,
            (S::UnderReview { reviewer }, C::Ask(question)) => S::ClarificationAsked {
                reviewer,
                question: question.clone(),
            },
            (S::UnderReview { reviewer }, C::Accept) => S::Accepted { reviewer },
            (S::ClarificationAsked { reviewer, question }, C::Answer { answer }) => S::AnswerAwaitingApproval {
                reviewer,
                question,
                answer: answer.clone(),
            },
            (S::AnswerAwaitingApproval { reviewer, .. }, C::Approve { .. }) => S::UnderReview { reviewer },
            (S::AnswerAwaitingApproval { reviewer, question, .. }, C::Return { .. }) => {
                S::ClarificationAsked { reviewer, question }
            }
            (S::Accepted { reviewer }, C::Publish { .. }) => S::Published {
                reviewer,
                publisher: by,
            },
            (S::Accepted { reviewer }, C::Reopen { .. }) => S::UnderReview { reviewer },
            (
                S::Submitted
                | S::UnderReview { .. }
                | S::ClarificationAsked { .. }
                | S::AnswerAwaitingApproval { .. }
                | S::Accepted { .. }
                | S::Published { .. },
                C::Withdraw { .. },
            ) => S::Withdrawn,
            _ => {
                return Err(NoArrow {
                    stage: self.name(),
                    action: command.action(),
                });
            }
        })
    }

    /// Whether this action makes sense at this stage, whoever asks.
    pub fn admits(&self, action: Action) -> bool {
        match Command::wordless(action) {
            Some(command) => self.after(&command, PersonId::new(uuid::Uuid::nil())).is_ok(),
            None => matches!(self, Self::Draft | Self::ClarificationAsked { .. }),
        }
    }

    /// The stage's name.
    pub const fn name(&self) -> StageName {
        match self {
            Self::Draft => StageName::Draft,
            Self::AwaitingApproval => StageName::AwaitingApproval,
            Self::Submitted => StageName::Submitted,
            Self::UnderReview { .. } => StageName::UnderReview,
            Self::ClarificationAsked { .. } => StageName::ClarificationAsked,
            Self::AnswerAwaitingApproval { .. } => StageName::AnswerAwaitingApproval,
            Self::Accepted { .. } => StageName::Accepted,
            Self::Published { .. } => StageName::Published,
            Self::Withdrawn => StageName::Withdrawn,
        }
    }

    /// The reviewer in whose hands it is or was.
    pub const fn reviewer(&self) -> Option<PersonId> {
        match self {
            Self::UnderReview { reviewer }
            | Self::ClarificationAsked { reviewer, .. }
            | Self::AnswerAwaitingApproval { reviewer, .. }
            | Self::Accepted { reviewer }
            | Self::Published { reviewer, .. } => Some(*reviewer),
            _ => None,
        }
    }

    /// The question that waits for an answer, or for the approval of one.
    pub const fn question(&self) -> Option<&Question> {
        match self {
            Self::ClarificationAsked { question, .. } | Self::AnswerAwaitingApproval { question, .. } => Some(question),
            _ => None,
        }
    }
}
