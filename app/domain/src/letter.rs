//! Letters: mails that say only that there is something to read.
//!
//! No letter carries a word of a filing: mail passes through hands the portal does not know.

use crate::{
    cycle::{Cycle, Extension, Outcome, Reminder, Sender},
    filing::Filing,
    ids::PersonId,
    lifecycle::Command,
    marking::Audience,
    matter::Matter,
    questionnaire::{Edition, EditionStage},
    state::StateCode,
};
use serde::{Deserialize, Serialize};

/// What a letter is about. The words are in the Fluent files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// Something waits for the national authority.
    ToApprove,
    /// The national authority returned something.
    Returned,
    /// Something waits for review.
    ToReview,
    /// The secretariat asked.
    Asked,
    /// A State answered.
    Answered,
    /// Something waits for publication.
    ToPublish,
    /// The secretariat accepted.
    Accepted,
    /// A publisher reopened the review.
    Reopened,
    /// It is published.
    Published,
    /// The State withdrew it.
    Withdrawn,
    /// Somebody was invited, or may choose a new password.
    Invited,
    /// Somebody's roles in the State changed.
    RolesChanged,
    /// A cycle was opened.
    CycleOpened,
    /// A report is due: the secretariat reminds.
    Reminded,
    /// A report was due: the head of the secretariat reminds.
    RemindedByHead,
    /// A State asks for more time.
    TimeAsked,
    /// The secretariat decided whether a State has more time.
    TimeDecided,
    /// A version of the questionnaire waits to be opened.
    ToOpen,
}

impl Occasion {
    /// Every occasion.
    pub const ALL: [Self; 18] = [
        Self::ToApprove,
        Self::Returned,
        Self::ToReview,
        Self::Asked,
        Self::Answered,
        Self::ToPublish,
        Self::Accepted,
        Self::Reopened,
        Self::Published,
        Self::Withdrawn,
        Self::Invited,
        Self::RolesChanged,
        Self::CycleOpened,
        Self::Reminded,
        Self::RemindedByHead,
        Self::TimeAsked,
        Self::TimeDecided,
        Self::ToOpen,
    ];

    /// The code used in storage and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ToApprove => "to-approve",
            Self::Returned => "returned",
            Self::ToReview => "to-review",
            Self::Asked => "asked",
            Self::Answered => "answered",
            Self::ToPublish => "to-publish",
            Self::Accepted => "accepted",
            Self::Reopened => "reopened",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
            Self::Invited => "invited",
            Self::RolesChanged => "roles-changed",
            Self::CycleOpened => "cycle-opened",
            Self::Reminded => "reminded",
            Self::RemindedByHead => "reminded-by-head",
            Self::TimeAsked => "time-asked",
            Self::TimeDecided => "time-decided",
            Self::ToOpen => "to-open",
        }
    }

    /// Who signs it, where somebody does: the portal itself signs all others.
    pub const fn sender(self) -> Option<Sender> {
        match self {
            Self::Reminded | Self::CycleOpened | Self::TimeDecided => Some(Sender::Secretariat),
            Self::RemindedByHead => Some(Sender::Head),
            _ => None,
        }
    }
}

/// To whom a letter goes: the active persons this describes at the moment of writing, except its cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addressees {
    /// The State's drafters.
    Drafters(StateCode),
    /// The State's approvers.
    Approvers(StateCode),
    /// Everyone of the State.
    EveryoneOf(StateCode),
    /// The secretariat's reviewers.
    Reviewers,
    /// The secretariat's publishers.
    Publishers,
    /// One person.
    One(PersonId),
}

/// A letter to be written to the outbox in the transaction of its cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Addressees,
    /// About what.
    pub occasion: Occasion,
}

/// Who is told of a command; `filing` is as it stands after it.
pub(crate) fn after<M: Matter>(command: &Command, filing: &Filing<M>) -> Vec<Letter> {
    let state = filing.reference.state;
    let letter = |to, occasion| Letter { to, occasion };
    let reviewer = filing.stage.reviewer().map(Addressees::One);
    match command {
        Command::Send | Command::Answer { .. } => {
            vec![letter(Addressees::Approvers(state), Occasion::ToApprove)]
        }
        Command::Return { .. } => vec![letter(Addressees::Drafters(state), Occasion::Returned)],
        Command::Approve { .. } => match reviewer {
            Some(reviewer) => vec![letter(reviewer, Occasion::Answered)],
            None => vec![letter(Addressees::Reviewers, Occasion::ToReview)],
        },
        Command::Ask(_) => vec![letter(Addressees::EveryoneOf(state), Occasion::Asked)],
        Command::Accept if filing.audience() == Some(Audience::Public) => vec![
            letter(Addressees::EveryoneOf(state), Occasion::Accepted),
            letter(Addressees::Publishers, Occasion::ToPublish),
        ],
        Command::Accept => vec![letter(Addressees::EveryoneOf(state), Occasion::Accepted)],
        Command::Publish { .. } => vec![letter(Addressees::EveryoneOf(state), Occasion::Published)],
        Command::Reopen { .. } => reviewer.map(|to| letter(to, Occasion::Reopened)).into_iter().collect(),
        Command::Withdraw { .. } => vec![letter(Addressees::Reviewers, Occasion::Withdrawn)],
        Command::Claim | Command::Release => Vec::new(),
    }
}

impl Cycle {
    /// Who is told that it was opened: everyone of the States that take part.
    pub fn letters(&self) -> Vec<Letter> {
        let states = self.plan().participating.iter();
        let letter = |state: &StateCode| Letter {
            to: Addressees::EveryoneOf(*state),
            occasion: Occasion::CycleOpened,
        };
        states.map(letter).collect()
    }
}

impl Edition {
    /// Who is told of a version as it stands now: whoever may open one that is proposed.
    pub fn letters(&self) -> Vec<Letter> {
        let is_proposed = matches!(self.stage(), EditionStage::Proposed { .. });
        let letter = is_proposed.then_some(Letter {
            to: Addressees::Publishers,
            occasion: Occasion::ToOpen,
        });
        letter.into_iter().collect()
    }
}

impl Reminder {
    /// The letter that reminds everyone of the State.
    pub const fn letter(&self) -> Letter {
        Letter {
            to: Addressees::EveryoneOf(self.state),
            occasion: match self.sender {
                Sender::Secretariat => Occasion::Reminded,
                Sender::Head => Occasion::RemindedByHead,
            },
        }
    }
}

impl Extension {
    /// Who is told of it as it stands now: whoever decides, or everyone of the State once that was done.
    pub const fn letter(&self) -> Letter {
        match self.outcome {
            Outcome::Waiting => Letter {
                to: Addressees::Reviewers,
                occasion: Occasion::TimeAsked,
            },
            Outcome::Granted { .. } | Outcome::Refused { .. } => Letter {
                to: Addressees::EveryoneOf(self.state),
                occasion: Occasion::TimeDecided,
            },
        }
    }
}
