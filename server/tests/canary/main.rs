//! Canaries: texts that occur nowhere else, put into every place that carries text, and looked for in every byte that
//! leaves the portal.
//!
//! Filings of one State are filed, asked about, answered and let out, for the public, for participating States and for
//! the secretariat alone, all through forms. At three moments everyone reads every page there is, and what they got is
//! compared with [`canaries`], which says who may read which. A canary must be found where it may be read, too, or the
//! test would not see. The log, the audit log and the mails are searched at the end.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "a test is a story told in one piece, and says where it stopped when it cannot go on"
)]

#[path = "../support/mod.rs"]
mod support;

mod acts;
mod canaries;
mod crawl;
mod log;
mod story;
mod written;

use crate::{
    acts::Story,
    canaries::{CANARIES, Canary, Circle, Moment},
    crawl::{Read, crawl, public_pages},
    log::Log,
    story::Filings,
    support::{
        databases::{TestDatabase, databases},
        house::House,
        visitors::Visitor,
    },
};
use std::collections::BTreeSet;
use tokio::task::JoinSet;

/// Who has found which canary so far.
type Found = BTreeSet<(Circle, &'static str)>;

#[tokio::test(flavor = "multi_thread")]
async fn no_canary_is_found_where_it_may_not_be_read() {
    let log = Log::begin();
    for database in databases().await {
        let house = House::on(&database).await;
        let (story, everyone, mut found) = (Story::in_(&house).await, house.everyone().await, Found::new());
        let withdrawn = story.is_published_and_withdrawn().await;
        let before = public_pages(&house.nobody()).await;
        let nothing_new = async |why| assert_eq!(public_pages(&house.nobody()).await, before, "{why}");
        let filings = story.is_being_written(withdrawn).await;
        read_all(&everyone, &filings, Moment::Draft, &mut found).await;
        nothing_new("a draft changes no public byte").await;
        story.is_asked_and_answered(&filings).await;
        read_all(&everyone, &filings, Moment::Answered, &mut found).await;
        nothing_new("a submission changes no public byte").await;
        story.others_are_accepted(&filings).await;
        nothing_new("what is not for the public changes no public byte").await;
        story.is_published(&filings).await;
        read_all(&everyone, &filings, Moment::Published, &mut found).await;
        everyone_found_theirs(&found);
        only_what_is_public_is_searched(&house.nobody()).await;
        nothing_is_mailed(&house).await;
        nothing_is_logged(&log.taken());
        nothing_is_stored_that_must_not_be(&database).await;
        // That search is in the log, with everything it searched for.
        log.taken();
    }
}

/// Everyone reads everything, all at once. Nobody finds what is not for them.
async fn read_all(everyone: &[Visitor], filings: &Filings, moment: Moment, found: &mut Found) {
    let mut reading = JoinSet::new();
    for visitor in everyone.iter().cloned() {
        let filings = filings.clone();
        reading.spawn(async move { (crawl(&visitor, &filings).await, visitor) });
    }
    for (pages, visitor) in reading.join_all().await {
        let circle = Circle::of(&visitor);
        for (canary, address) in pages.iter().flat_map(told) {
            let (name, text) = (&visitor.name, canary.text);
            assert!(
                canary.may_be_read(circle, moment),
                "{name} finds {text} on {address} ({moment:?})"
            );
            found.insert((circle, text));
        }
    }
}

/// Pages on which every State stands, whatever it did or met.
const EVERY_STATE: [&str; 2] = ["/preparation/memberships", "/preparation/cycles/plan"];

/// The canaries on a page. Whoever asks for something by its name knows the name.
fn told(page: &Read) -> impl Iterator<Item = (&'static Canary, &str)> {
    let names_all = EVERY_STATE.contains(&page.address.as_str());
    let is_everywhere = move |canary: &Canary| names_all && canary.text == canaries::A_STATE;
    let found = move |canary: &&Canary| {
        page.bytes.contains(canary.text) && !page.address.contains(canary.text) && !is_everywhere(canary)
    };
    let canaries = CANARIES.iter().filter(found);
    canaries.map(move |canary| (canary, page.address.as_str()))
}

/// Whoever may read a canary at some moment has found it.
fn everyone_found_theirs(found: &Found) {
    let moments = [Moment::Draft, Moment::Answered, Moment::Published];
    for canary in CANARIES {
        for circle in Circle::READING {
            let may = moments.into_iter().any(|moment| canary.may_be_read(circle, moment));
            assert!(
                !may || found.contains(&(circle, canary.text)),
                "{circle:?} never found {}",
                canary.text
            );
        }
    }
}

/// A search finds a publication by the words everyone reads in it, and by no other that was ever written about it. The
/// answers are searched, not the indicators.
async fn only_what_is_public_is_searched(nobody: &Visitor) {
    let mut hits = 0;
    for canary in CANARIES
        .iter()
        .filter(|canary| canary.is_content && canary.text.is_ascii())
    {
        let page = nobody.gets(&format!("/publications?words={}", canary.text)).await;
        let finds = page.body.contains("PUB-2026-");
        let is_public = canary.may_be_read(Circle::Public, Moment::Published);
        assert!(!finds || is_public, "{} is found", canary.text);
        assert!(
            finds || !is_public || canary.text.contains("indicator"),
            "{} is not found",
            canary.text
        );
        hits += usize::from(finds);
    }
    assert_eq!(hits, 5, "title, summary, techniques, severity and measures");
}

/// What is refused is not stored; and no canary is in a line of the audit log.
async fn nothing_is_stored_that_must_not_be(database: &TestDatabase) {
    const TEXTS: [(&str, &str); 9] = [
        ("draft_revision", "content"),
        ("page_beside", "answers"),
        ("submission", "content"),
        ("internal_note", "content"),
        ("timeline_entry", "note"),
        ("receipt", "outcome"),
        ("filing", "title"),
        ("filing", "stage_facts"),
        ("publication", "disclosure"),
    ];
    let holding = async |table: &str, column: &str, text: &str| {
        database
            .number(&format!("SELECT count(*) FROM {table} WHERE {column} LIKE '%{text}%'"))
            .await
    };
    assert!(
        holding("draft_revision", "content", "canary-title-a").await > 0,
        "nothing was stored"
    );
    for (table, column) in TEXTS {
        for canary in CANARIES.iter().filter(|canary| canary.is_never_read()) {
            assert_eq!(
                holding(table, column, canary.text).await,
                0,
                "{} in {table}.{column}",
                canary.text
            );
        }
    }
    for column in ["event", "subject"] {
        assert_eq!(holding("audit_line", column, "canary-").await, 0, "audit_line.{column}");
    }
}

/// The log says who asked for which kind of thing, and no word of it.
fn nothing_is_logged(logged: &str) {
    assert!(
        logged.contains("/do/save") && logged.contains("/filings/{reference}"),
        "the log was not kept"
    );
    let told: Vec<_> = CANARIES
        .iter()
        .filter(|canary| canary.is_content && logged.contains(canary.text))
        .collect();
    assert!(told.is_empty(), "the log tells {told:?}");
}

/// Every letter that was written says nothing.
async fn nothing_is_mailed(house: &House) {
    let mails = log::mails(house).await;
    assert!(mails.len() > 20, "few letters: {}", mails.len());
    for mail in mails {
        let told: Vec<_> = CANARIES
            .iter()
            .filter(|canary| canary.is_content && mail.contains(canary.text))
            .collect();
        assert!(told.is_empty(), "a mail tells {told:?}");
    }
}
