//! What the program can be told to do, one file a command.
//!
//! A command puts the parts together that it needs, from the configuration: [`Installation`] holds those that all need.

mod installation;
mod invite;
mod migrate;
mod seed;
mod serve;

pub use installation::Installation;
pub use invite::invite;
pub use migrate::migrate;
pub use seed::seed;
pub use serve::serve;

use app::portal::ports::StoreError;
use std::io;

/// Why a command was not carried out, for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database.
    #[error("the database did not do it: {0}")]
    Store(#[from] StoreError),
    /// A file or folder.
    #[error("{0}: {1}")]
    File(String, io::Error),
    /// The address to listen on.
    #[error("cannot listen on {0}: {1}")]
    Listen(std::net::SocketAddr, io::Error),
    /// The mail server's address.
    #[error("the mail server: {0}")]
    Mail(#[from] crate::mail::NotSent),
    /// The system tells nobody when to stop.
    #[error("cannot be asked to stop: {0}")]
    Signals(io::Error),
    /// The demonstration could not be loaded.
    #[error("the demonstration: {0}")]
    Seed(#[from] crate::seed::NotSeeded),
    /// The person could not be invited.
    #[error("{0}")]
    Invite(&'static str),
    /// The installation is not sound; what is wrong has been printed.
    #[error("this installation is not sound")]
    Unsound,
}
