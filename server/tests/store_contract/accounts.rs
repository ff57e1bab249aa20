//! Accounts, changed by several at once.

use crate::support::{
    cast::{Cast, minutes_later},
    databases::databases,
};
use app::portal::ports::Accounts;
use domain::{
    people::Side,
    samples::{AMINA, BASHIR, CELESTE, CHIDI, EMIL, FARID},
    state::StateCode,
};
use futures_util::future::join_all;

fn valdoria(role: &str) -> Side {
    Side::from_codes("state", Some(StateCode::VALDORIA), &[role]).expect("a role of a State")
}

#[tokio::test]
async fn twenty_changes_in_one_state_at_once_are_all_made() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (by, logged) = (cast.actor(FARID).id, cast.logged().await);
        let people = [AMINA, BASHIR, EMIL, CELESTE].map(|person| cast.actor(person).id);
        let sides = ["drafter", "approver", "observer"].map(valdoria);
        let changes = (0..20).map(|turn: usize| {
            let (person, side) = (people[turn % 4], &sides[turn % 3]);
            cast.store.change_side(person, side, by, minutes_later(1))
        });
        for made in join_all(changes).await {
            made.unwrap_or_else(|error| panic!("{error} on {:?}", database.kind()));
        }
        assert_eq!(cast.logged().await - logged, 20);
        for person in people {
            let actor = cast.store.actor(person).await.expect("read").expect("they may act");
            assert!(sides.contains(&actor.side), "one change, whole: {:?}", actor.side);
        }
    }
}

#[tokio::test]
async fn who_changes_each_other_at_once_waits_for_nobody_for_ever() {
    for database in databases().await {
        let cast = Cast::on(&database).await;
        let (farid, chidi) = (cast.actor(FARID).id, cast.actor(CHIDI).id);
        let promoted = "UPDATE person SET side = 'administrator' WHERE name = 'Chidi'";
        database.tamper(promoted).await;
        let roles = "DELETE FROM person_role WHERE person IN (SELECT id FROM person WHERE name = 'Chidi')";
        database.tamper(roles).await;
        for _ in 0..5 {
            let (one, other) = tokio::join!(
                cast.store.deactivate(chidi, farid, minutes_later(1)),
                cast.store.deactivate(farid, chidi, minutes_later(1)),
            );
            assert!(
                one.is_ok() != other.is_ok(),
                "one is left on {:?}: {one:?}, {other:?}",
                database.kind()
            );
            let (left, gone) = if one.is_ok() { (farid, chidi) } else { (chidi, farid) };
            cast.store
                .reactivate(gone, left, minutes_later(2))
                .await
                .expect("let in again");
        }
    }
}
