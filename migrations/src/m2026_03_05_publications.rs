//! What everyone may read.

use crate::names::{index, primary_key, references, unique};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `publication`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(publication()).await?;
        manager.create_index(index("publication", &["published"])).await?;
        manager
            .create_index(index("publication", &["state", "published"]))
            .await
    }
}

fn publication() -> TableCreateStatement {
    Table::create()
        .table("publication")
        // The public reference, PUB-2026-0412, is the key: no page finds its way from here to a filing's.
        .col(integer("year"))
        .col(integer("number"))
        // For the State and the secretariat, who may follow it back.
        .col(uuid("filing"))
        .col(text("state"))
        .col(big_integer("published"))
        // The bytes that were approved and compared, and their hash. Erased when the State withdraws: the hash too,
        // since who guesses the words could confirm them by it.
        .col(text_null("disclosure"))
        .col(text_null("disclosure_hash"))
        .col(big_integer_null("withdrawn"))
        .primary_key(&mut primary_key("publication", &["year", "number"]))
        .index(&mut unique("publication", &["filing"]))
        .foreign_key(&mut references("publication", "filing", ("filing", "id")))
        .foreign_key(&mut references("publication", "state", ("state", "code")))
        // It stands with its words, or was withdrawn and has none.
        .check((
            "ck_publication_withdrawn",
            Expr::col("withdrawn")
                .is_null()
                .eq(Expr::col("disclosure").is_not_null()),
        ))
        .check((
            "ck_publication_hash",
            Expr::col("disclosure")
                .is_null()
                .eq(Expr::col("disclosure_hash").is_null()),
        ))
        .take()
}
