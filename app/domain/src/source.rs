//! Where a draft came from that was imported: what was taken from where, and what was left out and why.
//!
//! It stays with the draft and never leaves the State. Apart from the source's own title and prose there is no word in it
//! that is not ours or a format's: what was left out is named by its kind.

use crate::form::Field;
use serde::{Deserialize, Serialize};

/// What an import brought along that only the drafter sees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The format it came in, as its name is written: `MISP`, `STIX 2.1`.
    pub format: String,
    /// The source's own title, which is not the State's.
    pub title: String,
    /// What it tells of the incident, in its own words, save the sentences in which it names actors or persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
    /// Fields that were filled in from it, and from where.
    #[serde(default)]
    pub taken: Vec<Taken>,
    /// What was left out, and why: a kind of thing, how often, and whether because it attributes.
    pub left_out: Vec<LeftOut>,
}

/// Prose of a source, which is nobody's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The format's own path to where it stood: `report.description`.
    pub from: String,
    /// The words.
    pub text: String,
}

/// A field that was filled in from an imported file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Taken {
    /// The field.
    pub field: Field,
    /// The format's own path to where the answer stood: `Event.date`, `Tag rsit:*`, `report.published`.
    pub from: String,
}

/// Something in an imported file that was not taken over. Its value is not kept, only what kind of thing it was.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LeftOut {
    /// The format's own name for it: `threat-actor`, `Tag`, `Attribute comment`.
    pub what: String,
    /// How many.
    pub times: u32,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why something in an imported file was not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyLeftOut {
    /// It attributes, accuses, or names a person.
    Attributes,
    /// It is the source's prose, and the State speaks for itself.
    SourceProse,
    /// The form has no place for it.
    NoPlace,
    /// The source says several things to one question.
    SaidTwice,
    /// It was not understood.
    NotUnderstood,
}
