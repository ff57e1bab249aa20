//! The cells of a sheet.
//!
//! Cells are read one after the other as they stand in the file, and never as a rectangle: a single cell in the last
//! corner of a sheet would make that rectangle larger than memory.

use super::{Spot, Unreadable};
use crate::value::{Value, cell_name};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};
use std::{collections::BTreeMap, io::Cursor};

/// The most bytes of text in the cells of a workbook together. A string can be referred to by many cells.
pub const TEXT_MAX: usize = 16 * 1024 * 1024;

/// The cells that are not empty, by row and column, counted from 0.
pub(super) type Grid = BTreeMap<u32, BTreeMap<u32, Value>>;

/// A workbook that is open.
pub(super) struct Book {
    xlsx: Xlsx<Cursor<Vec<u8>>>,
    text_left: usize,
}

impl Book {
    /// Open a workbook whose parts were looked over.
    pub(super) fn open(package: Vec<u8>) -> Result<Self, Unreadable> {
        let xlsx = Xlsx::new(Cursor::new(package)).map_err(|_| Unreadable::Damaged)?;
        Ok(Self {
            xlsx,
            text_left: TEXT_MAX,
        })
    }

    /// The names of its sheets, hidden ones included.
    pub(super) fn names(&self) -> Vec<String> {
        self.xlsx.sheet_names()
    }

    /// The cells of a sheet, which has at most so many rows.
    pub(super) fn sheet(&mut self, name: &str, max: u32) -> Result<Grid, Unreadable> {
        let mut cells = self
            .xlsx
            .worksheet_cells_reader(name)
            .map_err(|_| Unreadable::Damaged)?;
        let mut grid = Grid::new();
        // Of a formula only that it is one: the other way of asking writes each out.
        while let Some(cell) = cells
            .next_cell_with_formula_metadata()
            .map_err(|_| Unreadable::Damaged)?
        {
            let (row, column) = cell.pos;
            let spot = || spot(name, row, column);
            if cell.formula.is_some() {
                return Err(Unreadable::Formula(spot()));
            }
            let Some(value) = value(cell.value).map_err(|IsAnError| Unreadable::ErrorValue(spot()))? else {
                continue;
            };
            if row >= max {
                let sheet = shown(name);
                return Err(Unreadable::TooManyRows { sheet, max });
            }
            let less = self.text_left.checked_sub(value.text().len());
            self.text_left = less.ok_or(Unreadable::UnpacksTooMuch)?;
            grid.entry(row).or_default().insert(column, value);
        }
        Ok(grid)
    }
}

/// A cell, as it is named to people.
pub(super) fn spot(sheet: &str, row: u32, column: u32) -> Spot {
    Spot {
        sheet: shown(sheet),
        cell: cell_name(row, column),
    }
}

/// A sheet's name, which is anything at all in a workbook that was not made by a spreadsheet program.
pub(super) fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}

struct IsAnError;

fn value(cell: DataRef<'_>) -> Result<Option<Value>, IsAnError> {
    let text = |text: String| (!text.is_empty()).then_some(Value::Text(text));
    Ok(match cell {
        DataRef::Empty => None,
        DataRef::String(string) | DataRef::DurationIso(string) => text(string),
        DataRef::SharedString(string) => text(string.to_owned()),
        DataRef::DateTimeIso(string) => iso_date(&string).or_else(|| text(string)),
        DataRef::Int(number) => text(number.to_string()),
        DataRef::Float(number) => Some(Value::Number(number)),
        DataRef::Bool(flag) => Some(Value::Flag(flag)),
        DataRef::DateTime(moment) => Some(moment_value(moment)),
        DataRef::Error(_) => return Err(IsAnError),
    })
}

/// A moment. Lengths of time and times without a day are none: they stay numbers.
fn moment_value(moment: ExcelDateTime) -> Value {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_datetime() && moment.as_f64() >= 1.0 {
        Value::Moment {
            date: (year, month, day),
            clock: (hour, minute, second),
        }
    } else {
        Value::Number(moment.as_f64())
    }
}

/// A day as ISO 8601 has it, at the beginning of this text; its time of day, if any, is left to the text.
fn iso_date(text: &str) -> Option<Value> {
    let date = match text.split_once('T') {
        None => text,
        Some((date, clock)) => clock.bytes().all(|byte| b"0:.Z".contains(&byte)).then_some(date)?,
    };
    let mut parts = date.splitn(3, '-');
    let date = (
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    );
    Some(Value::Moment { date, clock: (0, 0, 0) })
}
