//! Commitments, norms and measures: what States have said they will do, and which State is asked about which.
//!
//! Five instruments are known. Their items are named here by an id and a title of our own; the words of an instrument
//! stay with the instrument, under its document symbol. Each item says for itself how well we know it ([`Status`]), so
//! that no page presents as official what somebody remembered.
//!
//! An item is addressed to a [`Circle`] of States, and a State belongs to circles: both are data, since alliances and
//! organisations gain and lose members. A State is asked only about what is addressed to it or what it opted into. All
//! else is *not asked*, and stands in no denominator: that an item does not concern a State says nothing about it.
//!
//! The words for all of them together are *commitments, norms and measures*. In code one of them is a commitment.

mod circle;
mod id;
#[cfg(test)]
mod tests;

pub use crate::slug::CircleId;
pub use circle::{Because, Circle, Memberships, shipped_memberships};
pub use id::{CommitmentId, Instrument, NotACommitment};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How well we know an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Read in a public source.
    Verified,
    /// Remembered: shown with its symbol, and open to correction.
    Recalled,
    /// Its existence is known, its wording is not: to be confirmed before anyone relies on it.
    ToBeConfirmed,
}

impl Status {
    /// Every status, the surest first.
    pub const ALL: [Self; 3] = [Self::Verified, Self::Recalled, Self::ToBeConfirmed];

    /// The code used in storage, exports and message ids.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Recalled => "recalled",
            Self::ToBeConfirmed => "to-be-confirmed",
        }
    }

    /// The status with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// One item of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id, which never changes.
    pub id: CommitmentId,
    /// Our title for it, in English.
    pub title: String,
    /// The symbol of the document it stands in.
    pub symbol: String,
    /// How well we know it.
    pub status: Status,
    /// To whom it is addressed.
    pub circle: CircleId,
}

/// All circles and all commitments, as the secretariat keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitments {
    circles: BTreeMap<CircleId, Circle>,
    items: BTreeMap<CommitmentId, Commitment>,
}

/// An item is addressed to a circle that nobody described.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{item} is addressed to {circle}, which is no circle")]
pub struct NoSuchCircle {
    /// The item.
    pub item: CommitmentId,
    /// Its circle.
    pub circle: CircleId,
}

impl Commitments {
    /// These circles and items. Of two with the same id the later one counts.
    ///
    /// # Errors
    /// Where an item is addressed to a circle that is not among them.
    pub fn new(
        circles: impl IntoIterator<Item = Circle>,
        items: impl IntoIterator<Item = Commitment>,
    ) -> Result<Self, NoSuchCircle> {
        let circles: BTreeMap<_, _> = circles.into_iter().map(|circle| (circle.id.clone(), circle)).collect();
        let items: BTreeMap<_, _> = items.into_iter().map(|item| (item.id, item)).collect();
        match items.values().find(|item| !circles.contains_key(&item.circle)) {
            Some(Commitment { id: item, circle, .. }) => Err(NoSuchCircle {
                item: *item,
                circle: circle.clone(),
            }),
            None => Ok(Self { circles, items }),
        }
    }

    /// What a new installation starts with.
    pub fn shipped() -> Self {
        let circles = include_str!("circles.csv").lines().filter_map(circle::row);
        let items = include_str!("commitments.csv").lines().filter_map(row);
        // A broken line is no item; the tests count them and look up each circle.
        Self::new(circles, items).unwrap_or(Self {
            circles: BTreeMap::new(),
            items: BTreeMap::new(),
        })
    }

    /// The item with this id.
    pub fn get(&self, id: CommitmentId) -> Option<&Commitment> {
        self.items.get(&id)
    }

    /// Every item, instrument by instrument, as each instrument orders them.
    pub fn iter(&self) -> impl Iterator<Item = &Commitment> {
        self.items.values()
    }

    /// The items of one instrument, in its order.
    pub fn of(&self, instrument: Instrument) -> impl Iterator<Item = &Commitment> {
        self.iter().filter(move |item| item.id.instrument() == instrument)
    }

    /// Every circle.
    pub fn circles(&self) -> impl Iterator<Item = &Circle> {
        self.circles.values()
    }

    /// What a State with these memberships is asked about, and why. Whatever is not in it is not asked.
    pub fn asked_of(&self, memberships: &Memberships) -> BTreeMap<CommitmentId, Because> {
        let because = |item: &Commitment| {
            if memberships.circles.contains(&item.circle) {
                Some(Because::Addressed)
            } else {
                memberships.opted_into.contains(&item.id).then_some(Because::OptedInto)
            }
        };
        self.iter().filter_map(|item| Some((item.id, because(item)?))).collect()
    }
}

/// A line of the table, `id,status,circle,symbol,title`; the heading is no item.
fn row(line: &str) -> Option<Commitment> {
    let mut columns = line.splitn(5, ',');
    Some(Commitment {
        id: columns.next()?.parse().ok()?,
        status: Status::from_code(columns.next()?)?,
        circle: columns.next()?.parse().ok()?,
        symbol: columns.next()?.to_owned(),
        title: columns.next()?.to_owned(),
    })
}
