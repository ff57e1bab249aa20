//! People with an account: who they are, and for whom they act as what. Read anew for every request, so that a role
//! given or taken holds from the next one on.

use super::{
    entities::{person, person_role},
    rows::Row,
    unavailable,
};
use app::portal::ports::{Person, Stored};
use domain::{
    ids::PersonId,
    people::{Actor, Side},
    state::StateCode,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The person as they may act now, or `None` where they may not.
pub(crate) async fn actor(db: &impl ConnectionTrait, id: PersonId) -> Stored<Option<Actor>> {
    let found = person::Entity::find_by_id(id.as_uuid()).filter(person::Column::Active.eq(true));
    let Some(row) = found.one(db).await.map_err(unavailable)? else {
        return Ok(None);
    };
    let side = side(&row, &roles(db, row.id).await?)?;
    let alone = match side.state() {
        Some(state) => is_alone(db, *state, row.id).await?,
        None => false,
    };
    Ok(Some(Actor {
        id,
        name: row.name,
        side,
        alone,
    }))
}

/// Whether no other person of the State can sign in. Who was invited and has no password yet cannot approve anything.
async fn is_alone(db: &impl ConnectionTrait, state: StateCode, id: Uuid) -> Stored<bool> {
    let others = person::Entity::find()
        .filter(person::Column::State.eq(state.as_str()))
        .filter(person::Column::Active.eq(true))
        .filter(person::Column::PasswordHash.is_not_null())
        .filter(person::Column::Id.ne(id));
    Ok(others.count(db).await.map_err(unavailable)? == 0)
}

async fn roles(db: &impl ConnectionTrait, id: Uuid) -> Stored<Vec<String>> {
    let held = person_role::Entity::find().filter(person_role::Column::Person.eq(id));
    held.select_only()
        .column(person_role::Column::Role)
        .into_tuple()
        .all(db)
        .await
        .map_err(unavailable)
}

fn side(row: &person::Model, roles: &[String]) -> Stored<Side> {
    let reading = Row::new("person", row.id);
    let state = match row.state.as_deref() {
        Some(code) => Some(reading.known("state", code.parse().ok())?),
        None => None,
    };
    reading.known("side", Side::from_codes(&row.side, state, roles))
}

/// The person on this row.
fn read(row: person::Model, roles: &[String]) -> Stored<Person> {
    Ok(Person {
        id: PersonId::new(row.id),
        side: side(&row, roles)?,
        name: row.name,
        email: row.email,
        active: row.active,
        has_password: row.password_hash.is_some(),
        nominated_by: row.nominated_by,
    })
}

/// One person, whether or not they may act.
pub(super) async fn person(db: &impl ConnectionTrait, id: Uuid) -> Stored<Option<Person>> {
    match person::Entity::find_by_id(id).one(db).await.map_err(unavailable)? {
        Some(row) => read(row, &roles(db, id).await?).map(Some),
        None => Ok(None),
    }
}

/// Everyone, by side and name.
pub(super) async fn everyone(db: &impl ConnectionTrait) -> Stored<Vec<Person>> {
    let rows = person::Entity::find().all(db).await.map_err(unavailable)?;
    let mut roles: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for held in person_role::Entity::find().all(db).await.map_err(unavailable)? {
        roles.entry(held.person).or_default().push(held.role);
    }
    let read_row = |row: person::Model| {
        let held = roles.remove(&row.id).unwrap_or_default();
        read(row, &held)
    };
    let mut people = rows.into_iter().map(read_row).collect::<Stored<Vec<_>>>()?;
    let place = |side: &Side| Side::CODES.iter().position(|code| *code == side.code());
    people.sort_by_key(|one| (place(&one.side), one.side.state().copied(), one.name.to_lowercase()));
    Ok(people)
}
