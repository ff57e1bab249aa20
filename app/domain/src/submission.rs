//! What left the State, as it left: the snapshot that review, acknowledgement and publication are about.

use crate::{
    ids::{PersonId, Timestamp},
    incident::Incident,
    note::Hash,
};
use serde::{Deserialize, Serialize};

/// The immutable snapshot an approver let out of the State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// 1 for the first; each approved answer makes the next.
    pub number: u32,
    /// What the State says.
    pub incident: Incident,
    /// Who approved it.
    pub approved_by: PersonId,
    /// When.
    pub at: Timestamp,
    /// SHA-256 of what was submitted, printed on the acknowledgement.
    pub hash: Hash,
    /// SHA-256 of the disclosure the approver saw.
    pub disclosure: Hash,
}
