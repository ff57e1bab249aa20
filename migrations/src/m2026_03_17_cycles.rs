//! Questionnaires and cycles: prepared, opened, and what was fixed when a cycle closed.
//!
//! What is being prepared counts in `written` how often it was, and is written over only at the count somebody saw.
//! What was opened is never written over: a questionnaire keeps its row, a plan leaves its own for that of its cycle.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `questionnaire`, `proposal`, `cycle`, `extension` and `closed_figure`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const CYCLE: (&str, &str) = ("cycle", "year");
const PERSON: (&str, &str) = ("person", "id");
const QUESTIONNAIRE: (&str, &str) = ("questionnaire", "version");
const STATE: (&str, &str) = ("state", "code");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(questionnaire()).await?;
        manager.create_table(proposal()).await?;
        manager.create_table(cycle()).await?;
        manager.create_index(index("cycle", &["questionnaire"])).await?;
        manager.create_table(extension()).await?;
        manager.create_table(closed_figure()).await
    }
}

fn questionnaire() -> TableCreateStatement {
    Table::create()
        .table("questionnaire")
        .col(text("version"))
        .col(text("content"))
        .col(text("stage"))
        // Ids of those who wrote in it: none of them opens it.
        .col(text("authors"))
        .col(big_integer("written"))
        // From when on nothing of it changes, and the hash of the content as it was then.
        .col(big_integer_null("opened"))
        .col(text_null("content_hash"))
        .primary_key(&mut primary_key("questionnaire", &["version"]))
        .check((
            "ck_questionnaire_opened",
            Expr::col("opened").is_null().eq(Expr::col("content_hash").is_null()),
        ))
        .take()
}

/// A cycle that is being planned. When it is opened, this row becomes one of `cycle`.
fn proposal() -> TableCreateStatement {
    Table::create()
        .table("proposal")
        .col(integer("year"))
        .col(text("plan"))
        .col(uuid("proposed_by"))
        .col(big_integer("written"))
        .primary_key(&mut primary_key("proposal", &["year"]))
        .foreign_key(&mut references("proposal", "proposed_by", PERSON))
        .take()
}

fn cycle() -> TableCreateStatement {
    Table::create()
        .table("cycle")
        .col(integer("year"))
        // Its plan, who made it and who opened it, as the domain writes it.
        .col(text("content"))
        .col(big_integer("opened"))
        .col(text("questionnaire"))
        .primary_key(&mut primary_key("cycle", &["year"]))
        .foreign_key(&mut references("cycle", "questionnaire", QUESTIONNAIRE))
        .take()
}

/// A State's request for more time. The one with the highest number counts.
fn extension() -> TableCreateStatement {
    Table::create()
        .table("extension")
        .col(integer("cycle"))
        .col(text("state"))
        .col(integer("number"))
        // The day it asks for: 2026-05-30.
        .col(text("until"))
        .col(text("reason"))
        .col(uuid("asked_by"))
        .col(big_integer("asked"))
        .col(text("outcome"))
        .col(uuid_null("decided_by"))
        .col(big_integer_null("decided"))
        // What is said to that: always why not, where it was refused.
        .col(text_null("why"))
        .primary_key(&mut primary_key("extension", &["cycle", "state", "number"]))
        .foreign_key(&mut references("extension", "cycle", CYCLE))
        .foreign_key(&mut references("extension", "state", STATE))
        .foreign_key(&mut references("extension", "asked_by", PERSON))
        .foreign_key(&mut references("extension", "decided_by", PERSON))
        .take()
}

/// What was fixed when a cycle closed, and is never computed again.
fn closed_figure() -> TableCreateStatement {
    Table::create()
        .table("closed_figure")
        .col(integer("cycle"))
        .col(text("content"))
        .primary_key(&mut primary_key("closed_figure", &["cycle"]))
        .foreign_key(&mut references("closed_figure", "cycle", CYCLE))
        .take()
}
