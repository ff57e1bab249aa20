//! The audit log: ids and codes, never content; append-only.

use super::store::{Paged, Stored};
use async_trait::async_trait;
use domain::{
    ids::{PersonId, Timestamp},
    lifecycle::{Action, StageName},
};
use serde::{Deserialize, Serialize};

/// What the audit log keeps: ids and codes, never content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Somebody signed in.
    SignedIn,
    /// Somebody signed out.
    SignedOut,
    /// A sign-in failed; of an account, where there is one.
    SignInFailed,
    /// A sign-in had to wait.
    SignInThrottled,
    /// Something was refused, for the reason with this code.
    Denied {
        /// What they tried: an action's code, or `read`.
        action: String,
        /// The refusal's code.
        refusal: String,
    },
    /// A filing moved.
    Moved {
        /// By which action.
        action: Action,
        /// From where.
        from: StageName,
        /// To where.
        to: StageName,
    },
    /// A person was invited.
    Invited,
    /// An invitation was accepted, so that a password is set.
    PasswordChosen,
    /// A person's roles changed.
    RolesChanged,
    /// A person was deactivated.
    Deactivated,
    /// A person was reactivated.
    Reactivated,
    /// A State's entry changed.
    StateChanged,
    /// A circle of addressees changed.
    CircleChanged,
    /// A commitment of the catalogue changed.
    CommitmentChanged,
    /// What a State belongs to, or opted into, changed.
    MembershipsChanged,
    /// A State's zone or days off changed.
    CalendarChanged,
    /// Somebody wrote in a version of the questionnaire.
    QuestionnaireWritten,
    /// A reviewer said that a version is ready.
    QuestionnaireProposed,
    /// A publisher gave a version back.
    QuestionnaireReturned,
    /// A version was opened, and frozen by that.
    QuestionnaireOpened,
    /// A cycle was planned, or its plan changed.
    CyclePlanned,
    /// A cycle was opened.
    CycleOpened,
    /// A State asked for more time.
    ExtensionAsked,
    /// It was granted more time.
    ExtensionGranted,
    /// It was not.
    ExtensionRefused,
    /// The figure of a cycle was fixed.
    FigureFixed,
}

impl Event {
    /// The code its sentence ends with.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
            Self::SignInFailed => "sign-in-failed",
            Self::SignInThrottled => "sign-in-throttled",
            Self::Denied { .. } => "denied",
            Self::Moved { .. } => "moved",
            Self::Invited => "invited",
            Self::PasswordChosen => "password-chosen",
            Self::RolesChanged => "roles-changed",
            Self::Deactivated => "deactivated",
            Self::Reactivated => "reactivated",
            Self::StateChanged => "state-changed",
            Self::CircleChanged => "circle-changed",
            Self::CommitmentChanged => "commitment-changed",
            Self::MembershipsChanged => "memberships-changed",
            Self::CalendarChanged => "calendar-changed",
            Self::QuestionnaireWritten => "questionnaire-written",
            Self::QuestionnaireProposed => "questionnaire-proposed",
            Self::QuestionnaireReturned => "questionnaire-returned",
            Self::QuestionnaireOpened => "questionnaire-opened",
            Self::CyclePlanned => "cycle-planned",
            Self::CycleOpened => "cycle-opened",
            Self::ExtensionAsked => "extension-asked",
            Self::ExtensionGranted => "extension-granted",
            Self::ExtensionRefused => "extension-refused",
            Self::FigureFixed => "figure-fixed",
        }
    }
}

/// A line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditLine {
    /// When.
    pub at: Timestamp,
    /// Who; nobody where the visitor was not signed in.
    pub by: Option<PersonId>,
    /// What.
    pub event: Event,
    /// On what: the id of a person or a filing, the code of a State, the year of a cycle.
    pub on: Option<String>,
}

/// The audit log: append-only.
#[async_trait]
pub trait Audit: Send + Sync {
    /// Append a line.
    async fn record(&self, line: &AuditLine) -> Stored<()>;
    /// Lines, latest first.
    async fn log(&self, page: u32) -> Stored<Paged<AuditLine>>;
}
