//! What happened to a filing: who, when, from where to where, with what words; and who may read which of it.

use crate::{
    form::Field,
    ids::{PersonId, Timestamp},
    lifecycle::{Action, StageName},
    state::StateCode,
};
use serde::{Deserialize, Serialize};

/// For whom somebody acted: what the other side reads in place of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Office {
    /// A State.
    State(StateCode),
    /// The secretariat.
    Secretariat,
}

/// One step in a filing's life. Written in the same transaction as the step, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who, as their own side reads it.
    pub by: PersonId,
    /// For whom, as the other side reads it.
    pub office: Office,
    /// What they did.
    pub action: Action,
    /// Where the filing stood.
    pub from: StageName,
    /// Where it stands.
    pub to: StageName,
    /// What they wrote: a question, an answer, a reason.
    pub note: Option<String>,
    /// The field a question is about.
    pub on: Option<Field>,
    /// Whether the State's only person approved what they had drafted.
    pub alone: bool,
}

impl Entry {
    /// Whether the secretariat may read it: only what a national authority let out, and its own steps.
    ///
    /// Sending, answering and returning happen inside the State; the words of an answer come with its approval.
    pub const fn is_for_the_secretariat(&self) -> bool {
        !matches!(
            self.action,
            Action::Edit | Action::Send | Action::Answer | Action::Return
        )
    }
}
