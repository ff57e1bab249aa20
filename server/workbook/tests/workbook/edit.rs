//! Changing a workbook from outside, cell by cell, without any program that would set it right.

use calamine::{Data, Reader, Xlsx};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The parts of a workbook, and where its lines are.
#[derive(Clone)]
pub struct Edited {
    pub parts: Vec<(String, Vec<u8>)>,
    sheets: Vec<String>,
    lines: BTreeMap<String, (usize, usize)>,
}

impl Edited {
    pub fn open(bytes: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for index in 0..zip.len() {
            let mut entry = zip.by_index(index).unwrap();
            let mut part = Vec::new();
            entry.read_to_end(&mut part).unwrap();
            parts.push((entry.name().unwrap().into_owned(), part));
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheets = book.sheet_names();
        let mut lines = BTreeMap::new();
        for (sheet, name) in sheets.iter().enumerate() {
            let range = book.worksheet_range(name).unwrap();
            for row in 3..=range.end().map_or(0, |(row, _)| row) {
                if let Some(Data::String(id)) = range.get_value((row, 0)) {
                    lines.entry(id.clone()).or_insert((sheet, row as usize + 1));
                }
            }
        }
        Self { parts, sheets, lines }
    }

    /// Packed again.
    pub fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, part) in &self.parts {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(part).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    pub fn part(&mut self, name: &str) -> &mut Vec<u8> {
        let part = self.parts.iter_mut().find(|(part, _)| part == name);
        &mut part.unwrap_or_else(|| panic!("no part {name}")).1
    }

    /// The part with what stands in this place of it instead; it must be there.
    pub fn replace(&mut self, part: &str, old: &str, new: &str) -> &mut Self {
        let part = self.part(part);
        let text = String::from_utf8(std::mem::take(part)).unwrap();
        assert!(text.contains(old), "no {old}");
        *part = text.replacen(old, new, 1).into_bytes();
        self
    }

    /// The name of the sheet on which a line is, and its row, counted from 1.
    pub fn line(&self, line: &str) -> (&str, usize) {
        let (sheet, row) = self.lines[line];
        (&self.sheets[sheet], row)
    }

    pub fn part_of(&self, line: &str) -> String {
        format!("xl/worksheets/sheet{}.xml", self.lines[line].0 + 1)
    }

    /// Put this in a cell: its type, and what is in its element.
    pub fn put(&mut self, line: &str, column: char, kind: &str, inner: &str) -> &mut Self {
        let (part, row) = (self.part_of(line), self.lines[line].1);
        let part = self.part(&part);
        let xml = String::from_utf8(std::mem::take(part)).unwrap();
        let start = xml
            .find(&format!("<c r=\"{column}{row}\""))
            .unwrap_or_else(|| panic!("no {column}{row}"));
        let tag = start + xml[start..].find('>').unwrap();
        let end = if xml[..tag].ends_with('/') {
            tag + 1
        } else {
            tag + xml[tag..].find("</c>").unwrap() + 4
        };
        let opened = xml[start..tag].trim_end_matches('/');
        let style = opened.split(" t=").next().unwrap().trim_end();
        let cell = format!("{style} t=\"{kind}\">{inner}</c>");
        *part = format!("{}{cell}{}", &xml[..start], &xml[end..]).into_bytes();
        self
    }

    /// Type this text.
    pub fn text(&mut self, line: &str, column: char, text: &str) -> &mut Self {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let inner = format!("<is><t xml:space=\"preserve\">{text}</t></is>");
        self.put(line, column, "inlineStr", &inner)
    }

    pub fn number(&mut self, line: &str, column: char, number: &str) -> &mut Self {
        self.put(line, column, "n", &format!("<v>{number}</v>"))
    }

    /// Take away the whole row of a line.
    pub fn without_row(&mut self, line: &str) -> &mut Self {
        let row = self.row(line);
        let part = self.part_of(line);
        self.replace(&part, &row, "")
    }

    /// The row of a line, as it stands in the sheet.
    pub fn row(&mut self, line: &str) -> String {
        let (part, row) = (self.part_of(line), self.lines[line].1);
        let xml = String::from_utf8(self.part(&part).clone()).unwrap();
        let start = xml.find(&format!("<row r=\"{row}\"")).unwrap();
        let end = start + xml[start..].find("</row>").unwrap() + 6;
        xml[start..end].to_owned()
    }

    /// Rows at the end of the sheet on which a line is.
    pub fn more_rows(&mut self, line: &str, rows: &str) -> &mut Self {
        let part = self.part_of(line);
        self.replace(&part, "</sheetData>", &format!("{rows}</sheetData>"))
    }
}
