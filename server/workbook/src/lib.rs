//! A questionnaire as an XLSX workbook, to be filled in away from the portal and read back.
//!
//! Ministries write reports together, by mail and across desks, and much of that happens where no browser reaches the
//! portal. So the form can be taken along: [`write()`] makes a workbook of the questions a State is asked and of what is
//! in its draft so far, and [`read()`] says what is in the boxes of such a workbook now. Nothing is stored here; the
//! caller compares ([`ReportDraft::changed_by`](domain::report::ReportDraft::changed_by)), shows what would change, and
//! asks.
//!
//! # What is in it
//!
//! - A first sheet: whose form this is, that it is no official text, how to fill it in.
//! - A sheet for each section that asks something: a line for each question, its answer beside it ([`layout`]). Only
//!   cells for answers are unlocked. The lock has no password: it is there against accidents, and whoever takes it off
//!   gets a clear answer when something essential was changed.
//! - A hidden sheet, `codes`, with the label of everything that can be chosen beside its code, and with what the workbook
//!   is a form of ([`codes`]). What is read is read by that sheet, so a workbook filled in under one language of the
//!   portal can be brought back under another. It holds no answer: no text lies where its writer does not see it. Which
//!   [version of the draft](taken_from) the workbook was made of stands there as well, so that the portal knows by its own
//!   record what nobody touched, whatever became of the draft since.
//!
//! # Two promises
//!
//! **What nobody touched comes back exactly.** Before an answer is written, it is written to cells in memory and read
//! back by the very function that will read the upload; only if the same boxes come out does it go into the workbook
//! ([`boxes`]). What is typed wrong survives: a code that is not offered stands there as text. The few answers that no
//! cell can hold (more than 32,767 characters, control characters) are *left out*: their line is locked and says so, and
//! reading takes them from the draft as it is. The same goes for boxes that a question of its kind has no cell for.
//!
//! **Whatever is uploaded, there is an answer.** A workbook comes from outside and is nobody's word. It is measured
//! before it is unpacked, only the parts that matter are unpacked, each within its bound ([`read::package`]), and what is
//! wrong is named with sheet and cell, in words a ministry can act on ([`Unreadable`]).

mod boxes;
mod codes;
mod layout;
mod lists;
mod read;
mod value;
mod write;

pub use read::{BYTES_MAX, PARTS_MAX, ROWS_SPARE, Read, Spot, TEXT_MAX, UNPACKED_MAX, Unreadable, read, taken_from};
pub use write::{NotWritten, write};

use domain::{
    cycle::CycleYear,
    ids::Version,
    questionnaire::{AskedAbout, Depth, Frozen, Question},
    report::ReportDraft,
    state::StateCode,
};

/// A form, and what is typed into it so far.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// Whose report it is.
    pub state: StateCode,
    /// What that State is called, in the language of the [`Words`].
    pub state_name: &'a str,
    /// The cycle it is filed in.
    pub cycle: CycleYear,
    /// How much the form asks.
    pub depth: Depth,
    /// What is asked.
    pub questionnaire: &'a Frozen,
    /// What the State is asked about.
    pub about: &'a AskedAbout,
    /// What is typed so far.
    pub draft: &'a ReportDraft,
    /// Which version of the draft that is. A workbook says it, so that whoever reads it knows what nobody touched.
    pub version: Version,
}

impl<'a> Form<'a> {
    /// Every question it asks, in the order of pages.
    fn asked(&self) -> impl Iterator<Item = &'a Question> + use<'a> {
        self.questionnaire.asked(self.depth, self.about)
    }
}

/// Says a message, by its id and the values in its places.
pub type Say<'a> = dyn Fn(&str, &[(&str, &str)]) -> String + 'a;

/// What the workbook says besides the questions, in one of the portal's languages. No sentence is written here: each is
/// asked for by the id of its message, `workbook-…`.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The message with this id, with these values in its places.
    pub say: &'a Say<'a>,
    /// Whether that language is written from right to left: then the first column stands at the right.
    pub right_to_left: bool,
}

impl Words<'_> {
    fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    fn say_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        (self.say)(id, values)
    }
}
