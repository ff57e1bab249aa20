//! What becomes of what was typed when nothing is done with it: whoever typed it has it back, on the page that says why,
//! once; and nobody else ever has.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says where it stopped"
)]

#[path = "../support/mod.rs"]
mod support;

mod files;
mod notes;
mod pages;
