//! Reports as PDF, set with the fonts that `bin/setup` installs, and read as others do: with poppler's tools.

use server::web::press::Press;
use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    sync::LazyLock,
};

/// Where Debian's fonts-noto-core is.
const FONTS: &str = "/usr/share/fonts/truetype/noto";

/// One press for all tests of a program: it reads the fonts once.
pub fn press() -> Press {
    static PRESS: LazyLock<Press> = LazyLock::new(|| Press::with_fonts(&[PathBuf::from(FONTS)]));
    PRESS.clone()
}

/// All letters of a file, without what ends lines and divides words.
pub fn letters_of(pdf: &[u8]) -> String {
    letters(&poppler("pdftotext", &["-enc", "UTF-8", "-", "-"], pdf))
}

/// All letters of a text, in the same way.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What a file says of itself, and its tree of tags.
pub fn structure_of(pdf: &[u8]) -> String {
    poppler("pdfinfo", &["-"], pdf) + &poppler("pdfinfo", &["-struct", "-"], pdf)
}

/// What one of poppler's tools says of a file, which it is given on its standard input.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut running = Command::new(tool)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|_| panic!("no {tool} here: bin/setup installs Debian's poppler-utils"));
    let mut input = running.stdin.take().expect("it is piped");
    let file = pdf.to_vec();
    let writing = std::thread::spawn(move || input.write_all(&file));
    let said = running.wait_with_output().expect("it ends");
    writing.join().expect("no panic").expect("it reads all of it");
    assert!(said.status.success(), "{tool} reads the file");
    // pdfinfo writes the titles of tags letter by letter, each as one byte.
    String::from_utf8_lossy(&said.stdout).into_owned()
}
