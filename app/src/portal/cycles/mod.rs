//! What the secretariat prepares and runs, and what States say beside their reports.
//!
//! - [`beginning`], [`editions`]: a version of the questionnaire, from its beginning to its opening
//! - [`content`]: what is in a file with a questionnaire, or what is wrong with it
//! - [`planning`]: a cycle, until it is opened
//! - [`running`]: a cycle that was opened, as the secretariat follows it
//! - [`extensions`]: more time, asked for and decided
//! - [`programme`]: commitments and circles, and who belongs to which
//! - [`reasons`]: words beside an act that were refused, for whoever wrote them
//! - [`own`]: what a State says of itself: when it works, what it opts into
//! - [`forms`]: what was typed into the forms of all these, and what is wrong with it
//!
//! Two persons stand behind whatever States will read: a reviewer writes, a publisher who had no hand in it opens. The
//! domain says so; here is only asked.

pub mod beginning;
pub mod content;
pub mod editions;
pub mod extensions;
pub mod forms;
pub mod own;
pub mod planning;
pub mod programme;
pub mod reasons;
pub mod running;

pub use reasons::RefusedWords;

use super::{
    Portal,
    ports::{Over, Versioned},
};
use crate::error::PortalError;
use domain::{
    cycle::{Cycle, NotExtended, NotOpened, Proposal},
    ids::{PersonId, Version},
    people::Actor,
    policy::{self, Refusal},
    questionnaire::{Declined, Edition, Frozen, Questionnaire, QuestionnaireVersion},
    state::StateCode,
};
use editions::RefusedFile;
use forms::{BeginForm, Mistake};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// What is being prepared, and what was.
pub struct PreparationSeen {
    /// Every version of the questionnaire, the latest first.
    pub editions: Vec<Edition>,
    /// Cycles that are planned and not open, the latest first.
    pub planned: Vec<Proposal>,
    /// Cycles that were opened, the latest first.
    pub cycles: Vec<OpenedCycle>,
    /// The form that begins a version, for whoever may.
    pub begin: Option<BeginSeen>,
}

/// A cycle that was opened.
pub struct OpenedCycle {
    /// It.
    pub cycle: Cycle,
    /// Whether it is over in every State, so that its figure is fixed.
    pub is_closed: bool,
}

/// The forms that begin a version of the questionnaire.
pub struct BeginSeen {
    /// The shipped version, where nobody has begun it.
    pub shipped: Option<QuestionnaireVersion>,
    /// The latest open version, which the next one follows.
    pub latest: Option<QuestionnaireVersion>,
    /// What was typed, or what is proposed.
    pub form: BeginForm,
    /// What was wrong with it.
    pub mistakes: Vec<Mistake>,
    /// A file from which none was begun.
    pub refused: Option<RefusedFile>,
    /// Whom the page is drawn for.
    pub by: PersonId,
}

/// A form that was refused, as it is set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed<F> {
    /// What was typed.
    pub form: F,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
}

impl Portal {
    /// What is being prepared. `again` where a form on the page was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone but the secretariat, as everywhere in preparation.
    pub async fn preparation(&self, again: bool) -> Result<PreparationSeen, PortalError> {
        let may_write = policy::may_keep_programme(self.preparer().await?);
        let editions = contents(self.store().editions().await?);
        let cycles = self.store().cycles().await?;
        let mut planned = contents(self.store().proposals().await?);
        planned.retain(|proposal| cycles.iter().all(|cycle| cycle.year() != proposal.plan.year));
        let begin = if may_write {
            Some(self.begin_seen(&editions, again).await?)
        } else {
            None
        };
        let closed = self.store().closed_figures().await?;
        let opened = cycles.into_iter().map(|cycle| OpenedCycle {
            is_closed: closed.contains_key(&cycle.year()),
            cycle,
        });
        Ok(PreparationSeen {
            editions,
            planned,
            cycles: opened.collect(),
            begin,
        })
    }

    /// The visitor, where they may read what is prepared; for anyone else nothing is.
    async fn preparer(&self) -> Result<&Actor, PortalError> {
        let actor = self.actor()?;
        if policy::may_prepare(actor) {
            Ok(actor)
        } else {
            Err(self.not_for_them("prepare").await)
        }
    }

    /// The visitor, where they may write it.
    async fn writer(&self, on: &str) -> Result<&Actor, PortalError> {
        let actor = self.preparer().await?;
        if policy::may_keep_programme(actor) {
            Ok(actor)
        } else {
            Err(self.denied("prepare", Refusal::NotYours, on.to_owned()).await)
        }
    }

    /// The visitor, on a page of a form that only whoever writes it has.
    async fn writer_here(&self, page: &str) -> Result<&Actor, PortalError> {
        let actor = self.actor()?;
        if policy::may_keep_programme(actor) {
            Ok(actor)
        } else {
            Err(self.not_for_them(page).await)
        }
    }

    /// The version and the one before it, whose questions its own succeed.
    async fn edition_and_before(
        &self,
        version: QuestionnaireVersion,
    ) -> Result<(Versioned<Edition>, Option<Frozen>), PortalError> {
        let found = self.store().edition(version).await?.ok_or(PortalError::NotFound)?;
        let before = self.version_before(found.content.questionnaire()).await?;
        Ok((found, before))
    }

    async fn version_before(&self, questionnaire: &Questionnaire) -> Result<Option<Frozen>, PortalError> {
        Ok(match questionnaire.follows {
            Some(before) => self
                .store()
                .edition(before)
                .await?
                .and_then(|before| before.content.frozen()),
            None => None,
        })
    }

    /// Names of these people of the secretariat, for whoever may know who did what.
    async fn named(
        &self,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<BTreeMap<PersonId, String>, PortalError> {
        let mut names = BTreeMap::new();
        for id in people {
            if let Some(person) = self.store().person(id).await? {
                names.insert(id, person.name);
            }
        }
        Ok(names)
    }

    /// Who writes over what, now.
    fn over(&self, seen: Option<Version>) -> Result<Over, PortalError> {
        Ok(Over {
            seen,
            by: self.actor()?.id,
            at: self.now(),
        })
    }

    /// Keep a form that is refused, and say so. Its text was looked over for markings before.
    async fn refuse<T>(
        &self,
        name: &str,
        form: &(impl Serialize + Sync),
        mistakes: &[Mistake],
    ) -> Result<T, PortalError> {
        self.set_aside(
            name,
            &Typed {
                form,
                mistakes: mistakes.to_vec(),
            },
        )
        .await?;
        Err(PortalError::Mistakes)
    }

    /// What was typed into this form when it was refused, where it was.
    async fn typed_before<F: DeserializeOwned>(
        &self,
        name: &str,
        again: bool,
    ) -> Result<Option<Typed<F>>, PortalError> {
        if again { self.aside(name).await } else { Ok(None) }
    }

    async fn not_declined<T>(&self, done: Result<T, Declined>, action: &str, on: String) -> Result<T, PortalError> {
        match done {
            Ok(done) => Ok(done),
            Err(Declined::NotYours) => Err(self.denied(action, Refusal::NotYours, on).await),
            Err(Declined::YourOwn) => Err(self.denied(action, Refusal::PreparedByYou, on).await),
            Err(Declined::NotNow) => Err(PortalError::Stale),
            Err(Declined::OtherVersion) => Err(PortalError::Malformed),
            Err(Declined::Faulty(_)) => Err(PortalError::Incomplete),
        }
    }

    async fn not_unopened<T>(&self, done: Result<T, NotOpened>, action: &str, on: String) -> Result<T, PortalError> {
        match done {
            Ok(done) => Ok(done),
            Err(NotOpened::NotYours) => Err(self.denied(action, Refusal::NotYours, on).await),
            Err(NotOpened::YourOwn) => Err(self.denied(action, Refusal::PreparedByYou, on).await),
            Err(NotOpened::OtherQuestionnaire) => Err(PortalError::Stale),
            Err(NotOpened::Flawed(_)) => Err(PortalError::Incomplete),
        }
    }

    async fn not_refused<T>(&self, done: Result<T, NotExtended>, action: &str, on: String) -> Result<T, PortalError> {
        match done {
            Ok(done) => Ok(done),
            Err(NotExtended::Refused(refusal)) => Err(self.denied(action, refusal, on).await),
            Err(NotExtended::NotInThisCycle) => Err(PortalError::NotFound),
            Err(NotExtended::NoSuchDay) => Err(PortalError::Malformed),
            Err(NotExtended::Decided) => Err(PortalError::Stale),
        }
    }

    /// The State the visitor acts for.
    async fn own_state(&self) -> Result<StateCode, PortalError> {
        match self.actor()?.scope() {
            domain::people::Scope::Own(state) => Ok(state),
            _ => Err(self.not_for_them("read-own").await),
        }
    }

    /// The State for which the visitor speaks.
    async fn spoken_for(&self) -> Result<StateCode, PortalError> {
        let state = self.own_state().await?;
        match policy::speaks_for(self.actor()?) {
            Some(state) => Ok(state),
            None => Err(self.denied("speak-for", Refusal::NotYours, state.to_string()).await),
        }
    }
}

fn contents<T>(versioned: Vec<Versioned<T>>) -> Vec<T> {
    versioned.into_iter().map(|one| one.content).collect()
}
