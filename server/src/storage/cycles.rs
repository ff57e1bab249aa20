//! Cycles: planned, opened, closed; and the port, with questionnaires and extensions in files of their own.

use super::{
    Sql, audit,
    entities::{closed_figure, cycle, proposal, questionnaire},
    extensions, outbox, preparing, questionnaires,
    rows::{Row, person, to_json},
    unavailable,
};
use app::portal::ports::{AuditLine, Cycles, Editions, Event, Opened, Over, StoreError, Stored, Versioned};
use async_trait::async_trait;
use domain::{
    cycle::{Cycle, CycleYear, Extension, Plan, Proposal},
    ids::{Timestamp, Version},
    participation::ClosedFigure,
    people::SecretariatRole,
    questionnaire::{Edition, QuestionnaireVersion},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};
use std::{collections::BTreeMap, sync::Arc};

impl TryFrom<cycle::Model> for Cycle {
    type Error = StoreError;

    fn try_from(row: cycle::Model) -> Stored<Self> {
        let reading = Row::new("cycle", row.year);
        let cycle: Self = reading.json("content", &row.content)?;
        let agrees = i32::from(cycle.year()) == row.year && cycle.plan().questionnaire.to_string() == row.questionnaire;
        reading.known("content", agrees.then_some(cycle))
    }
}

impl TryFrom<proposal::Model> for Versioned<Proposal> {
    type Error = StoreError;

    fn try_from(row: proposal::Model) -> Stored<Self> {
        let reading = Row::new("proposal", row.year);
        let plan: Plan = reading.json("plan", &row.plan)?;
        let plan = reading.known("plan", (i32::from(plan.year) == row.year).then_some(plan))?;
        let by = person(row.proposed_by);
        Ok(Self {
            content: Proposal { plan, by },
            version: Version::new(row.written),
        })
    }
}

impl TryFrom<closed_figure::Model> for ClosedFigure {
    type Error = StoreError;

    fn try_from(row: closed_figure::Model) -> Stored<Self> {
        let reading = Row::new("closed_figure", row.cycle);
        let figure: Self = reading.json("content", &row.content)?;
        let is_its = i32::from(figure.cycle()) == row.cycle;
        reading.known("content", is_its.then_some(figure))
    }
}

/// The cycle of this year, if it was opened.
pub(super) async fn one(db: &impl ConnectionTrait, year: CycleYear) -> Stored<Option<Cycle>> {
    let row = cycle::Entity::find_by_id(i32::from(year)).one(db).await;
    row.map_err(unavailable)?.map(Cycle::try_from).transpose()
}

/// The year in a row.
pub(super) fn year(reading: &Row, column: &str, number: i32) -> Stored<CycleYear> {
    let year = u16::try_from(number)
        .ok()
        .and_then(|number| CycleYear::try_from(number).ok());
    reading.known(column, year)
}

async fn write_plan(txn: &DatabaseTransaction, proposal: &Proposal, over: Over) -> Stored<()> {
    use proposal::{ActiveModel, Column, Entity};
    let year = i32::from(proposal.plan.year);
    let row = ActiveModel {
        year: Set(year),
        plan: Set(to_json(&proposal.plan)?),
        proposed_by: Set(proposal.by.as_uuid()),
        written: Set(over.seen.unwrap_or_default().next().number()),
    };
    let written = if let Some(seen) = over.seen {
        let write_over = Entity::update_many()
            .set(row)
            .filter(Column::Year.eq(year))
            .filter(Column::Written.eq(seen.number()));
        write_over.exec(txn).await.map_err(unavailable)?.rows_affected
    } else {
        let first_only = OnConflict::column(Column::Year).do_nothing().to_owned();
        let begin = Entity::insert(row).on_conflict(first_only);
        begin.exec_without_returning(txn).await.map_err(unavailable)?
    };
    preparing::exactly_one(written)?;
    // Asked last: whoever opens it at the same time has done so by now, or waits for this row.
    let opened = cycle::Entity::find_by_id(year).one(txn).await.map_err(unavailable)?;
    opened.map_or(Ok(()), |_| Err(StoreError::Stale))
}

/// Turn the plan that was seen into a cycle.
async fn turn(txn: &DatabaseTransaction, cycle: &Cycle, over: Over) -> Stored<()> {
    let year = i32::from(cycle.year());
    let seen = over.seen.ok_or(StoreError::Stale)?;
    let planned = proposal::Entity::delete_many()
        .filter(proposal::Column::Year.eq(year))
        .filter(proposal::Column::Written.eq(seen.number()));
    preparing::exactly_one(planned.exec(txn).await.map_err(unavailable)?.rows_affected)?;
    let version = cycle.plan().questionnaire.to_string();
    let opened = questionnaire::Entity::find_by_id(&version).filter(questionnaire::Column::Opened.is_not_null());
    opened.one(txn).await.map_err(unavailable)?.ok_or(StoreError::Stale)?;
    let row = cycle::ActiveModel {
        year: Set(year),
        content: Set(to_json(cycle)?),
        opened: Set(cycle.opened.micros()),
        questionnaire: Set(version),
    };
    let once = OnConflict::column(cycle::Column::Year).do_nothing().to_owned();
    let opening = cycle::Entity::insert(row).on_conflict(once);
    preparing::exactly_one(opening.exec_without_returning(txn).await.map_err(unavailable)?)
}

fn line(over: Over, event: Event, year: CycleYear) -> AuditLine {
    AuditLine {
        at: over.at,
        by: Some(over.by),
        event,
        on: Some(year.to_string()),
    }
}

#[async_trait]
impl Cycles for Sql {
    async fn editions(&self) -> Stored<Vec<Versioned<Edition>>> {
        questionnaires::all(self.db.read()).await
    }

    async fn edition(&self, version: QuestionnaireVersion) -> Stored<Option<Versioned<Edition>>> {
        questionnaires::one(self.db.read(), version).await
    }

    async fn put_edition(&self, edition: &Edition, over: Over) -> Stored<()> {
        let txn = self.db.begin().await?;
        questionnaires::put(&txn, edition, over).await?;
        let changing = match edition.frozen() {
            Some(_) => Some(self.db.changes().begin(&txn).await?),
            None => None,
        };
        let done = txn.commit().await.map_err(unavailable);
        drop(changing);
        done
    }

    async fn opened(&self) -> Stored<Arc<Opened>> {
        let read = async || Ok(Arc::new(questionnaires::opened(self.db.read()).await?));
        // What is opened begins another edition of the public record.
        self.opened.get(self.public_edition(), read).await
    }

    async fn proposals(&self) -> Stored<Vec<Versioned<Proposal>>> {
        let latest_first = proposal::Entity::find().order_by_desc(proposal::Column::Year);
        let rows = latest_first.all(self.db.read()).await.map_err(unavailable)?;
        rows.into_iter().map(TryFrom::try_from).collect()
    }

    async fn proposal(&self, year: CycleYear) -> Stored<Option<Versioned<Proposal>>> {
        let row = proposal::Entity::find_by_id(i32::from(year)).one(self.db.read()).await;
        row.map_err(unavailable)?.map(TryFrom::try_from).transpose()
    }

    async fn put_proposal(&self, proposal: &Proposal, over: Over) -> Stored<()> {
        let txn = self.db.begin().await?;
        preparing::serves(&txn, over.by, SecretariatRole::Reviewer).await?;
        write_plan(&txn, proposal, over).await?;
        audit::append(&txn, &line(over, Event::CyclePlanned, proposal.plan.year)).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn open_cycle(&self, cycle: &Cycle, edition: Option<(&Edition, Version)>, over: Over) -> Stored<()> {
        let txn = self.db.begin().await?;
        preparing::serves(&txn, over.by, SecretariatRole::Publisher).await?;
        if let Some((edition, seen)) = edition {
            let seen = Some(seen);
            questionnaires::put(&txn, edition, Over { seen, ..over }).await?;
        }
        turn(&txn, cycle, over).await?;
        audit::append(&txn, &line(over, Event::CycleOpened, cycle.year())).await?;
        outbox::post(&txn, &cycle.letters(), None, Some(over.by), over.at).await?;
        let _changing = self.db.changes().begin(&txn).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn cycles(&self) -> Stored<Vec<Cycle>> {
        let latest_first = cycle::Entity::find().order_by_desc(cycle::Column::Year);
        let rows = latest_first.all(self.db.read()).await.map_err(unavailable)?;
        rows.into_iter().map(Cycle::try_from).collect()
    }

    async fn cycle(&self, year: CycleYear) -> Stored<Option<Cycle>> {
        one(self.db.read(), year).await
    }

    async fn extension(&self, year: CycleYear, state: &StateCode) -> Stored<Option<Extension>> {
        extensions::latest(self.db.read(), year, *state).await
    }

    async fn extensions(&self, year: CycleYear) -> Stored<Vec<Extension>> {
        extensions::in_cycle(self.db.read(), year).await
    }

    async fn put_extension(&self, extension: &Extension, at: Timestamp) -> Stored<()> {
        let txn = self.db.begin().await?;
        extensions::put(&txn, extension, at).await?;
        outbox::post(&txn, &[extension.letter()], None, None, at).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn closed_figures(&self) -> Stored<BTreeMap<CycleYear, ClosedFigure>> {
        let rows = closed_figure::Entity::find().all(self.db.read()).await;
        let figure = |row| ClosedFigure::try_from(row).map(|figure| (figure.cycle(), figure));
        rows.map_err(unavailable)?.into_iter().map(figure).collect()
    }

    async fn closed_figure(&self, year: CycleYear) -> Stored<Option<ClosedFigure>> {
        let row = closed_figure::Entity::find_by_id(i32::from(year))
            .one(self.db.read())
            .await;
        row.map_err(unavailable)?.map(ClosedFigure::try_from).transpose()
    }

    async fn fix_figure(&self, figure: &ClosedFigure) -> Stored<()> {
        let txn = self.db.begin().await?;
        let row = closed_figure::ActiveModel {
            cycle: Set(figure.cycle().into()),
            content: Set(to_json(figure)?),
        };
        let once = OnConflict::column(closed_figure::Column::Cycle).do_nothing().to_owned();
        let fixing = closed_figure::Entity::insert(row).on_conflict(once);
        if fixing.exec_without_returning(&txn).await.map_err(unavailable)? == 0 {
            return Ok(());
        }
        let line = AuditLine {
            at: figure.at(),
            by: None,
            event: Event::FigureFixed,
            on: Some(figure.cycle().to_string()),
        };
        audit::append(&txn, &line).await?;
        let _changing = self.db.changes().begin(&txn).await?;
        txn.commit().await.map_err(unavailable)
    }
}
