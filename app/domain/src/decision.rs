//! What comes of an edit or a command: the new filing, and everything that must be written with it in one transaction.

use crate::{
    draft::Merged, filing::Filing, incident::Incident, letter::Letter, matter::Matter, publication::PublicationChange,
    submission::Submission, timeline::Entry,
};

/// A new filing and everything that must be written with it, or nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided<M: Matter = Incident> {
    /// The filing after the command, its version not yet counted up.
    pub filing: Filing<M>,
    /// What the timeline says of it.
    pub entry: Entry,
    /// The snapshot, where one was made.
    pub submission: Option<Submission<M>>,
    /// What happens to the public record.
    pub publication: Option<PublicationChange<M>>,
    /// Who is told.
    pub letters: Vec<Letter>,
}

/// An edited filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited<M: Matter = Incident> {
    /// The filing after the edit, its version not yet counted up.
    pub filing: Filing<M>,
    /// What came of it.
    pub merged: Merged<M>,
    /// Whether the draft is any different: an unchanged page makes nobody its drafter.
    pub changed: bool,
}
