//! Reading rows with distrust.
//!
//! Only our own code writes these tables, but backups get restored into newer releases, and administrators have a
//! database client. A value the domain does not know is named by where it stands and never shown.

use app::portal::ports::{StoreError, Stored};
use domain::{filing::Hash, ids::PersonId};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// A row being read: its table and its key, to be named when something in it means nothing.
pub(crate) struct Row {
    table: &'static str,
    key: String,
}

impl Row {
    /// The row of `table` under `key`.
    pub(crate) fn new(table: &'static str, key: impl ToString) -> Self {
        Self {
            table,
            key: key.to_string(),
        }
    }

    /// The value of a column, or the error that says where there was none.
    pub(crate) fn known<T>(&self, column: &str, value: Option<T>) -> Stored<T> {
        value.ok_or_else(|| self.unreadable(column))
    }

    /// The value of a column that holds JSON. What serde says of it is dropped: it quotes.
    pub(crate) fn json<T: DeserializeOwned>(&self, column: &str, text: &str) -> Stored<T> {
        self.known(column, serde_json::from_str(text).ok())
    }

    /// A number that is never negative.
    pub(crate) fn number(&self, column: &str, number: i32) -> Stored<u32> {
        self.known(column, u32::try_from(number).ok())
    }

    /// The hash in a column, where it is the hash of this text.
    pub(crate) fn hash(&self, column: &str, digits: &str, text: &str) -> Stored<Hash> {
        let hash = Hash::of(text.as_bytes());
        self.known(column, (hash.as_str() == digits).then_some(hash))
    }

    /// That a column means nothing.
    pub(crate) fn unreadable(&self, column: &str) -> StoreError {
        let Self { table, key } = self;
        tracing::error!(table, column, key, "a row means nothing");
        StoreError::Unavailable(format!("{table}.{column} of row {key} means nothing"))
    }
}

/// A value as JSON for a column.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Stored<String> {
    serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "a value does not go into JSON");
        StoreError::Unavailable(error.to_string())
    })
}

/// A text as a column of PostgreSQL can hold it: without NUL, which Unicode has a visible sign for. Text inside JSON
/// needs none of this, since JSON escapes it.
pub(crate) fn storable(text: &str) -> String {
    text.replace('\0', "\u{2400}")
}

/// A number as a column holds it.
pub(crate) fn from_number(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The person with this id.
pub(crate) fn person(id: Uuid) -> PersonId {
    PersonId::new(id)
}
