//! The outbox: letters written in the transaction of their cause, one row for each person, and sent afterwards by
//! [`crate::mail`]. A row says whom, about what kind of thing, and on which filing, so that every letter can be traced to
//! its cause; it holds no word of one, and the filing's reference stays here.

use super::{
    Sql,
    entities::{outbox, person, person_role},
    new_id,
    rows::Row,
    unavailable,
};
use app::portal::ports::Stored;
use domain::{
    ids::{FilingReference, PersonId, Timestamp},
    letter::{Addressees, Letter, Occasion},
    people::{SecretariatRole, StateRole},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DeleteMany, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Write these letters to everyone they are addressed to now, but not to `except`, who caused them. Somebody who is
/// addressed twice on the same occasion is told once.
pub(crate) async fn post(
    db: &impl ConnectionTrait,
    letters: &[Letter],
    about: Option<&FilingReference>,
    except: Option<PersonId>,
    at: Timestamp,
) -> Stored<()> {
    let mut told = BTreeSet::new();
    for letter in letters {
        let people = addressed(&letter.to).select_only().column(person::Column::Id);
        let people: Vec<Uuid> = people.into_tuple().all(db).await.map_err(unavailable)?;
        told.extend(people.into_iter().map(|id| (id, letter.occasion)));
    }
    told.retain(|(id, _)| except.is_none_or(|cause| cause.as_uuid() != *id));
    let rows: Vec<_> = told
        .into_iter()
        .map(|(id, occasion)| waiting(id, occasion, about, None, at))
        .collect();
    if !rows.is_empty() {
        outbox::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await
            .map_err(unavailable)?;
    }
    Ok(())
}

fn waiting(
    person: Uuid,
    occasion: Occasion,
    about: Option<&FilingReference>,
    token: Option<&str>,
    at: Timestamp,
) -> outbox::ActiveModel {
    outbox::ActiveModel {
        id: Set(new_id(at)),
        person: Set(person),
        occasion: Set(occasion.code().to_owned()),
        filing: Set(about.map(ToString::to_string)),
        token: Set(token.map(str::to_owned)),
        due_at: Set(at.micros()),
        attempts: Set(0),
        sent_at: Set(None),
    }
}

/// The active people this describes.
fn addressed(to: &Addressees) -> Select<person::Entity> {
    let of = |state: &StateCode| person::Column::State.eq(state.as_str());
    let active = person::Entity::find().filter(person::Column::Active.eq(true));
    match to {
        Addressees::Drafters(state) => active.filter(of(state)).filter(holds(StateRole::Drafter.code())),
        Addressees::Approvers(state) => active.filter(of(state)).filter(holds(StateRole::Approver.code())),
        Addressees::EveryoneOf(state) => active.filter(of(state)),
        Addressees::Reviewers => active.filter(holds(SecretariatRole::Reviewer.code())),
        Addressees::Publishers => active.filter(holds(SecretariatRole::Publisher.code())),
        Addressees::One(one) => active.filter(person::Column::Id.eq(one.as_uuid())),
    }
}

fn holds(role: &'static str) -> Expr {
    let holders = person_role::Entity::find()
        .select_only()
        .column(person_role::Column::Person)
        .filter(person_role::Column::Role.eq(role));
    person::Column::Id.in_subquery(holders.into_query())
}

/// The letter that brings an invitation.
pub(super) async fn invite(db: &impl ConnectionTrait, to: PersonId, token: &str, at: Timestamp) -> Stored<()> {
    let row = waiting(to.as_uuid(), Occasion::Invited, None, Some(token), at);
    outbox::Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// Letters with a link that no longer opens anything are not sent.
pub(super) async fn take_back_invitations_of(txn: &DatabaseTransaction, person: Uuid) -> Stored<()> {
    let useless = unsent()
        .filter(outbox::Column::Person.eq(person))
        .filter(outbox::Column::Token.is_not_null());
    useless.exec(txn).await.map_err(unavailable)?;
    Ok(())
}

/// Somebody who may no longer act is no longer told.
pub(super) async fn forget_unsent_to(txn: &DatabaseTransaction, person: Uuid) -> Stored<()> {
    unsent()
        .filter(outbox::Column::Person.eq(person))
        .exec(txn)
        .await
        .map_err(unavailable)?;
    Ok(())
}

fn unsent() -> DeleteMany<outbox::Entity> {
    outbox::Entity::delete_many().filter(outbox::Column::SentAt.is_null())
}

/// A letter that is being sent by this server and no other. What is in it is printed nowhere else.
pub(crate) struct Outgoing {
    /// Its id, which the mail carries too.
    pub(crate) id: Uuid,
    /// The addressee's name.
    pub(crate) name: String,
    /// Where it goes.
    pub(crate) email: String,
    /// About what.
    pub(crate) occasion: Occasion,
    /// What an invitation's link holds.
    pub(crate) token: Option<String>,
    /// How often it was tried before.
    pub(crate) attempts: u32,
}

impl Sql {
    /// Take the next letter that is due, if there is one, and put it off until `lease_ends`: no other server takes it
    /// before, and whoever finds it then knows that this one failed.
    pub(crate) async fn take_letter(&self, now: Timestamp, lease_ends: Timestamp) -> Stored<Option<Outgoing>> {
        let due = outbox::Entity::find()
            .filter(outbox::Column::SentAt.is_null())
            .filter(outbox::Column::DueAt.lte(now.micros()))
            .order_by_asc(outbox::Column::DueAt)
            .limit(20);
        for letter in due.all(self.db.read()).await.map_err(unavailable)? {
            if self.put_off(&letter, lease_ends).await? {
                let to = person::Entity::find_by_id(letter.person)
                    .one(self.db.read())
                    .await
                    .map_err(unavailable)?;
                return read(letter, to).map(Some);
            }
        }
        Ok(None)
    }

    /// Put a letter off, unless somebody else did so since it was read.
    async fn put_off(&self, letter: &outbox::Model, until: Timestamp) -> Stored<bool> {
        let change = outbox::Entity::update_many()
            .col_expr(outbox::Column::DueAt, Expr::value(until.micros()))
            .col_expr(outbox::Column::Attempts, Expr::value(letter.attempts.saturating_add(1)))
            .filter(outbox::Column::Id.eq(letter.id))
            .filter(outbox::Column::DueAt.eq(letter.due_at))
            .filter(outbox::Column::SentAt.is_null());
        Ok(self.db.update(change).await? == 1)
    }

    /// The letter is out: it is not sent again, and what only it may carry is forgotten.
    pub(crate) async fn letter_sent(&self, id: Uuid, at: Timestamp) -> Stored<()> {
        let change = outbox::Entity::update_many()
            .col_expr(outbox::Column::SentAt, Expr::value(at.micros()))
            .col_expr(outbox::Column::Token, Expr::value(None::<String>))
            .filter(outbox::Column::Id.eq(id));
        self.db.update(change).await.map(|_| ())
    }

    /// The letter could not be sent: it is tried again then.
    pub(crate) async fn letter_failed(&self, id: Uuid, again: Timestamp) -> Stored<()> {
        let change = outbox::Entity::update_many()
            .col_expr(outbox::Column::DueAt, Expr::value(again.micros()))
            .filter(outbox::Column::Id.eq(id))
            .filter(outbox::Column::SentAt.is_null());
        self.db.update(change).await.map(|_| ())
    }
}

fn read(letter: outbox::Model, to: Option<person::Model>) -> Stored<Outgoing> {
    let row = Row::new("outbox", letter.id);
    let to = row.known("person", to)?;
    let occasion = Occasion::ALL
        .into_iter()
        .find(|occasion| occasion.code() == letter.occasion);
    Ok(Outgoing {
        id: letter.id,
        name: to.name,
        email: to.email,
        occasion: row.known("occasion", occasion)?,
        token: letter.token,
        attempts: row.number("attempts", letter.attempts)?,
    })
}
