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
    /// Control characters are written in a notation of the format's own, `_x0007_`, which text can imitate: some programs
    /// take that for a character, or some of it away. And the program that writes the workbook takes a text between the
    /// tags of a run, `<r>` and `</r>`, for markup of its own.
    pub fn fits_a_cell(&self) -> bool {
        let is_plain = |c: char| domain::answer::Text::may_hold(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
        match self {
            Self::Text(text) => {
                let is_short = text.encode_utf16().count() <= CELL_MAX;
                is_short && text.chars().all(is_plain) && !is_a_run(text) && !imitates_a_control(text)
            }
            Self::Number(_) | Self::Flag(_) | Self::Moment { .. } => true,
        }
    }
}

fn is_a_run(text: &str) -> bool {
    text.starts_with("<r>") && text.ends_with("</r>")
}

/// Whether there is an `x`, four digits of sixteen and a `_` somewhere.
fn imitates_a_control(text: &str) -> bool {
    let imitates =
        |part: &[u8]| matches!(part, [b'x' | b'X', digits @ .., b'_'] if digits.iter().all(u8::is_ascii_hexdigit));
    text.as_bytes().windows(6).any(imitates)
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
    fn what_imitates_a_control_character_does_not_fit() {
        for text in ["_x0041_", "_x005F_x0041_", "x005F_", "a_X00e9_b"] {
            assert!(!Value::Text(text.into()).fits_a_cell(), "{text}");
        }
        for text in ["_x0041", "x00g1_", "0x0041", "max_1000_", "x_", "\u{e9}x\u{e9}\u{e9}_"] {
            assert!(Value::Text(text.into()).fits_a_cell(), "{text}");
        }
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
