//! Commitments, norms and measures; the circles of States they are addressed to; and each State's memberships and
//! calendar. What is shipped is not put in here but by the first start: it is the domain's, and the secretariat edits it.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `circle`, `commitment`, `membership`, `opted_into` and `calendar`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const CIRCLE: (&str, &str) = ("circle", "id");
const COMMITMENT: (&str, &str) = ("commitment", "id");
const STATE: (&str, &str) = ("state", "code");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(circle()).await?;
        manager.create_table(commitment()).await?;
        manager.create_index(index("commitment", &["circle"])).await?;
        manager.create_table(membership()).await?;
        manager.create_index(index("membership", &["circle"])).await?;
        manager.create_table(opted_into()).await?;
        manager.create_index(index("opted_into", &["commitment"])).await?;
        manager.create_table(calendar()).await
    }
}

fn circle() -> TableCreateStatement {
    Table::create()
        .table("circle")
        .col(text("id"))
        .col(text("name"))
        .primary_key(&mut primary_key("circle", &["id"]))
        .take()
}

fn commitment() -> TableCreateStatement {
    Table::create()
        .table("commitment")
        // As its instrument numbers it: CDP-IV, 13g, OSCE-8.
        .col(text("id"))
        .col(text("title"))
        .col(text("symbol"))
        .col(text("status"))
        // To whom it is addressed.
        .col(text("circle"))
        .primary_key(&mut primary_key("commitment", &["id"]))
        .foreign_key(&mut references("commitment", "circle", CIRCLE))
        .take()
}

fn membership() -> TableCreateStatement {
    Table::create()
        .table("membership")
        .col(text("state"))
        .col(text("circle"))
        .primary_key(&mut primary_key("membership", &["state", "circle"]))
        .foreign_key(&mut references("membership", "state", STATE))
        .foreign_key(&mut references("membership", "circle", CIRCLE))
        .take()
}

/// What a State reports on though it is not addressed to it.
fn opted_into() -> TableCreateStatement {
    Table::create()
        .table("opted_into")
        .col(text("state"))
        .col(text("commitment"))
        .primary_key(&mut primary_key("opted_into", &["state", "commitment"]))
        .foreign_key(&mut references("opted_into", "state", STATE))
        .foreign_key(&mut references("opted_into", "commitment", COMMITMENT))
        .take()
}

/// A State's own time. One that said nothing has no row.
fn calendar() -> TableCreateStatement {
    Table::create()
        .table("calendar")
        .col(text("state"))
        // A name of the IANA database.
        .col(text("zone"))
        // JSON lists: always read and written whole.
        .col(text("weekdays_off"))
        .col(text("days_off"))
        .primary_key(&mut primary_key("calendar", &["state"]))
        .foreign_key(&mut references("calendar", "state", STATE))
        .take()
}
