//! What comes of an edit or a command: the new filing, and everything that must be written with it in one transaction.

use crate::{
    draft::Merged, filing::Filing, letter::Letter, publication::PublicationChange, submission::Submission,
    timeline::Entry,
};

/// A new filing and everything that must be written with it, or nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The filing after the command, its version not yet counted up.
    pub filing: Filing,
    /// What the timeline says of it.
    pub entry: Entry,
    /// The snapshot, where one was made.
    pub submission: Option<Submission>,
    /// What happens to the public record.
    pub publication: Option<PublicationChange>,
    /// Who is told.
    pub letters: Vec<Letter>,
}

/// An edited filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The filing after the edit, its version not yet counted up.
    pub filing: Filing,
    /// What came of it.
    pub merged: Merged,
    /// Whether the draft is any different: an unchanged page makes nobody its drafter.
    pub changed: bool,
}
