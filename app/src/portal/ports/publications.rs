//! What everyone may read, and the States that take part.

use super::store::{Paged, Stored};
use async_trait::async_trait;
use domain::{
    ids::{PersonId, PublicationReference, Timestamp},
    publication::Publication,
    state::{State, StateCode},
};

/// Which publications to list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicationFilter {
    /// Of this State.
    pub state: Option<StateCode>,
    /// Published in this year, UTC.
    pub year: Option<i32>,
    /// Which page, from 1.
    pub page: u32,
}

/// What everyone may read. Takes no scope: there is nothing to hide in it.
#[async_trait]
pub trait Publications: Send + Sync {
    /// Publications, latest first. Withdrawn ones are listed as withdrawn.
    async fn publications(&self, filter: &PublicationFilter) -> Stored<Paged<Publication>>;
    /// One of them.
    async fn publication(&self, reference: PublicationReference) -> Stored<Option<Publication>>;
    /// States that have published, with how many stand, and the years in which anything was published.
    async fn participation(&self) -> Stored<Participation>;
}

/// Public facts about taking part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Participation {
    /// States with at least one publication that stands, and how many.
    pub states: Vec<(State, u64)>,
    /// How many publications stand.
    pub standing: u64,
    /// Years in which something was published, latest first.
    pub years: Vec<i32>,
}

/// States as an administrator keeps them.
#[async_trait]
pub trait States: Send + Sync {
    /// All of them, by short name.
    async fn states(&self) -> Stored<Vec<State>>;
    /// One of them.
    async fn state(&self, code: &StateCode) -> Stored<Option<State>>;
    /// Change or add one.
    async fn put_state(&self, state: &State, by: PersonId, at: Timestamp) -> Stored<()>;
}
