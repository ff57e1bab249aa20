//! Progress reports: filings of another kind, and what everyone may read of them.
//!
//! A filing says of which kind it is, and the column that held an incident's instalment holds the terms of either kind:
//! of an incident still its instalment, of a report the year of its cycle. Until now all filings were about incidents.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*};

/// Changes `filing` and `submission`; creates `report_publication` and `published_answer`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const CYCLE: (&str, &str) = ("cycle", "year");
const FILING: (&str, &str) = ("filing", "id");
const QUESTIONNAIRE: (&str, &str) = ("questionnaire", "version");
const STATE: (&str, &str) = ("state", "code");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let kind = Table::alter()
            .table("filing")
            .add_column(text("kind").default("INC"))
            .take();
        manager.alter_table(kind).await?;
        rename(manager, "filing", "instalment", "terms").await?;
        rename(manager, "submission", "incident", "content").await?;
        rename(manager, "submission", "incident_hash", "content_hash").await?;
        manager.create_index(one_report_a_cycle()).await?;
        manager.create_table(report_publication()).await?;
        for columns in [&["cycle", "state"][..], &["state"]] {
            manager.create_index(index("report_publication", columns)).await?;
        }
        manager.create_table(published_answer()).await?;
        manager.create_index(index("published_answer", &["question"])).await
    }
}

async fn rename(
    manager: &SchemaManager<'_>,
    table: &'static str,
    from: &'static str,
    to: &'static str,
) -> Result<(), DbErr> {
    let renaming = Table::alter().table(table).rename_column(from, to).take();
    manager.alter_table(renaming).await
}

/// A State has one report in a cycle. Where it withdrew that, it may file another.
fn one_report_a_cycle() -> IndexCreateStatement {
    Index::create()
        .name("uq_filing_state_terms")
        .table("filing")
        .unique()
        .col("state")
        .col("terms")
        .and_where(Expr::col("kind").eq("REP"))
        .and_where(Expr::col("stage").ne("withdrawn"))
        .take()
}

fn report_publication() -> TableCreateStatement {
    Table::create()
        .table("report_publication")
        .col(uuid("filing"))
        // Cycle and State are the public address. Of one that was withdrawn and followed by another, both rows are here.
        .col(integer("cycle"))
        .col(text("state"))
        .col(big_integer("published"))
        .col(text("questionnaire"))
        // What the State was asked about, for whoever reads its answers one by one.
        .col(text_null("about"))
        // The bytes that were approved, and their hash. All three are erased when the State withdraws.
        .col(text_null("disclosure"))
        .col(text_null("disclosure_hash"))
        .col(big_integer_null("withdrawn"))
        .primary_key(&mut primary_key("report_publication", &["filing"]))
        .foreign_key(&mut references("report_publication", "filing", FILING))
        .foreign_key(&mut references("report_publication", "cycle", CYCLE))
        .foreign_key(&mut references("report_publication", "state", STATE))
        .foreign_key(&mut references("report_publication", "questionnaire", QUESTIONNAIRE))
        // It stands with its words, or was withdrawn and has none.
        .check((
            "ck_report_publication_withdrawn",
            Expr::col("withdrawn")
                .is_null()
                .eq(Expr::col("disclosure").is_not_null()),
        ))
        .check((
            "ck_report_publication_about",
            Expr::col("disclosure").is_null().eq(Expr::col("about").is_null()),
        ))
        .check((
            "ck_report_publication_hash",
            Expr::col("disclosure")
                .is_null()
                .eq(Expr::col("disclosure_hash").is_null()),
        ))
        .take()
}

/// The answers of public reports that stand, where there is something to read. They are in the disclosures, too; here
/// those to one question are found without opening every report there is.
fn published_answer() -> TableCreateStatement {
    Table::create()
        .table("published_answer")
        .col(uuid("filing"))
        .col(text("question"))
        .col(integer("cycle"))
        .col(text("state"))
        .col(text("questionnaire"))
        .col(text("answer"))
        .primary_key(&mut primary_key("published_answer", &["filing", "question"]))
        .foreign_key(&mut references("published_answer", "filing", FILING))
        .take()
}
