//! The use cases: everything a visitor can do, one function each.
//!
//! A [`Portal`] is made for one request. It knows who is asking and holds the [`World`] it may turn to. Each use case
//! loads, decides, commits, in that order: what is decided is decided in `domain`, and what is committed is committed
//! in one transaction by the store. Nothing here knows of pages, forms or SQL.
//!
//! - [`filings`]: open, save, choose, command, note
//! - [`import`]: open from a file
//! - [`indicators`]: a filing's indicators, by the page
//! - [`reading`]: what pages of filings show
//! - [`writing`]: what the pages show on which a filing is written
//! - [`notes`]: what people write beside a command
//! - [`given_back`]: what was typed and refused, for whoever typed it
//! - [`desk`]: what the pages of a State's desk show besides
//! - [`reporting`]: begin, write, check and read a progress report
//! - [`review`]: what the secretariat's pages show besides a filing
//! - [`shared`]: what States let all participating States read
//! - [`public`]: what everyone may read
//! - [`progress`]: what everyone may read of progress reports
//! - [`open_data`]: the same, as programs ask for it
//! - [`conditions`]: what a reader asks of the list of publications
//! - [`cycles`]: what the secretariat prepares and runs, and what States say beside their reports
//! - [`accounts`]: signing in and out, inviting, roles
//! - [`throttle`]: how long somebody waits who keeps guessing passwords
//! - [`ports`]: what the portal needs of the world

pub mod accounts;
pub mod conditions;
pub mod cycles;
pub mod desk;
pub mod filings;
pub mod given_back;
pub mod import;
pub mod indicators;
pub mod notes;
pub mod open_data;
pub mod ports;
pub mod progress;
pub mod public;
pub mod reading;
pub mod reporting;
pub mod review;
pub mod shared;
pub mod throttle;
pub mod writing;

use crate::error::PortalError;
use domain::{
    ids::{FormKey, Timestamp, Version},
    people::Actor,
    policy::Refusal,
};
use ports::{AuditLine, Event, Posting, Receipt, Session, Store, StoreError, World};
use std::sync::Arc;

/// Who is asking.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// The person signed in, with the roles they hold at this moment.
    pub actor: Option<Actor>,
    /// The network they ask from, as a prefix: /24 of IPv4, /48 of IPv6. Only for slowing down guesses.
    pub network: String,
}

/// The portal as one visitor meets it.
#[derive(Clone)]
pub struct Portal {
    /// The outside world.
    pub world: World,
    /// The visitor's session.
    pub session: Arc<dyn Session>,
    /// The visitor.
    pub visitor: Visitor,
}

impl Portal {
    /// The person signed in.
    ///
    /// # Errors
    /// [`PortalError::SignInRequired`] where nobody is.
    pub fn actor(&self) -> Result<&Actor, PortalError> {
        self.visitor.actor.as_ref().ok_or(PortalError::SignInRequired)
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        self.world.clock.now()
    }

    /// A key for one drawing of a form.
    pub fn form_key(&self) -> FormKey {
        self.world.chance.form_key()
    }

    pub(crate) fn store(&self) -> &dyn Store {
        &*self.world.store
    }

    fn posting(&self, key: FormKey, seen: Version) -> Result<Posting, PortalError> {
        Ok(Posting {
            key,
            seen,
            by: self.actor()?.id,
            at: self.now(),
        })
    }

    /// Do it once: the same form posted again, later or at the same moment, gets the first receipt.
    async fn once(
        &self,
        key: FormKey,
        attempt: impl Future<Output = Result<Receipt, PortalError>>,
    ) -> Result<Receipt, PortalError> {
        let by = self.actor()?.id;
        if let Some(first) = self.store().receipt(key, by).await? {
            return Ok(first);
        }
        match attempt.await {
            // Posted twice at once, the later of the two finds the filing already changed: by itself.
            Err(lost @ (PortalError::Stale | PortalError::Refused(Refusal::NotNow { .. }))) => {
                self.store().receipt(key, by).await?.ok_or(lost)
            }
            other => other,
        }
    }

    /// That a page is for others: to this visitor it does not exist, and the audit log says that they asked.
    pub(crate) async fn not_for_them(&self, page: &str) -> PortalError {
        let who = self.visitor.actor.as_ref().map(|actor| actor.id.to_string());
        self.denied(page, Refusal::Hidden, who.unwrap_or_default()).await
    }

    /// Write a refusal to the audit log, and pass it on. A log that cannot be written does not undo the refusal.
    pub(crate) async fn denied(&self, action: &str, refusal: Refusal, on: String) -> PortalError {
        let event = Event::Denied {
            action: action.to_owned(),
            refusal: refusal.code().to_owned(),
        };
        let by = self.visitor.actor.as_ref().map(|actor| actor.id);
        let line = AuditLine {
            at: self.now(),
            by,
            event,
            on: Some(on),
        };
        if let Err(trouble) = self.store().record(&line).await {
            tracing::error!(%trouble, "a refusal is missing from the audit log");
        }
        refusal.into()
    }
}

impl From<StoreError> for PortalError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale | StoreError::Repeated => Self::Stale,
            StoreError::Taken => Self::Malformed,
            StoreError::Unavailable(why) => {
                tracing::error!(why, "the store did not answer");
                Self::Unavailable
            }
        }
    }
}
