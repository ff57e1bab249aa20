//! What the pages show on which a report is written: the whole, a section, the choice between two versions, the check
//! before it is sent.
//!
//! Whoever may read what was typed but not change it (any more) is told so, and given back what they could not save.

use super::{
    inside::InsideSeen,
    reading::{LastReport, ReportSeen},
    unsaved::UnsavedAnswers,
};
use crate::{
    error::PortalError,
    portal::{Portal, notes::GivenBack, ports::Beside},
};
use domain::{
    commitment::Commitments,
    filing::Filing,
    ids::{FilingReference, FormKey, PersonId, Version},
    lifecycle::Action,
    policy::{self, Refusal},
    questionnaire::SectionId,
    report::{Completeness, Issues, On, Report},
};

/// A page on which a report is written.
pub enum Reporting<T> {
    /// For somebody who may change it now.
    Open(T),
    /// For somebody of its State who may not.
    Closed(Box<ClosedReport>),
}

impl<T> Reporting<T> {
    /// Makes another page of it, where it is open.
    pub fn map<U>(self, page: impl FnOnce(T) -> U) -> Reporting<U> {
        match self {
            Self::Open(found) => Reporting::Open(page(found)),
            Self::Closed(closed) => Reporting::Closed(closed),
        }
    }
}

impl<T, E> Reporting<Result<T, E>> {
    /// What went wrong with the page, where it is open and something did.
    ///
    /// # Errors
    /// The page's own.
    pub fn transposed(self) -> Result<Reporting<T>, E> {
        match self {
            Self::Open(found) => found.map(Reporting::Open),
            Self::Closed(closed) => Ok(Reporting::Closed(closed)),
        }
    }
}

/// What is said to somebody of its State who may not change a report.
pub struct ClosedReport {
    /// The report.
    pub filing: Filing<Report>,
    /// Whether it is others who may, rather than nobody.
    pub is_for_others: bool,
    /// What they wrote for it when that was last refused.
    pub given_back: Option<GivenBack>,
    /// What they typed and could not save.
    pub unsaved: UnsavedAnswers,
}

/// What every page of a report's form knows.
pub struct ReportForm {
    /// The filing, with what could not be saved in its boxes again.
    pub filing: Filing<Report>,
    /// The version it is drawn from.
    pub seen: Version,
    /// Everything that stands in the way, anywhere.
    pub issues: Issues,
    /// How much of it is there.
    pub completeness: Completeness,
    /// Whether something waits to be chosen between.
    pub to_choose: bool,
    /// Its last report that has answers.
    pub last: Option<LastReport>,
    /// The catalogue, for the titles of what questions serve.
    pub commitments: Commitments,
    /// What the people of its State keep among themselves.
    pub inside: Option<InsideSeen>,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// Two versions of the same answers.
pub struct AnswersToChoose {
    /// The filing with the newer version.
    pub filing: Filing<Report>,
    /// What was kept beside it.
    pub beside: Vec<Beside<Report>>,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

/// Everything on one page before it is sent.
pub struct ReportCheck {
    /// The report.
    pub seen: ReportSeen,
    /// Everything that stands in the way.
    pub issues: Issues,
    /// How much of it is there.
    pub completeness: Completeness,
    /// Whether something waits to be chosen between.
    pub to_choose: bool,
}

/// Everything that stands in the way of what was typed.
fn issues(filing: &Filing<Report>) -> Issues {
    filing
        .draft
        .complete(&filing.terms.borrowed())
        .err()
        .unwrap_or_default()
}

impl Portal {
    /// The page of the whole: tier, readers, sections.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for anyone who may not read what was typed, as everywhere here.
    pub async fn report_whole(&self, reference: &FilingReference) -> Result<Reporting<ReportForm>, PortalError> {
        match self.writable_report(reference).await? {
            Reporting::Open(filing) => {
                let seen = filing.version;
                Ok(Reporting::Open(self.report_form(filing, seen).await?))
            }
            Reporting::Closed(closed) => Ok(Reporting::Closed(closed)),
        }
    }

    /// A section. What could not be saved of it stands in its boxes again.
    ///
    /// # Errors
    /// As everywhere here; and where there is no such section, or nothing in it is asked.
    pub async fn report_section(
        &self,
        reference: &FilingReference,
        section: &SectionId,
    ) -> Result<Reporting<ReportForm>, PortalError> {
        let mut filing = match self.writable_report(reference).await? {
            Reporting::Open(filing) => filing,
            Reporting::Closed(closed) => return Ok(Reporting::Closed(closed)),
        };
        let asked = self.asked_in(&filing, &filing.draft, section).await?;
        let mut unsaved = self.unsaved_answers(reference).await?;
        unsaved.answers.retain(|question, _| asked.contains(question));
        let seen = if unsaved.answers.is_empty() {
            filing.version
        } else {
            unsaved.seen
        };
        filing.draft.answers.extend(unsaved.answers);
        Ok(Reporting::Open(self.report_form(filing, seen).await?))
    }

    async fn report_form(&self, filing: Filing<Report>, seen: Version) -> Result<ReportForm, PortalError> {
        Ok(ReportForm {
            seen,
            issues: issues(&filing),
            completeness: filing.draft.completeness(&filing.terms.borrowed()),
            to_choose: !self.filings_of::<Report>().beside(filing.id).await?.is_empty(),
            last: self.last_report(&filing).await?,
            commitments: self.store().commitments().await?,
            inside: self.inside(&filing).await?,
            key: self.form_key(),
            by: self.actor()?.id,
            filing,
        })
    }

    /// Two versions of the same answers.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn answers_to_choose(
        &self,
        reference: &FilingReference,
    ) -> Result<Reporting<AnswersToChoose>, PortalError> {
        let filing = match self.writable_report(reference).await? {
            Reporting::Open(filing) => filing,
            Reporting::Closed(closed) => return Ok(Reporting::Closed(closed)),
        };
        Ok(Reporting::Open(AnswersToChoose {
            beside: self.filings_of::<Report>().beside(filing.id).await?,
            key: self.form_key(),
            by: self.actor()?.id,
            filing,
        }))
    }

    /// Everything on one page before it is sent.
    ///
    /// # Errors
    /// As everywhere here.
    pub async fn check_report(&self, reference: &FilingReference) -> Result<Reporting<ReportCheck>, PortalError> {
        let seen = self.report(reference).await?;
        if !seen.standing.offered.contains(&Action::Edit) {
            let given_back = seen.standing.given_back;
            return self.closed_report(seen.filing, given_back).await.map(Reporting::Closed);
        }
        Ok(Reporting::Open(ReportCheck {
            issues: issues(&seen.filing),
            completeness: seen.filing.draft.completeness(&seen.filing.terms.borrowed()),
            to_choose: !self.filings_of::<Report>().beside(seen.filing.id).await?.is_empty(),
            seen,
        }))
    }

    /// Whether something stands in the way in this section, or of the choices that concern the whole where there is none.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where the report does not exist for the visitor.
    pub async fn report_has_issues(
        &self,
        reference: &FilingReference,
        section: Option<&SectionId>,
    ) -> Result<bool, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        let asked = match section {
            Some(section) => Some(self.asked_in(&filing, &filing.draft, section).await?),
            None => None,
        };
        Ok(issues(&filing).iter().any(|issue| match (&issue.on, &asked) {
            (On::Question(question), Some(asked)) => asked.contains(question),
            (On::Question(_), None) => false,
            (On::Tier | On::Since | On::Audience, asked) => asked.is_none(),
        }))
    }

    /// The section after this one that asks something; none after the last.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where the report does not exist for the visitor.
    pub async fn section_after(
        &self,
        reference: &FilingReference,
        section: Option<&SectionId>,
    ) -> Result<Option<SectionId>, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        let sections = filing.draft.completeness(&filing.terms.borrowed()).sections;
        let mut ids = sections.into_iter().map(|(id, _)| id);
        Ok(match section {
            Some(section) => ids.skip_while(|id| id != section).nth(1),
            None => ids.next(),
        })
    }

    /// The report, for those who may change it now.
    pub(super) async fn writable_report(
        &self,
        reference: &FilingReference,
    ) -> Result<Reporting<Filing<Report>>, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        if policy::offered(self.actor()?, &filing).contains(&Action::Edit) {
            Ok(Reporting::Open(filing))
        } else {
            let given_back = self.given_back(reference).await?;
            self.closed_report(filing, given_back).await.map(Reporting::Closed)
        }
    }

    async fn closed_report(
        &self,
        filing: Filing<Report>,
        given_back: Option<GivenBack>,
    ) -> Result<Box<ClosedReport>, PortalError> {
        if !policy::may_read_draft(self.actor()?, &filing) {
            let on = filing.reference.to_string();
            return Err(self.denied(Action::Edit.code(), Refusal::Hidden, on).await);
        }
        Ok(Box::new(ClosedReport {
            given_back,
            is_for_others: filing.stage.admits(Action::Edit),
            unsaved: self.unsaved_answers(&filing.reference).await?,
            filing,
        }))
    }
}
