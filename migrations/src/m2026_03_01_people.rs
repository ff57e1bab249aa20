//! People with an account, and what lets them in: invitations, sessions, and how often somebody failed.
//!
//! A person is never deleted, since timelines name them; what lets them in is deleted as soon as it lets nobody in.

use crate::names::{index, primary_key, references, unique};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `person`, `person_role`, `invitation`, `session` and `throttle`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const PERSON: (&str, &str) = ("person", "id");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(person()).await?;
        manager.create_index(index("person", &["state"])).await?;
        manager.create_table(person_role()).await?;
        manager.create_table(invitation()).await?;
        manager.create_index(index("invitation", &["person"])).await?;
        manager.create_table(session()).await?;
        manager.create_index(index("session", &["person"])).await?;
        manager.create_index(index("session", &["last_seen"])).await?;
        manager.create_table(throttle()).await?;
        manager.create_index(index("throttle", &["attempted_at"])).await
    }
}

fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(uuid("id"))
        .col(text("name"))
        // As written, since some mail servers tell capitals apart; and trimmed and in lower case, as it is looked up.
        // SQLite's lower() knows ASCII only, so the second is made before it gets here.
        .col(text("email"))
        .col(text("email_key"))
        // One side, and the State where that side is a State's.
        .col(text("side"))
        .col(text_null("state"))
        .col(boolean("active"))
        // A PHC string. None until an invitation is accepted.
        .col(text_null("password_hash"))
        // The reference of the note by which they were nominated.
        .col(text("nominated_by"))
        .col(big_integer("created_at"))
        .primary_key(&mut primary_key("person", &["id"]))
        .index(&mut unique("person", &["email_key"]))
        .foreign_key(&mut references("person", "state", ("state", "code")))
        .check((
            "ck_person_state",
            Expr::col("side").eq("state").eq(Expr::col("state").is_not_null()),
        ))
        .take()
}

/// The set of roles a person holds on their side. Administrators and auditors need none.
fn person_role() -> TableCreateStatement {
    Table::create()
        .table("person_role")
        .col(uuid("person"))
        .col(text("role"))
        .primary_key(&mut primary_key("person_role", &["person", "role"]))
        .foreign_key(&mut references("person_role", "person", PERSON))
        .take()
}

/// Links that can still be used: using one deletes it, which only one of two can.
fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        // SHA-256 of what the link holds: who reads the table can use none.
        .col(text("token_hash"))
        .col(uuid("person"))
        .col(big_integer("expires_at"))
        .primary_key(&mut primary_key("invitation", &["token_hash"]))
        .foreign_key(&mut references("invitation", "person", PERSON))
        .take()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        // SHA-256 of the id in the cookie, for the same reason.
        .col(text("id_hash"))
        // Whose it is, so that all of theirs can be ended. None before sign-in.
        .col(uuid_null("person"))
        // What the session holds, as JSON.
        .col(text("content"))
        .col(big_integer("began_at"))
        // At most a minute old: reading a page need not write a row.
        .col(big_integer("last_seen"))
        .primary_key(&mut primary_key("session", &["id_hash"]))
        .foreign_key(&mut references("session", "person", PERSON))
        .take()
}

/// How often an attempt to sign in failed, by account, by network, and by both together.
fn throttle() -> TableCreateStatement {
    Table::create()
        .table("throttle")
        // A hash: what was typed as an address may be somebody's, or a password in the wrong field.
        .col(text("brake"))
        .col(integer("failures"))
        .col(big_integer("attempted_at"))
        // When it last went well, where that is worth knowing.
        .col(big_integer_null("succeeded_at"))
        .primary_key(&mut primary_key("throttle", &["brake"]))
        .take()
}
