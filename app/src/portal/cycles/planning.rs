//! A cycle, until it is opened: a reviewer plans it, a publisher who is another person opens it, together with the
//! questionnaire it uses where that is not open yet.

use super::{
    Portal,
    forms::{Known, Mistake, PlanForm},
};
use crate::error::PortalError;
use domain::{
    commitment::{Circle, Memberships},
    cycle::{CycleYear, Plan, Proposal},
    ids::{PersonId, Version},
    questionnaire::{Declined, EditionStage, QuestionnaireVersion},
    state::{State, StateCode},
};
use std::collections::BTreeMap;

/// The name under which the form is set aside.
const PLAN: &str = "plan-cycle";

/// The form of a cycle's plan.
pub struct PlanSeen {
    /// What was typed, or what is planned.
    pub form: PlanForm,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// How often the plan was written; none where there is none yet.
    pub seen: Option<Version>,
    /// Versions of the questionnaire to choose from, the latest first.
    pub versions: Vec<QuestionnaireVersion>,
    /// Circles to choose from.
    pub circles: Vec<Circle>,
    /// States to choose from.
    pub states: Vec<State>,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// A cycle that is planned.
pub struct PlannedSeen {
    /// The plan.
    pub proposal: Proposal,
    /// How often it was written.
    pub seen: Version,
    /// Who planned it, by name.
    pub planner: Option<String>,
    /// States that would take part, by name.
    pub states: Vec<State>,
    /// Whether the visitor may change the plan.
    pub may_plan: bool,
    /// What opening it would do, and whether the visitor may.
    pub opening: Opening,
    /// Whom the page is drawn for.
    pub by: PersonId,
}

/// What stands between a plan and its opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The visitor may open it.
    Ready {
        /// The version of the questionnaire that is opened with it, where it is not open yet.
        with: Option<QuestionnaireVersion>,
    },
    /// Its questionnaire is not proposed.
    QuestionnaireNotReady,
    /// Another publisher must open it: the visitor had a hand in it.
    AnotherPerson,
    /// It is for a publisher to open.
    NotYours,
    /// Something is wrong with it that was not when it was written.
    Flawed,
}

impl Portal {
    /// The form of a cycle's plan; of a new one without a year. `again` where it was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where none is planned, and for anyone but reviewers.
    pub async fn plan_seen(&self, year: Option<CycleYear>, again: bool) -> Result<PlanSeen, PortalError> {
        let by = self.writer_here("plan-cycle").await?.id;
        let planned = match year {
            Some(year) => Some(self.store().proposal(year).await?.ok_or(PortalError::NotFound)?),
            None => None,
        };
        let of_plan = planned.as_ref().map(|planned| PlanForm::from(&planned.content.plan));
        let typed = self.typed_before::<PlanForm>(PLAN, again).await?;
        let typed = typed.filter(|typed| year.is_none_or(|year| typed.form.year == year.to_string()));
        let first = of_plan.unwrap_or_else(|| PlanForm {
            audience: "public".to_owned(),
            before: "30, 7".to_owned(),
            after: "7".to_owned(),
            ..PlanForm::default()
        });
        let (form, mistakes) = typed.map_or((first, Vec::new()), |typed| (typed.form, typed.mistakes));
        let (versions, states, _) = self.plannable().await?;
        Ok(PlanSeen {
            form,
            mistakes,
            seen: planned.map(|planned| planned.version),
            versions,
            circles: self.store().commitments().await?.circles().cloned().collect(),
            states,
            by,
        })
    }

    /// What a plan can be made of.
    async fn plannable(
        &self,
    ) -> Result<(Vec<QuestionnaireVersion>, Vec<State>, BTreeMap<StateCode, Memberships>), PortalError> {
        let editions = super::contents(self.store().editions().await?);
        Ok((
            editions.iter().map(|edition| edition.questionnaire().version).collect(),
            self.store().states().await?,
            self.store().all_memberships().await?,
        ))
    }

    /// Plan a cycle, or plan it anew.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the form has mistakes, which its page shows; [`PortalError::Stale`] where somebody
    /// wrote since.
    pub async fn plan_cycle(&self, form: PlanForm, seen: Option<Version>) -> Result<CycleYear, PortalError> {
        self.writer("cycle").await?;
        let plan = match self.planned(&form, seen.is_none()).await? {
            Ok(plan) => plan,
            Err(mistakes) => return self.refuse(PLAN, &form.unmarked(), &mistakes).await,
        };
        let year = plan.year;
        if self.store().cycle(year).await?.is_some() {
            return Err(PortalError::Stale);
        }
        let proposal = Proposal::of(plan, self.actor()?);
        let proposal = self.not_unopened(proposal, "plan-cycle", year.to_string()).await?;
        self.store().put_proposal(&proposal, self.over(seen)?).await?;
        Ok(year)
    }

    async fn planned(&self, form: &PlanForm, is_new: bool) -> Result<Result<Plan, Vec<Mistake>>, PortalError> {
        let (versions, states, memberships) = self.plannable().await?;
        let known = Known {
            versions: &versions,
            states: &states,
            memberships: &memberships,
        };
        let plan = form.plan(&known);
        let Some(year) = form.year.trim().parse::<CycleYear>().ok().filter(|_| is_new) else {
            return Ok(plan);
        };
        let is_taken = self.store().proposal(year).await?.is_some() || self.store().cycle(year).await?.is_some();
        Ok(match plan {
            plan if !is_taken => plan,
            Ok(_) => Err(vec![Mistake::YearTaken]),
            Err(mistakes) => Err([vec![Mistake::YearTaken], mistakes].concat()),
        })
    }

    /// A cycle that is planned and not open.
    pub(super) async fn planned_seen(&self, year: CycleYear) -> Result<PlannedSeen, PortalError> {
        let actor = self.preparer().await?;
        let found = self.store().proposal(year).await?.ok_or(PortalError::NotFound)?;
        let proposal = found.content;
        let names = self.named([proposal.by]).await?;
        let states = self.store().states().await?;
        Ok(PlannedSeen {
            opening: self.opening(&proposal).await?,
            seen: found.version,
            planner: names.into_values().next(),
            states: states
                .into_iter()
                .filter(|state| proposal.plan.participating.contains(&state.code))
                .collect(),
            may_plan: domain::policy::may_keep_programme(actor),
            by: actor.id,
            proposal,
        })
    }

    /// What stands between this plan and its opening, for the visitor.
    async fn opening(&self, proposal: &Proposal) -> Result<Opening, PortalError> {
        let (actor, now) = (self.actor()?, self.now());
        let (found, before) = self.edition_and_before(proposal.plan.questionnaire).await?;
        let known = self.store().commitments().await?;
        if !domain::policy::may_open_cycles(actor) {
            return Ok(Opening::NotYours);
        }
        if proposal.by == actor.id {
            return Ok(Opening::AnotherPerson);
        }
        if !proposal.plan.flaws().is_empty() {
            return Ok(Opening::Flawed);
        }
        if found.content.frozen().is_some() {
            return Ok(Opening::Ready { with: None });
        }
        Ok(match found.content.open(&known, before.as_ref(), actor, now) {
            Ok(edition) => Opening::Ready {
                with: Some(edition.questionnaire().version),
            },
            Err(Declined::YourOwn) => Opening::AnotherPerson,
            Err(_) => Opening::QuestionnaireNotReady,
        })
    }

    /// Open a cycle, and with it the version of the questionnaire it uses where that is not open. Neither changes from
    /// then on, and every State that takes part is told.
    ///
    /// # Errors
    /// [`PortalError::Refused`] for whoever planned it or had a hand in the questionnaire; [`PortalError::Stale`] where
    /// somebody wrote since.
    pub async fn open_cycle(&self, year: CycleYear, seen: Version) -> Result<(), PortalError> {
        self.preparer().await?;
        let (actor, now, on) = (self.actor()?, self.now(), year.to_string());
        let planned = self.store().proposal(year).await?.ok_or(PortalError::NotFound)?;
        let (found, before) = self.edition_and_before(planned.content.plan.questionnaire).await?;
        let known = self.store().commitments().await?;
        let opened_now = if let EditionStage::Open { .. } = found.content.stage() {
            None
        } else {
            let opened = found.content.open(&known, before.as_ref(), actor, now);
            Some(self.not_declined(opened, "open-cycle", on.clone()).await?)
        };
        let questionnaire = opened_now
            .as_ref()
            .unwrap_or(&found.content)
            .frozen()
            .ok_or(PortalError::Stale)?;
        let cycle = planned.content.open(&questionnaire, actor, now);
        let cycle = self.not_unopened(cycle, "open-cycle", on).await?;
        let edition = opened_now.as_ref().map(|edition| (edition, found.version));
        Ok(self.store().open_cycle(&cycle, edition, self.over(Some(seen))?).await?)
    }
}
