//! What auditors read: times, events and ids. They change nothing, and read no filing.

use super::super::{
    Portal,
    ports::{AuditLine, Paged},
};
use crate::error::PortalError;
use domain::policy::{self, Refusal};

impl Portal {
    /// A page of the audit log, latest lines first.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone but auditors, and for a page past the last.
    pub async fn log(&self, page: u32) -> Result<Paged<AuditLine>, PortalError> {
        let actor = self.actor()?;
        if !policy::may_read_log(actor) {
            return Err(self.denied("read-log", Refusal::Hidden, actor.id.to_string()).await);
        }
        let lines = self.store().log(page).await?;
        if lines.page <= lines.pages() {
            Ok(lines)
        } else {
            Err(PortalError::NotFound)
        }
    }
}
