//! From what is printed to a file.

use crate::{
    corrections::Corrections,
    fonts::{Fonts, NoFonts},
    manuscript,
    press::Press,
    printed::Printed,
    proof,
    queue::{POLITENESS, Queue},
};
use std::{fmt, path::PathBuf};
use time::{OffsetDateTime, UtcOffset};
use typst::{
    Library, LibraryExt, comemo,
    diag::SourceDiagnostic,
    foundations::{Bytes, Datetime, Smart},
    syntax::Source,
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The program that sets every document.
const PROGRAM: &str = include_str!("report.typ");

/// The most characters of a document's manuscript, so that nothing unbounded is ever set. 76 answers of 4,000 characters
/// are a third of it.
pub const CHARACTERS_MAX: usize = 1_000_000;

/// For how many characters a quotation mark or a backslash of the manuscript counts, one of which is where a text, a
/// paragraph or a line begins: on paper a line of one letter takes as much as a long one.
const PIECE: usize = 15;

/// How often a document is set at most. The second time nearly everything is right that was not at the first.
const PROOFS: usize = 4;

/// Sets documents, one at a time, on a thread of its own.
pub struct Typesetter {
    fonts: Fonts,
    library: LazyHash<Library>,
    program: Source,
    queue: Queue,
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file: PDF 1.7, PDF/UA-1 and PDF/A-2a.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The characters that are not to be seen in it because no font has them, in the order of their numbers. In their
    /// place stands a mark. Whoever reads the document should be told.
    pub missing_glyphs: Vec<char>,
}

/// Why there is no document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTypeset {
    /// There is too much of it.
    #[error("{characters} characters are more than {CHARACTERS_MAX}")]
    TooLong {
        /// How much.
        characters: usize,
    },
    /// Too many are waiting for theirs. A little later there is room again.
    #[error("too many documents are being set")]
    Busy,
    /// The typesetter refused it, in words for the log. That is a fault here, whatever was written.
    #[error("the typesetter refused it: {0}")]
    Refused(String),
}

impl Typesetter {
    /// A typesetter with the fonts in these files and folders.
    ///
    /// # Errors
    /// Where there is none.
    pub fn new(folders: &[PathBuf]) -> Result<Self, NoFonts> {
        Self::with(folders, Queue::new(POLITENESS))
    }

    pub(crate) fn with(folders: &[PathBuf], queue: Queue) -> Result<Self, NoFonts> {
        Ok(Self {
            fonts: Fonts::find(folders)?,
            library: LazyHash::new(Library::default()),
            program: Source::detached(PROGRAM),
            queue,
        })
    }

    /// Sets a document. The same document gives the same bytes. Whoever calls this waits, so it is called where waiting
    /// is allowed: in a server, on a thread for what blocks.
    ///
    /// # Errors
    /// When it is too long, too many wait, or something is wrong here; never because of what somebody wrote.
    pub fn pdf(&self, printed: &Printed) -> Result<Pdf, NotTypeset> {
        self.queue.run(|| {
            let pdf = self.set(printed);
            // The typesetter remembers every piece it has set, for whoever sets nearly the same again. Nobody will.
            comemo::evict(0);
            pdf
        })?
    }

    fn set(&self, printed: &Printed) -> Result<Pdf, NotTypeset> {
        let mut corrections = Corrections::new(&self.fonts);
        let mut document = self.lay_out(printed, &corrections)?;
        for _ in 1..PROOFS {
            if !corrections.learn(proof::read(document.pages()), &self.fonts) {
                break;
            }
            document = self.lay_out(printed, &corrections)?;
        }
        let document = proof::without_breaks(&document);
        Ok(Pdf {
            bytes: typst_pdf::pdf(&document, &options(printed.written)?).map_err(|why| refused(&why))?,
            pages: document.pages().len(),
            missing_glyphs: corrections.missing(),
        })
    }

    fn lay_out(&self, printed: &Printed, corrections: &Corrections) -> Result<PagedDocument, NotTypeset> {
        let manuscript = manuscript::write(printed, corrections).to_string();
        let pieces = manuscript.bytes().filter(|byte| matches!(byte, b'"' | b'\\')).count();
        let characters = manuscript.chars().count() + PIECE * pieces;
        if characters > CHARACTERS_MAX {
            return Err(NotTypeset::TooLong { characters });
        }
        let press = Press {
            library: &self.library,
            fonts: &self.fonts,
            program: &self.program,
            manuscript: Bytes::from_string(manuscript),
        };
        typst::compile(&press).output.map_err(|why| refused(&why))
    }
}

impl fmt::Debug for Typesetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typesetter").finish_non_exhaustive()
    }
}

fn options(written: OffsetDateTime) -> Result<PdfOptions, NotTypeset> {
    let standards = [PdfStandard::Ua_1, PdfStandard::A_2a];
    Ok(PdfOptions {
        creator: Smart::Custom(None),
        timestamp: timestamp(written),
        standards: PdfStandards::new(&standards).map_err(|why| NotTypeset::Refused(why.message().to_string()))?,
        ..PdfOptions::default()
    })
}

fn timestamp(written: OffsetDateTime) -> Option<Timestamp> {
    let at = written.to_offset(UtcOffset::UTC);
    let (hour, minute, second) = at.to_hms();
    let at = Datetime::from_ymd_hms(at.year(), at.month().into(), at.day(), hour, minute, second)?;
    Some(Timestamp::new_utc(at))
}

fn refused(why: &[SourceDiagnostic]) -> NotTypeset {
    let reasons: Vec<&str> = why.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    NotTypeset::Refused(reasons.join("; "))
}
