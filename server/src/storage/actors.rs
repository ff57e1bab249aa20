//! People as filings know them: whether they may still act, and what they are called.

use super::{entities::person, filings, matters::StoredMatter, people, unavailable};
use app::portal::ports::{Posting, StoreError, Stored};
use domain::{
    ids::{FilingId, FilingKind, PersonId, Version},
    incident::Incident,
    lifecycle::Action,
    people::Actor,
    policy,
    report::Report,
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
    ask(txn, posting.by, filing, Wish::Act(action, version)).await
}

/// That the person may still write an internal note on the filing, however it stands.
pub(super) async fn still_may_note(txn: &DatabaseTransaction, posting: Posting, filing: FilingId) -> Stored<()> {
    ask(txn, posting.by, filing, Wish::Note).await
}

/// What somebody is about to do to a filing.
#[derive(Clone, Copy)]
enum Wish {
    /// This, as it stands at this version.
    Act(Action, Version),
    /// Write an internal note on it.
    Note,
}

async fn ask(txn: &DatabaseTransaction, by: PersonId, filing: FilingId, wish: Wish) -> Stored<()> {
    let actor = acting(txn, by).await?;
    let granted = match filings::kind(txn, filing).await?.ok_or(StoreError::Stale)? {
        FilingKind::Incident => grants::<Incident>(txn, &actor, filing, wish).await?,
        FilingKind::Report => grants::<Report>(txn, &actor, filing, wish).await?,
    };
    if granted { Ok(()) } else { Err(StoreError::Stale) }
}

async fn grants<M: StoredMatter>(
    txn: &DatabaseTransaction,
    actor: &Actor,
    filing: FilingId,
    wish: Wish,
) -> Stored<bool> {
    let filing = filings::by_id::<M>(txn, filing).await?.ok_or(StoreError::Stale)?;
    Ok(match wish {
        Wish::Act(action, version) => filing.version == version && policy::may(actor, action, &filing).is_ok(),
        Wish::Note => policy::may_note(actor, &filing).is_ok(),
    })
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
