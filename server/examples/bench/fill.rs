//! Fills a database, past the portal's store: a hundred thousand filings that were each approved, accepted and published
//! would take a day to come about, and measure nothing.
//!
//! What follows from publications is made by the release itself, with `verbale migrate` after this.

use crate::{
    cycles,
    invented::{SOUGHT, disclosure, states},
};
use domain::{form::Instalment, ids::Timestamp, state::State};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseTransaction, Statement, TransactionTrait, Value};
use std::{error::Error, fs, path::Path};
use uuid::Uuid;

/// What filling comes to.
pub type Done<T = ()> = Result<T, Box<dyn Error>>;

/// How many rows are written at once.
const AT_ONCE: usize = 200;

/// In which years things are published: before any that the demonstration's are in.
const YEARS: [i32; 4] = [2022, 2023, 2024, 2025];

/// A year begins, in seconds since 1970.
const BEGINNINGS: [i64; 4] = [1_640_995_200, 1_672_531_200, 1_704_067_200, 1_735_689_600];

/// Seconds of a year, of those that are not leap years.
const A_YEAR: i64 = 365 * 86_400;

/// One in so many was withdrawn.
const WITHDRAWN: usize = 50;

/// Fill it, and write the addresses of what is there into files in `folder`.
pub async fn fill(url: &str, folder: &Path, publications: usize) -> Done {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await?;
    let (states, numbers) = (states(), (0..publications).collect::<Vec<_>>());
    let txn = db.begin().await?;
    put_states(&txn, &states).await?;
    for some in numbers.chunks(AT_ONCE) {
        put_publications(&txn, &states, some, publications).await?;
    }
    cycles::put(&txn, &states).await?;
    txn.execute_unprepared("UPDATE edition SET number = number + 1").await?;
    txn.commit().await?;
    // Index, counts and answers one by one are made anew by the release.
    db.execute_unprepared("DELETE FROM derived").await?;
    db.close().await?;
    cycles::addresses(folder, &states)?;
    let standing = numbers.iter().filter(|number| !is_withdrawn(**number));
    write(
        folder,
        "publications",
        standing.map(|number| format!("/publications/{}", reference(*number, publications))),
    )?;
    write(
        folder,
        "participants",
        states.iter().map(|state| format!("/participants/{}", state.code)),
    )?;
    write(
        folder,
        "searches",
        SOUGHT.iter().map(|word| format!("/publications?words={word}")),
    )
}

/// Write these lines into a file of this name.
pub fn write(folder: &Path, name: &str, lines: impl Iterator<Item = String>) -> Done {
    let lines: Vec<String> = lines.collect();
    Ok(fs::write(folder.join(name), lines.join("\n") + "\n")?)
}

const fn is_withdrawn(number: usize) -> bool {
    number % WITHDRAWN == WITHDRAWN - 1
}

/// Year and number within the year, of the publication of this number among all.
fn placed(number: usize, of: usize) -> (usize, i32) {
    let in_a_year = of.div_ceil(YEARS.len());
    (
        number / in_a_year,
        i32::try_from(number % in_a_year + 1).unwrap_or(i32::MAX),
    )
}

fn reference(number: usize, of: usize) -> String {
    let (year, number) = placed(number, of);
    format!("PUB-{}-{number:04}", YEARS[year])
}

fn published(number: usize, of: usize) -> Timestamp {
    let (year, within) = placed(number, of);
    let in_a_year = i64::try_from(of.div_ceil(YEARS.len())).unwrap_or(1);
    Timestamp::from_micros((BEGINNINGS[year] + A_YEAR * i64::from(within - 1) / in_a_year) * 1_000_000)
}

async fn put_states(txn: &DatabaseTransaction, states: &[State]) -> Done {
    let rows = states.iter().map(|state| -> Vec<Value> {
        let group = state.group.code().into();
        vec![
            state.code.as_str().into(),
            state.name.clone().into(),
            group,
            true.into(),
        ]
    });
    insert(
        txn,
        "state",
        &["code", "name", "regional_group", "demonstration"],
        rows.collect(),
    )
    .await
}

async fn put_publications(txn: &DatabaseTransaction, states: &[State], numbers: &[usize], of: usize) -> Done {
    let (mut filings, mut publications) = (Vec::new(), Vec::new());
    for number in numbers {
        // Prime to the number of States: every one gets its share, in no order.
        let state = &states[number * 89 % states.len()];
        let filing = Uuid::from_u128(0xBE << 112 | *number as u128);
        filings.push(filing_row(*number, of, state, filing));
        publications.push(publication_row(*number, of, state, filing)?);
    }
    insert(txn, "filing", &FILING, filings).await?;
    insert(txn, "publication", &PUBLICATION, publications).await
}

const FILING: [&str; 17] = [
    "id",
    "state",
    "year",
    "number",
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
fn filing_row(number: usize, of: usize, state: &State, filing: Uuid) -> Vec<Value> {
    let (year, within) = placed(number, of);
    let at = published(number, of).micros();
    vec![
        filing.into(),
        state.code.as_str().into(),
        YEARS[year].into(),
        within.into(),
        Instalment::Notification.code().into(),
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
        format!("Invented {number}").into(),
        "en".into(),
    ]
}

const PUBLICATION: [&str; 8] = [
    "year",
    "number",
    "filing",
    "state",
    "published",
    "disclosure",
    "disclosure_hash",
    "withdrawn",
];

fn publication_row(number: usize, of: usize, state: &State, filing: Uuid) -> Done<Vec<Value>> {
    let (year, within) = placed(number, of);
    let at = published(number, of);
    // Completed when everything in it had happened.
    let disclosure = disclosure(number, state.code, domain::samples::TUESDAY)?;
    let stands = !is_withdrawn(number);
    let text = stands.then(|| String::from_utf8_lossy(&disclosure.bytes()).into_owned());
    Ok(vec![
        YEARS[year].into(),
        within.into(),
        filing.into(),
        state.code.as_str().into(),
        at.micros().into(),
        text.into(),
        stands.then(|| disclosure.hash().to_string()).into(),
        (!stands).then(|| at.plus_seconds(86_400).micros()).into(),
    ])
}

/// Write these rows.
pub async fn insert(txn: &DatabaseTransaction, table: &str, columns: &[&str], rows: Vec<Vec<Value>>) -> Done {
    let backend = txn.get_database_backend();
    let mut place = 0;
    let mut marks = || {
        let row: Vec<String> = columns
            .iter()
            .map(|_| {
                place += 1;
                // SQLite numbers them by `?`, PostgreSQL by `$`.
                if backend == sea_orm::DbBackend::Postgres {
                    format!("${place}")
                } else {
                    format!("?{place}")
                }
            })
            .collect();
        format!("({})", row.join(", "))
    };
    let marks: Vec<String> = rows.iter().map(|_| marks()).collect();
    let statement = format!(
        "INSERT INTO {table} ({}) VALUES {}",
        columns.join(", "),
        marks.join(", ")
    );
    let values: Vec<Value> = rows.into_iter().flatten().collect();
    txn.execute_raw(Statement::from_sql_and_values(backend, statement, values))
        .await?;
    Ok(())
}
