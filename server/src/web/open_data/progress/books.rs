//! XLSX files that were asked for lately.
//!
//! The table of a cycle in which every State reports takes most of a second to write, and whoever asks is nobody in
//! particular. So one is made at a time, on a thread where it keeps nobody waiting who asks for something else, and it is
//! kept for as long as the cells of its table are the same. That is what its edition says: the SHA-256 of its CSV.

use crate::{
    interchange::export::{
        rows::Rows,
        xlsx::{self, Source},
    },
    web::by_weight::ByWeight,
};
use app::error::PortalError;
use axum::body::Bytes;
use domain::note::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::{sync::Mutex as Turn, task::spawn_blocking};

/// What all that are kept may weigh together, in bytes.
const MOST: usize = 16 * 1024 * 1024;

/// The files that are kept, the least recently asked for first to go.
#[derive(Clone, Debug, Default)]
pub struct Books(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    books: Mutex<ByWeight<String, (Hash, Bytes)>>,
    turn: Turn<()>,
}

impl Default for Kept {
    fn default() -> Self {
        Self {
            books: Mutex::new(ByWeight::within(MOST)),
            turn: Turn::new(()),
        }
    }
}

impl Books {
    /// The file of this name and edition: as it is kept, or made now.
    ///
    /// # Errors
    /// Where it cannot be written, which is trouble on our side.
    pub async fn get(&self, path: &str, edition: &Hash, rows: Rows, source: Source) -> Result<Bytes, PortalError> {
        if let Some(bytes) = self.find(path, edition) {
            return Ok(bytes);
        }
        let _turn = self.0.turn.lock().await;
        if let Some(bytes) = self.find(path, edition) {
            return Ok(bytes);
        }
        let bytes = Bytes::from(made(rows, source).await?);
        let kept = (edition.clone(), bytes.clone());
        self.books().put(path.to_owned(), bytes.len(), kept);
        Ok(bytes)
    }

    /// What is kept, if its table is still the same.
    fn find(&self, path: &str, edition: &Hash) -> Option<Bytes> {
        let (of, bytes) = self.books().get(&path.to_owned())?;
        (of == *edition).then_some(bytes)
    }

    fn books(&self) -> MutexGuard<'_, ByWeight<String, (Hash, Bytes)>> {
        // Nothing panics while it is held.
        self.0.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The table as XLSX.
pub async fn made(rows: Rows, source: Source) -> Result<Vec<u8>, PortalError> {
    let made = spawn_blocking(move || xlsx::written(&rows, &source)).await;
    made.map_err(|_| PortalError::Unavailable)?.map_err(|why| {
        tracing::error!(%why, "a table could not be written as XLSX");
        PortalError::Unavailable
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_while_its_table_is_the_same() {
        let (one, other) = (Hash::of(b"one"), Hash::of(b"other"));
        let (books, file) = (Books::default(), Bytes::from_static(b"file"));
        books
            .books()
            .put("cycles".to_owned(), file.len(), (one.clone(), file.clone()));
        assert_eq!(books.find("cycles", &one), Some(file));
        assert_eq!(books.find("cycles", &other), None);
        assert_eq!(books.find("commitments", &one), None);
    }
}
