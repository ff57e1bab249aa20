//! How long the audit log becomes of somebody who is refused again and again.

use crate::support::{
    cast::{Cast, minutes_later},
    databases::databases,
};
use app::portal::ports::{Audit, AuditLine, Event};
use domain::{
    ids::{PersonId, Timestamp},
    samples::{AMINA, BASHIR},
};

fn refused(person: PersonId, at: Timestamp) -> AuditLine {
    let event = Event::Denied {
        action: "read".to_owned(),
        refusal: "hidden".to_owned(),
    };
    AuditLine {
        at,
        by: Some(person),
        event,
        on: None,
    }
}

#[tokio::test]
async fn nobody_makes_the_log_long_at_will() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let [amina, bashir] = [AMINA, BASHIR].map(|person| cast.actor(person).id);
        let tries = async |person, times, minute| {
            let before = cast.logged().await;
            for _ in 0..times {
                let line = refused(person, minutes_later(minute));
                cast.store.record(&line).await.expect("recorded, or left out");
            }
            cast.logged().await - before
        };
        assert_eq!(tries(amina, 30, 1).await, 30, "each, for a person");
        assert_eq!(tries(amina, 150, 2).await, 70, "not each, for a program");
        assert_eq!(tries(bashir, 1, 2).await, 1, "another person");
        assert_eq!(tries(amina, 1, 62).await, 1, "an hour later");
        let signed_in = AuditLine {
            event: Event::SignedIn,
            ..refused(amina, minutes_later(2))
        };
        let before = cast.logged().await;
        cast.store.record(&signed_in).await.expect("recorded");
        assert_eq!(cast.logged().await, before + 1, "whatever else happens");
    }
}
