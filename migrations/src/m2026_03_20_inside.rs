//! What the people of a State keep among themselves about a report: who writes which section, and their comments.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `report_section` and `inside_comment`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(report_section()).await?;
        manager.create_table(inside_comment()).await?;
        manager
            .create_index(index("inside_comment", &["filing", "written_at"]))
            .await
    }
}

fn report_section() -> TableCreateStatement {
    Table::create()
        .table("report_section")
        .col(uuid("filing"))
        .col(text("section"))
        // Their ids, as JSON; none where it is any drafter's.
        .col(text("drafters"))
        .col(uuid_null("done_by"))
        .col(big_integer_null("done_at"))
        .primary_key(&mut primary_key("report_section", &["filing", "section"]))
        .foreign_key(&mut references("report_section", "filing", ("filing", "id")))
        .foreign_key(&mut references("report_section", "done_by", ("person", "id")))
        .take()
}

fn inside_comment() -> TableCreateStatement {
    Table::create()
        .table("inside_comment")
        .col(uuid("id"))
        .col(uuid("filing"))
        // A section or a question by its kind and id; nothing for the whole.
        .col(text_null("section"))
        .col(text_null("question"))
        .col(uuid("written_by"))
        .col(big_integer("written_at"))
        .col(text("content"))
        .primary_key(&mut primary_key("inside_comment", &["id"]))
        .foreign_key(&mut references("inside_comment", "filing", ("filing", "id")))
        .foreign_key(&mut references("inside_comment", "written_by", ("person", "id")))
        .take()
}
