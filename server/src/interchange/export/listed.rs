//! A publication as a line of a list: enough to choose by, and where the rest is.

use super::{
    Exported, Format,
    record::{Record, StateNamed, Words},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A publication in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Its name.
    #[schema(pattern = "^PUB-[0-9]{4}-[0-9]{4,}$", examples("PUB-2026-0412"))]
    pub reference: String,
    /// Its page.
    pub address: String,
    /// The State whose publication it is.
    pub state: StateNamed,
    /// When it was published.
    #[schema(format = DateTime)]
    pub published: String,
    /// When the State withdrew it.
    #[schema(nullable = false, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// One line, while it stands.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Words>,
    /// Where it is to be had, by format: `json`, `csv`, `stix.json`, `misp.json`.
    #[schema(value_type = HashMap<String, String>)]
    pub formats: BTreeMap<String, String>,
}

impl Listed {
    /// The publication as a line of a list.
    pub fn of(exported: Exported<'_>) -> Self {
        let record = Record::of(exported);
        let reference = exported.publication.reference;
        let file = |format: Format| (format.suffix().to_owned(), exported.origin.file(reference, format));
        Self {
            reference: record.reference,
            address: record.address,
            state: record.state,
            published: record.published,
            withdrawn: record.withdrawn,
            title: record.content.map(|content| content.title),
            formats: Format::ALL.map(file).into(),
        }
    }
}
