//! Publications as data: the same words as on the page, in the formats that others' tools read.
//!
//! | format | what it is for | module |
//! |---|---|---|
//! | JSON | everything, losslessly; described by a JSON Schema | [`record`] |
//! | CSV | spreadsheets: a line for each answer, or for each publication | [`csv`] |
//! | STIX 2.1 | platforms of threat intelligence: a `report`, its `incident`, its indicators | [`stix`] |
//! | MISP core format | MISP: an event with tags, attributes and one object that holds the answers | [`misp`] |
//! | Atom | feed readers: that something was published or withdrawn | [`atom`] |
//! | JSON, CSV and XLSX | progress reports, cycles, commitments and questionnaires | [`progress`] |
//! | PDF | a progress report, to be printed and archived | [`print`] |
//! | ZIP | all of it in one file, with a hash of each file in it | [`archive`] |
//!
//! **Six answers stay six.** Given, none, unknown, withheld for a reason, left blank and not asked are different
//! statements of a State, so no format has an empty cell for any of them but the first five's own word. STIX and MISP
//! have no words for that; there the answers travel in an extension and in an object of our own, beside what those
//! formats have words for.
//!
//! **A withdrawn publication** is its reference, its State and two dates, in every format. It exists and says so: that
//! is why its addresses answer and are not gone.
//!
//! **Ids are stable**: whoever fetches a publication twice gets the same objects again. They are made
//! from the address of the publication's page, so that two installations never make the same one.
//!
//! All of it is pure: a publication in, bytes out, the same bytes each time. Only what the public may read comes in:
//! a [`Publication`] is a type of its own, which no unpublished filing can become.

pub mod archive;
pub mod atom;
pub mod csv;
pub mod listed;
pub mod misp;
pub mod moment;
pub mod print;
pub mod progress;
pub mod record;
pub mod rows;
mod said;
pub mod stix;
#[cfg(test)]
mod tests;
pub mod xlsx;

use domain::{
    ids::{PublicationReference, Timestamp},
    publication::{Publication, Standing},
    state::{State, StateCode},
};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use uuid::{Builder, Uuid};

/// A format in which a single publication is to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Ours, see [`record`].
    Json,
    /// A line for each answer.
    Csv,
    /// A STIX 2.1 bundle.
    Stix,
    /// A MISP event.
    Misp,
}

impl Format {
    /// Every format, the most complete first.
    pub const ALL: [Self; 4] = [Self::Json, Self::Csv, Self::Stix, Self::Misp];

    /// What follows the reference in the name of a file.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Stix => "stix.json",
            Self::Misp => "misp.json",
        }
    }

    /// What it is (RFC 9110, 8.3). STIX has a type of its own (STIX 2.1, 1.8.2), MISP has none.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::Misp => "application/json; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Stix => "application/stix+json; version=2.1; charset=utf-8",
        }
    }

    /// The publication and the format that the name of a file says: `PUB-2026-0412.stix.json`. One spelling only.
    pub fn of_file(name: &str) -> Option<(PublicationReference, Self)> {
        let (reference, suffix) = name.split_once('.')?;
        let format = Self::ALL.into_iter().find(|format| format.suffix() == suffix)?;
        Some((reference.parse().ok()?, format))
    }
}

/// Where the portal is reached, `https://portal.example`: what addresses begin with and ids are made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin(Arc<str>);

impl Origin {
    /// The portal at this scheme, host and port.
    pub fn new(origin: &str) -> Self {
        Self(origin.trim_end_matches('/').into())
    }

    /// The address of this path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The address of a publication's page.
    pub fn page(&self, reference: PublicationReference) -> String {
        self.at(&format!("/publications/{reference}"))
    }

    /// The address of a publication in a format.
    pub fn file(&self, reference: PublicationReference, format: Format) -> String {
        self.at(&format!("/data/publications/{reference}.{}", format.suffix()))
    }

    /// The id of what plays this part in a publication. The part is the fragment of its page's address.
    pub fn id(&self, reference: PublicationReference, part: &str) -> Uuid {
        named(&format!("{}#{part}", self.page(reference)))
    }

    /// The id of a State, here.
    pub fn id_of_state(&self, state: StateCode) -> Uuid {
        named(&self.at(&format!("/publications?state={state}")))
    }

    /// The id of the list of publications.
    pub fn id_of_list(&self) -> Uuid {
        named(&self.at("/publications"))
    }
}

/// Drawn from the address, as a pseudorandom number is from its seed, and so of version 4 (RFC 9562, 5.4). Version 5
/// would say how it was made; STIX 2.1 (2.9) wants version 4 for all objects but observables, and its strict validator
/// takes nothing else.
fn named(address: &str) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Sha256::digest(address.as_bytes())[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}

/// A publication with what a conversion needs to know beside it.
#[derive(Clone, Copy, Debug)]
pub struct Exported<'a> {
    /// The publication.
    pub publication: &'a Publication,
    /// Its State.
    pub state: &'a State,
    /// What people call the State: its name, and that it is invented where it is.
    pub name: &'a str,
    /// Where all of it is found.
    pub origin: &'a Origin,
}

impl Exported<'_> {
    /// This publication in this format.
    pub fn to(self, format: Format) -> Vec<u8> {
        match format {
            Format::Json => json(&record::Record::of(self)),
            Format::Csv => csv::answers(self),
            Format::Stix => json(&stix::bundle(self)),
            Format::Misp => json(&misp::event(self)),
        }
    }

    /// The same on one line, for the formats that are JSON.
    pub fn to_line(self, format: Format) -> Vec<u8> {
        let value = match format {
            Format::Stix => stix::bundle(self),
            Format::Misp => misp::event(self),
            Format::Json | Format::Csv => json_of(&record::Record::of(self)),
        };
        let mut line = value.to_string().into_bytes();
        line.push(b'\n');
        line
    }

    /// When it last changed: when it was published, or withdrawn.
    pub fn changed(self) -> Timestamp {
        changed(self.publication)
    }

    fn id(self, part: &str) -> Uuid {
        self.origin.id(self.publication.reference, part)
    }
}

/// When a publication last changed: when it was published, or withdrawn.
pub fn changed(publication: &Publication) -> Timestamp {
    match publication.standing {
        Standing::Public(_) => publication.published,
        Standing::Withdrawn { at } => at,
    }
}

/// JSON on several lines, with one at the end: people read it too.
pub fn json(value: &impl serde::Serialize) -> Vec<u8> {
    // Strings, numbers, lists and maps keyed by strings: there is nothing JSON could refuse.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// A value as JSON to be put into other JSON.
fn json_of(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or_default()
}
