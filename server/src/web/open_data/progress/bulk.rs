//! Progress reports in the archive of everything: reports as lines of JSON and as a table of answers, the cycles, the
//! catalogue, and every version of the questionnaire. One cycle is in memory at a time.

use super::{around, notice, tables};
use crate::{
    interchange::export::{
        archive::{Archive, Counted},
        csv::{self, Lines},
        progress::{
            Around,
            commitment::Commitments,
            cycle::Cycles,
            questionnaire,
            report::ReportRecord,
            table::{self, Answers},
        },
        rows::Rows,
    },
    web::{Web, open_data::archive::broken},
};
use app::{
    error::PortalError,
    portal::{
        Portal,
        ports::{PublishedReport, ReportStanding},
        public::StateNames,
    },
};
use domain::{cycle::CycleYear, ids::Timestamp};
use std::fs::File;

type Added = Result<(), PortalError>;

/// Adds all of it, and says how many reports that was.
pub async fn add(web: &Web, portal: &Portal, archive: &mut Archive<File>) -> Result<Counted, PortalError> {
    let notice = notice();
    let around = around(web, &notice);
    let cycles = portal.public_cycles().await?;
    let years: Vec<CycleYear> = cycles.iter().map(|line| line.year.cycle).collect();
    let catalogue = Commitments::of(around, &portal.public_commitments().await?);
    both(web, archive, "commitments", table::commitments(&catalogue)).await?;
    both(web, archive, "cycles", table::cycles(&Cycles::of(around, &cycles))).await?;
    for seen in portal.public_questionnaires().await? {
        let of = seen.questionnaire;
        let name = format!("questionnaires/{}.json", of.version);
        file(archive, &name, &questionnaire::json(&of))?;
    }
    let reports = Reports {
        portal,
        around,
        states: portal.state_names().await?,
        years,
    };
    reports.answers(archive).await?;
    reports.books(web, archive).await?;
    reports.lines(archive).await
}

/// A table as CSV and as XLSX.
async fn both(web: &Web, archive: &mut Archive<File>, name: &str, rows: Rows) -> Added {
    file(archive, &format!("{name}.csv"), &csv::table(&rows))?;
    let book = tables::book(&web.settings.origin, rows, name).await?;
    file(archive, &format!("{name}.xlsx"), &book)
}

fn file(archive: &mut Archive<File>, name: &str, bytes: &[u8]) -> Added {
    archive.file(name).map_err(broken)?;
    archive.add(bytes).map_err(broken)
}

/// What is needed to write the reports of all cycles.
struct Reports<'a> {
    portal: &'a Portal,
    around: Around<'a>,
    states: StateNames,
    years: Vec<CycleYear>,
}

impl Reports<'_> {
    /// A line for each answer of each report that stands.
    async fn answers(&self, archive: &mut Archive<File>) -> Added {
        let versions = self.portal.versions().await?;
        let mut table = Answers::begin();
        let mut lines = Lines::beginning(table.heading());
        archive.file("reports.csv").map_err(broken)?;
        for year in &self.years {
            for report in self.portal.public_reports_in(*year).await? {
                if let ReportStanding::Public(words) = &report.standing {
                    let state = self.states.get(&report.state);
                    table.add(self.around, (report.published, words), state, &versions);
                }
            }
            lines.extend(&table.take());
            archive.add(&lines.take()).map_err(broken)?;
        }
        archive.add(&lines.take()).map_err(broken)
    }

    /// The same as XLSX, a file for each cycle: one sheet holds no more than a million lines.
    async fn books(&self, web: &Web, archive: &mut Archive<File>) -> Added {
        for year in &self.years {
            let path = format!("cycles/{year}.answers");
            let rows = table::answers(self.around, &self.portal.public_cycle(*year).await?);
            let book = tables::book(&web.settings.origin, rows, &path).await?;
            file(archive, &format!("{path}.xlsx"), &book)?;
        }
        Ok(())
    }

    /// Every report as JSON on a line; how many, and when the last of them changed.
    async fn lines(&self, archive: &mut Archive<File>) -> Result<Counted, PortalError> {
        let mut counted = Counted::default();
        archive.file("reports.ndjson").map_err(broken)?;
        for year in &self.years {
            for report in self.portal.public_reports_in(*year).await? {
                counted.reports += 1;
                counted.changed = counted.changed.max(Some(changed(&report)));
                let record = ReportRecord::of(self.around, &report, self.states.get(&report.state));
                archive.add(&line(&record)).map_err(broken)?;
            }
        }
        Ok(counted)
    }
}

fn changed(report: &PublishedReport) -> Timestamp {
    match report.standing {
        ReportStanding::Public(_) => report.published,
        ReportStanding::Withdrawn { at } => at,
    }
}

/// JSON without a line break, and one at its end.
fn line(record: &ReportRecord) -> Vec<u8> {
    let mut line = serde_json::to_vec(record).unwrap_or_default();
    line.push(b'\n');
    line
}
