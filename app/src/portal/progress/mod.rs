//! What everyone may read of progress reports: cycles, commitments, reports, their history, questionnaires.
//!
//! Self-reported, voluntary, and not an assessment of compliance: that sentence
//! ([`NOTICE`](domain::participation::NOTICE)) stands wherever any of this is shown or exported. Nothing here can be
//! asked for by progress, nothing lists who did not report, and nothing knows of lateness.
//!
//! These use cases ask nobody who they are. All of them read the same record: public reports that stand, each with the
//! words it refers to ([`StandingReport`]), the questionnaires they answered, and what was fixed when a cycle closed. So
//! the pages of a cycle, of a commitment and of a State cannot disagree, and no more can their files.

pub mod commitments;
pub mod cycles;
pub mod history;
pub mod questionnaires;
pub mod reports;
#[cfg(test)]
mod tests;

use super::{
    Portal,
    ports::{Opened, PublishedReport, ReportAddress, ReportStanding},
};
use crate::error::PortalError;
use domain::{
    cycle::CycleYear,
    ids::Timestamp,
    participation::PublicReport,
    questionnaire::{Frozen, Questionnaire, QuestionnaireVersion},
    report::{DisclosedContent, ReportDisclosure},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// A public report that stands, with the words it refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingReport {
    /// When it was published.
    pub published: Timestamp,
    /// What it says.
    pub report: ReportDisclosure,
    /// Where it says that there is nothing new: what it refers to, if that is public and stands.
    pub since: Option<ReportDisclosure>,
}

impl StandingReport {
    /// The same, as figures are made of it.
    pub fn public(&self) -> Option<PublicReport<'_>> {
        PublicReport::of(&self.report, self.since.as_ref(), self.published)
    }

    /// The answers everyone can read: its own, or those it refers to.
    pub const fn words(&self) -> Option<&ReportDisclosure> {
        match self.report.content {
            DisclosedContent::Form { .. } => Some(&self.report),
            DisclosedContent::NothingNew { .. } => self.since.as_ref(),
        }
    }
}

/// The cycle a report refers to where it says that there is nothing new.
pub const fn since(report: &ReportDisclosure) -> Option<CycleYear> {
    match report.content {
        DisclosedContent::NothingNew { since } => Some(since),
        DisclosedContent::Form { .. } => None,
    }
}

/// Versions of the questionnaire that were opened, which is what anyone may read of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions(Arc<Opened>);

impl Versions {
    /// This version.
    pub fn get(&self, version: QuestionnaireVersion) -> Option<&Frozen> {
        self.0.get(&version)
    }

    /// All of them, the latest first.
    pub fn iter(&self) -> impl Iterator<Item = &Frozen> {
        self.0.values().rev()
    }

    /// From one version to a later one, through all that were opened in between; nothing where they are not of one line.
    pub fn between(&self, then: QuestionnaireVersion, now: QuestionnaireVersion) -> Option<Vec<&Questionnaire>> {
        let mut way: Vec<&Questionnaire> = vec![self.get(now)?];
        while let Some(first) = way.first()
            && first.version != then
        {
            let before = self.get(first.follows.filter(|before| *before < first.version)?)?;
            way.insert(0, before);
        }
        Some(way)
    }
}

impl FromIterator<Frozen> for Versions {
    fn from_iter<I: IntoIterator<Item = Frozen>>(versions: I) -> Self {
        Self(Arc::new(versions.into_iter().map(|one| (one.version, one)).collect()))
    }
}

/// The reports that stand, of what was published.
fn disclosures(published: Vec<PublishedReport>) -> impl Iterator<Item = (Timestamp, ReportDisclosure)> {
    published.into_iter().filter_map(|report| match report.standing {
        ReportStanding::Public(disclosure) => Some((report.published, *disclosure)),
        ReportStanding::Withdrawn { .. } => None,
    })
}

impl Portal {
    /// Every version of the questionnaire that was opened.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn versions(&self) -> Result<Versions, PortalError> {
        Ok(Versions(self.store().opened().await?))
    }

    /// The public reports of a cycle that stand, by State, each with the words it refers to.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn standing_in(&self, year: CycleYear) -> Result<Vec<StandingReport>, PortalError> {
        let published = self.store().published_in(year).await?;
        self.with_their_words(disclosures(published).collect()).await
    }

    /// These reports with the words they refer to, which are read together and opened with no others of their cycles.
    async fn with_their_words(
        &self,
        reports: Vec<(Timestamp, ReportDisclosure)>,
    ) -> Result<Vec<StandingReport>, PortalError> {
        let refers_to = |(_, report): &(Timestamp, ReportDisclosure)| Some((since(report)?, report.state));
        let meant: BTreeSet<ReportAddress> = reports.iter().filter_map(refers_to).collect();
        let earlier = disclosures(self.store().published_at(&meant).await?);
        let earlier: BTreeMap<ReportAddress, ReportDisclosure> = earlier
            .map(|(_, report)| ((report.cycle, report.state), report))
            .collect();
        let with = |(published, report): (Timestamp, ReportDisclosure)| {
            let words = since(&report).and_then(|year| earlier.get(&(year, report.state)).cloned());
            StandingReport {
                published,
                // What refers to a report that refers to another would be no words.
                since: words.filter(|words| since(words).is_none()),
                report,
            }
        };
        Ok(reports.into_iter().map(with).collect())
    }
}
