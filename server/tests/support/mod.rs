//! What integration tests share: databases of both kinds, and people who act on them.

#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where it stopped"
)]

pub mod cast;
pub mod databases;
pub mod forms;
pub mod house;
pub mod offline;
pub mod pdf;
pub mod programme;
pub mod repacked;
pub mod reporting;
pub mod visitors;
