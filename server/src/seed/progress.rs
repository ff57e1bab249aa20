//! Cycles and progress reports of the demonstration: last year's, which has closed, and one that is open on the day on
//! which it is loaded. A reviewer prepares, a publisher opens; States report in all three tiers.

use super::{
    NotSeeded,
    opened::{CLOSES, DUE, Opened},
    replay::{HOURS, PUBLISHER, REVIEWER, Replay},
    story::unreadable,
};
use app::portal::{
    cycles::forms::{BeginForm, PlanForm},
    ports::{Kept, Posting},
};
use domain::{
    commitment::shipped_memberships,
    cycle::CycleYear,
    draft::Typed,
    filing::{Filing, Note, Question},
    ids::{FilingReference, Timestamp, Version},
    lifecycle::{Action, Command},
    matter::Matter,
    questionnaire::{Lineage, QuestionId, Questionnaire, QuestionnaireVersion},
    report::{Confirmation, Report, ReportDraft, ReportTerms, Tier, TypedAnswer},
    state::invented,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Every report of the demonstration.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reports {
    report: Vec<Story>,
}

/// A report's life.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    cycle: Which,
    drafter: String,
    approver: String,
    /// How many days after the opening of its cycle it was begun.
    begun: i64,
    tier: String,
    steps: Vec<Action>,
    /// What a reviewer asks.
    question: Option<String>,
    #[serde(default)]
    answers: BTreeMap<QuestionId, Answer>,
}

/// Of which cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Which {
    Last,
    This,
}

/// An answer: a text or a code by itself, or in all its parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Answer {
    Plain(String),
    Whole(Box<Typed>),
}

impl From<&Answer> for TypedAnswer {
    fn from(answer: &Answer) -> Self {
        let value = match answer {
            Answer::Plain(text) => Typed {
                text: text.clone(),
                ..Typed::default()
            },
            Answer::Whole(typed) => Typed::clone(typed),
        };
        Self {
            value,
            ..Self::default()
        }
    }
}

/// The reports, as they are written down.
pub(super) fn reports() -> Result<Reports, NotSeeded> {
    toml::from_str(include_str!("reports.toml")).map_err(unreadable)
}

impl Replay<'_> {
    /// Everything that happened around progress reports.
    pub(super) async fn report(&self, reports: &Reports) -> Result<(), NotSeeded> {
        let [last, this] = Opened::around(self.world.clock.now())?;
        self.enrol(last.at(-60)).await?;
        let first = Questionnaire::shipped().map_err(|error| NotSeeded::Unreadable(error.to_string()))?;
        let first = Questionnaire {
            version: version_of(last.year)?,
            ..first
        };
        self.open_cycle(last, &first).await?;
        self.open_cycle(this, &next_of(&first, this.year)?).await?;
        for story in &reports.report {
            let cycle = if story.cycle == Which::Last { last } else { this };
            self.live_report(story, cycle).await?;
        }
        Ok(())
    }

    /// A reviewer puts the invented States into the circles they belong to.
    async fn enrol(&self, at: Timestamp) -> Result<(), NotSeeded> {
        let portal = self.portal(self.actor(REVIEWER).await?, at);
        let memberships = shipped_memberships();
        for state in invented() {
            let circles = memberships
                .get(&state.code)
                .map(|of| of.circles.clone())
                .unwrap_or_default();
            let circles: Vec<_> = circles.iter().map(ToString::to_string).collect();
            portal.put_circles_of(state.code, &circles).await?;
        }
        Ok(())
    }

    /// A reviewer prepares the questionnaire and the cycle; a publisher opens both.
    async fn open_cycle(&self, cycle: Opened, questionnaire: &Questionnaire) -> Result<(), NotSeeded> {
        let reviewer = self.portal(self.actor(REVIEWER).await?, cycle.at(-30));
        let publisher = self.portal(self.actor(PUBLISHER).await?, cycle.at(-20));
        let file = questionnaire.to_json();
        let version = reviewer
            .begin_edition_with(BeginForm::default(), file.as_bytes())
            .await?;
        reviewer.propose_edition(version, Version::new(1)).await?;
        let plan = PlanForm {
            year: cycle.year.to_string(),
            questionnaire: version.to_string(),
            opens: cycle.on.to_string(),
            due: cycle.on.plus(DUE).to_string(),
            closes: cycle.on.plus(CLOSES).to_string(),
            states: invented().iter().map(|state| state.code.to_string()).collect(),
            audience: "public".to_owned(),
            before: "30, 7".to_owned(),
            after: "7".to_owned(),
            ..PlanForm::default()
        };
        let year = reviewer.plan_cycle(plan, None).await?;
        Ok(publisher.open_cycle(year, Version::new(1)).await?)
    }

    /// All of a report's life.
    async fn live_report(&self, story: &Story, cycle: Opened) -> Result<(), NotSeeded> {
        let (begun, actor) = (cycle.at(story.begun), self.actor(&story.drafter).await?);
        let state = actor.side.state().ok_or_else(|| NotSeeded::nobody(&story.drafter))?;
        let terms = self.world.store.terms(cycle.year, state).await?;
        let terms = terms.ok_or_else(|| NotSeeded::nobody(&story.drafter))?;
        let posting = Posting {
            key: self.world.chance.form_key(),
            seen: Version::default(),
            by: actor.id,
            at: begun,
        };
        let confirmed = Confirmation {
            by: actor.id,
            at: begun,
        };
        let draft = story.draft(&terms, confirmed);
        let reports = Report::kept_in(&*self.world.store);
        let filing = reports.open(state, terms, draft, &actor, posting).await?;
        for (number, step) in (1..).zip(&story.steps) {
            let at = begun.plus_seconds(number * HOURS * 3_600);
            self.report_step(story, &filing.reference, *step, at).await?;
        }
        Ok(())
    }

    async fn report_step(
        &self,
        story: &Story,
        of: &FilingReference,
        step: Action,
        at: Timestamp,
    ) -> Result<(), NotSeeded> {
        let who = match step {
            Action::Send => &story.drafter,
            Action::Approve => &story.approver,
            Action::Publish => PUBLISHER,
            _ => REVIEWER,
        };
        let actor = self.actor(who).await?;
        let reports = Report::kept_in(&*self.world.store);
        let filing = reports
            .filing(of, &actor.scope())
            .await?
            .ok_or_else(|| NotSeeded::nobody(who))?;
        let command = story.command(step, &filing, at)?;
        let portal = self.portal(actor, at);
        portal.perform(of, filing.version, portal.form_key(), command).await?;
        Ok(())
    }
}

impl Story {
    /// The draft as it was begun: last year's answers, confirmed where the story says nothing else.
    fn draft(&self, terms: &ReportTerms, confirmed: Confirmation) -> ReportDraft {
        let mut draft = terms.last.as_ref().map(ReportDraft::carrying).unwrap_or_default();
        self.tier.clone_into(&mut draft.tier);
        if self.tier == Tier::NothingNew.code() {
            draft.since = terms
                .last
                .as_ref()
                .map(|last| last.cycle.to_string())
                .unwrap_or_default();
            return draft;
        }
        draft
            .answers
            .extend(self.answers.iter().map(|(id, answer)| (id.clone(), answer.into())));
        let all = terms
            .questionnaire
            .questions()
            .map(|question| question.id.clone())
            .collect();
        match &terms.last {
            Some(last) => draft.confirming(&all, last, confirmed),
            None => draft,
        }
    }

    fn command(&self, step: Action, filing: &Filing<Report>, at: Timestamp) -> Result<Command, NotSeeded> {
        let impossible = || NotSeeded::nobody(&self.drafter);
        let fingerprint = |report: Report| Report::fingerprint(&report.release(&filing.reference.state));
        Ok(match step {
            Action::Send => Command::Send,
            Action::Approve => Command::Approve {
                seen: filing.complete(at).map(fingerprint).ok_or_else(impossible)?,
            },
            Action::Claim => Command::Claim,
            Action::Ask => Command::Ask(Question {
                on: None,
                text: self.question.as_deref().unwrap_or_default().parse::<Note>()?,
            }),
            Action::Accept => Command::Accept,
            Action::Publish => Command::Publish {
                seen: filing
                    .disclosure()
                    .map(|seen| Report::fingerprint(&seen))
                    .ok_or_else(impossible)?,
            },
            _ => return Err(impossible()),
        })
    }
}

/// The first version of a year.
fn version_of(year: CycleYear) -> Result<QuestionnaireVersion, NotSeeded> {
    format!("{year}.1")
        .parse()
        .map_err(|_| NotSeeded::Unreadable(format!("{year} has no version")))
}

/// The same questions, as the version of the year after.
fn next_of(before: &Questionnaire, year: CycleYear) -> Result<Questionnaire, NotSeeded> {
    let mut next = before.clone();
    next.follows = Some(before.version);
    next.version = version_of(year)?;
    for question in next.sections.iter_mut().flat_map(|section| &mut section.questions) {
        question.succeeds = Lineage::Same(question.id.clone());
    }
    Ok(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_that_is_answered_is_asked() {
        let shipped = Questionnaire::shipped().unwrap();
        for story in reports().unwrap().report {
            for id in story.answers.keys() {
                assert!(shipped.question(id).is_some(), "{id}");
            }
            assert!(Tier::from_code(&story.tier).is_some(), "{}", story.tier);
        }
    }
}
