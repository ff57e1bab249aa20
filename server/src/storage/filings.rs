//! Filings: the port, and how one is read.
//!
//! A filing is put together from its row, the draft revision its version has, and its latest submission. Revisions and
//! submissions are never changed, so the three fit together although they are read one after the other.

use super::{
    Sql, actors, commit, drafts,
    entities::filing,
    lists,
    matters::StoredMatter,
    publications, receipts,
    rows::{Row, from_number, person},
    submissions, timeline, unavailable,
};
use app::portal::ports::{
    Beside, FilingFilter, FilingLine, Filings, FilingsOf, InternalNote, NamedEntry, Paged, Posting, Receipt,
    SharedLine, Stored,
};
use async_trait::async_trait;
use domain::{
    filing::{Decided, Edited, Filing, Note, Submission},
    ids::{FilingId, FilingKind, FilingReference, FormKey, PersonId, PublicationReference, Timestamp, Version},
    lifecycle::Stage,
    people::{Actor, Scope},
    publication::Disclosure,
    state::StateCode,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

/// The row with this reference.
pub(super) fn named(reference: &FilingReference) -> Condition {
    Condition::all()
        .add(filing::Column::Kind.eq(reference.kind.code()))
        .add(filing::Column::State.eq(reference.state.as_str()))
        .add(filing::Column::Year.eq(reference.year))
        .add(filing::Column::Number.eq(from_number(reference.number)))
}

/// The rows this scope reaches, or `None` where it reaches none. The only place that narrows a query by who asks.
pub(super) fn within(scope: &Scope) -> Option<Condition> {
    match scope {
        Scope::Own(state) => Some(Condition::all().add(filing::Column::State.eq(state.as_str()))),
        Scope::Approved => Some(Condition::all().add(filing::Column::FirstApproved.is_not_null())),
        Scope::Nothing => None,
    }
}

/// The reference in a row.
pub(super) fn reference(row: &filing::Model) -> Stored<FilingReference> {
    let reading = Row::new("filing", row.id);
    Ok(FilingReference {
        kind: reading.known("kind", FilingKind::from_code(&row.kind))?,
        state: reading.known("state", row.state.parse().ok())?,
        year: row.year,
        number: reading.number("number", row.number)?,
    })
}

/// What the filing with this id is about.
pub(super) async fn kind(db: &impl ConnectionTrait, id: FilingId) -> Stored<Option<FilingKind>> {
    let row = filing::Entity::find_by_id(id.as_uuid()).one(db).await;
    let known = |row: filing::Model| Row::new("filing", row.id).known("kind", FilingKind::from_code(&row.kind));
    row.map_err(unavailable)?.map(known).transpose()
}

/// The filing with this id, whole.
pub(super) async fn by_id<M: StoredMatter>(db: &impl ConnectionTrait, id: FilingId) -> Stored<Option<Filing<M>>> {
    match filing::Entity::find_by_id(id.as_uuid())
        .one(db)
        .await
        .map_err(unavailable)?
    {
        Some(row) => read(db, &row).await.map(Some),
        None => Ok(None),
    }
}

pub(super) async fn read<M: StoredMatter>(db: &impl ConnectionTrait, row: &filing::Model) -> Stored<Filing<M>> {
    let reading = Row::new("filing", row.id);
    let version = Version::new(row.version);
    let draft = drafts::at::<M>(db, row.id, version).await?;
    let submission = match row.submission {
        Some(number) => Some(submissions::one::<M>(db, row.id, number).await?),
        None => None,
    };
    Ok(Filing {
        id: FilingId::new(row.id),
        reference: reference(row)?,
        terms: M::terms_of(db, row).await?,
        revision: reading.number("revision", row.revision)?,
        version,
        stage: stage(row)?,
        since: Timestamp::from_micros(row.since),
        opened: Timestamp::from_micros(row.opened),
        first_approved: row.first_approved.map(Timestamp::from_micros),
        drafters: reading.json("drafters", &row.drafters)?,
        draft: reading.known("version", draft)?,
        submission,
    })
}

/// The stage with its facts, which must agree with the columns that are searched.
fn stage(row: &filing::Model) -> Stored<Stage> {
    let reading = Row::new("filing", row.id);
    let stage: Stage = reading.json("stage_facts", &row.stage_facts)?;
    let agrees = stage.name().code() == row.stage && stage.reviewer() == row.reviewer.map(person);
    reading.known("stage", agrees.then_some(stage))
}

/// The filing as the secretariat may have it in hand: without a word that no national authority has let out.
///
/// Policy and pages keep such words from it too. Here they are not even loaded, so that a mistake there shows nothing.
pub(super) fn as_let_out<M: StoredMatter>(mut filing: Filing<M>, known_since: i64) -> Filing<M> {
    if let Stage::AnswerAwaitingApproval { reviewer, question, .. } = filing.stage {
        filing.stage = Stage::ClarificationAsked { reviewer, question };
    }
    filing.since = Timestamp::from_micros(known_since);
    filing.draft = M::Draft::default();
    filing
}

#[async_trait]
impl<M: StoredMatter> FilingsOf<M> for Sql {
    async fn open(
        &self,
        state: &StateCode,
        terms: M::Terms,
        draft: M::Draft,
        actor: &Actor,
        posting: Posting,
    ) -> Stored<Filing<M>> {
        commit::open::<M>(&self.db, *state, terms, draft, actor, posting).await
    }

    async fn filing(&self, reference: &FilingReference, scope: &Scope) -> Stored<Option<Filing<M>>> {
        let (db, Some(within)) = (self.db.read(), within(scope)) else {
            return Ok(None);
        };
        if reference.kind != M::KIND {
            return Ok(None);
        }
        let found = filing::Entity::find().filter(named(reference)).filter(within);
        let Some(row) = found.one(db).await.map_err(unavailable)? else {
            return Ok(None);
        };
        let filing = read(db, &row).await?;
        Ok(Some(if *scope == Scope::Approved {
            as_let_out(filing, row.known_since)
        } else {
            filing
        }))
    }

    async fn draft_at(&self, id: FilingId, version: Version) -> Stored<Option<M::Draft>> {
        drafts::shown_at::<M>(self.db.read(), id, version).await
    }

    async fn save(
        &self,
        edited: &Edited<M>,
        beside: Option<&Beside<M>>,
        receipt: &Receipt,
        posting: Posting,
    ) -> Stored<()> {
        drafts::save(&self.db, edited, beside, receipt, posting).await
    }

    async fn commit(&self, decided: &Decided<M>, receipt: &Receipt, posting: Posting) -> Stored<()> {
        commit::commit(&self.db, decided, receipt, posting).await
    }

    async fn beside(&self, id: FilingId) -> Stored<Vec<Beside<M>>> {
        drafts::beside(self.db.read(), id).await
    }

    async fn settle(&self, edited: &Edited<M>, receipt: &Receipt, posting: Posting) -> Stored<()> {
        drafts::settle(&self.db, edited, receipt, posting).await
    }

    async fn submissions(&self, id: FilingId) -> Stored<Vec<Submission<M>>> {
        submissions::all(self.db.read(), id).await
    }
}

#[async_trait]
impl Filings for Sql {
    async fn receipt(&self, key: FormKey, by: PersonId) -> Stored<Option<Receipt>> {
        receipts::find(self.db.read(), key, by).await
    }

    async fn list(&self, filter: &FilingFilter) -> Stored<Paged<FilingLine>> {
        lists::lines(self.db.read(), filter).await
    }

    async fn timeline(&self, id: FilingId) -> Stored<Vec<NamedEntry>> {
        timeline::of(self.db.read(), id).await
    }

    async fn notes(&self, id: FilingId) -> Stored<Vec<InternalNote>> {
        timeline::notes(self.db.read(), id).await
    }

    async fn add_note(&self, id: FilingId, note: &Note, receipt: &Receipt, posting: Posting) -> Stored<()> {
        let txn = self.db.begin().await?;
        receipts::keep(&txn, receipt, posting).await?;
        actors::still_may_note(&txn, posting, id).await?;
        timeline::note(&txn, id, note, posting).await?;
        txn.commit().await.map_err(unavailable)
    }

    async fn shared(&self, page: u32) -> Stored<Paged<SharedLine>> {
        lists::shared(self.db.read(), page).await
    }

    async fn shared_one(&self, reference: &FilingReference) -> Stored<Option<Disclosure>> {
        lists::shared_one(self.db.read(), reference).await
    }

    async fn publication_of(&self, id: FilingId) -> Stored<Option<PublicationReference>> {
        publications::reference_of(self.db.read(), id).await
    }
}
