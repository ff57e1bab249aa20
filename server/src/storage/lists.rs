//! Filings in lists: a State's desk, the secretariat's queue, and what States share with each other.

use super::{
    actors,
    entities::filing,
    filings::{named, reference, within},
    rows::Row,
    submissions, unavailable,
};
use app::portal::ports::{FilingFilter, FilingLine, Paged, SharedLine, Stored};
use domain::{
    cycle::CycleYear,
    ids::{FilingKind, FilingReference, Timestamp},
    lifecycle::StageName,
    marking::Audience,
    people::Scope,
    publication::Disclosure,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, Select,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a reader may know of a row, and in which columns it stands. The secretariat's columns say nothing of what a
/// State does between two approvals, so nothing can be learnt from them by filtering, counting or sorting either.
struct Columns {
    stage: filing::Column,
    oldest_first: filing::Column,
    latest_first: filing::Column,
}

const OF_THE_STATE: Columns = Columns {
    stage: filing::Column::Stage,
    oldest_first: filing::Column::Since,
    latest_first: filing::Column::Changed,
};

const OF_THE_SECRETARIAT: Columns = Columns {
    stage: filing::Column::KnownStage,
    oldest_first: filing::Column::FirstApproved,
    latest_first: filing::Column::KnownSince,
};

/// Filings within a scope.
pub(super) async fn lines(db: &impl ConnectionTrait, filter: &FilingFilter) -> Stored<Paged<FilingLine>> {
    let page = filter.page.max(1);
    let Some(within) = within(&filter.scope) else {
        let (items, total) = (Vec::new(), 0);
        return Ok(Paged { items, page, total });
    };
    let (rows, total) = paged(db, wanted(filter, within), page).await?;
    let items = if filter.scope == Scope::Approved {
        let names = actors::names(db, rows.iter().filter_map(|row| row.reviewer)).await?;
        let line = |row| for_secretariat(row, &names);
        rows.iter().map(line).collect::<Stored<_>>()?
    } else {
        rows.iter().map(for_state).collect::<Stored<_>>()?
    };
    Ok(Paged { items, page, total })
}

fn wanted(filter: &FilingFilter, within: Condition) -> Select<filing::Entity> {
    let columns = if filter.scope == Scope::Approved {
        OF_THE_SECRETARIAT
    } else {
        OF_THE_STATE
    };
    let mut wanted = filing::Entity::find().filter(within);
    if !filter.stages.is_empty() {
        let stages = filter.stages.iter().map(|stage| stage.code());
        wanted = wanted.filter(columns.stage.is_in(stages));
    }
    if filter.waiting {
        wanted = wanted.filter(waits(columns.stage));
    }
    let (column, order) = if filter.oldest_first {
        (columns.oldest_first, Order::Asc)
    } else {
        (columns.latest_first, Order::Desc)
    };
    wanted
        .order_by(column, order.clone())
        .order_by(filing::Column::Id, order)
}

/// That somebody has to do something: it is not over, and what was accepted is still to be published.
fn waits(stage: filing::Column) -> Condition {
    let over = [StageName::Published, StageName::Withdrawn].map(StageName::code);
    let to_publish = Condition::any()
        .add(stage.ne(StageName::Accepted.code()))
        .add(filing::Column::Audience.eq(Audience::Public.code()));
    Condition::all().add(stage.is_not_in(over)).add(to_publish)
}

async fn paged(
    db: &impl ConnectionTrait,
    rows: Select<filing::Entity>,
    page: u32,
) -> Stored<(Vec<filing::Model>, u64)> {
    let pages = rows.paginate(db, Paged::<FilingLine>::SIZE.into());
    let total = pages.num_items().await.map_err(unavailable)?;
    let rows = pages
        .fetch_page(page.saturating_sub(1).into())
        .await
        .map_err(unavailable)?;
    Ok((rows, total))
}

fn for_state(row: &filing::Model) -> Stored<FilingLine> {
    let reading = Row::new("filing", row.id);
    Ok(FilingLine {
        reference: reference(row)?,
        cycle: cycle(row)?,
        title: row.title.clone(),
        language: row.language.clone(),
        stage: reading.known("stage", StageName::from_code(&row.stage))?,
        since: Timestamp::from_micros(row.since),
        first_approved: row.first_approved.map(Timestamp::from_micros),
        audience: audience(row)?,
        // In whose hands it is at the secretariat, no State reads.
        reviewer: None,
    })
}

fn for_secretariat(row: &filing::Model, names: &BTreeMap<Uuid, String>) -> Stored<FilingLine> {
    let reading = Row::new("filing", row.id);
    Ok(FilingLine {
        reference: reference(row)?,
        cycle: cycle(row)?,
        title: reading.known("submitted_title", row.submitted_title.clone())?,
        language: reading.known("submitted_language", row.submitted_language.clone())?,
        stage: reading.known("known_stage", StageName::from_code(&row.known_stage))?,
        since: Timestamp::from_micros(row.known_since),
        first_approved: row.first_approved.map(Timestamp::from_micros),
        audience: audience(row)?,
        reviewer: row.reviewer.and_then(|reviewer| names.get(&reviewer).cloned()),
    })
}

/// The cycle of a progress report.
fn cycle(row: &filing::Model) -> Stored<Option<CycleYear>> {
    let reading = Row::new("filing", row.id);
    match reading.known("kind", FilingKind::from_code(&row.kind))? {
        FilingKind::Incident => Ok(None),
        FilingKind::Report => reading.known("terms", row.terms.parse().ok()).map(Some),
    }
}

fn audience(row: &filing::Model) -> Stored<Option<Audience>> {
    let read = |code: &String| Row::new("filing", row.id).known("audience", Audience::from_code(code));
    row.audience.as_ref().map(read).transpose()
}

/// An incident that was accepted, and is for the people of every participating State.
fn is_shared() -> Condition {
    Condition::all()
        .add(filing::Column::Kind.eq(FilingKind::Incident.code()))
        .add(filing::Column::Stage.eq(StageName::Accepted.code()))
        .add(filing::Column::Audience.eq(Audience::ParticipatingStates.code()))
}

/// What States share with each other, latest first.
pub(super) async fn shared(db: &impl ConnectionTrait, page: u32) -> Stored<Paged<SharedLine>> {
    let page = page.max(1);
    let latest_first = filing::Entity::find()
        .filter(is_shared())
        .order_by_desc(filing::Column::Since);
    let (rows, total) = paged(db, latest_first.order_by_desc(filing::Column::Id), page).await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in &rows {
        let (reference, since) = (reference(row)?, Timestamp::from_micros(row.since));
        items.push(SharedLine {
            reference,
            since,
            disclosure: disclosure(db, row).await?,
        });
    }
    Ok(Paged { items, page, total })
}

/// One of them.
pub(super) async fn shared_one(db: &impl ConnectionTrait, named_so: &FilingReference) -> Stored<Option<Disclosure>> {
    let found = filing::Entity::find().filter(named(named_so)).filter(is_shared());
    match found.one(db).await.map_err(unavailable)? {
        Some(row) => disclosure(db, &row).await.map(Some),
        None => Ok(None),
    }
}

/// The disclosure that was approved last.
async fn disclosure(db: &impl ConnectionTrait, row: &filing::Model) -> Stored<Disclosure> {
    let reading = Row::new("filing", row.id);
    let number = reading.known("submission", row.submission)?;
    let approved = submissions::approved(db, row.id, number).await?;
    reading.json("submission", &approved.text)
}
