//! What is printed of a report for those who write it and for the secretariat: to be coordinated before it is sent, to be
//! kept after.
//!
//! The people of its State print what they typed, complete or not, for as long as it is being written. Everyone else, and
//! they themselves later, print the submission. Comments and who holds which section are in neither.

use crate::{error::PortalError, portal::Portal};
use domain::{
    commitment::Commitments,
    filing::Filing,
    ids::{FilingReference, Timestamp},
    marking::Audience,
    policy,
    report::{Report, ReportDisclosure},
    state::State,
};

/// A report to be printed.
pub struct ReportToPrint {
    /// The filing, as its reader may know it.
    pub filing: Filing<Report>,
    /// Its State.
    pub state: State,
    /// What is printed of it.
    pub content: ToPrint,
    /// The catalogue, for the orders of instruments.
    pub commitments: Commitments,
}

/// What is printed of a report.
pub enum ToPrint {
    /// The draft of the filing, as it stood at this moment.
    Draft {
        /// When it was read.
        at: Timestamp,
    },
    /// What was let out of the State.
    Submission {
        /// Which: 1 for the first.
        number: u32,
        /// When the national authority approved it.
        at: Timestamp,
        /// What the secretariat reads.
        disclosure: Box<ReportDisclosure>,
    },
}

impl Portal {
    /// A report to be printed.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it does not exist for the visitor.
    pub async fn report_to_print(&self, reference: &FilingReference) -> Result<ReportToPrint, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        let actor = self.actor()?;
        let is_theirs = policy::may_read_draft(actor, &filing);
        let content = match &filing.submission {
            _ if is_theirs && filing.is_being_written() => ToPrint::Draft { at: self.now() },
            Some(submission) => ToPrint::Submission {
                number: submission.number,
                at: submission.at,
                disclosure: Box::new(
                    submission
                        .content
                        .disclose(&reference.state, Audience::Secretariat)
                        .ok_or(PortalError::NotFound)?,
                ),
            },
            None => return Err(PortalError::NotFound),
        };
        Ok(ReportToPrint {
            state: self
                .store()
                .state(&reference.state)
                .await?
                .ok_or(PortalError::Unavailable)?,
            commitments: self.store().commitments().await?,
            filing: filing.seen_by(actor),
            content,
        })
    }
}
