//! Lives of filings, lived again: every step is a use case of the portal, as its person gave it, at its moment.
//!
//! So nothing in the demonstration stands at a stage the lifecycle does not lead to, and its timelines, submissions,
//! letters and publications are of the kind that visitors make.

use super::{
    NotSeeded, Then,
    story::{Stories, Story},
};
use app::portal::{
    Portal, Visitor,
    ports::{Kept, Posting, World},
};
use domain::{
    filing::{Filing, Note, Question},
    form::{Instalment, Section},
    ids::{FilingReference, PersonId, Timestamp, Version},
    incident::Incident,
    lifecycle::{Action, Command},
    people::Actor,
    samples,
};
use std::{collections::BTreeMap, sync::Arc};

/// Hours from one step to the next.
pub(super) const HOURS: i64 = 6;

/// Who reviews and who publishes, in every story.
pub(super) const REVIEWER: &str = "Chidi Okoro";
pub(super) const PUBLISHER: &str = "Dana Ivanova";

/// Lives what happened to filings.
pub(super) struct Replay<'a> {
    /// The world, with a clock of now.
    pub world: &'a World,
    /// Everyone's id, by name.
    pub people: &'a BTreeMap<String, PersonId>,
}

impl Replay<'_> {
    /// All of a filing's life.
    pub async fn live(&self, stories: &Stories, story: &Story) -> Result<(), NotSeeded> {
        let opened = story.opened_by(self.world.clock.now());
        let actor = self.actor(&story.drafter).await?;
        let key = self.world.chance.form_key();
        let posting = Posting {
            key,
            seen: Version::default(),
            by: actor.id,
            at: opened,
        };
        let state = actor.side.state().ok_or_else(|| NotSeeded::nobody(&story.drafter))?;
        let (incidents, draft) = (Incident::kept_in(&*self.world.store), stories.draft(story, opened));
        let filing = incidents
            .open(state, Instalment::Notification, draft, &actor, posting)
            .await?;
        for (number, step) in (1..).zip(&story.steps) {
            let at = opened.plus_seconds(number * HOURS * 3_600);
            self.step(story, &filing.reference, *step, at).await?;
        }
        Ok(())
    }

    async fn step(&self, story: &Story, of: &FilingReference, step: Action, at: Timestamp) -> Result<(), NotSeeded> {
        let actor = self.actor(who(story, step)).await?;
        let portal = self.portal(actor.clone(), at);
        let filing = self
            .world
            .store
            .filing(of, &actor.scope())
            .await?
            .ok_or_else(|| NotSeeded::nobody(&actor.name))?;
        let Some(command) = command(story, step, &filing, at)? else {
            return edit(&portal, story, &filing).await;
        };
        portal.perform(of, filing.version, portal.form_key(), command).await?;
        if let (Action::Claim, Some(note)) = (step, &story.note) {
            portal.note(of, portal.form_key(), &note.parse::<Note>()?).await?;
        }
        Ok(())
    }

    pub(super) async fn actor(&self, name: &str) -> Result<Actor, NotSeeded> {
        let id = self.people.get(name).ok_or_else(|| NotSeeded::nobody(name))?;
        self.world
            .store
            .actor(*id)
            .await?
            .ok_or_else(|| NotSeeded::nobody(name))
    }

    /// The portal as this person meets it at this moment.
    pub(super) fn portal(&self, actor: Actor, at: Timestamp) -> Portal {
        let world = World {
            clock: Arc::new(Then(at)),
            ..self.world.clone()
        };
        super::portal(
            world,
            Visitor {
                actor: Some(actor),
                ..Visitor::default()
            },
        )
    }
}

/// Who takes a step, by name.
fn who(story: &Story, step: Action) -> &str {
    match step {
        Action::Edit | Action::Send | Action::Answer => &story.drafter,
        Action::Approve | Action::Return | Action::Withdraw => &story.approver,
        Action::Claim | Action::Release | Action::Ask | Action::Accept => REVIEWER,
        Action::Publish | Action::Reopen => PUBLISHER,
    }
}

/// The command of a step; editing is none.
fn command(story: &Story, step: Action, filing: &Filing, at: Timestamp) -> Result<Option<Command>, NotSeeded> {
    let words = |words: &Option<String>| words.as_deref().unwrap_or_default().parse::<Note>();
    Ok(Some(match step {
        Action::Edit => return Ok(None),
        Action::Send => Command::Send,
        Action::Approve => Command::Approve {
            seen: samples::seen(filing, at),
        },
        Action::Return => Command::Return {
            why: words(&story.why)?,
        },
        Action::Claim => Command::Claim,
        Action::Release => Command::Release,
        Action::Ask => {
            let asked = story.question.as_ref();
            let text = words(&asked.map(|asked| asked.text.clone()))?;
            Command::Ask(Question {
                on: asked.and_then(|asked| asked.on.map(Into::into)),
                text,
            })
        }
        Action::Answer => Command::Answer {
            answer: words(&story.answer)?,
        },
        Action::Accept => Command::Accept,
        Action::Publish => Command::Publish {
            seen: filing
                .disclosure()
                .map(|disclosure| disclosure.hash())
                .unwrap_or_default(),
        },
        Action::Reopen => Command::Reopen {
            why: words(&story.why)?,
        },
        Action::Withdraw => Command::Withdraw {
            why: words(&story.why)?,
        },
    }))
}

/// Saves every page on which something is changed. A page is posted whole.
async fn edit(portal: &Portal, story: &Story, filing: &Filing) -> Result<(), NotSeeded> {
    let (edits, mut version) = (story.edits(), filing.version);
    for page in Section::ALL {
        if edits.keys().all(|field| field.section() != page) {
            continue;
        }
        let mut posted: BTreeMap<_, _> = page
            .fields(Instalment::Notification)
            .map(|field| (field, filing.draft.typed(field)))
            .collect();
        posted.extend(
            edits
                .iter()
                .filter(|(field, _)| field.section() == page)
                .map(|(f, typed)| (*f, typed.clone())),
        );
        portal
            .save(&filing.reference, page, version, portal.form_key(), posted)
            .await?;
        version = version.next();
    }
    Ok(())
}
