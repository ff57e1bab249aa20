//! Files that analysts hold, turned into a draft: the portal's [`Interchange`].
//!
//! An import saves typing and decides nothing. Whatever it fills in is an answer as typed, which the drafter reads,
//! changes and is responsible for; and it fills in only what the format says, never what one may guess from it.
//!
//! **Import carries no attribution.** Who is thought to be behind it, who is accused, and who are the persons named in
//! a file is counted by kind and left out, and so is the source's prose: title and summary start empty, because a State
//! speaks for itself. Of what is left out only the kind is kept, by a word from our own tables ([`Ledger`]); its value
//! is nowhere in the draft. The one exception is the source's own title, which the drafter alone is shown.
//!
//! All of it is pure: bytes in, draft or reason out. A file that is refused leaves nothing.

mod ledger;
mod misp;
#[cfg(test)]
mod tests;

use app::portal::ports::{ImportError, Imported, Interchange};
use domain::guard;
use serde_json::Value;

/// The largest file that is looked at: 5 MiB, several times the largest public report we have seen.
const LARGEST: usize = 5 * 1024 * 1024;

/// Every format the portal reads. So far one: the MISP core format.
#[derive(Clone, Copy, Debug, Default)]
pub struct Formats;

impl Interchange for Formats {
    fn import(&self, file: &[u8]) -> Result<Imported, ImportError> {
        let json = json(text(file)?)?;
        if carries_marking(&json) {
            return Err(ImportError::Classified);
        }
        let draft = misp::draft(misp::event(&json)?)?;
        Ok(Imported { draft })
    }
}

fn text(file: &[u8]) -> Result<&str, ImportError> {
    if file.len() > LARGEST {
        return Err(ImportError::TooLarge);
    }
    let text = str::from_utf8(file).map_err(|_| ImportError::NotUtf8)?;
    // Some tools begin a file with a byte order mark, which JSON does not allow and everybody skips.
    let text = text.trim_start_matches('\u{FEFF}');
    if text.trim().is_empty() {
        Err(ImportError::Empty)
    } else {
        Ok(text)
    }
}

/// The parser stops at 128 levels, so that no file can exhaust the stack; real ones have about ten.
fn json(text: &str) -> Result<Value, ImportError> {
    serde_json::from_str(text).map_err(|_| ImportError::NotJson)
}

/// Whether a classification marking stands anywhere, names of members included.
fn carries_marking(json: &Value) -> bool {
    let is_marked = |text: &str| guard::classification_marking(text).is_some();
    match json {
        Value::String(text) => is_marked(text),
        Value::Array(items) => items.iter().any(carries_marking),
        Value::Object(members) => members.iter().any(|(name, value)| {
            // Base64 of an attached file, which is no text and never kept: letters that form a word there mean nothing.
            is_marked(name) || (name != "data" && carries_marking(value))
        }),
        _ => false,
    }
}
