//! Who reaches what: outside a scope a filing does not exist, and no list, count or order tells of it.

use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{FilingFilter, FilingLine, Filings, Paged, Receipt, StoreError};
use domain::{
    filing::Filing,
    form::Field,
    lifecycle::{Command, Stage, StageName},
    marking::Audience,
    people::Scope,
    samples::{AMINA, BASHIR, CHIDI, note, seen},
    state::StateCode,
};

async fn listed(cast: &Cast, scope: Scope, stages: &[StageName], oldest_first: bool) -> Paged<FilingLine> {
    let filter = FilingFilter {
        scope,
        stages: stages.to_vec(),
        waiting: false,
        oldest_first,
        page: 1,
    };
    cast.store.list(&filter).await.expect("a list is read")
}

async fn found(cast: &Cast, filing: &Filing, scope: Scope) -> Option<Filing> {
    cast.incidents()
        .filing(&filing.reference, &scope)
        .await
        .expect("the store answers")
}

#[tokio::test]
async fn before_the_first_approval_a_filing_exists_for_its_state_alone() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let drafts = [
            cast.opens(Audience::Public).await,
            cast.leads_to(StageName::AwaitingApproval, Audience::Public).await,
        ];
        let submitted = cast.leads_to(StageName::Submitted, Audience::Public).await;
        let (own, other) = (Scope::Own(StateCode::VALDORIA), Scope::Own(StateCode::MERIDIA));
        for draft in &drafts {
            assert!(found(&cast, draft, own.clone()).await.is_some());
            for scope in [Scope::Approved, other.clone(), Scope::Nothing] {
                assert_eq!(found(&cast, draft, scope.clone()).await, None, "{scope:?}");
            }
        }
        assert!(found(&cast, &submitted, Scope::Approved).await.is_some());
        assert_eq!(found(&cast, &submitted, other.clone()).await, None);
        for (scope, total) in [(own, 3), (Scope::Approved, 1), (other, 0), (Scope::Nothing, 0)] {
            let list = listed(&cast, scope.clone(), &[], true).await;
            assert_eq!(
                (list.total, list.items.len()),
                (total, usize::try_from(total).unwrap()),
                "{scope:?}"
            );
        }
    }
}

/// Everything the secretariat can find out by listing, in every way there is.
async fn told_to_the_secretariat(cast: &Cast) -> Vec<Paged<FilingLine>> {
    let mut told = Vec::new();
    for oldest_first in [true, false] {
        told.push(listed(cast, Scope::Approved, &[], oldest_first).await);
        for stage in StageName::ALL {
            told.push(listed(cast, Scope::Approved, &[stage], oldest_first).await);
        }
    }
    told
}

/// Words that only Valdoria has, until Bashir approves them.
const SECRET: &str = "Words nobody has let out";

/// Amina rewrites the title and answers, Bashir returns it, Amina answers again. The filing after each step.
async fn answered_twice(cast: &Cast, asked: &Filing) -> [Filing; 4] {
    let (answer, why) = (note(SECRET).expect("a note"), note("Say which").expect("a note"));
    let answer = Command::Answer { answer };
    let edited = cast.types(AMINA, asked, Field::Title, SECRET);
    let edited = cast.saves(AMINA, &edited).await.expect("saved");
    let first = cast.commands(AMINA, &edited, answer.clone()).await.expect("answered");
    let returned = cast.commands(BASHIR, &first, Command::Return { why }).await;
    let returned = returned.expect("returned");
    let second = cast.commands(AMINA, &returned, answer).await.expect("answered again");
    [edited, first, returned, second]
}

#[tokio::test]
async fn that_an_answer_is_being_written_or_approved_stays_inside_the_state() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        // Two, so that an order could change.
        let asked = cast.leads_to(StageName::ClarificationAsked, Audience::Public).await;
        cast.leads_to(StageName::ClarificationAsked, Audience::Public).await;
        let before = found(&cast, &asked, Scope::Approved).await.expect("it was let out");
        let told = told_to_the_secretariat(&cast).await;
        let [.., last] = answered_twice(&cast, &asked).await;
        assert!(matches!(last.stage, Stage::AnswerAwaitingApproval { .. }));
        assert_eq!(told_to_the_secretariat(&cast).await, told, "on {:?}", database.kind());
        let after = found(&cast, &last, Scope::Approved).await.expect("still there");
        assert_eq!((&after.stage, after.since), (&before.stage, before.since));
        assert_eq!(after.submission, before.submission);
        assert!(!format!("{after:?}").contains(SECRET), "not even held in memory");
    }
}

#[tokio::test]
async fn what_was_answered_is_told_once_it_is_approved() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let asked = cast.leads_to(StageName::ClarificationAsked, Audience::Public).await;
        let [.., answered] = answered_twice(&cast, &asked).await;
        let seen = seen(&answered, answered.since);
        let approved = cast.commands(BASHIR, &answered, Command::Approve { seen }).await;
        let approved = approved.expect("approved");
        let told = listed(&cast, Scope::Approved, &[StageName::UnderReview], true).await;
        let [line] = &told.items[..] else { panic!("{told:?}") };
        assert_eq!((&line.title[..], line.since), (SECRET, approved.since));
    }
}

#[tokio::test]
async fn each_side_reads_its_own_title_stage_and_names() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let asked = cast.leads_to(StageName::ClarificationAsked, Audience::Public).await;
        let edited = cast.types(AMINA, &asked, Field::Title, "The title as it is being rewritten");
        cast.saves(AMINA, &edited).await.expect("saved");
        let own = listed(&cast, Scope::Own(StateCode::VALDORIA), &[], false).await;
        let theirs = listed(&cast, Scope::Approved, &[], false).await;
        let ([own], [theirs]) = (&own.items[..], &theirs.items[..]) else {
            panic!("{own:?} {theirs:?}")
        };
        assert_eq!(own.title, "The title as it is being rewritten");
        assert_eq!(own.reviewer, None, "no State reads a reviewer's name");
        assert_eq!(
            theirs.title,
            "Outage of the national land register after a cooling failure"
        );
        assert_eq!(theirs.reviewer.as_deref(), Some("Chidi"));
        assert_eq!((&theirs.language[..], theirs.audience), ("en", Some(Audience::Public)));
    }
}

#[tokio::test]
async fn a_queue_begins_with_the_oldest_and_goes_on_over_pages() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for _ in 0..27 {
            cast.leads_to(StageName::Submitted, Audience::Public).await;
        }
        let page = |page| FilingFilter {
            scope: Scope::Approved,
            stages: vec![StageName::Submitted],
            waiting: true,
            oldest_first: true,
            page,
        };
        let (first, second) = (
            cast.store.list(&page(1)).await.expect("listed"),
            cast.store.list(&page(2)).await.expect("listed"),
        );
        let numbers: Vec<u32> = first
            .items
            .iter()
            .chain(&second.items)
            .map(|line| line.reference.number)
            .collect();
        assert_eq!(numbers, (1..=27).collect::<Vec<_>>(), "in the order they were let out");
        assert_eq!((first.items.len(), first.total, first.pages()), (25, 27, 2));
    }
}

#[tokio::test]
async fn what_has_ended_waits_for_nobody() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for (stage, audience) in [
            (StageName::Withdrawn, Audience::Public),
            (StageName::Published, Audience::Public),
            (StageName::Accepted, Audience::Secretariat),
            (StageName::Accepted, Audience::ParticipatingStates),
            (StageName::Draft, Audience::Public),
            (StageName::AnswerAwaitingApproval, Audience::Public),
            (StageName::Accepted, Audience::Public),
        ] {
            cast.leads_to(stage, audience).await;
        }
        for (scope, expected) in [
            (Scope::Approved, vec![6, 7]),
            (Scope::Own(StateCode::VALDORIA), vec![5, 6, 7]),
        ] {
            let filter = FilingFilter {
                scope,
                stages: Vec::new(),
                waiting: true,
                oldest_first: true,
                page: 1,
            };
            let list = cast.store.list(&filter).await.expect("a list is read");
            let numbers: Vec<u32> = list.items.iter().map(|line| line.reference.number).collect();
            assert_eq!(numbers, expected, "for {:?}", filter.scope);
        }
    }
}

#[tokio::test]
async fn states_share_what_was_accepted_for_them_and_nothing_else() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for audience in Audience::ALL {
            cast.leads_to(StageName::UnderReview, audience).await;
        }
        for audience in [Audience::Secretariat, Audience::Public] {
            cast.leads_to(StageName::Accepted, audience).await;
        }
        assert_eq!(cast.store.shared(1).await.expect("listed").total, 0);
        let older = cast.leads_to(StageName::Accepted, Audience::ParticipatingStates).await;
        let newer = cast.leads_to(StageName::Accepted, Audience::ParticipatingStates).await;
        let shared = cast.store.shared(1).await.expect("listed");
        let references: Vec<_> = shared.items.iter().map(|line| &line.reference).collect();
        assert_eq!(references, [&newer.reference, &older.reference], "the latest first");
        assert_eq!(Some(&shared.items[0].disclosure), newer.disclosure().as_ref());
        let one = cast.store.shared_one(&older.reference).await.expect("read");
        assert_eq!(one, older.disclosure());
        let secret = cast.leads_to(StageName::Accepted, Audience::Secretariat).await;
        assert_eq!(cast.store.shared_one(&secret.reference).await.expect("read"), None);
    }
}

#[tokio::test]
async fn notes_are_written_by_the_secretariat_only() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.leads_to(StageName::Submitted, Audience::Public).await;
        let (words, receipt) = (
            note("Call them first.").expect("a note"),
            Receipt::Noted(filing.reference.clone()),
        );
        let posting = cast.posting(CHIDI, filing.version);
        cast.store
            .add_note(filing.id, &words, &receipt, posting)
            .await
            .expect("noted");
        let again = cast.store.add_note(filing.id, &words, &receipt, posting).await;
        assert!(matches!(again, Err(StoreError::Repeated)), "{again:?}");
        let refused = cast
            .store
            .add_note(filing.id, &words, &receipt, cast.posting(AMINA, filing.version))
            .await;
        assert!(matches!(refused, Err(StoreError::Stale)), "{refused:?}");
        let notes = cast.store.notes(filing.id).await.expect("read");
        let [only] = &notes[..] else { panic!("{notes:?}") };
        assert_eq!(
            (&only.name[..], &only.text[..], only.at),
            ("Chidi", "Call them first.", posting.at)
        );
        assert_eq!(cast.reads(&filing.reference).await, filing, "a note changes no filing");
    }
}
