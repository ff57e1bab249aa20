//! A filing's indicators, which may be ten thousand, by the page.

use super::Portal;
use crate::error::PortalError;
use domain::{ids::FilingReference, incident::Incident, indicator::Indicator, lifecycle::StageName};

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
pub const A_PAGE: usize = 100;

/// How many pages so many indicators fill: at least one.
pub fn pages_of(indicators: usize) -> u32 {
    u32::try_from(indicators.div_ceil(A_PAGE).max(1)).unwrap_or(u32::MAX)
}

/// Those of this page, counted from 1; none for a page past the last.
pub fn page_of(all: &[Indicator], page: u32) -> Option<&[Indicator]> {
    let before = usize::try_from(page.checked_sub(1)?).ok()?.checked_mul(A_PAGE)?;
    let rest = all.get(before..).filter(|rest| page == 1 || !rest.is_empty())?;
    Some(rest.get(..A_PAGE).unwrap_or(rest))
}

impl Portal {
    /// The indicators of a filing as its reader may know it, by the page.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it does not exist for the visitor, and for a page past the last.
    pub async fn indicators(&self, reference: &FilingReference, page: u32) -> Result<IndicatorsSeen, PortalError> {
        let actor = self.actor()?;
        let filing = self.reachable::<Incident>(reference).await?;
        let is_draft = actor.side.state().is_some() && filing.is_being_written();
        let all = match &filing.submission {
            Some(submission) if !is_draft => submission.content.indicators.clone(),
            _ => filing.clone().seen_by(actor).draft.indicators,
        };
        let on_page = page_of(&all, page).ok_or(PortalError::NotFound)?;
        Ok(IndicatorsSeen {
            reference: reference.clone(),
            stage: filing.stage_for(actor),
            indicators: on_page.to_vec(),
            total: all.len(),
            page,
            pages: pages_of(all.len()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::indicator::IndicatorKind;

    #[test]
    fn every_indicator_stands_on_one_page_and_there_is_none_past_the_last() {
        let all: Vec<_> = (0..250)
            .map(|number| Indicator::new(IndicatorKind::Domain, format!("d{number}.example")))
            .collect();
        let pages = (1..=pages_of(all.len())).filter_map(|page| page_of(&all, page));
        assert_eq!(pages.collect::<Vec<_>>().concat(), all);
        for page in [0, 4, u32::MAX] {
            assert_eq!(page_of(&all, page), None);
        }
        assert_eq!(page_of(&all[..A_PAGE], 2), None);
        assert_eq!((page_of(&[], 1), pages_of(0)), (Some(&[][..]), 1));
    }
}
