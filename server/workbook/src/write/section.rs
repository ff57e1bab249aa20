//! The sheet of a section.

use super::{Look, lock, set_up_pages};
use crate::{
    Form, Words,
    boxes::Cells,
    codes::{self, Codes},
    layout::{Column, FIRST, HEADINGS, Line, Part, Sheet, Takes},
    value::{Value, as_text},
};
use domain::questionnaire::QuestionId;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, Formula, IgnoreError, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// The most characters of a hint beside a cell: a limit of the format.
const HINT_MAX: usize = 255;
/// The largest whole number a spreadsheet keeps to the last digit.
const NUMBER_MAX: &str = "9007199254740991";

/// What the sheets of sections are made from.
pub(super) struct Page<'a> {
    pub form: &'a Form<'a>,
    pub words: &'a Words<'a>,
    pub codes: &'a Codes,
    pub filled: &'a BTreeMap<&'a QuestionId, Cells>,
    pub look: &'a Look,
}

impl Page<'_> {
    pub(super) fn add(&self, on: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
        on.set_name(&sheet.name)?;
        self.head(on, sheet)?;
        // The place of a line among those of its question.
        let mut place = 0;
        let mut row = FIRST;
        for line in &sheet.lines {
            place = if matches!(line.part, Part::Whole) { 0 } else { place + 1 };
            for column in Column::ALL {
                self.cell(on, row, column, line, place)?;
            }
            row += 1;
        }
        // What is typed as text often looks like a number.
        let (first, last) = (Column::Answer.index(), Column::Evidence.index());
        on.ignore_error_range(FIRST, first, row - 1, last, IgnoreError::NumberStoredAsText)?;
        on.set_freeze_panes(FIRST, Column::Guidance.index())?;
        on.set_landscape().set_repeat_rows(HEADINGS, HEADINGS)?;
        set_up_pages(on, self.form, self.words);
        lock(on);
        Ok(())
    }

    /// The section's title and guidance, and the headings.
    fn head(&self, on: &mut Worksheet, sheet: &Sheet<'_>) -> Result<(), XlsxError> {
        let (first, last) = (Column::Question.index(), Column::Evidence.index());
        let (title, guidance) = (&sheet.section.title, &sheet.section.guidance);
        on.merge_range(0, first, 0, last, &as_text(title), &self.look.title)?;
        on.merge_range(1, first, 1, last, &as_text(guidance), &self.look.text)?;
        on.set_row_height(0, 24)?.set_row_height(1, height(guidance))?;
        for column in Column::ALL {
            let heading = self.codes.label(codes::HEADINGS, column.code()).unwrap_or_default();
            on.write_string_with_format(HEADINGS, column.index(), as_text(heading), &self.look.heading)?;
            on.set_column_width(column.index(), width(column))?;
        }
        Ok(())
    }

    fn cell(
        &self,
        on: &mut Worksheet,
        row: u32,
        column: Column,
        line: &Line<'_>,
        place: usize,
    ) -> Result<(), XlsxError> {
        let filled = self.filled.get(&line.question.id);
        let (Some(cells), Some(takes)) = (filled, line.takes(column)) else {
            let text = line.says(column, filled.is_none(), |remark| self.codes.remark(remark));
            on.write_string_with_format(row, column.index(), as_text(&text), self.closed(line, column))?;
            return Ok(());
        };
        let format = if takes == Takes::Number {
            &self.look.number
        } else {
            &self.look.open
        };
        match cells.get(&(place, column)) {
            None => on.write_blank(row, column.index(), format)?,
            Some(Value::Number(number)) => on.write_number_with_format(row, column.index(), *number, format)?,
            // As a string, whatever it begins with: no formula comes out of a draft.
            Some(value) => on.write_string_with_format(row, column.index(), value.text(), format)?,
        };
        let valid = self.validation(&takes)?;
        on.add_data_validation(row, column.index(), row, column.index(), &valid)?;
        Ok(())
    }

    fn closed(&self, line: &Line<'_>, column: Column) -> &Format {
        match (column, line.part) {
            (Column::Id, _) => &self.look.id,
            (Column::Question, Part::Whole) => &self.look.question,
            (Column::Question, _) => &self.look.choice,
            (Column::Guidance, _) => &self.look.guidance,
            _ => &self.look.closed,
        }
    }

    /// What may be typed into a cell, and what the spreadsheet says of it.
    fn validation(&self, takes: &Takes) -> Result<DataValidation, XlsxError> {
        let any = DataValidation::new;
        match takes {
            Takes::OneOf(list) => {
                let (first, last) = self.codes.rows(list).unwrap_or_default();
                let range = format!("={}!$C${}:$C${}", codes::SHEET, first + 1, last + 1);
                Ok(any().allow_list_formula(Formula::new(range)))
            }
            Takes::Number => {
                let rule = DataValidationRule::Between(Formula::new("0"), Formula::new(NUMBER_MAX));
                let hint = self.hint("workbook-hint-number", &[]);
                let valid = any().allow_whole_number_formula(rule);
                valid.set_input_message(&hint)?.set_error_message(hint)
            }
            Takes::Date => any().set_input_message(self.hint("workbook-hint-date", &[])),
            Takes::Links => any().set_input_message(self.hint("workbook-hint-links", &[])),
            Takes::Text(max) => {
                let most = u32::try_from(*max).unwrap_or(u32::MAX);
                let hint = self.hint("workbook-hint-text", &[("limit", &max.to_string())]);
                // Only a warning: the spreadsheet counts otherwise than the portal, which judges when it is brought back.
                let valid = any().allow_text_length(DataValidationRule::LessThanOrEqualTo(most));
                valid
                    .set_error_style(DataValidationErrorStyle::Warning)
                    .set_error_message(hint)
            }
        }
    }

    fn hint(&self, id: &str, values: &[(&str, &str)]) -> String {
        let said = self.words.say_with(id, values);
        // Half as many characters as units of UTF-16 fit in any language.
        let units = said.encode_utf16().count();
        let most = if units > HINT_MAX { HINT_MAX / 2 } else { HINT_MAX };
        said.chars().take(most).collect()
    }
}

/// How wide a column is, in characters. Together they fit a landscape page that can be read.
const fn width(column: Column) -> u8 {
    match column {
        Column::Id | Column::Estimate => 12,
        Column::Question => 36,
        Column::Guidance => 34,
        Column::Answer => 50,
        Column::Language => 14,
        Column::Cannot => 22,
        Column::Audience => 18,
        Column::Evidence => 28,
    }
}

/// How high a row is, in points, for a text across the whole sheet: joined cells do not grow with their text.
fn height(text: &str) -> f64 {
    const ACROSS: usize = 180;
    const LINE: u16 = 15;
    let lines: usize = text.lines().map(|line| line.chars().count() / ACROSS + 1).sum();
    f64::from(LINE * u16::try_from(lines.clamp(1, 20)).unwrap_or(1))
}
