//! What the secretariat's pages show besides a filing: what waits for it, and what it has done with.

use super::{
    Portal,
    ports::{FilingFilter, FilingLine, Paged},
    public::StateNames,
};
use crate::error::PortalError;
use domain::{ids::Timestamp, lifecycle::StageName, people::Scope};

/// What waits for the secretariat, or everything that ever reached it.
pub struct QueueSeen {
    /// Oldest first.
    pub filings: Paged<FilingLine>,
    /// Whether this is everything.
    pub everything: bool,
    /// Names of States.
    pub names: StateNames,
    /// What time it is, to say how long each has waited.
    pub now: Timestamp,
}

/// Stages at which a filing waits for somebody.
const WAITING: [StageName; 4] = [
    StageName::Submitted,
    StageName::UnderReview,
    StageName::ClarificationAsked,
    StageName::Accepted,
];

impl Portal {
    /// What waits for the secretariat, oldest first; or everything that ever reached it.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who is not of the secretariat, and for a page past the last.
    pub async fn queue(&self, everything: bool, page: u32) -> Result<QueueSeen, PortalError> {
        let scope = self.actor()?.scope();
        if scope != Scope::Approved {
            return Err(self.not_for_them("read-queue").await);
        }
        let stages = if everything { Vec::new() } else { WAITING.to_vec() };
        let filings = self
            .store()
            .list(&FilingFilter {
                scope,
                stages,
                waiting: !everything,
                oldest_first: true,
                page,
            })
            .await?;
        if filings.page > filings.pages() {
            return Err(PortalError::NotFound);
        }
        Ok(QueueSeen {
            filings,
            everything,
            names: self.state_names().await?,
            now: self.now(),
        })
    }
}
