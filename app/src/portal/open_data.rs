//! What everyone may read, as programs ask for it: by the page, and all of it.

use super::{
    Portal,
    ports::{Paged, PublicationFilter},
    public::StateNames,
};
use crate::error::PortalError;
use domain::{ids::PublicationReference, publication::Publication};

impl Portal {
    /// A page of publications, latest first, withdrawn ones included, and what their States are called.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a page past the last.
    pub async fn listed(&self, filter: &PublicationFilter) -> Result<(Paged<Publication>, StateNames), PortalError> {
        let publications = self.store().publications(filter).await?;
        if publications.page > publications.pages() {
            return Err(PortalError::NotFound);
        }
        Ok((publications, self.state_names().await?))
    }

    /// At most so many publications in the order of their references, after this one or from the first on.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn publications_after(
        &self,
        after: Option<PublicationReference>,
        most: u64,
    ) -> Result<Vec<Publication>, PortalError> {
        Ok(self.store().publications_after(after, most).await?)
    }
}
