//! The public figures of a cycle: who reported publicly and when, and what each of them speaks of.
//!
//! Self-reported, voluntary, and not an assessment of compliance ([`NOTICE`]). So these types leave out what would make
//! a scorecard of them: there is no total for a State and no list of who did not report; a row has no place for a word
//! of the progress scale, so nothing can be coloured, sorted or filtered by it. Rows stand in the order of the
//! alphabet within each region.
//!
//! Everything is computed from what the public can read ([`PublicReport`] cannot be made of anything else), with one
//! exception: that further States answered, not publicly. That number is fixed once, when the cycle closes, and is not
//! kept at all where it is small ([`Further`]).
//!
//! Withheld, unknown and nothing to read are counted as themselves or not at all, never as zero and never as given. A
//! denominator holds those who were asked, and no one else.

mod cell;
mod further;
#[cfg(test)]
mod tests;

pub use cell::{Cell, Tally};
pub use further::{ClosedFigure, FEWEST, Further};

use crate::{
    commitment::CommitmentId,
    cycle::{Cycle, CycleYear},
    ids::Timestamp,
    marking::Audience,
    questionnaire::Questionnaire,
    report::{DisclosedContent, ReportDisclosure, Tier},
    state::{RegionalGroup, State, StateCode},
};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The id of the message that stands on every page and in every export: self-reported, voluntary; not an assessment of
/// compliance.
pub const NOTICE: &str = "participation-is-no-assessment";

/// A report that the public can read.
#[derive(Clone, Copy, Debug)]
pub struct PublicReport<'a> {
    report: &'a ReportDisclosure,
    words: Option<&'a ReportDisclosure>,
    published: Timestamp,
}

impl<'a> PublicReport<'a> {
    /// This disclosure, published at that time. Where it says that there is nothing new, `since` is the public
    /// disclosure it refers to, if that is public. `None` where a disclosure is not the public's or not the one meant.
    pub fn of(report: &'a ReportDisclosure, since: Option<&'a ReportDisclosure>, published: Timestamp) -> Option<Self> {
        let is_public = |disclosure: &ReportDisclosure| disclosure.audience == Audience::Public;
        let is_meant = |words: &ReportDisclosure| match report.content {
            DisclosedContent::NothingNew { since } => words.state == report.state && words.cycle == since,
            DisclosedContent::Form { .. } => false,
        };
        if !is_public(report) || since.is_some_and(|words| !is_public(words) || !is_meant(words)) {
            return None;
        }
        let words = match report.content {
            DisclosedContent::NothingNew { .. } => since,
            DisclosedContent::Form { .. } => Some(report),
        };
        Some(Self {
            report,
            words,
            published,
        })
    }
}

/// A cycle as the public sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Participation {
    /// Which cycle.
    pub cycle: CycleYear,
    /// Whether more may still come: said beside every figure.
    pub partial: bool,
    /// The regions from which States take part, in the order of the United Nations' own list.
    pub regions: Vec<Region>,
    /// How many further States answered, not publicly; fixed when the cycle closed, and absent where it is small.
    pub further: Option<Further>,
}

/// A region in a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Which.
    pub group: RegionalGroup,
    /// How many of its States take part: the denominator.
    pub participating: usize,
    /// Those that reported publicly, in the order of the alphabet.
    pub reported: Vec<Row>,
}

/// A State that reported publicly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub state: StateCode,
    /// When its report was published.
    pub published: Timestamp,
    /// How much it chose to report.
    pub tier: Tier,
    /// The cycle in which its words stand: an earlier one where there is nothing new; none where those are not public.
    pub words: Option<CycleYear>,
    /// What it was asked about.
    pub asked: BTreeSet<CommitmentId>,
    /// What there is to read on each commitment. A commitment it was not asked about has no cell, nor has one on which
    /// there is nothing to read.
    pub cells: BTreeMap<CommitmentId, Cell>,
}

impl Participation {
    /// What the public reports of a cycle amount to. `states` have the names and regions; `questionnaires` are the
    /// versions the reports answered. A report of a State that does not take part, or of another cycle, is left out.
    pub fn of(
        cycle: &Cycle,
        states: &[State],
        reports: &[PublicReport<'_>],
        questionnaires: &[&Questionnaire],
        closed: Option<&ClosedFigure>,
    ) -> Self {
        let closed = closed.filter(|closed| closed.cycle() == cycle.year());
        let mut participating: Vec<_> = states.iter().filter(|state| cycle.is_for(&state.code)).collect();
        participating.sort_by_cached_key(|state| (state.group, alphabetical(&state.name), state.code));
        let regions = RegionalGroup::ALL.into_iter().filter_map(|group| {
            let of_region: Vec<_> = participating.iter().filter(|state| state.group == group).collect();
            let row = |state: &&&State| {
                let is_its = |report: &&PublicReport<'_>| {
                    report.report.state == state.code && report.report.cycle == cycle.year()
                };
                Some(row(reports.iter().find(is_its)?, questionnaires))
            };
            (!of_region.is_empty()).then(|| Region {
                group,
                participating: of_region.len(),
                reported: of_region.iter().filter_map(row).collect(),
            })
        });
        Self {
            cycle: cycle.year(),
            partial: closed.is_none(),
            regions: regions.collect(),
            further: closed.and_then(ClosedFigure::further),
        }
    }

    /// Every State that reported publicly, region by region.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.regions.iter().flat_map(|region| &region.reported)
    }

    /// How many States take part, and how many of them reported publicly.
    pub fn year(&self) -> Year {
        Year {
            cycle: self.cycle,
            participating: self.regions.iter().map(|region| region.participating).sum(),
            reported: self.rows().count(),
            partial: self.partial,
        }
    }

    /// What there is to read on one commitment, over all rows: how many of each kind, of those who were asked.
    pub fn tally(&self, commitment: CommitmentId) -> Tally {
        let asked = self.rows().filter(|row| row.asked.contains(&commitment));
        asked.map(|row| row.cells.get(&commitment).copied()).collect()
    }
}

/// A year of a chart of participation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub cycle: CycleYear,
    /// The denominator.
    pub participating: usize,
    /// How many reported publicly.
    pub reported: usize,
    /// Whether more may still come: marked in the chart.
    pub partial: bool,
}

impl Year {
    /// The same as [`Participation::year`], where nobody needs the rows: who reported publicly is enough, and no report
    /// is opened.
    pub fn of(cycle: &Cycle, states: &[State], reported: &BTreeSet<StateCode>, closed: Option<&ClosedFigure>) -> Self {
        let participating = || states.iter().filter(|state| cycle.is_for(&state.code));
        Self {
            cycle: cycle.year(),
            participating: participating().count(),
            reported: participating().filter(|state| reported.contains(&state.code)).count(),
            partial: closed.is_none_or(|closed| closed.cycle() != cycle.year()),
        }
    }
}

fn row(report: &PublicReport<'_>, questionnaires: &[&Questionnaire]) -> Row {
    let asked: BTreeSet<_> = report.report.about.keys().copied().collect();
    let cells = report.words.and_then(|words| {
        let version = questionnaires.iter().find(|one| one.version == words.questionnaire)?;
        let mut cells = Cell::all(version, words);
        cells.retain(|id, _| asked.contains(id));
        Some(cells)
    });
    Row {
        state: report.report.state,
        published: report.published,
        tier: report.report.tier(),
        words: report.words.map(|words| words.cycle),
        asked,
        cells: cells.unwrap_or_default(),
    }
}

/// A name as an alphabetical list compares it: whatever its accents and capitals.
fn alphabetical(name: &str) -> String {
    name.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}
