//! What the portal does by itself: reminders, each once; and the figure of a cycle that is over.

use crate::support::{
    cast::Cast,
    databases::{TestDatabase, databases},
};
use app::portal::ports::{Clock, Cycles};
use domain::{ids::Timestamp, state::StateCode};
use server::rounds::{Made, Rounds};
use std::sync::Arc;

/// A clock that stands where it is set.
struct Set(Timestamp);

impl Clock for Set {
    fn now(&self) -> Timestamp {
        self.0
    }
}

async fn made(cast: &Cast, day: &str, hour: i64) -> Made {
    let day: domain::calendar::Day = day.parse().unwrap();
    let midnight = Timestamp::from(day.date().midnight().assume_utc());
    let rounds = Rounds {
        store: cast.store.clone(),
        clock: Arc::new(Set(midnight.plus_seconds(hour * 3_600))),
    };
    rounds.once().await.unwrap()
}

async fn letters(database: &TestDatabase, occasion: &str) -> i64 {
    database
        .number(&format!("SELECT count(*) FROM outbox WHERE occasion = '{occasion}'"))
        .await
}

#[tokio::test]
async fn each_reminder_is_sent_once_and_a_figure_is_fixed_once() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        // Due on Monday, 18 May; reminders thirty and seven days before it, and seven after.
        let cycle = cast.cycle("2026".parse().unwrap()).await;
        let states = cycle.plan().participating.len();
        let (none, all) = (
            Made::default(),
            Made {
                reminded: states,
                fixed: 0,
            },
        );
        assert_eq!(made(&cast, "2026-04-17", 23).await, none, "it is not time yet");
        assert_eq!(made(&cast, "2026-04-18", 10).await, all);
        assert_eq!(made(&cast, "2026-04-18", 11).await, none, "once");
        let people = letters(&database, "reminded").await;
        assert!(people >= 6, "everyone of the States: {people}");
        assert_eq!(letters(&database, "reminded-by-head").await, 0);
        assert_eq!(
            made(&cast, "2026-05-25", 10).await,
            all,
            "of those that were missed, one"
        );
        assert_eq!(letters(&database, "reminded").await, people);
        assert_eq!(letters(&database, "reminded-by-head").await, people);

        assert_eq!(made(&cast, "2026-06-30", 23).await, none, "the last day has not ended");
        let one = Made { reminded: 0, fixed: 1 };
        assert_eq!(made(&cast, "2026-07-01", 1).await, one);
        assert_eq!(made(&cast, "2026-07-02", 1).await, none);
        let figure = cast.store.closed_figure(cycle.year()).await.unwrap().unwrap();
        assert_eq!(figure.further(), None, "nobody reported");
        assert!(cycle.is_for(&StateCode::VALDORIA));
    }
}
