//! Commitments and circles, and which State belongs to which: content, so reviewers keep it and administrators do not.

use super::{
    Portal,
    forms::{CircleForm, CommitmentForm, Mistake},
};
use crate::error::PortalError;
use domain::{
    commitment::{Circle, CommitmentId, Commitments, Memberships},
    ids::PersonId,
    policy,
    state::{State, StateCode},
};
use std::collections::BTreeMap;

/// The names of what is set aside.
const COMMITMENT: &str = "put-commitment";
const CIRCLE: &str = "put-circle";

/// All commitments and circles.
pub struct CatalogueSeen {
    /// They.
    pub commitments: Commitments,
    /// Whether the visitor keeps them.
    pub may_write: bool,
    /// What was typed into the form of a circle.
    pub circle: CircleForm,
    /// What is wrong with that.
    pub mistakes: Vec<Mistake>,
    /// Whom the page is drawn for.
    pub by: PersonId,
}

/// The form of a commitment.
pub struct CommitmentSeen {
    /// It, or what was typed.
    pub form: CommitmentForm,
    /// What is wrong with that.
    pub mistakes: Vec<Mistake>,
    /// The circles there are.
    pub circles: Vec<Circle>,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// Which State belongs to which circle.
pub struct CirclesSeen {
    /// Every State, by name, with what it belongs to.
    pub states: Vec<(State, Memberships)>,
    /// The circles.
    pub circles: Vec<Circle>,
}

/// The circles of one State.
pub struct StateCirclesSeen {
    /// The State.
    pub state: State,
    /// What it belongs to, and what it opted into.
    pub memberships: Memberships,
    /// The circles there are.
    pub circles: Vec<Circle>,
    /// Whether the visitor keeps them.
    pub may_write: bool,
    /// Whom the page is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// All commitments and circles. `again` where the form of a circle was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone but the secretariat, as everywhere here.
    pub async fn catalogue(&self, again: bool) -> Result<CatalogueSeen, PortalError> {
        let actor = self.preparer().await?;
        let typed = self.typed_before::<CircleForm>(CIRCLE, again).await?;
        let (circle, mistakes) = typed.map_or_else(Default::default, |typed| (typed.form, typed.mistakes));
        Ok(CatalogueSeen {
            commitments: self.store().commitments().await?,
            may_write: policy::may_keep_programme(actor),
            circle,
            mistakes,
            by: actor.id,
        })
    }

    /// The form of a commitment, or of a new one. `again` where it was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is none.
    pub async fn commitment_seen(&self, id: Option<CommitmentId>, again: bool) -> Result<CommitmentSeen, PortalError> {
        let by = self.writer_here("put-commitment").await?.id;
        let known = self.store().commitments().await?;
        let stored = match id {
            Some(id) => CommitmentForm::from(known.get(id).ok_or(PortalError::NotFound)?),
            None => CommitmentForm::default(),
        };
        let typed = self.typed_before::<CommitmentForm>(COMMITMENT, again).await?;
        let typed = typed.filter(|typed| id.is_none() || typed.form.item == stored.item);
        let (form, mistakes) = typed.map_or((stored, Vec::new()), |typed| (typed.form, typed.mistakes));
        Ok(CommitmentSeen {
            form,
            mistakes,
            circles: known.circles().cloned().collect(),
            by,
        })
    }

    /// Change a commitment, or add one.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the form has mistakes, which its page shows.
    pub async fn put_commitment(&self, form: CommitmentForm, is_new: bool) -> Result<(), PortalError> {
        let by = self.writer("commitment").await?.id;
        match form.commitment(&self.store().commitments().await?, is_new) {
            Ok(commitment) => Ok(self.store().put_commitment(&commitment, by, self.now()).await?),
            Err(mistakes) => self.refuse(COMMITMENT, &form.unmarked(), &mistakes).await,
        }
    }

    /// Change the name of a circle, or add one.
    ///
    /// # Errors
    /// The same.
    pub async fn put_circle(&self, form: CircleForm) -> Result<(), PortalError> {
        let by = self.writer("circle").await?.id;
        match form.circle() {
            Ok(circle) => Ok(self.store().put_circle(&circle, by, self.now()).await?),
            Err(mistakes) => self.refuse(CIRCLE, &form.unmarked(), &mistakes).await,
        }
    }

    /// Which State belongs to which circle.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn circles_seen(&self) -> Result<CirclesSeen, PortalError> {
        self.preparer().await?;
        let mut all: BTreeMap<StateCode, Memberships> = self.store().all_memberships().await?;
        let states = self.store().states().await?.into_iter();
        Ok(CirclesSeen {
            states: states
                .map(|state| {
                    let of = all.remove(&state.code).unwrap_or_default();
                    (state, of)
                })
                .collect(),
            circles: self.circles().await?,
        })
    }

    /// The circles of one State.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is no such State.
    pub async fn circles_of(&self, code: StateCode) -> Result<StateCirclesSeen, PortalError> {
        let actor = self.preparer().await?;
        Ok(StateCirclesSeen {
            state: self.store().state(&code).await?.ok_or(PortalError::NotFound)?,
            memberships: self.store().memberships(&code).await?,
            circles: self.circles().await?,
            may_write: policy::may_keep_programme(actor),
            by: actor.id,
        })
    }

    /// Put a State into these circles and no others. What it opted into stays.
    ///
    /// # Errors
    /// [`PortalError::Malformed`] where one is no circle; [`PortalError::NotFound`] where there is no such State.
    pub async fn put_circles_of(&self, code: StateCode, circles: &[String]) -> Result<(), PortalError> {
        let by = self.writer(code.as_str()).await?.id;
        self.store().state(&code).await?.ok_or(PortalError::NotFound)?;
        let known = self.circles().await?;
        let named = circles.iter().filter(|id| !id.is_empty()).map(|id| {
            let circle = known.iter().find(|circle| circle.id.as_str() == id);
            circle.map(|circle| circle.id.clone()).ok_or(PortalError::Malformed)
        });
        let memberships = Memberships {
            circles: named.collect::<Result<_, _>>()?,
            ..self.store().memberships(&code).await?
        };
        Ok(self
            .store()
            .put_memberships(&code, &memberships, by, self.now())
            .await?)
    }

    async fn circles(&self) -> Result<Vec<Circle>, PortalError> {
        Ok(self.store().commitments().await?.circles().cloned().collect())
    }
}
