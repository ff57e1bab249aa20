//! Puts cycles and reports into a database, past the portal's store, as it would have stored them.

use crate::{
    fill::{Done, insert, write},
    reports::{Held, YEARS, cycles, memberships, opened, report},
};
use domain::{
    commitment::Commitments,
    cycle::CycleYear,
    ids::{FilingKind, Timestamp},
    report::ReportDisclosure,
    state::State,
};
use sea_orm::{DatabaseTransaction, Value};
use serde::Serialize;
use std::path::Path;
use uuid::Uuid;

/// How many reports are written at once. One is twenty thousand bytes.
const AT_ONCE: usize = 50;

/// Put in all cycles, and the report of every State in each.
pub async fn put(txn: &DatabaseTransaction, states: &[State]) -> Done {
    put_memberships(txn, states).await?;
    for held in cycles(states)? {
        put_cycle(txn, &held).await?;
        let numbered: Vec<_> = states.iter().enumerate().collect();
        for some in numbered.chunks(AT_ONCE) {
            put_reports(txn, &held, some).await?;
        }
    }
    Ok(())
}

/// Write down where all of it is read.
pub fn addresses(folder: &Path, states: &[State]) -> Done {
    let each =
        |page: fn(u16, &State) -> String| YEARS.flat_map(move |year| states.iter().map(move |state| page(year, state)));
    let commitments = Commitments::shipped();
    let of_commitments = |rest: &'static str| {
        commitments
            .iter()
            .map(move |item| format!("/commitments/{}{rest}", item.id))
    };
    write(folder, "all-cycles", ["/cycles".to_owned()].into_iter())?;
    write(folder, "cycles", YEARS.map(|year| format!("/cycles/{year}")))?;
    write(folder, "tables", YEARS.map(|year| format!("/data/cycles/{year}.csv")))?;
    write(folder, "commitments", of_commitments(""))?;
    write(folder, "commitments-further", of_commitments("?page=2"))?;
    write(
        folder,
        "histories",
        states
            .iter()
            .map(|state| format!("/participants/{}/reports", state.code)),
    )?;
    write(
        folder,
        "reports",
        each(|year, state| format!("/cycles/{year}/{}", state.code)),
    )?;
    let pdf = |year, state: &State| format!("/data/reports/{year}-{}.pdf", state.code);
    write(folder, "pdfs", each(pdf))
}

fn json(value: &impl Serialize) -> Done<Value> {
    Ok(serde_json::to_string(value)?.into())
}

async fn put_memberships(txn: &DatabaseTransaction, states: &[State]) -> Done {
    let circles = memberships().circles;
    let rows = states.iter().flat_map(|state| {
        let of_state = |circle: &_| vec![state.code.as_str().into(), ToString::to_string(circle).into()];
        circles.iter().map(of_state)
    });
    insert(txn, "membership", &["state", "circle"], rows.collect()).await
}

async fn put_cycle(txn: &DatabaseTransaction, held: &Held) -> Done {
    let (year, version) = (held.cycle.year(), held.frozen.version.to_string());
    let at = opened(year)?.micros();
    let questionnaire = vec![
        version.clone().into(),
        json(held.edition.questionnaire())?,
        json(held.edition.stage())?,
        json(held.edition.authors())?,
        3_i64.into(),
        at.into(),
        held.frozen.hash().to_string().into(),
    ];
    insert(txn, "questionnaire", &QUESTIONNAIRE, vec![questionnaire]).await?;
    let cycle = vec![i32::from(year).into(), json(&held.cycle)?, at.into(), version.into()];
    insert(
        txn,
        "cycle",
        &["year", "content", "opened", "questionnaire"],
        vec![cycle],
    )
    .await?;
    let closed = vec![i32::from(year).into(), json(&held.closed)?];
    insert(txn, "closed_figure", &["cycle", "content"], vec![closed]).await
}

const QUESTIONNAIRE: [&str; 7] = [
    "version",
    "content",
    "stage",
    "authors",
    "written",
    "opened",
    "content_hash",
];

async fn put_reports(txn: &DatabaseTransaction, held: &Held, states: &[(usize, &State)]) -> Done {
    let (mut filings, mut publications) = (Vec::new(), Vec::new());
    for (number, state) in states {
        let year = held.cycle.year();
        let filing = Uuid::from_u128(0xBF << 112 | u128::from(u16::from(year)) << 64 | *number as u128);
        // A quarter of an hour after one another.
        let at = opened(year)?.plus_seconds(90 * 86_400 + 900 * i64::try_from(*number)?);
        filings.push(filing_row(filing, state, year, *number, at)?);
        publications.push(publication_row(filing, &report(held, state.code, *number)?, at)?);
    }
    insert(txn, "filing", &FILING, filings).await?;
    insert(txn, "report_publication", &PUBLICATION, publications).await
}

const FILING: [&str; 18] = [
    "id",
    "state",
    "year",
    "number",
    "kind",
    "terms",
    "revision",
    "version",
    "stage",
    "stage_facts",
    "since",
    "known_stage",
    "known_since",
    "opened",
    "changed",
    "drafters",
    "title",
    "language",
];

/// Only what a foreign key and lists need: nobody opens these.
fn filing_row(filing: Uuid, state: &State, year: CycleYear, number: usize, at: Timestamp) -> Done<Vec<Value>> {
    let at = at.micros();
    Ok(vec![
        filing.into(),
        state.code.as_str().into(),
        i32::from(year).into(),
        i32::try_from(number + 1)?.into(),
        FilingKind::Report.code().into(),
        year.to_string().into(),
        1.into(),
        1_i64.into(),
        "published".into(),
        "{}".into(),
        at.into(),
        "published".into(),
        at.into(),
        at.into(),
        at.into(),
        "[]".into(),
        "".into(),
        "".into(),
    ])
}

const PUBLICATION: [&str; 8] = [
    "filing",
    "cycle",
    "state",
    "published",
    "questionnaire",
    "about",
    "disclosure",
    "disclosure_hash",
];

fn publication_row(filing: Uuid, report: &ReportDisclosure, at: Timestamp) -> Done<Vec<Value>> {
    Ok(vec![
        filing.into(),
        i32::from(report.cycle).into(),
        report.state.to_string().into(),
        at.micros().into(),
        report.questionnaire.to_string().into(),
        json(&report.about)?,
        String::from_utf8(report.bytes())?.into(),
        report.hash().to_string().into(),
    ])
}
