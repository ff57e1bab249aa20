//! Filings and everything that belongs to one: draft revisions, timeline, submissions, notes, receipts.
//!
//! `filing` is the only one of these tables whose rows change, and each change counts its `version` up. The others are
//! append-only and hang on that version or on a number of their own, so a filing that was read once can be completed
//! from them later without a transaction around it: what a version pointed to stays.

use crate::names::{index, primary_key, references, unique};
use sea_orm_migration::{prelude::*, schema::*};

/// Creates `number_series`, `filing`, `receipt`, `draft_revision`, `page_beside`, `timeline_entry`, `submission` and
/// `internal_note`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const FILING: (&str, &str) = ("filing", "id");
const PERSON: (&str, &str) = ("person", "id");
const STATE: (&str, &str) = ("state", "code");

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(number_series()).await?;
        manager.create_table(filing()).await?;
        for columns in [
            &["state", "changed"],
            &["known_stage", "first_approved"],
            &["audience", "stage"],
        ] {
            manager.create_index(index("filing", columns)).await?;
        }
        manager.create_table(receipt()).await?;
        manager.create_table(draft_revision()).await?;
        manager.create_table(page_beside()).await?;
        manager.create_table(timeline_entry()).await?;
        manager.create_table(submission()).await?;
        manager.create_table(internal_note()).await?;
        manager
            .create_index(index("internal_note", &["filing", "written_at"]))
            .await
    }
}

/// Counters of references. A row is locked from taking a number until the commit, so a rolled-back filing leaves no gap
/// that would make people ask what was removed; a sequence of the database would leave one, and SQLite has none.
fn number_series() -> TableCreateStatement {
    Table::create()
        .table("number_series")
        .col(text("name"))
        .col(integer("last"))
        .primary_key(&mut primary_key("number_series", &["name"]))
        .take()
}

fn filing() -> TableCreateStatement {
    Table::create()
        .table("filing")
        .col(uuid("id"))
        // The reference, in its parts: INC-XV-2026-0007.
        .col(text("state"))
        .col(integer("year"))
        .col(integer("number"))
        .col(text("instalment"))
        .col(integer("revision"))
        .col(big_integer("version"))
        // The stage's name for searching, and the stage with its facts as the domain writes it.
        .col(text("stage"))
        .col(text("stage_facts"))
        .col(big_integer("since"))
        // The stage as the secretariat may know it: that an answer awaits approval stays inside the State, also when
        // filings are filtered, counted or sorted.
        .col(text("known_stage"))
        .col(big_integer("known_since"))
        .col(big_integer("opened"))
        .col(big_integer("changed"))
        .col(big_integer_null("first_approved"))
        // Ids as a JSON list: always read and written whole, with the draft they say something about.
        .col(text("drafters"))
        // For lists, so that no draft is opened to show its title.
        .col(text("title"))
        .col(text("language"))
        // The number of the latest submission, and what lists and filters need of it.
        .col(integer_null("submission"))
        .col(text_null("submitted_title"))
        .col(text_null("submitted_language"))
        .col(text_null("audience"))
        .col(uuid_null("reviewer"))
        .primary_key(&mut primary_key("filing", &["id"]))
        .index(&mut unique("filing", &["state", "year", "number"]))
        .foreign_key(&mut references("filing", "state", STATE))
        .foreign_key(&mut references("filing", "reviewer", PERSON))
        // What a national authority let out has a snapshot, and nothing else has.
        .check((
            "ck_filing_first_approved",
            Expr::col("first_approved")
                .is_null()
                .eq(Expr::col("submission").is_null()),
        ))
        .take()
}

/// What came of posting a form. The primary key is what makes a doubled click one act.
fn receipt() -> TableCreateStatement {
    Table::create()
        .table("receipt")
        .col(uuid("form_key"))
        // Part of the key: whoever guesses another's key learns nothing by using it.
        .col(uuid("person"))
        .col(big_integer("posted_at"))
        .col(text("outcome"))
        .primary_key(&mut primary_key("receipt", &["form_key", "person"]))
        .foreign_key(&mut references("receipt", "person", PERSON))
        .take()
}

/// The draft under the version that first had it. Versions that changed no word have none of their own.
fn draft_revision() -> TableCreateStatement {
    Table::create()
        .table("draft_revision")
        .col(uuid("filing"))
        .col(big_integer("version"))
        .col(text("content"))
        .col(uuid("written_by"))
        .col(big_integer("written_at"))
        .primary_key(&mut primary_key("draft_revision", &["filing", "version"]))
        .foreign_key(&mut references("draft_revision", "filing", FILING))
        .foreign_key(&mut references("draft_revision", "written_by", PERSON))
        .take()
}

/// A page that was saved over a newer draft, kept until somebody chooses between the two.
fn page_beside() -> TableCreateStatement {
    Table::create()
        .table("page_beside")
        .col(uuid("filing"))
        // The version it was kept at. Who chooses has seen those up to the version their form was drawn from.
        .col(big_integer("version"))
        .col(uuid("written_by"))
        .col(big_integer("written_at"))
        .col(text("page"))
        .col(text("answers"))
        // When somebody chose. The row stays for as long as the draft does.
        .col(big_integer_null("settled_at"))
        .primary_key(&mut primary_key("page_beside", &["filing", "version"]))
        .foreign_key(&mut references("page_beside", "filing", FILING))
        .foreign_key(&mut references("page_beside", "written_by", PERSON))
        .take()
}

/// One entry for each command that was carried out, under the version it made: no stage without its entry, no entry
/// twice.
fn timeline_entry() -> TableCreateStatement {
    Table::create()
        .table("timeline_entry")
        .col(uuid("filing"))
        .col(big_integer("version"))
        .col(big_integer("happened_at"))
        .col(uuid("person"))
        // Whom the person acted for: a State, or the secretariat where there is none.
        .col(text_null("state"))
        .col(text("action"))
        .col(text("from_stage"))
        .col(text("to_stage"))
        .col(text_null("note"))
        .col(text_null("field"))
        .col(boolean("alone"))
        .primary_key(&mut primary_key("timeline_entry", &["filing", "version"]))
        .foreign_key(&mut references("timeline_entry", "filing", FILING))
        .foreign_key(&mut references("timeline_entry", "person", PERSON))
        .foreign_key(&mut references("timeline_entry", "state", STATE))
        .take()
}

/// What a national authority let out: the incident and its disclosure as the very bytes that were hashed.
fn submission() -> TableCreateStatement {
    Table::create()
        .table("submission")
        .col(uuid("filing"))
        .col(integer("number"))
        .col(text("incident"))
        .col(text("incident_hash"))
        .col(text("disclosure"))
        .col(text("disclosure_hash"))
        .col(uuid("approved_by"))
        .col(big_integer("approved_at"))
        .primary_key(&mut primary_key("submission", &["filing", "number"]))
        .foreign_key(&mut references("submission", "filing", FILING))
        .foreign_key(&mut references("submission", "approved_by", PERSON))
        .take()
}

fn internal_note() -> TableCreateStatement {
    Table::create()
        .table("internal_note")
        .col(uuid("id"))
        .col(uuid("filing"))
        .col(uuid("written_by"))
        .col(big_integer("written_at"))
        .col(text("content"))
        .primary_key(&mut primary_key("internal_note", &["id"]))
        .foreign_key(&mut references("internal_note", "filing", FILING))
        .foreign_key(&mut references("internal_note", "written_by", PERSON))
        .take()
}
