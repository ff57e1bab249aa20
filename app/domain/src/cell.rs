//! A cell of a table as text, as a spreadsheet reads it.
//!
//! A cell that a spreadsheet would take for a formula has an apostrophe in front (OWASP ASVS 5.0, 1.2.10): it begins with
//! `=`, `+`, `-`, `@`, a tab, a carriage return or NUL, or with white space before one of those, or with their full-width
//! forms, which some spreadsheets read as well. A cell that begins with an apostrophe has another, so that taking one off
//! gives back what was there.

use std::borrow::Cow;

/// This text as a cell that no spreadsheet takes for a formula.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_taken_for_a_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text of such a cell; of any other, the cell as it is.
pub fn plain(cell: &str) -> &str {
    let text = cell.strip_prefix('\'');
    text.filter(|text| is_taken_for_a_formula(text)).unwrap_or(cell)
}

fn is_taken_for_a_formula(text: &str) -> bool {
    let is_sign = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}'
        )
    };
    text.starts_with(['\t', '\r', '\0', '\'']) || text.trim_start().starts_with(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_formula_begins_with_has_an_apostrophe_in_front() {
        for text in ["=1+1", "@SUM(A1)", " -1", "\u{FF1D}1", "\t=1", "'tis"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["plain", "", "1 - 1", "a \"b\", c\r\nd"] {
            assert_eq!(guarded(text), text);
        }
        assert_eq!(plain("'tis"), "'tis", "nobody put that there");
    }

    proptest! {
        #[test]
        fn every_cell_can_be_read_back(text in "[-'=+@ \t\r\u{FF1D}a]{0,4}\\PC{0,8}") {
            let cell = guarded(&text);
            prop_assert!(!is_taken_for_a_formula(&cell) || cell.starts_with('\''));
            prop_assert_eq!(plain(&cell), &text);
        }
    }
}
