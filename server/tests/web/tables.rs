//! Tables as XLSX: the cells of the CSV, with no formula among them, and where they are from.

use super::progress::{table, two_cycles};
use crate::support::visitors::Visitor;
use calamine::{Data, Range, Reader, Xlsx};
use std::{collections::BTreeSet, io::Cursor};

/// Every table about progress reports, without its ending.
const TABLES: [&str; 12] = [
    "/data/cycles",
    "/data/cycles/2026",
    "/data/cycles/2026.answers",
    "/data/cycles/2027",
    "/data/reports/2026-XV",
    "/data/reports/2026-XM",
    "/data/reports/2027-XM",
    "/data/histories/XM",
    "/data/commitments",
    "/data/commitments/13a",
    "/data/commitments/CDP-I",
    "/data/questionnaires/2026.1",
];

type Book = Xlsx<Cursor<Vec<u8>>>;

async fn book(nobody: &Visitor, address: &str) -> Book {
    let answer = nobody.gets(address).await;
    assert_eq!(answer.status, 200, "{address}");
    assert!(!answer.bytes.is_empty() && nobody.gets(address).await.bytes == answer.bytes);
    Xlsx::new(Cursor::new(answer.bytes.to_vec())).unwrap()
}

fn row(sheet: &Range<Data>, row: usize) -> Vec<String> {
    let cells = sheet.rows().nth(row).unwrap_or_default();
    cells.iter().map(ToString::to_string).collect()
}

/// A cell as it was before an apostrophe was put in front.
fn bare(cell: &str) -> String {
    cell.strip_prefix('\'').unwrap_or(cell).to_owned()
}

#[tokio::test]
async fn xlsx_holds_the_cells_of_the_csv_and_says_which_edition_it_is() {
    let (_database, _house, nobody) = two_cycles().await;
    for of in TABLES {
        let mut book = book(&nobody, &format!("{of}.xlsx")).await;
        assert_eq!(book.sheet_names(), ["table", "source"]);
        assert!(book.worksheet_formula("table").unwrap().is_empty());
        let sheet = book.worksheet_range("table").unwrap();
        let lines = table(&nobody, &format!("{of}.csv")).await;
        assert_eq!(sheet.height(), 1 + lines.len(), "{of}");
        for (number, line) in lines.iter().enumerate() {
            let (heading, cells): (Vec<_>, Vec<_>) = line.iter().map(|(name, cell)| (name.clone(), bare(cell))).unzip();
            assert_eq!(row(&sheet, 0), heading, "{of}");
            assert_eq!(row(&sheet, number + 1), cells, "{of}");
        }
        let about = book.worksheet_range("source").unwrap();
        assert_eq!(
            row(&about, 0)[0],
            "Self-reported, voluntary; not an assessment of compliance."
        );
        let said: BTreeSet<_> = about.rows().filter_map(|row| Some(row.get(1)?.to_string())).collect();
        let csv = nobody.gets(&format!("{of}.csv")).await;
        let tag = csv.headers["etag"].to_str().unwrap().trim_matches('"').to_owned();
        assert!(said.contains(&tag), "{of}: {said:?}");
        assert!(
            said.iter().any(|said| said.ends_with(&format!("{of}.xlsx"))),
            "{of}: {said:?}"
        );
    }
}

/// The words of a report are in its table, and a report without words has a line all the same.
#[tokio::test]
async fn a_report_is_a_table_and_so_is_a_history() {
    let (_database, _house, nobody) = two_cycles().await;
    let cell = |line: &[(String, String)], name: &str| {
        let found = line.iter().find(|(heading, _)| heading == name);
        found.map(|(_, cell)| cell.clone()).unwrap()
    };
    let report = table(&nobody, "/data/reports/2026-XM.csv").await;
    let statement = report
        .iter()
        .find(|line| cell(line, "question") == "norm-a-statement")
        .unwrap();
    assert_eq!(cell(statement, "value"), "A point of contact was named.");
    let refers = table(&nobody, "/data/reports/2027-XM.csv").await;
    assert_eq!(refers.len(), 1);
    assert_eq!(
        ["nothing_new_since", "tier", "question"].map(|name| cell(&refers[0], name)),
        ["2026", "nothing-new", ""]
    );
    let history = table(&nobody, "/data/histories/XM.csv").await;
    assert_eq!(history, [refers, report].concat());
    for missing in [
        "/data/histories/XS.json",
        "/data/histories/XM.pdf",
        "/data/reports/2026-XS.xlsx",
    ] {
        assert_eq!(nobody.gets(missing).await.status, 404, "{missing}");
    }
}
