//! XLSX files that were asked for lately.
//!
//! The table of a cycle in which every State reports takes most of a second to write, and whoever asks is nobody in
//! particular. So one is made at a time, on a thread where it keeps nobody waiting who asks for something else, and it is
//! kept for as long as the cells of its table are the same. That is what its edition says: the SHA-256 of its CSV.

use crate::interchange::export::{
    rows::Rows,
    xlsx::{self, Source},
};
use app::error::PortalError;
use axum::body::Bytes;
use domain::note::Hash;
use lru::LruCache;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::{sync::Mutex as Turn, task::spawn_blocking};

/// What all that are kept may weigh together, in bytes.
const MOST: usize = 16 * 1024 * 1024;

/// The files that are kept, the least recently asked for first to go.
#[derive(Clone, Debug, Default)]
pub struct Books(Arc<Kept>);

#[derive(Debug, Default)]
struct Kept {
    shelf: Mutex<Shelf>,
    turn: Turn<()>,
}

#[derive(Debug)]
struct Shelf {
    weight: usize,
    // Bounded by weight.
    books: LruCache<String, (Hash, Bytes)>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            weight: 0,
            books: LruCache::unbounded(),
        }
    }
}

impl Books {
    /// The file of this name and edition: as it is kept, or made now.
    ///
    /// # Errors
    /// Where it cannot be written, which is trouble on our side.
    pub async fn get(&self, path: &str, edition: &Hash, rows: Rows, source: Source) -> Result<Bytes, PortalError> {
        if let Some(bytes) = self.shelf().get(path, edition) {
            return Ok(bytes);
        }
        let _turn = self.0.turn.lock().await;
        if let Some(bytes) = self.shelf().get(path, edition) {
            return Ok(bytes);
        }
        let bytes = Bytes::from(made(rows, source).await?);
        self.shelf().put(path, edition, &bytes);
        Ok(bytes)
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        // Nothing panics while it is held.
        self.0.shelf.lock().unwrap_or_else(PoisonError::into_inner)
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

impl Shelf {
    fn get(&mut self, path: &str, edition: &Hash) -> Option<Bytes> {
        let (of, bytes) = self.books.get(path)?;
        (of == edition).then(|| bytes.clone())
    }

    fn put(&mut self, path: &str, edition: &Hash, bytes: &Bytes) {
        self.weight += bytes.len();
        let kept = (edition.clone(), bytes.clone());
        if let Some((_, before)) = self.books.put(path.to_owned(), kept) {
            self.weight -= before.len();
        }
        while self.weight > MOST
            && let Some((_, (_, bytes))) = self.books.pop_lru()
        {
            self.weight -= bytes.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_while_its_table_is_the_same_and_there_is_room() {
        let (one, other) = (Hash::of(b"one"), Hash::of(b"other"));
        let mut shelf = Shelf::default();
        let small = Bytes::from_static(b"small");
        shelf.put("cycles", &one, &small);
        assert_eq!(shelf.get("cycles", &one), Some(small.clone()));
        assert_eq!(shelf.get("cycles", &other), None);
        shelf.put("cycles", &other, &small);
        assert_eq!((shelf.weight, shelf.get("cycles", &one)), (small.len(), None));
        shelf.put("commitments", &one, &vec![0; MOST].into());
        assert_eq!(
            shelf.get("cycles", &other),
            None,
            "the least recently asked for goes first"
        );
        assert!(shelf.get("commitments", &one).is_some() && shelf.weight == MOST);
    }
}
