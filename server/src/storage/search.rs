//! The words publications are found by, and finding them.
//!
//! Both databases have an index of words, and each cuts and folds words in its own way. So neither is asked to: the
//! words come from [`domain::search`], the same for both. State, year, kind and sectors stand in the index as words of
//! their own (`state:XV`, `sector:energy`), with a colon that no other word has, so that every condition is one more
//! word to be there and no join is needed.
//!
//! What is found is read from the latest on, and counted up to [`Found::MOST`] only: so a search costs the same
//! whether a few publications have a word, or every one of a hundred thousand.

use super::{
    Sql,
    entities::{publication, searchable, state},
    publications,
    rows::Row,
    unavailable,
};
use app::portal::ports::{Found, Paged, Search, Stored};
use domain::{
    form::Field,
    ids::PublicationReference,
    publication::{Disclosure, Publication, Standing},
    search::Words,
    state::{State, StateCode},
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, Statement,
    sea_query::{Alias, Expr, Query},
};
use std::collections::BTreeSet;

/// What a publication is about, as words of the index: its kind and its sectors.
pub(super) fn topics(disclosure: &Disclosure) -> Vec<String> {
    let sectors = disclosure.codes(Field::Sectors).into_iter().map(sector);
    [kind(&disclosure.kind)].into_iter().chain(sectors).collect()
}

fn kind(code: &str) -> String {
    format!("kind:{code}")
}

fn sector(code: &str) -> String {
    format!("sector:{code}")
}

/// Let a publication be found.
pub(super) async fn add(txn: &DatabaseTransaction, of: PublicationReference, disclosure: &Disclosure) -> Stored<()> {
    // Nobody renames the State until this is done: its new name would not be found here.
    let state = state::Entity::find_by_id(disclosure.state.as_str()).lock_shared();
    let state = state.one(txn).await.map_err(unavailable)?;
    let state = Row::new("state", disclosure.state).known("code", state)?;
    put(txn, of, disclosure, &state.name).await
}

/// Put a publication's words into the index. It must have none there.
pub(super) async fn put(
    txn: &DatabaseTransaction,
    of: PublicationReference,
    disclosure: &Disclosure,
    state: &str,
) -> Stored<()> {
    let backend = txn.get_database_backend();
    let insert = if backend == DbBackend::Postgres {
        "INSERT INTO publication_words (rowid, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))"
    } else {
        "INSERT INTO publication_words (rowid, words) VALUES (?, ?)"
    };
    let words: Vec<String> = found_by(of, disclosure, state).into_iter().collect();
    let values = [place(of).into(), words.join(" ").into()];
    let insert = Statement::from_sql_and_values(backend, insert, values);
    txn.execute_raw(insert).await.map_err(unavailable)?;
    Ok(())
}

/// Let it be found no more: its words leave the index.
pub(super) async fn remove(txn: &DatabaseTransaction, of: PublicationReference) -> Stored<()> {
    let removed = searchable::Entity::delete_by_id(place(of)).exec(txn).await;
    match removed.map_err(unavailable)?.rows_affected {
        1 => Ok(()),
        _ => Err(Row::new("publication_words", of).unreadable("rowid")),
    }
}

/// Let a State's publications be found by its new name.
pub(super) async fn rename(txn: &DatabaseTransaction, state: &State) -> Stored<()> {
    let of_state = publication::Entity::find().filter(publication::Column::State.eq(state.code.as_str()));
    for row in of_state.all(txn).await.map_err(unavailable)? {
        let publication = Publication::try_from(row)?;
        if let Standing::Public(disclosure) = publication.standing {
            remove(txn, publication.reference).await?;
            put(txn, publication.reference, &disclosure, &state.name).await?;
        }
    }
    Ok(())
}

/// Everything a publication is found by. All of it is public: it is made of the disclosure and nothing else.
fn found_by(of: PublicationReference, disclosure: &Disclosure, state: &str) -> BTreeSet<String> {
    let reference = of.to_string();
    let texts = disclosure.texts().into_iter().chain([state, &reference]);
    let conditions = [in_state(disclosure.state), in_year(of.year)];
    texts
        .flat_map(Words::of)
        .chain(topics(disclosure))
        .chain(conditions)
        .collect()
}

fn in_state(state: StateCode) -> String {
    format!("state:{}", state.as_str().to_ascii_lowercase())
}

fn in_year(year: i32) -> String {
    format!("year:{year}")
}

/// Where a publication stands in the index: in the order of publication.
fn place(of: PublicationReference) -> i64 {
    (i64::from(of.year) << 32) | i64::from(of.number)
}

/// Which publications stand on this page of what is found, and how many are found, up to one more than are counted.
pub(super) async fn find(sql: &Sql, search: &Search) -> Stored<Found> {
    let db = sql.db.read();
    let found = searchable::Entity::find()
        .select_only()
        .column(searchable::Column::Rowid)
        .filter(matching(db.get_database_backend(), search))
        .filter(within(search.year));
    let total = count(db, found.clone()).await?;
    let page = search.page.max(1);
    let places: Vec<i64> = latest_first(found, total)
        .limit(u64::from(Paged::<Publication>::SIZE))
        .offset(u64::from(page - 1) * u64::from(Paged::<Publication>::SIZE))
        .into_tuple()
        .all(db)
        .await
        .map_err(unavailable)?;
    Ok(Found {
        more: total > Found::MOST,
        publications: Paged {
            items: at(db, &places).await?,
            page,
            total: total.min(Found::MOST),
        },
    })
}

/// From the latest on. Where much is found, the index of places is read from its end until the page is full. Where
/// little is, PostgreSQL would read all of that index in vain, so it is told to sort what it found by its words.
fn latest_first(found: Select<searchable::Entity>, total: u64) -> Select<searchable::Entity> {
    if total > Found::MOST {
        found.order_by_desc(searchable::Column::Rowid)
    } else {
        found.order_by_desc(Expr::cust("rowid + 0"))
    }
}

/// How many there are, counting no further than one past [`Found::MOST`].
async fn count(db: &impl ConnectionTrait, found: Select<searchable::Entity>) -> Stored<u64> {
    let counted = Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .from_subquery(found.limit(Found::MOST + 1).into_query(), Alias::new("found"))
        .to_owned();
    let row = db.query_one(&counted).await.map_err(unavailable)?;
    let number = row
        .map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))
        .map_err(unavailable)?;
    Ok(number.unsigned_abs())
}

/// That a publication has every word that is sought.
fn matching(backend: DbBackend, search: &Search) -> Expr {
    let conditions = [
        search.state.map(in_state),
        search.year.map(in_year),
        search.kind.map(kind),
        search.sector.map(sector),
    ];
    let words = conditions
        .into_iter()
        .flatten()
        .chain(search.words.iter().map(str::to_owned));
    if backend == DbBackend::Postgres {
        let words: Vec<String> = words.map(|word| format!("'{word}'")).collect();
        Expr::cust_with_values("words @@ CAST($1 AS tsquery)", [words.join(" & ")])
    } else {
        let words: Vec<String> = words.map(|word| format!("\"{word}\"")).collect();
        Expr::cust_with_values("publication_words MATCH ?", [words.join(" AND ")])
    }
}

/// The places of a year, or all: so that a year long past is not looked for from the end.
fn within(year: Option<i32>) -> Condition {
    let places = |year: i32| {
        let first = |year: i32| place(PublicationReference { year, number: 0 });
        searchable::Column::Rowid.between(first(year), first(year + 1) - 1)
    };
    Condition::all().add_option(year.map(places))
}

/// The publications at these places of the index, the latest first.
async fn at(db: &impl ConnectionTrait, places: &[i64]) -> Stored<Vec<Publication>> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let each = places.iter().fold(Condition::any(), |any, place| {
        let here = Condition::all()
            .add(publication::Column::Year.eq(place >> 32))
            .add(publication::Column::Number.eq(place & 0xFFFF_FFFF));
        any.add(here)
    });
    let rows = publications::latest_first(publication::Entity::find().filter(each));
    let rows = rows.all(db).await.map_err(unavailable)?;
    rows.into_iter().map(Publication::try_from).collect()
}
