//! Progress reports: as filings of their own kind, as their States and the secretariat find them, and as everyone reads
//! them.

use super::{
    Sql,
    entities::{filing, report_publication},
    filings,
    matters::StoredMatter,
    published_answers,
    report_publications::{at_any, publish, reported, withdraw},
    report_terms::{let_out, reports, terms},
    rows::Row,
    shared_reports, unavailable,
};
use app::portal::ports::{FilingsOf, PublishedAnswer, PublishedReport, ReportAddress, Reports, Serving, Stored};
use async_trait::async_trait;
use domain::{
    commitment::CommitmentId,
    cycle::CycleYear,
    filing::Filing,
    ids::{FilingReference, Timestamp},
    marking::Audience,
    people::Scope,
    publication::PublicationChange,
    questionnaire::{QuestionId, SectionId},
    report::{Report, ReportDisclosure, ReportDraft, ReportTerms},
    state::StateCode,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

#[async_trait]
impl StoredMatter for Report {
    fn terms_code(terms: &Arc<ReportTerms>) -> String {
        terms.cycle.to_string()
    }

    async fn terms_of<C: ConnectionTrait>(db: &C, row: &filing::Model) -> Stored<Arc<ReportTerms>> {
        let reading = Row::new("filing", row.id);
        let year = reading.known("terms", row.terms.parse().ok())?;
        let state = reading.known("state", row.state.parse().ok())?;
        reading.known("terms", terms(db, year, state).await?)
    }

    fn page_code(page: &SectionId) -> String {
        page.to_string()
    }

    fn page_of(code: &str) -> Option<SectionId> {
        code.parse().ok()
    }

    fn title(_: &ReportDraft) -> (String, String) {
        Default::default()
    }

    fn submitted_title(&self) -> (String, String) {
        Default::default()
    }

    async fn change(
        txn: &DatabaseTransaction,
        filing: &Filing<Self>,
        change: &PublicationChange<Self>,
        at: Timestamp,
    ) -> Stored<()> {
        match change {
            PublicationChange::Publish(disclosure) => publish(txn, filing, disclosure, at).await,
            PublicationChange::Withdraw => withdraw(txn, filing.id, at).await,
        }
    }
}

/// Reports of this cycle.
pub(super) fn of_cycle(reports: Select<filing::Entity>, year: CycleYear) -> Select<filing::Entity> {
    reports.filter(filing::Column::Terms.eq(year.to_string()))
}

/// Public reports, the earlier one first where a State published twice in a cycle.
fn publications() -> Select<report_publication::Entity> {
    report_publication::Entity::find().order_by_asc(report_publication::Column::Published)
}

fn at(year: CycleYear, state: StateCode) -> Select<report_publication::Entity> {
    report_publication::Entity::find()
        .filter(report_publication::Column::Cycle.eq(i32::from(year)))
        .filter(report_publication::Column::State.eq(state.as_str()))
        .order_by_desc(report_publication::Column::Published)
}

/// Whose it is.
pub(super) fn state_of(row: &filing::Model) -> Stored<StateCode> {
    Row::new("filing", row.id).known("state", row.state.parse().ok())
}

#[async_trait]
impl Reports for Sql {
    async fn terms(&self, year: CycleYear, state: &StateCode) -> Stored<Option<Arc<ReportTerms>>> {
        terms(self.db.read(), year, *state).await
    }

    async fn begun(&self, year: CycleYear, state: &StateCode) -> Stored<Option<FilingReference>> {
        let found = of_cycle(reports(), year).filter(filing::Column::State.eq(state.as_str()));
        let row = found.one(self.db.read()).await.map_err(unavailable)?;
        row.map(|row| filings::reference(&row)).transpose()
    }

    async fn let_out(&self, year: CycleYear) -> Stored<Vec<(StateCode, Timestamp, Audience)>> {
        let found = of_cycle(let_out(), year).order_by_asc(filing::Column::State);
        let read = |row: filing::Model| {
            let reading = Row::new("filing", row.id);
            let first = reading.known("first_approved", row.first_approved)?;
            let audience = row.audience.as_deref().and_then(Audience::from_code);
            let audience = reading.known("audience", audience)?;
            Ok((state_of(&row)?, Timestamp::from_micros(first), audience))
        };
        let rows = found.all(self.db.read()).await.map_err(unavailable)?;
        rows.into_iter().map(read).collect()
    }

    async fn shared_cycles(&self) -> Stored<Vec<CycleYear>> {
        shared_reports::cycles(self.db.read()).await
    }

    async fn shared_in(&self, year: CycleYear) -> Stored<Vec<(StateCode, Timestamp)>> {
        shared_reports::in_cycle(self.db.read(), year).await
    }

    async fn shared_report(&self, year: CycleYear, state: &StateCode) -> Stored<Option<(Timestamp, ReportDisclosure)>> {
        shared_reports::one(self.db.read(), year, *state).await
    }

    async fn published_in(&self, year: CycleYear) -> Stored<Vec<PublishedReport>> {
        let found = publications().filter(report_publication::Column::Cycle.eq(i32::from(year)));
        let rows = found.all(self.db.read()).await.map_err(unavailable)?;
        let latest: BTreeMap<String, _> = rows.into_iter().map(|row| (row.state.clone(), row)).collect();
        latest.into_values().map(PublishedReport::try_from).collect()
    }

    async fn published_by(&self, state: &StateCode) -> Stored<Vec<PublishedReport>> {
        let found = publications().filter(report_publication::Column::State.eq(state.as_str()));
        let rows = found.all(self.db.read()).await.map_err(unavailable)?;
        let latest: BTreeMap<i32, _> = rows.into_iter().map(|row| (row.cycle, row)).collect();
        latest.into_values().rev().map(PublishedReport::try_from).collect()
    }

    async fn published(&self, year: CycleYear, state: &StateCode) -> Stored<Option<PublishedReport>> {
        let row = at(year, *state).one(self.db.read()).await.map_err(unavailable)?;
        row.map(PublishedReport::try_from).transpose()
    }

    async fn published_at(&self, addresses: &BTreeSet<ReportAddress>) -> Stored<Vec<PublishedReport>> {
        let found = publications().filter(at_any(addresses));
        let rows = found.all(self.db.read()).await.map_err(unavailable)?;
        let latest: BTreeMap<_, _> = rows
            .into_iter()
            .map(|row| ((row.cycle, row.state.clone()), row))
            .collect();
        latest.into_values().map(PublishedReport::try_from).collect()
    }

    async fn reported(&self) -> Stored<BTreeMap<CycleYear, BTreeSet<StateCode>>> {
        reported(self.db.read()).await
    }

    async fn speaking_of(&self, id: CommitmentId, serving: &Serving) -> Stored<Vec<ReportAddress>> {
        published_answers::speaking_of(self.db.read(), id, serving).await
    }

    async fn answers_at(
        &self,
        addresses: &BTreeSet<ReportAddress>,
        questions: &BTreeSet<QuestionId>,
    ) -> Stored<Vec<PublishedAnswer>> {
        published_answers::at(self.db.read(), addresses, questions).await
    }

    async fn answers_to(&self, questions: &[QuestionId]) -> Stored<Vec<PublishedAnswer>> {
        published_answers::to(self.db.read(), questions).await
    }

    async fn filed(&self, year: CycleYear, state: &StateCode, scope: &Scope) -> Stored<Option<Filing<Report>>> {
        let filing = at(year, *state)
            .select_only()
            .column(report_publication::Column::Filing);
        let filing: Option<uuid::Uuid> = filing.into_tuple().one(self.db.read()).await.map_err(unavailable)?;
        let Some(id) = filing else { return Ok(None) };
        let row = filing::Entity::find_by_id(id).one(self.db.read()).await;
        let row = Row::new("report_publication", id).known("filing", row.map_err(unavailable)?)?;
        FilingsOf::<Report>::filing(self, &filings::reference(&row)?, scope).await
    }
}
