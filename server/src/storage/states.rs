//! Participating States, as an administrator keeps them.

use super::{
    Sql, audit, editions,
    entities::state,
    rows::{Row, storable},
    search, unavailable,
};
use app::portal::ports::{AuditLine, Editions, Event, States, StoreError, Stored};
use async_trait::async_trait;
use domain::{
    ids::{PersonId, Timestamp},
    state::{RegionalGroup, State, StateCode, shipped},
};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, sea_query::OnConflict,
};

impl TryFrom<state::Model> for State {
    type Error = StoreError;

    fn try_from(row: state::Model) -> Stored<Self> {
        let reading = Row::new("state", &row.code);
        Ok(Self {
            code: reading.known("code", row.code.parse().ok())?,
            name: row.name,
            group: reading.known("regional_group", RegionalGroup::from_code(&row.regional_group))?,
            demonstration: row.demonstration,
        })
    }
}

fn to_row(state: &State) -> state::ActiveModel {
    state::ActiveModel {
        code: Set(state.code.as_str().to_owned()),
        name: Set(storable(&state.name)),
        regional_group: Set(state.group.code().to_owned()),
        demonstration: Set(state.demonstration),
    }
}

/// Put the shipped list into a new installation. Once there is one, it is the administrator's.
pub(super) async fn ship(txn: &DatabaseTransaction) -> Stored<()> {
    if state::Entity::find().count(txn).await.map_err(unavailable)? == 0 {
        let rows = shipped().iter().map(to_row).collect::<Vec<_>>();
        state::Entity::insert_many(rows)
            .exec_without_returning(txn)
            .await
            .map_err(unavailable)?;
        // Nobody serves from this database yet, or somebody who served before there were any.
        editions::count_up(txn).await?;
    }
    Ok(())
}

/// All of them, by name.
pub(super) async fn all(db: &impl ConnectionTrait) -> Stored<Vec<State>> {
    let rows = state::Entity::find().all(db).await.map_err(unavailable)?;
    let mut states = rows.into_iter().map(State::try_from).collect::<Stored<Vec<_>>>()?;
    // Here and not in the query: one database sorts by bytes, the other as its server was set up.
    states.sort_by_cached_key(|state| (letters(&state.name), state.code));
    Ok(states)
}

/// A name as it is put in order: Türkiye after Tunisia, Côte d’Ivoire before Croatia.
fn letters(name: &str) -> String {
    let plain = |letter| match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    };
    name.chars().flat_map(char::to_lowercase).map(plain).collect()
}

#[async_trait]
impl States for Sql {
    async fn states(&self) -> Stored<Vec<State>> {
        self.states
            .get(self.public_edition(), async || all(self.db.read()).await)
            .await
    }

    async fn state(&self, code: &StateCode) -> Stored<Option<State>> {
        let row = state::Entity::find_by_id(code.as_str())
            .one(self.db.read())
            .await
            .map_err(unavailable)?;
        row.map(State::try_from).transpose()
    }

    async fn put_state(&self, state: &State, by: PersonId, at: Timestamp) -> Stored<()> {
        let txn = self.db.begin().await?;
        let before = state::Entity::find_by_id(state.code.as_str()).one(&txn).await;
        let before = before.map_err(unavailable)?;
        let rewrite = OnConflict::column(state::Column::Code)
            .update_columns([
                state::Column::Name,
                state::Column::RegionalGroup,
                state::Column::Demonstration,
            ])
            .to_owned();
        let put = state::Entity::insert(to_row(state)).on_conflict(rewrite);
        put.exec_without_returning(&txn).await.map_err(unavailable)?;
        if before.is_some_and(|before| before.name != state.name) {
            search::rename(&txn, state).await?;
        }
        let on = Some(state.code.to_string());
        audit::append(
            &txn,
            &AuditLine {
                at,
                by: Some(by),
                event: Event::StateChanged,
                on,
            },
        )
        .await?;
        let _changing = self.db.changes().begin(&txn).await?;
        txn.commit().await.map_err(unavailable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_list_is_in_the_order_it_is_shown() {
        let mut states = shipped();
        states.sort_by_cached_key(|state| (letters(&state.name), state.code));
        assert_eq!(states, shipped());
    }
}
