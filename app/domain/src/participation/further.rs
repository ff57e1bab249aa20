//! How many further States answered, not publicly: the one public figure that includes what is not public.
//!
//! It is fixed when the cycle closes and never computed again, so that nobody can tell from one day to the next which
//! State was added; and a number so small that it could name somebody is not kept at all, so that it cannot be shown by
//! mistake.

use crate::{
    calendar::Calendar,
    cycle::{Cycle, CycleYear},
    ids::Timestamp,
    marking::Audience,
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The smallest number that is shown.
pub const FEWEST: u32 = 3;

/// A number of States, never smaller than [`FEWEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Further(u32);

/// A number too small to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("fewer than {FEWEST}")]
pub struct TooFew;

impl TryFrom<u32> for Further {
    type Error = TooFew;

    fn try_from(number: u32) -> Result<Self, TooFew> {
        if number < FEWEST { Err(TooFew) } else { Ok(Self(number)) }
    }
}

impl From<Further> for u32 {
    fn from(further: Further) -> Self {
        further.0
    }
}

/// What was fixed when a cycle closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedFigure {
    cycle: CycleYear,
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    further: Option<Further>,
}

impl ClosedFigure {
    /// Fix the figure of a cycle; nothing while it is open for a State with one of these calendars. `reports` are those
    /// that a national authority had let out by then, with their audience; what is meant for the public is not counted,
    /// wherever it stands.
    pub fn fix<'a>(
        cycle: &Cycle,
        calendars: impl IntoIterator<Item = &'a Calendar>,
        reports: impl IntoIterator<Item = (StateCode, Audience)>,
        now: Timestamp,
    ) -> Option<Self> {
        if !cycle.is_over(calendars, now) {
            return None;
        }
        let is_further =
            |(state, audience): &(StateCode, Audience)| *audience < Audience::Public && cycle.is_for(state);
        let states: BTreeSet<_> = reports.into_iter().filter(is_further).map(|(state, _)| state).collect();
        let further = u32::try_from(states.len())
            .ok()
            .and_then(|number| number.try_into().ok());
        Some(Self {
            cycle: cycle.year(),
            at: now,
            further,
        })
    }

    /// Of which cycle.
    pub const fn cycle(&self) -> CycleYear {
        self.cycle
    }

    /// When it was fixed.
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// How many further States answered, not publicly; none where they are too few to say.
    pub const fn further(&self) -> Option<Further> {
        self.further
    }
}
