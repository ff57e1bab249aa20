//! Publications: what everyone may read.
//!
//! A publication holds the bytes that were approved, taken over from the submission and not made anew: a release that
//! would write the same disclosure in other bytes cannot publish what nobody saw. When the State withdraws it, they are
//! erased here; its own snapshot stays with the filing.

use super::{
    Sql, counts,
    entities::publication,
    numbers,
    rows::{Row, from_number},
    search, submissions, unavailable,
};
use app::portal::ports::{
    Editions, Found, Paged, Participation, PublicationFilter, Publications, Search, StoreError, Stored, YearCount,
};
use async_trait::async_trait;
use domain::{
    filing::Filing,
    ids::{FilingId, PublicationReference, Timestamp},
    publication::{Disclosure, Publication, PublicationChange, Standing},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Select, sea_query::Expr,
};

/// Do to the public record what was decided.
pub(super) async fn change(
    txn: &DatabaseTransaction,
    filing: &Filing,
    change: &PublicationChange,
    at: Timestamp,
) -> Stored<()> {
    match change {
        PublicationChange::Publish(disclosure) => publish(txn, filing, disclosure, at).await,
        PublicationChange::Withdraw => withdraw(txn, filing.id, at).await,
    }
}

async fn publish(txn: &DatabaseTransaction, filing: &Filing, disclosure: &Disclosure, at: Timestamp) -> Stored<()> {
    let id = filing.id.as_uuid();
    let number = filing
        .submission
        .as_ref()
        .map_or(0, |submission| from_number(submission.number));
    let approved = submissions::approved(txn, id, number).await?;
    if approved.hash != disclosure.hash() {
        return Err(Row::new("filing", id).unreadable("submission"));
    }
    let reference = numbers::publication(txn, at).await?;
    let row = publication::ActiveModel {
        year: Set(reference.year),
        number: Set(from_number(reference.number)),
        filing: Set(id),
        state: Set(filing.reference.state.to_string()),
        published: Set(at.micros()),
        disclosure: Set(Some(approved.text)),
        disclosure_hash: Set(Some(approved.hash.to_string())),
        withdrawn: Set(None),
    };
    publication::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    counts::published(txn, (disclosure.state, reference.year), search::topics(disclosure)).await?;
    search::add(txn, reference, disclosure).await
}

async fn withdraw(txn: &DatabaseTransaction, filing: FilingId, at: Timestamp) -> Stored<()> {
    let stood = standing(txn, filing).await?;
    let erased = publication::Entity::update_many()
        .col_expr(publication::Column::Disclosure, Expr::value(None::<String>))
        .col_expr(publication::Column::DisclosureHash, Expr::value(None::<String>))
        .col_expr(publication::Column::Withdrawn, Expr::value(at.micros()))
        .filter(publication::Column::Filing.eq(filing.as_uuid()))
        .filter(publication::Column::Withdrawn.is_null())
        .exec(txn)
        .await
        .map_err(unavailable)?;
    match (erased.rows_affected, stood) {
        (
            1,
            Publication {
                reference,
                state,
                standing: Standing::Public(disclosure),
                ..
            },
        ) => {
            counts::withdrawn(txn, (state, reference.year), search::topics(&disclosure)).await?;
            search::remove(txn, reference).await
        }
        _ => Err(Row::new("filing", filing).unreadable("stage")),
    }
}

/// What this filing has standing in public.
async fn standing(txn: &DatabaseTransaction, filing: FilingId) -> Stored<Publication> {
    let found = publication::Entity::find().filter(publication::Column::Filing.eq(filing.as_uuid()));
    let row = found.one(txn).await.map_err(unavailable)?;
    Row::new("filing", filing).known("stage", row)?.try_into()
}

/// The public reference of a filing that was published.
pub(super) async fn reference_of(db: &impl ConnectionTrait, filing: FilingId) -> Stored<Option<PublicationReference>> {
    let found = publication::Entity::find().filter(publication::Column::Filing.eq(filing.as_uuid()));
    let row = found.one(db).await.map_err(unavailable)?;
    row.map(|row| reference(&row)).transpose()
}

fn naming(row: &publication::Model) -> Row {
    Row::new("publication", format_args!("{}/{}", row.year, row.number))
}

pub(super) fn reference(row: &publication::Model) -> Stored<PublicationReference> {
    Ok(PublicationReference {
        year: row.year,
        number: naming(row).number("number", row.number)?,
    })
}

impl TryFrom<publication::Model> for Publication {
    type Error = StoreError;

    fn try_from(row: publication::Model) -> Stored<Self> {
        let reading = naming(&row);
        let standing = match (&row.disclosure, &row.disclosure_hash, row.withdrawn) {
            (Some(text), Some(hash), None) => {
                reading.hash("disclosure_hash", hash, text)?;
                Standing::Public(Box::new(reading.json("disclosure", text)?))
            }
            (None, None, Some(at)) => Standing::Withdrawn {
                at: Timestamp::from_micros(at),
            },
            _ => return Err(reading.unreadable("withdrawn")),
        };
        Ok(Self {
            reference: reference(&row)?,
            state: reading.known("state", row.state.parse().ok())?,
            published: Timestamp::from_micros(row.published),
            standing,
        })
    }
}

/// In the order of publication, from the latest on.
pub(super) fn latest_first(publications: Select<publication::Entity>) -> Select<publication::Entity> {
    publications
        .order_by_desc(publication::Column::Year)
        .order_by_desc(publication::Column::Number)
}

#[async_trait]
impl Publications for Sql {
    async fn publications(&self, filter: &PublicationFilter) -> Stored<Paged<Publication>> {
        let mut wanted = publication::Entity::find();
        if let Some(state) = filter.state {
            wanted = wanted.filter(publication::Column::State.eq(state.as_str()));
        }
        if let Some(year) = filter.year {
            wanted = wanted.filter(publication::Column::Year.eq(year));
        }
        let (page, size) = (filter.page.max(1), u64::from(Paged::<Publication>::SIZE));
        let rows = latest_first(wanted)
            .limit(size)
            .offset(u64::from(page - 1) * size)
            .all(self.db.read())
            .await
            .map_err(unavailable)?;
        Ok(Paged {
            items: rows.into_iter().map(Publication::try_from).collect::<Stored<_>>()?,
            page,
            total: counts::listed(self.db.read(), filter).await?,
        })
    }

    async fn search(&self, search: &Search) -> Stored<Found> {
        search::find(self, search).await
    }

    async fn publications_after(&self, after: Option<PublicationReference>, most: u64) -> Stored<Vec<Publication>> {
        use publication::Column::{Number, Year};
        let wanted = publication::Entity::find().order_by_asc(Year).order_by_asc(Number);
        let wanted = after.into_iter().fold(wanted, |wanted, after| {
            let same_year = Condition::all().add(Year.eq(after.year));
            let later = same_year.add(Number.gt(from_number(after.number)));
            wanted.filter(Condition::any().add(Year.gt(after.year)).add(later))
        });
        let rows = wanted.limit(most).all(self.db.read()).await.map_err(unavailable)?;
        rows.into_iter().map(Publication::try_from).collect()
    }

    async fn publication(&self, reference: PublicationReference) -> Stored<Option<Publication>> {
        let key = (reference.year, from_number(reference.number));
        let row = publication::Entity::find_by_id(key)
            .one(self.db.read())
            .await
            .map_err(unavailable)?;
        row.map(Publication::try_from).transpose()
    }

    async fn participation(&self) -> Stored<Participation> {
        let read = async || counts::participation(self.db.read()).await;
        self.participation.get(self.public_edition(), read).await
    }

    async fn years_of(&self, state: StateCode) -> Stored<Vec<YearCount>> {
        counts::years(self.db.read(), Some(state)).await
    }
}
