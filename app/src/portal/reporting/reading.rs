//! What the pages show on which a report is read: by its State, and by the secretariat.
//!
//! Both years on these pages are read under the same scope: what the visitor could not read of last year's report by
//! itself they do not read beside this year's either.

use super::inside::InsideSeen;
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::Cycles,
        reading::{Standing, said},
    },
};
use domain::{
    commitment::Commitments,
    filing::Filing,
    ids::FilingReference,
    lifecycle::StageName,
    marking::Audience,
    matter::Matter,
    questionnaire::{Questionnaire, QuestionnaireVersion},
    report::{Report, ReportDisclosure},
};

/// A report on its page.
pub struct ReportSeen {
    /// The filing as its reader may know it: for the secretariat without the draft.
    pub filing: Filing<Report>,
    /// Where it stands, and what may be done.
    pub standing: Standing,
    /// What the State says: of the draft while it is being written, of the submission otherwise. None while incomplete.
    pub report: Option<Report>,
    /// What the State last let out before that, where it differs.
    pub before: Option<Report>,
    /// Its last report that has answers.
    pub last: Option<LastReport>,
    /// The catalogue, for the titles of what questions serve.
    pub commitments: Commitments,
    /// Whether everyone can read it.
    pub is_public: bool,
    /// What the people of its State keep among themselves; none for anyone else.
    pub inside: Option<InsideSeen>,
}

/// The last report that has answers.
pub struct LastReport {
    /// Its name.
    pub reference: FilingReference,
    /// All it says.
    pub disclosure: ReportDisclosure,
    /// The versions of the questionnaire from its own to this year's.
    pub versions: Vec<Questionnaire>,
}

impl Portal {
    /// A report on its page.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it does not exist for the visitor.
    pub async fn report(&self, reference: &FilingReference) -> Result<ReportSeen, PortalError> {
        let filing = self.reachable::<Report>(reference).await?;
        let report = said(&filing, self.actor()?, self.now());
        let disclosure = report.as_ref().map(|report| report.release(&reference.state));
        Ok(ReportSeen {
            standing: self.standing(&filing, disclosure.as_ref()).await?,
            before: self.let_out_before(&filing, report.as_ref()).await?,
            last: self.last_report(&filing).await?,
            commitments: self.store().commitments().await?,
            inside: self.inside(&filing).await?,
            is_public: filing.stage.name() == StageName::Published,
            filing: filing.seen_by(self.actor()?),
            report,
        })
    }

    /// The last submission while something newer is being written; the one before it otherwise.
    async fn let_out_before(
        &self,
        filing: &Filing<Report>,
        now: Option<&Report>,
    ) -> Result<Option<Report>, PortalError> {
        let latest = filing.submission.as_ref().map(|submission| &submission.content);
        match latest.zip(now) {
            Some((latest, now)) if latest != now => Ok(Some(latest.clone())),
            _ => Ok(self.previous(filing).await?.map(|submission| submission.content)),
        }
    }

    /// The last report that has answers, as far as the visitor may read it.
    pub(super) async fn last_report(&self, filing: &Filing<Report>) -> Result<Option<LastReport>, PortalError> {
        let (terms, state) = (&filing.terms, filing.reference.state);
        let Some(carry) = &terms.last else {
            return Ok(None);
        };
        let last = self.report_begun(carry.cycle, &state).await?;
        let Some((reference, submission)) = last.and_then(|last| Some((last.reference, last.submission?))) else {
            return Ok(None);
        };
        let report = submission.content;
        let versions = self
            .versions_between(report.questionnaire, &terms.questionnaire)
            .await?;
        let disclosure = report.disclose(&state, Audience::Secretariat);
        Ok(disclosure.map(|disclosure| LastReport {
            reference,
            disclosure,
            versions,
        }))
    }

    /// The versions of the questionnaire from one to another, each following the one before. Where they are not linked,
    /// only the later one.
    async fn versions_between(
        &self,
        from: QuestionnaireVersion,
        to: &Questionnaire,
    ) -> Result<Vec<Questionnaire>, PortalError> {
        let mut versions = vec![to.clone()];
        while let Some(before) = versions.last().filter(|earliest| earliest.version != from) {
            let before = match before.follows {
                Some(version) => Cycles::edition(self.store(), version).await?,
                None => None,
            };
            match before {
                Some(before) => versions.push(before.content.questionnaire().clone()),
                None => break,
            }
        }
        versions.reverse();
        Ok(versions)
    }
}
