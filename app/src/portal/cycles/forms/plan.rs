//! A cycle's plan, as typed.

use super::{Mistake, day, unmark};
use domain::{
    calendar::Day,
    commitment::Memberships,
    cycle::{Conference, CycleYear, Plan, Reminders},
    marking::Audience,
    questionnaire::QuestionnaireVersion,
    slug::CircleId,
    state::{State, StateCode},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A cycle's plan, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanForm {
    /// Its year.
    pub year: String,
    /// The version of the questionnaire.
    pub questionnaire: String,
    /// From when on States can file.
    pub opens: String,
    /// When reports are due.
    pub due: String,
    /// Until when they are taken.
    pub closes: String,
    /// What the conference is called.
    pub conference_name: String,
    /// Where it is.
    pub conference_place: String,
    /// When it begins.
    pub conference_date: String,
    /// A circle all of whose States take part.
    pub circle: String,
    /// States that take part besides.
    pub states: Vec<String>,
    /// The code of the default audience.
    pub audience: String,
    /// Days before the day on which reports are due.
    pub before: String,
    /// Days after it.
    pub after: String,
}

/// What a plan can be made of.
pub struct Known<'a> {
    /// Versions of the questionnaire.
    pub versions: &'a [QuestionnaireVersion],
    /// States.
    pub states: &'a [State],
    /// Who belongs to which circle.
    pub memberships: &'a BTreeMap<StateCode, Memberships>,
}

impl PlanForm {
    /// The plan, or everything that stands in its way.
    ///
    /// # Errors
    /// All mistakes, in the order of the form.
    pub fn plan(&self, known: &Known<'_>) -> Result<Plan, Vec<Mistake>> {
        let mut wrong = BTreeSet::new();
        let mut noted = |mistake| {
            wrong.insert(mistake);
        };
        let year: Option<CycleYear> = or_note(self.year.trim().parse().ok(), Mistake::Year, &mut noted);
        let version = self.questionnaire.parse().ok();
        let version = version.filter(|version| known.versions.contains(version));
        let questionnaire = or_note(version, Mistake::Questionnaire, &mut noted);
        let opens = or_note(day(&self.opens), Mistake::Opens, &mut noted);
        let due = or_note(day(&self.due), Mistake::Due, &mut noted);
        let closes = or_note(day(&self.closes), Mistake::Closes, &mut noted);
        let conference = self.conference().unwrap_or_else(|mistake| {
            noted(mistake);
            None
        });
        let participating = or_note(self.participating(known), Mistake::States, &mut noted);
        let audience = or_note(Audience::from_code(&self.audience), Mistake::Audience, &mut noted);
        let reminders = or_note(self.reminders(), Mistake::Reminders, &mut noted);
        if participating.as_ref().is_some_and(BTreeSet::is_empty) {
            noted(Mistake::NoStates);
        }
        let days = opens.zip(due).zip(closes);
        let (Some(year), Some(questionnaire), Some(((opens, due), closes))) = (year, questionnaire, days) else {
            return Err(wrong.into_iter().collect());
        };
        let plan = Plan {
            year,
            questionnaire,
            opens,
            due,
            closes,
            conference,
            participating: participating.unwrap_or_default(),
            audience: audience.unwrap_or(Audience::Secretariat),
            reminders: reminders.unwrap_or_default(),
        };
        judged(plan, wrong)
    }

    fn conference(&self) -> Result<Option<Conference>, Mistake> {
        let [name, place, date] =
            [&self.conference_name, &self.conference_place, &self.conference_date].map(|text| text.trim());
        if [name, place, date].iter().all(|text| text.is_empty()) {
            return Ok(None);
        }
        let date: Day = day(date).ok_or(Mistake::ConferenceDate)?;
        let [name, place] = [name, place].map(str::to_owned);
        Ok(Some(Conference { name, place, date }))
    }

    /// Everyone of the circle, and everyone who was ticked; nothing where a code is nobody's.
    fn participating(&self, known: &Known<'_>) -> Option<BTreeSet<StateCode>> {
        let is_known = |code: &StateCode| known.states.iter().any(|state| state.code == *code);
        let ticked = self.states.iter().filter(|code| !code.is_empty());
        let mut states: BTreeSet<StateCode> = ticked
            .map(|code| code.parse().ok().filter(is_known))
            .collect::<Option<_>>()?;
        if !self.circle.is_empty() {
            let circle: CircleId = self.circle.parse().ok()?;
            let members = known.memberships.iter().filter(|(_, of)| of.circles.contains(&circle));
            states.extend(members.map(|(code, _)| *code).filter(is_known));
        }
        Some(states)
    }

    fn reminders(&self) -> Option<Reminders> {
        Some(Reminders {
            before: days(&self.before)?,
            after: days(&self.after)?,
        })
    }

    /// The form without words that carry a classification marking: those are kept nowhere.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        let parts = [
            &mut self.year,
            &mut self.questionnaire,
            &mut self.opens,
            &mut self.due,
            &mut self.closes,
            &mut self.conference_name,
            &mut self.conference_place,
            &mut self.conference_date,
            &mut self.before,
            &mut self.after,
        ];
        parts.into_iter().for_each(unmark);
        self
    }
}

fn or_note<T>(value: Option<T>, mistake: Mistake, noted: &mut impl FnMut(Mistake)) -> Option<T> {
    if value.is_none() {
        noted(mistake);
    }
    value
}

/// The plan, where nothing was wrong with what it was made of and nothing is with the whole.
fn judged(plan: Plan, mut wrong: BTreeSet<Mistake>) -> Result<Plan, Vec<Mistake>> {
    let known = wrong.clone();
    let flaws = plan.flaws().into_iter().map(Mistake::from);
    // What is missing only because it could not be read is not said twice.
    wrong.extend(flaws.filter(|flaw| *flaw != Mistake::NoStates || !known.contains(&Mistake::States)));
    if wrong.is_empty() {
        Ok(plan)
    } else {
        Err(wrong.into_iter().collect())
    }
}

/// Numbers of days, however they are separated.
fn days(text: &str) -> Option<BTreeSet<u16>> {
    text.split([',', ';', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect()
}

impl From<&Plan> for PlanForm {
    fn from(plan: &Plan) -> Self {
        let days = |days: &BTreeSet<u16>| days.iter().rev().map(u16::to_string).collect::<Vec<_>>().join(", ");
        let conference = plan.conference.as_ref();
        Self {
            year: plan.year.to_string(),
            questionnaire: plan.questionnaire.to_string(),
            opens: plan.opens.to_string(),
            due: plan.due.to_string(),
            closes: plan.closes.to_string(),
            conference_name: conference.map(|it| it.name.clone()).unwrap_or_default(),
            conference_place: conference.map(|it| it.place.clone()).unwrap_or_default(),
            conference_date: conference.map(|it| it.date.to_string()).unwrap_or_default(),
            circle: String::new(),
            states: plan.participating.iter().map(ToString::to_string).collect(),
            audience: plan.audience.code().to_owned(),
            before: days(&plan.reminders.before),
            after: days(&plan.reminders.after),
        }
    }
}
