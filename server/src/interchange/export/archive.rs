//! Everything in one file: a ZIP with a manifest that has a hash of each file in it.
//!
//! JSON, STIX and MISP are one value to a line, so that a reader need not hold all of it. Publications come in the order
//! of their references. The same publications make the same bytes: no time of making is in it, only when the record
//! last changed.

use super::moment;
use domain::{filing::Hash, ids::Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Write};
use utoipa::ToSchema;
use zip::{DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// What the archive holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// How many publications there are, withdrawn ones included.
    pub publications: u64,
    /// When the last of them was published or withdrawn.
    #[schema(format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// The archive itself; not in the manifest inside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<Part>,
    /// Every other file in it.
    pub files: Vec<Part>,
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

/// An archive being written.
pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    files: Vec<Part>,
    hashing: Sha256,
}

impl Archive {
    /// With nothing in it.
    pub fn begin() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
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
    pub fn end(mut self, name: &str, publications: u64, changed: Option<Timestamp>) -> ZipResult<(Vec<u8>, Manifest)> {
        self.end_file();
        let mut manifest = Manifest {
            publications,
            changed: changed.map(moment::second),
            archive: None,
            files: self.files,
        };
        self.zip.start_file("manifest.json", options())?;
        self.zip.write_all(&super::json(&manifest))?;
        let bytes = self.zip.finish()?.into_inner();
        manifest.archive = Some(Part {
            name: name.to_owned(),
            bytes: bytes.len() as u64,
            sha256: Hash::of(&bytes).to_string(),
        });
        Ok((bytes, manifest))
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

/// No time of day: it would make other bytes of the same publications.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .large_file(true)
}
