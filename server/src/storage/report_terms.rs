//! Under which terms a State reports in a cycle, put together from what is stored.
//!
//! Each part is read where it is kept: the plan and the frozen questionnaire with the cycle, what the State is asked
//! about from the catalogue as it stands, the closing hour from its calendar, and last year's answers from the snapshot
//! its national authority let out then. Whoever holds a transaction reads them in it.

use super::{cycles, entities::filing, programme, questionnaires, rows::Row, submissions, unavailable};
use app::portal::ports::Stored;
use domain::{
    carry::Carry,
    cycle::CycleYear,
    ids::FilingKind,
    lifecycle::StageName,
    questionnaire::{Frozen, Questionnaire},
    report::{Content, Report, ReportTerms},
    state::StateCode,
    submission::Submission,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};
use std::{ops::Deref, sync::Arc};

/// The terms of this State in this cycle; none where there is no such cycle, or it takes no part.
pub(super) async fn terms(
    db: &impl ConnectionTrait,
    year: CycleYear,
    state: StateCode,
) -> Stored<Option<Arc<ReportTerms>>> {
    let Some(cycle) = cycles::one(db, year).await?.filter(|cycle| cycle.is_for(&state)) else {
        return Ok(None);
    };
    let plan = cycle.plan();
    let questionnaire = questionnaires::frozen(db, plan.questionnaire).await?;
    let questionnaire = Row::new("cycle", year).known("questionnaire", questionnaire)?;
    let asked = programme::commitments(db)
        .await?
        .asked_of(&programme::memberships(db, state).await?);
    let last = match last_with_answers(db, year, state).await? {
        Some(report) => carried(db, &report, &questionnaire).await?,
        None => None,
    };
    Ok(Some(Arc::new(ReportTerms {
        cycle: year,
        questionnaire: Arc::new(questionnaire),
        about: asked,
        audience: plan.audience,
        last,
        closes: cycle.closes(&programme::calendar(db, state).await?),
    })))
}

/// The reports of all States that were begun and not withdrawn: one of each State in each cycle.
pub(super) fn reports() -> Select<filing::Entity> {
    filing::Entity::find()
        .filter(filing::Column::Kind.eq(FilingKind::Report.code()))
        .filter(filing::Column::Stage.ne(StageName::Withdrawn.code()))
}

/// Those of them that a national authority has let out.
pub(super) fn let_out() -> Select<filing::Entity> {
    reports().filter(filing::Column::FirstApproved.is_not_null())
}

/// What the national authority last let out of this report.
pub(super) async fn content(db: &impl ConnectionTrait, row: &filing::Model) -> Stored<Report> {
    let number = Row::new("filing", row.id).known("submission", row.submission)?;
    let submission: Submission<Report> = submissions::one(db, row.id, number).await?;
    Ok(submission.content)
}

/// The State's latest report of an earlier cycle, or the one it refers to where it says that there is nothing new.
async fn last_with_answers(db: &impl ConnectionTrait, before: CycleYear, state: StateCode) -> Stored<Option<Report>> {
    let of_state = || let_out().filter(filing::Column::State.eq(state.as_str()));
    // Years have four digits, so that as texts they stand in the order of time.
    let earlier = of_state()
        .filter(filing::Column::Terms.lt(before.to_string()))
        .order_by_desc(filing::Column::Terms);
    let Some(row) = earlier.one(db).await.map_err(unavailable)? else {
        return Ok(None);
    };
    let last = content(db, &row).await?;
    let Content::NothingNew { since } = last.content else {
        return Ok(Some(last));
    };
    // What stood then may have been withdrawn. Nothing takes its place: the State said that that very report stands.
    let referred_to = of_state().filter(filing::Column::Terms.eq(since.to_string()));
    match referred_to.one(db).await.map_err(unavailable)? {
        Some(row) => content(db, &row).await.map(Some),
        None => Ok(None),
    }
}

/// This report, brought under the questions of now through the versions in between. None where they are not of one line.
async fn carried(db: &impl ConnectionTrait, last: &Report, now: &Frozen) -> Stored<Option<Carry>> {
    let mut earlier: Vec<Frozen> = Vec::new();
    loop {
        let version = earlier.last().unwrap_or(now);
        if version.version == last.questionnaire {
            break;
        }
        // Each follows one that is older, so that this comes to an end.
        let Some(before) = version.follows.filter(|before| *before < version.version) else {
            return Ok(None);
        };
        let before_it = questionnaires::frozen(db, before).await?;
        let before_it = Row::new("questionnaire", version.version).known("content", before_it)?;
        earlier.push(before_it);
    }
    let oldest_first: Vec<&Questionnaire> = earlier.iter().rev().chain([now]).map(Deref::deref).collect();
    Ok(Carry::forward(last, &oldest_first))
}
