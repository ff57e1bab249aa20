//! A filing, and the two things that can happen to it: its draft is edited, or a command is decided.
//!
//! Both are pure: they take the filing, who acts, what they want and what time it is, and return the new filing with
//! everything that must be written together with it, or a refusal. Nothing else in the portal changes a filing.
//!
//! A filing is about an incident or a cycle's progress ([`Matter`]); all that is said here holds for both.

use crate::{
    draft::{Draft, Merged, Typed},
    form::{Field, Instalment, Section},
    ids::{FilingId, FilingReference, PersonId, Timestamp, Version},
    incident::Incident,
    letter,
    lifecycle::{Action, Command, Stage, StageName},
    marking::Audience,
    matter::Matter,
    people::Actor,
    policy::{self, Refusal},
    publication::PublicationChange,
    timeline::Entry,
};
use std::collections::{BTreeMap, BTreeSet};

pub use crate::{
    decision::{Decided, Edited},
    note::{Hash, NOTE_MAX, Note, Question},
    submission::Submission,
};

/// What a State files, at any stage: an incident notification, unless another matter is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing<M: Matter = Incident> {
    /// Its id.
    pub id: FilingId,
    /// Its name between the State and the secretariat; its State is in it.
    pub reference: FilingReference,
    /// Under which terms it is filed: of an incident, which instalment it is.
    pub terms: M::Terms,
    /// 1 for the original. A correction walks the same path as the next revision while this one stays public.
    pub revision: u32,
    /// How often it was written.
    pub version: Version,
    /// Where it stands.
    pub stage: Stage,
    /// Since when it stands there.
    pub since: Timestamp,
    /// When the draft was opened.
    pub opened: Timestamp,
    /// When the national authority first let it out: the age the secretariat's queue counts from.
    pub first_approved: Option<Timestamp>,
    /// Who changed the draft since it was last approved.
    pub drafters: BTreeSet<PersonId>,
    /// What was typed.
    pub draft: M::Draft,
    /// What was last let out of the State.
    pub submission: Option<Submission<M>>,
}

impl Filing {
    /// A new incident notification of the actor's State.
    pub fn open(id: FilingId, reference: FilingReference, draft: Draft, actor: &Actor, now: Timestamp) -> Self {
        Self::begin(id, reference, Instalment::Notification, draft, actor, now)
    }

    /// Save one page of the form.
    ///
    /// # Errors
    /// Where the actor may not edit, or not now.
    pub fn edit(
        &self,
        base: &Draft,
        page: Section,
        posted: BTreeMap<Field, Typed>,
        actor: &Actor,
    ) -> Result<Edited, Refusal> {
        self.edit_with(actor, |draft| draft.with_page(base, page, posted))
    }
}

impl<M: Matter> Filing<M> {
    /// A new draft of the actor's State, under these terms.
    pub fn begin(
        id: FilingId,
        reference: FilingReference,
        terms: M::Terms,
        draft: M::Draft,
        actor: &Actor,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            reference,
            terms,
            revision: 1,
            version: Version::default(),
            stage: Stage::Draft,
            since: now,
            opened: now,
            first_approved: None,
            drafters: BTreeSet::from([actor.id]),
            draft,
            submission: None,
        }
    }

    /// Whether nobody else wrote in what awaits approval.
    pub fn is_drafted_alone_by(&self, person: PersonId) -> bool {
        self.drafters.len() == 1 && self.drafters.contains(&person)
    }

    /// Whom the State wants to read what it submitted.
    pub fn audience(&self) -> Option<Audience> {
        Some(self.submission.as_ref()?.content.audience())
    }

    /// The disclosure of what was last submitted.
    pub fn disclosure(&self) -> Option<M::Disclosure> {
        self.submission
            .as_ref()
            .map(|submission| submission.content.release(&self.reference.state))
    }

    /// The stage as this person may know it.
    pub fn stage_for(&self, actor: &Actor) -> StageName {
        self.stage.name().known_to(&actor.side)
    }

    /// Whether what was typed may differ from what was submitted.
    pub const fn is_being_written(&self) -> bool {
        matches!(
            self.stage,
            Stage::Draft
                | Stage::AwaitingApproval
                | Stage::ClarificationAsked { .. }
                | Stage::AnswerAwaitingApproval { .. }
        )
    }

    /// The filing with nothing this person may not know: no word of a State reaches the secretariat without its
    /// approver, so the draft, who wrote it and an answer that awaits approval are taken out.
    #[must_use]
    pub fn seen_by(mut self, actor: &Actor) -> Self {
        if policy::may_read_draft(actor, &self) {
            return self;
        }
        self.draft = M::Draft::default();
        self.drafters.clear();
        if let Stage::AnswerAwaitingApproval { reviewer, question, .. } = self.stage {
            self.stage = Stage::ClarificationAsked { reviewer, question };
        }
        self
    }

    /// What of it was typed and stands in no one's way, as its audience would read it.
    pub fn complete(&self, now: Timestamp) -> Option<M> {
        M::complete(&self.draft, &self.terms, now)
    }

    /// Put these answers into the draft as they are: what somebody chose between two versions.
    ///
    /// # Errors
    /// Where the actor may not edit, or not now.
    pub fn replace(&self, answers: BTreeMap<M::Place, M::Typed>, actor: &Actor) -> Result<Edited<M>, Refusal> {
        self.edit_with(actor, |draft| {
            let mut draft = draft.clone();
            M::put(&mut draft, answers);
            Merged::of(draft)
        })
    }

    /// Change the draft.
    ///
    /// # Errors
    /// Where the actor may not edit, or not now.
    pub fn edit_with(&self, actor: &Actor, change: impl FnOnce(&M::Draft) -> Merged<M>) -> Result<Edited<M>, Refusal> {
        self.admit_edit(actor)?;
        Ok(self.edited(change(&self.draft), actor))
    }

    fn admit_edit(&self, actor: &Actor) -> Result<(), Refusal> {
        policy::may(actor, Action::Edit, self)?;
        if self.stage.admits(Action::Edit) {
            Ok(())
        } else {
            Err(Refusal::NotNow {
                stage: self.stage.name(),
            })
        }
    }

    fn edited(&self, merged: Merged<M>, actor: &Actor) -> Edited<M> {
        let changed = merged.draft != self.draft;
        let mut filing = self.clone();
        if changed {
            filing.draft = merged.draft.clone();
            filing.drafters.insert(actor.id);
        }
        Edited {
            filing,
            merged,
            changed,
        }
    }

    /// Carry out a command: policy, then lifecycle, then content, then what is written and told.
    ///
    /// # Errors
    /// The first reason why not.
    pub fn decide(&self, command: Command, actor: &Actor, now: Timestamp) -> Result<Decided<M>, Refusal> {
        policy::may(actor, command.action(), self)?;
        let mut filing = self.clone();
        filing.stage = self.stage.after(&command, actor.id)?;
        M::admits(&self.terms, &command, self.first_approved.is_none(), now)?;
        filing.since = now;
        let submission = filing.settle_content(&command, actor, now)?;
        let publication = match (&command, &self.stage) {
            (Command::Publish { .. }, _) => filing.disclosure().map(Box::new).map(PublicationChange::Publish),
            (Command::Withdraw { .. }, Stage::Published { .. }) => Some(PublicationChange::Withdraw),
            _ => None,
        };
        let entry = Entry::of(self, &command, &filing.stage, actor, now);
        let letters = letter::after(&command, &filing);
        Ok(Decided {
            filing,
            entry,
            submission,
            publication,
            letters,
        })
    }

    /// What a command demands of the content, and the snapshot where it makes one.
    fn settle_content(
        &mut self,
        command: &Command,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Option<Submission<M>>, Refusal> {
        match command {
            Command::Send | Command::Answer { .. } => {
                self.complete(now).ok_or(Refusal::Incomplete)?;
                self.drafters
                    .extend(matches!(command, Command::Answer { .. }).then_some(actor.id));
                Ok(None)
            }
            Command::Approve { seen } => {
                let submission = self.snapshot(seen, actor, now)?;
                self.first_approved = self.first_approved.or(Some(now));
                self.drafters.clear();
                self.submission = Some(submission.clone());
                Ok(Some(submission))
            }
            Command::Publish { seen }
                if self
                    .disclosure()
                    .is_none_or(|disclosure| M::fingerprint(&disclosure) != *seen) =>
            {
                Err(Refusal::DisclosureChanged)
            }
            _ => Ok(None),
        }
    }

    fn snapshot(&self, seen: &Hash, actor: &Actor, now: Timestamp) -> Result<Submission<M>, Refusal> {
        let content = self.complete(now).ok_or(Refusal::Incomplete)?;
        let disclosure = M::fingerprint(&content.release(&self.reference.state));
        if disclosure != *seen {
            return Err(Refusal::DisclosureChanged);
        }
        let hash = Hash::of(&serde_json::to_vec(&content).unwrap_or_default());
        let number = self.submission.as_ref().map_or(0, |before| before.number) + 1;
        Ok(Submission {
            number,
            content,
            approved_by: actor.id,
            at: now,
            hash,
            disclosure,
        })
    }
}
