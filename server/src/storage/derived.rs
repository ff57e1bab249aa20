//! What follows from publications, made anew where an older release made it in another way.
//!
//! The index of words and the counts change with every publication, and the answers of progress reports with every one
//! that is published. When the code that makes them changes, those of older publications would stay as they were: so the
//! version of the code is kept beside them, and bringing a database to the tables of this release makes them all again
//! where it differs. A database that had none of them gets them that way, too. Doing it twice changes nothing.

use super::{
    entities::{
        derived, publication, publication_count, published_answer, report_publication, searchable, state, topic_count,
    },
    publications, published_answers, search, unavailable,
};
use app::portal::ports::{PublishedReport, ReportStanding, Stored};
use domain::publication::{Publication, Standing};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, sea_query::OnConflict};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What is derived, by its name in the table, and how it is made: counted up whenever the same publications would have
/// other words or other counts, or the same reports other answers.
type Made = (&'static str, i32);

/// Index and counts of publications.
const PUBLICATIONS: Made = ("publications", 1);

/// The answers of progress reports, one by one.
const ANSWERS: Made = ("answers", 1);

/// How many publications are in memory at once.
const AT_ONCE: u64 = 200;

async fn is_of_this_release(db: &impl ConnectionTrait, (name, version): Made) -> Stored<bool> {
    let row = derived::Entity::find_by_id(name).one(db).await.map_err(unavailable)?;
    Ok(row.is_some_and(|row| row.version == version))
}

/// Make anew what is not of this release.
pub(super) async fn renew(txn: &DatabaseTransaction) -> Stored<()> {
    if !is_of_this_release(txn, PUBLICATIONS).await? {
        publications_anew(txn).await?;
        sign(txn, PUBLICATIONS).await?;
    }
    if !is_of_this_release(txn, ANSWERS).await? {
        answers_anew(txn).await?;
        sign(txn, ANSWERS).await?;
    }
    Ok(())
}

/// The answers of every report that stands.
async fn answers_anew(txn: &DatabaseTransaction) -> Stored<()> {
    let old = published_answer::Entity::delete_many();
    old.exec(txn).await.map_err(unavailable)?;
    let mut after = Uuid::nil();
    loop {
        let mut next = report_publication::Entity::find().cursor_by(report_publication::Column::Filing);
        let rows = next.after(after).first(AT_ONCE).all(txn).await.map_err(unavailable)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.filing;
        for row in rows {
            let filing = row.filing;
            // One that cannot be read has no answers. It is in the log, and the portal goes on.
            if let Ok(ReportStanding::Public(report)) = PublishedReport::try_from(row).map(|report| report.standing) {
                published_answers::put(txn, filing, &report).await?;
            }
        }
    }
}

/// Index and counts of every publication.
async fn publications_anew(txn: &DatabaseTransaction) -> Stored<()> {
    searchable::Entity::delete_many().exec(txn).await.map_err(unavailable)?;
    publication_count::Entity::delete_many()
        .exec(txn)
        .await
        .map_err(unavailable)?;
    topic_count::Entity::delete_many()
        .exec(txn)
        .await
        .map_err(unavailable)?;
    let names = state::Entity::find().all(txn).await.map_err(unavailable)?;
    let names: BTreeMap<_, _> = names.into_iter().map(|state| (state.code, state.name)).collect();
    let (mut counts, mut after) = (Counts::default(), (0, 0));
    loop {
        let mut next = publication::Entity::find().cursor_by((publication::Column::Year, publication::Column::Number));
        let rows = next.after(after).first(AT_ONCE).all(txn).await.map_err(unavailable)?;
        let Some(last) = rows.last() else { break };
        after = (last.year, last.number);
        for row in rows {
            let name = names.get(&row.state).cloned().unwrap_or_default();
            take(txn, &mut counts, row, &name).await?;
        }
    }
    counts.write(txn).await
}

/// Put one publication into the index, and count it.
async fn take(txn: &DatabaseTransaction, counts: &mut Counts, row: publication::Model, state: &str) -> Stored<()> {
    let (listed, standing) = counts.years.entry((row.state.clone(), row.year)).or_default();
    *listed += 1;
    *standing += i32::from(row.withdrawn.is_none());
    let reference = publications::reference(&row)?;
    // One that cannot be read is not found. It is in the log, and the portal goes on.
    if let Ok(Standing::Public(disclosure)) = Publication::try_from(row).map(|publication| publication.standing) {
        for topic in search::topics(&disclosure) {
            *counts.topics.entry(topic).or_default() += 1;
        }
        search::put(txn, reference, &disclosure, state).await?;
    }
    Ok(())
}

async fn sign(txn: &DatabaseTransaction, (name, version): Made) -> Stored<()> {
    let row = derived::ActiveModel {
        name: Set(name.to_owned()),
        version: Set(version),
    };
    let over = OnConflict::column(derived::Column::Name)
        .update_column(derived::Column::Version)
        .to_owned();
    let signed = derived::Entity::insert(row).on_conflict(over);
    signed.exec_without_returning(txn).await.map_err(unavailable)?;
    Ok(())
}

#[derive(Default)]
struct Counts {
    /// By State and year: how many are listed, and how many stand.
    years: BTreeMap<(String, i32), (i32, i32)>,
    topics: BTreeMap<String, i32>,
}

impl Counts {
    async fn write(self, txn: &DatabaseTransaction) -> Stored<()> {
        for ((state, year), (listed, standing)) in self.years {
            let row = publication_count::ActiveModel {
                state: Set(state),
                year: Set(year),
                listed: Set(listed),
                standing: Set(standing),
            };
            let written = publication_count::Entity::insert(row);
            written.exec_without_returning(txn).await.map_err(unavailable)?;
        }
        for (topic, standing) in self.topics {
            let row = topic_count::ActiveModel {
                topic: Set(topic),
                standing: Set(standing),
            };
            let written = topic_count::Entity::insert(row);
            written.exec_without_returning(txn).await.map_err(unavailable)?;
        }
        Ok(())
    }
}
