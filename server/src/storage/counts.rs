//! How many publications there are: of a State in a year, of a kind, touching a sector.
//!
//! Kept as they change, in the transaction that changes them, so that no page has to count a hundred thousand rows. Who
//! changes two rows changes them in one order, State and year first and then topics by name: so nobody waits for
//! somebody who waits for them.

use super::{
    entities::{publication_count, topic_count},
    states, unavailable,
};
use app::portal::ports::{Participation, PublicationFilter, Stored, YearCount};
use domain::{
    catalogue::{List, NOTICE_KIND, SECTORS},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use std::collections::BTreeMap;

/// One more is listed and stands.
pub(super) async fn published(
    txn: &DatabaseTransaction,
    (state, year): (StateCode, i32),
    mut topics: Vec<String>,
) -> Stored<()> {
    use publication_count::{ActiveModel, Column, Entity};
    let first = ActiveModel {
        state: Set(state.to_string()),
        year: Set(year),
        listed: Set(1),
        standing: Set(1),
    };
    let one_more = OnConflict::columns([Column::State, Column::Year])
        .value(Column::Listed, Expr::col((Entity, Column::Listed)).add(1))
        .value(Column::Standing, Expr::col((Entity, Column::Standing)).add(1))
        .to_owned();
    let counting = Entity::insert(first).on_conflict(one_more);
    counting.exec_without_returning(txn).await.map_err(unavailable)?;
    topics.sort();
    for topic in topics {
        one_more_on(txn, topic).await?;
    }
    Ok(())
}

async fn one_more_on(txn: &DatabaseTransaction, topic: String) -> Stored<()> {
    use topic_count::{ActiveModel, Column, Entity};
    let first = ActiveModel {
        topic: Set(topic),
        standing: Set(1),
    };
    let one_more = OnConflict::column(Column::Topic)
        .value(Column::Standing, Expr::col((Entity, Column::Standing)).add(1))
        .to_owned();
    let counting = Entity::insert(first).on_conflict(one_more);
    counting.exec_without_returning(txn).await.map_err(unavailable)?;
    Ok(())
}

/// One less stands.
pub(super) async fn withdrawn(
    txn: &DatabaseTransaction,
    (state, year): (StateCode, i32),
    mut topics: Vec<String>,
) -> Stored<()> {
    use publication_count::{Column, Entity};
    let one_less = Entity::update_many()
        .col_expr(Column::Standing, Expr::col(Column::Standing).sub(1))
        .filter(Column::State.eq(state.as_str()))
        .filter(Column::Year.eq(year));
    one_less.exec(txn).await.map_err(unavailable)?;
    topics.sort();
    for topic in topics {
        let one_less = topic_count::Entity::update_many()
            .col_expr(
                topic_count::Column::Standing,
                Expr::col(topic_count::Column::Standing).sub(1),
            )
            .filter(topic_count::Column::Topic.eq(topic));
        one_less.exec(txn).await.map_err(unavailable)?;
    }
    Ok(())
}

/// How many are listed, withdrawn ones too.
pub(super) async fn listed(db: &impl ConnectionTrait, filter: &PublicationFilter) -> Stored<u64> {
    use publication_count::{Column, Entity};
    let mut of = Entity::find().select_only().column_as(Column::Listed.sum(), "listed");
    if let Some(state) = filter.state {
        of = of.filter(Column::State.eq(state.as_str()));
    }
    if let Some(year) = filter.year {
        of = of.filter(Column::Year.eq(year));
    }
    let sum: Option<Option<i64>> = of.into_tuple().one(db).await.map_err(unavailable)?;
    Ok(sum.flatten().unwrap_or_default().unsigned_abs())
}

/// The years in which anything was published, the latest first; of one State, if asked.
pub(super) async fn years(db: &impl ConnectionTrait, state: Option<StateCode>) -> Stored<Vec<YearCount>> {
    use publication_count::{Column, Entity};
    let mut of = Entity::find()
        .select_only()
        .column(Column::Year)
        .column_as(Column::Standing.sum(), "publications")
        // A State that withdrew everything of a year does not take part in it.
        .column_as(Expr::cust("COUNT(NULLIF(standing, 0))"), "states");
    if let Some(state) = state {
        of = of.filter(Column::State.eq(state.as_str()));
    }
    let counted: Vec<(i32, i64, i64)> = of
        .group_by(Column::Year)
        .order_by_desc(Column::Year)
        .into_tuple()
        .all(db)
        .await
        .map_err(unavailable)?;
    let count = |(year, publications, states): (i32, i64, i64)| YearCount {
        year,
        publications: publications.unsigned_abs(),
        states: states.unsigned_abs(),
    };
    Ok(counted.into_iter().map(count).collect())
}

/// Public facts about taking part.
pub(super) async fn participation(db: &impl ConnectionTrait) -> Stored<Participation> {
    let by_state = standing_by_state(db).await?;
    let published = |state: domain::state::State| Some((*by_state.get(state.code.as_str())?, state));
    let states = states::all(db).await?.into_iter().filter_map(published);
    let (by_year, by_topic) = (years(db, None).await?, standing_by_topic(db).await?);
    Ok(Participation {
        states: states.map(|(count, state)| (state, count)).collect(),
        standing: by_state.values().sum(),
        years: by_year.iter().map(|count| count.year).collect(),
        by_year,
        kinds: offered(&NOTICE_KIND, "kind", &by_topic),
        sectors: offered(&SECTORS, "sector", &by_topic),
    })
}

/// How many publications of each State stand, by its code; where any does.
async fn standing_by_state(db: &impl ConnectionTrait) -> Stored<BTreeMap<String, u64>> {
    use publication_count::{Column, Entity};
    let counted: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Standing.sum(), "standing")
        .filter(Column::Standing.gt(0))
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await
        .map_err(unavailable)?;
    let count = |(state, count): (String, i64)| (state, count.unsigned_abs());
    Ok(counted.into_iter().map(count).collect())
}

async fn standing_by_topic(db: &impl ConnectionTrait) -> Stored<BTreeMap<String, u64>> {
    let standing = topic_count::Entity::find().filter(topic_count::Column::Standing.gt(0));
    let rows = standing.all(db).await.map_err(unavailable)?;
    let count = |row: topic_count::Model| (row.topic, u64::from(row.standing.unsigned_abs()));
    Ok(rows.into_iter().map(count).collect())
}

/// The codes of a list that any publication has, in the order of the list.
fn offered(list: &'static List, name: &str, by_topic: &BTreeMap<String, u64>) -> Vec<(&'static str, u64)> {
    let count = |id: &'static str| Some((id, *by_topic.get(&format!("{name}:{id}"))?));
    list.codes.iter().filter_map(|code| count(code.id)).collect()
}
