//! What comes out, as others read it: poppler's tools, on files set with the fonts of this machine. Where there are no
//! fonts, or no such tools, a test says so and shows nothing.

mod cost;
mod hostile;
mod pages;
mod samples;

use crate::{NoFonts, Pdf, Printed, Typesetter};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

/// Where Debian's fonts-noto-core is.
const FONTS: &str = "/usr/share/fonts/truetype/noto";

static TYPESETTER: LazyLock<Result<Typesetter, NoFonts>> = LazyLock::new(|| Typesetter::new(&[PathBuf::from(FONTS)]));

/// One typesetter for all tests, or none where it has no fonts.
fn typesetter() -> Option<&'static Typesetter> {
    let typesetter = TYPESETTER.as_ref();
    if let Err(why) = typesetter {
        println!("skipped: {why}");
    }
    typesetter.ok()
}

/// This document, set.
fn set(printed: &Printed) -> Option<Pdf> {
    Some(typesetter()?.pdf(printed).expect("nothing anybody writes is refused"))
}

/// What a tool of poppler says of a file, or nothing where it is not installed. `FILE` among the arguments is the file.
fn poppler(tool: &str, arguments: &[&str], pdf: &Pdf) -> Option<String> {
    let folder = Folder::new(tool, pdf);
    let file = folder.0.join("report.pdf");
    fs::write(&file, &pdf.bytes).unwrap();
    let arguments = arguments.iter().map(|&argument| {
        if argument == "FILE" {
            file.as_os_str()
        } else {
            argument.as_ref()
        }
    });
    let Ok(said) = Command::new(tool).args(arguments).output() else {
        println!("skipped: no {tool} here (Debian's poppler-utils)");
        return None;
    };
    let complaints = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.status.success() && complaints.is_empty(), "{tool}: {complaints}");
    Some(String::from_utf8(said.stdout).unwrap())
}

/// A folder of its own for as long as it is needed.
struct Folder(PathBuf);

impl Folder {
    fn new(tool: &str, pdf: &Pdf) -> Self {
        let name = format!("typeset-{tool}-{}-{:p}", std::process::id(), &raw const *pdf);
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// All letters of a text, without what ends lines and divides words.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn without_fonts_there_is_no_typesetter_and_it_says_where_it_looked() {
    let nowhere = PathBuf::from("/nowhere/fonts");
    let why = Typesetter::new(std::slice::from_ref(&nowhere)).unwrap_err();
    assert!(why.to_string().contains("/nowhere/fonts"), "{why}");
    assert_eq!(why.looked_in, [nowhere]);
    assert!(
        Typesetter::new(&[Path::new(file!()).to_owned()]).is_err(),
        "a file that is no font"
    );
}
