//! The catalogue and the memberships that are shipped, put into an installation that has none.

use super::{
    editions,
    entities::{circle, commitment, membership, opted_into, state},
    rows::storable,
    unavailable,
};
use app::portal::ports::Stored;
use domain::{
    commitment::{Circle, Commitment, Commitments, Memberships, shipped_memberships},
    state::StateCode,
};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait, PaginatorTrait, QuerySelect};
use std::collections::BTreeSet;

/// Put the shipped catalogue into an installation that has none, and those of its States into their circles. Once there
/// is one, it is the secretariat's.
pub(super) async fn programme(txn: &DatabaseTransaction) -> Stored<()> {
    if circle::Entity::find().count(txn).await.map_err(unavailable)? > 0 {
        return Ok(());
    }
    let shipped = Commitments::shipped();
    let circles = circle::Entity::insert_many(shipped.circles().map(circle).collect::<Vec<_>>());
    circles.exec_without_returning(txn).await.map_err(unavailable)?;
    let items = commitment::Entity::insert_many(shipped.iter().map(commitment).collect::<Vec<_>>());
    items.exec_without_returning(txn).await.map_err(unavailable)?;
    let known = state::Entity::find().select_only().column(state::Column::Code);
    let known: Vec<String> = known.into_tuple().all(txn).await.map_err(unavailable)?;
    let known: BTreeSet<String> = known.into_iter().collect();
    let shipped = shipped_memberships();
    let members = shipped.iter().filter(|(state, _)| known.contains(state.as_str()));
    join(txn, members.map(|(state, memberships)| (*state, memberships))).await?;
    editions::count_up(txn).await
}

/// Write down what States belong to and opted into. They must not belong to anything yet.
pub(super) async fn join<'a>(
    txn: &DatabaseTransaction,
    states: impl IntoIterator<Item = (StateCode, &'a Memberships)>,
) -> Stored<()> {
    let (mut circles, mut items) = (Vec::new(), Vec::new());
    for (state, memberships) in states {
        circles.extend(memberships.circles.iter().map(|circle| membership::ActiveModel {
            state: Set(state.to_string()),
            circle: Set(circle.to_string()),
        }));
        items.extend(memberships.opted_into.iter().map(|item| opted_into::ActiveModel {
            state: Set(state.to_string()),
            commitment: Set(item.to_string()),
        }));
    }
    if !circles.is_empty() {
        let circles = membership::Entity::insert_many(circles);
        circles.exec_without_returning(txn).await.map_err(unavailable)?;
    }
    if !items.is_empty() {
        let items = opted_into::Entity::insert_many(items);
        items.exec_without_returning(txn).await.map_err(unavailable)?;
    }
    Ok(())
}

/// A circle as a row.
pub(super) fn circle(circle: &Circle) -> circle::ActiveModel {
    circle::ActiveModel {
        id: Set(circle.id.to_string()),
        name: Set(storable(&circle.name)),
    }
}

/// A commitment as a row.
pub(super) fn commitment(commitment: &Commitment) -> commitment::ActiveModel {
    commitment::ActiveModel {
        id: Set(commitment.id.to_string()),
        title: Set(storable(&commitment.title)),
        symbol: Set(storable(&commitment.symbol)),
        status: Set(commitment.status.code().to_owned()),
        circle: Set(commitment.circle.to_string()),
    }
}
