//! What follows from the public record and is the same for everyone: read once for each of its editions.
//!
//! The names of all States stand on every page with a filter, and who takes part is counted from all of them: that is
//! more work than the rest of a search together. Commitments and questionnaires stand behind every page of progress
//! reports.

use app::portal::ports::{Edition, Stored};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A value, as of an edition of the public record.
#[derive(Clone, Debug)]
pub(super) struct PerEdition<T>(Arc<Mutex<Option<(Edition, T)>>>);

impl<T> Default for PerEdition<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Clone> PerEdition<T> {
    /// The value of this edition: as it was read, or as `read` reads it now. Where it is not known which edition stands,
    /// it is read each time.
    ///
    /// # Errors
    /// Those of `read`.
    pub(super) async fn get(&self, edition: Option<Edition>, read: impl AsyncFnOnce() -> Stored<T>) -> Stored<T> {
        let Some(edition) = edition else { return read().await };
        if let Some((of, value)) = &*self.kept()
            && *of == edition
        {
            return Ok(value.clone());
        }
        // What changes while it is read makes it one of an edition that is over, since that was asked for before.
        let value = read().await?;
        *self.kept() = Some((edition, value.clone()));
        Ok(value)
    }

    fn kept(&self) -> MutexGuard<'_, Option<(Edition, T)>> {
        // Nothing panics while it is held.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(kept: &PerEdition<u8>, edition: Option<Edition>, now: u8) -> u8 {
        kept.get(edition, async || Ok(now)).await.unwrap()
    }

    #[tokio::test]
    async fn it_is_read_once_for_each_edition_and_each_time_where_that_is_not_known() {
        let (kept, first) = (PerEdition::default(), Edition::default());
        assert_eq!(read(&kept, Some(first), 1).await, 1);
        assert_eq!(read(&kept, Some(first), 2).await, 1);
        assert_eq!(read(&kept, None, 3).await, 3);
        assert_eq!(read(&kept, Some(first.next()), 4).await, 4);
        assert_eq!(read(&kept, Some(first.next()), 5).await, 4);
    }
}
