//! Writing what was decided: all of it, once, over what the person saw; or nothing.

use super::{
    actors, audit,
    connect::Database,
    drafts,
    entities::filing,
    matters::StoredMatter,
    new_id, numbers, outbox, receipts,
    rows::{from_number, storable, to_json},
    submissions, timeline, unavailable,
};
use app::portal::ports::{AuditLine, Event, Posting, Receipt, StoreError, Stored};
use domain::{
    filing::{Decided, Filing, Submission},
    ids::{FilingId, PersonId, Timestamp, Version},
    lifecycle::StageName,
    people::Actor,
    policy,
    state::StateCode,
    timeline::Office,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, SqlErr};

/// How much of a title stands in a list. A title has 120 characters at the most; a draft's may have anything.
const TITLE_IN_LISTS: usize = 160;

/// Open a draft: its number, its row, its first revision, its receipt.
pub(super) async fn open<M: StoredMatter>(
    db: &Database,
    state: StateCode,
    terms: M::Terms,
    draft: M::Draft,
    actor: &Actor,
    posting: Posting,
) -> Stored<Filing<M>> {
    let txn = db.begin().await?;
    // Before the receipt, which tells it: the second of two doubled clicks waits for the number.
    let reference = numbers::filing(&txn, M::KIND, state, posting.at).await?;
    receipts::keep(&txn, &Receipt::Opened(reference.clone()), posting).await?;
    let now = actors::acting(&txn, posting.by).await?;
    if !policy::may_open(&now) || now.side.state() != Some(&state) {
        return Err(StoreError::Stale);
    }
    let id = FilingId::new(new_id(posting.at));
    let filing = Filing::<M>::begin(id, reference, terms, draft, actor, posting.at);
    let row = first_row(&filing)?;
    filing::Entity::insert(row)
        .exec_without_returning(&txn)
        .await
        .map_err(begun)?;
    drafts::append::<M>(&txn, id, filing.version, &filing.draft, posting).await?;
    txn.commit().await.map_err(unavailable)?;
    Ok(filing)
}

/// A colleague began the State's report of this cycle first.
fn begun(error: DbErr) -> StoreError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => StoreError::Taken,
        _ => unavailable(error),
    }
}

fn first_row<M: StoredMatter>(filing: &Filing<M>) -> Stored<filing::ActiveModel> {
    Ok(filing::ActiveModel {
        id: Set(filing.id.as_uuid()),
        state: Set(filing.reference.state.to_string()),
        year: Set(filing.reference.year),
        number: Set(from_number(filing.reference.number)),
        kind: Set(M::KIND.code().to_owned()),
        terms: Set(M::terms_code(&filing.terms)),
        revision: Set(from_number(filing.revision)),
        version: Set(filing.version.number()),
        stage: Set(filing.stage.name().code().to_owned()),
        stage_facts: Set(to_json(&filing.stage)?),
        since: Set(filing.since.micros()),
        known_stage: Set(known(filing.stage.name()).code().to_owned()),
        known_since: Set(filing.since.micros()),
        opened: Set(filing.opened.micros()),
        changed: Set(filing.opened.micros()),
        ..draft_columns(filing)?
    })
}

/// The columns that follow from the draft.
pub(super) fn draft_columns<M: StoredMatter>(filing: &Filing<M>) -> Stored<filing::ActiveModel> {
    let (title, language) = M::title(&filing.draft);
    let in_lists: String = title.trim().chars().take(TITLE_IN_LISTS).collect();
    Ok(filing::ActiveModel {
        drafters: Set(to_json(&filing.drafters)?),
        title: Set(storable(&in_lists)),
        language: Set(storable(&language)),
        ..filing::ActiveModel::default()
    })
}

/// The stage as the secretariat may know it: that an answer awaits approval stays inside the State.
const fn known(stage: StageName) -> StageName {
    match stage {
        StageName::AnswerAwaitingApproval => StageName::ClarificationAsked,
        stage => stage,
    }
}

/// Store what was decided.
pub(super) async fn commit<M: StoredMatter>(
    db: &Database,
    decided: &Decided<M>,
    receipt: &Receipt,
    posting: Posting,
) -> Stored<()> {
    let (filing, entry) = (&decided.filing, &decided.entry);
    let txn = db.begin().await?;
    receipts::keep(&txn, receipt, posting).await?;
    // Decided on what the person saw, and nothing newer: both are needed, since a form can claim any version.
    if filing.version != posting.seen {
        return Err(StoreError::Stale);
    }
    actors::still_may(&txn, posting, entry.action, filing.id, posting.seen).await?;
    write_over(&txn, filing.id, posting.seen, decided_columns(decided)?, posting.at).await?;
    timeline::append(&txn, filing.id, posting.seen.next(), entry).await?;
    if let Some(submission) = &decided.submission {
        submissions::keep(&txn, filing, submission).await?;
    }
    let mut changing = None;
    if let Some(change) = &decided.publication {
        M::change(&txn, filing, change, posting.at).await?;
        changing = Some(db.changes().begin(&txn).await?);
    }
    outbox::post(
        &txn,
        &decided.letters,
        Some(&filing.reference),
        Some(posting.by),
        posting.at,
    )
    .await?;
    audit::append(&txn, &moved(decided, posting)).await?;
    let done = txn.commit().await.map_err(unavailable);
    drop(changing);
    done
}

/// The columns a command changes. The draft's are not among them: a command changes no word, and the secretariat, which
/// does not know who drafted either, has no draft to write.
fn decided_columns<M: StoredMatter>(decided: &Decided<M>) -> Stored<filing::ActiveModel> {
    let (filing, entry) = (&decided.filing, &decided.entry);
    let mut row = filing::ActiveModel {
        stage: Set(entry.to.code().to_owned()),
        stage_facts: Set(to_json(&filing.stage)?),
        since: Set(filing.since.micros()),
        first_approved: Set(filing.first_approved.map(Timestamp::micros)),
        reviewer: Set(filing.stage.reviewer().map(PersonId::as_uuid)),
        ..filing::ActiveModel::default()
    };
    if known(entry.from) != known(entry.to) {
        row.known_stage = Set(known(entry.to).code().to_owned());
        row.known_since = Set(filing.since.micros());
    }
    if matches!(entry.office, Office::State(_)) {
        row.drafters = Set(to_json(&filing.drafters)?);
    }
    if let Some(submission) = &decided.submission {
        submitted_columns(&mut row, submission);
    }
    Ok(row)
}

fn submitted_columns<M: StoredMatter>(row: &mut filing::ActiveModel, submission: &Submission<M>) {
    let (title, language) = submission.content.submitted_title();
    row.submission = Set(Some(from_number(submission.number)));
    row.submitted_title = Set(Some(storable(&title)));
    row.submitted_language = Set(Some(storable(&language)));
    row.audience = Set(Some(submission.content.audience().code().to_owned()));
}

fn moved<M: StoredMatter>(decided: &Decided<M>, posting: Posting) -> AuditLine {
    let entry = &decided.entry;
    AuditLine {
        at: posting.at,
        by: Some(posting.by),
        event: Event::Moved {
            action: entry.action,
            from: entry.from,
            to: entry.to,
        },
        on: Some(decided.filing.id.to_string()),
    }
}

/// Write these columns over the filing at this version, and count it up. Exactly one row is hit, or somebody wrote
/// first.
pub(super) async fn write_over(
    txn: &DatabaseTransaction,
    id: FilingId,
    seen: Version,
    row: filing::ActiveModel,
    at: Timestamp,
) -> Stored<()> {
    let row = filing::ActiveModel {
        version: Set(seen.next().number()),
        changed: Set(at.micros()),
        ..row
    };
    let written = filing::Entity::update_many()
        .set(row)
        .filter(filing::Column::Id.eq(id.as_uuid()))
        .filter(filing::Column::Version.eq(seen.number()))
        .exec(txn)
        .await
        .map_err(unavailable)?;
    if written.rows_affected == 1 {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}
