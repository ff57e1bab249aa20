//! What people do with filings: open one, save a page, choose between two versions, give a command, note something.

use super::{
    Portal,
    ports::{Beside, FilingsOf, Kept, Receipt},
};
use crate::error::PortalError;
use domain::{
    draft::{Draft, Typed},
    filing::{Edited, Filing, Note},
    form::{Field, Instalment, Section},
    ids::{FilingKind, FilingReference, FormKey, Version},
    incident::Incident,
    lifecycle::{Action, Command},
    policy::{self, Refusal},
    report::Report,
    state::StateCode,
};
use std::collections::{BTreeMap, BTreeSet};

/// The fields of one page, as posted.
pub type Posted = BTreeMap<Field, Typed>;

/// How often a save is merged anew when others keep saving at the same moment.
const ATTEMPTS: usize = 5;

impl Portal {
    /// Filings about this matter, as they are stored.
    pub(super) fn filings_of<M: Kept>(&self) -> &dyn FilingsOf<M> {
        M::kept_in(self.store())
    }

    /// The State the visitor drafts for.
    pub(super) async fn drafts_for(&self) -> Result<StateCode, PortalError> {
        let actor = self.actor()?;
        match actor.side.state() {
            Some(state) if policy::may_open(actor) => Ok(*state),
            _ => Err(self.denied("open", Refusal::NotYours, actor.id.to_string()).await),
        }
    }

    /// Open an empty draft.
    ///
    /// # Errors
    /// Where the visitor drafts for no State.
    pub async fn open(&self, key: FormKey) -> Result<Receipt, PortalError> {
        self.open_with(key, Draft::default()).await
    }

    pub(super) async fn open_with(&self, key: FormKey, draft: Draft) -> Result<Receipt, PortalError> {
        let state = self.drafts_for().await?;
        let posting = self.posting(key, Version::default())?;
        self.once(key, async {
            let (incidents, terms) = (self.filings_of::<Incident>(), Instalment::Notification);
            let filing = incidents.open(&state, terms, draft, self.actor()?, posting).await?;
            Ok(Receipt::Opened(filing.reference))
        })
        .await
    }

    /// The filing, where it exists for the visitor.
    pub(crate) async fn reachable<M: Kept>(&self, reference: &FilingReference) -> Result<Filing<M>, PortalError> {
        let actor = self.actor()?;
        match self.filings_of::<M>().filing(reference, &actor.scope()).await? {
            Some(filing) if policy::sees(actor, &filing) => Ok(filing),
            _ => Err(self.denied("read", Refusal::Hidden, reference.to_string()).await),
        }
    }

    /// Keep what was typed on a page of the form, whatever it is. `seen` is the version the page was drawn from.
    ///
    /// # Errors
    /// Where the visitor may not edit this filing, or not now; the next page of the filing [gives it
    /// back](super::given_back) then.
    pub async fn save(
        &self,
        reference: &FilingReference,
        page: Section,
        seen: Version,
        key: FormKey,
        posted: Posted,
    ) -> Result<Receipt, PortalError> {
        let attempts = async {
            for _ in 0..ATTEMPTS {
                match self.save_over(reference, page, seen, key, &posted).await {
                    Err(PortalError::Stale) => {}
                    done => return done,
                }
            }
            Err(PortalError::Stale)
        };
        let done = self.once(key, attempts).await;
        if let Err(PortalError::Refused(_) | PortalError::Stale) = done {
            self.keep_unsaved(reference, seen, &posted).await?;
        }
        done
    }

    async fn save_over(
        &self,
        reference: &FilingReference,
        page: Section,
        seen: Version,
        key: FormKey,
        posted: &Posted,
    ) -> Result<Receipt, PortalError> {
        let filing = self.reachable(reference).await?;
        let base = self.drawn_from(&filing, seen).await?;
        let edited = self.edit(&filing, &base, page, posted.clone()).await?;
        let merged = &edited.merged;
        let both = posted.iter().filter(|(field, _)| merged.both_changed.contains(field));
        let answers: Posted = both.map(|(field, typed)| (*field, typed.clone())).collect();
        let to_choose = !answers.is_empty();
        let posting = self.posting(key, filing.version)?;
        let receipt = Receipt::Saved {
            reference: reference.clone(),
            page,
            classified: merged.classified.clone(),
            oversized: merged.oversized.clone(),
            to_choose,
        };
        let beside = to_choose.then_some(Beside {
            by: posting.by,
            at: posting.at,
            page,
            answers,
        });
        let incidents = self.filings_of::<Incident>();
        incidents.save(&edited, beside.as_ref(), &receipt, posting).await?;
        Ok(receipt)
    }

    pub(super) async fn drawn_from<M: Kept>(&self, filing: &Filing<M>, seen: Version) -> Result<M::Draft, PortalError> {
        if seen == filing.version {
            return Ok(filing.draft.clone());
        }
        self.filings_of::<M>()
            .draft_at(filing.id, seen)
            .await?
            .ok_or(PortalError::Malformed)
    }

    async fn edit(&self, filing: &Filing, base: &Draft, page: Section, posted: Posted) -> Result<Edited, PortalError> {
        match filing.edit(base, page, posted, self.actor()?) {
            Ok(edited) => Ok(edited),
            Err(refusal) => Err(self
                .denied(Action::Edit.code(), refusal, filing.reference.to_string())
                .await),
        }
    }

    /// Choose, field by field, what was kept beside the draft; what is not chosen stays as it is.
    ///
    /// # Errors
    /// Where the visitor may not edit this filing, or it changed since the page was drawn.
    pub async fn choose(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        chosen: &BTreeSet<Field>,
    ) -> Result<Receipt, PortalError> {
        self.once(key, async {
            let filing = self.reachable::<Incident>(reference).await?;
            if filing.version != seen {
                return Err(PortalError::Stale);
            }
            let kept = self.filings_of::<Incident>().beside(filing.id).await?;
            let page = kept.last().map_or(Section::Notice, |beside| beside.page);
            let answers = kept.into_iter().flat_map(|beside| beside.answers);
            let answers = answers.filter(|(field, _)| chosen.contains(field)).collect();
            let edited = match filing.replace(answers, self.actor()?) {
                Ok(edited) => edited,
                Err(refusal) => return Err(self.denied(Action::Edit.code(), refusal, reference.to_string()).await),
            };
            let receipt = Receipt::Saved {
                reference: reference.clone(),
                page,
                classified: BTreeSet::new(),
                oversized: BTreeSet::new(),
                to_choose: false,
            };
            let posting = self.posting(key, seen)?;
            self.filings_of().settle(&edited, &receipt, posting).await?;
            Ok(receipt)
        })
        .await
    }

    /// Carry out a command: load, decide, commit. Nothing else changes a filing's stage.
    ///
    /// # Errors
    /// The refusal; [`PortalError::Stale`] where somebody wrote since the page was drawn.
    pub async fn perform(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        command: Command,
    ) -> Result<Receipt, PortalError> {
        match reference.kind {
            FilingKind::Incident => self.perform_on::<Incident>(reference, seen, key, command).await,
            FilingKind::Report => self.perform_on::<Report>(reference, seen, key, command).await,
        }
    }

    async fn perform_on<M: Kept>(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        command: Command,
    ) -> Result<Receipt, PortalError> {
        let action = command.action();
        let posting = self.posting(key, seen)?;
        self.once(key, async {
            let filing = self.reachable::<M>(reference).await?;
            let decided = match filing.decide(command, self.actor()?, posting.at) {
                Ok(decided) => decided,
                Err(refusal) => return Err(self.denied(action.code(), refusal, reference.to_string()).await),
            };
            if filing.version != seen {
                return Err(PortalError::Stale);
            }
            let receipt = Receipt::Done {
                reference: reference.clone(),
                action,
            };
            self.filings_of::<M>().commit(&decided, &receipt, posting).await?;
            Ok(receipt)
        })
        .await
    }

    /// Write an internal note of the secretariat.
    ///
    /// # Errors
    /// Where the visitor is not of the secretariat.
    pub async fn note(&self, reference: &FilingReference, key: FormKey, note: &Note) -> Result<Receipt, PortalError> {
        match reference.kind {
            FilingKind::Incident => self.note_on::<Incident>(reference, key, note).await,
            FilingKind::Report => self.note_on::<Report>(reference, key, note).await,
        }
    }

    async fn note_on<M: Kept>(
        &self,
        reference: &FilingReference,
        key: FormKey,
        note: &Note,
    ) -> Result<Receipt, PortalError> {
        self.once(key, async {
            let filing = self.reachable::<M>(reference).await?;
            if let Err(refusal) = policy::may_note(self.actor()?, &filing) {
                return Err(self.denied("note", refusal, reference.to_string()).await);
            }
            let receipt = Receipt::Noted(reference.clone());
            self.store()
                .add_note(filing.id, note, &receipt, self.posting(key, filing.version)?)
                .await?;
            Ok(receipt)
        })
        .await
    }
}
