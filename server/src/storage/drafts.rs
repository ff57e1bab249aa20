//! Drafts: every revision that was ever saved, and pages kept beside the newest until somebody chooses.
//!
//! A revision stands under the version of the filing that first had it, and holds until the next one. So what a form
//! showed can be found again by the version it was drawn from, and a late save is merged with it field by field.

use super::{
    actors, commit,
    connect::Database,
    entities::{draft_revision, filing, page_beside},
    matters::StoredMatter,
    receipts,
    rows::{Row, person, to_json},
    unavailable,
};
use app::portal::ports::{Beside, Posting, Receipt, Stored};
use domain::{
    filing::Edited,
    ids::{FilingId, Timestamp, Version},
    lifecycle::{Action, StageName},
    matter::Matter,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
    sea_query::{Expr, IntoCondition, SelectStatement},
};
use uuid::Uuid;

/// Keep the draft that is new at this version.
pub(super) async fn append<M: Matter>(
    txn: &DatabaseTransaction,
    filing: FilingId,
    version: Version,
    draft: &M::Draft,
    posting: Posting,
) -> Stored<()> {
    let row = draft_revision::ActiveModel {
        filing: Set(filing.as_uuid()),
        version: Set(version.number()),
        content: Set(to_json(draft)?),
        written_by: Set(posting.by.as_uuid()),
        written_at: Set(posting.at.micros()),
    };
    draft_revision::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// The draft that holds at this version.
pub(super) async fn at<M: Matter>(
    db: &impl ConnectionTrait,
    filing: Uuid,
    version: Version,
) -> Stored<Option<M::Draft>> {
    let row = draft_revision::Entity::find()
        .filter(draft_revision::Column::Filing.eq(filing))
        .filter(draft_revision::Column::Version.lte(version.number()))
        .order_by_desc(draft_revision::Column::Version)
        .one(db)
        .await
        .map_err(unavailable)?;
    let read = |row: draft_revision::Model| {
        let reading = Row::new("draft_revision", format_args!("{}/{}", row.filing, row.version));
        reading.json("content", &row.content)
    };
    row.map(read).transpose()
}

/// The draft as it stood at this version; `None` where the filing has not come so far.
pub(super) async fn shown_at<M: Matter>(
    db: &impl ConnectionTrait,
    id: FilingId,
    version: Version,
) -> Stored<Option<M::Draft>> {
    let found = filing::Entity::find_by_id(id.as_uuid()).filter(filing::Column::Version.gte(version.number()));
    match found.one(db).await.map_err(unavailable)? {
        Some(row) => at::<M>(db, row.id, version).await,
        None => Ok(None),
    }
}

/// Store an edited filing, and the page that is kept beside it.
pub(super) async fn save<M: StoredMatter>(
    db: &Database,
    edited: &Edited<M>,
    beside: Option<&Beside<M>>,
    receipt: &Receipt,
    posting: Posting,
) -> Stored<()> {
    let txn = db.begin().await?;
    let version = write(&txn, edited, beside.is_some(), receipt, posting).await?;
    if let Some(page) = beside {
        keep_beside(&txn, edited.filing.id, version, page).await?;
    }
    txn.commit().await.map_err(unavailable)
}

/// Store an edited filing in which somebody chose between what was kept beside it and what stood there.
pub(super) async fn settle<M: StoredMatter>(
    db: &Database,
    edited: &Edited<M>,
    receipt: &Receipt,
    posting: Posting,
) -> Stored<()> {
    let txn = db.begin().await?;
    write(&txn, edited, true, receipt, posting).await?;
    page_beside::Entity::update_many()
        .col_expr(page_beside::Column::SettledAt, Expr::value(posting.at.micros()))
        .filter(page_beside::Column::Filing.eq(edited.filing.id.as_uuid()))
        .filter(page_beside::Column::SettledAt.is_null())
        // What came later, nobody has seen.
        .filter(page_beside::Column::Version.lte(posting.seen.number()))
        .exec(&txn)
        .await
        .map_err(unavailable)?;
    txn.commit().await.map_err(unavailable)
}

/// Write the filing over the version it was edited from. Returns its version now, which is a new one where the draft
/// changed or something else `counts`: a page that was saved as it was makes nobody's form old.
async fn write<M: StoredMatter>(
    txn: &DatabaseTransaction,
    edited: &Edited<M>,
    counts: bool,
    receipt: &Receipt,
    posting: Posting,
) -> Stored<Version> {
    let (filing, before) = (&edited.filing, edited.filing.version);
    receipts::keep(txn, receipt, posting).await?;
    actors::still_may(txn, posting, Action::Edit, filing.id, before).await?;
    if !edited.changed && !counts {
        return Ok(before);
    }
    let row = if edited.changed {
        commit::draft_columns(filing)?
    } else {
        filing::ActiveModel::default()
    };
    commit::write_over(txn, filing.id, before, row, posting.at).await?;
    if edited.changed {
        append::<M>(txn, filing.id, before.next(), &filing.draft, posting).await?;
    }
    Ok(before.next())
}

async fn keep_beside<M: StoredMatter>(
    txn: &DatabaseTransaction,
    filing: FilingId,
    version: Version,
    page: &Beside<M>,
) -> Stored<()> {
    let row = page_beside::ActiveModel {
        filing: Set(filing.as_uuid()),
        version: Set(version.number()),
        written_by: Set(page.by.as_uuid()),
        written_at: Set(page.at.micros()),
        page: Set(M::page_code(&page.page)),
        answers: Set(to_json(&page.answers)?),
        settled_at: Set(None),
    };
    page_beside::Entity::insert(row)
        .exec_without_returning(txn)
        .await
        .map_err(unavailable)?;
    Ok(())
}

/// Pages kept beside the draft, oldest first.
pub(super) async fn beside<M: StoredMatter>(db: &impl ConnectionTrait, filing: FilingId) -> Stored<Vec<Beside<M>>> {
    let waiting = page_beside::Entity::find()
        .filter(page_beside::Column::Filing.eq(filing.as_uuid()))
        .filter(page_beside::Column::SettledAt.is_null())
        .order_by_asc(page_beside::Column::Version);
    waiting
        .all(db)
        .await
        .map_err(unavailable)?
        .into_iter()
        .map(read_beside)
        .collect()
}

/// Forget pages that wait for nobody any more: those that somebody chose from, once the filing is no draft; and all of a
/// filing that no State writes in again. One that may come back for correction keeps what was not chosen from.
pub(super) async fn forget_beside(txn: &DatabaseTransaction) -> Stored<()> {
    let sent = filings(filing::Column::Stage.ne(StageName::Draft.code()));
    let over = filings(filing::Column::Stage.is_in([StageName::Published, StageName::Withdrawn].map(StageName::code)));
    let settled = Condition::all()
        .add(page_beside::Column::SettledAt.is_not_null())
        .add(page_beside::Column::Filing.in_subquery(sent));
    let abandoned = page_beside::Column::Filing.in_subquery(over);
    let gone = page_beside::Entity::delete_many().filter(Condition::any().add(settled).add(abandoned));
    gone.exec(txn).await.map_err(unavailable)?;
    Ok(())
}

/// The ids of these filings, as part of a query.
fn filings(which: impl IntoCondition) -> SelectStatement {
    let found = filing::Entity::find().filter(which);
    found.select_only().column(filing::Column::Id).into_query()
}

fn read_beside<M: StoredMatter>(row: page_beside::Model) -> Stored<Beside<M>> {
    let reading = Row::new("page_beside", format_args!("{}/{}", row.filing, row.version));
    Ok(Beside {
        by: person(row.written_by),
        at: Timestamp::from_micros(row.written_at),
        page: reading.known("page", M::page_of(&row.page))?,
        answers: reading.json("answers", &row.answers)?,
    })
}
