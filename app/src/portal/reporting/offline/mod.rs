//! A report that is filled in away from the portal: its form as a file, and what becomes of a file that comes back.
//!
//! Nothing changes by bringing a file back. What could be read of it [waits](brought), for the person who brought it and
//! for nobody else, until they have seen [what it would change](changes) and said yes or no. What is compared is always
//! the draft of that moment; if it changes after the page was drawn, the page is drawn anew.
//!
//! Ministries fill in their sections side by side, each in a copy of its own, while others write in the portal. So a file
//! says of which version of the draft it was made, and what still says the same as that one, nobody touched: it stays as it
//! is by now. What changed in both, somebody chooses, as where two people save the same page.
//!
//! The same rules hold as for a section saved by hand: what is wrong is kept as typed, what carries a classification
//! marking is kept nowhere, and a section that was given to others is left as it is.

mod brought;
pub mod changes;

use super::{
    saving::{answered, beside, depth},
    writing::Reporting,
};
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{AuditLine, Event, FilledIn, OfflineForm, Receipt, Unread},
    },
};
use brought::Brought;
use changes::{Changes, ChangesSeen};
use domain::{
    draft::Merged,
    filing::Filing,
    ids::{FilingReference, FormKey, PersonId, Version},
    questionnaire::SectionId,
    report::{Confirmation, Report, ReportDraft},
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The name of a file that could not be read, in the session.
const UNREAD: &str = "unread-form";

/// The page from which a form is taken along, and to which it is brought back.
pub struct OfflineSeen {
    /// The report.
    pub filing: Filing<Report>,
    /// Why the last file was not read, where that was not said yet.
    pub unread: Option<Unread>,
    /// Whether what was read of a file waits for a word.
    pub waits: bool,
    /// Whom the form is drawn for.
    pub by: PersonId,
}

/// What came of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameBack {
    /// It was read, and waits.
    Waits,
    /// It was not, and nothing is kept of it but why.
    Unread,
}

/// What a session holds of a file that was not read.
#[derive(Serialize, Deserialize)]
struct NotRead {
    by: PersonId,
    of: FilingReference,
    why: Unread,
}

impl Portal {
    /// The form of this report with what is in its draft, to be taken along.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone but the people of its State.
    pub async fn offline_form(&self, reference: &FilingReference) -> Result<OfflineForm, PortalError> {
        let filing = self.of_own_state(reference).await?;
        self.form_of(&filing).await
    }

    /// The page from which it is taken along, and to which it is brought back.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone who may not read what was typed.
    pub async fn offline_seen(&self, reference: &FilingReference) -> Result<Reporting<OfflineSeen>, PortalError> {
        let filing = match self.writable_report(reference).await? {
            Reporting::Open(filing) => filing,
            Reporting::Closed(closed) => return Ok(Reporting::Closed(closed)),
        };
        Ok(Reporting::Open(OfflineSeen {
            unread: self.unread(reference).await?,
            waits: self.brought(reference).await?.is_some(),
            by: self.actor()?.id,
            filing,
        }))
    }

    /// Bring a file back. What could be read of it waits; nothing else changes.
    ///
    /// # Errors
    /// Where the visitor may not edit this report, or not now.
    pub async fn bring_back(&self, reference: &FilingReference, file: Vec<u8>) -> Result<CameBack, PortalError> {
        let filing = self.editable(reference).await?;
        match self.filled_in(&filing, &file.into()).await? {
            Ok((from, filled)) => {
                self.keep_brought(&Brought::of(reference, from, filled)).await?;
                Ok(CameBack::Waits)
            }
            Err(why) => {
                self.keep_unread(reference, why).await?;
                Ok(CameBack::Unread)
            }
        }
    }

    /// What the file that waits would change in the draft of now; none where nothing waits.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone who may not read what was typed.
    pub async fn offline_changes(
        &self,
        reference: &FilingReference,
    ) -> Result<Reporting<Option<ChangesSeen>>, PortalError> {
        let filing = match self.writable_report(reference).await? {
            Reporting::Open(filing) => filing,
            Reporting::Closed(closed) => return Ok(Reporting::Closed(closed)),
        };
        let Some(brought) = self.brought(reference).await? else {
            return Ok(Reporting::Open(None));
        };
        let base = self.drawn_from(&filing, brought.from).await?;
        Ok(Reporting::Open(Some(ChangesSeen {
            changes: self.changes(&filing, &base, &brought).await?,
            left_out: brought.left_out,
            classified: brought.classified,
            oversized: brought.oversized,
            key: self.form_key(),
            by: self.actor()?.id,
            filing,
        })))
    }

    /// Put what waits into the draft, as the page showed it that was drawn from version `seen`.
    ///
    /// # Errors
    /// Where the visitor may not edit this report, or not now; [`PortalError::Stale`] where the draft changed since, or
    /// nothing waits any more.
    pub async fn take_over(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
    ) -> Result<Receipt, PortalError> {
        self.once(key, async {
            let filing = self.editable(reference).await?;
            let brought = self.brought(reference).await?.ok_or(PortalError::Stale)?;
            if filing.version != seen {
                return Err(PortalError::Stale);
            }
            let base = self.drawn_from(&filing, brought.from).await?;
            let changes = self.changes(&filing, &base, &brought).await?;
            let receipt = self.put_in(&filing, &base, &changes, key).await?;
            self.store().forget_file(self.actor()?.id).await?;
            Ok(receipt)
        })
        .await
    }

    /// Throw away what waits.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone but the people of its State.
    pub async fn throw_away(&self, reference: &FilingReference) -> Result<(), PortalError> {
        self.of_own_state(reference).await?;
        if self.brought(reference).await?.is_some() {
            self.store().forget_file(self.actor()?.id).await?;
        }
        Ok(())
    }

    async fn put_in(
        &self,
        filing: &Filing<Report>,
        base: &ReportDraft,
        changes: &Changes,
        key: FormKey,
    ) -> Result<Receipt, PortalError> {
        let posting = self.posting(key, filing.version)?;
        let by = Confirmation {
            by: posting.by,
            at: posting.at,
        };
        let posted = changes.posted();
        let questions: Vec<_> = posted.keys().cloned().collect();
        let edited = self
            .edited(filing, |draft| draft.with_page(base, questions, posted.clone(), by))
            .await?;
        let beside = beside(filing, &edited.merged, &posted, by);
        let receipt = answered(&filing.reference, None, &edited.merged);
        let reports = self.filings_of::<Report>();
        reports.save(&edited, beside.as_ref(), &receipt, posting).await?;
        for section in changes.sections.keys() {
            self.store().not_done(filing.id, section).await?;
        }
        Ok(receipt)
    }

    /// What would change, in the draft that the form was made of and in the draft of now.
    async fn changes(
        &self,
        filing: &Filing<Report>,
        base: &ReportDraft,
        brought: &Brought,
    ) -> Result<Changes, PortalError> {
        let assignments = self.store().assignments(filing.id, &filing.reference.state).await?;
        let actor = self.actor()?;
        let is_theirs = |section: &SectionId| assignments.may_write(section, actor).is_ok();
        Ok(Changes::of(filing, base, &brought.answers, is_theirs))
    }

    /// What is in the boxes of a file, and of which version of the draft it was made.
    async fn filled_in(
        &self,
        filing: &Filing<Report>,
        file: &Arc<[u8]>,
    ) -> Result<Result<(Version, FilledIn), Unread>, PortalError> {
        let (interchange, form) = (&self.world.interchange, Arc::new(self.form_of(filing).await?));
        let version = match interchange.taken_from(&form, file).await {
            Ok(version) => version,
            Err(why) => return Ok(Err(why)),
        };
        let reports = self.filings_of::<Report>();
        let Some(base) = reports.draft_at(filing.id, version).await? else {
            return Ok(Err(Unread::of_another_draft()));
        };
        let form = OfflineForm {
            draft: base.unsigned(),
            version,
            ..(*form).clone()
        };
        let read = interchange.read(&Arc::new(form), file).await;
        Ok(read.map(|filled| (version, filled)))
    }

    async fn form_of(&self, filing: &Filing<Report>) -> Result<OfflineForm, PortalError> {
        let code = filing.reference.state;
        let state = self.store().state(&code).await?;
        Ok(OfflineForm {
            reference: filing.reference.clone(),
            state_name: state.map_or_else(|| code.to_string(), |state| state.name),
            depth: depth(&filing.draft),
            terms: Arc::clone(&filing.terms),
            draft: filing.draft.unsigned(),
            version: filing.version,
        })
    }

    /// The report, for those who may change it now.
    async fn editable(&self, reference: &FilingReference) -> Result<Filing<Report>, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        self.edited(&filing, |draft| Merged::of(draft.clone())).await?;
        Ok(filing)
    }

    /// Remember, for the next page, why a file was not read; and write it to the audit log.
    async fn keep_unread(&self, of: &FilingReference, why: Unread) -> Result<(), PortalError> {
        let by = self.actor()?.id;
        let event = Event::Denied {
            action: "bring-back".to_owned(),
            refusal: why.code.clone(),
        };
        let line = AuditLine {
            at: self.now(),
            by: Some(by),
            event,
            on: Some(of.to_string()),
        };
        self.store().record(&line).await?;
        let of = of.clone();
        self.set_aside(UNREAD, &NotRead { by, of, why }).await
    }

    /// Why the last file was not read: once.
    async fn unread(&self, of: &FilingReference) -> Result<Option<Unread>, PortalError> {
        let by = self.actor()?.id;
        let kept = self.aside::<NotRead>(UNREAD).await?;
        let Some(kept) = kept.filter(|kept| kept.by == by && kept.of == *of) else {
            return Ok(None);
        };
        self.forget_aside(UNREAD).await?;
        Ok(Some(kept.why))
    }
}
