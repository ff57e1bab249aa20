//! XLSX (ISO/IEC 29500): the cells of a table as [`csv`](super::csv) has them, for people with a spreadsheet.
//!
//! Nothing in it is a formula. A cell is text whatever it begins with, so that it needs no apostrophe in front; only what
//! counts something, or is a year, is a number. Nothing invites to sort or to filter: no State is above another.
//!
//! The first sheet is the table, the second says where it is from. The same table makes the same bytes, so no time of
//! making is in it; which edition it is, the SHA-256 of the CSV with the same cells says better.

use super::rows::Rows;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};

/// What it is (RFC 9110, 8.3).
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The sheets. They are in no language, like the headings.
const SHEETS: [&str; 2] = ["table", "source"];
/// The columns of numbers, in whichever table they are.
const NUMBERS: [&str; 5] = ["cycle", "participating", "reported", "further", "words"];
/// How wide a column is at least and at most, in characters; longer text goes on in the next line of its cell.
const WIDTH: (usize, usize) = (8, 60);
/// A4, as the format counts sizes of paper.
const A4: u8 = 9;

/// What the second sheet says.
#[derive(Clone, Debug)]
pub struct Source {
    /// That it is self-reported, voluntary, and no assessment of compliance. It stands on each printed page too.
    pub notice: String,
    /// Where it is from and which edition it is: what each is called, and what it is.
    pub facts: Vec<(String, String)>,
}

/// The table as XLSX.
///
/// # Errors
/// Where a cell or the table is larger than the format allows, which nothing in a report can be.
pub fn written(rows: &Rows, source: &Source) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The format demands a time of making: always the same.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_subject(&source.notice);
    workbook.set_properties(&properties.set_creation_datetime(&made));
    let [table, about] = SHEETS;
    fill(workbook.add_worksheet().set_name(table)?, rows, source)?;
    explain(workbook.add_worksheet().set_name(about)?, source)?;
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, rows: &Rows, source: &Source) -> Result<(), XlsxError> {
    let (bold, plain) = (Format::new().set_bold(), running());
    for (column, heading) in (0_u16..).zip(&rows.heading) {
        write(sheet, (0, column), heading, &bold)?;
        sheet.set_column_width(column, width(rows, column.into()))?;
    }
    for (row, line) in (1_u32..).zip(&rows.lines) {
        for ((column, heading), cell) in (0_u16..).zip(&rows.heading).zip(line) {
            match number(heading, cell) {
                Some(number) => _ = sheet.write_number_with_format(row, column, number, &plain)?,
                None => write(sheet, (row, column), cell, &plain)?,
            }
        }
    }
    // A spreadsheet marks text that looks like a number as an error, where it is one that a State wrote.
    let (last, end) = (rows.lines.len(), rows.heading.len().saturating_sub(1));
    if let (Ok(last @ 1..), Ok(end)) = (u32::try_from(last), u16::try_from(end)) {
        sheet.ignore_error_range(1, 0, last, end, IgnoreError::NumberStoredAsText)?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_landscape();
    set_up_pages(sheet, source);
    Ok(())
}

/// A number, where the column has them and a spreadsheet shows it as it is written.
fn number(heading: &str, cell: &str) -> Option<u32> {
    let number = cell.parse().ok().filter(|number: &u32| number.to_string() == cell);
    number.filter(|_| NUMBERS.contains(&heading))
}

/// The second sheet.
fn explain(sheet: &mut Worksheet, source: &Source) -> Result<(), XlsxError> {
    let (bold, plain) = (Format::new().set_bold(), running());
    write(sheet, (0, 0), &source.notice, &bold)?;
    for (row, (name, what)) in (2_u32..).zip(&source.facts) {
        write(sheet, (row, 0), name, &bold)?;
        write(sheet, (row, 1), what, &plain)?;
    }
    sheet.set_column_width(0, 30)?.set_column_width(1, 80)?;
    set_up_pages(sheet, source);
    Ok(())
}

fn running() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// Text as text. An empty cell is none.
fn write(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    // XML cannot hold these two, whatever is done (XML 1.0, 2.2).
    let text = text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    if text.starts_with("<r>") && text.ends_with("</r>") {
        // The writer would take it for markup of its own, but never a run.
        let (first, rest) = text.split_at(1);
        let (one, other) = (Format::new(), Format::new());
        sheet.write_rich_string_with_format(row, column, &[(&one, first), (&other, rest)], format)?;
    } else if !text.is_empty() {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

/// As wide as the longest line in the column, within bounds.
fn width(rows: &Rows, column: usize) -> u8 {
    let cells = [&rows.heading].into_iter().chain(&rows.lines);
    let lines = cells.filter_map(|line| line.get(column)).flat_map(|cell| cell.lines());
    let longest = lines.map(|line| line.chars().count()).max().unwrap_or_default();
    u8::try_from(longest.clamp(WIDTH.0, WIDTH.1) + 2).unwrap_or(u8::MAX)
}

/// What is printed: one page wide, with the notice on each.
fn set_up_pages(sheet: &mut Worksheet, source: &Source) {
    // In a foot line an ampersand begins a command.
    let notice = source.notice.replace('&', "&&");
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_footer(format!("&L{notice}&R&P / &N"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Range, Reader, Xlsx};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn source() -> Source {
        Source {
            notice: "No assessment & no ranking".to_owned(),
            facts: vec![("Source".to_owned(), "https://verbale.example/data/x.xlsx".to_owned())],
        }
    }

    /// Cells that a spreadsheet or the format could take for something else.
    fn cell() -> impl Strategy<Value = String> {
        let strange = [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "'tis",
            " ",
            "\n",
            "one\r\ntwo",
            "5",
            "007",
            "TRUE",
            "#REF!",
            "<r>run</r>",
            "<b>&amp;</b>",
            "_x0041_",
            "_x005F_x0041_",
            "\u{7}",
            "2026-03-27",
            "{=1}",
            "نص 😀",
        ];
        prop_oneof![
            prop::sample::select(strange.to_vec()).prop_map(str::to_owned),
            "\\PC{0,60}"
        ]
    }

    fn rows() -> impl Strategy<Value = Rows> {
        let line = || prop::collection::vec(cell(), 3);
        let year = |mut line: Vec<String>, year: u32| {
            line.push(year.to_string());
            line
        };
        prop::collection::vec((line(), any::<u32>()), 0..12).prop_map(move |lines| Rows {
            heading: ["=a", "b", "c", "cycle"].map(str::to_owned).to_vec(),
            lines: lines.into_iter().map(|(line, number)| year(line, number)).collect(),
        })
    }

    fn read(bytes: &[u8], sheet: &str) -> Range<Data> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        assert_eq!(book.sheet_names(), SHEETS);
        for sheet in SHEETS {
            assert!(book.worksheet_formula(sheet).expect("a sheet").is_empty(), "no formula");
        }
        book.worksheet_range(sheet).expect("a sheet")
    }

    proptest! {
        #[test]
        fn it_holds_exactly_the_cells_of_the_table(rows in rows()) {
            let bytes = written(&rows, &source()).expect("a workbook");
            let table = read(&bytes, "table");
            prop_assert_eq!(table.height(), 1 + rows.lines.len());
            for (row, line) in (0_u32..).zip([&rows.heading].into_iter().chain(&rows.lines)) {
                for (column, cell) in (0_u32..).zip(line) {
                    let found = table.get_value((row, column)).unwrap_or(&Data::Empty);
                    prop_assert_eq!(&found.to_string(), cell, "{:?}", found);
                    let is_number = row > 0 && column == 3;
                    prop_assert_eq!(matches!(found, Data::Float(_) | Data::Int(_)), is_number, "{:?}", found);
                }
            }
        }
    }

    #[test]
    fn the_same_table_makes_the_same_bytes_and_says_where_it_is_from() {
        let mut rows = Rows::headed(&["a", "notice"]);
        rows.lines.push(vec!["1".to_owned(), "No assessment".to_owned()]);
        let bytes = written(&rows, &source()).expect("a workbook");
        assert_eq!(bytes, written(&rows, &source()).expect("a workbook"));
        let about = read(&bytes, "source");
        let says = |row, column| {
            about
                .get_value((row, column))
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        assert_eq!(says(0, 0), source().notice);
        assert_eq!(
            [says(2, 0), says(2, 1)],
            ["Source", "https://verbale.example/data/x.xlsx"]
        );
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_line_within_bounds() {
        let mut rows = Rows::headed(&["a", "a longer heading", "words"]);
        rows.lines
            .push(vec!["ä".to_owned(), "short".to_owned(), "word ".repeat(40)]);
        assert_eq!([0, 1, 2].map(|column| width(&rows, column)), [10, 18, 62]);
    }
}
