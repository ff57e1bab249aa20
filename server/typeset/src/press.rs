//! The press: the whole world as the typesetter's program sees it.
//!
//! There are two files in it, the program and the manuscript. Asking for any other is refused, as are packages. There
//! is no date: what is printed says itself when that was.

use crate::fonts::Fonts;
use typst::{
    Library, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, Source, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// The manuscript's name, by which the program reads it.
const MANUSCRIPT: &str = "manuscript.json";

/// All that can be reached while one document is set.
pub(crate) struct Press<'a> {
    pub(crate) library: &'a LazyHash<Library>,
    pub(crate) fonts: &'a Fonts,
    pub(crate) program: &'a Source,
    pub(crate) manuscript: Bytes,
}

impl World for Press<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.program.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.program.id() {
            Ok(self.program.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        if *path.root() == VirtualRoot::Project && path.vpath().get_without_slash() == MANUSCRIPT {
            Ok(self.manuscript.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
