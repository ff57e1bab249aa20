//! How often what everyone may read was changed, so that a server that keeps pages learns that they are old.

use crate::names::primary_key;
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `edition`, with its one line.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let edition = Table::create()
            .table("edition")
            // Of what. There is one line, `public`; one row without a key would be two some day.
            .col(text("name"))
            // Counted up in the transaction of every change. Nobody reads it but to see whether it is another.
            .col(big_integer("number"))
            .primary_key(&mut primary_key("edition", &["name"]))
            .take();
        manager.create_table(edition).await?;
        let first = "INSERT INTO edition (name, number) VALUES ('public', 1)";
        manager.get_connection().execute_unprepared(first).await.map(|_| ())
    }
}
