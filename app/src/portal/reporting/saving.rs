//! What drafters save of a report: the choices that concern the whole, the answers of a section, and what they chose
//! between two versions.
//!
//! As with a notification, nothing that can be kept is refused: what only one of two people changed is taken from that
//! one, what both changed differently is kept beside the draft until somebody chooses, and what carries a classification
//! marking is stored nowhere.

use super::whole::Whole;
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{Beside, Receipt},
    },
};
use domain::{
    draft::Merged,
    filing::{Edited, Filing},
    ids::{FilingReference, FormKey, Version},
    lifecycle::Action,
    policy::Refusal,
    questionnaire::{Depth, QuestionId, SectionId},
    report::{Confirmation, Posted, Report, ReportDraft, TypedAnswer},
};
use std::collections::{BTreeMap, BTreeSet};

/// The answers of one section, as posted.
pub type Answered = BTreeMap<QuestionId, Posted>;

/// How often a save is merged anew when others keep saving at the same moment.
const ATTEMPTS: usize = 5;

/// One section, as posted.
#[derive(Clone, Debug)]
pub struct Section {
    /// Which.
    pub id: SectionId,
    /// What was typed.
    pub answers: Answered,
    /// Whether every answer of last year that is still as it was is said to stand.
    pub all_stand: bool,
}

/// How much the form asks while it is written: of a draft without a tier, everything.
pub fn depth(draft: &ReportDraft) -> Depth {
    draft.depth().unwrap_or(Depth::Full)
}

/// The questions a section of this draft asks; none where it does not exist, or asks this State nothing.
fn questions_of(filing: &Filing<Report>, draft: &ReportDraft, section: &SectionId) -> Option<BTreeSet<QuestionId>> {
    let terms = &filing.terms;
    let section = terms.questionnaire.section(section)?;
    let asked = section
        .questions
        .iter()
        .filter(|question| question.is_asked(depth(draft), &terms.about));
    let ids: BTreeSet<_> = asked.map(|question| question.id.clone()).collect();
    (!ids.is_empty()).then_some(ids)
}

impl Portal {
    /// The questions a section of this draft asks.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there are none. That is in the audit log, as for everything that is asked for and
    /// does not exist for whoever asks.
    pub(super) async fn asked_in(
        &self,
        filing: &Filing<Report>,
        draft: &ReportDraft,
        section: &SectionId,
    ) -> Result<BTreeSet<QuestionId>, PortalError> {
        match questions_of(filing, draft, section) {
            Some(asked) => Ok(asked),
            None => Err(self.denied("read", Refusal::Hidden, filing.reference.to_string()).await),
        }
    }

    /// Keep the choices that concern the whole. Where somebody else chose otherwise meanwhile, the later choice counts.
    ///
    /// # Errors
    /// Where the visitor may not edit this report, or not now.
    pub async fn save_whole(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        whole: &Whole,
    ) -> Result<Receipt, PortalError> {
        let attempts = async {
            for _ in 0..ATTEMPTS {
                match self.save_whole_over(reference, seen, key, whole).await {
                    Err(PortalError::Stale) => {}
                    done => return done,
                }
            }
            Err(PortalError::Stale)
        };
        self.once(key, attempts).await
    }

    async fn save_whole_over(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        whole: &Whole,
    ) -> Result<Receipt, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        let base = self.drawn_from(&filing, seen).await?;
        let edited = self
            .edited(&filing, |draft| Merged::of(whole.over(draft, &base)))
            .await?;
        let receipt = answered(reference, None, &edited.merged);
        let posting = self.posting(key, filing.version)?;
        let reports = self.filings_of::<Report>();
        reports.save(&edited, None, &receipt, posting).await?;
        Ok(receipt)
    }

    /// Keep what was typed in a section, whatever it is. `seen` is the version its page was drawn from.
    ///
    /// # Errors
    /// Where the visitor may not edit this report, or not now; its next page [gives back](super::unsaved) what was typed.
    pub async fn save_section(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        section: &Section,
    ) -> Result<Receipt, PortalError> {
        let attempts = async {
            for _ in 0..ATTEMPTS {
                match self.save_section_over(reference, seen, key, section).await {
                    Err(PortalError::Stale) => {}
                    done => return done,
                }
            }
            Err(PortalError::Stale)
        };
        let done = self.once(key, attempts).await;
        if let Err(PortalError::Refused(_) | PortalError::Stale) = done {
            self.keep_unsaved_answers(reference, seen, &section.answers).await?;
        }
        done
    }

    async fn save_section_over(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        section: &Section,
    ) -> Result<Receipt, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        let base = self.drawn_from(&filing, seen).await?;
        let asked = self.asked_in(&filing, &base, &section.id).await?;
        self.may_write_section(&filing, &section.id).await?;
        let posting = self.posting(key, filing.version)?;
        let by = Confirmation {
            by: posting.by,
            at: posting.at,
        };
        let edited = self
            .edited(&filing, |draft| {
                let mut merged = draft.with_page(&base, asked.clone(), section.answers.clone(), by);
                if let (true, Some(last)) = (section.all_stand, &filing.terms.last) {
                    merged.draft = merged.draft.confirming(&asked, last, by);
                }
                merged
            })
            .await?;
        let beside = beside(&filing, &edited.merged, &section.answers, by);
        let receipt = answered(reference, Some(section.id.clone()), &edited.merged);
        let reports = self.filings_of::<Report>();
        reports.save(&edited, beside.as_ref(), &receipt, posting).await?;
        if edited.changed {
            self.store().not_done(filing.id, &section.id).await?;
        }
        Ok(receipt)
    }

    /// Choose, answer by answer, what was kept beside the draft; what is not chosen stays as it is.
    ///
    /// # Errors
    /// Where the visitor may not edit this report, or it changed since the page was drawn.
    pub async fn choose_answers(
        &self,
        reference: &FilingReference,
        seen: Version,
        key: FormKey,
        chosen: &BTreeSet<QuestionId>,
    ) -> Result<Receipt, PortalError> {
        self.once(key, async {
            let filing = self.reachable::<Report>(reference).await?;
            if filing.version != seen {
                return Err(PortalError::Stale);
            }
            let kept = self.filings_of::<Report>().beside(filing.id).await?;
            let page = kept.last().map(|beside| beside.page.clone());
            let answers = kept.into_iter().flat_map(|beside| beside.answers);
            let answers: BTreeMap<_, _> = answers.filter(|(id, _)| chosen.contains(id)).collect();
            let edited = self
                .edited(&filing, |draft| {
                    let mut draft = draft.clone();
                    draft.answers.extend(answers);
                    Merged::of(draft)
                })
                .await?;
            let receipt = answered(reference, page, &edited.merged);
            let posting = self.posting(key, seen)?;
            self.filings_of::<Report>().settle(&edited, &receipt, posting).await?;
            Ok(receipt)
        })
        .await
    }

    /// What becomes of the report by this change, where the visitor may make one now.
    pub(super) async fn edited(
        &self,
        filing: &Filing<Report>,
        change: impl FnOnce(&ReportDraft) -> Merged<Report> + Send,
    ) -> Result<Edited<Report>, PortalError> {
        match filing.edit_with(self.actor()?, change) {
            Ok(edited) => Ok(edited),
            Err(refusal) => {
                let on = filing.reference.to_string();
                Err(self.denied(Action::Edit.code(), refusal, on).await)
            }
        }
    }
}

/// What both changed, as it is kept beside the draft until somebody chooses; none where there is nothing to choose.
pub(super) fn beside(
    filing: &Filing<Report>,
    merged: &Merged<Report>,
    posted: &Answered,
    by: Confirmation,
) -> Option<Beside<Report>> {
    let both = &merged.both_changed;
    let page = filing.terms.questionnaire.section_of(both.first()?)?;
    let answers = both.iter().map(|id| (id.clone(), typed(posted.get(id), by)));
    Some(Beside {
        by: by.by,
        at: by.at,
        page: page.id.clone(),
        answers: answers.collect(),
    })
}

/// What was posted, as it would be stored.
fn typed(posted: Option<&Posted>, by: Confirmation) -> TypedAnswer {
    let Posted { answer, confirmed } = posted.cloned().unwrap_or_default();
    let mut evidence = answer.evidence;
    evidence.retain(|link| !link.trim().is_empty());
    TypedAnswer {
        value: answer.value.with_plain_line_ends(),
        audience: answer.audience,
        evidence,
        confirmed: confirmed.then_some(by),
    }
}

/// That answers were saved.
pub(super) fn answered(reference: &FilingReference, section: Option<SectionId>, merged: &Merged<Report>) -> Receipt {
    Receipt::Answered {
        reference: reference.clone(),
        section,
        classified: merged.classified.clone(),
        oversized: merged.oversized.clone(),
        to_choose: !merged.both_changed.is_empty(),
    }
}
