//! The doors: server functions, each of which one kind of form is posted to.
//!
//! A door knows what a form holds, turns names and codes into the domain's own values, asks one use case of
//! [`portal`](crate::portal), and leads to the page that shows what came of it. It decides nothing and says nothing: who
//! may do what is asked behind it, and a failure travels as a code ([`PortalError`]). Every door has a fixed address
//! under `/do` and a line in the server's table of who may knock.
//!
//! Every form carries `seen`, the version it was drawn from, and `key`, by which the same form posted twice is one act.
//! It carries `by` too, whom it was drawn for: doors do not read that, but where a session ended in between, the sign-in
//! page keeps the form for that person alone.

#![allow(
    missing_docs,
    reason = "the macro makes a type of each door's arguments, and documents none of its fields"
)]

pub mod accounts;
pub mod answered;
pub mod cycles;
pub mod filings;
pub mod offline;
pub mod onward;
pub mod posted;
pub mod reports;
pub mod upload;

use crate::{error::PortalError, portal::Portal};
use leptos::prelude::use_context;

/// The portal as whoever posted the form meets it.
pub(crate) fn portal() -> Result<Portal, PortalError> {
    use_context::<Portal>().ok_or(PortalError::Unavailable)
}
