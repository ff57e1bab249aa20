//! Writing a workbook.
//!
//! The same form, words and moment make the same bytes: a moment is asked for because the format demands one, and nobody
//! is named as its author.

mod cover;
mod look;
mod section;

use crate::{
    Form, Words,
    boxes::{self, Cells},
    codes::{self, Codes},
    layout,
    value::as_text,
};
use domain::{ids::Timestamp, questionnaire::QuestionId};
use look::Look;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// A workbook could not be made. That is a fault here, whatever is in the draft: what a cell cannot hold is left out.
#[derive(Debug, thiserror::Error)]
#[error("the workbook could not be written")]
pub struct NotWritten(#[from] XlsxError);

/// The form as an XLSX workbook (ISO/IEC 29500), with what is in the draft.
///
/// `made` is put down as when it was made.
///
/// # Errors
/// Where the form is larger than the format allows, which no questionnaire without faults is.
pub fn write(form: &Form<'_>, words: &Words<'_>, made: Timestamp) -> Result<Vec<u8>, NotWritten> {
    let sheets = layout::sheets(form);
    let mut codes = Codes::of(form, &sheets, words);
    let filled = filled(form, &mut codes);
    let look = Look::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(form, words, made)?);
    cover::add(workbook.add_worksheet(), form, &codes, words, &look)?;
    for sheet in &sheets {
        section::Page {
            form,
            words,
            codes: &codes,
            filled: &filled,
            look: &look,
        }
        .add(workbook.add_worksheet(), sheet)?;
    }
    add_codes(workbook.add_worksheet(), &codes)?;
    Ok(workbook.save_to_buffer()?)
}

/// The cells of every answer; what they cannot hold is noted as left out.
fn filled<'a>(form: &Form<'a>, codes: &mut Codes) -> BTreeMap<&'a QuestionId, Cells> {
    let mut filled = BTreeMap::new();
    for question in form.asked() {
        match boxes::fill(question, &form.draft.typed(&question.id), codes) {
            Some(cells) => {
                filled.insert(&question.id, cells);
            }
            None => codes.leave_out(&question.id),
        }
    }
    filled
}

/// The title on every sheet, in the properties and in the head of printed pages.
fn title(form: &Form<'_>, words: &Words<'_>) -> String {
    let cycle = form.cycle.to_string();
    words.say_with("workbook-title", &[("state", form.state_name), ("cycle", &cycle)])
}

fn properties(form: &Form<'_>, words: &Words<'_>, made: Timestamp) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::from_timestamp(made.utc().unix_timestamp())?;
    Ok(DocProperties::new()
        .set_title(title(form, words))
        .set_subject(words.say("workbook-notice-voluntary"))
        .set_creation_datetime(&made))
}

/// The hidden sheet.
fn add_codes(sheet: &mut Worksheet, codes: &Codes) -> Result<(), XlsxError> {
    sheet.set_name(codes::SHEET)?.set_very_hidden(true);
    for (row, entry) in (0_u32..).zip(&codes.0) {
        for (column, text) in (0_u16..).zip([&entry.group, &entry.code, &entry.label]) {
            sheet.write_string(row, column, as_text(text))?;
        }
    }
    lock(sheet);
    Ok(())
}

/// Lock the sheet, without a password. Lines and columns may be made higher and wider.
fn lock(sheet: &mut Worksheet) {
    sheet.protect_with_options(&ProtectionOptions {
        format_rows: true,
        format_columns: true,
        ..ProtectionOptions::new()
    });
}

/// How a sheet is printed: on A4, one page wide, with what must stand on every page.
fn set_up_pages(sheet: &mut Worksheet, form: &Form<'_>, words: &Words<'_>) {
    const A4: u8 = 9;
    // In a foot line an ampersand begins a command.
    let plain = |text: &str| text.replace('&', "&&");
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_right_to_left(words.right_to_left)
        .set_header(format!("&L{}&R&A", plain(&title(form, words))))
        .set_footer(format!("&L{}&R&P / &N", plain(&words.say("workbook-notice-voluntary"))));
}
