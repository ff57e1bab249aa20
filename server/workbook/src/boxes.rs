//! From the boxes of a draft to cells, and back.
//!
//! [`take`] is the only way from cells to boxes, and [`fill`] uses it too: an answer is put into the workbook only if it
//! would come out of it as it is. So the promise that what nobody touched comes back exactly does not rest on two pieces
//! of code agreeing; where they would not, the answer is left out of the workbook.

use crate::{
    codes::Codes,
    layout::{Column, Line, Part, Takes, offers_other},
    lists::{ACTUAL, ListName},
    value::Value,
};
use domain::{
    draft::Typed,
    questionnaire::{Kind, Question},
    report::TypedAnswer,
};
use std::collections::BTreeMap;

/// What stands in the cells for the answer to one question: by the place of the line among the question's, and column.
pub(crate) type Cells = BTreeMap<(usize, Column), Value>;

/// A line, by its place among the question's, that is answered by yes or no, and is answered by something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotYesOrNo(pub usize);

/// The cells for an answer, or none where they cannot hold it.
pub(crate) fn fill(question: &Question, typed: &TypedAnswer, codes: &Codes) -> Option<Cells> {
    let cells = cells(question, typed, codes);
    let comes_back = take(question, &cells, codes, typed).as_ref() == Ok(typed);
    (comes_back && cells.values().all(Value::fits_a_cell)).then_some(cells)
}

fn cells(question: &Question, typed: &TypedAnswer, codes: &Codes) -> Cells {
    let lines = Line::of(question);
    let places = lines.iter().enumerate();
    let cells = places.flat_map(|(place, line)| Column::ALL.map(|column| (place, column, line)));
    let filled = cells.filter_map(|(place, column, line)| {
        let takes = line.takes(column)?;
        let value = cell(line, column, &takes, typed, codes);
        let is_blank = matches!(&value, Value::Text(text) if text.is_empty());
        (!is_blank).then_some(((place, column), value))
    });
    filled.collect()
}

fn cell(line: &Line<'_>, column: Column, takes: &Takes, typed: &TypedAnswer, codes: &Codes) -> Value {
    let boxes = &typed.value;
    let text = |text: &str| Value::Text(text.to_owned());
    let chosen = |code: &str| match takes {
        Takes::OneOf(list) if !code.is_empty() => text(codes.list(list).label_of(code)),
        _ => text(code),
    };
    match (line.part, column) {
        (Part::Tick(choice), _) if boxes.choices.iter().any(|code| choice.code.as_str() == code) => chosen("yes"),
        (Part::Tick(_), _) => text(""),
        (Part::Which, _) => text(&boxes.other),
        (Part::Whole, Column::Language) => chosen(&boxes.language),
        (Part::Whole, Column::Estimate) if boxes.estimate.is_empty() && !boxes.text.is_empty() => chosen(ACTUAL),
        (Part::Whole, Column::Estimate) => chosen(&boxes.estimate),
        (Part::Whole, Column::Cannot) => chosen(&boxes.cannot),
        (Part::Whole, Column::Audience) => chosen(&typed.audience),
        (Part::Whole, Column::Evidence) => text(&typed.evidence.join("\n")),
        (Part::Whole, _) => match takes {
            Takes::OneOf(_) => chosen(&boxes.text),
            Takes::Number => number(&boxes.text),
            Takes::Date => text(&written_date(boxes)),
            Takes::Text(_) | Takes::Links => text(&boxes.text),
        },
    }
}

/// A number where the text is one as a spreadsheet would show it; other texts are kept as they are.
fn number(text: &str) -> Value {
    match text.parse::<u32>() {
        Ok(number) if number.to_string() == text => Value::Number(number.into()),
        _ => Value::Text(text.to_owned()),
    }
}

/// As far as it is known: 2026, 2026-3, 2026-3-27.
fn written_date(boxes: &Typed) -> String {
    match (&*boxes.month, &*boxes.day) {
        ("", "") => boxes.year.clone(),
        (month, "") => format!("{}-{month}", boxes.year),
        (month, day) => format!("{}-{month}-{day}", boxes.year),
    }
}

/// The boxes as these cells say. A box without a cell is as it was before.
pub(crate) fn take(
    question: &Question,
    cells: &Cells,
    codes: &Codes,
    before: &TypedAnswer,
) -> Result<TypedAnswer, NotYesOrNo> {
    let whole = |column| cells.get(&(0, column));
    let text = |column| whole(column).map(plain).unwrap_or_default();
    let chosen = |column, list: &ListName| codes.list(list).code_of(&text(column)).to_owned();
    let mut typed = before.clone();
    let boxes = &mut typed.value;
    match &question.kind {
        Kind::Choice(_) => boxes.text = chosen(Column::Answer, &ListName::Of(question.id.clone())),
        Kind::Progress => boxes.text = chosen(Column::Answer, &ListName::Progress),
        Kind::Choices(_) => boxes.choices = ticked(question, cells, codes, &before.value.choices)?,
        Kind::Number { .. } => {
            boxes.text = text(Column::Answer);
            boxes.estimate = chosen(Column::Estimate, &ListName::Estimate);
            if boxes.estimate == ACTUAL {
                boxes.estimate.clear();
            }
        }
        Kind::Date => (boxes.year, boxes.month, boxes.day) = date(whole(Column::Answer)),
        Kind::Text { .. } => {
            boxes.text = text(Column::Answer);
            boxes.language = chosen(Column::Language, &ListName::Language);
        }
        Kind::Evidence => {}
    }
    if offers_other(&question.kind) {
        let last = Line::of(question).len() - 1;
        boxes.other = cells.get(&(last, Column::Answer)).map(plain).unwrap_or_default();
    }
    keep_blank(boxes, &before.value);
    boxes.cannot = chosen(Column::Cannot, &ListName::CannotOrNone);
    typed.audience = chosen(Column::Audience, &ListName::Audience);
    typed.evidence = links(&text(Column::Evidence));
    // Who confirmed last year's answer confirmed that one.
    typed.confirmed = before
        .confirmed
        .filter(|_| typed.value == before.value && typed.evidence == before.evidence);
    Ok(typed)
}

/// Some programs keep no cell of white space alone, so what is blank is as blank as before.
fn keep_blank(now: &mut Typed, before: &Typed) {
    for (now, before) in [(&mut now.text, &before.text), (&mut now.other, &before.other)] {
        if now.trim().is_empty() && before.trim().is_empty() {
            now.clone_from(before);
        }
    }
}

/// A cell as text, with the one end of a line that drafts have.
fn plain(value: &Value) -> String {
    value.text().replace("\r\n", "\n").replace('\r', "\n")
}

/// One link a line.
fn links(cell: &str) -> Vec<String> {
    let written = cell.split('\n').filter(|line| !line.trim().is_empty());
    written.map(str::to_owned).collect()
}

/// What is ticked, in the order of before. A code that is not offered has no line: it stays, and the portal says so.
fn ticked(question: &Question, cells: &Cells, codes: &Codes, before: &[String]) -> Result<Vec<String>, NotYesOrNo> {
    let mut yes = Vec::new();
    for (place, line) in Line::of(question).iter().enumerate() {
        if let Part::Tick(choice) = line.part
            && is_yes(cells.get(&(place, Column::Answer)), codes).ok_or(NotYesOrNo(place))?
        {
            yes.push(choice.code.as_str());
        }
    }
    let is_offered = |code: &str| question.kind.offers().iter().any(|choice| choice.code.as_str() == code);
    let stays = |code: &&str| yes.contains(code) || !is_offered(code);
    let old = before.iter().map(String::as_str).filter(stays);
    let new = yes.iter().copied().filter(|code| before.iter().all(|old| old != code));
    Ok(old.chain(new).map(str::to_owned).collect())
}

fn is_yes(cell: Option<&Value>, codes: &Codes) -> Option<bool> {
    match cell {
        None => Some(false),
        Some(Value::Flag(flag)) => Some(*flag),
        Some(value) => match codes.list(&ListName::YesNo).code_of(&value.text()) {
            "yes" => Some(true),
            "no" | "" => Some(false),
            _ => None,
        },
    }
}

/// Year, month and day. What is no date in this order is kept whole, for the portal to say so.
fn date(cell: Option<&Value>) -> (String, String, String) {
    let none = String::new;
    let Some(value) = cell else {
        return (none(), none(), none());
    };
    if let Value::Moment {
        date: (year, month, day),
        ..
    } = value
    {
        return (year.to_string(), month.to_string(), day.to_string());
    }
    let text = plain(value);
    match text.split('-').collect::<Vec<_>>()[..] {
        [year, month] => (year.to_owned(), month.to_owned(), none()),
        [year, month, day] => (year.to_owned(), month.to_owned(), day.to_owned()),
        _ => (text, none(), none()),
    }
}
