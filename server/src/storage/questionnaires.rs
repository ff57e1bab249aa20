//! Versions of the questionnaire: written over while they are prepared, and never again once opened.
//!
//! Of an opened version the hash is kept beside its content. Reports quote it, so one that was changed past the portal
//! is shown to nobody.

use super::{
    audit,
    entities::questionnaire,
    outbox, preparing,
    rows::{Row, to_json},
    unavailable,
};
use app::portal::ports::{AuditLine, Event, Opened, Over, StoreError, Stored, Versioned};
use domain::{
    ids::Version,
    people::SecretariatRole,
    questionnaire::{Edition, EditionStage, Frozen, Questionnaire, QuestionnaireVersion},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};

impl TryFrom<questionnaire::Model> for Versioned<Edition> {
    type Error = StoreError;

    fn try_from(row: questionnaire::Model) -> Stored<Self> {
        let reading = Row::new("questionnaire", &row.version);
        let questionnaire: Questionnaire = reading.json("content", &row.content)?;
        let is_named = questionnaire.version.to_string() == row.version;
        let questionnaire = reading.known("version", is_named.then_some(questionnaire))?;
        let (stage, authors) = (
            reading.json("stage", &row.stage)?,
            reading.json("authors", &row.authors)?,
        );
        let edition = Edition::stored(questionnaire, stage, authors);
        let hash = edition.frozen().map(|frozen| frozen.hash().to_string());
        let content = reading.known("content_hash", (hash == row.content_hash).then_some(edition))?;
        let version = Version::new(row.written);
        Ok(Self { content, version })
    }
}

/// Every version, the latest first.
pub(super) async fn all(db: &impl ConnectionTrait) -> Stored<Vec<Versioned<Edition>>> {
    let rows = questionnaire::Entity::find().all(db).await.map_err(unavailable)?;
    let mut editions: Vec<Versioned<Edition>> = rows.into_iter().map(TryFrom::try_from).collect::<Stored<_>>()?;
    // Here and not in the query: as texts, 2026.10 stands before 2026.2.
    editions.sort_by_key(|edition| edition.content.questionnaire().version);
    editions.reverse();
    Ok(editions)
}

/// Those that were opened.
pub(super) async fn opened(db: &impl ConnectionTrait) -> Stored<Opened> {
    let rows = questionnaire::Entity::find().filter(questionnaire::Column::Opened.is_not_null());
    let rows = rows.all(db).await.map_err(unavailable)?;
    let editions: Vec<Versioned<Edition>> = rows.into_iter().map(TryFrom::try_from).collect::<Stored<_>>()?;
    let frozen = editions.iter().filter_map(|edition| edition.content.frozen());
    Ok(frozen.map(|version| (version.version, version)).collect())
}

/// One of them.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    version: QuestionnaireVersion,
) -> Stored<Option<Versioned<Edition>>> {
    let row = questionnaire::Entity::find_by_id(version.to_string()).one(db).await;
    row.map_err(unavailable)?.map(TryFrom::try_from).transpose()
}

/// One that was opened.
pub(super) async fn frozen(db: &impl ConnectionTrait, version: QuestionnaireVersion) -> Stored<Option<Frozen>> {
    Ok(one(db, version).await?.and_then(|edition| edition.content.frozen()))
}

/// Store a version over what was seen, and write down what was done to it.
pub(super) async fn put(txn: &DatabaseTransaction, edition: &Edition, over: Over) -> Stored<()> {
    let before = one(txn, edition.questionnaire().version).await?;
    let (event, role) = done(before.as_ref().map(|before| before.content.stage()), edition.stage());
    preparing::serves(txn, over.by, role).await?;
    write(txn, edition, over).await?;
    let line = AuditLine {
        at: over.at,
        by: Some(over.by),
        event,
        on: Some(edition.questionnaire().version.to_string()),
    };
    audit::append(txn, &line).await?;
    outbox::post(txn, &edition.letters(), None, Some(over.by), over.at).await
}

/// What was done, and whose it is to do.
const fn done(before: Option<&EditionStage>, now: &EditionStage) -> (Event, SecretariatRole) {
    use SecretariatRole::{Publisher, Reviewer};
    match (before, now) {
        (Some(EditionStage::Proposed { .. }), EditionStage::Draft { .. }) => (Event::QuestionnaireReturned, Publisher),
        (_, EditionStage::Draft { .. }) => (Event::QuestionnaireWritten, Reviewer),
        (_, EditionStage::Proposed { .. }) => (Event::QuestionnaireProposed, Reviewer),
        (_, EditionStage::Open { .. }) => (Event::QuestionnaireOpened, Publisher),
    }
}

async fn write(txn: &DatabaseTransaction, edition: &Edition, over: Over) -> Stored<()> {
    use questionnaire::{Column, Entity};
    let row = row(edition, over)?;
    let written = if let Some(seen) = over.seen {
        let write_over = Entity::update_many()
            .set(row)
            .filter(Column::Version.eq(edition.questionnaire().version.to_string()))
            .filter(Column::Written.eq(seen.number()))
            .filter(Column::Opened.is_null());
        write_over.exec(txn).await.map_err(unavailable)?.rows_affected
    } else {
        let first_only = OnConflict::column(Column::Version).do_nothing().to_owned();
        let begin = Entity::insert(row).on_conflict(first_only);
        begin.exec_without_returning(txn).await.map_err(unavailable)?
    };
    preparing::exactly_one(written)
}

fn row(edition: &Edition, over: Over) -> Stored<questionnaire::ActiveModel> {
    let frozen = edition.frozen();
    Ok(questionnaire::ActiveModel {
        version: Set(edition.questionnaire().version.to_string()),
        content: Set(to_json(edition.questionnaire())?),
        stage: Set(to_json(edition.stage())?),
        authors: Set(to_json(edition.authors())?),
        written: Set(over.seen.unwrap_or_default().next().number()),
        opened: Set(frozen.as_ref().map(|_| over.at.micros())),
        content_hash: Set(frozen.map(|frozen| frozen.hash().to_string())),
    })
}
