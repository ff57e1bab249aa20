//! How a cycle is planned by one person and opened by another.

use crate::{
    answer::Text,
    calendar::Day,
    cycle::{Cycle, CycleYear, Reminders},
    guard,
    ids::{PersonId, Timestamp},
    marking::Audience,
    people::{Actor, SecretariatRole},
    questionnaire::{Frozen, QuestionnaireVersion},
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most characters of a conference's name or place.
pub const LINE_MAX: usize = 200;

/// What a cycle will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its year.
    pub year: CycleYear,
    /// The version of the questionnaire it uses.
    pub questionnaire: QuestionnaireVersion,
    /// From when on States can file.
    pub opens: Day,
    /// When reports are due.
    pub due: Day,
    /// Until when they are taken.
    pub closes: Day,
    /// The conference its reports feed, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conference: Option<Conference>,
    /// The States that take part.
    pub participating: BTreeSet<StateCode>,
    /// Who reads an answer about whose readers a State says nothing.
    pub audience: Audience,
    /// When States are reminded.
    #[serde(default)]
    pub reminders: Reminders,
}

/// A conference for which reports are due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conference {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub place: String,
    /// When it begins.
    pub date: Day,
}

/// What is wrong with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanFlaw {
    /// It is not due after it opens, or closes before it is due.
    DaysOutOfOrder,
    /// It is due in another year than its own.
    OtherYear,
    /// Nobody takes part.
    NoStates,
    /// The conference has no name or no place, or more than can be shown.
    Conference,
    /// The conference has passed when reports are due.
    ConferenceBefore,
    /// More reminders than anyone would read, or further from the day than the cycle is long.
    Reminders,
    /// It carries a classification marking.
    Classified,
}

impl PlanFlaw {
    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DaysOutOfOrder => "days-out-of-order",
            Self::OtherYear => "other-year",
            Self::NoStates => "no-states",
            Self::Conference => "conference",
            Self::ConferenceBefore => "conference-before",
            Self::Reminders => "reminders",
            Self::Classified => "classified",
        }
    }
}

impl Plan {
    /// Everything that keeps it from being opened.
    pub fn flaws(&self) -> BTreeSet<PlanFlaw> {
        let conference = self.conference.iter();
        let lines = || {
            conference
                .clone()
                .flat_map(|conference| [&conference.name, &conference.place])
        };
        let is_no_line = |text: &String| {
            text.trim().is_empty()
                || text.chars().count() > LINE_MAX
                || text.contains(['\n', '\t'])
                || !text.chars().all(Text::may_hold)
        };
        let is_marked = |text: &String| guard::classification_marking(text).is_some();
        [
            (
                self.opens >= self.due || self.due > self.closes,
                PlanFlaw::DaysOutOfOrder,
            ),
            (self.due.date().year() != i32::from(self.year), PlanFlaw::OtherYear),
            (self.participating.is_empty(), PlanFlaw::NoStates),
            (lines().any(is_no_line), PlanFlaw::Conference),
            (
                conference.clone().any(|conference| conference.date < self.due),
                PlanFlaw::ConferenceBefore,
            ),
            (!self.reminders.fit(self), PlanFlaw::Reminders),
            (lines().any(is_marked), PlanFlaw::Classified),
        ]
        .into_iter()
        .filter_map(|(is_wrong, flaw)| is_wrong.then_some(flaw))
        .collect()
    }
}

/// A plan and who made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The plan.
    pub plan: Plan,
    /// Whose it is. Whoever changes it makes it theirs.
    pub by: PersonId,
}

/// Why a cycle was not planned or opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// It is for others to do.
    #[error("not yours to do")]
    NotYours,
    /// They planned it, so that another must open it.
    #[error("your own")]
    YourOwn,
    /// The questionnaire is not the one it was planned with.
    #[error("another questionnaire")]
    OtherQuestionnaire,
    /// It has flaws.
    #[error("{} flaws", .0.len())]
    Flawed(BTreeSet<PlanFlaw>),
}

impl NotOpened {
    /// The end of the message id that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotYours => "not-yours",
            Self::YourOwn => "your-own",
            Self::OtherQuestionnaire => "other-questionnaire",
            Self::Flawed(_) => "flawed",
        }
    }
}

impl Proposal {
    /// Plan a cycle.
    ///
    /// # Errors
    /// Where the person is no reviewer. A plan may have flaws until it is opened.
    pub fn of(plan: Plan, actor: &Actor) -> Result<Self, NotOpened> {
        if actor.side.serves_as(SecretariatRole::Reviewer) {
            Ok(Self { plan, by: actor.id })
        } else {
            Err(NotOpened::NotYours)
        }
    }

    /// Open it, with a questionnaire that is open itself. Nothing of it changes from then on.
    ///
    /// # Errors
    /// Where the person is no publisher or planned it, the questionnaire is another, or the plan has flaws.
    pub fn open(&self, questionnaire: &Frozen, actor: &Actor, now: Timestamp) -> Result<Cycle, NotOpened> {
        if !actor.side.serves_as(SecretariatRole::Publisher) {
            return Err(NotOpened::NotYours);
        }
        if self.by == actor.id {
            return Err(NotOpened::YourOwn);
        }
        if questionnaire.version != self.plan.questionnaire {
            return Err(NotOpened::OtherQuestionnaire);
        }
        let flaws = self.plan.flaws();
        if flaws.is_empty() {
            Ok(Cycle::of(self.plan.clone(), self.by, actor.id, now))
        } else {
            Err(NotOpened::Flawed(flaws))
        }
    }
}
