//! One State's public report: its own words, in the order of its questionnaire or of another instrument.

use super::StandingReport;
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{PublishedReport, ReportStanding},
    },
};
use domain::{
    commitment::Commitments,
    cycle::CycleYear,
    ids::Timestamp,
    questionnaire::Frozen,
    report::ReportDisclosure,
    state::{State, StateCode},
};

/// A public report, whether it stands or was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportSeen {
    /// Whose it is.
    pub state: State,
    /// The cycle.
    pub cycle: CycleYear,
    /// When it was published.
    pub published: Timestamp,
    /// What stands there.
    pub standing: Standing,
}

/// What is left of a report, or all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Everyone can read it.
    Public(Box<Words>),
    /// The State withdrew it.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// A report that stands, with what is needed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The report, and what it refers to.
    pub report: StandingReport,
    /// The questions its words answer; none where it has no words that are public.
    pub questionnaire: Option<Frozen>,
    /// The commitments States are asked about.
    pub commitments: Commitments,
}

impl Portal {
    /// A public report.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where this State published none in this cycle, whether or not it reported.
    pub async fn public_report(&self, year: CycleYear, state: StateCode) -> Result<ReportSeen, PortalError> {
        let published = self.store().published(year, &state).await?;
        let published = published.ok_or(PortalError::NotFound)?;
        let state = self.store().state(&state).await?.ok_or(PortalError::Unavailable)?;
        Ok(ReportSeen {
            state,
            cycle: published.cycle,
            published: published.published,
            standing: self.published_words(published).await?,
        })
    }

    async fn published_words(&self, published: PublishedReport) -> Result<Standing, PortalError> {
        let report = match published.standing {
            ReportStanding::Withdrawn { at } => return Ok(Standing::Withdrawn { at }),
            ReportStanding::Public(report) => *report,
        };
        let report = self.with_its_words(published.published, report).await?;
        let questionnaire = match report.words() {
            Some(words) => self.versions().await?.get(words.questionnaire).cloned(),
            None => None,
        };
        Ok(Standing::Public(Box::new(Words {
            report,
            questionnaire,
            commitments: self.store().commitments().await?,
        })))
    }

    async fn with_its_words(
        &self,
        published: Timestamp,
        report: ReportDisclosure,
    ) -> Result<StandingReport, PortalError> {
        let earlier = match super::since(&report) {
            Some(since) => self.store().published(since, &report.state).await?,
            None => None,
        };
        let since = earlier.and_then(|earlier| super::disclosures(vec![earlier]).next());
        Ok(StandingReport {
            published,
            since: since
                .map(|(_, words)| words)
                .filter(|words| super::since(words).is_none()),
            report,
        })
    }

    /// The public reports of a cycle, withdrawn ones as withdrawn: for files that hold all of them.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn public_reports_in(&self, year: CycleYear) -> Result<Vec<PublishedReport>, PortalError> {
        Ok(self.store().published_in(year).await?)
    }
}
