//! A fuzz target for each importer: its own files, damaged over and over in ways that keep most of them whole.
//!
//! It runs for `VERBALE_FUZZ_SECONDS`, by default two, and in the gate for a minute. Whatever breaks is printed with the
//! number it began from; `VERBALE_FUZZ_SEED` takes that number. There is no measuring of coverage in it: the words of
//! both formats are in the files it begins with, and places and values are exchanged within one file and between two.

use super::{
    FILES, Formats, every_draft,
    mutations::{KINDS, Numbers, mutated, places},
    names::no_trace_names_anybody,
};
use app::portal::ports::Interchange;
use serde_json::Value;
use std::time::{Duration, Instant};

/// A number from the environment.
#[allow(
    clippy::disallowed_methods,
    reason = "how long tests run is the business of whoever runs them"
)]
fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// One file, with parts of another put into it and then damaged.
fn next(corpus: &[&str], numbers: &mut Numbers) -> Vec<u8> {
    let any = |numbers: &mut Numbers| corpus[numbers.below(corpus.len())];
    let mut json: Value = serde_json::from_str(any(numbers)).expect("JSON");
    let other: Value = serde_json::from_str(any(numbers)).expect("JSON");
    let (mut here, mut there) = (Vec::new(), Vec::new());
    places(&json, "", &mut here);
    places(&other, "", &mut there);
    for _ in 0..=numbers.below(4) {
        let part = other.pointer(&there[numbers.below(there.len())]).cloned();
        // An exchange before may have removed the place.
        if let (Some(spot), Some(part)) = (json.pointer_mut(&here[numbers.below(here.len())]), part) {
            *spot = part;
        }
    }
    let text = json.to_string();
    if numbers.below(3) == 0 {
        return mutated(&text, numbers.below(KINDS), numbers);
    }
    text.into_bytes()
}

fn fuzz(format: &str) {
    let corpus: Vec<&str> = FILES
        .iter()
        .filter(|(name, _)| name.starts_with(format))
        .map(|(_, text)| *text)
        .collect();
    let lasts = Duration::from_secs(number("VERBALE_FUZZ_SECONDS").unwrap_or(2));
    let seed = number("VERBALE_FUZZ_SEED").unwrap_or_else(|| u64::from(std::process::id()) << 17 | 1);
    let (mut numbers, began, mut tried, mut drafts) = (Numbers(seed.max(1)), Instant::now(), 0, 0);
    eprintln!("{format}: begins from {seed}");
    while began.elapsed() < lasts {
        let file = next(&corpus, &mut numbers);
        tried += 1;
        match (Formats.import(&file, None), every_draft(&file)) {
            (Ok(_), Ok(made)) => {
                drafts += made.len();
                // Nobody named in it is let out, however it was put together.
                no_trace_names_anybody(format, str::from_utf8(&file).expect("imported"), &made);
            }
            (_, Err(_)) => {}
            (Err(why), Ok(_)) => panic!("{format}: a draft and {why}"),
        }
    }
    eprintln!("{format}: {tried} files, {drafts} drafts");
    assert!(drafts > 0, "{format}: nothing was imported, so nothing was tried");
}

#[test]
fn fuzz_misp() {
    fuzz("misp");
}

#[test]
fn fuzz_stix() {
    fuzz("stix");
}
