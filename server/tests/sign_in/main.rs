//! Getting in and out, through the real router and on real databases: what a visitor, a guesser, an administrator and
//! an auditor meet.

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod audit;
mod browser;
mod enumeration;
mod guesses;
mod invitations;
mod mail;
mod portal;
mod sessions;
