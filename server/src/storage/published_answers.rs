//! The answers of public reports one by one: to find what is said on a commitment without opening every report there is.
//!
//! They are in the disclosures too, and follow from them: made with a publication, gone with a withdrawal, made anew by
//! [`derived`](super::derived).

use super::{
    cycles::year,
    entities::{published_answer, report_publication},
    report_publications::at_any,
    rows::{Row, to_json},
    unavailable,
};
use app::portal::ports::{PublishedAnswer, ReportAddress, Serving, Stored};
use domain::{
    commitment::CommitmentId,
    questionnaire::{AskedAbout, QuestionId},
    report::{DisclosedContent, ReportDisclosure},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use uuid::Uuid;

/// Keep each answer in which there is something to read.
pub(super) async fn put(txn: &DatabaseTransaction, filing: Uuid, disclosure: &ReportDisclosure) -> Stored<()> {
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

/// Forget those of this report.
pub(super) async fn forget(txn: &DatabaseTransaction, filing: Uuid) -> Stored<()> {
    let answers = published_answer::Entity::delete_many();
    let answers = answers.filter(published_answer::Column::Filing.eq(filing));
    answers.exec(txn).await.map_err(unavailable)?;
    Ok(())
}

/// What can be read in answer to these questions: the latest cycle first, then by State.
pub(super) async fn to(db: &impl ConnectionTrait, questions: &[QuestionId]) -> Stored<Vec<PublishedAnswer>> {
    read(db, among(questions)).await
}

/// The same, in these reports.
pub(super) async fn at(
    db: &impl ConnectionTrait,
    addresses: &BTreeSet<ReportAddress>,
    questions: &BTreeSet<QuestionId>,
) -> Stored<Vec<PublishedAnswer>> {
    let reports = standing().filter(at_any(addresses)).select_only();
    let reports = reports.column(report_publication::Column::Filing).into_query();
    read(
        db,
        among(questions).filter(published_answer::Column::Filing.in_subquery(reports)),
    )
    .await
}

/// The reports that speak of this commitment.
pub(super) async fn speaking_of(
    db: &impl ConnectionTrait,
    id: CommitmentId,
    serving: &Serving,
) -> Stored<Vec<ReportAddress>> {
    use report_publication::Column;
    let in_version = |(version, questions): (&_, &BTreeSet<QuestionId>)| {
        let version = Column::Questionnaire.eq(ToString::to_string(version));
        Condition::all().add(version).add(Expr::exists(answering(questions)))
    };
    let speaking = serving.iter().map(in_version).fold(Condition::any(), Condition::add);
    let found = standing()
        // The ids are the keys of this object, and its values are single words: nothing else reads like this in it.
        .filter(Column::About.contains(format!("\"{id}\":")))
        .filter(speaking)
        .select_only()
        .columns([Column::Filing, Column::Cycle]);
    let found: Vec<(Uuid, i32, String)> = found
        .column(Column::State)
        .into_tuple()
        .all(db)
        .await
        .map_err(unavailable)?;
    let address = |(filing, cycle, state): (Uuid, i32, String)| {
        let reading = Row::new("report_publication", filing);
        Ok((
            year(&reading, "cycle", cycle)?,
            reading.known("state", state.parse().ok())?,
        ))
    };
    // An empty list of conditions holds of everything, and nothing is said in answer to no question.
    let found = found.into_iter().filter(|_| !serving.is_empty());
    found.map(address).collect()
}

/// Any answer of the report in hand to one of these.
fn answering(questions: &BTreeSet<QuestionId>) -> SelectStatement {
    let its = Expr::col((published_answer::Entity, published_answer::Column::Filing))
        .equals((report_publication::Entity, report_publication::Column::Filing));
    let answers = among(questions).filter(its).select_only();
    answers.column(published_answer::Column::Question).into_query()
}

fn standing() -> Select<report_publication::Entity> {
    report_publication::Entity::find().filter(report_publication::Column::Withdrawn.is_null())
}

fn among<'a>(questions: impl IntoIterator<Item = &'a QuestionId>) -> Select<published_answer::Entity> {
    let ids = questions.into_iter().map(QuestionId::as_str);
    published_answer::Entity::find().filter(published_answer::Column::Question.is_in(ids))
}

async fn read(db: &impl ConnectionTrait, found: Select<published_answer::Entity>) -> Stored<Vec<PublishedAnswer>> {
    use published_answer::Column;
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
