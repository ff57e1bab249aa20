//! People as filings know them: whether they may still act, and what they are called.

use super::{entities::person, filings, people, unavailable};
use app::portal::ports::{Posting, StoreError, Stored};
use domain::{
    filing::Filing,
    ids::{FilingId, PersonId, Version},
    lifecycle::Action,
    people::Actor,
    policy,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::LockType,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The person as they may act at this moment, [`StoreError::Stale`] where they may not. Until the transaction ends
/// nobody can deactivate them or change their roles: whoever tries waits.
pub(super) async fn acting(txn: &DatabaseTransaction, id: PersonId) -> Stored<Actor> {
    let hold = person::Entity::find_by_id(id.as_uuid()).lock_shared();
    hold.one(txn).await.map_err(unavailable)?;
    people::actor(txn, id).await?.ok_or(StoreError::Stale)
}

/// Until the transaction ends nobody else changes these people. Locked in one order for everybody, so that no two
/// transactions wait for each other; and against changes only (`FOR NO KEY UPDATE`), so that a letter to one of them,
/// whose row refers to theirs, waits for nothing.
pub(super) async fn hold(txn: &DatabaseTransaction, people: impl Iterator<Item = PersonId>) -> Stored<()> {
    let rows = person::Entity::find().filter(person::Column::Id.is_in(people.map(PersonId::as_uuid)));
    let rows = rows.order_by_asc(person::Column::Id).lock(LockType::NoKeyUpdate);
    rows.all(txn).await.map_err(unavailable)?;
    Ok(())
}

/// That the person may still do this to the filing as it stands at this version.
///
/// It was asked before, of what was true then. Somebody may have been deactivated since, lost a role, or been joined by
/// a colleague; whoever posted then reloads the page and reads why not.
pub(super) async fn still_may(
    txn: &DatabaseTransaction,
    posting: Posting,
    action: Action,
    filing: FilingId,
    version: Version,
) -> Stored<()> {
    let may = |actor: &Actor, filing: &Filing| filing.version == version && policy::may(actor, action, filing).is_ok();
    ask(txn, posting.by, filing, may).await
}

/// That the person may still write an internal note on the filing, however it stands.
pub(super) async fn still_may_note(txn: &DatabaseTransaction, posting: Posting, filing: FilingId) -> Stored<()> {
    let may = |actor: &Actor, filing: &Filing| policy::may_note(actor, filing).is_ok();
    ask(txn, posting.by, filing, may).await
}

async fn ask(
    txn: &DatabaseTransaction,
    by: PersonId,
    filing: FilingId,
    may: impl Fn(&Actor, &Filing) -> bool,
) -> Stored<()> {
    let actor = acting(txn, by).await?;
    let filing = filings::by_id(txn, filing).await?.ok_or(StoreError::Stale)?;
    if may(&actor, &filing) {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

/// What these people are called, whether or not they may still act.
pub(super) async fn names(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = Uuid>,
) -> Stored<BTreeMap<Uuid, String>> {
    let found = person::Entity::find().filter(person::Column::Id.is_in(ids));
    let named = found
        .select_only()
        .column(person::Column::Id)
        .column(person::Column::Name);
    let named: Vec<(Uuid, String)> = named.into_tuple().all(db).await.map_err(unavailable)?;
    Ok(named.into_iter().collect())
}
