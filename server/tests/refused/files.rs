//! Files that make no draft: the page says why, and nothing of them is kept, not even that there was one.

use crate::support::{
    databases::{TestDatabase, databases},
    forms::{form, with_file},
    house::House,
};
use app::{
    api::filings::{Import, ImportText},
    portal::ports::{Chance, ImportError},
    routes, words,
};
use domain::samples::AMINA;
use leptos::server_fn::ServerFn;
use server::chance::SystemChance;
use std::collections::BTreeMap;

/// Every table in which an import could leave something.
const TABLES: [&str; 11] = [
    "audit_line",
    "draft_revision",
    "edition",
    "filing",
    "number_series",
    "outbox",
    "page_beside",
    "receipt",
    "session",
    "timeline_entry",
    "waiting_file",
];

const EVENT: &str = include_str!("../inputs/misp-event.json");
const REPORT: &str = include_str!("../inputs/stix-report.json");

async fn rows(database: &TestDatabase) -> BTreeMap<&'static str, i64> {
    let mut rows = BTreeMap::new();
    for table in TABLES {
        rows.insert(table, database.rows(table).await);
    }
    rows
}

/// A file for each reason there is to refuse one, save that it waited too long.
fn files() -> Vec<(String, ImportError)> {
    let events = |many| {
        format!(
            "[{}]",
            vec![r#"{"info":"Invented","date":"2026-03-09"}"#; many].join(",")
        )
    };
    let long = |text: &str| text.replacen("\"info\": \"", &format!("\"info\": \"{}", "x".repeat(5 << 20)), 1);
    vec![
        (" \r\n".to_owned(), ImportError::Empty),
        (long(EVENT), ImportError::TooLarge),
        ("{\0}".to_owned(), ImportError::NotUtf8),
        (EVENT[..EVENT.len() / 2].to_owned(), ImportError::NotJson),
        (REPORT[..REPORT.len() - 3].to_owned(), ImportError::NotJson),
        ("[".repeat(100_000), ImportError::NotJson),
        ("{\"type\":\"FeatureCollection\"}".to_owned(), ImportError::NotKnown),
        (REPORT.replace("\"2.1\"", "\"2.0\""), ImportError::WrongVersion),
        (events(501), ImportError::TooMany),
        (
            EVENT.replacen("\"info\": \"", "\"info\": \"NATO SECRET ", 1),
            ImportError::Classified,
        ),
    ]
}

#[tokio::test]
async fn a_refused_file_says_why_and_leaves_no_row() {
    for database in databases().await {
        let house = House::on(&database).await;
        let amina = house.visitor(AMINA).await;
        let before = rows(&database).await;
        for (text, why) in files() {
            let key = SystemChance.form_key();
            let file = with_file(&key.to_string(), &text);
            for (door, form) in [
                (Import::PATH, file),
                (
                    ImportText::PATH,
                    form(&ImportText {
                        key,
                        text: text.clone(),
                    }),
                ),
            ] {
                // This door takes a form, which may not be as long: files, pasted ones too, go through the other.
                if door == ImportText::PATH && why == ImportError::TooLarge {
                    continue;
                }
                let answer = amina.posts(routes::NEW, door, &form).await;
                assert_eq!(answer.leads_to(), routes::not_imported(why.code()), "{door}: {why}");
                let page = amina.gets(answer.leads_to()).await;
                let told = words::say(&format!("import-{}", why.code()));
                assert!(page.status == 200 && page.body.contains(&told), "{door}: {told}");
                assert_eq!(rows(&database).await, before, "{door}: {why}");
            }
        }
    }
}
