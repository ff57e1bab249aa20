//! What is done to accounts. Whatever ends when somebody is deactivated (sessions, links, letters not yet sent) ends in
//! the same transaction, and whatever is done to somebody's roles is told to their State in it.

use super::{
    Sql, actors, audit,
    entities::{person, person_role},
    invitations, new_id, outbox,
    people::{actor, everyone, person as one},
    rows::storable,
    sessions, throttle, unavailable,
};
use app::portal::ports::{Accounts, Credentials, Event, Invitation, Nomination, Person, StoreError, Stored};
use async_trait::async_trait;
use domain::{
    ids::{PersonId, Timestamp},
    letter::{Addressees, Letter, Occasion},
    people::{Actor, Side},
    policy,
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, SqlErr, sea_query::Expr,
};
use uuid::Uuid;

/// An address as it is looked up: trimmed and in lower case, as nobody tells two people apart by capitals.
fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Begin to change accounts, for somebody who may. Whoever asks and whoever is changed are held as they are until the
/// end: of two administrators who deactivate each other one is left, and of two changes at once the later is the whole
/// of what holds.
async fn begin(sql: &Sql, by: Option<PersonId>, whom: Option<PersonId>) -> Stored<DatabaseTransaction> {
    let txn = sql.db.begin().await?;
    actors::hold(&txn, by.into_iter().chain(whom)).await?;
    let may = match by {
        Some(by) => policy::may_keep_accounts(&actor(&txn, by).await?.ok_or(StoreError::Stale)?),
        // On the server itself, by the command line.
        None => true,
    };
    if may { Ok(txn) } else { Err(StoreError::Stale) }
}

async fn nominate(
    txn: &DatabaseTransaction,
    nomination: &Nomination,
    by: Option<PersonId>,
    at: Timestamp,
) -> Stored<PersonId> {
    let id = new_id(at);
    let row = person::ActiveModel {
        id: Set(id),
        name: Set(storable(&nomination.name)),
        email: Set(storable(nomination.email.trim())),
        email_key: Set(storable(&email_key(&nomination.email))),
        side: Set(nomination.side.code().to_owned()),
        state: Set(nomination.side.state().map(|state| state.as_str().to_owned())),
        active: Set(true),
        password_hash: Set(None),
        nominated_by: Set(storable(&nomination.nominated_by)),
        created_at: Set(at.micros()),
    };
    person::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(taken)?;
    give(txn, id, &nomination.side).await?;
    tell_state(txn, &nomination.side, Some(PersonId::new(id)), at).await?;
    audit::append(txn, &audit::on(id, by, Event::Invited, at)).await?;
    Ok(PersonId::new(id))
}

/// An address that is already somebody's.
fn taken(error: DbErr) -> StoreError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Taken,
        _ => unavailable(error),
    }
}

async fn give(txn: &DatabaseTransaction, person: Uuid, side: &Side) -> Stored<()> {
    let role = |role: &str| person_role::ActiveModel {
        person: Set(person),
        role: Set(role.to_owned()),
    };
    let roles: Vec<_> = side.role_codes().into_iter().map(role).collect();
    if !roles.is_empty() {
        person_role::Entity::insert_many(roles)
            .exec_without_returning(txn)
            .await
            .map_err(unavailable)?;
    }
    Ok(())
}

/// A role that is given or taken in a State is known to all its people.
async fn tell_state(txn: &DatabaseTransaction, side: &Side, except: Option<PersonId>, at: Timestamp) -> Stored<()> {
    let told = side.state().map(|state| Letter {
        to: Addressees::EveryoneOf(*state),
        occasion: Occasion::RolesChanged,
    });
    outbox::post(txn, told.as_slice(), None, except, at).await
}

async fn change_side(txn: &DatabaseTransaction, id: Uuid, side: &Side) -> Stored<()> {
    let found = person::Entity::find_by_id(id).one(txn).await.map_err(unavailable)?;
    let same_side =
        |row: &person::Model| row.side == side.code() && row.state.as_deref() == side.state().map(StateCode::as_str);
    found.filter(same_side).ok_or(StoreError::Stale)?;
    let held = person_role::Entity::delete_many().filter(person_role::Column::Person.eq(id));
    held.exec(txn).await.map_err(unavailable)?;
    give(txn, id, side).await
}

/// Let them in, or no longer. [`StoreError::Stale`] where that is already so.
async fn set_active(txn: &DatabaseTransaction, id: Uuid, active: bool) -> Stored<()> {
    let written = person::Entity::update_many()
        .col_expr(person::Column::Active, Expr::value(active))
        .filter(person::Column::Id.eq(id))
        .filter(person::Column::Active.eq(!active))
        .exec(txn)
        .await
        .map_err(unavailable)?;
    if written.rows_affected == 1 {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

#[async_trait]
impl Accounts for Sql {
    async fn actor(&self, id: PersonId) -> Stored<Option<Actor>> {
        actor(self.db.read(), id).await
    }

    async fn credentials(&self, email: &str) -> Stored<Option<Credentials>> {
        let found = person::Entity::find().filter(person::Column::EmailKey.eq(storable(&email_key(email))));
        let found = found.one(self.db.read()).await.map_err(unavailable)?;
        Ok(found.map(|row| Credentials {
            id: PersonId::new(row.id),
            password_hash: row.password_hash.filter(|_| row.active),
        }))
    }

    async fn people(&self) -> Stored<Vec<Person>> {
        everyone(self.db.read()).await
    }

    async fn person(&self, id: PersonId) -> Stored<Option<Person>> {
        one(self.db.read(), id.as_uuid()).await
    }

    async fn nominate(
        &self,
        nomination: &Nomination,
        invitation: &Invitation,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Stored<PersonId> {
        let txn = begin(self, by, None).await?;
        let id = nominate(&txn, nomination, by, at).await?;
        invitations::issue(&txn, id, invitation, at).await?;
        txn.commit().await.map_err(unavailable)?;
        Ok(id)
    }

    async fn invite_again(
        &self,
        person: PersonId,
        invitation: &Invitation,
        by: Option<PersonId>,
        at: Timestamp,
    ) -> Stored<()> {
        let txn = begin(self, by, Some(person)).await?;
        invitations::issue(&txn, person, invitation, at).await?;
        audit::append(&txn, &audit::on(person.as_uuid(), by, Event::Invited, at)).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn invited(&self, token_hash: &str, at: Timestamp) -> Stored<Option<Person>> {
        invitations::invited(self.db.read(), token_hash, at).await
    }

    async fn accept_invitation(&self, token_hash: &str, password_hash: &str, at: Timestamp) -> Stored<bool> {
        let txn = self.db.begin().await?;
        let accepted = invitations::accept(&txn, token_hash, password_hash, at).await?;
        txn.commit().await.map_err(unavailable)?;
        Ok(accepted)
    }

    async fn change_side(&self, person: PersonId, side: &Side, by: PersonId, at: Timestamp) -> Stored<()> {
        let txn = begin(self, Some(by), Some(person)).await?;
        change_side(&txn, person.as_uuid(), side).await?;
        tell_state(&txn, side, None, at).await?;
        audit::append(&txn, &audit::on(person.as_uuid(), Some(by), Event::RolesChanged, at)).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn deactivate(&self, person: PersonId, by: PersonId, at: Timestamp) -> Stored<()> {
        let (txn, id) = (begin(self, Some(by), Some(person)).await?, person.as_uuid());
        set_active(&txn, id, false).await?;
        invitations::end_all_of(&txn, id).await?;
        sessions::end_all_of(&txn, id).await?;
        outbox::forget_unsent_to(&txn, id).await?;
        audit::append(&txn, &audit::on(id, Some(by), Event::Deactivated, at)).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn reactivate(&self, person: PersonId, by: PersonId, at: Timestamp) -> Stored<()> {
        let txn = begin(self, Some(by), Some(person)).await?;
        set_active(&txn, person.as_uuid(), true).await?;
        audit::append(&txn, &audit::on(person.as_uuid(), Some(by), Event::Reactivated, at)).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn attempt(&self, email: &str, network: &str, at: Timestamp) -> Stored<Option<Timestamp>> {
        throttle::attempt(&self.db, &email_key(email), network, at).await
    }

    async fn succeeded(&self, email: &str, network: &str, at: Timestamp) -> Stored<()> {
        throttle::succeeded(&self.db, &email_key(email), network, at).await
    }
}
