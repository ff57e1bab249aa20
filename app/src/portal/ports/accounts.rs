//! People with accounts, and the links by which they get in.

use super::store::Stored;
use async_trait::async_trait;
use domain::{
    ids::{PersonId, Timestamp},
    people::{Actor, Side},
};

/// A person with an account, as administrators see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Where letters go, and what they sign in with.
    pub email: String,
    /// For whom, as what.
    pub side: Side,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether they have chosen a password.
    pub has_password: bool,
    /// The reference of the note by which they were nominated.
    pub nominated_by: String,
}

/// What sign-in compares with.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// Whose they are.
    pub id: PersonId,
    /// The PHC string of their password; none until an invitation is accepted, or when deactivated.
    pub password_hash: Option<String>,
}

/// A person to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// For whom, as what.
    pub side: Side,
    /// The reference of the nominating note.
    pub nominated_by: String,
}

/// A single-use link: the token is in the letter, its hash in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The token, which only the letter carries.
    pub token: String,
    /// SHA-256 of the token.
    pub token_hash: String,
    /// Until when it can be used.
    pub expires: Timestamp,
}

/// People, their accounts, and the links by which they get in.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// The person as they may act now, or `None` where they may not (unknown, deactivated).
    async fn actor(&self, id: PersonId) -> Stored<Option<Actor>>;
    /// What to compare a password with. The address is normalised by the store.
    async fn credentials(&self, email: &str) -> Stored<Option<Credentials>>;
    /// Everyone, by side and name.
    async fn people(&self) -> Stored<Vec<Person>>;
    /// One of them.
    async fn person(&self, id: PersonId) -> Stored<Option<Person>>;
    /// Create the person with an invitation, its letter, the audit event, and a letter to the people of their State.
    async fn nominate(
        &self,
        nomination: &Nomination,
        invitation: &Invitation,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Stored<PersonId>;
    /// A new link for somebody who lost theirs or their password; older links of theirs end.
    async fn invite_again(
        &self,
        person: PersonId,
        invitation: &Invitation,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Stored<()>;
    /// Whose link this is, while it can be used.
    async fn invited(&self, token_hash: &str, at: Timestamp) -> Stored<Option<Person>>;
    /// Use the link: store the password, end the link and every session of the person. `false` where the link is spent.
    async fn accept_invitation(&self, token_hash: &str, password_hash: &str, at: Timestamp) -> Stored<bool>;
    /// Give them these roles on the side they are on, and tell the people of their State.
    async fn change_side(&self, person: PersonId, side: &Side, by: PersonId, at: Timestamp) -> Stored<()>;
    /// Let them in no longer: sessions and links end.
    async fn deactivate(&self, person: PersonId, by: PersonId, at: Timestamp) -> Stored<()>;
    /// Let them in again.
    async fn reactivate(&self, person: PersonId, by: PersonId, at: Timestamp) -> Stored<()>;
    /// One more attempt to sign in with this address from this network: counted as failed until it [succeeds], unless
    /// it has to wait, and then until when. How long is said in [`throttle`](super::throttle).
    ///
    /// [succeeds]: Self::succeeded
    async fn attempt(&self, email: &str, network: &str, at: Timestamp) -> Stored<Option<Timestamp>>;
    /// The attempt was no failure, and ends the failures of this account.
    async fn succeeded(&self, email: &str, network: &str, at: Timestamp) -> Stored<()>;
}
