//! Progress reports as the people of participating States read them: accepted by the secretariat, and let out by their
//! State to participating States at least.

use super::{
    entities::filing,
    report_terms::{content, let_out},
    reports::{of_cycle, state_of},
    rows::Row,
    unavailable,
};
use app::portal::ports::Stored;
use domain::{
    cycle::CycleYear, ids::Timestamp, lifecycle::StageName, marking::Audience, report::ReportDisclosure,
    state::StateCode,
};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QueryOrder, QuerySelect, Select};

fn shared() -> Select<filing::Entity> {
    let ended = [StageName::Accepted, StageName::Published].map(StageName::code);
    let readable = [Audience::ParticipatingStates, Audience::Public].map(Audience::code);
    let_out()
        .filter(filing::Column::Stage.is_in(ended))
        .filter(filing::Column::Audience.is_in(readable))
}

/// The cycles of which they read any report, the latest first.
pub(super) async fn cycles(db: &impl ConnectionTrait) -> Stored<Vec<CycleYear>> {
    let terms = shared().select_only().column(filing::Column::Terms).distinct();
    let found: Vec<String> = terms
        .order_by_desc(filing::Column::Terms)
        .into_tuple()
        .all(db)
        .await
        .map_err(unavailable)?;
    let year = |terms: String| Row::new("filing", &terms).known("terms", terms.parse().ok());
    found.into_iter().map(year).collect()
}

/// Whose report of this cycle they read, and since when.
pub(super) async fn in_cycle(db: &impl ConnectionTrait, year: CycleYear) -> Stored<Vec<(StateCode, Timestamp)>> {
    let found = of_cycle(shared(), year).order_by_asc(filing::Column::State);
    let rows = found.all(db).await.map_err(unavailable)?;
    let line = |row: &filing::Model| Ok((state_of(row)?, Timestamp::from_micros(row.since)));
    rows.iter().map(line).collect()
}

/// What they read of one of them, and since when. It is made for them of what was let out: what was approved for the
/// public says less than they may read.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    year: CycleYear,
    state: StateCode,
) -> Stored<Option<(Timestamp, ReportDisclosure)>> {
    let found = of_cycle(shared(), year).filter(filing::Column::State.eq(state.as_str()));
    let Some(row) = found.one(db).await.map_err(unavailable)? else {
        return Ok(None);
    };
    let disclosure = content(db, &row).await?.disclose(&state, Audience::ParticipatingStates);
    let disclosure = Row::new("filing", row.id).known("audience", disclosure)?;
    Ok(Some((Timestamp::from_micros(row.since), disclosure)))
}
