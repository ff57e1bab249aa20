//! What survives when the machinery fails: the real program, real sockets, a real database.
//!
//! - [`killed`]: `kill -9` while four people save and send. What a person was told is done is done, once; what they
//!   were not told, they find out by sending the same form again.
//! - [`side_by_side`]: two servers on one PostgreSQL. It does not matter which of them somebody talks to.
//!
//! `kill -9` proves that nothing is kept in the process and that a commit is whole. It does not prove that a commit
//! outlives a loss of power: the system keeps what it was given to write. That rests on `synchronous=FULL`, on SQLite,
//! and on PostgreSQL's own `fsync`.
//!
//! How often the server is killed is in `VERBALE_FAULT_ROUNDS`, 20 where it says nothing; `bin/test --long` says 200.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test is a story told in one piece, and says where it stopped when it cannot go on"
)]

#[path = "../support/mod.rs"]
mod support;

mod aftermath;
mod client;
mod desk;
mod killed;
mod line;
mod program;
mod rows;
mod side_by_side;

use std::io::{Write, stderr};

/// Says something past the capture of a test that passes: what was measured, or was not tried.
fn say(what: &str) {
    let _ = writeln!(stderr(), "{what}");
}
