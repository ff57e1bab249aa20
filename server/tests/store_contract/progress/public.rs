//! What everyone, and participating States, may read of reports.

use super::{THIS_YEAR, begins, commands, publishes, question, reports, withdraws, year};
use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{Cycles, FilingsOf, PublishedReport, ReportStanding, Reports, StoreError};
use domain::{
    filing::Filing,
    lifecycle::Command,
    marking::Audience,
    people::Scope,
    questionnaire::QuestionId,
    report::{DisclosedContent, Report, ReportDisclosure, ReportDraft, Said},
    samples::{CHIDI, reports as samples},
    state::StateCode,
};
use std::collections::BTreeSet;

pub const VALDORIA: StateCode = StateCode::VALDORIA;

fn answers(disclosure: &ReportDisclosure) -> usize {
    match &disclosure.content {
        DisclosedContent::Form { answers, .. } => answers.values().filter(|answer| answer.said.is_something()).count(),
        DisclosedContent::NothingNew { .. } => 0,
    }
}

pub fn public(report: &Filing<Report>) -> PublishedReport {
    PublishedReport {
        state: VALDORIA,
        cycle: year(THIS_YEAR),
        published: report.since,
        standing: ReportStanding::Public(Box::new(report.disclosure().expect("it was let out"))),
    }
}

/// Every question of the version in use.
pub async fn questions(cast: &Cast) -> Vec<QuestionId> {
    let edition = cast.store.editions().await.expect("read").remove(0).content;
    edition
        .questionnaire()
        .questions()
        .map(|question| question.id.clone())
        .collect()
}

#[tokio::test]
async fn only_a_published_report_is_public_in_every_way_it_is_read() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, _) = begins(&cast).await;
        let (store, this, all) = (&cast.store, cycle.year(), questions(&cast).await);
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        assert_eq!(store.published(this, &VALDORIA).await.expect("read"), None);
        assert_eq!(store.answers_to(&all).await.expect("read"), []);
        let before = database.number("SELECT number FROM edition").await;
        let report = publishes(&cast, &report).await;
        assert_eq!(database.number("SELECT number FROM edition").await - before, 1);
        let public = public(&report);
        assert_eq!(
            store.published(this, &VALDORIA).await.expect("read"),
            Some(public.clone())
        );
        assert_eq!(
            store.published_in(this).await.expect("read"),
            std::slice::from_ref(&public)
        );
        assert_eq!(store.published_by(&VALDORIA).await.expect("read"), [public]);
        assert_eq!(store.published_by(&StateCode::MERIDIA).await.expect("read"), []);
    }
}

#[tokio::test]
async fn each_public_answer_is_found_by_its_question_and_no_other_is() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let report = publishes(&cast, &report).await;
        let disclosure = report.disclosure().expect("it was let out");
        let found = cast.store.answers_to(&questions(&cast).await).await.expect("read");
        assert_eq!(found.len(), answers(&disclosure));
        for answer in &found {
            assert_eq!(Some(&answer.answer), disclosure.answer(&answer.question));
            assert_eq!((answer.state, answer.cycle), (VALDORIA, year(THIS_YEAR)));
            assert_eq!(answer.questionnaire, disclosure.questionnaire);
            assert_eq!(*answer.about, disclosure.about);
        }
        let asked: BTreeSet<_> = found.iter().map(|answer| answer.question.as_str()).collect();
        assert!(asked.contains("cdp-1-progress"));
        for kept_back in ["cdp-2-statement", "cdp-2-posts"] {
            assert!(!asked.contains(kept_back), "{kept_back} is not for the public");
        }
        let one = cast
            .store
            .answers_to(&[question("cdp-1-progress")])
            .await
            .expect("read");
        assert_eq!(one.len(), 1);
    }
}

#[tokio::test]
async fn a_withdrawal_erases_the_words_and_leaves_the_dates() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let (store, this) = (&cast.store, year(THIS_YEAR));
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let report = publishes(&cast, &report).await;
        let withdrawn = withdraws(&cast, &report).await;
        let left = PublishedReport {
            standing: ReportStanding::Withdrawn { at: withdrawn.since },
            ..public(&report)
        };
        assert_eq!(
            store.published(this, &VALDORIA).await.expect("read"),
            Some(left.clone())
        );
        assert_eq!(store.published_in(this).await.expect("read"), [left]);
        assert_eq!(database.rows("published_answer").await, 0);
        let kept = "SELECT count(*) FROM report_publication \
                    WHERE disclosure IS NOT NULL OR disclosure_hash IS NOT NULL OR about IS NOT NULL";
        assert_eq!(database.number(kept).await, 0, "on {:?}", database.kind());
        assert_eq!(store.begun(this, &VALDORIA).await.expect("read"), None);
        assert_eq!(store.let_out(this).await.expect("read"), []);
        // It may report again, and that is what stands then.
        let again = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let again = publishes(&cast, &again).await;
        let stands = public(&again);
        assert_eq!(
            store.published_in(this).await.expect("read"),
            std::slice::from_ref(&stands)
        );
        assert_eq!(
            store.published_by(&VALDORIA).await.expect("read"),
            std::slice::from_ref(&stands)
        );
        assert_eq!(store.published(this, &VALDORIA).await.expect("read"), Some(stands));
    }
}

#[tokio::test]
async fn participating_states_read_what_was_accepted_with_what_is_for_them() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let (store, this) = (&cast.store, year(THIS_YEAR));
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        assert_eq!(store.shared_cycles().await.expect("read"), []);
        assert_eq!(store.shared_in(this).await.expect("read"), []);
        assert_eq!(store.shared_report(this, &VALDORIA).await.expect("read"), None);
        let let_out = store.let_out(this).await.expect("read");
        let first = report.first_approved.expect("it was let out");
        assert_eq!(let_out, [(VALDORIA, first, Audience::Public)]);
        let claimed = commands(&cast, CHIDI, &report, Command::Claim).await;
        let accepted = commands(&cast, CHIDI, &claimed, Command::Accept).await;
        assert_eq!(store.shared_cycles().await.expect("read"), [this]);
        assert_eq!(store.shared_in(this).await.expect("read"), [(VALDORIA, accepted.since)]);
        let shared = store.shared_report(this, &VALDORIA).await.expect("read");
        let (since, disclosure) = shared.expect("it is for them");
        assert_eq!(
            (since, disclosure.audience),
            (accepted.since, Audience::ParticipatingStates)
        );
        let said = |id: &str| &disclosure.answer(&question(id)).expect("it was asked").said;
        assert!(matches!(said("cdp-2-posts"), Said::Given(_)));
        assert_eq!(
            *said("cdp-2-statement"),
            Said::NothingToRead,
            "for the secretariat only"
        );
    }
}

#[tokio::test]
async fn participating_states_read_nothing_that_is_for_the_secretariat_or_withdrawn() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let (store, this) = (&cast.store, year(THIS_YEAR));
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let claimed = commands(&cast, CHIDI, &report, Command::Claim).await;
        let accepted = commands(&cast, CHIDI, &claimed, Command::Accept).await;
        let confidential = ReportDraft {
            audience: Audience::Secretariat.code().to_owned(),
            ..samples::valdoria()
        };
        let other = cast.reports_on(THIS_YEAR, StateCode::MERIDIA, confidential).await;
        let claimed = commands(&cast, CHIDI, &other, Command::Claim).await;
        commands(&cast, CHIDI, &claimed, Command::Accept).await;
        assert_eq!(store.shared_in(this).await.expect("read").len(), 1);
        let shared = store.shared_report(this, &StateCode::MERIDIA).await;
        assert_eq!(shared.expect("read"), None, "it ended with the secretariat");
        withdraws(&cast, &accepted).await;
        assert_eq!(store.shared_cycles().await.expect("read"), []);
        assert_eq!(store.shared_report(this, &VALDORIA).await.expect("read"), None);
    }
}

#[tokio::test]
async fn the_filing_behind_a_public_report_is_found_within_its_scope() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let (store, this) = (&cast.store, year(THIS_YEAR));
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let found = async |scope| store.filed(this, &VALDORIA, &scope).await.expect("read");
        assert_eq!(found(Scope::Own(VALDORIA)).await, None, "nothing is public");
        let report = publishes(&cast, &report).await;
        assert_eq!(found(Scope::Own(VALDORIA)).await.as_ref(), Some(&report));
        assert!(found(Scope::Approved).await.is_some());
        for scope in [Scope::Own(StateCode::MERIDIA), Scope::Nothing] {
            assert_eq!(found(scope).await, None);
        }
        let kept: Vec<_> = FilingsOf::<Report>::submissions(store, report.id).await.expect("read");
        assert_eq!(kept, report.submission.into_iter().collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn a_public_report_that_was_changed_past_the_portal_is_shown_to_nobody() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        publishes(&cast, &report).await;
        database
            .tamper("UPDATE report_publication SET disclosure = replace(disclosure, 'adopted', 'dropped')")
            .await;
        let read = cast.store.published(year(THIS_YEAR), &VALDORIA).await;
        assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
    }
}
