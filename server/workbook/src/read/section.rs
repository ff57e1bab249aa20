//! The answers on the sheet of a section.

use super::{
    Spot, Unreadable,
    grid::{Grid, shown, spot},
};
use crate::{
    boxes::{self, Cells},
    codes::{self, Codes},
    layout::{Column, FIRST, HEADINGS, Line, Part, Sheet},
    value::Value,
};
use domain::{
    questionnaire::QuestionId,
    report::{ReportDraft, TypedAnswer},
};
use std::collections::BTreeMap;

/// What is in the boxes of every question of a section.
pub(super) fn answers(
    sheet: &Sheet<'_>,
    grid: &Grid,
    codes: &Codes,
    draft: &ReportDraft,
) -> Result<BTreeMap<QuestionId, TypedAnswer>, Unreadable> {
    let found = Found { sheet, grid, codes };
    found.check_head()?;
    let rows = found.rows()?;
    let mut answers = BTreeMap::new();
    for whole in sheet.lines.iter().filter(|line| matches!(line.part, Part::Whole)) {
        let question = whole.question;
        let mut cells = Cells::new();
        let mut places = Vec::new();
        for (place, line) in Line::of(question).iter().enumerate() {
            let row = found.row(line, &rows)?;
            places.push(row);
            let open = found.line(line, row)?;
            cells.extend(open.into_iter().map(|(column, value)| ((place, column), value.clone())));
        }
        let before = draft.typed(&question.id);
        let typed = if codes.is_left_out(&question.id) {
            before
        } else {
            let read = boxes::take(question, &cells, codes, &before);
            read.map_err(|at| Unreadable::NotYesOrNo(found.spot(places[at.0], Column::Answer)))?
        };
        answers.insert(question.id.clone(), typed);
    }
    Ok(answers)
}

/// A sheet, as it was made and as it is.
struct Found<'a> {
    sheet: &'a Sheet<'a>,
    grid: &'a Grid,
    codes: &'a Codes,
}

impl<'a> Found<'a> {
    fn spot(&self, row: u32, column: Column) -> Spot {
        spot(&self.sheet.name, row, column.index().into())
    }

    fn at(&self, row: u32, column: Column) -> Option<&'a Value> {
        self.grid.get(&row)?.get(&column.index().into())
    }

    /// Whether there are the right words in this cell; how lines are broken makes no difference.
    fn says(&self, row: u32, column: Column, text: &str) -> bool {
        let found = self.at(row, column).map(Value::text).unwrap_or_default();
        found.split_whitespace().eq(text.split_whitespace())
    }

    /// Whether the headings are where they were, and nothing else is above or beside the lines.
    fn check_head(&self) -> Result<(), Unreadable> {
        for column in Column::ALL {
            let heading = self.codes.label(codes::HEADINGS, column.code()).unwrap_or_default();
            if !self.says(HEADINGS, column, heading) {
                return Err(Unreadable::HeadingChanged(self.spot(HEADINGS, column)));
            }
        }
        let question = u32::from(Column::Question.index());
        for (row, cells) in self.grid {
            for column in cells.keys() {
                let is_above = *row < HEADINGS && *column != question;
                if is_above || *column > Column::Evidence.index().into() {
                    return Err(Unreadable::Astray(spot(&self.sheet.name, *row, *column)));
                }
            }
        }
        Ok(())
    }

    /// Which line is in which row.
    fn rows(&self) -> Result<BTreeMap<String, u32>, Unreadable> {
        let mut rows = BTreeMap::new();
        for (row, cells) in self.grid.range(FIRST..) {
            let Some(id) = self.at(*row, Column::Id) else {
                let first = cells.keys().next().copied().unwrap_or_default();
                return Err(Unreadable::Astray(spot(&self.sheet.name, *row, first)));
            };
            let id = id.text().trim().to_owned();
            let at = self.spot(*row, Column::Id);
            if self.sheet.lines.iter().all(|line| line.id() != id) {
                return Err(Unreadable::LineUnknown(at));
            }
            if rows.insert(id, *row).is_some() {
                return Err(Unreadable::LineTwice(at));
            }
        }
        Ok(rows)
    }

    fn row(&self, line: &Line<'_>, rows: &BTreeMap<String, u32>) -> Result<u32, Unreadable> {
        let id = line.id();
        rows.get(&id).copied().ok_or_else(|| Unreadable::LineMissing {
            sheet: shown(&self.sheet.name),
            line: id,
        })
    }

    /// The cells of a line that are for answers, if the others are as they were.
    fn line(&self, line: &Line<'_>, row: u32) -> Result<Vec<(Column, &'a Value)>, Unreadable> {
        let left_out = self.codes.is_left_out(&line.question.id);
        let mut open = Vec::new();
        for column in Column::ALL {
            let value = self.at(row, column);
            if !left_out && line.takes(column).is_some() {
                open.extend(value.map(|value| (column, value)));
                continue;
            }
            let text = line.says(column, left_out, |remark| self.codes.remark(remark));
            let is_asked = column < Column::Answer;
            if (is_asked || value.is_some()) && !self.says(row, column, &text) {
                let at = self.spot(row, column);
                return Err(if is_asked {
                    Unreadable::TextChanged(at)
                } else {
                    Unreadable::Astray(at)
                });
            }
        }
        Ok(open)
    }
}
