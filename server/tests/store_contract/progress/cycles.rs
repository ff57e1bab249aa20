//! Questionnaires and cycles: written over by who saw them, opened once, and then never again.

use super::{THIS_YEAR, begins, changed, over, plan, plans, proposes, shipped, year};
use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{Accounts, Cycles, StoreError};
use domain::{
    calendar::Calendar,
    commitment::Commitments,
    cycle::{Extension, Outcome, Plan, Proposal},
    ids::Version,
    marking::Audience,
    participation::ClosedFigure,
    people::{SecretariatRole, Side},
    questionnaire::Edition,
    samples::{AMINA, BASHIR, BRUNO, CHIDI, DANA, ERIKA, FARID, TUESDAY, note},
    state::StateCode,
};
use std::fmt::Debug;

fn is_stale<T: Debug>(answer: Result<T, StoreError>, what: &str) {
    match answer {
        Err(StoreError::Stale) => {}
        other => panic!("{what}: {other:?}"),
    }
}

#[tokio::test]
async fn a_version_is_written_over_only_by_who_saw_it() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let draft = Edition::begin(shipped(), cast.actor(CHIDI)).expect("a reviewer may");
        cast.store
            .put_edition(&draft, over(&cast, CHIDI, None))
            .await
            .expect("begun");
        is_stale(
            cast.store.put_edition(&draft, over(&cast, ERIKA, None)).await,
            "another begins the same",
        );
        let mut content = shipped();
        content.title.push_str(", revised");
        let hers = draft.revise(content, cast.actor(ERIKA)).expect("a reviewer may");
        cast.store
            .put_edition(&hers, over(&cast, ERIKA, Some(1)))
            .await
            .expect("written");
        is_stale(
            cast.store.put_edition(&draft, over(&cast, CHIDI, Some(1))).await,
            "Chidi's page is old",
        );
        is_stale(
            cast.store.put_edition(&draft, over(&cast, AMINA, Some(2))).await,
            "Amina is no reviewer",
        );
        let stored = cast.store.edition(shipped().version).await.expect("read");
        let stored = stored.expect("it is there");
        assert_eq!((stored.content, stored.version), (hers, Version::new(2)));
    }
}

#[tokio::test]
async fn what_was_opened_is_written_over_by_nobody_and_believed_only_as_it_was() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, frozen) = begins(&cast).await;
        let stored = cast.store.edition(frozen.version).await.expect("read").expect("there");
        assert_eq!(stored.content.frozen().as_ref(), Some(&frozen));
        let draft = Edition::begin(shipped(), cast.actor(CHIDI)).expect("a reviewer may");
        let seen = Some(stored.version.number());
        is_stale(
            cast.store.put_edition(&draft, over(&cast, CHIDI, seen)).await,
            "a version in use is frozen",
        );
        assert_eq!(cast.store.cycle(cycle.year()).await.expect("read"), Some(cycle));
        // The next version is listed before it, whatever its letters.
        let next = proposes(&cast, changed(), Some(&frozen)).await;
        let editions = cast.store.editions().await.expect("read");
        let versions: Vec<_> = editions
            .iter()
            .map(|edition| edition.content.questionnaire().version)
            .collect();
        assert_eq!(versions, [next.questionnaire().version, frozen.version]);
        let change = "UPDATE questionnaire SET content = replace(content, 'Progress on', 'Progress at') WHERE opened IS NOT NULL";
        database.tamper(change).await;
        let read = cast.store.edition(frozen.version).await;
        assert!(matches!(read, Err(StoreError::Unavailable(_))), "{read:?}");
    }
}

#[tokio::test]
async fn a_plan_is_written_over_only_by_who_saw_it() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let proposal = Proposal::of(plan(THIS_YEAR, &shipped()), cast.actor(CHIDI)).expect("a reviewer may");
        cast.store
            .put_proposal(&proposal, over(&cast, CHIDI, None))
            .await
            .expect("planned");
        let smaller = Plan {
            participating: [StateCode::MERIDIA].into(),
            ..proposal.plan.clone()
        };
        let hers = Proposal::of(smaller, cast.actor(ERIKA)).expect("a reviewer may");
        is_stale(
            cast.store.put_proposal(&hers, over(&cast, ERIKA, None)).await,
            "there is one",
        );
        cast.store
            .put_proposal(&hers, over(&cast, ERIKA, Some(1)))
            .await
            .expect("written");
        is_stale(
            cast.store.put_proposal(&proposal, over(&cast, CHIDI, Some(1))).await,
            "Chidi's page is old",
        );
        let stored = cast
            .store
            .proposal(year(THIS_YEAR))
            .await
            .expect("read")
            .expect("there");
        assert_eq!((&stored.content, stored.version), (&hers, Version::new(2)));
        assert_eq!(cast.store.proposals().await.expect("read"), [stored]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cycle_is_opened_once_even_at_the_same_moment() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let proposed = proposes(&cast, shipped(), None).await;
        let (cycle, edition) = plans(&cast, THIS_YEAR, &proposed, None).await;
        let logged = cast.logged().await;
        let open = |by| {
            let over = over(&cast, by, Some(1));
            cast.store.open_cycle(&cycle, Some((&edition, Version::new(2))), over)
        };
        match tokio::join!(open(DANA), open(ERIKA)) {
            (Ok(()), Err(StoreError::Stale)) | (Err(StoreError::Stale), Ok(())) => {}
            both => panic!("{both:?} on {:?}", database.kind()),
        }
        assert_eq!(cast.store.cycles().await.expect("read"), std::slice::from_ref(&cycle));
        assert_eq!(cast.store.proposals().await.expect("read"), [], "it is planned no more");
        assert_eq!(cast.logged().await - logged, 2, "the version and the cycle");
        let again = Proposal::of(plan(THIS_YEAR, &shipped()), cast.actor(CHIDI)).expect("a reviewer may");
        for seen in [None, Some(1)] {
            is_stale(
                cast.store.put_proposal(&again, over(&cast, CHIDI, seen)).await,
                "it was opened",
            );
        }
    }
}

#[tokio::test]
async fn a_cycle_is_not_opened_with_a_version_that_is_not_or_by_who_may_no_longer() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let proposed = proposes(&cast, shipped(), None).await;
        let (cycle, edition) = plans(&cast, THIS_YEAR, &proposed, None).await;
        is_stale(
            cast.store.open_cycle(&cycle, None, over(&cast, DANA, Some(1))).await,
            "the version is only proposed",
        );
        let seen = Some((&edition, Version::new(2)));
        is_stale(
            cast.store.open_cycle(&cycle, seen, over(&cast, CHIDI, Some(1))).await,
            "Chidi is no publisher",
        );
        let (dana, farid) = (cast.actor(DANA).id, cast.actor(FARID).id);
        let reviewer = Side::Secretariat([SecretariatRole::Reviewer].into());
        cast.store
            .change_side(dana, &reviewer, farid, TUESDAY)
            .await
            .expect("roles change");
        is_stale(
            cast.store.open_cycle(&cycle, seen, over(&cast, DANA, Some(1))).await,
            "Dana is no publisher any more",
        );
        assert_eq!(cast.store.cycles().await.expect("read"), []);
        let stored = cast
            .store
            .edition(shipped().version)
            .await
            .expect("read")
            .expect("there");
        assert_eq!(stored.content, proposed, "nothing by halves");
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
async fn of_requests_for_more_time_the_latest_counts_and_is_decided_once() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, _) = begins(&cast).await;
        let (store, this, valdoria) = (&cast.store, cycle.year(), StateCode::VALDORIA);
        assert_eq!(store.extension(this, &valdoria).await.expect("read"), None);
        let ask = |person, day: &str, minutes: i64| {
            let (until, reason) = (
                day.parse().expect("a day"),
                note("A ministry moves house.").expect("a note"),
            );
            let at = TUESDAY.plus_seconds(minutes * 60);
            Extension::ask(&cycle, until, reason, cast.actor(person), at).expect("an approver may")
        };
        let (first, second) = (ask(BASHIR, "2026-05-20", 0), ask(BASHIR, "2026-06-10", 1));
        let meridias = ask(BRUNO, "2026-06-01", 2);
        for request in [&first, &second, &meridias] {
            store.put_extension(request, request.asked).await.expect("asked");
        }
        assert_eq!(
            store.extension(this, &valdoria).await.expect("read"),
            Some(second.clone())
        );
        let listed = store.extensions(this).await.expect("read");
        assert_eq!(listed.len(), 2, "{listed:?}");
        assert!(listed.contains(&second) && listed.contains(&meridias));
        is_stale(
            store
                .put_extension(&first.grant(None, cast.actor(CHIDI), TUESDAY).expect("may"), TUESDAY)
                .await,
            "another was asked since",
        );
        let why = note("The conference cannot wait.").expect("a note");
        let refused = second.refuse(why, cast.actor(CHIDI), TUESDAY).expect("a reviewer may");
        store.put_extension(&refused, TUESDAY).await.expect("refused");
        assert!(matches!(refused.outcome, Outcome::Refused { .. }));
        assert_eq!(store.extension(this, &valdoria).await.expect("read"), Some(refused));
        is_stale(
            store
                .put_extension(&second.grant(None, cast.actor(ERIKA), TUESDAY).expect("may"), TUESDAY)
                .await,
            "it was decided",
        );
        let words = Some(note("Take the time you need.").expect("a note"));
        let granted = meridias
            .grant(words, cast.actor(CHIDI), TUESDAY)
            .expect("a reviewer may");
        store.put_extension(&granted, TUESDAY).await.expect("granted");
        assert_eq!(
            store.extension(this, &granted.state).await.expect("read"),
            Some(granted)
        );
    }
}

#[tokio::test]
async fn the_figure_of_a_cycle_is_fixed_once() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, _) = begins(&cast).await;
        let (store, this) = (&cast.store, cycle.year());
        assert_eq!(store.closed_figure(this).await.expect("read"), None);
        let a_year_later = TUESDAY.plus_seconds(365 * 24 * 60 * 60);
        let fix = |minutes: i64| {
            let reports = [(StateCode::VALDORIA, Audience::Secretariat)];
            let at = a_year_later.plus_seconds(minutes * 60);
            ClosedFigure::fix(&cycle, &[Calendar::default()], reports, at).expect("it is over")
        };
        let (first, second) = (fix(0), fix(1));
        let logged = cast.logged().await;
        for figure in [&first, &second] {
            store.fix_figure(figure).await.expect("fixed");
        }
        assert_eq!(store.closed_figure(this).await.expect("read"), Some(first));
        assert_eq!(store.closed_figures().await.expect("read"), [(this, first)].into());
        assert_eq!(cast.logged().await - logged, 1);
    }
}

#[tokio::test]
async fn what_was_done_to_a_version_stands_in_the_log() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let proposed = proposes(&cast, shipped(), None).await;
        let why = note("Shorter, please.").expect("a note");
        let returned = proposed.give_back(why, cast.actor(DANA)).expect("a publisher may");
        cast.store
            .put_edition(&returned, over(&cast, DANA, Some(2)))
            .await
            .expect("returned");
        let again = returned.propose(&Commitments::shipped(), None, cast.actor(ERIKA), TUESDAY);
        let again = again.expect("it has no faults");
        cast.store
            .put_edition(&again, over(&cast, ERIKA, Some(3)))
            .await
            .expect("proposed");
        let lines = "SELECT count(*) FROM audit_line WHERE subject = '2026.1' AND event = ";
        for (event, number) in [
            ("questionnaire-written", 1),
            ("questionnaire-proposed", 2),
            ("questionnaire-returned", 1),
        ] {
            assert_eq!(
                database.number(&format!("{lines}'\"{event}\"'")).await,
                number,
                "{event}"
            );
        }
    }
}
