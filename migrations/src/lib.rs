//! Verbale's tables, one file for each aggregate, on SQLite and on PostgreSQL alike.
//!
//! What a migration has done to somebody's database cannot be undone by editing it, so the files here depend on no
//! other crate of the workspace: history must not change when the code does. A change to a table is a new file with a
//! later date, appended to the list below.
//!
//! Conventions, on both databases:
//!
//! - A moment is a `bigint` of microseconds since 1970, UTC. Text would sort wrongly where fractions vary in length, and
//!   the two databases disagree on every type for time.
//! - An id is a `uuid`; what people read (references, codes of States) is text or numbers, and unique.
//! - What the domain composes (drafts, stages with their facts, snapshots) is its JSON as text, not `jsonb`: nothing is
//!   searched in it, a hash is kept of some of it, and `jsonb` would reorder its members. What is searched or sorted by
//!   has a column of its own beside it, and the words of publications have an index (`m2026_03_09_search`).
//! - Nothing is deleted by a foreign key: nothing that was filed is deleted at all.
//! - Every constraint has a name made by [`names`], so that an error of the database says which.
//!
//! Each migration asks for a transaction, which SQLite would not get otherwise: a migration is there or it is not.

#![allow(
    clippy::wildcard_imports,
    reason = "the columns of `schema` are a small language of their own"
)]

use sea_orm_migration::prelude::*;

mod m2026_02_28_states;
mod m2026_03_01_people;
mod m2026_03_02_audit_and_outbox;
mod m2026_03_04_filings;
mod m2026_03_05_publications;
mod m2026_03_09_search;
mod m2026_03_10_edition;
mod m2026_03_11_waiting_files;
mod m2026_03_16_programme;
mod m2026_03_17_cycles;
mod m2026_03_18_reports;
mod m2026_03_19_reminders;
mod m2026_03_20_inside;
mod names;

/// Brings a database to the tables this release needs.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m2026_02_28_states::Migration),
            Box::new(m2026_03_01_people::Migration),
            Box::new(m2026_03_02_audit_and_outbox::Migration),
            Box::new(m2026_03_04_filings::Migration),
            Box::new(m2026_03_05_publications::Migration),
            Box::new(m2026_03_09_search::Migration),
            Box::new(m2026_03_10_edition::Migration),
            Box::new(m2026_03_11_waiting_files::Migration),
            Box::new(m2026_03_16_programme::Migration),
            Box::new(m2026_03_17_cycles::Migration),
            Box::new(m2026_03_18_reports::Migration),
            Box::new(m2026_03_19_reminders::Migration),
            Box::new(m2026_03_20_inside::Migration),
        ]
    }
}
