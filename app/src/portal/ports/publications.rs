//! What everyone may read, and the States that take part.

use super::store::{Paged, Stored};
use async_trait::async_trait;
use domain::{
    ids::{PersonId, PublicationReference, Timestamp},
    publication::Publication,
    search::Words,
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

/// Which publications to find, among those that stand: all conditions hold, and all words are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Has these words: in its title, a text, its reference or its State's name.
    pub words: Words,
    /// Of this State.
    pub state: Option<StateCode>,
    /// Published in this year, UTC.
    pub year: Option<i32>,
    /// Of this kind, a code of [`NOTICE_KIND`](domain::catalogue::NOTICE_KIND).
    pub kind: Option<&'static str>,
    /// Touching this sector, a code of [`SECTORS`](domain::catalogue::SECTORS).
    pub sector: Option<&'static str>,
    /// Which page, from 1.
    pub page: u32,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The latest first, counted up to [`MOST`](Self::MOST).
    pub publications: Paged<Publication>,
    /// Whether there are more than were counted.
    pub more: bool,
}

impl Found {
    /// How far is counted. Whoever finds more reads that there are, and adds a condition: counting them all would take
    /// the longer the more was ever published, for a number nobody acts on.
    pub const MOST: u64 = 1_000;
}

/// What everyone may read. Takes no scope: there is nothing to hide in it.
#[async_trait]
pub trait Publications: Send + Sync {
    /// Publications, latest first. Withdrawn ones are listed as withdrawn.
    async fn publications(&self, filter: &PublicationFilter) -> Stored<Paged<Publication>>;
    /// Publications that stand and have certain words, or are about something; latest first.
    async fn search(&self, search: &Search) -> Stored<Found>;
    /// At most so many of all there are, in the order of their references, after this one or from the first on.
    async fn publications_after(&self, after: Option<PublicationReference>, most: u64) -> Stored<Vec<Publication>>;
    /// One of them.
    async fn publication(&self, reference: PublicationReference) -> Stored<Option<Publication>>;
    /// States that have published, with how many stand, and the years in which anything was published.
    async fn participation(&self) -> Stored<Participation>;
    /// The years in which this State published anything, latest first.
    async fn years_of(&self, state: StateCode) -> Stored<Vec<YearCount>>;
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
    /// The same years, with what stands of them.
    pub by_year: Vec<YearCount>,
    /// Kinds of which any publication stands, and how many: codes of a catalogue, in its order.
    pub kinds: Vec<(&'static str, u64)>,
    /// Sectors that any publication touches which stands, and how many, likewise.
    pub sectors: Vec<(&'static str, u64)>,
}

/// What stands of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearCount {
    /// The year, UTC.
    pub year: i32,
    /// How many of its publications stand.
    pub publications: u64,
    /// Of how many States they are.
    pub states: u64,
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
