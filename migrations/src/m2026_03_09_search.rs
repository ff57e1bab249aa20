//! What publications are found and counted by. All of it follows from `publication`, and can be made again from there.

use crate::names::{index, primary_key, references};
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

/// Creates `publication_words`, `publication_count`, `topic_count` and `derived`.
#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for statement in words(manager.get_database_backend()) {
            manager.get_connection().execute_unprepared(statement).await?;
        }
        manager.create_table(publication_count()).await?;
        manager.create_table(topic_count()).await?;
        manager.create_table(derived()).await?;
        // A State's own list, read from its end.
        manager
            .create_index(index("publication", &["state", "year", "number"]))
            .await
    }
}

/// The words of each publication that stands, in the full-text index each database has. Its `rowid` is made of the
/// publication's year and number, and counts up with them: who reads an index from its end reads the latest first.
///
/// The words come ready made, and neither database is to cut or fold them again.
const fn words(backend: DbBackend) -> &'static [&'static str] {
    match backend {
        DbBackend::Postgres => &[
            "CREATE TABLE publication_words (\
             rowid bigint CONSTRAINT pk_publication_words PRIMARY KEY, words tsvector NOT NULL)",
            // Without its list of what is pending: a search would have to read that, too.
            "CREATE INDEX ix_publication_words_words ON publication_words USING gin (words) WITH (fastupdate = off)",
        ],
        _ => &[
            // Words and nothing of where they stand. `ascii` takes every letter beyond ASCII as a letter and leaves it
            // as it is; a colon and a hyphen belong to the names of topics.
            "CREATE VIRTUAL TABLE publication_words USING \
             fts5(words, detail = none, columnsize = 0, tokenize = \"ascii tokenchars ':-'\")",
            // What is taken out is erased, and not only marked as gone.
            "INSERT INTO publication_words (publication_words, rank) VALUES ('secure-delete', 1)",
        ],
    }
}

/// How many publications a State has in a year, so that nobody has to count them.
fn publication_count() -> TableCreateStatement {
    Table::create()
        .table("publication_count")
        .col(text("state"))
        .col(integer("year"))
        // Withdrawn ones too.
        .col(integer("listed"))
        .col(integer("standing"))
        .primary_key(&mut primary_key("publication_count", &["state", "year"]))
        .foreign_key(&mut references("publication_count", "state", ("state", "code")))
        .take()
}

/// How many publications of a kind stand, or that touch a sector.
fn topic_count() -> TableCreateStatement {
    Table::create()
        .table("topic_count")
        // `kind:incident`, `sector:energy`
        .col(text("topic"))
        .col(integer("standing"))
        .primary_key(&mut primary_key("topic_count", &["topic"]))
        .take()
}

/// By which version of the code a table was made that follows from others. Another version makes it anew.
fn derived() -> TableCreateStatement {
    Table::create()
        .table("derived")
        .col(text("name"))
        .col(integer("version"))
        .primary_key(&mut primary_key("derived", &["name"]))
        .take()
}
