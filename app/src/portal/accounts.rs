//! Accounts: getting in and out, inviting people, keeping their roles.
//!
//! - [`sign_in`]: from an address and a password to a session, and back out
//! - [`invitation`]: from a link to a password
//! - [`keeping`]: what administrators do with accounts and with the list of States
//! - [`forms`]: what was typed into the forms of all these, and what is wrong with it
//! - [`log`]: what auditors read
//!
//! # What was typed is not lost
//!
//! These forms are short and make no drafts. One that is refused is [set aside](super::ports::Session::set_aside) in the
//! visitor's session and drawn again from there, with its mistakes worked out anew: no word of it travels in an address,
//! and no script is needed. Passwords are never set aside; of them only the mistakes are.

pub mod forms;
pub mod invitation;
pub mod keeping;
pub mod log;
pub mod sign_in;

use super::{
    Portal,
    ports::{AuditLine, Event, StoreError},
};
use crate::error::PortalError;
use domain::{ids::PersonId, people::Actor, policy, policy::Refusal};
use serde::{Serialize, de::DeserializeOwned};

impl Portal {
    /// The visitor, where they keep accounts; for anyone else there is nothing to keep.
    async fn keeper(&self) -> Result<&Actor, PortalError> {
        let actor = self.actor()?;
        if policy::may_keep_accounts(actor) {
            return Ok(actor);
        }
        Err(self
            .denied("keep-accounts", Refusal::Hidden, actor.id.to_string())
            .await)
    }

    /// Write down what somebody did, or what was tried on somebody's account.
    async fn record(&self, by: Option<PersonId>, event: Event, on: Option<PersonId>) -> Result<(), StoreError> {
        let line = AuditLine {
            at: self.now(),
            by,
            event,
            on: on.map(|id| id.to_string()),
        };
        self.store().record(&line).await
    }

    /// Keep what was typed into a form that is refused.
    pub(super) async fn set_aside(&self, form: &str, typed: &(impl Serialize + Sync)) -> Result<(), PortalError> {
        let typed = serde_json::to_string(typed).map_err(|_| PortalError::Malformed)?;
        Ok(self.session.set_aside(form, typed).await?)
    }

    /// What was typed into this form when it was last refused. What can no longer be read was typed into an older form.
    pub(super) async fn aside<T: DeserializeOwned>(&self, form: &str) -> Result<Option<T>, PortalError> {
        let typed = self.session.aside(form).await?;
        Ok(typed.and_then(|typed| serde_json::from_str(&typed).ok()))
    }

    /// Forget what was typed into this form: nothing stands in its place.
    pub(super) async fn forget_aside(&self, form: &str) -> Result<(), PortalError> {
        Ok(self.session.set_aside(form, String::new()).await?)
    }
}
