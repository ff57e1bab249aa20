//! Rounds: what the portal does by itself when its day has come. It reminds States of reports that are due, and fixes the
//! figure of a cycle that is over.
//!
//! A round asks what is to be done now and does it, so that one that was missed, or made twice by two servers, does no
//! harm: of several reminders that were missed one is sent, each is sent once, and a figure is fixed once. What is due
//! when, and to whom, is decided in the domain ([`Cycle::reminder_now`], [`ClosedFigure::fix`]).

use crate::storage::Sql;
use app::portal::ports::{Clock, Cycles, Programme, Reports, Stored};
use domain::{
    calendar::Calendar,
    cycle::{Cycle, Extension, Phase},
    ids::Timestamp,
    marking::Audience,
    participation::ClosedFigure,
    state::StateCode,
};
use std::{collections::BTreeMap, pin::pin, sync::Arc, time::Duration};
use tokio::time::sleep;

/// How long to wait before the next round. Reminders come in the morning: a few minutes do not matter.
const PAUSE: Duration = Duration::from_mins(5);

/// Makes rounds.
#[derive(Clone)]
pub struct Rounds {
    /// Where cycles are, and the outbox.
    pub store: Sql,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
}

/// What a round has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// How many States were reminded.
    pub reminded: usize,
    /// How many figures were fixed.
    pub fixed: usize,
}

/// What a cycle's round needs to know.
struct Known {
    calendars: BTreeMap<StateCode, Calendar>,
    extensions: BTreeMap<StateCode, Extension>,
    let_out: Vec<(StateCode, Timestamp, Audience)>,
}

impl Known {
    fn calendar(&self, state: StateCode) -> Calendar {
        self.calendars.get(&state).cloned().unwrap_or_default()
    }
}

impl Rounds {
    /// Make rounds, again and again, until `stop`. A round that is being made then is made to its end.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        loop {
            match self.once().await {
                Ok(Made { reminded: 0, fixed: 0 }) => {}
                Ok(made) => tracing::info!(reminded = made.reminded, fixed = made.fixed, "a round was made"),
                Err(trouble) => tracing::error!(%trouble, "a round was not made to its end"),
            }
            tokio::select! {
                biased;
                () = &mut stop => return,
                () = sleep(PAUSE) => {}
            }
        }
    }

    /// Make one round.
    ///
    /// # Errors
    /// Where the store does not answer. What was done by then is done.
    pub async fn once(&self) -> Stored<Made> {
        let mut made = Made::default();
        for cycle in self.store.cycles().await? {
            if self.store.closed_figure(cycle.year()).await?.is_some() {
                continue;
            }
            let known = self.known(&cycle).await?;
            made.reminded += self.remind(&cycle, &known).await?;
            made.fixed += usize::from(self.fix(&cycle, &known).await?);
        }
        Ok(made)
    }

    async fn known(&self, cycle: &Cycle) -> Stored<Known> {
        let extensions = self.store.extensions(cycle.year()).await?.into_iter();
        Ok(Known {
            calendars: self.store.calendars().await?,
            extensions: extensions.map(|asked| (asked.state, asked)).collect(),
            let_out: self.store.let_out(cycle.year()).await?,
        })
    }

    async fn remind(&self, cycle: &Cycle, known: &Known) -> Stored<usize> {
        let (now, mut reminded) = (self.clock.now(), 0);
        let sent = self.store.reminded(cycle.year()).await?;
        for state in &cycle.plan().participating {
            let calendar = known.calendar(*state);
            if cycle.phase(&calendar, now) != Phase::Open {
                continue;
            }
            let due = cycle.due(&calendar, known.extensions.get(state));
            let reminders = cycle.reminders(state, &calendar, &due);
            let has_reported = known.let_out.iter().any(|(of, ..)| of == state);
            let sent = sent.get(state).cloned().unwrap_or_default();
            if let Some(reminder) = cycle.reminder_now(&reminders, &sent, has_reported, now) {
                reminded += usize::from(self.store.remind(&reminder, now).await?);
            }
        }
        Ok(reminded)
    }

    /// Fix the figure of a cycle that is over: of reports that were let out by then.
    async fn fix(&self, cycle: &Cycle, known: &Known) -> Stored<bool> {
        let calendars: Vec<_> = cycle
            .plan()
            .participating
            .iter()
            .map(|state| known.calendar(*state))
            .collect();
        let reports = known.let_out.iter().map(|(state, _, audience)| (*state, *audience));
        let Some(figure) = ClosedFigure::fix(cycle, &calendars, reports, self.clock.now()) else {
            return Ok(false);
        };
        self.store.fix_figure(&figure).await?;
        Ok(true)
    }
}
