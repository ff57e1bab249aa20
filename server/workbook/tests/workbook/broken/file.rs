//! What is no workbook, and what is too much of one.

use super::{CAPABILITIES, broken, bytes, spot};
use crate::{
    edit::Edited,
    support::{read_into, written},
};
use domain::{report::ReportDraft, samples::reports};
use std::io::{Cursor, Write};
use workbook::{BYTES_MAX, PARTS_MAX, UNPACKED_MAX, Unreadable};
use zip::{ZipWriter, write::SimpleFileOptions};

#[test]
fn what_is_no_workbook() {
    for other in [&b""[..], b"line,answer\r\n", b"%PDF-1.7", b"<html>"] {
        assert_eq!(bytes(other), Unreadable::NotAWorkbook);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<office:document-content/>").unwrap();
    assert_eq!(bytes(&zip.finish().unwrap().into_inner()), Unreadable::NotAWorkbook);
    let whole = written(&ReportDraft::default());
    assert_eq!(bytes(&whole[..whole.len() / 2]), Unreadable::Damaged);
}

#[test]
fn containers_of_older_and_of_encrypted_workbooks() {
    let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let with = |name: &str| {
        let name = name.encode_utf16().flat_map(u16::to_le_bytes);
        ole.into_iter().chain([0; 504]).chain(name).collect::<Vec<_>>()
    };
    assert_eq!(bytes(&with("EncryptedPackage")), Unreadable::Encrypted);
    assert_eq!(bytes(&with("Workbook")), Unreadable::OldFormat);
}

#[test]
fn what_is_too_large() {
    assert_eq!(
        bytes(&vec![b'P'; BYTES_MAX + 1]),
        Unreadable::TooLarge { max: BYTES_MAX }
    );
    let bomb = broken(|workbook| {
        let part = workbook.part("xl/worksheets/sheet2.xml");
        part.resize(UNPACKED_MAX + 1, b' ');
    });
    assert_eq!(bomb, Unreadable::UnpacksTooMuch);
    let together = broken(|workbook| {
        for sheet in 2..6 {
            workbook
                .part(&format!("xl/worksheets/sheet{sheet}.xml"))
                .resize(UNPACKED_MAX / 3, b' ');
        }
    });
    assert_eq!(together, Unreadable::UnpacksTooMuch);
    let parts = broken(|workbook| {
        let more = (0..PARTS_MAX).map(|number| (format!("xl/media/image{number}.png"), Vec::new()));
        workbook.parts.extend(more);
    });
    assert_eq!(parts, Unreadable::TooManyParts { max: PARTS_MAX });
}

#[test]
fn what_is_not_a_part_of_the_form_is_not_unpacked() {
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    workbook
        .parts
        .push(("xl/media/image1.bmp".into(), vec![0; UNPACKED_MAX + 1]));
    workbook.parts.push(("xl/vbaProject.bin".into(), b"anything".to_vec()));
    assert!(read_into(&draft, &workbook.bytes()).is_ok());
}

/// A string of a megabyte, and a hundred cells that hold it.
#[test]
fn a_text_that_is_repeated_is_counted_each_time() {
    let repeated = broken(|workbook| {
        let text = "x".repeat(1024 * 1024);
        let last = String::from_utf8_lossy(workbook.part("xl/sharedStrings.xml"))
            .matches("<si>")
            .count();
        workbook.replace(
            "xl/sharedStrings.xml",
            "</sst>",
            &format!("<si><t>{text}</t></si></sst>"),
        );
        let cell = |row: usize| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{last}</v></c></row>");
        let rows: String = (100..200).map(cell).collect();
        workbook.more_rows("cdp-1-progress", &rows);
    });
    assert_eq!(repeated, Unreadable::UnpacksTooMuch);
}

#[test]
fn many_rows_more() {
    let cell = |row: usize| format!("<row r=\"{row}\"><c r=\"B{row}\"><v>{row}</v></c></row>");
    let many = broken(|workbook| {
        let rows: String = (100..50_100).map(cell).collect();
        workbook.more_rows("cdp-1-progress", &rows);
    });
    let far = broken(|workbook| {
        workbook.more_rows("cdp-1-progress", &cell(1_048_576));
    });
    let wide = broken(|workbook| {
        workbook.more_rows("cdp-1-progress", "<row r=\"9\"><c r=\"XFD9\"><v>1</v></c></row>");
    });
    for many in [many, far] {
        assert!(
            matches!(&many, Unreadable::TooManyRows { sheet, max } if sheet == CAPABILITIES && *max < 2_000),
            "{many}"
        );
    }
    assert_eq!(wide, Unreadable::Astray(spot("XFD9")));
    // Empty cells that somebody coloured are no rows.
    let draft = reports::valdoria();
    let mut workbook = Edited::open(&written(&draft));
    let empty = |row: usize| format!("<row r=\"{row}\"><c r=\"B{row}\" s=\"1\"/></row>");
    workbook.more_rows("cdp-1-progress", &(100..50_100).map(empty).collect::<String>());
    assert!(read_into(&draft, &workbook.bytes()).is_ok());
}
