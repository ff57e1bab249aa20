//! What everyone reads of progress reports: pages and files agree with one another and with what was published.

use crate::support::{
    databases::{TestDatabase, databases},
    house::House,
    reporting::{next_version, shipped},
    visitors::Visitor,
};
use domain::{
    draft::Typed,
    lifecycle::Command,
    report::{ReportDraft, TypedAnswer},
    samples::{BRUNO, note, reports::valdoria},
    state::StateCode,
};
use serde_json::Value as Json;
use std::collections::BTreeSet;

const NOTICE: &str = "Self-reported, voluntary; not an assessment of compliance.";
const CONFIDENTIAL: &str = "Two ministries disagree on the budget.";
const SHARED: &str = "For participating States alone.";

fn said(text: &str, cannot: &str, audience: &str) -> TypedAnswer {
    TypedAnswer {
        value: Typed {
            text: text.into(),
            language: "en".into(),
            cannot: cannot.into(),
            ..Typed::default()
        },
        audience: audience.into(),
        ..TypedAnswer::default()
    }
}

/// What Meridia types into the short form.
pub(crate) fn meridia() -> ReportDraft {
    let answers = [
        ("norm-a-progress", said("limited", "", "")),
        ("norm-a-statement", said("A point of contact was named.", "", "")),
        ("norm-b-statement", said(SHARED, "", "participating-states")),
        ("norm-c-progress", said("", "security", "")),
        ("norm-d-progress", said("", "unknown", "")),
        ("norm-k-progress", said("not-applicable", "", "")),
    ];
    ReportDraft {
        tier: "short".into(),
        answers: answers
            .into_iter()
            .map(|(id, answer)| (id.parse().unwrap(), answer))
            .collect(),
        ..ReportDraft::default()
    }
}

/// Two cycles: both States report in the first, Meridia has nothing new in the second.
pub(crate) async fn two_cycles() -> (TestDatabase, House, Visitor) {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    let cast = &house.cast;
    let (_, first) = cast.opens_cycle("2026", shipped(), None).await;
    for (state, draft) in [(StateCode::VALDORIA, valdoria()), (StateCode::MERIDIA, meridia())] {
        let report = cast.reports_on("2026", state, draft).await;
        cast.publishes_report(&report).await;
    }
    let next = next_version(&first, "2027.1");
    cast.opens_cycle("2027", next, Some(&first)).await;
    let nothing_new = ReportDraft {
        tier: "nothing-new".into(),
        since: "2026".into(),
        ..ReportDraft::default()
    };
    let report = cast.reports_on("2027", StateCode::MERIDIA, nothing_new).await;
    cast.publishes_report(&report).await;
    let nobody = house.nobody();
    (database, house, nobody)
}

pub(crate) async fn reads(nobody: &Visitor, address: &str) -> String {
    let answer = nobody.gets(address).await;
    assert_eq!(answer.status, 200, "{address}");
    answer.body
}

pub(crate) async fn json(nobody: &Visitor, address: &str) -> Json {
    let read = serde_json::from_str(&reads(nobody, address).await);
    assert!(read.is_ok(), "{address}: {read:?}");
    read.unwrap()
}

/// A table as maps from headings: every cell is quoted.
pub(crate) async fn table(nobody: &Visitor, address: &str) -> Vec<Vec<(String, String)>> {
    let text = reads(nobody, address).await;
    let mut rows = text.split_terminator("\"\r\n").map(|row| {
        let cells = row.strip_prefix('"').unwrap().split("\",\"");
        cells.map(|cell| cell.replace("\"\"", "\"")).collect::<Vec<_>>()
    });
    let heading = rows.next().unwrap();
    rows.map(|row| heading.iter().cloned().zip(row).collect()).collect()
}

pub(crate) fn cell<'a>(row: &'a [(String, String)], name: &str) -> &'a str {
    row.iter()
        .find(|(heading, _)| heading == name)
        .map_or("", |(_, cell)| cell)
}

const PAGES: [&str; 14] = [
    "/cycles",
    "/cycles/2026",
    "/cycles/2026?of=norms",
    "/cycles/2027",
    "/cycles/2026/XV",
    "/cycles/2026/XV?by=pledge",
    "/cycles/2026/XM?by=survey",
    "/cycles/2027/XM",
    "/commitments",
    "/commitments/13a",
    "/commitments/OAS-2",
    "/questionnaires",
    "/questionnaires/2026.1",
    "/participants/XM/reports",
];

const FILES: [&str; 14] = [
    "/data/cycles.json",
    "/data/cycles.csv",
    "/data/cycles/2026.json",
    "/data/cycles/2026.csv",
    "/data/cycles/2026.answers.csv",
    "/data/cycles/2027.json",
    "/data/reports/2026-XV.json",
    "/data/reports/2026-XM.json",
    "/data/reports/2027-XM.json",
    "/data/commitments.json",
    "/data/commitments.csv",
    "/data/commitments/13a.json",
    "/data/commitments/13a.csv",
    "/data/questionnaires/2026.1.csv",
];

#[tokio::test]
async fn every_page_and_file_says_what_it_is_and_holds_nothing_that_is_not_public() {
    let (_database, _house, nobody) = two_cycles().await;
    for address in PAGES
        .into_iter()
        .chain(FILES)
        .chain(["/participants/XM", "/data/questionnaires/2026.1.json"])
    {
        let body = reads(&nobody, address).await;
        if !address.ends_with("2026.1.json") {
            assert!(body.contains(NOTICE), "{address}");
        }
        for canary in [CONFIDENTIAL, SHARED] {
            assert!(!body.contains(canary), "{address}");
        }
        assert!(
            !body.contains("Isle of Sarn"),
            "{address}: who did not report is listed nowhere"
        );
    }
}

#[tokio::test]
async fn the_figures_of_a_cycle_are_those_of_its_reports_on_pages_and_in_files() {
    let (_database, _house, nobody) = two_cycles().await;
    let cycle = json(&nobody, "/data/cycles/2026.json").await;
    assert_eq!(cycle["figures"]["participating"], 3);
    assert_eq!(cycle["figures"]["reported"], 2);
    assert_eq!(cycle["figures"]["partial"], true);
    let cells: BTreeSet<_> = table(&nobody, "/data/cycles/2026.csv")
        .await
        .iter()
        .map(|row| ["state", "commitment", "cell"].map(|name| cell(row, name).to_owned()))
        .collect();
    let mut said = BTreeSet::new();
    for row in cycle["table"].as_array().unwrap() {
        for (id, cell) in row["cells"].as_object().unwrap() {
            let state = row["state"]["code"].as_str().unwrap();
            said.insert([state, id, cell.as_str().unwrap()].map(str::to_owned));
        }
    }
    assert_eq!(cells, said);
    for (id, word) in [
        ("13a", "reported"),
        ("13b", "nothing-to-read"),
        ("13c", "withheld"),
        ("13d", "unknown"),
        ("13k", "not-applicable"),
    ] {
        assert!(cells.contains(&["XM", id, word].map(str::to_owned)), "{id} is {word}");
    }
    assert!(
        cells
            .iter()
            .all(|[state, id, _]| state != "XM" || !id.starts_with("CDP"))
    );
    let list = json(&nobody, "/data/cycles.json").await;
    assert_eq!(list["cycles"][1], cycle["figures"]);
    let page = reads(&nobody, "/cycles/2026?of=norms").await;
    for word in ["reported", "withheld", "not applicable", "not known"] {
        assert!(page.contains(&format!(">{word}</a>")), "{word}");
    }
}

#[tokio::test]
async fn a_cell_leads_to_the_states_own_words() {
    let (_database, _house, nobody) = two_cycles().await;
    // In the second cycle Meridia refers to the first, and so does its row.
    let page = reads(&nobody, "/cycles/2027?of=norms").await;
    let href = "/cycles/2026/XM?by=norms#13a";
    assert!(page.contains(href), "{page}");
    let report = reads(&nobody, "/cycles/2026/XM?by=norms").await;
    assert!(report.contains("id=\"13a\"") && report.contains("A point of contact was named."));
    assert!(report.contains("Withheld: Security") && report.contains("As stated by the State"));
    let refers = reads(&nobody, "/cycles/2027/XM").await;
    assert!(refers.contains("/cycles/2026/XM") && !refers.contains("A point of contact"));
    let shown = json(&nobody, "/data/reports/2027-XM.json").await;
    assert_eq!(shown["content"]["nothing_new_since"], 2026);
    assert!(shown["content"].get("answers").is_none());
}

#[tokio::test]
async fn a_commitment_has_what_the_cycles_say_on_it_and_says_where_there_is_nothing() {
    let (_database, _house, nobody) = two_cycles().await;
    let on = json(&nobody, "/data/commitments/13a.json").await;
    let said = on["said"].as_array().unwrap();
    let states: Vec<_> = said
        .iter()
        .map(|on| (on["cycle"].as_u64(), on["state"]["code"].as_str()))
        .collect();
    assert_eq!(states, [(Some(2026), Some("XM"))]);
    let lines = table(&nobody, "/data/commitments/13a.csv").await;
    let answers = said[0]["answers"].as_object().unwrap();
    assert_eq!(lines.len(), answers.len());
    for line in &lines {
        assert_eq!(answers[cell(line, "question")]["answer"], cell(line, "answer"));
    }
    let page = reads(&nobody, "/commitments/13a").await;
    assert!(page.contains("A point of contact was named."));
    let empty = json(&nobody, "/data/commitments/OAS-2.json").await;
    if empty["questions"].as_array().unwrap().is_empty() {
        assert!(
            reads(&nobody, "/commitments/OAS-2")
                .await
                .contains("crosswalk is empty")
        );
    }
}

#[tokio::test]
async fn a_withdrawn_report_says_so_and_no_more() {
    let (_database, house, nobody) = two_cycles().await;
    let scope = domain::people::Scope::Own(StateCode::MERIDIA);
    let year = "2027".parse().unwrap();
    let filed = app::portal::ports::Reports::filed(&house.cast.store, year, &StateCode::MERIDIA, &scope).await;
    let filed = filed.unwrap().unwrap();
    let why = note("It was sent too early.").unwrap();
    house.cast.moves(BRUNO, &filed, Command::Withdraw { why }).await;
    let report = json(&nobody, "/data/reports/2027-XM.json").await;
    assert!(report["withdrawn"].is_string() && report.get("content").is_none());
    let page = reads(&nobody, "/cycles/2027/XM").await;
    assert!(page.contains("withdrew this report") && page.contains(NOTICE));
    let cycle = json(&nobody, "/data/cycles/2027.json").await;
    assert_eq!(cycle["figures"]["reported"], 0);
    assert!(reads(&nobody, "/cycles/2027").await.contains("Withdrawn"));
}

#[tokio::test]
async fn what_is_not_there_or_not_public_is_not_found() {
    let (_database, _house, nobody) = two_cycles().await;
    for address in [
        "/cycles/2025",
        "/cycles/26",
        "/cycles/2026?of=progress",
        "/cycles/2026/XN",
        "/cycles/2026/XS",
        "/cycles/2026/XV?by=progress",
        "/commitments/CDP-VIII",
        "/commitments/13a?page=2",
        "/commitments/13a?page=0",
        "/questionnaires/2029.1",
        "/participants/XS/reports",
        "/participants/XM/reports?year=2026",
        "/data/cycles/2025.json",
        "/data/cycles/2026.xml",
        "/data/reports/2026-XS.json",
        "/data/reports/2026-XV.xml",
        "/data/commitments/13z.json",
        "/data/questionnaires/2026.1.xml",
    ] {
        assert_eq!(nobody.gets(address).await.status, 404, "{address}");
    }
}

#[tokio::test]
async fn the_file_of_everything_has_the_reports_too() {
    let (_database, _house, nobody) = two_cycles().await;
    let manifest = json(&nobody, "/data/manifest.json").await;
    assert_eq!(manifest["reports"], 3);
    let names: BTreeSet<_> = manifest["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|file| file["name"].as_str())
        .collect();
    for name in [
        "reports.ndjson",
        "reports.csv",
        "cycles.csv",
        "commitments.csv",
        "cycles.xlsx",
        "commitments.xlsx",
        "cycles/2026.answers.xlsx",
        "cycles/2027.answers.xlsx",
        "questionnaires/2026.1.json",
        "questionnaires/2027.1.json",
        "report.schema.json",
    ] {
        assert!(names.contains(name), "{name}");
    }
}
