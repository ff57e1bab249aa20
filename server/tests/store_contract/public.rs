//! What everyone may read.

use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{Filings, PublicationFilter, Publications};
use domain::{lifecycle::StageName, marking::Audience, publication::Standing, samples::BASHIR, state::StateCode};

#[tokio::test]
async fn only_what_was_published_is_public() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for (stage, audience) in [
            (StageName::Accepted, Audience::Public),
            (StageName::Accepted, Audience::ParticipatingStates),
            (StageName::UnderReview, Audience::Public),
        ] {
            let filing = cast.leads_to(stage, audience).await;
            assert_eq!(cast.store.publication_of(filing.id).await.expect("read"), None);
        }
        assert_eq!(
            cast.store
                .publications(&PublicationFilter::default())
                .await
                .expect("listed")
                .total,
            0
        );
        assert_eq!(
            cast.store.participation().await.expect("counted").years,
            Vec::<i32>::new()
        );
        let filing = cast.leads_to(StageName::Published, Audience::Public).await;
        let listed = cast
            .store
            .publications(&PublicationFilter::default())
            .await
            .expect("listed");
        let [publication] = &listed.items[..] else {
            panic!("{listed:?}")
        };
        let disclosure = filing.disclosure().expect("it was submitted");
        assert_eq!(publication.standing, Standing::Public(Box::new(disclosure)));
        assert_eq!(
            (publication.state, publication.published),
            (StateCode::VALDORIA, filing.since)
        );
        let one = cast.store.publication(publication.reference).await.expect("read");
        assert_eq!(one.as_ref(), Some(publication));
    }
}

#[tokio::test]
async fn a_withdrawal_leaves_reference_state_and_dates() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.leads_to(StageName::Published, Audience::Public).await;
        let reference = cast
            .store
            .publication_of(filing.id)
            .await
            .expect("read")
            .expect("published");
        let withdrawn = cast.withdraws(BASHIR, &filing).await;
        let publication = cast
            .store
            .publication(reference)
            .await
            .expect("read")
            .expect("still listed");
        assert_eq!(publication.standing, Standing::Withdrawn { at: withdrawn.since });
        assert_eq!(
            (publication.state, publication.published),
            (StateCode::VALDORIA, filing.since)
        );
        assert_eq!(
            cast.store.publication_of(filing.id).await.expect("read"),
            Some(reference)
        );
        let listed = cast
            .store
            .publications(&PublicationFilter::default())
            .await
            .expect("listed");
        assert_eq!(listed.items, [publication], "listed as withdrawn");
    }
}

#[tokio::test]
async fn a_withdrawal_erases_the_public_words_and_leaves_the_state_its_own() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let filing = cast.leads_to(StageName::Published, Audience::Public).await;
        let submissions = cast.incidents().submissions(filing.id).await.expect("read");
        cast.withdraws(BASHIR, &filing).await;
        let kept = "SELECT count(*) FROM publication WHERE disclosure IS NOT NULL OR disclosure_hash IS NOT NULL";
        assert_eq!(
            database.number(kept).await,
            0,
            "in the row itself, on {:?}",
            database.kind()
        );
        assert_eq!(
            cast.incidents().submissions(filing.id).await.expect("read"),
            submissions
        );
    }
}

#[tokio::test]
async fn participation_counts_what_stands_and_lists_are_filtered() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        for stage in [StageName::Published, StageName::Published, StageName::Withdrawn] {
            cast.leads_to(stage, Audience::Public).await;
        }
        let participation = cast.store.participation().await.expect("counted");
        let states: Vec<_> = participation
            .states
            .iter()
            .map(|(state, count)| (state.name.as_str(), *count))
            .collect();
        assert_eq!(states, [("Valdoria", 2)]);
        assert_eq!((participation.standing, participation.years), (2, vec![2026]));
        for (state, year, total) in [
            (None, None, 3),
            (Some(StateCode::VALDORIA), Some(2026), 3),
            (Some(StateCode::MERIDIA), None, 0),
            (None, Some(2025), 0),
        ] {
            let filter = PublicationFilter { state, year, page: 1 };
            assert_eq!(
                cast.store.publications(&filter).await.expect("listed").total,
                total,
                "{filter:?}"
            );
        }
        let all = cast
            .store
            .publications(&PublicationFilter::default())
            .await
            .expect("listed");
        let numbers: Vec<u32> = all
            .items
            .iter()
            .map(|publication| publication.reference.number)
            .collect();
        assert_eq!(numbers, [3, 2, 1], "the latest first");
    }
}
