//! Everything that can go wrong, as far as a visitor is concerned.
//!
//! The set is closed, because a failure travels: from a use case to a page, and from a server function through an
//! address (`?refused=stale`) back to the page the form was sent from. Anyone can write such an address, so it holds
//! one of a few codes, never a sentence, and what is not among them says nothing. Details go to the log where they
//! arise; the visitor gets the sentence `refused-<code>` of `locales/en/shell.ftl`.
//!
//! What a person may not know of and what does not exist are one failure, the same down to the last byte.

use axum::http::StatusCode;
use domain::policy::Refusal;
use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// The failures a visitor can meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum PortalError {
    /// Nobody is signed in, or no longer.
    #[error("sign in first")]
    SignInRequired,
    /// Address and password do not belong together, whichever of the two is wrong.
    #[error("address and password do not belong together")]
    SignInFailed,
    /// So many attempts to sign in failed that the next has to wait.
    #[error("too many attempts")]
    TooManyAttempts,
    /// So many forms came from one person, or from one network, that the next has to wait.
    #[error("too many posts")]
    TooManyPosts,
    /// There is no such thing, or it is not for this person.
    #[error("no such thing, or not for this person")]
    NotFound,
    /// The policy or the lifecycle says no.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// The draft has problems to solve first; the page shows which.
    #[error("incomplete")]
    Incomplete,
    /// A short form has mistakes; its page was told which, and shows what was typed.
    #[error("the form has mistakes")]
    Mistakes,
    /// The form was drawn for somebody else, who was signed in before.
    #[error("drawn for another person")]
    AnotherPerson,
    /// Someone else was faster.
    #[error("changed by someone else")]
    Stale,
    /// A field is missing, or is not what it should be.
    #[error("not understood")]
    Malformed,
    /// Trouble on our side.
    #[error("trouble on our side")]
    Unavailable,
}

/// Every code that may stand in an address: what else stands there is somebody's invention.
const CODES: [&str; 23] = [
    "sign-in-required",
    "sign-in-failed",
    "too-many-attempts",
    "too-many-posts",
    "not-found",
    "incomplete",
    "mistakes",
    "another-person",
    "stale",
    "malformed",
    "unavailable",
    "not-yours",
    "not-now",
    "own-draft",
    "accepted-by-you",
    "prepared-by-you",
    "not-for-the-public",
    "cycle-closed",
    "disclosure-changed",
    "note-missing",
    "note-too-long",
    "note-classified",
    "note-unreadable",
];

/// The code that stands in this text, if it is one.
///
/// ```
/// assert_eq!(app::error::known("stale"), Some("stale"));
/// assert_eq!(app::error::known("<b>your account was closed</b>"), None);
/// ```
pub fn known(text: &str) -> Option<&'static str> {
    CODES.into_iter().find(|code| *code == text)
}

impl PortalError {
    /// The word for it in an address and to a machine.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignInRequired => "sign-in-required",
            Self::SignInFailed => "sign-in-failed",
            Self::TooManyAttempts => "too-many-attempts",
            Self::TooManyPosts => "too-many-posts",
            Self::NotFound | Self::Refused(Refusal::Hidden) => "not-found",
            Self::Incomplete | Self::Refused(Refusal::Incomplete) => "incomplete",
            Self::Mistakes => "mistakes",
            Self::Refused(refusal) => refusal.code(),
            Self::AnotherPerson => "another-person",
            Self::Stale => "stale",
            Self::Malformed => "malformed",
            Self::Unavailable => "unavailable",
        }
    }

    /// What it is in HTTP (RFC 9110, section 15).
    pub fn status(self) -> StatusCode {
        use Refusal::{
            DisclosureChanged, Hidden, Incomplete, NotNow, NoteClassified, NoteMissing, NoteTooLong, NoteUnreadable,
        };
        match self {
            Self::SignInRequired | Self::SignInFailed => StatusCode::UNAUTHORIZED,
            Self::TooManyAttempts | Self::TooManyPosts => StatusCode::TOO_MANY_REQUESTS,
            Self::NotFound | Self::Refused(Hidden) => StatusCode::NOT_FOUND,
            Self::AnotherPerson | Self::Stale | Self::Refused(NotNow { .. } | DisclosureChanged) => {
                StatusCode::CONFLICT
            }
            Self::Incomplete
            | Self::Mistakes
            | Self::Refused(Incomplete | NoteMissing | NoteTooLong | NoteClassified | NoteUnreadable) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Refused(_) => StatusCode::FORBIDDEN,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<Refusal> for PortalError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Hidden => Self::NotFound,
            Refusal::Incomplete => Self::Incomplete,
            other => Self::Refused(other),
        }
    }
}

impl FromServerFnError for PortalError {
    type Encoder = JsonEncoding;

    /// What Leptos found wrong before a use case was asked. Its text may quote what was sent, so it goes nowhere.
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::Malformed
            }
            _ => Self::Unavailable,
        }
    }

    fn status_code(&self) -> StatusCode {
        self.status()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_that_is_sent_is_known_when_it_comes_back() {
        let refusals = [
            Refusal::Hidden,
            Refusal::NotYours,
            Refusal::NotNow {
                stage: domain::lifecycle::StageName::Draft,
            },
            Refusal::OwnDraft,
            Refusal::AcceptedByYou,
            Refusal::PreparedByYou,
            Refusal::NotForThePublic,
            Refusal::Incomplete,
            Refusal::DisclosureChanged,
            Refusal::NoteMissing,
            Refusal::NoteTooLong,
            Refusal::NoteClassified,
            Refusal::NoteUnreadable,
        ];
        let failures = [
            PortalError::SignInRequired,
            PortalError::SignInFailed,
            PortalError::TooManyAttempts,
            PortalError::TooManyPosts,
            PortalError::NotFound,
            PortalError::Incomplete,
            PortalError::Mistakes,
            PortalError::AnotherPerson,
            PortalError::Stale,
            PortalError::Malformed,
            PortalError::Unavailable,
        ];
        for failure in failures.into_iter().chain(refusals.map(PortalError::Refused)) {
            assert_eq!(known(failure.code()), Some(failure.code()), "{failure:?}");
        }
    }

    #[test]
    fn what_is_hidden_looks_like_what_is_not_there() {
        let hidden = PortalError::Refused(Refusal::Hidden);
        assert_eq!(hidden.code(), PortalError::NotFound.code());
        assert_eq!(hidden.status(), PortalError::NotFound.status());
    }
}
