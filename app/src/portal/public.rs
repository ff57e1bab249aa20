//! What everyone may read. These use cases ask nobody who they are, so that nothing can depend on it.

use super::{
    Portal,
    ports::{Paged, Participation, PublicationFilter},
};
use crate::error::PortalError;
use domain::{
    ids::PublicationReference,
    publication::Publication,
    state::{State, StateCode},
};
use std::collections::BTreeMap;

/// Names of States, for pages that show several.
pub type StateNames = BTreeMap<StateCode, State>;

/// The start page.
pub struct HomeSeen {
    /// Public facts about taking part.
    pub participation: Participation,
    /// The latest publications.
    pub latest: Vec<Publication>,
    /// Names of their States.
    pub states: StateNames,
}

/// A list of publications.
pub struct PublicationsSeen {
    /// What stands on the page.
    pub publications: Paged<Publication>,
    /// What was asked for.
    pub filter: PublicationFilter,
    /// What can be asked for.
    pub participation: Participation,
    /// Names of States.
    pub states: StateNames,
}

/// How many publications the start page shows.
const LATEST: usize = 5;

impl Portal {
    /// The start page.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn home(&self) -> Result<HomeSeen, PortalError> {
        let filter = PublicationFilter {
            page: 1,
            ..PublicationFilter::default()
        };
        let mut latest = self.store().publications(&filter).await?.items;
        latest.truncate(LATEST);
        Ok(HomeSeen {
            participation: self.store().participation().await?,
            latest,
            states: self.state_names().await?,
        })
    }

    /// Publications, filtered and paged.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a page past the last.
    pub async fn publications(&self, filter: PublicationFilter) -> Result<PublicationsSeen, PortalError> {
        let publications = self.store().publications(&filter).await?;
        if publications.page > publications.pages() {
            return Err(PortalError::NotFound);
        }
        let participation = self.store().participation().await?;
        Ok(PublicationsSeen {
            publications,
            filter,
            participation,
            states: self.state_names().await?,
        })
    }

    /// One publication and its State.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where nothing was published under this reference.
    pub async fn publication(&self, reference: PublicationReference) -> Result<(Publication, State), PortalError> {
        let publication = self
            .store()
            .publication(reference)
            .await?
            .ok_or(PortalError::NotFound)?;
        let state = self
            .store()
            .state(&publication.state)
            .await?
            .ok_or(PortalError::Unavailable)?;
        Ok((publication, state))
    }

    /// Every State by its code.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn state_names(&self) -> Result<StateNames, PortalError> {
        Ok(self
            .store()
            .states()
            .await?
            .into_iter()
            .map(|state| (state.code, state))
            .collect())
    }
}
