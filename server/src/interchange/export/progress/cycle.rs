//! Cycles as JSON: participation with its denominators, the table of States and commitments, every public answer.

use super::{
    Around, named,
    report::{Place, ReportRecord},
};
use crate::interchange::export::{moment, record::StateNamed};
use app::portal::progress::cycles::{CycleLine, CycleSeen};
use domain::participation::{Row, Tally, Year};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Every cycle, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cycles {
    /// That it is self-reported, voluntary, and no assessment of compliance.
    pub notice: String,
    /// The cycles.
    pub cycles: Vec<CycleFigures>,
}

/// How many States take part in a cycle, and how many of them reported publicly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CycleFigures {
    /// Its year.
    #[schema(examples(2026))]
    pub cycle: u16,
    /// Its page.
    pub address: String,
    /// Everything about it.
    pub json: String,
    /// How many States take part: the denominator.
    pub participating: u64,
    /// How many of them reported publicly.
    pub reported: u64,
    /// Whether more may still come.
    pub partial: bool,
    /// How many further States answered, not publicly: fixed when the cycle closed, and not there where it is small.
    #[schema(nullable = false, minimum = 3)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub further: Option<u32>,
}

/// A cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CycleRecord {
    /// That it is self-reported, voluntary, and no assessment of compliance.
    pub notice: String,
    /// How many take part, and how many reported publicly.
    pub figures: CycleFigures,
    /// The version of the questionnaire it uses.
    #[schema(examples("2026.1"))]
    pub questionnaire: String,
    /// From which day on States can file.
    #[schema(format = Date)]
    pub opens: String,
    /// On which day reports are due.
    #[schema(format = Date)]
    pub due: String,
    /// Until which day they are taken.
    #[schema(format = Date)]
    pub closes: String,
    /// The same figures by region.
    pub regions: Vec<RegionFigures>,
    /// The States that reported publicly, in the order of their names within each region.
    pub table: Vec<TableRow>,
    /// Of the States that reported publicly: how many were asked about each commitment, and what there is to read.
    #[schema(value_type = HashMap<String, CommitmentFigures>)]
    pub commitments: BTreeMap<String, CommitmentFigures>,
    /// Their reports, in the same order.
    pub reports: Vec<ReportRecord>,
}

/// A region in a cycle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionFigures {
    /// The regional group.
    pub region: String,
    /// How many of its States take part: the denominator.
    pub participating: u64,
    /// How many of them reported publicly.
    pub reported: u64,
}

/// A State that reported publicly. There is no total for a State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TableRow {
    /// The State.
    pub state: StateNamed,
    /// Its regional group.
    pub region: String,
    /// When its report was published.
    #[schema(format = DateTime)]
    pub published: String,
    /// `nothing-new`, `short` or `full`: how much it chose to report.
    pub tier: String,
    /// The cycle in which its words stand: an earlier one where there is nothing new; not there where they are not public.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<u16>,
    /// What there is to read on each commitment it was asked about: `reported`, `withheld`, `not-applicable`, `unknown`,
    /// or `nothing-to-read`. What it was not asked about is not here.
    #[schema(value_type = HashMap<String, String>)]
    pub cells: BTreeMap<String, String>,
    /// The report as JSON.
    pub report: String,
}

/// How many States there are of each kind. Whoever has nothing to read is in the first number and in no other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentFigures {
    /// Were asked: the denominator.
    pub asked: u64,
    /// Say something.
    pub reported: u64,
    /// Say that they keep it back.
    pub withheld: u64,
    /// Say that it does not concern them.
    pub not_applicable: u64,
    /// Say that they do not know.
    pub unknown: u64,
}

impl Cycles {
    /// These cycles.
    pub fn of(around: Around<'_>, lines: &[CycleLine]) -> Self {
        let figures = |line: &CycleLine| CycleFigures::of(around, line.year, line.further.map(u32::from));
        Self {
            notice: around.notice.to_owned(),
            cycles: lines.iter().map(figures).collect(),
        }
    }
}

impl CycleFigures {
    fn of(around: Around<'_>, year: Year, further: Option<u32>) -> Self {
        Self {
            cycle: year.cycle.into(),
            address: around.page_of_cycle(year.cycle),
            json: around.file_of_cycle(year.cycle),
            participating: many(year.participating),
            reported: many(year.reported),
            partial: year.partial,
            further,
        }
    }
}

impl CycleRecord {
    /// This cycle.
    pub fn of(around: Around<'_>, seen: &CycleSeen) -> Self {
        let (plan, participation) = (seen.cycle.plan(), &seen.participation);
        let regions = participation.regions.iter();
        let tallies = seen
            .commitments
            .iter()
            .map(|item| (item.id.to_string(), CommitmentFigures::of(participation.tally(item.id))));
        let reports = seen.reports.iter().map(|report| {
            let place = Place {
                cycle: report.report.cycle,
                code: report.report.state,
                state: seen.states.get(&report.report.state),
                published: report.published,
            };
            ReportRecord::standing(around, place, &report.report)
        });
        let figures = |region: &domain::participation::Region| RegionFigures {
            region: region.group.code().to_owned(),
            participating: many(region.participating),
            reported: many(region.reported.len()),
        };
        Self {
            notice: around.notice.to_owned(),
            figures: CycleFigures::of(around, participation.year(), participation.further.map(u32::from)),
            questionnaire: plan.questionnaire.to_string(),
            opens: plan.opens.to_string(),
            due: plan.due.to_string(),
            closes: plan.closes.to_string(),
            regions: regions.map(figures).collect(),
            table: participation
                .rows()
                .map(|row| TableRow::of(around, row, seen))
                .collect(),
            commitments: tallies.filter(|(_, figures)| figures.asked > 0).collect(),
            reports: reports.collect(),
        }
    }
}

impl TableRow {
    fn of(around: Around<'_>, row: &Row, seen: &CycleSeen) -> Self {
        let state = seen.states.get(&row.state);
        let cell = |id| row.cells.get(id).map_or("nothing-to-read", |cell| cell.code());
        let cells = row.asked.iter().map(|id| (id.to_string(), cell(id).to_owned()));
        Self {
            state: named(row.state, state),
            region: state.map_or_else(String::new, |state| state.group.code().to_owned()),
            published: moment::second(row.published),
            tier: row.tier.code().to_owned(),
            words: row.words.map(u16::from),
            cells: cells.collect(),
            report: around.file_of_report(seen.cycle.year(), row.state),
        }
    }
}

impl CommitmentFigures {
    fn of(tally: Tally) -> Self {
        Self {
            asked: many(tally.asked),
            reported: many(tally.reported),
            withheld: many(tally.withheld),
            not_applicable: many(tally.not_applicable),
            unknown: many(tally.unknown),
        }
    }
}

fn many(number: usize) -> u64 {
    number.try_into().unwrap_or(u64::MAX)
}
