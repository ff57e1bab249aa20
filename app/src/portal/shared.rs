//! What States let all participating States read: pages for every State's people, and for nobody else. The secretariat
//! reads the same filings, in full, on pages of its own.

use super::{
    Portal,
    indicators::page_of,
    ports::{Paged, SharedLine},
    public::StateNames,
};
use crate::error::PortalError;
use domain::{
    ids::FilingReference,
    policy::{self, Refusal},
    publication::Disclosure,
    state::State,
};

impl Portal {
    /// What States let all participating States read.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who acts for no State, and so for the secretariat.
    pub async fn shared(&self, page: u32) -> Result<(Paged<SharedLine>, StateNames), PortalError> {
        self.of_a_state().await?;
        Ok((self.store().shared(page).await?, self.state_names().await?))
    }

    /// One of them.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it is not for participating States, or no longer; and for a page of its indicators
    /// past the last.
    pub async fn shared_one(&self, reference: &FilingReference, page: u32) -> Result<(Disclosure, State), PortalError> {
        self.of_a_state().await?;
        let Some(disclosure) = self.store().shared_one(reference).await? else {
            return Err(self.denied("read", Refusal::Hidden, reference.to_string()).await);
        };
        page_of(disclosure.indicators.given(), page).ok_or(PortalError::NotFound)?;
        let state = self
            .store()
            .state(&disclosure.state)
            .await?
            .ok_or(PortalError::Unavailable)?;
        Ok((disclosure, state))
    }

    async fn of_a_state(&self) -> Result<(), PortalError> {
        if policy::may_read_shared(self.actor()?) {
            Ok(())
        } else {
            Err(self.not_for_them("read-shared").await)
        }
    }
}
