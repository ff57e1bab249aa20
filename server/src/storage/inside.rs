//! What the people of a State keep among themselves about a report. Nothing else reads these two tables.

use super::{
    Sql, actors,
    entities::{inside_comment, report_section},
    new_id, receipts,
    rows::{Row, person, storable, to_json},
    unavailable,
};
use app::portal::ports::{Inside, NamedComment, Posting, Receipt, StoreError, Stored};
use async_trait::async_trait;
use domain::{
    ids::{CommentId, FilingId, Timestamp},
    note::Note,
    questionnaire::SectionId,
    report::{
        inside::{About, Comment},
        sections::{Assignment, Assignments, Done},
    },
    state::StateCode,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

impl TryFrom<report_section::Model> for Assignment {
    type Error = StoreError;

    fn try_from(row: report_section::Model) -> Stored<Self> {
        let reading = Row::new("report_section", format_args!("{}/{}", row.filing, row.section));
        let done = row.done_by.zip(row.done_at).map(|(by, at)| Done {
            by: person(by),
            at: Timestamp::from_micros(at),
        });
        Ok(Self {
            drafters: reading.json("drafters", &row.drafters)?,
            done,
        })
    }
}

fn comment(row: inside_comment::Model, state: StateCode) -> Stored<Comment> {
    let reading = Row::new("inside_comment", row.id);
    let about = match (row.section, row.question) {
        (Some(section), _) => About::Section(reading.known("section", section.parse().ok())?),
        (None, Some(question)) => About::Question(reading.known("question", question.parse().ok())?),
        (None, None) => About::Report,
    };
    Ok(Comment {
        id: CommentId::new(row.id),
        filing: FilingId::new(row.filing),
        state,
        about,
        by: person(row.written_by),
        at: Timestamp::from_micros(row.written_at),
        text: reading.known("content", row.content.parse().ok())?,
    })
}

fn key(filing: FilingId, section: &SectionId) -> (Uuid, String) {
    (filing.as_uuid(), section.to_string())
}

#[async_trait]
impl Inside for Sql {
    async fn assignments(&self, filing: FilingId, state: &StateCode) -> Stored<Assignments> {
        let rows = report_section::Entity::find().filter(report_section::Column::Filing.eq(filing.as_uuid()));
        let rows = rows.all(self.db.read()).await.map_err(unavailable)?;
        let read = |row: report_section::Model| {
            let section = Row::new("report_section", &row.section).known("section", row.section.parse().ok())?;
            Ok((section, Assignment::try_from(row)?))
        };
        let sections = rows.into_iter().map(read).collect::<Stored<_>>()?;
        Ok(Assignments::stored(*state, sections))
    }

    async fn put_assignment(
        &self,
        filing: FilingId,
        section: &SectionId,
        assignment: &Assignment,
        receipt: &Receipt,
        posting: Posting,
    ) -> Stored<()> {
        let txn = self.db.begin().await?;
        receipts::keep(&txn, receipt, posting).await?;
        let row = report_section::ActiveModel {
            filing: Set(filing.as_uuid()),
            section: Set(section.to_string()),
            drafters: Set(to_json(&assignment.drafters)?),
            done_by: Set(assignment.done.map(|done| done.by.as_uuid())),
            done_at: Set(assignment.done.map(|done| done.at.micros())),
        };
        let mut over = OnConflict::columns([report_section::Column::Filing, report_section::Column::Section]);
        over.update_columns([
            report_section::Column::Drafters,
            report_section::Column::DoneBy,
            report_section::Column::DoneAt,
        ]);
        let put = report_section::Entity::insert(row).on_conflict(over);
        put.exec_without_returning(&txn).await.map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)
    }

    async fn not_done(&self, filing: FilingId, section: &SectionId) -> Stored<()> {
        let (filing, section) = key(filing, section);
        let txn = self.db.begin().await?;
        let change = report_section::Entity::update_many()
            .col_expr(report_section::Column::DoneBy, Expr::value(Option::<Uuid>::None))
            .col_expr(report_section::Column::DoneAt, Expr::value(Option::<i64>::None))
            .filter(report_section::Column::Filing.eq(filing))
            .filter(report_section::Column::Section.eq(section));
        change.exec(&txn).await.map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)
    }

    async fn comments(&self, filing: FilingId, state: &StateCode) -> Stored<Vec<NamedComment>> {
        let found = inside_comment::Entity::find().filter(inside_comment::Column::Filing.eq(filing.as_uuid()));
        let found = found
            .order_by_asc(inside_comment::Column::WrittenAt)
            .order_by_asc(inside_comment::Column::Id);
        let db = self.db.read();
        let rows = found.all(db).await.map_err(unavailable)?;
        let names = actors::names(db, rows.iter().map(|row| row.written_by)).await?;
        let with_name = |row: inside_comment::Model| {
            let name = names.get(&row.written_by).cloned();
            let name = Row::new("inside_comment", row.id).known("written_by", name)?;
            let comment = comment(row, *state)?;
            Ok(NamedComment { comment, name })
        };
        rows.into_iter().map(with_name).collect()
    }

    async fn add_comment(
        &self,
        filing: FilingId,
        about: &About,
        text: &Note,
        receipt: &Receipt,
        posting: Posting,
    ) -> Stored<()> {
        let (section, question) = match about {
            About::Report => (None, None),
            About::Section(section) => (Some(section.to_string()), None),
            About::Question(question) => (None, Some(question.to_string())),
        };
        let row = inside_comment::ActiveModel {
            id: Set(new_id(posting.at)),
            filing: Set(filing.as_uuid()),
            section: Set(section),
            question: Set(question),
            written_by: Set(posting.by.as_uuid()),
            written_at: Set(posting.at.micros()),
            content: Set(storable(text.as_str())),
        };
        let txn = self.db.begin().await?;
        receipts::keep(&txn, receipt, posting).await?;
        let written = inside_comment::Entity::insert(row);
        written.exec_without_returning(&txn).await.map_err(unavailable)?;
        txn.commit().await.map_err(unavailable)
    }
}
