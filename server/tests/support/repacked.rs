//! A workbook changed from outside, part by part.

use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The workbook with one of its parts changed.
pub fn repacked(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let mut anew = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("a part");
        let name = entry.name().expect("it has a name").into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("it unpacks");
        if name == part {
            let text = String::from_utf8(content).expect("XML is text");
            let changed = change(&text);
            assert_ne!(changed, text, "{part} is changed");
            content = changed.into_bytes();
        }
        anew.start_file(name, SimpleFileOptions::default()).expect("a part");
        anew.write_all(&content).expect("it is written");
    }
    anew.finish().expect("a ZIP").into_inner()
}

/// A sheet with this in the answer to its first question.
pub fn with_first_answer(sheet: &str, inner: &str) -> String {
    let start = sheet.find("<c r=\"D4\"").expect("the first question has an answer");
    let tag = start + sheet[start..].find('>').expect("a tag ends");
    let end = if sheet[..tag].ends_with('/') {
        tag + 1
    } else {
        tag + sheet[tag..].find("</c>").expect("a cell ends") + 4
    };
    format!("{}<c r=\"D4\">{inner}</c>{}", &sheet[..start], &sheet[end..])
}

/// A sheet with so many rows more.
pub fn with_more_rows(sheet: &str, more: u32) -> String {
    let rows = (1_000..1_000 + more)
        .map(|row| format!("<row r=\"{row}\"><c r=\"B{row}\" t=\"inlineStr\"><is><t>another</t></is></c></row>"));
    sheet.replace("</sheetData>", &format!("{}</sheetData>", rows.collect::<String>()))
}
