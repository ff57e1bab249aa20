//! Canaries: texts that occur nowhere else, put into every place that carries text, and looked for in every byte that
//! leaves the portal.
//!
//! Filings of one State, notifications and progress reports, are written, asked about, answered and let out, for the
//! public, for participating States and for the secretariat alone, all through forms. At three moments everyone reads
//! every page and every file there is, archives, workbooks and printed pages unpacked, and what they got is compared
//! with [`canaries`] and [`reported`], which say who may read which. A canary must be found where it may be read, too,
//! or the test would not see. The log, the audit log and the mails are searched at the end.

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
mod reported;
mod reporting;
mod reviewing;
mod search;
mod story;
mod unpacked;
mod written;

use crate::{
    acts::Story,
    canaries::{CANARIES, Circle, Moment},
    crawl::{Read, Things, public_pages},
    log::Log,
    search::{
        Found, everyone_found_theirs, nothing_is_logged, nothing_is_mailed, nothing_is_stored_that_must_not_be,
        read_all,
    },
    support::{databases::databases, house::House, pdf::press, visitors::Visitor},
};
use server::web::Settings;
use std::sync::LazyLock;
use tokio::sync::Mutex;

/// One story at a time: what is logged is logged by the whole process.
static LOG: LazyLock<Mutex<Log>> = LazyLock::new(|| Mutex::new(Log::begin()));

#[tokio::test(flavor = "multi_thread")]
async fn no_canary_is_found_where_it_may_not_be_read() {
    let log = LOG.lock().await;
    for database in databases().await {
        let house = House::on(&database).await;
        let (story, everyone, mut found) = (Story::in_(&house).await, house.everyone().await, Found::new());
        let withdrawn = story.is_published_and_withdrawn().await;
        let public = PublicBytes::of(&house, Things::default()).await;
        let filings = story.is_being_written(withdrawn).await;
        let things = Things {
            filings: filings.clone(),
            ..Things::default()
        };
        read_all(CANARIES, &everyone, &things, Moment::Draft, &mut found).await;
        public.are_the_same("a draft changes no public byte").await;
        story.is_asked_and_answered(&filings).await;
        read_all(CANARIES, &everyone, &things, Moment::Answered, &mut found).await;
        public.are_the_same("a submission changes no public byte").await;
        story.others_are_accepted(&filings).await;
        public
            .are_the_same("what is not for the public changes no public byte")
            .await;
        story.is_published(&filings).await;
        read_all(CANARIES, &everyone, &things, Moment::Published, &mut found).await;
        everyone_found_theirs(CANARIES, &Circle::READING, &found);
        only_what_is_public_is_searched(&house.nobody()).await;
        nothing_is_mailed(CANARIES, &house).await;
        nothing_is_logged(CANARIES, &["/do/save", "/filings/{reference}"], &log.taken());
        nothing_is_stored_that_must_not_be(CANARIES, "canary-title-a", &database).await;
        // That search is in the log, with everything it searched for.
        log.taken();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_canary_of_a_report_is_found_where_it_may_not_be_read() {
    let log = LOG.lock().await;
    for database in databases().await {
        let settings = Settings {
            press: press(),
            ..Settings::default()
        };
        let house = House::set_up(&database, settings).await;
        let (story, everyone, mut found) = (Story::in_(&house).await, house.everyone().await, Found::new());
        let last = story.opens_cycles().await;
        let withdrawn = story.is_reported_and_withdrawn().await;
        let public = PublicBytes::of(&house, reporting::things(&[])).await;
        story.is_prepared(&last).await;
        let mut filings = story.are_being_reported(withdrawn).await;
        let read = async |filings: &[String], moment, found: &mut Found| {
            read_all(
                reported::CANARIES,
                &everyone,
                &reporting::things(filings),
                moment,
                found,
            )
            .await;
        };
        read(&filings, Moment::Draft, &mut found).await;
        public
            .are_the_same("what is prepared or drafted changes no public byte")
            .await;
        story.is_reported_and_answered(&filings).await;
        read(&filings, Moment::Answered, &mut found).await;
        public.are_the_same("a submission changes no public byte").await;
        story.other_reports_are_accepted(&filings).await;
        public
            .are_the_same("what is not for the public changes no public byte")
            .await;
        story.is_reported_to_everyone(&filings).await;
        filings.push(story.carries_forward().await);
        read(&filings, Moment::Published, &mut found).await;
        everyone_found_theirs(reported::CANARIES, &Circle::READING, &found);
        nothing_is_mailed(reported::CANARIES, &house).await;
        nothing_is_logged(
            reported::CANARIES,
            &["/do/save-answers", "/filings/{reference}"],
            &log.taken(),
        );
        nothing_is_stored_that_must_not_be(reported::CANARIES, "canary-r-draft-say", &database).await;
        log.taken();
    }
}

/// Every byte that is for everyone, at some moment.
struct PublicBytes {
    nobody: Visitor,
    things: Things,
    before: Vec<Read>,
}

impl PublicBytes {
    async fn of(house: &House, things: Things) -> Self {
        let nobody = house.nobody();
        let before = public_pages(&nobody, &things).await;
        Self { nobody, things, before }
    }

    /// They are still the same.
    async fn are_the_same(&self, why: &str) {
        let now = public_pages(&self.nobody, &self.things).await;
        let other = self
            .before
            .iter()
            .zip(&now)
            .filter(|(before, now)| before.bytes != now.bytes);
        let other: Vec<_> = other.map(|(_, now)| &now.address).collect();
        assert!(other.is_empty(), "{why}: {other:?}");
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
