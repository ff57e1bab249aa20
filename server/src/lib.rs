//! Verbale's server: what the portal needs of the world, and the program that puts it together.
//!
//! | module | what |
//! |---|---|
//! | [`cli`], [`commands`] | the program's commands: serve, migrate, seed, invite, check |
//! | [`config`] | how an installation is set up; the one module that reads the environment |
//! | [`web`] | from a request to the portal and back |
//! | [`storage`] | what is stored, in SQLite or PostgreSQL |
//! | [`interchange`] | files of other formats, turned into drafts |
//! | [`sessions`], [`passwords`], [`mail`] | who a browser is; Argon2id; the outbox, emptied |
//! | [`rounds`] | reminders, and figures that are fixed when a cycle closes |
//! | [`clock`], [`chance`] | what time it is, and what nobody can guess: each is asked in one place |
//! | [`seed`] | the demonstration: invented States, people and filings |

pub mod chance;
pub mod check;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod interchange;
pub mod log;
pub mod mail;
pub mod passwords;
pub mod rounds;
pub mod seed;
pub mod sessions;
pub mod storage;
pub mod web;
