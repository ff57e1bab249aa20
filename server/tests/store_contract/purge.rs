//! What has served its purpose is removed when somebody's session begins, and nothing else is.

use crate::support::{
    cast::{Cast, saved},
    databases::{TestDatabase, databases},
};
use app::portal::ports::{Beside, Clock};
use domain::{
    draft::Typed,
    filing::Filing,
    form::{Field, Section},
    ids::Timestamp,
    lifecycle::Command,
    marking::Audience,
    samples::{AMINA, BASHIR, EMIL, TUESDAY, note, seen},
};
use server::sessions::Sessions;
use std::{collections::HashMap, sync::Arc};
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
};

const DAY: i64 = 24 * 60 * 60;

struct At(Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// Somebody's session begins, so many seconds after the samples.
async fn begins(database: &TestDatabase, seconds: i64) {
    let now = TUESDAY.plus_seconds(seconds);
    let mut record = Record {
        id: Id(i128::from(seconds)),
        data: HashMap::new(),
        expiry_date: now.utc(),
    };
    let sessions = Sessions::new(database.sql.clone(), Arc::new(At(now)));
    sessions.create(&mut record).await.expect("it begins");
}

#[tokio::test]
async fn a_receipt_is_kept_for_thirty_days() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        // After one minute, and after two.
        cast.opens(Audience::Public).await;
        cast.opens(Audience::Public).await;
        begins(&database, 30 * DAY).await;
        assert_eq!(database.rows("receipt").await, 2);
        begins(&database, 30 * DAY + 90).await;
        assert_eq!(database.rows("receipt").await, 1);
        begins(&database, 30 * DAY + 120).await;
        assert_eq!(database.rows("receipt").await, 0);
        assert_eq!(database.rows("filing").await, 2);
    }
}

/// A filing with a page kept beside its draft.
async fn with_a_page_beside(cast: &Cast) -> Filing {
    let filing = cast.opens(Audience::Public).await;
    let title = filing.draft.typed(Field::Title).text;
    let unchanged = cast.types(EMIL, &filing, Field::Title, &title);
    let page = Beside {
        by: cast.actor(EMIL).id,
        at: TUESDAY,
        page: Section::Notice,
        answers: [(Field::Title, Typed::default())].into(),
    };
    let posting = cast.posting(EMIL, filing.version);
    let kept = cast
        .incidents()
        .save(&unchanged, Some(&page), &saved(&filing.reference), posting)
        .await;
    kept.expect("kept beside");
    cast.reads(&filing.reference).await
}

/// The same, with the choice made.
async fn settled(cast: &Cast) -> Filing {
    let filing = with_a_page_beside(cast).await;
    let chosen = cast.types(AMINA, &filing, Field::Title, "Chosen");
    let posting = cast.posting(AMINA, filing.version);
    let done = cast
        .incidents()
        .settle(&chosen, &saved(&filing.reference), posting)
        .await;
    done.expect("settled");
    cast.reads(&filing.reference).await
}

async fn is_sent(cast: &Cast, filing: &Filing) -> Filing {
    cast.commands(AMINA, filing, Command::Send).await.expect("sent")
}

#[tokio::test]
async fn pages_beside_go_when_they_wait_for_nobody() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let beside = async || {
            begins(&database, 60 * 60 + database.rows("session").await).await;
            database.rows("page_beside").await
        };
        let waiting = with_a_page_beside(&cast).await;
        let draft = settled(&cast).await;
        assert_eq!(beside().await, 2, "both filings are drafts");
        is_sent(&cast, &draft).await;
        assert_eq!(beside().await, 1, "chosen from, and sent");
        let sent = is_sent(&cast, &waiting).await;
        assert_eq!(beside().await, 1, "it may come back for correction");
        let disclosure = seen(&sent, TUESDAY);
        let approve = Command::Approve { seen: disclosure };
        let submitted = cast.commands(BASHIR, &sent, approve).await.expect("approved");
        assert_eq!(beside().await, 1);
        let why = note("Filed twice.").expect("a note");
        let withdrawn = cast.commands(BASHIR, &submitted, Command::Withdraw { why }).await;
        withdrawn.expect("withdrawn");
        assert_eq!(beside().await, 0, "nobody will write in it again");
    }
}
