//! What the store promises, on SQLite and on PostgreSQL: the same tests, the same code.
//!
//! The promises are those of the ports (`app::portal::ports`) and of `server::storage`: what is written reads back,
//! exactly one of two writers wins, a form counts once, nothing is written by halves, nobody reads past their scope.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where it stopped"
)]

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod commits;
mod distrust;
mod drafts;
mod numbering;
mod progress;
mod public;
mod purge;
mod reach;
mod refusals;
mod search;
mod waiting;
