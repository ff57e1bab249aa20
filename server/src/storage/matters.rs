//! What differs in storage between the matters of filings: their terms, what lists show of them, what becomes public.
//!
//! All else about a filing is stored by one code, whatever it is about.

use super::{entities::filing, publications, rows::Row};
use app::portal::ports::Stored;
use async_trait::async_trait;
use domain::{
    draft::Draft,
    filing::Filing,
    form::{Field, Instalment, Section},
    ids::Timestamp,
    incident::Incident,
    matter::Matter,
    publication::PublicationChange,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// A matter as its filings are stored.
#[async_trait]
pub(super) trait StoredMatter: Matter {
    /// The terms as one column has them: the code of an instalment, the year of a cycle.
    fn terms_code(terms: &Self::Terms) -> String;

    /// The terms of this row.
    async fn terms_of<C: ConnectionTrait>(db: &C, row: &filing::Model) -> Stored<Self::Terms>;

    /// The code of a page of its form.
    fn page_code(page: &Self::Page) -> String;

    /// The page with this code.
    fn page_of(code: &str) -> Option<Self::Page>;

    /// Title and language, as typed, for lists. What has no title has neither.
    fn title(draft: &Self::Draft) -> (String, String);

    /// The same of what was let out.
    fn submitted_title(&self) -> (String, String);

    /// Do to the public record what was decided.
    async fn change(
        txn: &DatabaseTransaction,
        filing: &Filing<Self>,
        change: &PublicationChange<Self>,
        at: Timestamp,
    ) -> Stored<()>;
}

#[async_trait]
impl StoredMatter for Incident {
    fn terms_code(terms: &Instalment) -> String {
        terms.code().to_owned()
    }

    async fn terms_of<C: ConnectionTrait>(_: &C, row: &filing::Model) -> Stored<Instalment> {
        Row::new("filing", row.id).known("terms", Instalment::from_code(&row.terms))
    }

    fn page_code(page: &Section) -> String {
        page.code().to_owned()
    }

    fn page_of(code: &str) -> Option<Section> {
        Section::from_code(code)
    }

    fn title(draft: &Draft) -> (String, String) {
        let title = draft.typed(Field::Title);
        (title.text, title.language)
    }

    fn submitted_title(&self) -> (String, String) {
        (self.title.text.clone(), self.title.language.clone())
    }

    async fn change(
        txn: &DatabaseTransaction,
        filing: &Filing,
        change: &PublicationChange,
        at: Timestamp,
    ) -> Stored<()> {
        publications::change(txn, filing, change, at).await
    }
}
