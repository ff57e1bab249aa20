//! More time for one State: asked for with a reason, granted or refused with one. Nobody outside reads of it.

use crate::{
    calendar::Day,
    cycle::{Cycle, CycleYear},
    ids::{PersonId, Timestamp},
    note::Note,
    people::{Actor, Scope, SecretariatRole, StateRole},
    policy::Refusal,
    state::StateCode,
};

/// A State's request for more time. The latest of a State counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Whose.
    pub state: StateCode,
    /// In which cycle.
    pub cycle: CycleYear,
    /// The day it asks for.
    pub until: Day,
    /// Why.
    pub reason: Note,
    /// Who of its national authority asked.
    pub asked_by: PersonId,
    /// When.
    pub asked: Timestamp,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing yet.
    Waiting,
    /// It has until the day it asked for.
    Granted {
        /// By whom.
        by: PersonId,
        /// When.
        at: Timestamp,
        /// What the reviewer says to that, if anything.
        words: Option<Note>,
    },
    /// It has not.
    Refused {
        /// By whom.
        by: PersonId,
        /// When.
        at: Timestamp,
        /// Why.
        why: Note,
    },
}

/// Why a request was not made or not decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotExtended {
    /// The person may not.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The State does not take part in the cycle.
    #[error("not in this cycle")]
    NotInThisCycle,
    /// The day is not after the day on which reports are due, or after the cycle closes.
    #[error("no such day")]
    NoSuchDay,
    /// It was decided already.
    #[error("decided")]
    Decided,
}

impl NotExtended {
    /// The end of the message id that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::NotInThisCycle => "not-in-this-cycle",
            Self::NoSuchDay => "no-such-day",
            Self::Decided => "decided",
        }
    }
}

impl Extension {
    /// Ask for more time. The national authority does, as nothing leaves a State without it.
    ///
    /// # Errors
    /// Where the person is no approver, the State does not take part, or the day lies outside the cycle.
    pub fn ask(cycle: &Cycle, until: Day, reason: Note, actor: &Actor, now: Timestamp) -> Result<Self, NotExtended> {
        let Scope::Own(state) = actor.scope() else {
            return Err(Refusal::Hidden.into());
        };
        if !actor.side.is(StateRole::Approver) {
            return Err(Refusal::NotYours.into());
        }
        if !cycle.is_for(&state) {
            return Err(NotExtended::NotInThisCycle);
        }
        if until <= cycle.plan().due || until > cycle.plan().closes {
            return Err(NotExtended::NoSuchDay);
        }
        Ok(Self {
            state,
            cycle: cycle.year(),
            until,
            reason,
            asked_by: actor.id,
            asked: now,
            outcome: Outcome::Waiting,
        })
    }

    /// Grant it, with a word to the State or without.
    ///
    /// # Errors
    /// Where the person is no reviewer, or it was decided.
    pub fn grant(&self, words: Option<Note>, actor: &Actor, now: Timestamp) -> Result<Self, NotExtended> {
        let (by, at) = (actor.id, now);
        self.decided(Outcome::Granted { by, at, words }, actor)
    }

    /// Refuse it.
    ///
    /// # Errors
    /// Where the person is no reviewer, or it was decided.
    pub fn refuse(&self, why: Note, actor: &Actor, now: Timestamp) -> Result<Self, NotExtended> {
        let (by, at) = (actor.id, now);
        self.decided(Outcome::Refused { by, at, why }, actor)
    }

    fn decided(&self, outcome: Outcome, actor: &Actor) -> Result<Self, NotExtended> {
        if !actor.side.serves_as(SecretariatRole::Reviewer) {
            return Err(Refusal::NotYours.into());
        }
        if self.outcome != Outcome::Waiting {
            return Err(NotExtended::Decided);
        }
        Ok(Self {
            outcome,
            ..self.clone()
        })
    }

    /// What the secretariat says to the State: why not, or a word beside the yes.
    pub const fn words(&self) -> Option<&Note> {
        match &self.outcome {
            Outcome::Waiting => None,
            Outcome::Granted { words, .. } => words.as_ref(),
            Outcome::Refused { why, .. } => Some(why),
        }
    }

    /// Until when the State has time, if it was granted.
    pub const fn granted_until(&self) -> Option<Day> {
        match self.outcome {
            Outcome::Granted { .. } => Some(self.until),
            Outcome::Waiting | Outcome::Refused { .. } => None,
        }
    }

    /// The request as this person reads it: the State's own people and the secretariat, and nobody else.
    pub fn seen_by(self, actor: &Actor) -> Option<Self> {
        let may_read = match actor.scope() {
            Scope::Own(state) => state == self.state,
            Scope::Approved => true,
            Scope::Nothing => false,
        };
        may_read.then_some(self)
    }
}
