//! What the pages of filings show: each a value with everything on the page and nothing its reader may not know.
//!
//! What a reader may not know is left out here, before a page gets it, so that no page has to think of it.

use super::{
    Portal,
    notes::GivenBack,
    ports::{InternalNote, Kept, NamedEntry},
    public::StateNames,
};
use crate::error::PortalError;
use domain::{
    draft::Source,
    filing::{Filing, Hash, Question, Submission},
    guard::{self, Mention},
    ids::{FilingReference, FormKey, PersonId, PublicationReference, Timestamp, Version},
    incident::Incident,
    lifecycle::{Action, StageName},
    matter::Matter,
    people::{Actor, Side},
    policy::{self, Refusal},
    publication::Disclosure,
    state::State,
    timeline::{Entry, Office},
};

/// Where a filing stands for its reader, and what they may do: the same on every filing's page.
pub struct Standing {
    /// Its name.
    pub reference: FilingReference,
    /// The version its forms are drawn from.
    pub version: Version,
    /// Its State.
    pub state: State,
    /// Where it stands, as its reader may know it.
    pub stage: StageName,
    /// What waits for an answer, or for the approval of one.
    pub question: Option<Question>,
    /// What the reader may do now.
    pub offered: Vec<Action>,
    /// Whether the reader is of its State: who reads the draft and the names of colleagues.
    pub is_own: bool,
    /// SHA-256 of what its audience would read, which approver and publisher confirm. None while incomplete.
    pub fingerprint: Option<Hash>,
    /// What happened, oldest first.
    pub timeline: Vec<EntrySeen>,
    /// The secretariat's notes; empty for a State.
    pub notes: Vec<InternalNote>,
    /// Whether the reader may write such notes.
    pub may_note: bool,
    /// What the reader wrote for it when that was last refused.
    pub given_back: Option<GivenBack>,
    /// Names of States.
    pub names: StateNames,
    /// For the forms on the page: one act each, so one key serves all.
    pub key: FormKey,
    /// Whom the forms on the page are drawn for.
    pub by: PersonId,
    /// What time it is.
    pub now: Timestamp,
}

/// An incident notification on its page.
pub struct FilingSeen {
    /// The filing as its reader may know it: for the secretariat without the draft.
    pub filing: Filing,
    /// Where it stands, and what may be done.
    pub standing: Standing,
    /// What the State says: of the draft while it is being written, of the submission otherwise. None while incomplete.
    pub incident: Option<Incident>,
    /// What its audience would read of that.
    pub disclosure: Option<Disclosure>,
    /// What was submitted before the last submission.
    pub previous: Option<Submission>,
    /// Its public reference, once published.
    pub publication: Option<PublicationReference>,
    /// Names of others in text meant for release.
    pub mentions: Vec<Mention>,
}

/// A timeline entry as its reader may know it.
pub struct EntrySeen {
    /// The entry.
    pub entry: Entry,
    /// The name of who did it, or none where the reader is of the other side and reads the office.
    pub name: Option<String>,
}

impl Portal {
    /// An incident notification on its page.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it does not exist for the visitor.
    pub async fn filing(&self, reference: &FilingReference) -> Result<FilingSeen, PortalError> {
        let filing = self.reachable::<Incident>(reference).await?;
        let incident = said(&filing, self.actor()?, self.now());
        let disclosure = incident.as_ref().map(|incident| incident.release(&reference.state));
        let standing = self.standing(&filing, disclosure.as_ref()).await?;
        let mentions = disclosure
            .as_ref()
            .map(|disclosure| mentions(disclosure, standing.names.values()))
            .unwrap_or_default();
        Ok(FilingSeen {
            previous: self.previous(&filing).await?,
            publication: self.store().publication_of(filing.id).await?,
            filing: filing.seen_by(self.actor()?),
            standing,
            incident,
            disclosure,
            mentions,
        })
    }

    /// Where a filing stands for the visitor. `disclosure` is what its audience would read.
    pub(super) async fn standing<M: Kept>(
        &self,
        filing: &Filing<M>,
        disclosure: Option<&M::Disclosure>,
    ) -> Result<Standing, PortalError> {
        let actor = self.actor()?;
        let (reference, names) = (filing.reference.clone(), self.state_names().await?);
        let may_note = policy::may_note(actor, filing).is_ok();
        Ok(Standing {
            version: filing.version,
            state: names.get(&reference.state).cloned().ok_or(PortalError::Unavailable)?,
            stage: filing.stage_for(actor),
            question: filing.stage.question().cloned(),
            offered: policy::offered(actor, filing),
            is_own: actor.side.state().is_some(),
            fingerprint: disclosure.map(M::fingerprint),
            timeline: self.timeline(filing, actor).await?,
            notes: if may_note {
                self.store().notes(filing.id).await?
            } else {
                Vec::new()
            },
            may_note,
            given_back: self.given_back(&reference).await?,
            names,
            key: self.form_key(),
            by: actor.id,
            now: self.now(),
            reference,
        })
    }

    /// What was submitted before the last submission.
    pub(super) async fn previous<M: Kept>(&self, filing: &Filing<M>) -> Result<Option<Submission<M>>, PortalError> {
        let Some(latest) = filing.submission.as_ref().filter(|latest| latest.number > 1) else {
            return Ok(None);
        };
        let all = self.filings_of::<M>().submissions(filing.id).await?;
        Ok(all
            .into_iter()
            .find(|submission| submission.number + 1 == latest.number))
    }

    async fn timeline<M: Kept>(&self, filing: &Filing<M>, actor: &Actor) -> Result<Vec<EntrySeen>, PortalError> {
        let all = self.store().timeline(filing.id).await?;
        let seen = |NamedEntry { entry, name }: NamedEntry| {
            let entry = entry.seen_by(actor)?;
            let own_side = match (&entry.office, &actor.side) {
                (Office::State(one), Side::State { state, .. }) => one == state,
                (Office::Secretariat, Side::Secretariat(_)) => true,
                _ => false,
            };
            let name = own_side.then_some(name);
            Some(EntrySeen { entry, name })
        };
        Ok(all.into_iter().filter_map(seen).collect())
    }

    /// What an import took and left out; only people of its State read it.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there was no import, or the visitor is not of the State.
    pub async fn source(&self, reference: &FilingReference) -> Result<(Filing, Source), PortalError> {
        let filing = self.reachable::<Incident>(reference).await?;
        if !policy::may_read_draft(self.actor()?, &filing) {
            return Err(self.denied("read", Refusal::Hidden, reference.to_string()).await);
        }
        let source = filing.draft.source.clone().ok_or(PortalError::NotFound)?;
        Ok((filing, source))
    }

    /// A submission with its filing, for the acknowledgement.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is none of this number.
    pub async fn submission<M: Kept>(
        &self,
        reference: &FilingReference,
        number: u32,
    ) -> Result<(Filing<M>, Submission<M>), PortalError> {
        let filing = self.reachable::<M>(reference).await?.seen_by(self.actor()?);
        let all = self.filings_of::<M>().submissions(filing.id).await?;
        let submission = all.into_iter().find(|submission| submission.number == number);
        Ok((filing, submission.ok_or(PortalError::NotFound)?))
    }
}

/// What the State says at the moment: its people read the draft while it is being written.
pub(super) fn said<M: Kept>(filing: &Filing<M>, reader: &Actor, now: Timestamp) -> Option<M> {
    if policy::may_read_draft(reader, filing) && filing.is_being_written() {
        return filing.complete(now);
    }
    filing.submission.as_ref().map(|submission| submission.content.clone())
}

fn mentions<'a>(disclosure: &Disclosure, states: impl Iterator<Item = &'a State>) -> Vec<Mention> {
    let states: Vec<_> = states.cloned().collect();
    let texts = disclosure.texts().into_iter();
    texts
        .flat_map(|text| guard::names_others(text, disclosure.state, &states))
        .collect()
}
