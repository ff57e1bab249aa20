//! Invitations: links that let one person choose a password, once.
//!
//! The link is in the letter and nowhere else for long: this table holds its hash, and the outbox forgets it when the
//! letter is sent. Whoever uses a link deletes its row, which of two at once only one can; the other finds it spent.

use super::{
    audit,
    entities::{invitation, person as person_row},
    outbox, people, sessions, unavailable,
};
use app::portal::ports::{Event, Invitation, Person, StoreError, Stored};
use domain::ids::{PersonId, Timestamp};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

/// A new link for this person, and the letter that brings it. Older links of theirs end, and so do everyone's that
/// nobody used in time.
pub(super) async fn issue(txn: &DatabaseTransaction, person: PersonId, new: &Invitation, at: Timestamp) -> Stored<()> {
    let found = person_row::Entity::find_by_id(person.as_uuid())
        .one(txn)
        .await
        .map_err(unavailable)?;
    found.filter(|row| row.active).ok_or(StoreError::Stale)?;
    end_all_of(txn, person.as_uuid()).await?;
    let late = invitation::Entity::delete_many().filter(invitation::Column::ExpiresAt.lte(at.micros()));
    late.exec(txn).await.map_err(unavailable)?;
    let row = invitation::ActiveModel {
        token_hash: Set(new.token_hash.clone()),
        person: Set(person.as_uuid()),
        expires_at: Set(new.expires.micros()),
    };
    invitation::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    outbox::invite(txn, person, &new.token, at).await
}

/// Ends all links of this person, and takes back the letters that would bring them.
pub(super) async fn end_all_of(txn: &DatabaseTransaction, person: Uuid) -> Stored<()> {
    let links = invitation::Entity::delete_many().filter(invitation::Column::Person.eq(person));
    links.exec(txn).await.map_err(unavailable)?;
    outbox::take_back_invitations_of(txn, person).await
}

/// Whose link this is, while it can be used.
pub(super) async fn invited(db: &impl ConnectionTrait, token_hash: &str, at: Timestamp) -> Stored<Option<Person>> {
    let link = invitation::Entity::find_by_id(token_hash).filter(invitation::Column::ExpiresAt.gt(at.micros()));
    match link.one(db).await.map_err(unavailable)? {
        Some(link) => people::person(db, link.person).await,
        None => Ok(None),
    }
}

/// Use the link: `false` where it is spent, late or unknown, or the person may not act.
pub(super) async fn accept(
    txn: &DatabaseTransaction,
    token_hash: &str,
    password_hash: &str,
    at: Timestamp,
) -> Stored<bool> {
    let Some(person) = invited(txn, token_hash, at).await?.map(|person| person.id.as_uuid()) else {
        return Ok(false);
    };
    let spent = invitation::Entity::delete_by_id(token_hash)
        .exec(txn)
        .await
        .map_err(unavailable)?;
    if spent.rows_affected != 1 || !set_password(txn, person, password_hash).await? {
        return Ok(false);
    }
    end_all_of(txn, person).await?;
    sessions::end_all_of(txn, person).await?;
    audit::append(
        txn,
        &audit::on(person, Some(PersonId::new(person)), Event::PasswordChosen, at),
    )
    .await?;
    Ok(true)
}

async fn set_password(txn: &DatabaseTransaction, person: Uuid, hash: &str) -> Stored<bool> {
    let written = person_row::Entity::update_many()
        .col_expr(person_row::Column::PasswordHash, Expr::value(hash))
        .filter(person_row::Column::Id.eq(person))
        .filter(person_row::Column::Active.eq(true))
        .exec(txn)
        .await
        .map_err(unavailable)?;
    Ok(written.rows_affected == 1)
}
