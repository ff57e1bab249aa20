//! Reminders that were sent, so that none is sent twice, whichever server sends them.

use crate::names::{primary_key, references};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `reminder`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(reminder()).await
    }
}

fn reminder() -> TableCreateStatement {
    Table::create()
        .table("reminder")
        .col(integer("cycle"))
        .col(text("state"))
        // From the day on which the report is due, negative before it.
        .col(integer("days"))
        .col(big_integer("sent_at"))
        .primary_key(&mut primary_key("reminder", &["cycle", "state", "days"]))
        .foreign_key(&mut references("reminder", "cycle", ("cycle", "year")))
        .foreign_key(&mut references("reminder", "state", ("state", "code")))
        .take()
}
