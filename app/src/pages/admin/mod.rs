//! What administrators keep: accounts, and the list of States. They see no filing.

pub mod deactivate;
pub mod invite;
pub mod people;
pub mod person;
pub mod states;
