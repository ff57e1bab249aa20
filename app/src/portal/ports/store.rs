//! How asking the store goes: what it answers, what it refuses, and long lists by the page.

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody wrote first: nothing was written.
    #[error("changed by someone else")]
    Stale,
    /// This form was posted before: nothing was written, and the first receipt stands.
    #[error("this form was already posted")]
    Repeated,
    /// An e-mail address that is already somebody's, or a report that its State has begun already.
    #[error("already there")]
    Taken,
    /// The database cannot be reached, refuses, or holds a row that means nothing. Logged where it arises.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
}

/// The result of asking the store.
pub type Stored<T> = Result<T, StoreError>;

/// A page of a long list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paged<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// Which page, from 1.
    pub page: u32,
    /// How many there are on all pages.
    pub total: u64,
}

impl<T> Paged<T> {
    /// How many things stand on a page.
    pub const SIZE: u32 = 25;

    /// This page of these; none past the last page.
    pub fn of(all: Vec<T>, page: u32) -> Option<Self> {
        let (size, total) = (usize::try_from(Self::SIZE).ok()?, all.len() as u64);
        let before = usize::try_from(page.checked_sub(1)?).ok()?.checked_mul(size)?;
        let paged = Self {
            items: all.into_iter().skip(before).take(size).collect(),
            page,
            total,
        };
        (page <= paged.pages()).then_some(paged)
    }

    /// How many pages there are, at least one.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.total.div_ceil(u64::from(Self::SIZE)).max(1)).unwrap_or(u32::MAX)
    }
}
