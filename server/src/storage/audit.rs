//! The audit log: who did what on which, when. Ids and codes, never content; lines are added and never changed, which
//! the database itself sees to. Of somebody who is refused again and again, the log does not grow without end.

use super::{
    Sql,
    entities::audit_line,
    rows::{Row, storable, to_json},
    unavailable,
};
use app::portal::ports::{Audit, AuditLine, Event, Paged, Stored};
use async_trait::async_trait;
use domain::ids::{PersonId, Timestamp};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, EntityTrait, PaginatorTrait, QueryOrder, QuerySelect,
};
use uuid::Uuid;

/// Append a line, in the transaction of what it tells.
pub(crate) async fn append(db: &impl ConnectionTrait, line: &AuditLine) -> Stored<()> {
    let row = audit_line::ActiveModel {
        number: NotSet,
        at: Set(line.at.micros()),
        person: Set(line.by.map(PersonId::as_uuid)),
        event: Set(to_json(&line.event)?),
        subject: Set(line.on.as_deref().map(storable)),
    };
    audit_line::Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// A line about a person.
pub(super) fn on(person: Uuid, by: Option<PersonId>, event: Event, at: Timestamp) -> AuditLine {
    AuditLine {
        at,
        by,
        event,
        on: Some(person.to_string()),
    }
}

fn read(row: audit_line::Model) -> Stored<AuditLine> {
    Ok(AuditLine {
        at: Timestamp::from_micros(row.at),
        by: row.person.map(PersonId::new),
        event: Row::new("audit_line", row.number).json("event", &row.event)?,
        on: row.subject,
    })
}

#[async_trait]
impl Audit for Sql {
    async fn record(&self, line: &AuditLine) -> Stored<()> {
        if matches!(line.event, Event::Denied { .. }) && !self.refusals.count(line.by, line.at) {
            return Ok(());
        }
        let txn = self.db.begin().await?;
        append(&txn, line).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn log(&self, page: u32) -> Stored<Paged<AuditLine>> {
        let total = audit_line::Entity::find()
            .count(self.db.read())
            .await
            .map_err(unavailable)?;
        let size = u64::from(Paged::<AuditLine>::SIZE);
        let lines = audit_line::Entity::find()
            .order_by_desc(audit_line::Column::Number)
            .offset(u64::from(page.saturating_sub(1)) * size)
            .limit(size)
            .all(self.db.read())
            .await
            .map_err(unavailable)?;
        let items = lines.into_iter().map(read).collect::<Stored<_>>()?;
        Ok(Paged { items, page, total })
    }
}
