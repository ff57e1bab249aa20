//! Everything in one file: a ZIP with a manifest that has a hash of each file in it.
//!
//! JSON, STIX and MISP are one value to a line, so that a reader need not hold all of it. Publications come in the order
//! of their references. The same publications make the same bytes: no time of making is in it, only when the record
//! last changed.

use super::moment;
use domain::ids::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Seek, Write};
use utoipa::ToSchema;
use zip::{DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// What the archive holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// How many publications there are, withdrawn ones included.
    pub publications: u64,
    /// How many progress reports there are, likewise.
    pub reports: u64,
    /// When the last of them was published or withdrawn.
    #[schema(nullable = false, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// The archive itself; not in the manifest inside it.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<Part>,
    /// Every other file in it.
    pub files: Vec<Part>,
}

/// What was put into an archive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many publications.
    pub publications: u64,
    /// How many progress reports.
    pub reports: u64,
    /// When the last of them was published or withdrawn.
    pub changed: Option<Timestamp>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub sha256: String,
}

/// An archive being written, into a file or into memory.
pub struct Archive<Sink: Write + Seek> {
    zip: ZipWriter<Sink>,
    files: Vec<Part>,
    hashing: Sha256,
}

impl<Sink: Read + Write + Seek> Archive<Sink> {
    /// With nothing in it.
    pub fn begin(sink: Sink) -> Self {
        Self {
            zip: ZipWriter::new(sink),
            files: Vec::new(),
            hashing: Sha256::new(),
        }
    }

    /// What is added from now on is in this file.
    ///
    /// # Errors
    /// Where there are more files or bytes than a ZIP can hold.
    pub fn file(&mut self, name: &str) -> ZipResult<()> {
        self.end_file();
        self.zip.start_file(name, options())?;
        self.files.push(Part {
            name: name.to_owned(),
            bytes: 0,
            sha256: String::new(),
        });
        Ok(())
    }

    /// More of the file.
    ///
    /// # Errors
    /// As [`file`](Self::file).
    pub fn add(&mut self, bytes: &[u8]) -> ZipResult<()> {
        self.zip.write_all(bytes)?;
        self.hashing.update(bytes);
        if let Some(file) = self.files.last_mut() {
            file.bytes += bytes.len() as u64;
        }
        Ok(())
    }

    /// The finished archive, and the manifest that goes beside it.
    ///
    /// # Errors
    /// As [`file`](Self::file).
    pub fn end(mut self, name: &str, counted: Counted) -> ZipResult<(Sink, Manifest)> {
        self.end_file();
        let mut manifest = Manifest {
            publications: counted.publications,
            reports: counted.reports,
            changed: counted.changed.map(moment::second),
            archive: None,
            files: self.files,
        };
        self.zip.start_file("manifest.json", options())?;
        self.zip.write_all(&super::json(&manifest))?;
        let mut sink = self.zip.finish()?;
        let (bytes, sha256) = hashed(&mut sink)?;
        manifest.archive = Some(Part {
            name: name.to_owned(),
            bytes,
            sha256,
        });
        Ok((sink, manifest))
    }

    fn end_file(&mut self) {
        let hash = std::mem::take(&mut self.hashing).finalize();
        if let Some(file) = self.files.last_mut() {
            file.sha256 = hash
                .iter()
                .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        }
    }
}

/// How long it is, and the SHA-256 of it. Only now: the format goes back and writes lengths before what they are of.
fn hashed(sink: &mut (impl Read + Seek)) -> io::Result<(u64, String)> {
    sink.rewind()?;
    let (mut hashing, mut piece, mut length) = (Sha256::new(), vec![0; 64 * 1024], 0);
    loop {
        match sink.read(&mut piece)? {
            0 => return Ok((length, digits(&hashing.finalize()))),
            read => {
                hashing.update(&piece[..read]);
                length += read as u64;
            }
        }
    }
}

fn digits(hash: &[u8]) -> String {
    hash.iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// No time of day: it would make other bytes of the same publications. Compressed quickly: a fifth larger is nothing to
/// those who fetch it, and whoever asks first waits.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .compression_level(Some(3))
        .large_file(true)
}
