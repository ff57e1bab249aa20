//! A filing's indicators, which may be ten thousand, by the page.

use super::Portal;
use crate::error::PortalError;
use domain::{ids::FilingReference, indicator::Indicator, lifecycle::StageName};

/// A page of a filing's indicators.
pub struct IndicatorsSeen {
    /// Whose they are.
    pub reference: FilingReference,
    /// Where the filing stands, as its reader may know it.
    pub stage: StageName,
    /// Those on the page.
    pub indicators: Vec<Indicator>,
    /// How many there are on all pages.
    pub total: usize,
    /// Which page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
}

/// So many indicators stand on a page.
const A_PAGE: usize = 100;

impl Portal {
    /// The indicators of a filing as its reader may know it, by the page.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it does not exist for the visitor, and for a page past the last.
    pub async fn indicators(&self, reference: &FilingReference, page: u32) -> Result<IndicatorsSeen, PortalError> {
        let actor = self.actor()?;
        let filing = self.reachable(reference).await?;
        let is_draft = actor.side.state().is_some() && filing.is_being_written();
        let all = match &filing.submission {
            Some(submission) if !is_draft => submission.incident.indicators.clone(),
            _ => filing.clone().seen_by(actor).draft.indicators,
        };
        let total = all.len();
        let before = usize::try_from(page.saturating_sub(1))
            .unwrap_or(usize::MAX)
            .saturating_mul(A_PAGE);
        let indicators: Vec<Indicator> = all.into_iter().skip(before).take(A_PAGE).collect();
        if page == 0 || (page > 1 && indicators.is_empty()) {
            return Err(PortalError::NotFound);
        }
        Ok(IndicatorsSeen {
            reference: reference.clone(),
            stage: filing.stage_for(actor),
            pages: u32::try_from(total.div_ceil(A_PAGE).max(1)).unwrap_or(u32::MAX),
            indicators,
            total,
            page,
        })
    }
}
