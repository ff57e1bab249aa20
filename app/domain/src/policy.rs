//! Who may do what to which filing: the only place that knows.
//!
//! Pages ask [`offered`] which buttons to show; use cases ask [`may`] before they decide. Both read the same table, so
//! a button that is shown works and one that is hidden is also refused.

use crate::{
    filing::Filing,
    lifecycle::{Action, NoArrow, StageName},
    marking::Audience,
    matter::Matter,
    people::{Actor, Scope, SecretariatRole, Side, StateRole},
    state::StateCode,
};
use serde::{Deserialize, Serialize};

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// For this person there is no such filing.
    #[error("hidden")]
    Hidden,
    /// It is for others to do.
    #[error("not yours to do")]
    NotYours,
    /// Not at this stage.
    #[error("not at stage {stage:?}")]
    NotNow {
        /// Where the filing stands.
        stage: StageName,
    },
    /// They alone drafted it, so that another must approve it.
    #[error("own draft")]
    OwnDraft,
    /// They accepted it, so that another must publish it.
    #[error("accepted by the same person")]
    AcceptedByYou,
    /// They had a hand in what is to be opened, so that another must open it.
    #[error("prepared by the same person")]
    PreparedByYou,
    /// The State does not want the public to read it.
    #[error("not for the public")]
    NotForThePublic,
    /// The draft is not complete.
    #[error("incomplete")]
    Incomplete,
    /// The cycle it is filed in takes no reports any more.
    #[error("the cycle closed")]
    CycleClosed,
    /// What the audience would read is not what the person had in front of them.
    #[error("the disclosure changed")]
    DisclosureChanged,
    /// A note is needed and was empty.
    #[error("note missing")]
    NoteMissing,
    /// The note is longer than a note may be.
    #[error("note too long")]
    NoteTooLong,
    /// The note carries a classification marking and was not stored.
    #[error("note classified")]
    NoteClassified,
    /// The note holds characters that cannot be shown.
    #[error("note unreadable")]
    NoteUnreadable,
}

impl Refusal {
    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hidden => "hidden",
            Self::NotYours => "not-yours",
            Self::NotNow { .. } => "not-now",
            Self::OwnDraft => "own-draft",
            Self::AcceptedByYou => "accepted-by-you",
            Self::PreparedByYou => "prepared-by-you",
            Self::NotForThePublic => "not-for-the-public",
            Self::Incomplete => "incomplete",
            Self::CycleClosed => "cycle-closed",
            Self::DisclosureChanged => "disclosure-changed",
            Self::NoteMissing => "note-missing",
            Self::NoteTooLong => "note-too-long",
            Self::NoteClassified => "note-classified",
            Self::NoteUnreadable => "note-unreadable",
        }
    }
}

impl From<NoArrow> for Refusal {
    fn from(no: NoArrow) -> Self {
        Self::NotNow { stage: no.stage }
    }
}

/// Whether this filing exists for this person.
pub fn sees<M: Matter>(actor: &Actor, filing: &Filing<M>) -> bool {
    match actor.scope() {
        Scope::Own(state) => filing.reference.state == state,
        Scope::Approved => filing.submission.is_some(),
        Scope::Nothing => false,
    }
}

/// May this person read what was typed, before and after it is let out? Only people of the filing's own State.
pub fn may_read_draft<M: Matter>(actor: &Actor, filing: &Filing<M>) -> bool {
    actor.scope() == Scope::Own(filing.reference.state)
}

/// May this person do this to this filing, whatever stage it is at?
///
/// # Errors
/// Why not; [`Refusal::Hidden`] where they may not even know that it exists.
pub fn may<M: Matter>(actor: &Actor, action: Action, filing: &Filing<M>) -> Result<(), Refusal> {
    if !sees(actor, filing) {
        return Err(Refusal::Hidden);
    }
    let is = |role| actor.side.is(role);
    let serves_as = |role| actor.side.serves_as(role);
    let holds_it = filing.stage.reviewer() == Some(actor.id);
    match action {
        Action::Edit | Action::Send | Action::Answer => when(is(StateRole::Drafter)),
        Action::Approve if is(StateRole::Approver) && filing.is_drafted_alone_by(actor.id) && !actor.alone => {
            Err(Refusal::OwnDraft)
        }
        Action::Approve | Action::Return | Action::Withdraw => when(is(StateRole::Approver)),
        Action::Claim => when(serves_as(SecretariatRole::Reviewer)),
        Action::Release | Action::Ask | Action::Accept => when(serves_as(SecretariatRole::Reviewer) && holds_it),
        Action::Publish | Action::Reopen if !serves_as(SecretariatRole::Publisher) => Err(Refusal::NotYours),
        Action::Publish | Action::Reopen if filing.audience() != Some(Audience::Public) => {
            Err(Refusal::NotForThePublic)
        }
        // Two pairs of eyes: whoever accepted it does not publish it.
        Action::Publish if holds_it => Err(Refusal::AcceptedByYou),
        Action::Publish | Action::Reopen => Ok(()),
    }
}

/// May this person write and read the secretariat's notes on it? No State ever does either.
///
/// # Errors
/// Why not.
pub fn may_note<M: Matter>(actor: &Actor, filing: &Filing<M>) -> Result<(), Refusal> {
    if !sees(actor, filing) {
        return Err(Refusal::Hidden);
    }
    when(actor.scope() == Scope::Approved)
}

/// May this person read what States let all participating States read?
pub fn may_read_shared(actor: &Actor) -> bool {
    matches!(actor.scope(), Scope::Own(_))
}

/// May this person open a draft?
pub fn may_open(actor: &Actor) -> bool {
    actor.side.is(StateRole::Drafter)
}

fn when(allowed: bool) -> Result<(), Refusal> {
    if allowed { Ok(()) } else { Err(Refusal::NotYours) }
}

/// May this person keep accounts and the list of States? For anyone else there are no such pages.
pub fn may_keep_accounts(actor: &Actor) -> bool {
    actor.side == Side::Administrator
}

/// May this person read the audit log? For anyone else there is none.
pub fn may_read_log(actor: &Actor) -> bool {
    actor.side == Side::Auditor
}

/// May this person read what the secretariat prepares: questionnaires and cycles, and how these go?
pub fn may_prepare(actor: &Actor) -> bool {
    actor.scope() == Scope::Approved
}

/// May this person write what is asked, and of which States? Administrators have no part in content.
pub fn may_keep_programme(actor: &Actor) -> bool {
    actor.side.serves_as(SecretariatRole::Reviewer)
}

/// May this person open what others prepared? Whether they had a hand in it is asked of the thing itself.
pub fn may_open_cycles(actor: &Actor) -> bool {
    actor.side.serves_as(SecretariatRole::Publisher)
}

/// The State for which this person says when it works, what it opts into and that it needs more time.
pub fn speaks_for(actor: &Actor) -> Option<StateCode> {
    actor
        .side
        .state()
        .copied()
        .filter(|_| actor.side.is(StateRole::Approver))
}

/// What to show as buttons: exactly what would be done if the words were in order.
pub fn offered<M: Matter>(actor: &Actor, filing: &Filing<M>) -> Vec<Action> {
    Action::ALL
        .into_iter()
        .filter(|action| filing.stage.admits(*action) && may(actor, *action, filing).is_ok())
        .collect()
}
