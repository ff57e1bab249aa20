//! What a cell holds, as far as a form is concerned, and the names of cells.

use std::borrow::Cow;

/// The most characters of a cell, as UTF-16 counts them: a limit of the format.
const CELL_MAX: usize = 32_767;

/// The content of a cell that is not empty.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Text, also where it looks like something else.
    Text(String),
    /// A number.
    Number(f64),
    /// A truth value.
    Flag(bool),
    /// A moment that the spreadsheet keeps as one.
    Moment {
        /// Year, month, day.
        date: (u16, u8, u8),
        /// Hour, minute, second.
        clock: (u8, u8, u8),
    },
}

impl Value {
    /// What a reader of the workbook would write down: 5, not 5.0.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => number.to_string().into(),
            Self::Flag(true) => "TRUE".into(),
            Self::Flag(false) => "FALSE".into(),
            Self::Moment {
                date: (year, month, day),
                clock,
            } => match clock {
                (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}").into(),
                (hour, minute, second) => {
                    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}").into()
                }
            },
        }
    }

    /// Whether it comes back from a cell as it went in.
    ///
    /// Control characters are written in a notation of the format's own, which text can imitate. And the program that
    /// writes the workbook takes a text between the tags of a run, `<r>` and `</r>`, for markup of its own.
    pub fn fits_a_cell(&self) -> bool {
        let is_plain = |c: char| domain::answer::Text::may_hold(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
        match self {
            Self::Text(text) => {
                text.encode_utf16().count() <= CELL_MAX && text.chars().all(is_plain) && !is_a_run(text)
            }
            Self::Number(_) | Self::Flag(_) | Self::Moment { .. } => true,
        }
    }
}

fn is_a_run(text: &str) -> bool {
    text.starts_with("<r>") && text.ends_with("</r>")
}

/// A text of the questionnaire or of the portal, so that it is written as text.
pub(crate) fn as_text(text: &str) -> Cow<'_, str> {
    if is_a_run(text) {
        format!("{text} ").into()
    } else {
        text.into()
    }
}

/// The name of a cell, `D5`, from where it is, counted from 0.
pub(crate) fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        match left / 26 {
            0 => break,
            more => left = more - 1,
        }
    }
    letters.reverse();
    format!("{}{}", String::from_iter(letters), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (4, 3, "D5"),
            (9, 25, "Z10"),
            (0, 26, "AA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(cell_name(row, column), name);
        }
        assert_eq!(cell_name(u32::MAX, 0), "A4294967296");
    }

    #[test]
    fn a_number_is_written_plainly() {
        for (number, text) in [
            (5.0, "5"),
            (120.5, "120.5"),
            (0.0, "0"),
            (4_294_967_295.0, "4294967295"),
        ] {
            assert_eq!(Value::Number(number).text(), text);
        }
    }
}
