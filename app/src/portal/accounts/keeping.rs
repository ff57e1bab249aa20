//! What administrators do with accounts and with the list of States. They see no filing, and never a password.

use super::{
    super::{
        Portal,
        ports::{Person, StoreError},
    },
    forms::{InviteForm, Mistake, StateForm, with_roles},
    invitation::{new_link, nominate},
};
use crate::error::PortalError;
use domain::{
    ids::PersonId,
    policy::Refusal,
    state::{State, StateCode},
};

/// The names of the forms in the session.
const INVITE: &str = "invite";
const ROLES: &str = "roles";
const STATE: &str = "state";

/// The list of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleSeen {
    /// Everyone, by side and name.
    pub people: Vec<Person>,
    /// All States, for their names.
    pub states: Vec<State>,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSeen {
    /// The person.
    pub person: Person,
    /// Their State, where they act for one.
    pub state: Option<State>,
    /// Whether it is the visitor's own, which others have to keep.
    pub is_own: bool,
    /// What was wrong with the roles chosen before.
    pub mistakes: Vec<Mistake>,
}

/// The form to invite somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteSeen {
    /// What was typed before.
    pub form: InviteForm,
    /// What is wrong with that.
    pub mistakes: Vec<Mistake>,
    /// All States to choose from.
    pub states: Vec<State>,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// The form of a State's entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateSeen {
    /// The entry, or what was typed before.
    pub form: StateForm,
    /// What is wrong with that.
    pub mistakes: Vec<Mistake>,
    /// Whom it is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// Everyone with an account.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone but administrators, as everywhere here.
    pub async fn people(&self) -> Result<PeopleSeen, PortalError> {
        self.keeper().await?;
        Ok(PeopleSeen {
            people: self.store().people().await?,
            states: self.store().states().await?,
        })
    }

    /// One account. `again` where the form on its page was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is none.
    pub async fn person(&self, id: PersonId, again: bool) -> Result<PersonSeen, PortalError> {
        let is_own = self.keeper().await?.id == id;
        let person = self.kept(id).await?;
        let state = match person.side.state() {
            Some(code) => self.store().state(code).await?,
            None => None,
        };
        let mistakes = if again {
            self.aside(ROLES).await?.unwrap_or_default()
        } else {
            Vec::new()
        };
        Ok(PersonSeen {
            person,
            state,
            is_own,
            mistakes,
        })
    }

    async fn kept(&self, id: PersonId) -> Result<Person, PortalError> {
        self.store().person(id).await?.ok_or(PortalError::NotFound)
    }

    /// The form to invite somebody. `again` where it was refused.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn invite_seen(&self, again: bool) -> Result<InviteSeen, PortalError> {
        let by = self.keeper().await?.id;
        let states = self.store().states().await?;
        let typed = if again {
            self.aside::<InviteForm>(INVITE).await?
        } else {
            None
        };
        let Some(form) = typed else {
            return Ok(InviteSeen {
                form: InviteForm::default(),
                mistakes: Vec::new(),
                states,
                by,
            });
        };
        let mut mistakes = form.nomination(&states).err().unwrap_or_default();
        if self.store().credentials(&form.email).await?.is_some() {
            mistakes.push(Mistake::EmailTaken);
        }
        mistakes.sort_unstable();
        Ok(InviteSeen {
            form,
            mistakes,
            states,
            by,
        })
    }

    /// Invite somebody. They get a letter with a link, and their State's people a letter that tells them.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the form has mistakes, which its page shows.
    pub async fn invite(&self, form: InviteForm) -> Result<PersonId, PortalError> {
        let by = self.keeper().await?.id;
        let states = self.store().states().await?;
        if let Ok(nomination) = form.nomination(&states) {
            match nominate(&self.world, &nomination, Some(by)).await {
                Err(StoreError::Taken) => {}
                done => return Ok(done?.0),
            }
        }
        self.set_aside(INVITE, &form).await?;
        Err(PortalError::Mistakes)
    }

    /// A new link for somebody who lost theirs, or their password.
    ///
    /// # Errors
    /// [`PortalError::Stale`] where they may not sign in any more.
    pub async fn invite_again(&self, id: PersonId) -> Result<(), PortalError> {
        let by = self.keeper().await?.id;
        self.kept(id).await?;
        let now = self.now();
        Ok(self
            .store()
            .invite_again(id, &new_link(&self.world, now), Some(by), now)
            .await?)
    }

    /// Give somebody other roles on the side they are on. It holds from their next click, and is told to their State.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the side has no such roles or none is chosen; [`PortalError::Refused`] for
    /// one's own.
    pub async fn change_roles(&self, id: PersonId, roles: &[String]) -> Result<(), PortalError> {
        let by = self.of_another(id, "change-roles").await?;
        let person = self.kept(id).await?;
        match with_roles(&person, roles) {
            Ok(side) if side == person.side => Ok(()),
            Ok(side) => Ok(self.store().change_side(id, &side, by, self.now()).await?),
            Err(mistake) => {
                self.set_aside(ROLES, &[mistake]).await?;
                Err(PortalError::Mistakes)
            }
        }
    }

    /// Let somebody in no longer: their sessions and links end at once.
    ///
    /// # Errors
    /// [`PortalError::Refused`] for oneself: there is always somebody left who can let others in.
    pub async fn deactivate(&self, id: PersonId) -> Result<(), PortalError> {
        let by = self.of_another(id, "deactivate").await?;
        self.kept(id).await?;
        Ok(self.store().deactivate(id, by, self.now()).await?)
    }

    /// Let somebody in again, with the password they had.
    ///
    /// # Errors
    /// [`PortalError::Stale`] where that was done already.
    pub async fn reactivate(&self, id: PersonId) -> Result<(), PortalError> {
        let by = self.of_another(id, "reactivate").await?;
        self.kept(id).await?;
        Ok(self.store().reactivate(id, by, self.now()).await?)
    }

    /// The administrator, where the account is not their own.
    async fn of_another(&self, id: PersonId, action: &str) -> Result<PersonId, PortalError> {
        let by = self.keeper().await?.id;
        if by == id {
            Err(self.denied(action, Refusal::NotYours, id.to_string()).await)
        } else {
            Ok(by)
        }
    }

    /// The list of States.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn states(&self) -> Result<Vec<State>, PortalError> {
        self.keeper().await?;
        Ok(self.store().states().await?)
    }

    /// The form of a State's entry; an empty one without a code. `again` where it was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is no such State.
    pub async fn state_seen(&self, code: Option<StateCode>, again: bool) -> Result<StateSeen, PortalError> {
        let by = self.keeper().await?.id;
        let stored = match code {
            Some(code) => StateForm::from(&self.store().state(&code).await?.ok_or(PortalError::NotFound)?),
            None => StateForm::default(),
        };
        let typed = if again {
            self.aside::<StateForm>(STATE).await?
        } else {
            None
        };
        let typed = typed.filter(|typed| code.is_none() || typed.code == stored.code);
        let mistakes = typed.as_ref().and_then(|typed| typed.state().err()).unwrap_or_default();
        Ok(StateSeen {
            form: typed.unwrap_or(stored),
            mistakes,
            by,
        })
    }

    /// Change a State's entry, or add one.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the form has mistakes, which its page shows.
    pub async fn put_state(&self, form: StateForm) -> Result<(), PortalError> {
        let by = self.keeper().await?.id;
        if let Ok(state) = form.state() {
            return Ok(self.store().put_state(&state, by, self.now()).await?);
        }
        self.set_aside(STATE, &form).await?;
        Err(PortalError::Mistakes)
    }
}
