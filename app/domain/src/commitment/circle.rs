//! Circles of addressees, and the States in them.
//!
//! What is shipped is a starting point, written down from memory of the organisations' own lists: 32 Allies, 57
//! participating States of the OSCE, 34 members of the OAS (Nicaragua left in 2023; whether Cuba and Venezuela take part
//! is a question the organisation answers differently over the years), and the 193 Members of the United Nations. An
//! administrator should look them over once, and keeps them from then on.

use crate::{
    commitment::CommitmentId,
    slug::CircleId,
    state::{self, StateCode},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// States to whom something is addressed together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Circle {
    /// Its id, which never changes.
    pub id: CircleId,
    /// What it is called, in English.
    pub name: String,
}

/// What a State belongs to, and what it chose to report on besides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Memberships {
    /// The circles it belongs to.
    pub circles: BTreeSet<CircleId>,
    /// Commitments not addressed to it that it reports on all the same.
    pub opted_into: BTreeSet<CommitmentId>,
}

/// Why a State is asked about a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// It is addressed to a circle the State belongs to.
    Addressed,
    /// The State opted into it.
    OptedInto,
}

/// A line of the table of circles, `id,name,members`, the codes of the members joined by spaces.
pub(super) fn row(line: &str) -> Option<Circle> {
    let mut columns = line.split(',');
    let (id, name) = (columns.next()?, columns.next()?);
    // The heading.
    (id != "id").then_some(())?;
    Some(Circle {
        id: id.parse().ok()?,
        name: name.to_owned(),
    })
}

/// Who belongs to which circle at the start: the shipped States, and the invented ones of the demonstration.
pub fn shipped_memberships() -> BTreeMap<StateCode, Memberships> {
    let mut memberships: BTreeMap<StateCode, Memberships> = BTreeMap::new();
    for line in include_str!("circles.csv").lines().skip(1) {
        let mut columns = line.split(',');
        let (Some(id), Some(_), Some(members)) = (columns.next(), columns.next(), columns.next()) else {
            continue;
        };
        let Ok(id) = id.parse::<CircleId>() else { continue };
        for code in members_of(members) {
            memberships.entry(code).or_default().circles.insert(id.clone());
        }
    }
    memberships
}

/// Codes joined by spaces; `*` stands for all shipped States, `-XY` takes one out again.
fn members_of(members: &str) -> BTreeSet<StateCode> {
    let mut codes = BTreeSet::new();
    for word in members.split(' ') {
        match (word.strip_prefix('-'), word) {
            (_, "*") => codes.extend(state::shipped().into_iter().map(|state| state.code)),
            (Some(out), _) => codes.retain(|code| code.as_str() != out),
            (None, code) => codes.extend(code.parse::<StateCode>()),
        }
    }
    codes
}
