//! Workbooks as a State receives them, as ministries change them, and as somebody could break them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say where it stopped"
)]

mod broken;
mod damage;
mod edit;
mod ministry;
mod openpyxl;
mod round_trip;
mod support;
mod typed;
mod written;
