//! Tables as CSV and as XLSX, which hold the same cells.

use super::{CSV, books, notice};
use crate::{
    interchange::export::{
        Origin, csv,
        rows::Rows,
        xlsx::{self, Source},
    },
    web::{
        Web,
        open_data::{
            Answered,
            answer::{About, Content},
        },
    },
};
use app::{error::PortalError, words};
use axum::http::HeaderMap;
use domain::note::Hash;

/// A table, to be saved.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it is found, below `/data/`, with its ending.
    path: String,
    /// As what it is saved.
    name: String,
}

impl File {
    /// One there is once.
    pub fn named(name: &str) -> Self {
        Self {
            path: name.to_owned(),
            name: name.to_owned(),
        }
    }

    /// One of many in a folder; saved with a word in front that says of what it is.
    pub fn below(folder: &str, what: &str, file: &str) -> Self {
        Self {
            path: format!("{folder}/{file}"),
            name: format!("{what}-{file}"),
        }
    }
}

/// The table in the format that the file's ending says.
pub async fn answer(web: &Web, rows: Rows, file: File, asked: &HeaderMap) -> Answered {
    let csv = csv::table(&rows);
    let (media_type, bytes) = match file.path.strip_suffix(".xlsx") {
        Some(path) => {
            let edition = Hash::of(&csv);
            let source = source(&web.settings.origin, path, &edition);
            (xlsx::MEDIA_TYPE, web.books.get(path, &edition, rows, source).await?)
        }
        None => (CSV, csv.into()),
    };
    let about = About {
        media_type,
        name: Some(file.name),
        changed: None,
    };
    Ok(Content::new(bytes, about).answer(asked))
}

/// The table as XLSX, for the archive. Its path has no ending.
pub async fn book(origin: &Origin, rows: Rows, path: &str) -> Result<Vec<u8>, PortalError> {
    let source = source(origin, path, &Hash::of(&csv::table(&rows)));
    books::made(rows, source).await
}

/// What the second sheet says.
fn source(origin: &Origin, path: &str, edition: &Hash) -> Source {
    let found = |ending| origin.at(&format!("/data/{path}.{ending}"));
    let facts = [
        ("data-sheet-source", found("xlsx")),
        ("data-sheet-csv", found("csv")),
        ("data-sheet-edition", edition.to_string()),
        ("data-sheet-licence", words::say("data-sheet-licence-text")),
    ];
    Source {
        notice: notice(),
        facts: facts.map(|(name, what)| (words::say(name), what)).to_vec(),
    }
}
