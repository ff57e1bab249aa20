//! The table of States and commitments. A cell says that there is something to read, and leads there; it never says how
//! far a State has come.

use super::notices::{instrument, tier};
use crate::{pages::public::state_name, portal::progress::cycles::CycleSeen, routes, words};
use domain::{
    commitment::{Commitment, CommitmentId, Instrument},
    participation::{Row, Tally},
    state::REGIONAL_GROUP,
};
use leptos::prelude::*;

/// The table, ready to be laid out.
#[derive(Clone, Debug)]
pub struct Matrix {
    title: String,
    columns: Vec<Commitment>,
    regions: Vec<(String, Vec<Line>)>,
}

/// A State's row: what stands at its beginning, then what each cell says and leads to.
#[derive(Clone, Debug)]
struct Line {
    state: String,
    href: String,
    published: String,
    machine: String,
    tier: String,
    cells: Vec<(String, Option<String>)>,
}

impl Matrix {
    /// The table of a cycle for the commitments of one instrument.
    pub fn of(seen: &CycleSeen, shown: Instrument) -> Self {
        let columns: Vec<_> = seen.commitments.of(shown).cloned().collect();
        let regions = seen.participation.regions.iter();
        let regions = regions.filter(|region| !region.reported.is_empty()).map(|region| {
            let lines = region.reported.iter().map(|row| line(row, seen, &columns));
            (words::code(&REGIONAL_GROUP, region.group.code()), lines.collect())
        });
        Self {
            title: instrument(shown),
            regions: regions.collect(),
            columns,
        }
    }
}

fn line(row: &Row, seen: &CycleSeen, columns: &[Commitment]) -> Line {
    let year = seen.cycle.year();
    let state = seen.states.get(&row.state);
    let tier = match row.words {
        Some(words) if words != year => words::say_with("cycle-words-of", &[("year", &words.to_string())]),
        _ => tier(row.tier),
    };
    Line {
        state: state.map_or_else(|| row.state.to_string(), state_name),
        href: routes::public_report(year, row.state),
        published: words::day(row.published),
        machine: words::machine_time(row.published),
        tier,
        cells: columns.iter().map(|column| cell(row, column.id)).collect(),
    }
}

fn cell(row: &Row, id: CommitmentId) -> (String, Option<String>) {
    let code = match row.cells.get(&id) {
        Some(cell) => cell.code(),
        None if row.asked.contains(&id) => "nothing",
        None => "not-asked",
    };
    let said = words::say(&format!("cell-{code}"));
    // The words of a report that has nothing new are in an earlier one.
    let href = row.words.filter(|_| row.cells.contains_key(&id));
    (said, href.map(|words| routes::said_on(words, row.state, id)))
}

/// The table.
#[component]
pub fn MatrixTable(
    /// What stands in it.
    matrix: Matrix,
) -> impl IntoView {
    let Matrix {
        title,
        columns,
        regions,
    } = matrix;
    let width = columns.len() + 2;
    let head = columns.into_iter().map(|column| {
        view! {
            <th scope="col">
                <a href=routes::commitment(column.id)>{column.id.to_string()}</a>
                <span>{column.title}</span>
            </th>
        }
    });
    let bodies = regions.into_iter().map(|(region, lines)| {
        view! {
            <tbody>
                <tr><th scope="rowgroup" colspan=width.to_string()>{region}</th></tr>
                {lines.into_iter().map(laid_out).collect_view()}
            </tbody>
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=title>
            <table class="matrix">
                <caption class="visually-hidden">{title.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::say("cycle-state")}</th>
                        <th scope="col">{words::say("cycle-published")}</th>
                        {head.collect_view()}
                    </tr>
                </thead>
                {bodies.collect_view()}
            </table>
        </div>
    }
}

fn laid_out(line: Line) -> impl IntoView {
    let cells = line.cells.into_iter().map(|(said, href)| match href {
        Some(href) => view! { <td><a href=href>{said}</a></td> }.into_any(),
        None => view! { <td class="unknown">{said}</td> }.into_any(),
    });
    view! {
        <tr>
            <th scope="row"><a href=line.href>{line.state}</a></th>
            <td><time datetime=line.machine>{line.published}</time>" "<small>{line.tier}</small></td>
            {cells.collect_view()}
        </tr>
    }
}

/// How many of each kind of cell each commitment has: of those anybody was asked about.
pub fn tallies(seen: &CycleSeen) -> Vec<(Commitment, Tally)> {
    let tally = |item: &Commitment| (item.clone(), seen.participation.tally(item.id));
    let tallies = seen.commitments.iter().map(tally);
    tallies.filter(|(_, tally)| tally.asked > 0).collect()
}

/// The same, as a table.
#[component]
pub fn Tallies(
    /// A commitment and its figures.
    tallies: Vec<(Commitment, Tally)>,
) -> impl IntoView {
    const HEADS: [&str; 5] = ["asked", "reported", "withheld", "not-applicable", "unknown"];
    let head = |code: &str| {
        view! { <th scope="col" class="number">{words::say(&format!("cycle-tally-{code}"))}</th> }
    };
    let is_empty = tallies.is_empty();
    let rows = tallies
        .into_iter()
        .map(|(item, tally)| view! { <TallyRow item tally/> })
        .collect_view();
    (!is_empty).then(|| {
        view! {
            <section aria-labelledby="tally">
                <h2 id="tally">{words::say("cycle-tally")}</h2>
                <p class="meta">{words::say("cycle-tally-lede")}</p>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="tally">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words::say("cycle-tally-commitment")}</th>
                                {HEADS.map(head).collect_view()}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

#[component]
fn TallyRow(item: Commitment, tally: Tally) -> impl IntoView {
    let figures = [
        tally.asked,
        tally.reported,
        tally.withheld,
        tally.not_applicable,
        tally.unknown,
    ];
    let cells = figures.map(|figure| view! { <td class="number">{figure}</td> });
    view! {
        <tr>
            <th scope="row"><a href=routes::commitment(item.id)>{item.id.to_string()}</a>" "{item.title}</th>
            {cells.collect_view()}
        </tr>
    }
}
