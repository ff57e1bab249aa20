//! From a link to a password.
//!
//! A link works once and for a week. It opens the way to a password whether the account is new or its password was
//! lost; nobody but its owner ever chooses one. Choosing ends every session of the person, so that somebody who was in
//! with the old password is out.

use super::{
    super::{
        Portal,
        ports::{Invitation, Nomination, Person, Stored, World},
    },
    forms::{Mistake, PasswordForm},
};
use crate::error::PortalError;
use domain::{
    filing::Hash,
    ids::{PersonId, Timestamp},
};

/// The name of the form in the session.
const FORM: &str = "password";

/// For how many seconds a link can be used: seven days.
pub const USABLE_FOR: i64 = 7 * 24 * 60 * 60;

/// The page a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationSeen {
    /// Whose link it is.
    pub name: String,
    /// What they will sign in with.
    pub email: String,
    /// What was wrong with the password chosen before.
    pub mistakes: Vec<Mistake>,
}

/// A new link.
pub fn new_link(world: &World, now: Timestamp) -> Invitation {
    let token = world.chance.token();
    Invitation {
        token_hash: hash(&token),
        token,
        expires: now.plus_seconds(USABLE_FOR),
    }
}

/// Nominate somebody: they get a letter with a link. The first administrator is nominated by nobody, on the server
/// itself; all others by an administrator.
///
/// # Errors
/// [`StoreError::Taken`](super::super::ports::StoreError::Taken) where the address is somebody's already.
pub async fn nominate(world: &World, nomination: &Nomination, by: Option<PersonId>) -> Stored<(PersonId, Invitation)> {
    let now = world.clock.now();
    let link = new_link(world, now);
    let id = world.store.nominate(nomination, &link, by, now).await?;
    Ok((id, link))
}

fn hash(token: &str) -> String {
    Hash::of(token.as_bytes()).to_string()
}

impl Portal {
    /// What the page of a link shows. `again` where the form on it was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where the link is spent, late or was never one.
    pub async fn invitation(&self, token: &str, again: bool) -> Result<InvitationSeen, PortalError> {
        let person = self
            .store()
            .invited(&hash(token), self.now())
            .await?
            .ok_or(PortalError::NotFound)?;
        let mistakes = if again {
            self.aside(FORM).await?.unwrap_or_default()
        } else {
            Vec::new()
        };
        Ok(InvitationSeen {
            name: person.name,
            email: person.email,
            mistakes,
        })
    }

    /// Choose the password. Afterwards the link is spent, and one signs in with it.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the password will not do; [`PortalError::NotFound`] where the link will not.
    pub async fn choose_password(&self, token: &str, form: PasswordForm) -> Result<(), PortalError> {
        let hash = hash(token);
        let person = self
            .store()
            .invited(&hash, self.now())
            .await?
            .ok_or(PortalError::NotFound)?;
        let mistakes = self.mistakes(&form, &person);
        if !mistakes.is_empty() {
            self.set_aside(FORM, &mistakes).await?;
            return Err(PortalError::Mistakes);
        }
        let chosen = self.world.passwords.hash(form.password).await?;
        let accepted = self.store().accept_invitation(&hash, &chosen, self.now()).await?;
        if accepted { Ok(()) } else { Err(PortalError::NotFound) }
    }

    fn mistakes(&self, form: &PasswordForm, person: &Person) -> Vec<Mistake> {
        let mut mistakes = form.mistakes();
        let fits = !mistakes.contains(&Mistake::PasswordShort) && !mistakes.contains(&Mistake::PasswordLong);
        let local = person.email.split('@').next().unwrap_or_default();
        let about = [person.name.as_str(), person.email.as_str(), local];
        if fits && self.world.passwords.is_common(&form.password, &about) {
            mistakes.insert(0, Mistake::PasswordCommon);
        }
        mistakes
    }
}
