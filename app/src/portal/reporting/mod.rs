//! How a State reports on a cycle: the use cases of progress reports that notifications do not have.
//!
//! A report is a filing like any other. What is commanded of it, noted on it and asked about it goes through the same
//! use cases as for a notification ([`filings`](super::filings), [`notes`](super::notes)). What differs is that a report
//! is begun in a cycle, under terms and with last year's answers; that it is written section by section; and that there
//! are two years to compare.
//!
//! - [`cycles`]: the cycles a State takes part in, and where a report is begun
//! - [`saving`]: what drafters save: the choices that concern the whole, a section, a choice between two versions
//! - [`writing`]: what the pages show on which a report is written
//! - [`reading`]: what the pages show on which it is read
//! - [`printing`]: what is printed of it
//! - [`whole`]: the choices that concern the whole
//! - [`inside`]: what the people of a State keep among themselves: who writes which section
//! - [`comments`]: what they tell one another
//! - [`offline`]: its form as a file, and what a file that comes back would change
//! - [`unsaved`]: answers that could not be saved, for whoever typed them

pub mod comments;
pub mod cycles;
pub mod inside;
pub mod offline;
pub mod printing;
pub mod reading;
pub mod saving;
pub mod unsaved;
pub mod whole;
pub mod writing;
