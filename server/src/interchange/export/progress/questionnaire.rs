//! A version of the questionnaire: its JSON as it was opened, and its table.

use crate::interchange::export::csv::Lines;
use domain::questionnaire::Frozen;

/// The bytes its hash is of.
pub fn json(questionnaire: &Frozen) -> Vec<u8> {
    questionnaire.to_json().into_bytes()
}

/// A line for each question, as it can be imported again; with a column that says whose text it is.
pub fn table(questionnaire: &Frozen, notice: &str) -> Vec<u8> {
    let mut rows = questionnaire.to_table().into_iter();
    let heading = rows.next().unwrap_or_default();
    let with = |row: Vec<String>, last: &str| [row, vec![last.to_owned()]].concat();
    let mut lines = Lines::beginning(&with(heading, "notice"));
    for row in rows {
        let row = with(row, notice);
        lines.add(row.iter().map(String::as_str));
    }
    lines.into_bytes()
}
