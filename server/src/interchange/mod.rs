//! Files that analysts hold, turned into a draft: the portal's [`Interchange`].
//!
//! An import saves typing and decides nothing. Whatever it fills in is an answer as typed, which the drafter reads,
//! changes and is responsible for; and it fills in only what the format says, never what one may guess from it.
//!
//! **Import carries no attribution.** Who is thought to be behind it, who is accused, and who are the persons named in
//! a file is counted by kind and left out. Only the kind is kept, by a word from our own tables ([`ledger`]); its value
//! is nowhere in the draft, and a trace in which such a [name](names) stands is left out with it.
//!
//! **The source's prose is nobody's answer.** Title and summary start empty, because a State speaks for itself. What
//! tells of the incident is shown to the drafter as the source's own words, without the sentences in which such a name
//! stands, and never leaves the State; so is the source's title, as it is.
//!
//! **Indicators stay as closed as their source wants them**: the strictest marking on anything in the file goes along
//! with them, until the State releases them.
//!
//! All of it is pure: bytes in, draft or reason out. A file that is refused leaves nothing.
//!
//! - [`stix`], [`misp`]: the two formats, each with a table of what becomes of what
//! - [`labels`], [`traces`], [`moments`], [`members`]: what both are made of
//! - [`answers`]: what our own exports say beside the words of both
//! - [`offline`]: forms of progress reports that are filled in away from the portal
//! - [`reading`], [`ledger`], [`names`]: what has been read so far, what was left out, whom nobody may name

mod answers;
pub mod export;
mod labels;
mod ledger;
mod members;
mod misp;
mod moments;
mod names;
mod offline;
mod reading;
mod stix;
#[cfg(test)]
mod tests;
mod traces;

use app::portal::ports::{ImportError, Imported, Interchange, Part, Titled};
use domain::{draft::Draft, guard};
use members::Members;
use names::Names;
use serde_json::Value;

/// The largest file that is looked at: 5 MiB, several times the largest public report we have seen.
const LARGEST: usize = 5 * 1024 * 1024;

/// The most events of one file among which somebody can be asked to choose.
const MOST_EVENTS: usize = 500;

/// Every format the portal reads: the MISP core format and STIX 2.1. Which of them a file is, it says by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Formats;

impl Interchange for Formats {
    fn import(&self, file: &[u8], part: Option<Part>) -> Result<Imported, ImportError> {
        let json = json(text(file)?)?;
        if carries_marking(&json) {
            return Err(ImportError::Classified);
        }
        let names = Names::of(&json);
        if let Some(bundle) = stix::Bundle::of(&json)? {
            return of_bundle(&bundle, part, &names);
        }
        let events = misp::events(&json).ok_or(ImportError::NotKnown)?;
        let titles = events.iter().map(|event| misp::title_of(event));
        one_of(titles.collect(), part, |at| misp::draft(events[at], names.clone()))
    }
}

fn of_bundle(bundle: &stix::Bundle<'_>, part: Option<Part>, names: &Names) -> Result<Imported, ImportError> {
    let containers = bundle.containers();
    if containers.is_empty() {
        let draft = bundle.draft(None, names.clone())?;
        return Ok(Imported::Draft(Box::new(draft)));
    }
    let titles = containers.iter().map(|container| bundle.title_of(*container));
    one_of(titles.collect(), part, |at| {
        bundle.draft(Some(containers[at]), names.clone())
    })
}

/// The draft of the only one, or of the one that was chosen; otherwise their titles.
fn one_of(
    titles: Vec<String>,
    part: Option<Part>,
    draft: impl Fn(usize) -> Result<Draft, ImportError>,
) -> Result<Imported, ImportError> {
    let chosen = match (part, titles.len()) {
        (_, 0) => return Err(ImportError::Empty),
        (_, many) if many > MOST_EVENTS => return Err(ImportError::TooMany),
        (Some(Part(at)), many) if at < many => Some(at),
        (Some(_), _) => return Err(ImportError::Gone),
        (None, 1) => Some(0),
        (None, _) => None,
    };
    if let Some(at) = chosen {
        return draft(at).map(|draft| Imported::Draft(Box::new(draft)));
    }
    let titled = titles
        .into_iter()
        .enumerate()
        .map(|(at, title)| Titled { part: Part(at), title });
    Ok(Imported::Several(titled.collect()))
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
    } else if text.contains('\0') {
        // UTF-16 without a byte order mark is valid UTF-8 with a NUL beside every letter.
        Err(ImportError::NotUtf8)
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
            is_marked(name) || (!is_attachment(name, members) && carries_marking(value))
        }),
        _ => false,
    }
}

fn is_attachment(name: &str, beside: &Members) -> bool {
    name == "payload_bin" || (name == "data" && beside.contains_key("value"))
}
