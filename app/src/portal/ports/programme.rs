//! Commitments, who is asked about them, and a State's own time: what the secretariat and the States keep.

use super::store::Stored;
use async_trait::async_trait;
use domain::{
    calendar::Calendar,
    commitment::{Circle, Commitment, Commitments, Memberships},
    ids::{PersonId, Timestamp},
    state::StateCode,
};
use std::collections::BTreeMap;

/// The catalogue of commitments, norms and measures, and what each State has to do with it.
#[async_trait]
pub trait Programme: Send + Sync {
    /// All circles and all commitments.
    async fn commitments(&self) -> Stored<Commitments>;
    /// Change or add a circle.
    async fn put_circle(&self, circle: &Circle, by: PersonId, at: Timestamp) -> Stored<()>;
    /// Change or add a commitment.
    async fn put_commitment(&self, commitment: &Commitment, by: PersonId, at: Timestamp) -> Stored<()>;
    /// What this State belongs to and opted into.
    async fn memberships(&self, state: &StateCode) -> Stored<Memberships>;
    /// The same of all States that belong to anything.
    async fn all_memberships(&self) -> Stored<BTreeMap<StateCode, Memberships>>;
    /// Change them.
    async fn put_memberships(
        &self,
        state: &StateCode,
        memberships: &Memberships,
        by: PersonId,
        at: Timestamp,
    ) -> Stored<()>;
    /// This State's zone and days off; the default where it said nothing.
    async fn calendar(&self, state: &StateCode) -> Stored<Calendar>;
    /// The calendars of all States that said something.
    async fn calendars(&self) -> Stored<BTreeMap<StateCode, Calendar>>;
    /// Change one.
    async fn put_calendar(&self, state: &StateCode, calendar: &Calendar, by: PersonId, at: Timestamp) -> Stored<()>;
}
