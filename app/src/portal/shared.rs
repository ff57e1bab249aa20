//! What States let all participating States read: pages for every State's people, and for nobody else. The secretariat
//! reads the same filings, in full, on pages of its own.

use super::{
    Portal,
    indicators::page_of,
    ports::{Paged, SharedLine},
    progress,
    public::StateNames,
};
use crate::error::PortalError;
use domain::{
    commitment::Commitments,
    cycle::CycleYear,
    ids::{FilingReference, Timestamp},
    policy::{self, Refusal},
    publication::Disclosure,
    questionnaire::Frozen,
    report::ReportDisclosure,
    state::{State, StateCode},
};

/// The progress reports of one cycle that participating States may read.
pub struct SharedReports {
    /// The cycle; none where there is nothing to read of any.
    pub year: Option<CycleYear>,
    /// Every cycle of which there is something, the latest first.
    pub cycles: Vec<CycleYear>,
    /// Whose reports these are, by name, and since when they can be read.
    pub reports: Vec<(State, Timestamp)>,
}

/// One of them.
pub struct SharedReport {
    /// Whose it is.
    pub state: State,
    /// Since when it can be read.
    pub since: Timestamp,
    /// What participating States read of it.
    pub report: ReportDisclosure,
    /// The questions it answers; none where these cannot be shown.
    pub questionnaire: Option<Frozen>,
    /// The catalogue, for the orders of instruments.
    pub commitments: Commitments,
    /// Where it says that there is nothing new: the cycle whose report it refers to, if they may read that one.
    pub refers_to: Option<CycleYear>,
}

impl Portal {
    /// What States let all participating States read.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who acts for no State, and so for the secretariat.
    pub async fn shared(&self, page: u32) -> Result<(Paged<SharedLine>, StateNames), PortalError> {
        self.of_a_state().await?;
        Ok((self.store().shared(page).await?, self.state_names().await?))
    }

    /// One of them.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where it is not for participating States, or no longer; and for a page of its indicators
    /// past the last.
    pub async fn shared_one(&self, reference: &FilingReference, page: u32) -> Result<(Disclosure, State), PortalError> {
        self.of_a_state().await?;
        let Some(disclosure) = self.store().shared_one(reference).await? else {
            return Err(self.denied("read", Refusal::Hidden, reference.to_string()).await);
        };
        page_of(disclosure.indicators.given(), page).ok_or(PortalError::NotFound)?;
        let state = self
            .store()
            .state(&disclosure.state)
            .await?
            .ok_or(PortalError::Unavailable)?;
        Ok((disclosure, state))
    }

    /// The progress reports of this cycle that participating States may read, or those of the latest.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who acts for no State, and for a cycle of which there is nothing to read.
    pub async fn shared_reports(&self, year: Option<CycleYear>) -> Result<SharedReports, PortalError> {
        self.of_a_state().await?;
        let cycles = self.store().shared_cycles().await?;
        if let Some(year) = year.filter(|year| !cycles.contains(year)) {
            return Err(self.denied("read", Refusal::Hidden, year.to_string()).await);
        }
        let year = year.or(cycles.first().copied());
        let reports = match year {
            Some(year) => self.of_whom(self.store().shared_in(year).await?).await?,
            None => Vec::new(),
        };
        Ok(SharedReports { year, cycles, reports })
    }

    async fn of_whom(&self, lines: Vec<(StateCode, Timestamp)>) -> Result<Vec<(State, Timestamp)>, PortalError> {
        let names = self.state_names().await?;
        let named = |(code, since): (StateCode, Timestamp)| Some((names.get(&code)?.clone(), since));
        let mut reports: Vec<_> = lines.into_iter().filter_map(named).collect();
        reports.sort_by(|(one, _), (other, _)| (&one.name, one.code).cmp(&(&other.name, other.code)));
        Ok(reports)
    }

    /// One of them.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where this State let participating States read none in this cycle, or no longer does.
    pub async fn shared_report(&self, year: CycleYear, state: StateCode) -> Result<SharedReport, PortalError> {
        self.of_a_state().await?;
        let Some((since, report)) = self.store().shared_report(year, &state).await? else {
            return Err(self.denied("read", Refusal::Hidden, format!("{year}-{state}")).await);
        };
        let refers_to = match progress::since(&report) {
            Some(earlier) => {
                let read = self.store().shared_report(earlier, &state).await?;
                read.map(|_| earlier)
            }
            None => None,
        };
        Ok(SharedReport {
            state: self.store().state(&state).await?.ok_or(PortalError::Unavailable)?,
            since,
            questionnaire: self.versions().await?.get(report.questionnaire).cloned(),
            report,
            commitments: self.store().commitments().await?,
            refers_to,
        })
    }

    async fn of_a_state(&self) -> Result<(), PortalError> {
        if policy::may_read_shared(self.actor()?) {
            Ok(())
        } else {
            Err(self.not_for_them("read-shared").await)
        }
    }
}
