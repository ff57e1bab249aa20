//! From an address and a password to a session, and back out.
//!
//! Whoever guesses learns nothing: unknown, deactivated, not yet accepted and wrong are one answer, after the same work.
//! Exactly one comparison of a password is made on each of these paths. None is made while an attempt
//! [has to wait](crate::portal::throttle), which depends on earlier attempts and not on whether there is an account.

use super::super::{
    Portal,
    ports::{Event, Person},
};
use crate::error::PortalError;
use domain::{
    ids::{PersonId, Timestamp},
    people::{Actor, Side},
    state::State,
};
use serde::{Deserialize, Serialize};

/// The name of the form in the session.
const FORM: &str = "sign-in";

/// What is kept of an attempt that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Tried {
    email: String,
    until: Option<Timestamp>,
}

/// The sign-in page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInSeen {
    /// The address that was typed before.
    pub email: String,
    /// For how many seconds the next attempt has to wait.
    pub wait: Option<i64>,
}

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSeen {
    /// The person.
    pub person: Person,
    /// Their State, where they act for one.
    pub state: Option<State>,
    /// Who else acts for that State, as what: people can object to a role somebody was given.
    pub colleagues: Vec<Person>,
}

impl Portal {
    /// Sign in. Returns who it is, with the roles they hold now.
    ///
    /// # Errors
    /// [`PortalError::SignInFailed`] whatever is wrong, [`PortalError::TooManyAttempts`] while it has to wait.
    pub async fn sign_in(&self, email: &str, password: String) -> Result<Actor, PortalError> {
        let (store, now, network) = (self.store(), self.now(), &self.visitor.network);
        if let Some(until) = store.attempt(email, network, now).await? {
            self.record(None, Event::SignInThrottled, None).await?;
            self.keep_tried(email, Some(until)).await?;
            return Err(PortalError::TooManyAttempts);
        }
        let (id, hash) = match store.credentials(email).await? {
            Some(known) => (Some(known.id), known.password_hash),
            None => (None, None),
        };
        let right = self.world.passwords.verify(password, hash).await;
        let Some(actor) = self.acting(id.filter(|_| right)).await? else {
            self.record(None, Event::SignInFailed, id).await?;
            self.keep_tried(email, None).await?;
            return Err(PortalError::SignInFailed);
        };
        store.succeeded(email, network, now).await?;
        self.record(Some(actor.id), Event::SignedIn, None).await?;
        self.session.begin(actor.id).await?;
        Ok(actor)
    }

    async fn acting(&self, id: Option<PersonId>) -> Result<Option<Actor>, PortalError> {
        match id {
            Some(id) => Ok(self.store().actor(id).await?),
            None => Ok(None),
        }
    }

    async fn keep_tried(&self, email: &str, until: Option<Timestamp>) -> Result<(), PortalError> {
        self.set_aside(
            FORM,
            &Tried {
                email: email.trim().to_owned(),
                until,
            },
        )
        .await
    }

    /// What the sign-in page shows.
    ///
    /// # Errors
    /// Where the store does not answer.
    pub async fn sign_in_seen(&self) -> Result<SignInSeen, PortalError> {
        let Tried { email, until } = self.aside(FORM).await?.unwrap_or_default();
        let wait = until
            .map(|until| until.seconds_since(self.now()))
            .filter(|seconds| *seconds > 0);
        Ok(SignInSeen { email, wait })
    }

    /// Sign out: the session ends here and on the server. Signed out already, nothing happens.
    ///
    /// # Errors
    /// Where the store does not answer; the session goes on then.
    pub async fn sign_out(&self) -> Result<(), PortalError> {
        let by = self.visitor.actor.as_ref().map(|actor| actor.id);
        if let Some(person) = by {
            self.record(by, Event::SignedOut, None).await?;
            self.store().forget_file(person).await?;
        }
        Ok(self.session.end().await?)
    }

    /// One's own account, and who else acts for the same State.
    ///
    /// # Errors
    /// [`PortalError::SignInRequired`] where nobody is signed in.
    pub async fn account(&self) -> Result<AccountSeen, PortalError> {
        let actor = self.actor()?;
        let person = self
            .store()
            .person(actor.id)
            .await?
            .ok_or(PortalError::SignInRequired)?;
        let Side::State { state, .. } = &actor.side else {
            return Ok(AccountSeen {
                person,
                state: None,
                colleagues: Vec::new(),
            });
        };
        let mut colleagues = self.store().people().await?;
        colleagues.retain(|other| other.active && other.id != actor.id && other.side.state() == Some(state));
        Ok(AccountSeen {
            person,
            state: self.store().state(state).await?,
            colleagues,
        })
    }
}
