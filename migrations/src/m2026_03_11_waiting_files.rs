//! Files that tell of several events wait here until their drafter has said which. Rows are deleted when they did, when
//! they sign out, and after half an hour.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `waiting_file`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(waiting_file()).await?;
        manager.create_index(index("waiting_file", &["kept_at"])).await
    }
}

fn waiting_file() -> TableCreateStatement {
    Table::create()
        .table("waiting_file")
        // One for each person: another file takes its place.
        .col(uuid("person"))
        .col(big_integer("kept_at"))
        .col(text("content"))
        .primary_key(&mut primary_key("waiting_file", &["person"]))
        .foreign_key(&mut references("waiting_file", "person", ("person", "id")))
        .take()
}
