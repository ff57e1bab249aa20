//! More time for one State: its national authority asks with a reason, a reviewer decides. Nobody else reads of it.

use super::{
    Portal, RefusedWords,
    forms::{Mistake, TimeForm},
};
use crate::error::PortalError;
use domain::{
    calendar::Due,
    cycle::{Cycle, CycleYear, Extension, Outcome, Phase},
    ids::{PersonId, Timestamp},
    policy::{self, Refusal},
    state::StateCode,
};

/// The names of what is set aside.
const ASK: &str = "ask-time";
const GRANT: &str = "grant-time";
const REFUSE: &str = "refuse-time";

/// When a State's report is due in a cycle, and what became of its request for more time: as its own people read it.
pub struct ExtensionSeen {
    /// The cycle.
    pub cycle: CycleYear,
    /// When the report is due there.
    pub due: Due,
    /// When the cycle closes there.
    pub closes: Timestamp,
    /// What the State can do now.
    pub phase: Phase,
    /// Its latest request.
    pub latest: Option<Extension>,
    /// The form to ask with, for whoever may ask now.
    pub asking: Option<Asking>,
}

/// Words beside a decision that were refused themselves.
#[derive(Clone, Default)]
pub struct DecisionWords {
    /// Beside a yes.
    pub granting: Option<RefusedWords>,
    /// Beside a no.
    pub refusing: Option<RefusedWords>,
}

/// The form to ask for more time with.
pub struct Asking {
    /// What was typed.
    pub form: TimeForm,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
    /// Whom it is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// When the visitor's State has to report in a cycle, and its request for more time. `again` where the form on the
    /// page was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is no such cycle, or the State takes no part.
    pub async fn extension_seen(&self, year: CycleYear, again: bool) -> Result<ExtensionSeen, PortalError> {
        let state = self.own_state().await?;
        let cycle = self.cycle_of(year, &state).await?;
        let calendar = self.store().calendar(&state).await?;
        let latest = self.store().extension(year, &state).await?;
        let latest = latest.and_then(|latest| self.actor().ok().and_then(|actor| latest.seen_by(actor)));
        let phase = cycle.phase(&calendar, self.now());
        let is_waiting = latest.as_ref().is_some_and(|latest| latest.outcome == Outcome::Waiting);
        let has_days = cycle.plan().closes > cycle.plan().due;
        let may_ask = policy::speaks_for(self.actor()?).is_some() && phase == Phase::Open && has_days && !is_waiting;
        let asking = if may_ask {
            Some(self.asking(year, again).await?)
        } else {
            None
        };
        Ok(ExtensionSeen {
            cycle: year,
            due: cycle.due(&calendar, latest.as_ref()),
            closes: cycle.closes(&calendar),
            phase,
            latest,
            asking,
        })
    }

    async fn asking(&self, year: CycleYear, again: bool) -> Result<Asking, PortalError> {
        let typed = self.typed_before::<TimeForm>(&format!("{ASK}-{year}"), again).await?;
        let (form, mistakes) = typed.map_or_else(Default::default, |typed| (typed.form, typed.mistakes));
        Ok(Asking {
            form,
            mistakes,
            by: self.actor()?.id,
        })
    }

    /// Ask for more time in a cycle.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the form has mistakes, which its page shows; [`PortalError::Refused`] for whoever
    /// does not speak for the State.
    pub async fn ask_time(&self, year: CycleYear, form: TimeForm) -> Result<(), PortalError> {
        let state = self.spoken_for().await?;
        let cycle = self.cycle_of(year, &state).await?;
        let (until, reason) = match form.asked(&cycle) {
            Ok(asked) => asked,
            Err(mistakes) => return self.refuse(&format!("{ASK}-{year}"), &form.unmarked(), &mistakes).await,
        };
        let latest = self.store().extension(year, &state).await?;
        let is_waiting = latest.is_some_and(|latest| latest.outcome == Outcome::Waiting);
        let is_open = cycle.phase(&self.store().calendar(&state).await?, self.now()) == Phase::Open;
        if is_waiting || !is_open {
            return Err(PortalError::Stale);
        }
        let asked = Extension::ask(&cycle, until, reason, self.actor()?, self.now());
        let asked = self.not_refused(asked, "ask-time", year.to_string()).await?;
        Ok(self.store().put_extension(&asked, self.now()).await?)
    }

    /// Grant a State the time it asked for, with a word to it or without.
    ///
    /// # Errors
    /// [`PortalError::Stale`] where that was decided; [`PortalError::NotFound`] where nothing was asked for;
    /// [`PortalError::Mistakes`] where the words are no note, which the page gives back.
    pub async fn grant_time(&self, year: CycleYear, state: StateCode, words: &str) -> Result<(), PortalError> {
        let asked = self.asked(year, state).await?;
        let words = if words.trim().is_empty() {
            None
        } else {
            Some(self.noted(&format!("{GRANT}-{year}-{state}"), words).await?)
        };
        let granted = asked.grant(words, self.actor()?, self.now());
        let granted = self
            .not_refused(granted, "grant-time", format!("{year} {state}"))
            .await?;
        Ok(self.store().put_extension(&granted, self.now()).await?)
    }

    /// Refuse it, saying why.
    ///
    /// # Errors
    /// The same, and [`PortalError::Mistakes`] where the reason is none, which its page gives back.
    pub async fn refuse_time(&self, year: CycleYear, state: StateCode, why: &str) -> Result<(), PortalError> {
        let asked = self.asked(year, state).await?;
        let why = self.noted(&format!("{REFUSE}-{year}-{state}"), why).await?;
        let refused = asked.refuse(why, self.actor()?, self.now());
        let refused = self
            .not_refused(refused, "refuse-time", format!("{year} {state}"))
            .await?;
        Ok(self.store().put_extension(&refused, self.now()).await?)
    }

    /// What was written beside a decision on this State's request, and refused itself.
    pub(super) async fn decision_before(
        &self,
        year: CycleYear,
        state: StateCode,
        again: bool,
    ) -> Result<DecisionWords, PortalError> {
        Ok(DecisionWords {
            granting: self.words_before(&format!("{GRANT}-{year}-{state}"), again).await?,
            refusing: self.words_before(&format!("{REFUSE}-{year}-{state}"), again).await?,
        })
    }

    async fn asked(&self, year: CycleYear, state: StateCode) -> Result<Extension, PortalError> {
        self.preparer().await?;
        self.store().extension(year, &state).await?.ok_or(PortalError::NotFound)
    }

    /// A cycle in which this State takes part.
    async fn cycle_of(&self, year: CycleYear, state: &StateCode) -> Result<Cycle, PortalError> {
        match self.store().cycle(year).await?.filter(|cycle| cycle.is_for(state)) {
            Some(cycle) => Ok(cycle),
            None => Err(self.denied("read", Refusal::Hidden, year.to_string()).await),
        }
    }
}
