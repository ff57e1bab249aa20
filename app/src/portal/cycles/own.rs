//! What a State says of itself: when it works, and what it reports on though that is not addressed to it. All its people
//! read it; its national authority writes it.

use super::{
    Portal,
    forms::{CalendarForm, Mistake},
};
use crate::error::PortalError;
use domain::{
    commitment::{Because, Circle, Commitment, CommitmentId, Memberships},
    ids::PersonId,
    policy,
    state::State,
};
use std::collections::BTreeSet;

/// The name under which the form is set aside.
const CALENDAR: &str = "put-calendar";

/// A State's calendar.
pub struct CalendarSeen {
    /// The State.
    pub state: State,
    /// The calendar, or what was typed.
    pub form: CalendarForm,
    /// What is wrong with that.
    pub mistakes: Vec<Mistake>,
    /// Whether the visitor may change it.
    pub may_write: bool,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// What a State is asked about, and what else there is.
pub struct MembershipsSeen {
    /// The State.
    pub state: State,
    /// The circles it belongs to.
    pub circles: Vec<Circle>,
    /// Every commitment, and why the State is asked about it if it is.
    pub commitments: Vec<(Commitment, Option<Because>)>,
    /// Whether the visitor may opt in.
    pub may_opt_in: bool,
    /// Whom it is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// The calendar of the visitor's State. `again` where the form was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for whoever acts for no State.
    pub async fn calendar_seen(&self, again: bool) -> Result<CalendarSeen, PortalError> {
        let code = self.own_state().await?;
        let stored = CalendarForm::from(&self.store().calendar(&code).await?);
        let typed = self.typed_before::<CalendarForm>(CALENDAR, again).await?;
        let (form, mistakes) = typed.map_or((stored, Vec::new()), |typed| (typed.form, typed.mistakes));
        Ok(CalendarSeen {
            state: self.store().state(&code).await?.ok_or(PortalError::Unavailable)?,
            form,
            mistakes,
            may_write: policy::speaks_for(self.actor()?).is_some(),
            by: self.actor()?.id,
        })
    }

    /// Change it.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the form has mistakes, which its page shows; [`PortalError::Refused`] for whoever
    /// does not speak for the State.
    pub async fn put_calendar(&self, form: CalendarForm) -> Result<(), PortalError> {
        let code = self.spoken_for().await?;
        match form.calendar() {
            Ok(calendar) => {
                let by = self.actor()?.id;
                Ok(self.store().put_calendar(&code, &calendar, by, self.now()).await?)
            }
            Err(mistakes) => self.refuse(CALENDAR, &form.unmarked(), &mistakes).await,
        }
    }

    /// What the visitor's State is asked about, and what else there is.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for whoever acts for no State.
    pub async fn memberships_seen(&self) -> Result<MembershipsSeen, PortalError> {
        let code = self.own_state().await?;
        let known = self.store().commitments().await?;
        let memberships = self.store().memberships(&code).await?;
        let asked = known.asked_of(&memberships);
        let circles = known
            .circles()
            .filter(|circle| memberships.circles.contains(&circle.id));
        let commitments = known.iter().map(|item| (item.clone(), asked.get(&item.id).copied()));
        Ok(MembershipsSeen {
            state: self.store().state(&code).await?.ok_or(PortalError::Unavailable)?,
            circles: circles.cloned().collect(),
            commitments: commitments.collect(),
            may_opt_in: policy::speaks_for(self.actor()?).is_some(),
            by: self.actor()?.id,
        })
    }

    /// Report on these commitments besides what is addressed to the State, and on no others.
    ///
    /// # Errors
    /// [`PortalError::Malformed`] where one is none; [`PortalError::Refused`] for whoever does not speak for the State.
    pub async fn opt_in(&self, items: &[String]) -> Result<(), PortalError> {
        let code = self.spoken_for().await?;
        let known = self.store().commitments().await?;
        let chosen = items.iter().filter(|item| !item.is_empty()).map(|item| {
            let id = item.parse::<CommitmentId>().map_err(|_| PortalError::Malformed)?;
            known.get(id).map(|known| known.id).ok_or(PortalError::Malformed)
        });
        let opted_into: BTreeSet<CommitmentId> = chosen.collect::<Result<_, _>>()?;
        let memberships = Memberships {
            opted_into,
            ..self.store().memberships(&code).await?
        };
        let by = self.actor()?.id;
        Ok(self
            .store()
            .put_memberships(&code, &memberships, by, self.now())
            .await?)
    }
}
