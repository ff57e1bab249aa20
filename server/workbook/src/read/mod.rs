//! Reading a workbook.
//!
//! In this order, and whatever stands in the way first is the answer: is it a workbook, and of a size to be looked at; is
//! it a form of the portal; is it this form; are its sheets there; is each sheet as it was but for the answers. Only then
//! are answers taken, all of them or none.

mod grid;
pub(crate) mod package;
mod section;
mod unreadable;

pub use grid::TEXT_MAX;
pub use package::{BYTES_MAX, PARTS_MAX, UNPACKED_MAX};
pub use unreadable::{Spot, Unreadable};

use crate::{
    Form,
    codes::{self, COVER, Codes, DRAFT, Entry, FORM, FORMAT, NAMES},
    layout::{self, FIRST, Sheet},
};
use domain::{
    ids::Version,
    questionnaire::{Depth, QuestionId},
    report::TypedAnswer,
};
use grid::{Book, shown};
use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    str::FromStr,
};

/// How many rows a sheet may have besides its own: notes below the questions get a clear answer, tables do not get read.
pub const ROWS_SPARE: u32 = 1_000;

/// What is in a workbook now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The boxes of every question asked. Not checked for classification markings nor for size, as nothing posted by a
    /// page is: [`ReportDraft::with_page`](domain::report::ReportDraft::with_page) does so when they are taken over.
    pub answers: BTreeMap<QuestionId, TypedAnswer>,
    /// The questions whose answers the workbook could not hold: these are as they are in the draft of the form.
    pub left_out: BTreeSet<QuestionId>,
}

/// Which version of the draft a workbook was made of, if it is a workbook of this form, whatever is in its boxes.
///
/// # Errors
/// Where it is not this form any more, or never was.
pub fn taken_from(bytes: &[u8], form: &Form<'_>) -> Result<Version, Unreadable> {
    survived(|| {
        let mut book = Book::open(package::sound(bytes)?)?;
        let codes = codes_of(&mut book, form, &layout::sheets(form))?;
        fact(&codes, DRAFT).map(Version::new)
    })
}

/// What is in the boxes of this form, in a workbook that [`write`](crate::write()) made and anybody may have changed.
///
/// Boxes that the workbook has no cell for are taken from the draft of the form. Where that is the draft the workbook was
/// [made of](taken_from), what nobody touched comes back exactly.
///
/// # Errors
/// Where it is not this form any more, or never was.
pub fn read(bytes: &[u8], form: &Form<'_>) -> Result<Read, Unreadable> {
    survived(|| read_sound(bytes, form))
}

/// The programs that unpack and understand workbooks are others', and what they read is anybody's. Where they would give
/// up on all that the server does, it is only this workbook that is given up.
fn survived<T>(reading: impl FnOnce() -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    catch_unwind(AssertUnwindSafe(reading)).unwrap_or(Err(Unreadable::Damaged))
}

fn read_sound(bytes: &[u8], form: &Form<'_>) -> Result<Read, Unreadable> {
    let mut book = Book::open(package::sound(bytes)?)?;
    let sheets = layout::sheets(form);
    let codes = codes_of(&mut book, form, &sheets)?;
    check_names(&book, &sheets, &codes)?;
    let mut answers = BTreeMap::new();
    for sheet in &sheets {
        let rows = FIRST.saturating_add(u32::try_from(sheet.lines.len()).unwrap_or(u32::MAX));
        let grid = book.sheet(&sheet.name, rows.saturating_add(ROWS_SPARE))?;
        answers.extend(section::answers(sheet, &grid, &codes, form.draft)?);
    }
    let asked = form.asked().map(|question| &question.id);
    let left_out = asked.filter(|id| codes.is_left_out(id)).cloned().collect();
    Ok(Read { answers, left_out })
}

/// The hidden sheet, if it is that of this form.
fn codes_of(book: &mut Book, form: &Form<'_>, sheets: &[Sheet<'_>]) -> Result<Codes, Unreadable> {
    if !book.names().iter().any(|name| name == codes::SHEET) {
        return Err(Unreadable::Foreign);
    }
    let expected = Codes::expected(form, sheets);
    let asked = form.asked().count();
    let rows = u32::try_from(expected.0.len() + asked).unwrap_or(u32::MAX);
    let grid = book.sheet(codes::SHEET, rows.saturating_add(ROWS_SPARE))?;
    let codes = Codes(grid.values().map(entry).collect());
    check_facts(&codes, form)?;
    if codes.are_of_the_same_form(&expected, form) {
        Ok(codes)
    } else {
        Err(Unreadable::CodesChanged)
    }
}

fn entry(row: &BTreeMap<u32, crate::value::Value>) -> Entry {
    let text = |column| {
        row.get(&column)
            .map(|value| value.text().into_owned())
            .unwrap_or_default()
    };
    Entry {
        group: text(0),
        code: text(1),
        label: text(2),
    }
}

/// Something of what the workbook is a form of.
fn fact<T: FromStr>(codes: &Codes, code: &str) -> Result<T, Unreadable> {
    let written = codes.label(FORM, code).and_then(|label| label.parse().ok());
    written.ok_or(Unreadable::CodesChanged)
}

/// Whether it is a form of this State, cycle, version and tier.
fn check_facts(codes: &Codes, form: &Form<'_>) -> Result<(), Unreadable> {
    match codes.label(FORM, "format") {
        None => return Err(Unreadable::Foreign),
        Some(FORMAT) => {}
        Some(_) => return Err(Unreadable::OtherFormat),
    }
    let (found, expected) = (fact(codes, "state")?, form.state);
    if found != expected {
        return Err(Unreadable::OtherState { found, expected });
    }
    let (found, expected) = (fact(codes, "cycle")?, form.cycle);
    if found != expected {
        return Err(Unreadable::OtherCycle { found, expected });
    }
    let (found, expected) = (fact(codes, "questionnaire")?, form.questionnaire.version);
    if found != expected {
        return Err(Unreadable::OtherVersion { found, expected });
    }
    if fact::<String>(codes, "questions")? != form.questionnaire.hash().as_str() {
        return Err(Unreadable::OtherQuestions);
    }
    let found = Depth::from_code(&fact::<String>(codes, "depth")?).ok_or(Unreadable::CodesChanged)?;
    let expected = form.depth;
    if found == expected {
        Ok(())
    } else {
        Err(Unreadable::OtherDepth { found, expected })
    }
}

/// Whether all sheets are there, and no others.
fn check_names(book: &Book, sheets: &[Sheet<'_>], codes: &Codes) -> Result<(), Unreadable> {
    let cover = codes.label(NAMES, COVER).unwrap_or_default();
    let known = sheets.iter().map(|sheet| sheet.name.as_str());
    let known: Vec<_> = [cover, codes::SHEET].into_iter().chain(known).collect();
    let names = book.names();
    if let Some(missing) = known.iter().find(|known| !names.iter().any(|name| name == *known)) {
        let sheet = shown(missing);
        return Err(Unreadable::SheetMissing { sheet });
    }
    match names.iter().find(|name| !known.contains(&name.as_str())) {
        Some(unknown) => Err(Unreadable::SheetUnknown { sheet: shown(unknown) }),
        None => Ok(()),
    }
}
