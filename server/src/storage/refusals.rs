//! How many refusals of one person are written down: every one that a person meets, and not every one that a program
//! meets which tries all addresses there are. The audit log is kept for good, so nobody may make it long at will.
//!
//! Counted in memory, by each server for itself, and for people with an account only: there are not many.

use domain::ids::{PersonId, Timestamp};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// How many, within [`HOUR`].
const MOST: u32 = 100;

/// The seconds of an hour.
const HOUR: i64 = 60 * 60;

/// Those of the last hour, by person; of nobody, where nobody was signed in.
#[derive(Debug, Default)]
pub(super) struct Refusals(Mutex<HashMap<Option<PersonId>, Counted>>);

#[derive(Debug)]
struct Counted {
    since: Timestamp,
    refusals: u32,
}

impl Refusals {
    /// Counts one more, and says whether it is to be written down.
    pub(super) fn count(&self, person: Option<PersonId>, at: Timestamp) -> bool {
        let fresh = || Counted { since: at, refusals: 0 };
        let mut people = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = people.entry(person).or_insert_with(fresh);
        if at.seconds_since(counted.since) >= HOUR {
            *counted = fresh();
        }
        counted.refusals = counted.refusals.saturating_add(1);
        if counted.refusals == MOST + 1 {
            let person = person.map(|person| person.to_string());
            tracing::warn!(
                person,
                "further refusals of this person are not written down for an hour"
            );
        }
        counted.refusals <= MOST
    }
}
