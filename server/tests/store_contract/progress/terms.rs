//! Under which terms a State reports: with last year's answers, under this year's questions.

use super::{
    NEXT_YEAR, THE_YEAR_AFTER, THIS_YEAR, begins, changed, drafts, opens, question, reports, unchanged, withdraws, year,
};
use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{FilingsOf, Programme, Reports, StoreError};
use domain::{
    calendar::{Calendar, Weekday},
    carry::Carry,
    marking::Audience,
    people::Scope,
    questionnaire::Frozen,
    report::{Content, Report, ReportDraft, ReportTerms},
    samples::{FARID, TUESDAY, reports as samples},
    state::StateCode,
};
use std::{ops::Deref, sync::Arc};

async fn terms(cast: &Cast, of: &str, state: StateCode) -> Option<Arc<ReportTerms>> {
    cast.store.terms(year(of), &state).await.expect("read")
}

/// What this report is, brought through these versions.
fn carried(report: &Report, versions: &[&Frozen]) -> Option<Carry> {
    let versions: Vec<_> = versions.iter().copied().map(Deref::deref).collect();
    Carry::forward(report, &versions)
}

/// That nothing is new since that year.
fn nothing_new(since: &str) -> ReportDraft {
    ReportDraft {
        tier: "nothing-new".to_owned(),
        since: since.to_owned(),
        ..ReportDraft::default()
    }
}

#[tokio::test]
async fn a_first_report_has_the_terms_of_its_cycle_and_of_its_state() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let state = StateCode::VALDORIA;
        assert_eq!(terms(&cast, THIS_YEAR, state).await, None, "there is no cycle");
        let (cycle, frozen) = begins(&cast).await;
        assert_eq!(
            terms(&cast, THIS_YEAR, StateCode::ISLE_OF_SARN).await,
            None,
            "it takes no part"
        );
        assert_eq!(terms(&cast, NEXT_YEAR, state).await, None);
        let expected = ReportTerms {
            cycle: cycle.year(),
            questionnaire: Arc::new(frozen),
            about: samples::asked_of(state),
            audience: Audience::Public,
            last: None,
            closes: cycle.closes(&Calendar::default()),
        };
        assert_eq!(terms(&cast, THIS_YEAR, state).await.as_deref(), Some(&expected));
        let zone = "Europe/Tirane".parse().expect("a zone");
        let calendar = Calendar::new(zone, [Weekday::Tuesday].into(), [].into()).expect("a calendar");
        cast.store
            .put_calendar(&state, &calendar, FARID.id(), TUESDAY)
            .await
            .expect("put");
        let there = terms(&cast, THIS_YEAR, state).await.expect("it takes part");
        assert_eq!(there.closes, cycle.closes(&calendar));
        assert_ne!(there.closes, expected.closes, "30 June 2026 is a Tuesday");
    }
}

#[tokio::test]
async fn a_report_reads_back_as_it_was_opened_and_let_out() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let (this, state) = (year(THIS_YEAR), StateCode::VALDORIA);
        assert_eq!(cast.store.begun(this, &state).await.expect("read"), None);
        let begun = drafts(&cast, THIS_YEAR, samples::valdoria()).await.expect("begun");
        let reads = async || {
            let read: Option<_> = cast
                .store
                .filing(&begun.reference, &Scope::Own(state))
                .await
                .expect("read");
            read.expect("it is there")
        };
        assert_eq!(reads().await, begun);
        assert_eq!(
            cast.store.begun(this, &state).await.expect("read"),
            Some(begun.reference.clone())
        );
        let twice = drafts(&cast, THIS_YEAR, ReportDraft::default()).await;
        assert!(
            matches!(twice, Err(StoreError::Taken)),
            "one report of a State in a cycle"
        );
        assert_eq!(reads().await, begun);
    }
}

#[tokio::test]
async fn last_years_answers_are_there_under_the_changed_questions() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (_, first) = begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let content = report.submission.expect("it was let out").content;
        let (_, second) = opens(&cast, NEXT_YEAR, changed(), Some(&first)).await;
        let last = terms(&cast, NEXT_YEAR, StateCode::VALDORIA)
            .await
            .expect("it takes part")
            .last
            .clone();
        let last = last.expect("it reported");
        assert_eq!(Some(&last), carried(&content, &[&first, &second]).as_ref());
        assert!(last.answers.contains_key(&question("pledge-1-progress")));
        assert_eq!(last.new, [question("capabilities-next")]);
        let without = terms(&cast, NEXT_YEAR, StateCode::MERIDIA)
            .await
            .expect("it takes part");
        assert_eq!(without.last, None, "nobody else's answers");
        let same_year = terms(&cast, THIS_YEAR, StateCode::VALDORIA)
            .await
            .expect("it takes part");
        assert_eq!(same_year.last, None, "nor its own of the same year");
    }
}

#[tokio::test]
async fn what_a_state_has_not_let_out_is_carried_nowhere() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (_, first) = begins(&cast).await;
        drafts(&cast, THIS_YEAR, samples::valdoria()).await.expect("begun");
        opens(&cast, NEXT_YEAR, changed(), Some(&first)).await;
        let terms = terms(&cast, NEXT_YEAR, StateCode::VALDORIA)
            .await
            .expect("it takes part");
        assert_eq!(terms.last, None);
    }
}

#[tokio::test]
async fn nothing_new_leads_back_to_the_words_it_refers_to() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (_, first) = begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let content = report.submission.clone().expect("it was let out").content;
        let (_, second) = opens(&cast, NEXT_YEAR, changed(), Some(&first)).await;
        let light = reports(&cast, NEXT_YEAR, nothing_new(THIS_YEAR)).await;
        let since = &light.submission.expect("it was let out").content.content;
        assert_eq!(*since, Content::NothingNew { since: year(THIS_YEAR) });
        let third = unchanged(&second, "2028.1");
        let (_, third) = opens(&cast, THE_YEAR_AFTER, third, Some(&second)).await;
        let last = async || {
            let terms = terms(&cast, THE_YEAR_AFTER, StateCode::VALDORIA).await;
            terms.expect("it takes part").last.clone()
        };
        let expected = carried(&content, &[&first, &second, &third]);
        assert!(expected.is_some());
        assert_eq!(last().await, expected, "through the version in between");
        withdraws(&cast, &report).await;
        assert_eq!(last().await, None, "what it refers to is gone");
    }
}
