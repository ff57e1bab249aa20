//! Progress reports as data: the same figures and the same words as on the pages.
//!
//! | what | JSON | CSV and XLSX, a line for |
//! |---|---|---|
//! | cycles | [`cycle::Cycles`] | each cycle |
//! | a cycle | [`cycle::CycleRecord`], with every public answer | each State and commitment; each answer |
//! | a report | [`report::ReportRecord`] | each answer |
//! | a State's reports | [`history::History`] | each answer |
//! | commitments, norms and measures | [`commitment::Commitments`] | each of them |
//! | what States say on one of them | [`commitment::OnCommitment`] | each answer |
//! | a version of the questionnaire | as it was opened, byte for byte | each question |
//!
//! **Self-reported, voluntary, no assessment** stands in all of them: as `notice` at the top of JSON, in the last column
//! of tables, since they are cut up and pasted elsewhere. The JSON of a questionnaire has its own notice only, because it
//! is the file its hash is of, and can be imported again.
//!
//! Nothing sums up a State, nothing can be sorted by progress but by somebody who sets out to, and there is no list of
//! who did not report. A commitment a State was not asked about has no cell, and is in no denominator.

pub mod answer;
pub mod commitment;
pub mod cycle;
pub mod history;
pub mod questionnaire;
pub mod report;
pub mod table;
#[cfg(test)]
mod tests;

use super::{Origin, record::StateNamed};
use domain::{
    commitment::CommitmentId,
    cycle::CycleYear,
    state::{State, StateCode},
};

/// What every conversion needs beside what it converts.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// Where all of it is found.
    pub origin: &'a Origin,
    /// That it is self-reported, voluntary, and no assessment.
    pub notice: &'a str,
}

impl Around<'_> {
    fn page_of_cycle(self, year: CycleYear) -> String {
        self.origin.at(&format!("/cycles/{year}"))
    }

    fn page_of_report(self, year: CycleYear, state: StateCode) -> String {
        self.origin.at(&format!("/cycles/{year}/{state}"))
    }

    fn page_of_commitment(self, id: CommitmentId) -> String {
        self.origin.at(&format!("/commitments/{id}"))
    }

    fn file_of_cycle(self, year: CycleYear) -> String {
        self.origin.at(&format!("/data/cycles/{year}.json"))
    }

    fn file_of_report(self, year: CycleYear, state: StateCode) -> String {
        self.origin.at(&format!("/data/reports/{year}-{state}.json"))
    }

    fn file_of_commitment(self, id: CommitmentId) -> String {
        self.origin.at(&format!("/data/commitments/{id}.json"))
    }
}

/// A State as files name it; by its code alone where it is in no list any more.
fn named(code: StateCode, state: Option<&State>) -> StateNamed {
    state.map_or_else(
        || StateNamed {
            code: code.to_string(),
            name: code.to_string(),
            invented: code.is_invented(),
        },
        StateNamed::of,
    )
}
