//! What the pages of a State's desk show besides a filing: its filings, and a new one.

use super::{
    Portal,
    ports::{FilingFilter, FilingLine, Paged},
};
use crate::error::PortalError;
use domain::{
    ids::{FormKey, PersonId},
    lifecycle::StageName,
    people::Scope,
    policy,
};

/// A State's filings.
pub struct DeskSeen {
    /// What waits for the national authority; on the first page only.
    pub to_approve: Vec<FilingLine>,
    /// All of them, latest change first.
    pub filings: Paged<FilingLine>,
    /// Whether the visitor may begin one.
    pub may_open: bool,
}

/// The page where a filing is begun.
pub struct NewSeen {
    /// The key of this drawing of its forms: one of them is posted.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// The filings of the visitor's State.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who acts for no State, and for a page past the last.
    pub async fn desk(&self, page: u32) -> Result<DeskSeen, PortalError> {
        let actor = self.actor()?;
        let scope = actor.scope();
        if !matches!(scope, Scope::Own(_)) {
            return Err(self.not_for_them("read-filings").await);
        }
        let awaiting = vec![StageName::AwaitingApproval, StageName::AnswerAwaitingApproval];
        let first = FilingFilter {
            scope,
            stages: awaiting,
            waiting: false,
            oldest_first: true,
            page: 1,
        };
        let all = FilingFilter {
            stages: Vec::new(),
            oldest_first: false,
            page,
            ..first.clone()
        };
        let filings = self.store().list(&all).await?;
        if filings.page > filings.pages() {
            return Err(PortalError::NotFound);
        }
        let to_approve = if page == 1 {
            self.store().list(&first).await?.items
        } else {
            Vec::new()
        };
        Ok(DeskSeen {
            to_approve,
            filings,
            may_open: policy::may_open(actor),
        })
    }

    /// The page where a filing is begun.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who drafts for no State.
    pub async fn new_filing(&self) -> Result<NewSeen, PortalError> {
        let actor = self.actor()?;
        if policy::may_open(actor) {
            Ok(NewSeen {
                key: self.form_key(),
                by: actor.id,
            })
        } else {
            Err(self.not_for_them("open").await)
        }
    }
}
