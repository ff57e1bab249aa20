//! The rest of the outside world: time, chance, passwords, the session; and all of it in one place.

use super::{
    accounts::Accounts,
    audit::Audit,
    cycles::Cycles,
    editions::Editions,
    filings::Filings,
    inside::Inside,
    interchange::{Interchange, WaitingFiles},
    programme::Programme,
    publications::{Publications, States},
    reports::Reports,
    store::Stored,
};
use async_trait::async_trait;
use domain::ids::{FormKey, PersonId, Timestamp};
use std::sync::Arc;

/// Everything the portal stores.
pub trait Store:
    Filings + Inside + WaitingFiles + Publications + Programme + Cycles + Reports + Editions + States + Accounts + Audit
{
}

impl<T> Store for T where
    T: Filings
        + Inside
        + WaitingFiles
        + Publications
        + Programme
        + Cycles
        + Reports
        + Editions
        + States
        + Accounts
        + Audit
{
}

/// What time it is.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> Timestamp;
}

/// Things nobody can guess.
pub trait Chance: Send + Sync {
    /// A key for one drawing of a form.
    fn form_key(&self) -> FormKey;
    /// An invitation's token: at least 128 random bits, fit for an address.
    fn token(&self) -> String;
}

/// Passwords: slow on purpose, and never on the thread that serves others.
#[async_trait]
pub trait Passwords: Send + Sync {
    /// Whether `password` is the one behind `hash`. Without a hash it works as long and says no.
    async fn verify(&self, password: String, hash: Option<String>) -> bool;
    /// The PHC string to store.
    async fn hash(&self, password: String) -> Stored<String>;
    /// Whether it is one that attackers try first, for a person with this name and address.
    fn is_common(&self, password: &str, about: &[&str]) -> bool;
}

/// The visitor's session, as far as the portal cares.
#[async_trait]
pub trait Session: Send + Sync {
    /// Begin one for this person, under a new id.
    async fn begin(&self, person: PersonId) -> Stored<()>;
    /// End it, here and on the server.
    async fn end(&self) -> Stored<()>;
    /// Keep what was typed into a form that was refused, for when it is drawn again. Never a password.
    async fn set_aside(&self, form: &str, typed: String) -> Stored<()>;
    /// What was last kept of this form.
    async fn aside(&self, form: &str) -> Stored<Option<String>>;
}

/// The outside world, in one place.
#[derive(Clone)]
pub struct World {
    /// What is stored.
    pub store: Arc<dyn Store>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Things nobody can guess.
    pub chance: Arc<dyn Chance>,
    /// Passwords.
    pub passwords: Arc<dyn Passwords>,
    /// Files of other formats.
    pub interchange: Arc<dyn Interchange>,
}
