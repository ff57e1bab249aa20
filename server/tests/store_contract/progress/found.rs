//! How public reports and their answers are found without opening those that are not meant.

use super::{
    THIS_YEAR, begins,
    public::{VALDORIA, public, questions},
    publishes, question, reports, withdraws, year,
};
use crate::support::{cast::Cast, databases::databases};
use app::portal::ports::{Reports, Serving};
use domain::{samples::reports as samples, state::StateCode};
use server::storage::connect::Database;
use std::collections::{BTreeMap, BTreeSet};

#[tokio::test]
async fn what_speaks_of_a_commitment_is_found_without_its_words() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, frozen) = begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let speaking = async |id: &str, version, questions: &[&str]| {
            let questions = questions.iter().map(|id| question(id)).collect();
            let (id, serving) = (id.parse().expect("an id"), [(version, questions)].into());
            cast.store.speaking_of(id, &serving).await.expect("read")
        };
        let (its, other) = (frozen.version, "2025.1".parse().expect("a version"));
        assert_eq!(
            speaking("CDP-I", its, &["cdp-1-progress"]).await,
            [],
            "nothing is public"
        );
        let report = publishes(&cast, &report).await;
        let here = (cycle.year(), VALDORIA);
        assert_eq!(speaking("CDP-I", its, &["cdp-1-progress", "cdp-2-posts"]).await, [here]);
        for (id, version, questions, why) in [
            ("CDP-II", its, &["cdp-2-posts"][..], "it is not for the public"),
            ("OAS-1", its, &["cdp-1-progress"], "it was not asked about that"),
            ("CDP-I", other, &["cdp-1-progress"], "that version has others"),
            ("CDP-I", its, &[], "no question serves it"),
        ] {
            assert_eq!(speaking(id, version, questions).await, [], "{why}");
        }
        let nothing = Serving::new();
        let found = cast.store.speaking_of("CDP-I".parse().expect("an id"), &nothing).await;
        assert_eq!(found.expect("read"), []);
        withdraws(&cast, &report).await;
        assert_eq!(speaking("CDP-I", its, &["cdp-1-progress"]).await, []);
    }
}

#[tokio::test]
async fn who_reported_is_known_by_cycle() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, _) = begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        assert_eq!(cast.store.reported().await.expect("read"), BTreeMap::new());
        let report = publishes(&cast, &report).await;
        let only = [(cycle.year(), [VALDORIA].into())].into();
        assert_eq!(cast.store.reported().await.expect("read"), only);
        withdraws(&cast, &report).await;
        assert_eq!(cast.store.reported().await.expect("read"), BTreeMap::new());
        let again = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        publishes(&cast, &again).await;
        assert_eq!(cast.store.reported().await.expect("read"), only);
    }
}

#[tokio::test]
async fn what_is_asked_for_by_address_is_what_stands_there() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (cycle, _) = begins(&cast).await;
        let (store, here) = (&cast.store, (cycle.year(), VALDORIA));
        let elsewhere = [(cycle.year(), StateCode::MERIDIA), (year("2025"), VALDORIA)];
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let report = publishes(&cast, &report).await;
        let (nowhere, all) = (
            elsewhere.into(),
            [&[here], &elsewhere[..]].concat().into_iter().collect(),
        );
        assert_eq!(store.published_at(&all).await.expect("read"), [public(&report)]);
        assert_eq!(store.published_at(&nowhere).await.expect("read"), []);
        assert_eq!(store.published_at(&BTreeSet::new()).await.expect("read"), []);
        let asked = questions(&cast).await;
        let (every, asked) = (
            store.answers_to(&asked).await.expect("read"),
            asked.into_iter().collect(),
        );
        assert_eq!(store.answers_at(&all, &asked).await.expect("read"), every);
        assert_eq!(store.answers_at(&nowhere, &asked).await.expect("read"), []);
        let one = [question("cdp-1-progress")].into();
        assert_eq!(store.answers_at(&all, &one).await.expect("read").len(), 1);
    }
}

#[tokio::test]
async fn answers_that_an_older_release_did_not_keep_are_made_at_the_start() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        begins(&cast).await;
        let report = reports(&cast, THIS_YEAR, samples::valdoria()).await;
        let report = publishes(&cast, &report).await;
        let (store, all) = (&cast.store, questions(&cast).await);
        let before = store.answers_to(&all).await.expect("read");
        let anew = async || {
            database.tamper("DELETE FROM derived").await;
            let again = Database::connect(&database.url).await.expect("the database answers");
            again.migrate().await.expect("made anew");
            again.close().await;
        };
        database.tamper("DELETE FROM published_answer").await;
        assert_eq!(store.answers_to(&all).await.expect("read"), []);
        for _ in 0..2 {
            anew().await;
            assert_eq!(store.answers_to(&all).await.expect("read"), before);
        }
        withdraws(&cast, &report).await;
        anew().await;
        assert_eq!(database.rows("published_answer").await, 0, "on {:?}", database.kind());
    }
}
