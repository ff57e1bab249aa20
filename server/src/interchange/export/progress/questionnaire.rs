//! A version of the questionnaire: its JSON as it was opened, and its table.

use crate::interchange::export::rows::Rows;
use domain::questionnaire::Frozen;

/// The bytes its hash is of.
pub fn json(questionnaire: &Frozen) -> Vec<u8> {
    questionnaire.to_json().into_bytes()
}

/// A line for each question, as it can be imported again; with a column that says whose text it is.
pub fn table(questionnaire: &Frozen, notice: &str) -> Rows {
    let mut rows = questionnaire.to_table().into_iter();
    let with = |row: Vec<String>, last: &str| [row, vec![last.to_owned()]].concat();
    Rows {
        heading: with(rows.next().unwrap_or_default(), "notice"),
        lines: rows.map(|row| with(row, notice)).collect(),
    }
}
