//! What there is to read of one State on one commitment, in one word.

use crate::{
    commitment::CommitmentId,
    questionnaire::{Progress, Questionnaire},
    report::{ReportDisclosure, Said, Value},
};
use std::collections::BTreeMap;

/// A cell of the table of States and commitments. It says that there is something to read and never what: the words are
/// behind the link, and how far a State has come is in its words only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The State says something.
    Reported,
    /// The State says that it keeps back what it would say.
    Withheld,
    /// The State says that it does not concern it.
    NotApplicable,
    /// The State says only that it does not know.
    Unknown,
}

impl Cell {
    /// Every cell, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Withheld, Self::NotApplicable, Self::Unknown];

    /// The code used in exports and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Withheld => "withheld",
            Self::NotApplicable => "not-applicable",
            Self::Unknown => "unknown",
        }
    }

    /// What these words say on each commitment, over all questions that serve it. One on which there is nothing to read
    /// is not among them.
    pub(super) fn all(version: &Questionnaire, words: &ReportDisclosure) -> BTreeMap<CommitmentId, Self> {
        let mut said: BTreeMap<CommitmentId, Vec<&Said>> = BTreeMap::new();
        for question in version.questions() {
            let Some(answer) = words.answer(&question.id) else {
                continue;
            };
            for id in &question.serves {
                said.entry(*id).or_default().push(&answer.said);
            }
        }
        said.into_iter()
            .filter_map(|(id, said)| Some((id, Self::of(&said)?)))
            .collect()
    }

    /// It is not applicable where that is all the State says of its progress, with whatever explanation; withheld or
    /// unknown where it says nothing else.
    fn of(said: &[&Said]) -> Option<Self> {
        let progress = |said: &&&Said| matches!(said, Said::Given(Value::Progress(_)));
        let not_applicable = Said::Given(Value::Progress(Progress::NotApplicable));
        let mut of_progress = said.iter().filter(progress).peekable();
        if of_progress.peek().is_some() && of_progress.all(|said| **said == not_applicable) {
            return Some(Self::NotApplicable);
        }
        let any = |wanted: fn(&Said) -> bool| said.iter().any(|said| wanted(said));
        if any(|said| matches!(said, Said::Given(_) | Said::None)) {
            Some(Self::Reported)
        } else if any(|said| matches!(said, Said::Withheld(_))) {
            Some(Self::Withheld)
        } else if any(|said| *said == Said::Unknown) {
            Some(Self::Unknown)
        } else {
            None
        }
    }
}

/// How many cells of each kind a commitment has, of the States that reported publicly and were asked about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The denominator.
    pub asked: usize,
    /// There is something to read.
    pub reported: usize,
    /// It is withheld.
    pub withheld: usize,
    /// It does not concern them.
    pub not_applicable: usize,
    /// They do not know.
    pub unknown: usize,
}

impl FromIterator<Option<Cell>> for Tally {
    /// One cell, or none, for each State that was asked.
    fn from_iter<I: IntoIterator<Item = Option<Cell>>>(cells: I) -> Self {
        let mut tally = Self::default();
        for cell in cells {
            tally.asked += 1;
            match cell {
                Some(Cell::Reported) => tally.reported += 1,
                Some(Cell::Withheld) => tally.withheld += 1,
                Some(Cell::NotApplicable) => tally.not_applicable += 1,
                Some(Cell::Unknown) => tally.unknown += 1,
                None => {}
            }
        }
        tally
    }
}
