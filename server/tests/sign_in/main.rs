//! Getting in and out, through the real router and on real databases: what a visitor, a guesser, an administrator and
//! an auditor meet.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test is a story told in one piece, and says where it stopped when it cannot go on"
)]

#[path = "../support/databases.rs"]
#[allow(dead_code, reason = "each test binary uses a part of it")]
mod databases;

mod accounts;
mod audit;
mod browser;
mod enumeration;
mod guesses;
mod invitations;
mod mail;
mod portal;
mod sessions;
