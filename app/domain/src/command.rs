//! The names of what can be commanded, and of where a filing can stand.
//!
//! Which command leads from where to where is said in [`lifecycle`](crate::lifecycle), and who may give it in
//! [`policy`](crate::policy).

use crate::{
    note::{Hash, Note, Question},
    people::Side,
};
use serde::{Deserialize, Serialize};

/// What a person tells the portal to do with a filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Hand the draft to the national authority.
    Send,
    /// Let it out of the State, having seen the disclosure with this hash.
    Approve {
        /// The hash of the disclosure the approver had in front of them.
        seen: Hash,
    },
    /// Give it back to the drafters.
    Return {
        /// What to change.
        why: Note,
    },
    /// Begin to review it.
    Claim,
    /// Stop reviewing it, so that another may.
    Release,
    /// Ask the State.
    Ask(Question),
    /// Say what changed in answer to the question.
    Answer {
        /// What changed.
        answer: Note,
    },
    /// Find it in order.
    Accept,
    /// Show its disclosure to everyone, having seen the disclosure with this hash.
    Publish {
        /// The hash of the disclosure the publisher had in front of them.
        seen: Hash,
    },
    /// Give it back to the reviewer who accepted it.
    Reopen {
        /// What to look at again.
        why: Note,
    },
    /// Take it back.
    Withdraw {
        /// Why, for the secretariat; the public reads only that it was withdrawn.
        why: Note,
    },
}

/// A command without its words; and editing, which moves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Change the draft.
    Edit,
    /// See [`Command::Send`].
    Send,
    /// See [`Command::Approve`].
    Approve,
    /// See [`Command::Return`].
    Return,
    /// See [`Command::Claim`].
    Claim,
    /// See [`Command::Release`].
    Release,
    /// See [`Command::Ask`].
    Ask,
    /// See [`Command::Answer`].
    Answer,
    /// See [`Command::Accept`].
    Accept,
    /// See [`Command::Publish`].
    Publish,
    /// See [`Command::Reopen`].
    Reopen,
    /// See [`Command::Withdraw`].
    Withdraw,
}

impl Action {
    /// Every action, in the order of a life; buttons stand in this order.
    pub const ALL: [Self; 12] = [
        Self::Edit,
        Self::Send,
        Self::Approve,
        Self::Return,
        Self::Claim,
        Self::Release,
        Self::Ask,
        Self::Answer,
        Self::Accept,
        Self::Publish,
        Self::Reopen,
        Self::Withdraw,
    ];

    /// The code used in storage and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Send => "send",
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Claim => "claim",
            Self::Release => "release",
            Self::Ask => "ask",
            Self::Answer => "answer",
            Self::Accept => "accept",
            Self::Publish => "publish",
            Self::Reopen => "reopen",
            Self::Withdraw => "withdraw",
        }
    }

    /// The action with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}

impl Command {
    /// Which action this is.
    pub const fn action(&self) -> Action {
        match self {
            Self::Send => Action::Send,
            Self::Approve { .. } => Action::Approve,
            Self::Return { .. } => Action::Return,
            Self::Claim => Action::Claim,
            Self::Release => Action::Release,
            Self::Ask(_) => Action::Ask,
            Self::Answer { .. } => Action::Answer,
            Self::Accept => Action::Accept,
            Self::Publish { .. } => Action::Publish,
            Self::Reopen { .. } => Action::Reopen,
            Self::Withdraw { .. } => Action::Withdraw,
        }
    }

    /// A command of this action without words, to ask whether there is an arrow. Editing is no command.
    pub(crate) fn wordless(action: Action) -> Option<Self> {
        let (why, seen) = (Note::wordless(), Hash::default());
        Some(match action {
            Action::Edit => return None,
            Action::Send => Self::Send,
            Action::Approve => Self::Approve { seen },
            Action::Return => Self::Return { why },
            Action::Claim => Self::Claim,
            Action::Release => Self::Release,
            Action::Ask => Self::Ask(Question { on: None, text: why }),
            Action::Answer => Self::Answer { answer: why },
            Action::Accept => Self::Accept,
            Action::Publish => Self::Publish { seen },
            Action::Reopen => Self::Reopen { why },
            Action::Withdraw => Self::Withdraw { why },
        })
    }
}

/// A stage without its facts: for tables, messages and lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StageName {
    /// See [`Stage::Draft`].
    Draft,
    /// See [`Stage::AwaitingApproval`].
    AwaitingApproval,
    /// See [`Stage::Submitted`].
    Submitted,
    /// See [`Stage::UnderReview`].
    UnderReview,
    /// See [`Stage::ClarificationAsked`].
    ClarificationAsked,
    /// See [`Stage::AnswerAwaitingApproval`].
    AnswerAwaitingApproval,
    /// See [`Stage::Accepted`].
    Accepted,
    /// See [`Stage::Published`].
    Published,
    /// See [`Stage::Withdrawn`].
    Withdrawn,
}

impl StageName {
    /// Every stage, in the order of a life.
    pub const ALL: [Self; 9] = [
        Self::Draft,
        Self::AwaitingApproval,
        Self::Submitted,
        Self::UnderReview,
        Self::ClarificationAsked,
        Self::AnswerAwaitingApproval,
        Self::Accepted,
        Self::Published,
        Self::Withdrawn,
    ];

    /// The code used in storage, addresses and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::AwaitingApproval => "awaiting-approval",
            Self::Submitted => "submitted",
            Self::UnderReview => "under-review",
            Self::ClarificationAsked => "clarification-asked",
            Self::AnswerAwaitingApproval => "answer-awaiting-approval",
            Self::Accepted => "accepted",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The stage as people of this side may know it: that an answer is being approved stays inside the State.
    #[must_use]
    pub const fn known_to(self, side: &Side) -> Self {
        match (self, side) {
            (Self::AnswerAwaitingApproval, Side::Secretariat(_)) => Self::ClarificationAsked,
            (stage, _) => stage,
        }
    }

    /// The stage with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}
