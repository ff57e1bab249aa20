//! What is in a file with a questionnaire, or what is wrong with it.
//!
//! A questionnaire comes as JSON, which says everything about it, or as a table (CSV), which holds its questions and
//! leaves title, language and version as they are. A table is also what spreadsheets write, so it may be separated by
//! commas, semicolons or tabs, as the first line shows, and a cell that was quoted against being taken for a formula is
//! unquoted. A file that cannot be read changes nothing, and everything that is wrong with it is said at once.

use domain::{
    cell,
    commitment::Commitments,
    guard,
    questionnaire::{Fault, Questionnaire},
};
use std::{collections::BTreeSet, iter};

/// The most octets of a file: several times the longest questionnaire there can be.
pub const FILE_MAX: usize = 1_024 * 1_024;

/// Why a file is no content of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is nothing in it.
    Empty,
    /// It is larger than [`FILE_MAX`].
    TooLarge,
    /// It is no UTF-8.
    NotUtf8,
    /// It carries a classification marking.
    Classified,
    /// It is JSON with a mistake, or of another shape: where.
    Json {
        /// The line, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
    },
    /// It is the content of another version.
    OtherVersion,
    /// Its table has faults.
    Faulty(BTreeSet<Fault>),
}

impl Unread {
    /// The end of the message id that says it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::Classified => "classified",
            Self::Json { .. } => "json",
            Self::OtherVersion => "other-version",
            Self::Faulty(_) => "faulty",
        }
    }

    /// What is said of a file that nothing is kept of.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Empty, Self::TooLarge, Self::NotUtf8, Self::Classified]
            .into_iter()
            .find(|why| why.code() == code)
    }
}

/// The text of a file that may be kept and looked at.
///
/// # Errors
/// Where nothing of it may be kept.
pub fn text(file: &[u8]) -> Result<&str, Unread> {
    if file.len() > FILE_MAX {
        return Err(Unread::TooLarge);
    }
    let text = str::from_utf8(file).map_err(|_| Unread::NotUtf8)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        Err(Unread::Empty)
    } else if guard::classification_marking(text).is_some() {
        Err(Unread::Classified)
    } else {
        Ok(text)
    }
}

/// What this text makes of a version: JSON in place of it, a table in place of its questions.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(
    text: &str,
    into: &Questionnaire,
    known: &Commitments,
    before: Option<&Questionnaire>,
) -> Result<Questionnaire, Unread> {
    if !is_json(text) {
        return into.with_table(&table(text), known, before).map_err(Unread::Faulty);
    }
    let read = whole(text)?;
    if read.version == into.version {
        Ok(read)
    } else {
        Err(Unread::OtherVersion)
    }
}

/// The questionnaire in this JSON, whichever version it is.
///
/// # Errors
/// Where it is none.
pub fn whole(text: &str) -> Result<Questionnaire, Unread> {
    Questionnaire::from_json(text).map_err(|wrong| Unread::Json {
        line: wrong.line(),
        column: wrong.column(),
    })
}

/// Whether this text is meant as JSON.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// The cells of a table as spreadsheets write it (RFC 4180, with the separator that its first line has). A line with
/// nothing on it is a row, as it is in the spreadsheet: what is wrong is told by the rows people see there.
pub fn table(text: &str) -> Vec<Vec<String>> {
    let (separator, text) = separator(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut rows, mut record, mut at) = (Vec::new(), csv::StringRecord::new(), 0);
    // What could fail is reading, and it is in memory; or its letters, and it is a text.
    while reader.read_record(&mut record).is_ok_and(|is_one| is_one) {
        rows.extend(iter::repeat_n(Vec::new(), empty_lines(text, at)));
        rows.push(record.iter().map(|cell| cell::plain(cell).to_owned()).collect());
        at = usize::try_from(reader.position().byte()).unwrap_or(text.len());
    }
    rows
}

/// How many lines with nothing on them begin there, where the row before ended.
fn empty_lines(text: &str, at: usize) -> usize {
    let (before, rest) = text.split_at_checked(at).unwrap_or_default();
    // Of two characters that end a line, the second belongs to the row before.
    let own = if before.ends_with('\r') {
        rest.strip_prefix('\n')
    } else {
        None
    };
    let rest = own.unwrap_or(rest);
    let next = rest.trim_start_matches(['\r', '\n']);
    rest[..rest.len() - next.len()].replace("\r\n", "\n").len()
}

/// Which of the three the first line has most of, and the text. Some spreadsheets say it in a line of its own, which is no
/// row: `sep=;`.
fn separator(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some([said]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (*said, rest);
    }
    // Every second piece between quotes is quoted.
    let bare: String = first.split('"').step_by(2).collect();
    let count = |wanted: char| bare.chars().filter(|c| *c == wanted).count();
    let [comma, semicolon, tab] = [',', ';', '\t'].map(count);
    let most = if semicolon > comma.max(tab) {
        b';'
    } else if tab > comma {
        b'\t'
    } else {
        b','
    };
    (most, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::questionnaire::Column;

    #[test]
    fn a_table_is_read_as_spreadsheets_write_it() {
        let cells = [["a", "b \"c\", d"], ["e\r\nf", "=1"]].map(|row| row.map(str::to_owned).to_vec());
        for text in [
            "a,\"b \"\"c\"\", d\"\r\n\"e\r\nf\",'=1\r\n",
            "a;\"b \"\"c\"\", d\"\n\"e\r\nf\";'=1",
            "a\t\"b \"\"c\"\", d\"\n\"e\r\nf\"\t=1\n",
        ] {
            assert_eq!(table(text), cells, "{text}");
        }
        assert_eq!(table("a,b\n,\n"), [["a", "b"], ["", ""]]);
        assert!(table("").is_empty());
        assert_eq!(
            table("sep=;\r\na,1;b\r\nc;\"d \"\"e\"\"\"\r\n"),
            [["a,1", "b"], ["c", "d \"e\""]]
        );
        assert_eq!(table("a,b\rc,d\r"), [["a", "b"], ["c", "d"]]);
        assert_eq!(table("a,b 5\" c\n"), [["a", "b 5\" c"]]);
    }

    #[test]
    fn what_is_wrong_is_told_by_the_rows_of_the_spreadsheet() {
        let rows = table("a,b\r\n\r\n\"c\r\n\r\nd\",e\r\n\r\n\r\nf,g");
        let none: [&str; 0] = [];
        let expected: [&[&str]; 6] = [&["a", "b"], &none, &["c\r\n\r\nd", "e"], &none, &none, &["f", "g"]];
        assert_eq!(rows, expected);

        let (shipped, known) = (Questionnaire::shipped().unwrap(), Commitments::shipped());
        let mut lines: Vec<String> = shipped.to_table().iter().map(|row| line(row)).collect();
        lines[2] = lines[2].replacen("\"short\"", "\"brief\"", 1);
        lines.insert(1, "\r\n".to_owned());
        let faulty = |text: &str| -> Vec<_> {
            match read(text, &shipped, &known, None) {
                Err(Unread::Faulty(faults)) => faults.into_iter().map(|fault| (fault.row, fault.column)).collect(),
                other => panic!("it has a fault: {other:?}"),
            }
        };
        let expected = vec![(Some(4), Column::Tier)];
        assert_eq!(faulty(&lines.concat()), expected);
        let all = lines.concat().replace("\",\"", "\";\"");
        let marked = format!("\u{FEFF}{all}");
        assert_eq!(
            faulty(text(marked.as_bytes()).unwrap()),
            expected,
            "with a byte order mark and semicolons"
        );
    }

    #[test]
    fn what_was_written_as_a_table_or_as_json_is_read_back() {
        let (shipped, known) = (Questionnaire::shipped().unwrap(), Commitments::shipped());
        let text: String = shipped.to_table().iter().map(|row| line(row)).collect();
        assert_eq!(read(&text, &shipped, &known, None), Ok(shipped.clone()));
        assert_eq!(read(&shipped.to_json(), &shipped, &known, None), Ok(shipped));
    }

    fn line(row: &[String]) -> String {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\r\n"
    }

    #[test]
    fn what_is_wrong_is_said_and_a_marking_is_looked_for_first() {
        assert_eq!(text(b" \n"), Err(Unread::Empty));
        assert_eq!(text(&[0xFF]), Err(Unread::NotUtf8));
        assert_eq!(text(b"{\"title\": \"NATO SECRET\"}"), Err(Unread::Classified));
        assert_eq!(text(&vec![b'a'; FILE_MAX + 1]), Err(Unread::TooLarge));
        let (shipped, known) = (Questionnaire::shipped().unwrap(), Commitments::shipped());
        let read = |text: &str| read(text, &shipped, &known, None).map(|_| ());
        assert_eq!(read("{\n \"version\": 3"), Err(Unread::Json { line: 2, column: 13 }));
        let other = shipped.to_json().replace("\"2026.1\"", "\"2027.1\"");
        assert_eq!(read(&other), Err(Unread::OtherVersion));
        let Err(Unread::Faulty(faults)) = read("section,question\na,B\n") else {
            panic!("it has faults");
        };
        assert_eq!(faults.len(), 13, "every column that is not there");
    }
}
