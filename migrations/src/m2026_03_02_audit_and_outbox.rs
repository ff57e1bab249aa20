//! What is written down whenever something happens: a line in the audit log, and letters to be sent.
//!
//! Both are written in the transaction of their cause. The log only grows: the database itself refuses to change or
//! remove a line. Whoever owns the database can lift that, but not by mistake and not through the portal.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

/// Creates `audit_line` and `outbox`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const ONLY_GROWS_SQLITE: [&str; 2] = [
    "CREATE TRIGGER audit_line_not_changed BEFORE UPDATE ON audit_line
     BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END",
    "CREATE TRIGGER audit_line_not_removed BEFORE DELETE ON audit_line
     BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END",
];

const ONLY_GROWS_POSTGRES: [&str; 2] = [
    "CREATE FUNCTION audit_line_only_grows() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$",
    "CREATE TRIGGER audit_line_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_line
     FOR EACH STATEMENT EXECUTE FUNCTION audit_line_only_grows()",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(audit_line()).await?;
        let only_grows = match manager.get_database_backend() {
            DbBackend::Sqlite => ONLY_GROWS_SQLITE,
            _ => ONLY_GROWS_POSTGRES,
        };
        for statement in only_grows {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        manager.create_table(outbox()).await?;
        manager.create_index(index("outbox", &["sent_at", "due_at"])).await
    }
}

fn audit_line() -> TableCreateStatement {
    Table::create()
        .table("audit_line")
        // The order in which lines were written; two may share a microsecond.
        .col(big_integer("number").auto_increment().primary_key())
        .col(big_integer("at"))
        // Ids and codes, never content. No foreign keys: a line stands whatever becomes of what it is about.
        .col(uuid_null("person"))
        .col(text("event"))
        .col(text_null("subject"))
        .take()
}

/// Letters: who is told what, each a row of its own so that each is sent once.
fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(uuid("id"))
        .col(uuid("person"))
        .col(text("occasion"))
        // The reference of the filing it is about, to trace it to its cause. It does not leave with the letter.
        .col(text_null("filing"))
        // What only the letter carries of an invitation. Erased when the letter is sent.
        .col(text_null("token"))
        // Not before this moment. Whoever begins to send puts it off, so that no other server begins as well.
        .col(big_integer("due_at"))
        .col(integer("attempts"))
        .col(big_integer_null("sent_at"))
        .primary_key(&mut primary_key("outbox", &["id"]))
        .foreign_key(&mut references("outbox", "person", ("person", "id")))
        .check((
            "ck_outbox_token",
            Expr::col("sent_at").is_null().or(Expr::col("token").is_null()),
        ))
        .take()
}
