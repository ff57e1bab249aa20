//! What left the State, as it left: the snapshot that review, acknowledgement and publication are about.

use crate::{
    ids::{PersonId, Timestamp},
    incident::Incident,
    matter::Matter,
    note::Hash,
};

/// The immutable snapshot an approver let out of the State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission<M: Matter = Incident> {
    /// 1 for the first; each approved answer makes the next.
    pub number: u32,
    /// What the State says.
    pub content: M,
    /// Who approved it.
    pub approved_by: PersonId,
    /// When.
    pub at: Timestamp,
    /// SHA-256 of what was submitted, printed on the acknowledgement.
    pub hash: Hash,
    /// SHA-256 of the disclosure the approver saw.
    pub disclosure: Hash,
}
