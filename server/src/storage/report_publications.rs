//! Progress reports that everyone may read: the bytes that were approved.
//!
//! The address of a public report is its cycle and its State, so it needs no number. Of a State that withdrew its report
//! and filed another in the same cycle, the later one is meant.

use super::{
    cycles::year,
    entities::report_publication,
    published_answers,
    rows::{Row, from_number, to_json},
    submissions, unavailable,
};
use app::portal::ports::{PublishedReport, ReportAddress, ReportStanding, StoreError, Stored};
use domain::{
    cycle::CycleYear,
    filing::Filing,
    ids::{FilingId, Timestamp},
    marking::Audience,
    report::{Report, ReportDisclosure},
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, sea_query::Expr,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Publish what was approved.
pub(super) async fn publish(
    txn: &DatabaseTransaction,
    filing: &Filing<Report>,
    disclosure: &ReportDisclosure,
    at: Timestamp,
) -> Stored<()> {
    let id = filing.id.as_uuid();
    let submission = filing.submission.as_ref();
    let number = submission.map_or(0, |submission| from_number(submission.number));
    let approved = submissions::approved(txn, id, number).await?;
    if approved.hash != disclosure.hash() || disclosure.audience != Audience::Public {
        return Err(Row::new("filing", id).unreadable("submission"));
    }
    let row = report_publication::ActiveModel {
        filing: Set(id),
        cycle: Set(disclosure.cycle.into()),
        state: Set(disclosure.state.to_string()),
        published: Set(at.micros()),
        questionnaire: Set(disclosure.questionnaire.to_string()),
        about: Set(Some(to_json(&disclosure.about)?)),
        disclosure: Set(Some(approved.text)),
        disclosure_hash: Set(Some(approved.hash.to_string())),
        withdrawn: Set(None),
    };
    let publishing = report_publication::Entity::insert(row);
    publishing.exec_without_returning(txn).await.map_err(unavailable)?;
    published_answers::put(txn, id, disclosure).await
}

/// Erase what was public of this report.
pub(super) async fn withdraw(txn: &DatabaseTransaction, filing: FilingId, at: Timestamp) -> Stored<()> {
    use report_publication::Column;
    let erased = report_publication::Entity::update_many()
        .col_expr(Column::About, Expr::value(None::<String>))
        .col_expr(Column::Disclosure, Expr::value(None::<String>))
        .col_expr(Column::DisclosureHash, Expr::value(None::<String>))
        .col_expr(Column::Withdrawn, Expr::value(at.micros()))
        .filter(Column::Filing.eq(filing.as_uuid()))
        .filter(Column::Withdrawn.is_null());
    if erased.exec(txn).await.map_err(unavailable)?.rows_affected != 1 {
        return Err(Row::new("filing", filing).unreadable("stage"));
    }
    published_answers::forget(txn, filing.as_uuid()).await
}

/// Which States have a report that stands, by cycle.
pub(super) async fn reported(db: &impl ConnectionTrait) -> Stored<BTreeMap<CycleYear, BTreeSet<StateCode>>> {
    use report_publication::Column;
    let standing = report_publication::Entity::find().filter(Column::Withdrawn.is_null());
    let standing = standing
        .select_only()
        .columns([Column::Filing, Column::Cycle])
        .column(Column::State);
    let standing: Vec<(Uuid, i32, String)> = standing.into_tuple().all(db).await.map_err(unavailable)?;
    let mut reported: BTreeMap<CycleYear, BTreeSet<StateCode>> = BTreeMap::new();
    for (filing, cycle, state) in standing {
        let reading = Row::new("report_publication", filing);
        let state = reading.known("state", state.parse().ok())?;
        reported
            .entry(year(&reading, "cycle", cycle)?)
            .or_default()
            .insert(state);
    }
    Ok(reported)
}

/// That a report has one of these addresses.
pub(super) fn at_any(addresses: &BTreeSet<ReportAddress>) -> Condition {
    use report_publication::Column;
    let mut by_cycle: BTreeMap<CycleYear, Vec<&str>> = BTreeMap::new();
    for (cycle, state) in addresses {
        by_cycle.entry(*cycle).or_default().push(state.as_str());
    }
    let of_cycle = |(cycle, states): (CycleYear, Vec<&str>)| {
        Condition::all()
            .add(Column::Cycle.eq(i32::from(cycle)))
            .add(Column::State.is_in(states))
    };
    if by_cycle.is_empty() {
        // No condition at all would hold of everything.
        return Condition::all().add(Column::Cycle.is_null());
    }
    by_cycle
        .into_iter()
        .map(of_cycle)
        .fold(Condition::any(), Condition::add)
}

impl TryFrom<report_publication::Model> for PublishedReport {
    type Error = StoreError;

    fn try_from(row: report_publication::Model) -> Stored<Self> {
        let reading = Row::new("report_publication", row.filing);
        let (state, cycle) = (
            reading.known("state", row.state.parse().ok())?,
            year(&reading, "cycle", row.cycle)?,
        );
        let standing = match (&row.disclosure, &row.disclosure_hash, row.withdrawn) {
            (Some(text), Some(hash), None) => {
                reading.hash("disclosure_hash", hash, text)?;
                let disclosure: ReportDisclosure = reading.json("disclosure", text)?;
                let is_meant =
                    (disclosure.state, disclosure.cycle, disclosure.audience) == (state, cycle, Audience::Public);
                ReportStanding::Public(Box::new(reading.known("disclosure", is_meant.then_some(disclosure))?))
            }
            (None, None, Some(at)) => ReportStanding::Withdrawn {
                at: Timestamp::from_micros(at),
            },
            _ => return Err(reading.unreadable("withdrawn")),
        };
        Ok(Self {
            state,
            cycle,
            published: Timestamp::from_micros(row.published),
            standing,
        })
    }
}
