//! What the pages of filings show: each a value with everything on the page and nothing its reader may not know.
//!
//! What a reader may not know is left out here, before a page gets it, so that no page has to think of it.

use super::{
    Portal,
    notes::GivenBack,
    ports::{InternalNote, NamedEntry},
    public::StateNames,
};
use crate::error::PortalError;
use domain::{
    draft::Source,
    filing::{Filing, Submission},
    guard::{self, Mention},
    ids::{FilingReference, FormKey, PersonId, PublicationReference, Timestamp},
    incident::Incident,
    lifecycle::{Action, StageName},
    people::{Actor, Side},
    policy::{self, Refusal},
    publication::Disclosure,
    state::State,
    timeline::{Entry, Office},
};

/// A filing on its page.
pub struct FilingSeen {
    /// The filing as its reader may know it: for the secretariat without the draft.
    pub filing: Filing,
    /// Its State.
    pub state: State,
    /// Where it stands, as its reader may know it.
    pub stage: StageName,
    /// What the reader may do now.
    pub offered: Vec<Action>,
    /// Whether the reader is of its State: who reads the draft and the names of colleagues.
    pub is_own: bool,
    /// What the State says: of the draft while it is being written, of the submission otherwise. None while incomplete.
    pub incident: Option<Incident>,
    /// What its audience would read of that.
    pub disclosure: Option<Disclosure>,
    /// What was submitted before the last submission.
    pub previous: Option<Submission>,
    /// What happened, oldest first.
    pub timeline: Vec<EntrySeen>,
    /// The secretariat's notes; empty for a State.
    pub notes: Vec<InternalNote>,
    /// Whether the reader may write such notes.
    pub may_note: bool,
    /// What the reader wrote for it when that was last refused.
    pub given_back: Option<GivenBack>,
    /// Its public reference, once published.
    pub publication: Option<PublicationReference>,
    /// Names of others in text meant for release.
    pub mentions: Vec<Mention>,
    /// Names of States.
    pub names: StateNames,
    /// For the forms on the page: one act each, so one key serves all.
    pub key: FormKey,
    /// Whom the forms on the page are drawn for.
    pub by: PersonId,
    /// What time it is.
    pub now: Timestamp,
}

/// A timeline entry as its reader may know it.
pub struct EntrySeen {
    /// The entry.
    pub entry: Entry,
    /// The name of who did it, or none where the reader is of the other side and reads the office.
    pub name: Option<String>,
}

impl Portal {
    /// A filing on its page.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it does not exist for the visitor.
    pub async fn filing(&self, reference: &FilingReference) -> Result<FilingSeen, PortalError> {
        let filing = self.reachable(reference).await?;
        let actor = self.actor()?;
        let (now, is_own) = (self.now(), actor.side.state().is_some());
        let may_note = policy::may_note(actor, &filing).is_ok();
        let incident = said(&filing, is_own, now);
        let disclosure = incident
            .as_ref()
            .map(|incident| Disclosure::of(&filing.reference.state, incident));
        let states = self.store().states().await?;
        let mentions = disclosure
            .as_ref()
            .map(|disclosure| mentions(disclosure, &states))
            .unwrap_or_default();
        let names: StateNames = states.into_iter().map(|state| (state.code, state)).collect();
        Ok(FilingSeen {
            state: names.get(&reference.state).cloned().ok_or(PortalError::Unavailable)?,
            stage: filing.stage_for(actor),
            offered: policy::offered(actor, &filing),
            previous: self.previous(&filing).await?,
            timeline: self.timeline(&filing, actor).await?,
            notes: if may_note {
                self.store().notes(filing.id).await?
            } else {
                Vec::new()
            },
            given_back: self.given_back(reference).await?,
            publication: self.store().publication_of(filing.id).await?,
            key: self.form_key(),
            by: actor.id,
            filing: filing.seen_by(actor),
            incident,
            disclosure,
            mentions,
            names,
            is_own,
            may_note,
            now,
        })
    }

    async fn previous(&self, filing: &Filing) -> Result<Option<Submission>, PortalError> {
        let Some(latest) = filing.submission.as_ref().filter(|latest| latest.number > 1) else {
            return Ok(None);
        };
        let all = self.store().submissions(filing.id).await?;
        Ok(all
            .into_iter()
            .find(|submission| submission.number + 1 == latest.number))
    }

    async fn timeline(&self, filing: &Filing, actor: &Actor) -> Result<Vec<EntrySeen>, PortalError> {
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
        let filing = self.reachable(reference).await?;
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
    pub async fn submission(
        &self,
        reference: &FilingReference,
        number: u32,
    ) -> Result<(Filing, Submission), PortalError> {
        let filing = self.reachable(reference).await?.seen_by(self.actor()?);
        let all = self.store().submissions(filing.id).await?;
        let submission = all.into_iter().find(|submission| submission.number == number);
        Ok((filing, submission.ok_or(PortalError::NotFound)?))
    }
}

/// What the State says at the moment: its people read the draft while it is being written.
fn said(filing: &Filing, is_own: bool, now: Timestamp) -> Option<Incident> {
    if is_own && filing.is_being_written() {
        return filing.draft.complete(filing.instalment, now).ok();
    }
    filing.submission.as_ref().map(|submission| submission.incident.clone())
}

fn mentions(disclosure: &Disclosure, states: &[State]) -> Vec<Mention> {
    let texts = disclosure.texts();
    texts
        .into_iter()
        .flat_map(|text| guard::names_others(text, disclosure.state, states))
        .collect()
}
