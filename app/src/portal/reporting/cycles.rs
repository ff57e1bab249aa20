//! The cycles a State takes part in: what there is to do in each, and where its report is begun.
//!
//! A State has one report in a cycle. Whoever begins one where there is one already, in another window or at another
//! desk, is led to it.

use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{Posting, Receipt, StoreError},
    },
};
use domain::{
    calendar::{Calendar, Due},
    cycle::{Conference, Cycle, CycleYear, Lateness, Phase},
    filing::Filing,
    ids::{FilingReference, FormKey, PersonId, Version},
    lifecycle::StageName,
    people::Scope,
    policy::{self, Refusal},
    report::{Report, ReportDraft, ReportTerms, Tier},
    state::StateCode,
};
use std::sync::Arc;

/// A cycle as the people of a State that takes part in it see it.
pub struct CycleSeen {
    /// Its year.
    pub year: CycleYear,
    /// The conference it feeds.
    pub conference: Option<Conference>,
    /// What the State can do in it now.
    pub phase: Phase,
    /// From when on reports are taken there.
    pub opens: domain::calendar::Day,
    /// When its report is due there.
    pub due: Due,
    /// Until when it is taken there.
    pub closes: Due,
    /// The zone in which these days are days.
    pub zone: String,
    /// Whether it is or was late; only the State and the secretariat know.
    pub is_late: bool,
    /// Its report, where one was begun.
    pub begun: Option<Begun>,
}

/// A report that was begun.
pub struct Begun {
    /// Its name.
    pub reference: FilingReference,
    /// Where it stands.
    pub stage: StageName,
    /// In which tier, once one is chosen.
    pub tier: Option<Tier>,
}

/// The cycles a State takes part in.
pub struct ReportsSeen {
    /// The latest first.
    pub cycles: Vec<CycleSeen>,
    /// Whether the visitor may begin a report.
    pub may_open: bool,
}

/// A cycle on its page.
pub struct CyclePageSeen {
    /// The cycle.
    pub cycle: CycleSeen,
    /// What the State would be asked.
    pub terms: Arc<ReportTerms>,
    /// Its report that has answers and could still stand.
    pub last: Option<FilingReference>,
    /// Whether the visitor may begin a report now.
    pub may_begin: bool,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// The State whose people the visitor is of.
    async fn reports_for(&self) -> Result<StateCode, PortalError> {
        match self.actor()?.scope() {
            Scope::Own(state) => Ok(state),
            Scope::Approved | Scope::Nothing => Err(self.not_for_them("read-reports").await),
        }
    }

    /// The cycles the visitor's State takes part in.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who acts for no State.
    pub async fn reports_seen(&self) -> Result<ReportsSeen, PortalError> {
        let state = self.reports_for().await?;
        let calendar = self.store().calendar(&state).await?;
        let mut cycles = Vec::new();
        for cycle in self.store().cycles().await? {
            if cycle.is_for(&state) {
                cycles.push(self.own_cycle(&cycle, &calendar, &state).await?);
            }
        }
        Ok(ReportsSeen {
            cycles,
            may_open: policy::may_open(self.actor()?),
        })
    }

    /// A cycle on its page.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where the visitor's State takes no part in it.
    pub async fn report_cycle(&self, year: CycleYear) -> Result<CyclePageSeen, PortalError> {
        let state = self.reports_for().await?;
        let (cycle, terms) = self.terms_of(year, &state).await?;
        let calendar = self.store().calendar(&state).await?;
        let cycle = self.own_cycle(&cycle, &calendar, &state).await?;
        let last = match &terms.last {
            Some(last) => self.store().begun(last.cycle, &state).await?,
            None => None,
        };
        let actor = self.actor()?;
        Ok(CyclePageSeen {
            may_begin: policy::may_open(actor) && cycle.phase == Phase::Open && cycle.begun.is_none(),
            key: self.form_key(),
            by: actor.id,
            cycle,
            terms,
            last,
        })
    }

    /// A cycle in which this State takes part, and under which terms. For everyone else there is none, which is in the
    /// audit log, as for a filing that is not theirs.
    async fn terms_of(&self, year: CycleYear, state: &StateCode) -> Result<(Cycle, Arc<ReportTerms>), PortalError> {
        let cycle = self.store().cycle(year).await?.filter(|cycle| cycle.is_for(state));
        let terms = self.store().terms(year, state).await?;
        match cycle.zip(terms) {
            Some(found) => Ok(found),
            None => Err(self.denied("read", Refusal::Hidden, year.to_string()).await),
        }
    }

    async fn own_cycle(&self, cycle: &Cycle, calendar: &Calendar, state: &StateCode) -> Result<CycleSeen, PortalError> {
        let (year, actor, now) = (cycle.year(), self.actor()?, self.now());
        let extension = self.store().extension(year, state).await?;
        let due = cycle.due(calendar, extension.as_ref());
        let filing = self.report_begun(year, state).await?;
        let reported = filing.as_ref().and_then(|filing| filing.first_approved);
        Ok(CycleSeen {
            year,
            conference: cycle.plan().conference.clone(),
            phase: cycle.phase(calendar, now),
            opens: cycle.plan().opens,
            closes: calendar.due(cycle.plan().closes),
            zone: calendar.zone().as_str().to_owned(),
            is_late: Cycle::lateness(state, &due, reported, actor, now) == Some(Lateness::Late),
            due,
            begun: filing.map(|filing| Begun {
                stage: filing.stage_for(actor),
                tier: filing.draft.chosen(),
                reference: filing.reference,
            }),
        })
    }

    /// The report of a State in a cycle, as far as the visitor's scope reaches.
    pub(super) async fn report_begun(
        &self,
        year: CycleYear,
        state: &StateCode,
    ) -> Result<Option<Filing<Report>>, PortalError> {
        let Some(reference) = self.store().begun(year, state).await? else {
            return Ok(None);
        };
        let scope = self.actor()?.scope();
        Ok(self.filings_of::<Report>().filing(&reference, &scope).await?)
    }

    /// Begin the report of the visitor's State in a cycle, in this tier, with last year's answers to confirm, change or
    /// drop. `since` is the cycle since which there is nothing new, where that was confirmed.
    ///
    /// # Errors
    /// Where the visitor drafts for no State, or the cycle takes no reports.
    pub async fn begin_report(
        &self,
        year: CycleYear,
        key: FormKey,
        tier: Option<Tier>,
        since: Option<CycleYear>,
    ) -> Result<Receipt, PortalError> {
        let state = self.drafts_for().await?;
        let (cycle, terms) = self.terms_of(year, &state).await?;
        let calendar = self.store().calendar(&state).await?;
        match cycle.phase(&calendar, self.now()) {
            Phase::NotYet => return Err(PortalError::NotFound),
            Phase::Closed => return Err(self.denied("open", Refusal::CycleClosed, year.to_string()).await),
            Phase::Open => {}
        }
        let mut draft = terms.last.as_ref().map(ReportDraft::carrying).unwrap_or_default();
        tier.map(Tier::code).unwrap_or_default().clone_into(&mut draft.tier);
        draft.since = since.map(|since| since.to_string()).unwrap_or_default();
        let posting = self.posting(key, Version::default())?;
        self.once(key, self.open_or_go_on(&state, terms, draft, posting)).await
    }

    async fn open_or_go_on(
        &self,
        state: &StateCode,
        terms: Arc<ReportTerms>,
        draft: ReportDraft,
        posting: Posting,
    ) -> Result<Receipt, PortalError> {
        let year = terms.cycle;
        if let Some(begun) = self.store().begun(year, state).await? {
            return Ok(Receipt::Opened(begun));
        }
        let reports = self.filings_of::<Report>();
        match reports.open(state, terms, draft, self.actor()?, posting).await {
            Ok(filing) => Ok(Receipt::Opened(filing.reference)),
            // A colleague began it at the same moment.
            Err(StoreError::Taken | StoreError::Stale) => {
                let begun = self.store().begun(year, state).await?;
                begun.map(Receipt::Opened).ok_or(PortalError::Stale)
            }
            Err(trouble) => Err(trouble.into()),
        }
    }
}
