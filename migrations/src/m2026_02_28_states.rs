//! The participating States. The list that is shipped is not put in here but by the first start: it is the domain's,
//! and an administrator edits it.

use crate::names::primary_key;
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `state`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let state = Table::create()
            .table("state")
            // ISO 3166-1 alpha-2: it outlives every name a State has had.
            .col(text("code"))
            .col(text("name"))
            .col(text("regional_group"))
            // Invented, for demonstration: pages say so wherever it is shown.
            .col(boolean("demonstration"))
            .primary_key(&mut primary_key("state", &["code"]))
            .take();
        manager.create_table(state).await
    }
}
