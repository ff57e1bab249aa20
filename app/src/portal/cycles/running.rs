//! A cycle that was opened, as the secretariat follows it: which State reported when, when each has to, and who asks for
//! more time. None of this is for anyone else.

use super::{Portal, extensions::DecisionWords, planning::PlannedSeen};
use crate::error::PortalError;
use domain::{
    calendar::{Calendar, Due},
    cycle::{Cycle, CycleYear, Extension, Lateness, Outcome, Phase},
    ids::{PersonId, Timestamp},
    participation::ClosedFigure,
    policy,
    state::{State, StateCode},
};
use std::collections::BTreeMap;

/// A cycle, as the secretariat sees it.
pub enum CycleSeen {
    /// It is planned.
    Planned(Box<PlannedSeen>),
    /// It was opened.
    Running(Box<RunningSeen>),
}

/// A cycle that was opened.
pub struct RunningSeen {
    /// It.
    pub cycle: Cycle,
    /// What was fixed when it closed.
    pub figure: Option<ClosedFigure>,
    /// Every State that takes part, by name.
    pub states: Vec<StateInCycle>,
    /// Who planned and who opened it, by name.
    pub names: BTreeMap<PersonId, String>,
    /// Whether the visitor decides on requests for more time.
    pub may_decide: bool,
    /// Whom the page is drawn for.
    pub by: PersonId,
}

/// How one State stands in a cycle.
pub struct StateInCycle {
    /// Which.
    pub state: State,
    /// When its report is due there.
    pub due: Due,
    /// What it can do now.
    pub phase: Phase,
    /// When its national authority first let a report out.
    pub reported: Option<Timestamp>,
    /// How it stands to its due date.
    pub lateness: Option<Lateness>,
    /// Its latest request for more time.
    pub extension: Option<Extension>,
    /// What was written beside a decision on that, and refused itself.
    pub words: DecisionWords,
}

impl StateInCycle {
    /// Whether it waits for a decision.
    pub fn is_waiting(&self) -> bool {
        self.extension
            .as_ref()
            .is_some_and(|asked| asked.outcome == Outcome::Waiting)
    }
}

impl Portal {
    /// A cycle, planned or opened. `again` where a form on its page was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is neither, and for anyone but the secretariat.
    pub async fn cycle_seen(&self, year: CycleYear, again: bool) -> Result<CycleSeen, PortalError> {
        let by = self.preparer().await?.id;
        let Some(cycle) = self.store().cycle(year).await? else {
            return Ok(CycleSeen::Planned(Box::new(self.planned_seen(year).await?)));
        };
        Ok(CycleSeen::Running(Box::new(RunningSeen {
            figure: self.store().closed_figure(year).await?,
            states: self.states_in(&cycle, again).await?,
            names: self.named([cycle.proposed_by, cycle.opened_by]).await?,
            may_decide: policy::may_keep_programme(self.actor()?),
            cycle,
            by,
        })))
    }

    async fn states_in(&self, cycle: &Cycle, again: bool) -> Result<Vec<StateInCycle>, PortalError> {
        let (year, store, usual) = (cycle.year(), self.store(), Calendar::default());
        let calendars = store.calendars().await?;
        let let_out: BTreeMap<StateCode, Timestamp> = store
            .let_out(year)
            .await?
            .into_iter()
            .map(|(state, at, _)| (state, at))
            .collect();
        let extensions = store.extensions(year).await?.into_iter();
        let mut extensions: BTreeMap<StateCode, Extension> = extensions.map(|asked| (asked.state, asked)).collect();
        let mut states = Vec::new();
        for state in store
            .states()
            .await?
            .into_iter()
            .filter(|state| cycle.is_for(&state.code))
        {
            let calendar = calendars.get(&state.code).unwrap_or(&usual);
            let (extension, reported) = (extensions.remove(&state.code), let_out.get(&state.code).copied());
            let due = cycle.due(calendar, extension.as_ref());
            let lateness = Cycle::lateness(&state.code, &due, reported, self.actor()?, self.now());
            states.push(StateInCycle {
                due,
                phase: cycle.phase(calendar, self.now()),
                reported,
                lateness,
                words: self
                    .decision_before(year, state.code, again && extension.is_some())
                    .await?,
                extension,
                state,
            });
        }
        Ok(states)
    }
}
