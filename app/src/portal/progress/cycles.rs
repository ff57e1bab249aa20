//! Cycles as everyone sees them: who reported publicly and when, out of how many, and what there is to read.

use super::{StandingReport, Versions, disclosures};
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{PublishedReport, ReportStanding},
        public::StateNames,
    },
};
use domain::{
    commitment::Commitments,
    cycle::{Cycle, CycleYear},
    ids::Timestamp,
    participation::{ClosedFigure, Further, Participation, Year},
    questionnaire::Questionnaire,
    state::{State, StateCode},
};
use std::{collections::BTreeSet, ops::Deref};

/// A cycle in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleLine {
    /// The cycle.
    pub cycle: Cycle,
    /// How many States take part, and how many reported publicly.
    pub year: Year,
    /// How many further States answered, not publicly, where that is said.
    pub further: Option<Further>,
}

/// A cycle with all that everyone may read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CycleSeen {
    /// The cycle.
    pub cycle: Cycle,
    /// Its figures.
    pub participation: Participation,
    /// What was fixed when it closed.
    pub closed: Option<ClosedFigure>,
    /// The reports the figures are made of, in the order of its rows.
    pub reports: Vec<StandingReport>,
    /// Reports that were withdrawn, and when.
    pub withdrawn: Vec<(StateCode, Timestamp)>,
    /// The versions the reports answered.
    pub versions: Versions,
    /// The commitments States are asked about.
    pub commitments: Commitments,
    /// What States are called.
    pub states: StateNames,
}

/// What the figures of a cycle are made of, besides its reports.
pub(super) struct Ground<'a> {
    pub cycle: &'a Cycle,
    pub states: &'a [State],
    pub versions: &'a Versions,
    pub closed: Option<&'a ClosedFigure>,
}

impl Ground<'_> {
    /// The figures of a cycle with these reports.
    pub(super) fn participation(&self, reports: &[StandingReport]) -> Participation {
        let public: Vec<_> = reports.iter().filter_map(StandingReport::public).collect();
        let questionnaires: Vec<&Questionnaire> = self.versions.iter().map(Deref::deref).collect();
        Participation::of(self.cycle, self.states, &public, &questionnaires, self.closed)
    }
}

impl Portal {
    /// Every cycle that was opened, the latest first.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn public_cycles(&self) -> Result<Vec<CycleLine>, PortalError> {
        let store = self.store();
        let (states, reported, closed) = (
            store.states().await?,
            store.reported().await?,
            store.closed_figures().await?,
        );
        let nobody = BTreeSet::new();
        let line = |cycle: Cycle| {
            let closed = closed.get(&cycle.year());
            let reported = reported.get(&cycle.year()).unwrap_or(&nobody);
            CycleLine {
                year: Year::of(&cycle, &states, reported, closed),
                further: closed.and_then(ClosedFigure::further),
                cycle,
            }
        };
        Ok(store.cycles().await?.into_iter().map(line).collect())
    }

    /// A cycle that was opened.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where none was opened for this year.
    pub async fn public_cycle(&self, year: CycleYear) -> Result<CycleSeen, PortalError> {
        let cycle = self.store().cycle(year).await?.ok_or(PortalError::NotFound)?;
        let published = self.store().published_in(year).await?;
        let mut withdrawn: Vec<_> = published.iter().filter_map(withdrawn).collect();
        let reports = self.with_their_words(disclosures(published).collect()).await?;
        // Whoever withdrew a report may have filed another.
        withdrawn.retain(|(state, _)| reports.iter().all(|report| report.report.state != *state));
        let states = self.store().states().await?;
        let versions = self.versions().await?;
        let closed = self.store().closed_figure(year).await?;
        let ground = Ground {
            cycle: &cycle,
            states: &states,
            versions: &versions,
            closed: closed.as_ref(),
        };
        let participation = ground.participation(&reports);
        Ok(CycleSeen {
            reports: in_order(&participation, reports),
            participation,
            closed,
            withdrawn,
            versions,
            commitments: self.store().commitments().await?,
            states: states.into_iter().map(|state| (state.code, state)).collect(),
            cycle,
        })
    }
}

fn withdrawn(report: &PublishedReport) -> Option<(StateCode, Timestamp)> {
    match report.standing {
        ReportStanding::Withdrawn { at } => Some((report.state, at)),
        ReportStanding::Public(_) => None,
    }
}

/// The reports of these figures, in the order of their rows. What has no row has no place in any figure.
fn in_order(participation: &Participation, mut reports: Vec<StandingReport>) -> Vec<StandingReport> {
    let place = |of: &StandingReport| participation.rows().position(|row| row.state == of.report.state);
    reports.retain(|report| place(report).is_some());
    reports.sort_by_cached_key(|report| place(report));
    reports
}
