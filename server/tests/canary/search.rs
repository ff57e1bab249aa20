//! Where canaries are looked for: what people read, the log, the mails, and the rows of what must not be kept.

use crate::{
    canaries::{A_STATE, Canary, Circle, FoundBy, Moment},
    crawl::{Read, Things, crawl},
    log,
    support::{databases::TestDatabase, house::House, visitors::Visitor},
};
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;
use tokio::task::JoinSet;

/// Who has found which canary so far.
pub type Found = BTreeSet<(Circle, &'static str)>;

/// The canaries of one story.
pub type Canaries = &'static [Canary];

/// Everyone reads everything, all at once. Nobody finds what is not for them.
pub async fn read_all(canaries: Canaries, everyone: &[Visitor], things: &Things, moment: Moment, found: &mut Found) {
    let (mut reading, mut circles) = (JoinSet::new(), BTreeSet::new());
    for visitor in everyone.iter().cloned() {
        let (things, is_first) = (things.clone(), circles.insert(Circle::of(&visitor)));
        reading.spawn(async move { (crawl(&visitor, &things, is_first).await, visitor) });
    }
    // All of them in one pass: thousands of pages, letter by letter for each canary, would take minutes.
    let sought = AhoCorasick::new(canaries.iter().map(|canary| canary.text)).expect("canaries are short");
    let mut leaks = BTreeSet::new();
    for (pages, visitor) in reading.join_all().await {
        let circle = Circle::of(&visitor);
        for page in &pages {
            for canary in told(canaries, &sought, page) {
                found.insert((circle, canary.text));
                if !canary.may_be_read(circle, moment) {
                    let (name, text, address) = (&visitor.name, canary.text, &page.address);
                    leaks.insert(format!("{name} finds {text} on {address} ({moment:?})"));
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
}

/// Pages on which every State stands, whatever it did or met.
const EVERY_STATE: [&str; 2] = ["/preparation/memberships", "/preparation/cycles/plan"];

/// The canaries on a page. Whoever asks for something by its name knows the name.
fn told(canaries: Canaries, sought: &AhoCorasick, page: &Read) -> impl Iterator<Item = &'static Canary> {
    let names_all = EVERY_STATE.contains(&page.address.as_str());
    let is_everywhere = move |canary: &Canary| names_all && canary.text == A_STATE;
    let seen = sought
        .find_overlapping_iter(&page.bytes)
        .map(|seen| seen.pattern().as_usize());
    let told = seen
        .collect::<BTreeSet<_>>()
        .into_iter()
        .map(|number| &canaries[number]);
    told.filter(move |canary| !page.address.contains(canary.text) && !is_everywhere(canary))
}

/// Whoever of these may read a canary at some moment has found it.
pub fn everyone_found_theirs(canaries: Canaries, circles: &[Circle], found: &Found) {
    let moments = [Moment::Draft, Moment::Answered, Moment::Published];
    let mut missed = Vec::new();
    for canary in canaries {
        let may = |circle: &&Circle| moments.into_iter().any(|moment| canary.may_be_read(**circle, moment));
        let readers: Vec<_> = circles.iter().filter(may).collect();
        let blind: Vec<_> = readers
            .iter()
            .filter(|circle| !found.contains(&(***circle, canary.text)))
            .collect();
        let is_missed = match canary.found_by {
            FoundBy::Each => !blind.is_empty(),
            FoundBy::One => blind.len() == readers.len(),
            FoundBy::Perhaps => false,
        };
        if is_missed {
            missed.push(format!("{blind:?} never found {}", canary.text));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Columns that hold what people write.
const WRITTEN: [(&str, &str); 21] = [
    ("draft_revision", "content"),
    ("page_beside", "answers"),
    ("submission", "content"),
    ("submission", "disclosure"),
    ("internal_note", "content"),
    ("inside_comment", "content"),
    ("report_section", "drafters"),
    ("timeline_entry", "note"),
    ("receipt", "outcome"),
    ("filing", "title"),
    ("filing", "stage_facts"),
    ("publication", "disclosure"),
    ("report_publication", "disclosure"),
    ("published_answer", "answer"),
    ("waiting_file", "content"),
    ("extension", "reason"),
    ("extension", "why"),
    ("questionnaire", "content"),
    ("questionnaire", "stage"),
    ("proposal", "plan"),
    ("cycle", "content"),
];

/// What is refused is not stored, and something is; and no canary is in a line of the audit log.
pub async fn nothing_is_stored_that_must_not_be(canaries: Canaries, stored: &str, database: &TestDatabase) {
    let holding = async |table: &str, column: &str, text: &str| {
        let query = format!("SELECT count(*) FROM {table} WHERE {column} LIKE '%{text}%'");
        database.number(&query).await
    };
    assert!(
        holding("draft_revision", "content", stored).await > 0,
        "nothing was stored"
    );
    for (table, column) in WRITTEN {
        for canary in canaries.iter().filter(|canary| canary.is_never_read()) {
            let rows = holding(table, column, canary.text).await;
            assert_eq!(rows, 0, "{} in {table}.{column}", canary.text);
        }
    }
    for column in ["event", "subject"] {
        assert_eq!(holding("audit_line", column, "canary-").await, 0, "audit_line.{column}");
    }
}

/// The log says who asked for which kind of thing, and no word of it.
pub fn nothing_is_logged(canaries: Canaries, expected: &[&str], logged: &str) {
    for line in expected {
        assert!(logged.contains(line), "the log was not kept: {line}");
    }
    assert_eq!(content(canaries, logged), [""; 0], "the log tells");
}

/// Every letter that was written says nothing.
pub async fn nothing_is_mailed(canaries: Canaries, house: &House) {
    let mails = log::mails(house).await;
    assert!(mails.len() > 20, "few letters: {}", mails.len());
    for mail in mails {
        assert_eq!(content(canaries, &mail), [""; 0], "a mail tells");
    }
}

/// What people wrote that is in this text.
fn content(canaries: Canaries, text: &str) -> Vec<&'static str> {
    let told = canaries
        .iter()
        .filter(|canary| canary.is_content && text.contains(canary.text));
    told.map(|canary| canary.text).collect()
}
