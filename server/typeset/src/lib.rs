//! Reports as tagged PDF, for coordination before sending and for the archive after.
//!
//! What is printed is handed over as plain values, a [`Printed`]: sentences of the portal, and words of States, each in
//! their own language. This crate knows how a page looks and nothing of what a report is. Its product is at once
//! PDF/UA-1 (ISO 14289-1), which a screen reader can read, and PDF/A-2a (ISO 19005-2), which an archive can keep: every
//! font is in the file, and nothing in it leads out but the links that are shown.
//!
//! **Words are data.** The typesetter (typst) has a programming language, and users write text. The two never meet: the
//! one program is the constant `report.typ`, and what it sets is a manuscript of plain strings, decoded as JSON.
//! Whatever looks like markup in it is set as it was written. The program can reach those two files and the fonts: no
//! other file, no package, no clock, no network; see [`press`].
//!
//! **Set, proofread, set again.** Which character no font can draw, and which word is wider than its line, shows only
//! when the pages are set. So a proof is set first and read ([`proof`]); what cannot be set is [corrected](corrections)
//! and set again. What is in order at the first reading is set once. What was replaced is told to the caller, because
//! silent boxes in the words of a State would be a falsification.
//!
//! **One at a time.** A document takes one thread of low priority, however many are asked for: see [`queue`].
//! Whoever comes when the queue is long is sent away at once, with [`NotTypeset::Busy`].
//!
//! **The same bytes for the same report.** The time that is written into the file is part of what is printed, fonts are
//! taken in the order of their paths, and no other source of change exists. An archive can compare hashes.

mod corrections;
mod fonts;
mod manuscript;
mod press;
mod printed;
mod proof;
mod queue;
mod typesetter;

pub use fonts::NoFonts;
pub use printed::{Block, Direction, Evidence, Part, Printed, Question, Table, Words};
pub use typesetter::{CHARACTERS_MAX, NotTypeset, Pdf, Typesetter};

#[cfg(test)]
mod tests;
