//! What is written in a file that is more than its text: an archive, a workbook, a printed page.

use crate::support::pdf::letters_of;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// What is written in this file, where it is packed: nothing where it is its own text.
pub fn written(bytes: &[u8]) -> String {
    if bytes.starts_with(b"PK\x03\x04") {
        unpacked(bytes)
    } else if bytes.starts_with(b"%PDF") {
        letters_of(bytes)
    } else {
        String::new()
    }
}

/// What is in an archive, or in a workbook, which is one; and what is in the workbooks of an archive.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut told = String::new();
    for at in 0..archive.len() {
        let (mut file, mut bytes) = (archive.by_index(at).expect("a file"), Vec::new());
        told += &file.name().expect("a name");
        file.read_to_end(&mut bytes).expect("a whole file");
        told += &String::from_utf8_lossy(&bytes);
        told += &written(&bytes);
    }
    told
}
