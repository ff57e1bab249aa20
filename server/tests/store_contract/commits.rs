//! Commands: all of what was decided, once, or nothing.

use crate::support::{
    cast::Cast,
    databases::{TestDatabase, databases},
};
use app::portal::ports::{Accounts, Filings, Posting, Receipt, StoreError};
use domain::{
    filing::Filing,
    ids::Version,
    lifecycle::{Action, Command, StageName, StageName as S},
    marking::Audience,
    people::{SecretariatRole, Side},
    samples::{AMINA, BASHIR, CHIDI, DANA, EMIL, ERIKA, FARID, TUESDAY, seen},
};

/// How many rows each table has that a command writes to.
async fn written(database: &TestDatabase) -> Vec<(&'static str, i64)> {
    let mut rows = Vec::new();
    for table in [
        "receipt",
        "timeline_entry",
        "submission",
        "publication",
        "audit_line",
        "outbox",
        "draft_revision",
    ] {
        rows.push((table, database.rows(table).await));
    }
    rows
}

#[tokio::test]
async fn a_filing_at_every_stage_reads_back_as_it_was_written() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for stage in StageName::ALL {
            let filing = cast.leads_to(stage, Audience::Public).await;
            assert_eq!(filing.stage.name(), stage);
            assert_eq!(
                cast.reads(&filing.reference).await,
                filing,
                "{stage:?} on {:?}",
                database.kind()
            );
        }
    }
}

#[tokio::test]
async fn each_command_leaves_one_entry_and_what_it_tells() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let before = cast.logged().await;
        let filing = cast.leads_to(StageName::AnswerAwaitingApproval, Audience::Public).await;
        let timeline = cast.store.timeline(filing.id).await.expect("it is read");
        let told: Vec<_> = timeline
            .iter()
            .map(|named| {
                (
                    named.name.as_str(),
                    named.entry.action,
                    named.entry.from,
                    named.entry.to,
                )
            })
            .collect();
        let expected = [
            ("Amina", Action::Send, S::Draft, S::AwaitingApproval),
            ("Bashir", Action::Approve, S::AwaitingApproval, S::Submitted),
            ("Chidi", Action::Claim, S::Submitted, S::UnderReview),
            ("Chidi", Action::Ask, S::UnderReview, S::ClarificationAsked),
            (
                "Amina",
                Action::Answer,
                S::ClarificationAsked,
                S::AnswerAwaitingApproval,
            ),
        ];
        assert_eq!(told, expected);
        assert_eq!(
            timeline[3].entry.note.as_deref(),
            Some("Which second data centre took over?")
        );
        assert_eq!(cast.logged().await - before, 5, "one line for each");
        assert_eq!(
            cast.incidents().submissions(filing.id).await.expect("read"),
            filing.submission.into_iter().collect::<Vec<_>>()
        );
    }
}

#[tokio::test]
async fn a_form_drawn_from_an_older_version_changes_nothing() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let draft = cast.opens(Audience::Public).await;
        let sent = cast.commands(AMINA, &draft, Command::Send).await.expect("sent");
        let before = written(&database).await;
        // Amina's other window still shows the draft.
        let again = cast.commands(AMINA, &draft, Command::Send).await;
        assert!(matches!(again, Err(StoreError::Stale)), "{again:?}");
        // A form that claims a newer version than its decision was made on gains nothing by it.
        let claimed = Posting {
            seen: sent.version,
            ..cast.posting(AMINA, draft.version)
        };
        let again = cast.posts(AMINA, &draft, Command::Send, claimed).await;
        assert!(matches!(again, Err(StoreError::Stale)), "{again:?}");
        assert_eq!(written(&database).await, before);
        assert_eq!(cast.reads(&draft.reference).await, sent);
    }
}

#[tokio::test]
async fn the_same_form_twice_is_one_act_with_one_receipt() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let draft = cast.opens(Audience::Public).await;
        let posting = cast.posting(AMINA, draft.version);
        let sent = cast.posts(AMINA, &draft, Command::Send, posting).await.expect("sent");
        let before = written(&database).await;
        let again = cast.posts(AMINA, &draft, Command::Send, posting).await;
        assert!(matches!(again, Err(StoreError::Repeated)), "{again:?}");
        assert_eq!(written(&database).await, before);
        assert_eq!(cast.reads(&draft.reference).await, sent);
        let first = Receipt::Done {
            reference: draft.reference,
            action: Action::Send,
        };
        assert_eq!(
            cast.store.receipt(posting.key, posting.by).await.expect("read"),
            Some(first)
        );
        let others = cast
            .store
            .receipt(posting.key, cast.actor(EMIL).id)
            .await
            .expect("read");
        assert_eq!(others, None, "another's key tells nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doubled_click_is_one_act_even_at_the_same_moment() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for _ in 0..20 {
            let draft = cast.opens(Audience::Public).await;
            let posting = cast.posting(AMINA, draft.version);
            let click = || cast.posts(AMINA, &draft, Command::Send, posting);
            let (one, other) = tokio::join!(click(), click());
            match (one, other) {
                (Ok(_), Err(StoreError::Repeated)) | (Err(StoreError::Repeated), Ok(_)) => {}
                both => panic!("{both:?} on {:?}", database.kind()),
            }
            assert_eq!(cast.store.timeline(draft.id).await.expect("read").len(), 1);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_reviewers_who_claim_at_once_exactly_one_has_it() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for _ in 0..20 {
            let filing = cast.leads_to(StageName::Submitted, Audience::Public).await;
            let claim = |person| cast.commands(person, &filing, Command::Claim);
            let (chidi, erika) = tokio::join!(claim(CHIDI), claim(ERIKA));
            let winner = match (chidi, erika) {
                (Ok(_), Err(StoreError::Stale)) => CHIDI,
                (Err(StoreError::Stale), Ok(_)) => ERIKA,
                both => panic!("{both:?} on {:?}", database.kind()),
            };
            let now = cast.reads(&filing.reference).await;
            assert_eq!(now.stage.reviewer(), Some(cast.actor(winner).id));
            assert_eq!(cast.store.timeline(filing.id).await.expect("read").len(), 3);
        }
    }
}

#[tokio::test]
async fn what_fails_at_the_end_leaves_nothing_of_the_beginning() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.leads_to(StageName::Accepted, Audience::Public).await;
        let publish = Command::Publish {
            seen: seen(&filing, TUESDAY),
        };
        let posting = cast.posting(DANA, filing.version);
        let decided = filing
            .decide(publish, cast.actor(DANA), posting.at)
            .expect("Dana may publish");
        let receipt = Receipt::Done {
            reference: filing.reference.clone(),
            action: Action::Publish,
        };
        // By now receipt, filing and timeline would have been written.
        database
            .tamper("UPDATE submission SET disclosure_hash = 'another'")
            .await;
        let before = written(&database).await;
        let failed = cast.incidents().commit(&decided, &receipt, posting).await;
        assert!(matches!(failed, Err(StoreError::Unavailable(_))), "{failed:?}");
        assert_eq!(written(&database).await, before, "on {:?}", database.kind());
        let version = database.number("SELECT version FROM filing").await;
        assert_eq!(Version::new(version), filing.version);
        assert_eq!(
            cast.store.receipt(posting.key, posting.by).await.expect("read"),
            None,
            "it can be tried again"
        );
    }
}

/// Whoever lost what they need between deciding and writing is told to look again.
async fn is_stale_after(cast: &Cast, filing: &Filing, what: &str) {
    let claimed = cast.commands(ERIKA, filing, Command::Claim).await;
    assert!(matches!(claimed, Err(StoreError::Stale)), "{what}: {claimed:?}");
    assert_eq!(cast.reads(&filing.reference).await, *filing, "{what}");
}

#[tokio::test]
async fn a_role_or_an_account_lost_on_the_way_is_noticed() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.leads_to(StageName::Submitted, Audience::Public).await;
        let (erika, farid) = (cast.actor(ERIKA).id, cast.actor(FARID).id);
        let publisher = Side::Secretariat([SecretariatRole::Publisher].into());
        cast.store
            .change_side(erika, &publisher, farid, TUESDAY)
            .await
            .expect("roles change");
        is_stale_after(&cast, &filing, "no longer a reviewer").await;
        cast.store
            .change_side(erika, &ERIKA.side(), farid, TUESDAY)
            .await
            .expect("roles change");
        cast.store.deactivate(erika, farid, TUESDAY).await.expect("deactivated");
        is_stale_after(&cast, &filing, "deactivated").await;
        cast.store.reactivate(erika, farid, TUESDAY).await.expect("reactivated");
        cast.commands(ERIKA, &filing, Command::Claim).await.expect("as before");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_and_a_deactivation_at_once_are_one_after_the_other() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (bashir, farid) = (cast.actor(BASHIR).id, cast.actor(FARID).id);
        for _ in 0..10 {
            let filing = cast.leads_to(StageName::AwaitingApproval, Audience::Public).await;
            let approve = Command::Approve {
                seen: seen(&filing, TUESDAY),
            };
            let deactivate = cast.store.deactivate(bashir, farid, TUESDAY);
            let (approved, deactivated) = tokio::join!(cast.commands(BASHIR, &filing, approve), deactivate);
            deactivated.expect("nothing keeps an administrator from it");
            match approved {
                Ok(after) => assert_eq!(cast.reads(&filing.reference).await, after),
                Err(StoreError::Stale) => assert_eq!(cast.reads(&filing.reference).await, filing),
                Err(other) => panic!("{other:?} on {:?}", database.kind()),
            }
            cast.store
                .reactivate(bashir, farid, TUESDAY)
                .await
                .expect("reactivated");
        }
    }
}
