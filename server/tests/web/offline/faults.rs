//! Files that are not the form any more, or never were: each gets its own answer, and changes nothing.

use super::{begun, brings, edited, now, page, read};
use crate::support::{
    databases::{TestDatabase, databases},
    house::House,
    offline::{as_json, sent_back, workbook},
    repacked::{repacked, with_first_answer, with_more_rows},
    reporting::{next_version, shipped},
    visitors::Visitor,
};
use app::api::offline::BringBack;
use domain::{
    filing::Filing,
    questionnaire::Depth,
    report::Report,
    samples::{AMINA, reports},
    state::StateCode,
};
use leptos::server_fn::ServerFn;

const FIRST_SHEET: &str = "xl/worksheets/sheet2.xml";

/// A file, and what is said of it.
type Fault = (Vec<u8>, &'static str);

/// Forms of something else.
fn others(report: &Filing<Report>) -> Vec<Fault> {
    let draft = edited();
    let next = next_version(&shipped(), "2026.2");
    let next = reports::opened(next, Some(&report.terms.questionnaire)).unwrap();
    let of_version = workbook(report, &draft, |form| workbook::Form {
        questionnaire: Box::leak(Box::new(next)),
        ..form
    });
    let of_state = workbook(report, &draft, |form| workbook::Form {
        state: StateCode::MERIDIA,
        ..form
    });
    let of_cycle = workbook(report, &draft, |form| workbook::Form {
        cycle: "2025".parse().unwrap(),
        ..form
    });
    let of_draft = workbook(report, &draft, |form| workbook::Form {
        version: report.version.next(),
        ..form
    });
    let of_depth = workbook(report, &draft, |form| workbook::Form {
        depth: Depth::Short,
        ..form
    });
    vec![
        (of_state, "This is the workbook of XM"),
        (of_cycle, "This is the workbook of the 2025 report"),
        (of_version, "asks version 2026.2"),
        (of_depth, "a workbook of the short form"),
        (of_draft, "made of a draft that this report never had"),
    ]
}

/// The form itself, damaged or with something in it that does not belong there.
fn changed(report: &Filing<Report>) -> Vec<Fault> {
    let sound = workbook(report, &edited(), |form| form);
    let formula = repacked(&sound, FIRST_SHEET, |sheet| {
        with_first_answer(sheet, "<f>1+1</f><v>2</v>")
    });
    let renamed = repacked(&sound, "xl/workbook.xml", |book| {
        book.replacen("Read first", "Read last", 1)
    });
    let longer = repacked(&sound, FIRST_SHEET, |sheet| with_more_rows(sheet, 50_000));
    vec![
        (formula, "cell D4 holds a formula"),
        (renamed, "is missing or has another name"),
        (longer, "rows. Delete the rows below the questions"),
        (sound[..sound.len() / 2].to_vec(), "damaged or incomplete"),
        (vec![b'x'; 4_500_000], "larger than 4 MB"),
        (b"Dear colleagues".to_vec(), "not an Excel workbook"),
        (Vec::new(), "not an Excel workbook"),
    ]
}

/// JSON that was edited by hand.
fn json(report: &Filing<Report>) -> Vec<Fault> {
    let with = |from: &str, to: &str| as_json(report).replacen(from, to, 1).into_bytes();
    vec![
        (with("\"XV\"", "\"XM\""), "This is a form of XM"),
        (
            with("\"draft\": ", "\"draft\": 9"),
            "made of a draft that this report never had",
        ),
        (with("\"cdp-1-progress\"", "\"no-question\""), "does not ask"),
        (with("\"state\": \"given\"", "\"state\": \"maybe\""), "see line"),
        (b"{ \"answers\": ".to_vec(), "not valid JSON"),
    ]
}

#[tokio::test]
async fn each_gets_its_own_answer_and_changes_nothing() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
        for (file, said) in [others(&report), changed(&report), json(&report)].concat() {
            is_refused(&database, &amina, &report, &file, said).await;
        }
        assert_eq!(now(&house, &report).await, report);
    }
}

async fn is_refused(database: &TestDatabase, amina: &Visitor, report: &Filing<Report>, file: &[u8], said: &str) {
    let logged = database.rows("audit_line").await;
    assert_eq!(brings(amina, report, file).await, page(report), "{said}");
    let body = read(amina, &page(report)).await;
    assert!(body.contains("error-summary") && body.contains(said), "{said}: {body}");
    assert_eq!(
        database.rows("audit_line").await - logged,
        1,
        "{said}: it is in the log"
    );
    assert_eq!(database.rows("waiting_file").await, 0, "{said}: nothing waits");
    // It is said once.
    assert!(!read(amina, &page(report)).await.contains("error-summary"));
}

#[tokio::test]
async fn what_no_door_takes_is_not_read_at_all() {
    let database = databases().await.swap_remove(0);
    let house = House::on(&database).await;
    let (report, amina) = (begun(&house).await, house.visitor(AMINA).await);
    let parts = sent_back(&report.reference.to_string(), &vec![b'x'; 6_000_000]);
    let answer = amina.sends(&page(&report), BringBack::PATH, parts).await;
    assert_eq!(answer.status, 413);
}
