//! A State's public reports over the years, and how each answer changed from one to the next.
//!
//! What changed is drawn from two disclosures for the public and from nothing else, so that it cannot tell of an answer
//! that was never public. A report that says that there is nothing new changes nothing: the comparison is with the last
//! report that has words.

use super::{Versions, since};
use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{PublishedReport, ReportStanding},
    },
};
use domain::{
    carry::{Change, difference},
    cycle::CycleYear,
    questionnaire::Question,
    report::{DisclosedAnswer, ReportDisclosure},
    state::{State, StateCode},
};

/// A State's public reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistorySeen {
    /// The State.
    pub state: State,
    /// Its reports, the latest first; withdrawn ones as withdrawn.
    pub reports: Vec<PublishedReport>,
    /// Cycles whose words can be compared with earlier ones, the latest first.
    pub compared: Vec<CycleYear>,
    /// What changed in one of them, where any can be compared.
    pub changes: Option<Changes>,
}

/// What changed between the words of two cycles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The later cycle.
    pub now: CycleYear,
    /// The last cycle before it in which the State had public words.
    pub then: CycleYear,
    /// Every question with something to read in either, in the order of the later pages; none where the versions are not
    /// of one line, so that nothing says which question is which.
    pub answers: Option<Vec<Changed>>,
}

/// One question in two cycles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The language it is put in: now, or then where it is not asked any more.
    pub language: String,
    /// The question as it was asked then, where there was something to read.
    pub then: Option<(Question, DisclosedAnswer)>,
    /// The question as it is asked now, where there is something to read.
    pub now: Option<(Question, DisclosedAnswer)>,
    /// How they stand to one another.
    pub change: Change,
}

impl Portal {
    /// A State's public reports; empty where it published none.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn public_reports_by(&self, state: StateCode) -> Result<Vec<PublishedReport>, PortalError> {
        Ok(self.store().published_by(&state).await?)
    }

    /// The history of a State that published a report, with what changed in this cycle, or in the latest that can be
    /// compared.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it published none, as for a State that does not exist; and where this cycle
    /// cannot be compared.
    pub async fn public_history(&self, state: StateCode, year: Option<CycleYear>) -> Result<HistorySeen, PortalError> {
        let reports = self.public_reports_by(state).await?;
        if reports.is_empty() {
            return Err(PortalError::NotFound);
        }
        let words = words(&reports);
        let compared: Vec<_> = words
            .iter()
            .take(words.len().saturating_sub(1))
            .map(|one| one.cycle)
            .collect();
        let which = match year {
            Some(year) => Some(
                compared
                    .iter()
                    .position(|one| *one == year)
                    .ok_or(PortalError::NotFound)?,
            ),
            None => (!compared.is_empty()).then_some(0),
        };
        let changes = match which {
            Some(at) => Some(changes(words[at + 1], words[at], &self.versions().await?)),
            None => None,
        };
        Ok(HistorySeen {
            state: self.store().state(&state).await?.ok_or(PortalError::Unavailable)?,
            compared,
            changes,
            reports,
        })
    }
}

/// What can be read of these reports, the latest first: those that stand and have answers.
fn words(reports: &[PublishedReport]) -> Vec<&ReportDisclosure> {
    let standing = reports.iter().filter_map(|report| match &report.standing {
        ReportStanding::Public(words) => Some(&**words),
        ReportStanding::Withdrawn { .. } => None,
    });
    standing.filter(|words| since(words).is_none()).collect()
}

/// How the words of one report stand to those of an earlier one.
pub(super) fn changes(then: &ReportDisclosure, now: &ReportDisclosure, versions: &Versions) -> Changes {
    let between = versions.between(then.questionnaire, now.questionnaire);
    Changes {
        now: now.cycle,
        then: then.cycle,
        answers: between.map(|between| {
            let descent = domain::carry::Descent::through(&between);
            let (old, new) = (between.first().copied(), between.last().copied());
            let differences = difference(then, now, &between).into_iter().map(|one| {
                let before = descent.before(&one.question).unwrap_or(&one.question);
                let asked = if one.now.is_some() { new } else { old };
                Changed {
                    language: asked.map(|asked| asked.language.clone()).unwrap_or_default(),
                    then: one
                        .then
                        .and_then(|said| Some((old?.question(before)?.clone(), said.clone()))),
                    now: one
                        .now
                        .and_then(|said| Some((new?.question(&one.question)?.clone(), said.clone()))),
                    change: one.change,
                }
            });
            differences.collect()
        }),
    }
}
