//! What integration tests share: databases of both kinds, and people who act on them.

#![allow(dead_code, reason = "each test binary uses a part of it")]

pub mod cast;
pub mod databases;
pub mod forms;
pub mod visitors;
