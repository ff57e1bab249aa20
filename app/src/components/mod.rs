//! What pages are laid out of. A component is given what it shows, by value, and asks nobody for more.
//!
//! | where | what |
//! |---|---|
//! | [`form`] | the controls of the filing form: one file each |
//! | [`plain`] | the controls of small forms: signing in, an invitation, a State's entry |
//! | [`mend`] | what is wrong in a small form, in words |
//! | [`people`] | roles and States in a line |
//! | [`answers`] | what a State says, in words: of a draft, an incident, a disclosure; and what differs between two |
//! | [`report`] | a progress report: the controls of its questions, what it says, what changed in it |
//! | [`printed`] | a progress report as it is printed, in any order |
//! | [`actions`] | the forms of what the reader may do now |
//! | [`given_back`] | what somebody wrote beside a command that was refused |
//! | [`task_list`] | the pages of the form and how far each has come |
//! | [`tags`] | stage, marking, audience |
//! | [`mentions`] | a warning where text for release names somebody |
//! | [`chart`] | bars, where numbers are seen better than read |
//! | [`indicators`], [`timeline`], [`filings`], [`pager`] | tables and lists |
//!
//! Ids come from the names of fields, never from chance: the same page is the same bytes. Every sentence is asked of
//! [`words`](crate::words). Text a person wrote carries its language and direction.

pub mod about;
pub mod actions;
pub mod answers;
pub mod chart;
pub mod filings;
pub mod form;
pub mod given_back;
pub mod indicators;
pub mod mend;
pub mod mentions;
pub mod pager;
pub mod people;
pub mod plain;
pub mod printed;
pub mod report;
pub mod tags;
pub mod task_list;
pub mod timeline;
