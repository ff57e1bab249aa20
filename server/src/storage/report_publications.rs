//! Progress reports that everyone may read: the bytes that were approved, and their answers one by one.
//!
//! The address of a public report is its cycle and its State, so it needs no number. Of a State that withdrew its report
//! and filed another in the same cycle, the later one is meant.

use super::{
    cycles::year,
    entities::{published_answer, report_publication},
    rows::{Row, from_number, to_json},
    submissions, unavailable,
};
use app::portal::ports::{PublishedAnswer, PublishedReport, ReportStanding, StoreError, Stored};
use domain::{
    filing::Filing,
    ids::{FilingId, Timestamp},
    marking::Audience,
    questionnaire::{AskedAbout, QuestionId},
    report::{DisclosedContent, Report, ReportDisclosure},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, sea_query::Expr,
};
use std::{collections::HashMap, sync::Arc};
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
    put_answers(txn, id, disclosure).await
}

/// Keep each answer in which there is something to read.
async fn put_answers(txn: &DatabaseTransaction, filing: Uuid, disclosure: &ReportDisclosure) -> Stored<()> {
    let DisclosedContent::Form { answers, .. } = &disclosure.content else {
        return Ok(());
    };
    let mut rows = Vec::new();
    for (question, answer) in answers.iter().filter(|(_, answer)| answer.said.is_something()) {
        rows.push(published_answer::ActiveModel {
            filing: Set(filing),
            question: Set(question.to_string()),
            cycle: Set(disclosure.cycle.into()),
            state: Set(disclosure.state.to_string()),
            questionnaire: Set(disclosure.questionnaire.to_string()),
            answer: Set(to_json(answer)?),
        });
    }
    if !rows.is_empty() {
        let keeping = published_answer::Entity::insert_many(rows);
        keeping.exec_without_returning(txn).await.map_err(unavailable)?;
    }
    Ok(())
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
    let answers = published_answer::Entity::delete_many();
    let answers = answers.filter(published_answer::Column::Filing.eq(filing.as_uuid()));
    answers.exec(txn).await.map_err(unavailable)?;
    Ok(())
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

/// What can be read in answer to these questions: the latest cycle first, then by State.
pub(super) async fn answers_to(db: &impl ConnectionTrait, questions: &[QuestionId]) -> Stored<Vec<PublishedAnswer>> {
    use published_answer::Column;
    let found =
        published_answer::Entity::find().filter(Column::Question.is_in(questions.iter().map(QuestionId::as_str)));
    let rows = found
        .clone()
        .order_by_desc(Column::Cycle)
        .order_by_asc(Column::State)
        .order_by_asc(Column::Question)
        .all(db)
        .await
        .map_err(unavailable)?;
    let filings = found.select_only().column(Column::Filing).into_query();
    let abouts = report_publication::Entity::find()
        .filter(report_publication::Column::Filing.in_subquery(filings))
        .select_only()
        .column(report_publication::Column::Filing)
        .column(report_publication::Column::About);
    let abouts: Vec<(Uuid, Option<String>)> = abouts.into_tuple().all(db).await.map_err(unavailable)?;
    let abouts = abouts.into_iter().map(read_about).collect::<Stored<HashMap<_, _>>>()?;
    rows.into_iter().map(|row| read_answer(&row, &abouts)).collect()
}

fn read_about((filing, about): (Uuid, Option<String>)) -> Stored<(Uuid, Arc<AskedAbout>)> {
    let reading = Row::new("report_publication", filing);
    let about = reading.known("about", about)?;
    Ok((filing, Arc::new(reading.json("about", &about)?)))
}

fn read_answer(row: &published_answer::Model, abouts: &HashMap<Uuid, Arc<AskedAbout>>) -> Stored<PublishedAnswer> {
    let reading = Row::new("published_answer", format_args!("{}/{}", row.filing, row.question));
    Ok(PublishedAnswer {
        state: reading.known("state", row.state.parse().ok())?,
        cycle: year(&reading, "cycle", row.cycle)?,
        questionnaire: reading.known("questionnaire", row.questionnaire.parse().ok())?,
        about: reading.known("filing", abouts.get(&row.filing).cloned())?,
        question: reading.known("question", row.question.parse().ok())?,
        answer: reading.json("answer", &row.answer)?,
    })
}
