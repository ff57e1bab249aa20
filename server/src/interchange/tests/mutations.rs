//! Fifty ways to damage each file. Whatever comes of it is drafts or a reason, and never a panic.
//!
//! That a file which is refused leaves no row, `tests/refused` shows at the door.

use super::{FILES, LARGEST, every_draft, names::no_trace_names_anybody, real};
use serde_json::{Value, json};

/// A small generator of numbers that look random (xorshift, G. Marsaglia 2003), the same for everybody.
pub(super) struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("small")).expect("small")
    }
}

/// Every place in a document.
pub(super) fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| places(item, &format!("{here}/{at}"), all)),
        Value::Object(members) => {
            let pointer = |name: &str| format!("{here}/{}", name.replace('~', "~0").replace('/', "~1"));
            members
                .iter()
                .for_each(|(name, value)| places(value, &pointer(name), all));
        }
        _ => {}
    }
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!("bottom"), |inner, level| {
        if level % 2 == 0 {
            json!([inner])
        } else {
            json!({ "name": inner })
        }
    })
}

/// What may stand where something else stood.
fn instead(kind: usize, was: &Value) -> Value {
    match kind {
        0 => Value::Null,
        1 => json!(i64::MIN),
        2 => json!(1e300),
        3 => json!([[], {}, [was]]),
        4 => json!({ "type": was, "id": was, "objects": [was] }),
        5 => nested(100),
        6 => json!("\u{0}\u{FFFF}\u{202E}\u{1F600}"),
        7 => json!("9999-99-99T99:99:99Z"),
        _ => json!([was, was, was]),
    }
}

/// How many kinds of damage there are: other types (0 to 8), one string of 5 MiB (9), 120 levels (10; 100 are 5), ids that
/// occur twice (11), extensions nobody knows (12), cut off (13), three encodings in one file or another one for all of it
/// (14 to 17), another version (18), and a hole (19).
pub(super) const KINDS: usize = 20;

pub(super) fn mutated(text: &str, kind: usize, numbers: &mut Numbers) -> Vec<u8> {
    let json: Value = serde_json::from_str(text).expect("JSON");
    let (mut all, mut changed) = (Vec::new(), json.clone());
    places(&json, "", &mut all);
    let place = &all[numbers.below(all.len())];
    let spot = changed.pointer_mut(place).expect("a place of this file");
    let mut bytes = text.as_bytes().to_vec();
    let at = numbers.below(bytes.len());
    match kind {
        0..=8 => *spot = instead(kind, &spot.clone()),
        9 => *spot = json!("x".repeat(LARGEST - text.len().min(LARGEST) - 1)),
        10 => *spot = nested(120),
        11 => doubled(&mut changed),
        12 => extended(&mut changed),
        13 => {
            bytes.truncate(at);
            return bytes;
        }
        14 => {
            // A letter of ISO 8859-1, and one of UTF-16, in a file in UTF-8.
            bytes.splice(at..at, [0xE9, 0xD8, 0x00]);
            return bytes;
        }
        15 => {
            bytes.insert(at, 0xFF);
            return bytes;
        }
        16 => return text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        17 => {
            bytes.insert(at, 0);
            return bytes;
        }
        18 => return text.replace("2.1", "2.0").into_bytes(),
        _ => {
            let end = (at + numbers.below(64)).min(bytes.len());
            bytes.drain(at..end);
            return bytes;
        }
    }
    changed.to_string().into_bytes()
}

/// Everything in a list twice, with the same ids and other content.
fn doubled(json: &mut Value) {
    match json {
        Value::Array(items) => {
            let again: Vec<_> = items
                .iter()
                .cloned()
                .chain([json!({ "type": "x-unknown", "id": "x-unknown--1" })])
                .collect();
            items.extend(again);
        }
        Value::Object(members) => members.values_mut().for_each(doubled),
        _ => {}
    }
}

/// Every object with an extension, a member and a type that nobody knows.
fn extended(json: &mut Value) {
    match json {
        Value::Array(items) => items.iter_mut().for_each(extended),
        Value::Object(members) => {
            members.values_mut().for_each(extended);
            let extension = json!({ "extension-definition--7": { "extension_type": "x", "name": [1] } });
            members.entry("extensions").or_insert(extension);
            members.insert("x_unknown".to_owned(), json!({ "Event": { "objects": [] } }));
        }
        _ => {}
    }
}

fn damage(file: &str, text: &str) {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for round in 0..50 {
        let bytes = mutated(text, round % KINDS, &mut numbers);
        let imported = every_draft(&bytes);
        // Names are still names where something else was damaged.
        if let (Ok(mutated), Ok(drafts)) = (str::from_utf8(&bytes), &imported) {
            no_trace_names_anybody(&format!("{file}, mutation {round}"), mutated, drafts);
        }
    }
}

#[test]
fn fifty_mutations_of_each_file_make_drafts_or_a_reason() {
    for (file, text) in FILES {
        damage(file, text);
    }
    for (file, text) in real::files() {
        damage(&file, &text);
    }
}
