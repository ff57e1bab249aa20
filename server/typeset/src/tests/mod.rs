//! What comes out, as others read it: poppler's tools, on files set with the fonts of this machine. `bin/setup` installs
//! both.

mod cost;
mod hostile;
mod pages;
mod queue;
mod samples;

use crate::{NotTypeset, Pdf, Printed, Typesetter, queue::Queue};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
    thread,
    time::Duration,
};

/// Where Debian's fonts-noto-core is.
const FONTS: &str = "/usr/share/fonts/truetype/noto";

/// What poppler 22 takes for mistakes and ISO 32000-1 has so: in 14.7.1 and 14.8.5.4.
const MISTAKEN: [&str; 2] = [
    "Syntax Error: Suspects object is wrong type (boolean)",
    "Syntax Warning: Attribute BorderColor value is of wrong type (array)",
];

/// One typesetter for all tests. It lets nobody go first: the machine may be busy with other tests.
static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| {
    let typesetter = Typesetter::with(&fonts(), Queue::new(0));
    typesetter.expect("fonts, which bin/setup installs")
});

#[allow(clippy::disallowed_methods, reason = "tests have no configuration")]
fn fonts() -> Vec<PathBuf> {
    let folders = std::env::var_os("VERBALE_FONTS").unwrap_or_else(|| FONTS.into());
    std::env::split_paths(&folders).collect()
}

/// This document, set. Where more tests run at once than the queue has places for, they wait here.
fn set(printed: &Printed) -> Pdf {
    loop {
        match TYPESETTER.pdf(printed) {
            Err(NotTypeset::Busy) => thread::sleep(Duration::from_millis(50)),
            pdf => return pdf.expect("nothing anybody writes is refused"),
        }
    }
}

/// What a tool of poppler says of a file. `FILE` among the arguments is the file.
fn poppler(tool: &str, arguments: &[&str], pdf: &Pdf) -> String {
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
    let said = Command::new(tool).args(arguments).output();
    let said = said.expect("Debian's poppler-utils, which bin/setup installs");
    let complaints = String::from_utf8_lossy(&said.stderr).into_owned();
    let is_sound = complaints
        .lines()
        .all(|line| line.is_empty() || MISTAKEN.contains(&line));
    assert!(said.status.success() && is_sound, "{tool}: {complaints}");
    String::from_utf8_lossy(&said.stdout).into_owned()
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
