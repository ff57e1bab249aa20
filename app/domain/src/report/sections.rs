//! Who of a State writes which section, and which sections are done.
//!
//! A report is written by several ministries. Each section can be given to drafters, and is then theirs to write; until
//! then it is any drafter's. *Done* is the word of those who write a section that it is ready, for the approver to read.
//! It binds nobody: the report can be sent without it, and a later change takes it back.

use crate::{
    ids::{PersonId, Timestamp},
    people::{Actor, Scope, StateRole},
    policy::Refusal,
    slug::SectionId,
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One section's drafters, and whether it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Assignment {
    /// Whose it is to write; empty where it is any drafter's.
    pub drafters: BTreeSet<PersonId>,
    /// Who said that it is done, and when.
    pub done: Option<Done>,
}

/// Somebody's word that a section is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Done {
    /// Whose.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// Who holds what, in one State's report. It never leaves the State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignments {
    state: StateCode,
    sections: BTreeMap<SectionId, Assignment>,
}

impl Assignments {
    /// What the store kept; nothing at first.
    pub const fn stored(state: StateCode, sections: BTreeMap<SectionId, Assignment>) -> Self {
        Self { state, sections }
    }

    /// A section's drafters, and whether it is done. `None` where nothing was ever said of it.
    pub fn of(&self, section: &SectionId) -> Option<&Assignment> {
        self.sections.get(section)
    }

    /// Every section of which something was said.
    pub fn iter(&self) -> impl Iterator<Item = (&SectionId, &Assignment)> {
        self.sections.iter()
    }

    /// Give a section to these drafters of the State, or to all where there are none.
    ///
    /// # Errors
    /// Where the person is neither drafter nor approver of the State.
    pub fn give(&self, section: SectionId, to: BTreeSet<PersonId>, actor: &Actor) -> Result<Self, Refusal> {
        self.admit(actor, &[StateRole::Drafter, StateRole::Approver])?;
        Ok(self.with(section, |assignment| assignment.drafters = to))
    }

    /// May this person write in this section?
    ///
    /// # Errors
    /// Where they are no drafter of the State, or it was given to others.
    pub fn may_write(&self, section: &SectionId, actor: &Actor) -> Result<(), Refusal> {
        self.admit(actor, &[StateRole::Drafter])?;
        match self.of(section) {
            Some(given) if !given.drafters.is_empty() && !given.drafters.contains(&actor.id) => Err(Refusal::NotYours),
            _ => Ok(()),
        }
    }

    /// Say that a section is done, or that it is not.
    ///
    /// # Errors
    /// As [`may_write`](Self::may_write).
    pub fn say_done(&self, section: SectionId, done: bool, actor: &Actor, now: Timestamp) -> Result<Self, Refusal> {
        self.may_write(&section, actor)?;
        let word = done.then_some(Done { by: actor.id, at: now });
        Ok(self.with(section, |assignment| assignment.done = word))
    }

    /// After something was changed in a section: it is not done any more.
    #[must_use]
    pub fn changed(&self, section: &SectionId) -> Self {
        if self.of(section).is_some_and(|assignment| assignment.done.is_some()) {
            self.with(section.clone(), |assignment| assignment.done = None)
        } else {
            self.clone()
        }
    }

    fn with(&self, section: SectionId, change: impl FnOnce(&mut Assignment)) -> Self {
        let mut assignments = self.clone();
        change(assignments.sections.entry(section).or_default());
        assignments
    }

    fn admit(&self, actor: &Actor, roles: &[StateRole]) -> Result<(), Refusal> {
        if actor.scope() != Scope::Own(self.state) {
            return Err(Refusal::Hidden);
        }
        if roles.iter().any(|role| actor.side.is(*role)) {
            Ok(())
        } else {
            Err(Refusal::NotYours)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{AMINA, BASHIR, BRUNO, CELESTE, CHIDI, EMIL, TUESDAY};

    fn section() -> SectionId {
        "capabilities".parse().unwrap()
    }

    fn given_to(people: &[PersonId]) -> Assignments {
        let nothing = Assignments::stored(StateCode::VALDORIA, BTreeMap::new());
        let to = people.iter().copied().collect();
        nothing.give(section(), to, &BASHIR.actor()).unwrap()
    }

    #[test]
    fn a_section_is_any_drafters_until_it_is_given() {
        let (all, hers) = (given_to(&[]), given_to(&[AMINA.id()]));
        for (person, before, after) in [
            (AMINA, Ok(()), Ok(())),
            (EMIL, Ok(()), Err(Refusal::NotYours)),
            (BASHIR, Err(Refusal::NotYours), Err(Refusal::NotYours)),
            (CELESTE, Err(Refusal::NotYours), Err(Refusal::NotYours)),
            (BRUNO, Err(Refusal::Hidden), Err(Refusal::Hidden)),
            (CHIDI, Err(Refusal::Hidden), Err(Refusal::Hidden)),
        ] {
            assert_eq!(all.may_write(&section(), &person.actor()), before, "{}", person.name);
            assert_eq!(hers.may_write(&section(), &person.actor()), after, "{}", person.name);
        }
        assert_eq!(
            all.give(section(), BTreeSet::new(), &CELESTE.actor()),
            Err(Refusal::NotYours)
        );
    }

    #[test]
    fn done_is_the_word_of_who_writes_it_and_a_change_takes_it_back() {
        let hers = given_to(&[AMINA.id()]);
        assert_eq!(
            hers.say_done(section(), true, &EMIL.actor(), TUESDAY),
            Err(Refusal::NotYours)
        );
        let done = hers.say_done(section(), true, &AMINA.actor(), TUESDAY).unwrap();
        let word = Done {
            by: AMINA.id(),
            at: TUESDAY,
        };
        assert_eq!(done.of(&section()).unwrap().done, Some(word));
        assert_eq!(done.changed(&section()), hers);
        assert_eq!(done.say_done(section(), false, &AMINA.actor(), TUESDAY), Ok(hers));
    }
}
