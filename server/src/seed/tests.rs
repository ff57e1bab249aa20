//! The demonstration is what it says: invented, at every stage, and possible.

use super::{replay::HOURS, story::*, *};
use domain::{
    form::Instalment,
    lifecycle::{Action, StageName},
};
use std::collections::BTreeSet;

/// Every hour of Tuesday, 17 March 2026: people install a portal at any time.
fn any_time() -> impl Iterator<Item = Timestamp> {
    (0..24).map(|hour| domain::samples::TUESDAY.plus_seconds(hour * 3_600))
}

#[test]
fn everyone_has_a_side_and_nobody_a_real_state() {
    for person in people().expect("readable") {
        let side = person.side().expect(&person.name);
        assert!(side.state().is_none_or(|state| state.is_invented()), "{}", person.name);
        assert!(person.email().ends_with(".example"));
    }
}

#[test]
fn every_filing_that_was_sent_was_complete_and_is_over_by_now() {
    let stories = stories().expect("readable");
    for (story, now) in stories
        .filing
        .iter()
        .flat_map(|story| any_time().map(move |now| (story, now)))
    {
        let opened = story.opened_by(now);
        let draft = stories.draft(story, opened);
        let issues: Vec<_> = draft.issues(Instalment::Notification, opened).iter().collect();
        let sent = story.steps.contains(&Action::Send);
        assert_eq!(
            issues.is_empty(),
            sent,
            "{:?}: {issues:?}",
            draft.typed(domain::form::Field::Title).text
        );
        let steps = i64::try_from(story.steps.len()).expect("few");
        assert!(steps * HOURS < story.opened * 24, "its last step is in the future");
    }
}

#[test]
fn the_oldest_filing_stands_first_so_that_numbers_follow_time() {
    let stories = stories().expect("readable");
    assert!(stories.filing.is_sorted_by_key(|story| -story.opened));
}

#[test]
fn a_password_is_long_and_drawn() {
    let one = password("one");
    assert_eq!(one.len(), 29);
    assert!(one.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
    assert_ne!(one, password("another"));
}

/// The stages at which filings end, each step taken in the domain's own table.
#[test]
fn there_is_a_filing_at_every_stage() {
    let stories = stories().expect("readable");
    let last = |story: &Story| match story.steps.last() {
        None => StageName::Draft,
        Some(Action::Send) => StageName::AwaitingApproval,
        Some(Action::Approve) => StageName::Submitted,
        Some(Action::Claim) => StageName::UnderReview,
        Some(Action::Ask) => StageName::ClarificationAsked,
        Some(Action::Answer) => StageName::AnswerAwaitingApproval,
        Some(Action::Accept) => StageName::Accepted,
        Some(Action::Publish) => StageName::Published,
        Some(Action::Withdraw) => StageName::Withdrawn,
        Some(other) => panic!("no story ends with {other:?}"),
    };
    let stages: BTreeSet<_> = stories.filing.iter().map(last).collect();
    assert_eq!(stages, StageName::ALL.into());
}
