//! What everyone may read. These use cases ask nobody who they are, so that nothing can depend on it.

use super::{
    Portal,
    conditions::{Asked, Conditions, Wrong},
    ports::{Found, Paged, Participation, PublicationFilter, PublishedReport, YearCount},
};
use crate::error::PortalError;
use domain::{
    ids::PublicationReference,
    publication::Publication,
    state::{State, StateCode},
};
use std::collections::BTreeMap;

/// Names of States, for pages that show several.
pub type StateNames = BTreeMap<StateCode, State>;

/// The start page.
pub struct HomeSeen {
    /// Public facts about taking part.
    pub participation: Participation,
    /// The latest publications.
    pub latest: Vec<Publication>,
    /// Names of their States.
    pub states: StateNames,
}

/// A list of publications.
pub struct PublicationsSeen {
    /// What was asked for, as typed.
    pub conditions: Conditions,
    /// What is wrong with that.
    pub wrong: Vec<Wrong>,
    /// What was found, where nothing is wrong.
    pub found: Option<Found>,
    /// How many of that are withdrawn.
    pub withdrawn: u64,
    /// What can be asked for.
    pub participation: Participation,
    /// Names of States.
    pub states: StateNames,
}

/// The States of which anything is public.
pub struct ParticipantsSeen {
    /// They, by short name.
    pub states: Vec<Participant>,
    /// The years in which anything was published of an incident, latest first.
    pub by_year: Vec<YearCount>,
    /// The year that is not over yet.
    pub this_year: i32,
}

/// A State of which anything is public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participant {
    /// The State.
    pub state: State,
    /// How many of its publications stand.
    pub publications: u64,
    /// How many of its progress reports are public.
    pub reports: u64,
}

/// A State that has published.
pub struct ParticipantSeen {
    /// The State.
    pub state: State,
    /// The years in which it published, latest first.
    pub years: Vec<YearCount>,
    /// What it published.
    pub publications: Paged<Publication>,
    /// Its public progress reports, the latest first.
    pub reports: Vec<PublishedReport>,
    /// The year that is not over yet.
    pub this_year: i32,
}

/// How many publications the start page shows.
const LATEST: usize = 5;

impl Portal {
    /// The start page.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn home(&self) -> Result<HomeSeen, PortalError> {
        let filter = PublicationFilter {
            page: 1,
            ..PublicationFilter::default()
        };
        let mut latest = self.store().publications(&filter).await?.items;
        latest.truncate(LATEST);
        Ok(HomeSeen {
            participation: self.store().participation().await?,
            latest,
            states: self.state_names().await?,
        })
    }

    /// Publications under these conditions, a page of them. Conditions that make no sense find nothing and come back.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn publications(&self, conditions: Conditions) -> Result<PublicationsSeen, PortalError> {
        let states = self.state_names().await?;
        let participation = self.store().participation().await?;
        let (found, withdrawn, wrong) = match conditions.understood(&states) {
            Ok(asked) => {
                let (found, wrong) = self.found(&asked).await?;
                let withdrawn = self.withdrawn(&asked, found.as_ref(), &participation).await?;
                (found, withdrawn, wrong)
            }
            Err(wrong) => (None, 0, wrong),
        };
        Ok(PublicationsSeen {
            conditions,
            wrong,
            found,
            withdrawn,
            participation,
            states,
        })
    }

    /// How many of what was found no longer stand. A search finds only what stands.
    async fn withdrawn(
        &self,
        asked: &Asked,
        found: Option<&Found>,
        participation: &Participation,
    ) -> Result<u64, PortalError> {
        let (Asked::List(filter), Some(found)) = (asked, found) else {
            return Ok(0);
        };
        let years = match filter.state {
            Some(state) => self.store().years_of(state).await?,
            None => participation.by_year.clone(),
        };
        let asked_for = |count: &&YearCount| filter.year.is_none_or(|year| year == count.year);
        let standing: u64 = years.iter().filter(asked_for).map(|count| count.publications).sum();
        Ok(found.publications.total.saturating_sub(standing))
    }

    async fn found(&self, asked: &Asked) -> Result<(Option<Found>, Vec<Wrong>), PortalError> {
        let found = match asked {
            Asked::List(filter) => Found {
                publications: self.store().publications(filter).await?,
                more: false,
            },
            Asked::Search(search) => self.store().search(search).await?,
        };
        Ok(if found.publications.page > found.publications.pages() {
            (None, vec![Wrong::NoSuchPage])
        } else {
            (Some(found), Vec::new())
        })
    }

    /// The States of which anything is public: publications, progress reports, or both.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn participants(&self) -> Result<ParticipantsSeen, PortalError> {
        let participation = self.store().participation().await?;
        let published: BTreeMap<StateCode, u64> = participation
            .states
            .iter()
            .map(|(state, publications)| (state.code, *publications))
            .collect();
        let mut reported: BTreeMap<StateCode, u64> = BTreeMap::new();
        for state in self.store().reported().await?.into_values().flatten() {
            *reported.entry(state).or_default() += 1;
        }
        let participant = |state: State| {
            let number = |of: &BTreeMap<StateCode, u64>| of.get(&state.code).copied().unwrap_or_default();
            let (publications, reports) = (number(&published), number(&reported));
            (publications + reports > 0).then_some(Participant {
                state,
                publications,
                reports,
            })
        };
        Ok(ParticipantsSeen {
            states: self
                .store()
                .states()
                .await?
                .into_iter()
                .filter_map(participant)
                .collect(),
            by_year: participation.by_year,
            this_year: self.now().utc().year(),
        })
    }

    /// A State that has published, and a page of what it has.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a State that has not, as for one that does not exist; and past the last page.
    pub async fn participant(&self, code: StateCode, page: u32) -> Result<ParticipantSeen, PortalError> {
        let years = self.store().years_of(code).await?;
        let reports = self.public_reports_by(code).await?;
        if years.is_empty() && reports.is_empty() {
            return Err(PortalError::NotFound);
        }
        let filter = PublicationFilter {
            state: Some(code),
            page,
            ..PublicationFilter::default()
        };
        let publications = self.store().publications(&filter).await?;
        if publications.page > publications.pages() {
            return Err(PortalError::NotFound);
        }
        Ok(ParticipantSeen {
            state: self.store().state(&code).await?.ok_or(PortalError::Unavailable)?,
            years,
            publications,
            reports,
            this_year: self.now().utc().year(),
        })
    }

    /// One publication and its State.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where nothing was published under this reference.
    pub async fn publication(&self, reference: PublicationReference) -> Result<(Publication, State), PortalError> {
        let publication = self
            .store()
            .publication(reference)
            .await?
            .ok_or(PortalError::NotFound)?;
        let state = self
            .store()
            .state(&publication.state)
            .await?
            .ok_or(PortalError::Unavailable)?;
        Ok((publication, state))
    }

    /// Every State by its code.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn state_names(&self) -> Result<StateNames, PortalError> {
        Ok(self
            .store()
            .states()
            .await?
            .into_iter()
            .map(|state| (state.code, state))
            .collect())
    }
}
