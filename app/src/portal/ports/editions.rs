//! Whether what everyone may read has changed.

/// The public record as it stands between two changes: every publication, every State's name. Each change begins
/// another. The number says which was before which on one server, and nothing to anybody else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition(u64);

impl Edition {
    /// The one after this.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Knows which edition stands, without asking anybody: it is asked for every page.
pub trait Editions: Send + Sync {
    /// The edition that stood at most a second ago; none where this server cannot know. What is changed through this
    /// store is another edition before the one who changed it is answered.
    fn public_edition(&self) -> Option<Edition>;
}
