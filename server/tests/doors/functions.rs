//! Server functions: who does what, and that whoever is refused has changed nothing.

use crate::{
    errands::errand,
    matrix::{Row, is_for, table},
    support::{
        databases::{TestDatabase, databases},
        house::House,
        visitors::Visitor,
    },
};
use app::routes;
use axum::http::Method;
use server::web::doors::{FUNCTIONS, Who};

/// Everything a form can change. The audit log is not among it: what was refused is written there.
const TABLES: [&str; 26] = [
    "filing",
    "draft_revision",
    "page_beside",
    "submission",
    "timeline_entry",
    "internal_note",
    "publication",
    "receipt",
    "waiting_file",
    "number_series",
    "outbox",
    "person",
    "person_role",
    "invitation",
    "state",
    "questionnaire",
    "proposal",
    "cycle",
    "extension",
    "commitment",
    "circle",
    "membership",
    "opted_into",
    "calendar",
    "report_section",
    "inside_comment",
];

/// What is there.
async fn standing(database: &TestDatabase) -> Vec<i64> {
    let mut standing = Vec::new();
    for table in TABLES {
        standing.push(database.rows(table).await);
    }
    for sum in [
        "SELECT CAST(sum(version) AS BIGINT) FROM filing",
        "SELECT count(*) FROM person WHERE active",
        "SELECT count(*) FROM person WHERE password_hash IS NOT NULL",
    ] {
        standing.push(database.number(sum).await);
    }
    standing
}

/// Everyone, for this door: signing in or out ends the session somebody came with.
async fn everyone(house: &House, who: Who, known: &[Visitor]) -> Vec<Visitor> {
    if who != Who::Anyone {
        return known.to_vec();
    }
    let mut anew = Vec::new();
    for visitor in known {
        anew.push(house.anew(visitor).await);
    }
    anew
}

#[tokio::test]
async fn everyone_does_what_is_for_them_and_no_more() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (known, mut rows) = (house.everyone().await, Vec::new());
        // Something of which the tables can tell the sum.
        house.cast.opens(domain::marking::Audience::Public).await;
        for (door, who) in FUNCTIONS.iter().copied() {
            let mut statuses = Vec::new();
            for (number, visitor) in everyone(&house, who, &known).await.iter().enumerate() {
                let form = errand(&house, door, number).await.form;
                statuses.push(knocks(&database, visitor, door, &form).await);
                let status = statuses[number];
                match (&visitor.side, is_for(who, visitor)) {
                    (None, false) => assert_eq!(status, 401, "{} at {door}", visitor.name),
                    (_, false) => assert!(matches!(status, 403 | 404), "{} at {door}: {status}", visitor.name),
                    (_, true) => assert!(
                        matches!(status, 200 | 403 | 404),
                        "{} at {door}: {status}",
                        visitor.name
                    ),
                }
            }
            assert!(statuses.contains(&200), "{door} is for nobody: {statuses:?}");
            rows.push(Row { door, statuses });
        }
        insta::assert_snapshot!("functions", table(&known, &rows));
    }
}

/// Posts the form, and sees to it that it did something or changed nothing.
async fn knocks(database: &TestDatabase, visitor: &Visitor, door: &str, form: &str) -> u16 {
    let (before, logged) = (standing(database).await, database.rows("audit_line").await);
    let answer = visitor.asks_plainly(Method::POST, door, form).await;
    let status = answer.status.as_u16();
    if status != 200 {
        assert_eq!(standing(database).await, before, "{} at {door}: {status}", visitor.name);
        assert!(
            answer.body.starts_with(r#"{"error":""#),
            "{} at {door}: {}",
            visitor.name,
            answer.body
        );
    }
    if matches!(status, 403 | 404) {
        let lines = database.rows("audit_line").await - logged;
        assert_eq!(lines, 1, "{} at {door}: a refusal is in the log", visitor.name);
    }
    status
}

#[tokio::test]
async fn a_form_about_what_is_hidden_is_answered_as_one_about_nothing() {
    for database in databases().await {
        let house = House::on(&database).await;
        let (visitors, mut hidden) = (house.everyone().await, 0);
        for (door, _) in FUNCTIONS.iter().filter(|(_, who)| *who != Who::Anyone) {
            for (number, visitor) in visitors.iter().enumerate() {
                let errand = errand(&house, door, number).await;
                let Some(nothing) = errand.about_nothing else { break };
                let plainly = visitor.asks_plainly(Method::POST, door, &errand.form).await;
                let nowhere = visitor.asks_plainly(Method::POST, door, &nothing).await;
                if plainly.status != 404 {
                    continue;
                }
                hidden += 1;
                assert_eq!(plainly.telling(), nowhere.telling(), "{} at {door}", visitor.name);
                // In a browser both lead back to the page the form was on, which says why.
                let answer = visitor.posts(routes::ACCOUNT, door, &errand.form).await;
                assert_eq!(
                    answer.leads_to(),
                    "/account?refused=not-found",
                    "{} at {door}",
                    visitor.name
                );
                let nowhere = visitor.posts(routes::ACCOUNT, door, &nothing).await;
                assert_eq!(answer.telling(), nowhere.telling(), "{} at {door}", visitor.name);
            }
        }
        assert!(hidden > 50, "little was hidden: {hidden}");
    }
}
