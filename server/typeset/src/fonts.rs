//! The fonts: which there are, and what they cover. No font comes with the portal.
//!
//! Every file is read once at the start to learn what is in it, and put away again; a font that a document needs is
//! loaded then and stays. So a machine with the fonts of all the world's scripts keeps those in memory that its States
//! write in.

use crate::proof::is_unprintable;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::OnceLock,
};
use typst::{
    foundations::Bytes,
    text::{Font, FontBook, FontInfo},
    utils::LazyHash,
};

/// How deep fonts may lie below a configured folder. Links could otherwise lead in circles.
const DEPTH: u8 = 4;

/// No font was found, without which nothing can be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no fonts in {}: install some (Debian's fonts-noto-core) or name the folders where they are", list(.looked_in))]
pub struct NoFonts {
    /// Where there was none.
    pub looked_in: Vec<PathBuf>,
}

fn list(folders: &[PathBuf]) -> String {
    let names: Vec<_> = folders.iter().map(|folder| folder.display().to_string()).collect();
    names.join(", ")
}

/// All fonts.
pub(crate) struct Fonts {
    book: LazyHash<FontBook>,
    faces: Vec<Face>,
}

/// One face of a font file, loaded when it is needed.
struct Face {
    file: PathBuf,
    index: u32,
    font: OnceLock<Option<Font>>,
}

impl Fonts {
    /// What is in these files and folders.
    pub(crate) fn find(places: &[PathBuf]) -> Result<Self, NoFonts> {
        let mut fonts = Self {
            book: LazyHash::new(FontBook::new()),
            faces: Vec::new(),
        };
        for place in places {
            for file in files(place, DEPTH) {
                fonts.note(&file);
            }
        }
        if fonts.faces.is_empty() {
            return Err(NoFonts {
                looked_in: places.to_vec(),
            });
        }
        Ok(fonts)
    }

    /// A file that cannot be read, or holds no font, is passed over: it would be the same if it were not there.
    fn note(&mut self, file: &Path) {
        let content = fs::read(file).unwrap_or_default();
        for (index, info) in (0..).zip(FontInfo::iter(&content)) {
            self.book.push(info);
            self.faces.push(Face {
                file: file.to_owned(),
                index,
                font: OnceLock::new(),
            });
        }
    }

    /// What there is to choose from.
    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// A font of the [book](Self::book).
    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.faces.get(index)?.load()
    }

    /// Whether a font can draw this character.
    pub(crate) fn have(&self, c: char) -> bool {
        let mut faces = 0..self.faces.len();
        let has = |info: &FontInfo| info.coverage.contains(c.into());
        !is_unprintable(c) && faces.any(|face| self.book.info(face).is_some_and(has))
    }
}

impl Face {
    fn load(&self) -> Option<Font> {
        let load = || Font::new(Bytes::new(fs::read(&self.file).ok()?), self.index);
        self.font.get_or_init(load).clone()
    }
}

/// The font files there, in the order of their paths: which of two similar fonts is taken must not hang on the disk.
fn files(place: &Path, depth: u8) -> Vec<PathBuf> {
    if !place.is_dir() {
        return if is_font(place) {
            vec![place.to_owned()]
        } else {
            Vec::new()
        };
    }
    if depth == 0 {
        return Vec::new();
    }
    let mut entries = entries(place).unwrap_or_default();
    entries.sort();
    entries.iter().flat_map(|entry| files(entry, depth - 1)).collect()
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

fn is_font(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["ttf", "otf", "ttc", "otc"]
        .iter()
        .any(|font| ending.eq_ignore_ascii_case(font))
}
