//! The names a file gives to actors and persons, remembered while it is read and forgotten with it.
//!
//! Leaving out the object that says who did it is not enough where a file name or a domain repeats the name. Names are
//! compared by their letters and digits alone, so that `Fancy Bear` is found in `fancy-bear.example`, and in what an
//! address hides behind percent signs. Names of two or three letters occur in too many words: they are found where they
//! are a word by themselves.

use super::{
    labels::{self, names_actors},
    members::{Members, str_of},
    misp,
};
use aho_corasick::AhoCorasick;
use app::portal::ports::ImportError;
use domain::{
    guard,
    indicator::{Indicator, IndicatorKind},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// So many names are looked for: more than any catalogue of actors has. A file with more is not read at all, since what
/// is not looked for might be let out.
const MOST: usize = 5_000;

/// So much of a name is looked for.
const LETTERS: usize = 64;

/// Words of names that are no part of them when others write of them.
const IN_MANY: [&str; 7] = ["campaign", "crew", "gang", "group", "operation", "team", "the"];

/// What is left of a name without those must be longer than this, or it stands in many words itself.
const SHORTEST_PART: usize = 4;

/// Names that must not stand in an indicator.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    long: BTreeSet<String>,
    short: BTreeSet<String>,
}

impl Names {
    /// Remember one, and what is left of it without its number in a catalogue (`Velvet Osprey - G0007`) and without
    /// words that stand in many: `Operation Paper Tide`.
    pub fn add(&mut self, name: &str) {
        self.add_as_it_is(name);
        let without_number = name.rsplit_once(" - ").map_or(name, |(name, _)| name);
        let words = without_number.split_whitespace();
        let proper: Vec<&str> = words
            .filter(|word| !IN_MANY.contains(&word.to_lowercase().as_str()))
            .collect();
        let proper = proper.join(" ");
        if proper.len() < name.len() && letters(&proper).nth(SHORTEST_PART).is_some() {
            self.add_as_it_is(&proper);
        }
    }

    fn add_as_it_is(&mut self, name: &str) {
        let name: String = letters(name).take(LETTERS).collect();
        match name.chars().count() {
            0 | 1 => {}
            // One too many is enough to refuse the file.
            _ if self.long.len() + self.short.len() > MOST => {}
            2 | 3 if name.chars().all(char::is_numeric) => {}
            2 | 3 => _ = self.short.insert(name),
            _ => _ = self.long.insert(name),
        }
    }

    /// Remember whom this file names as an actor or a person, wherever in it: in what is read of it and in what is not.
    pub fn of(file: &Value) -> Self {
        let mut names = Self::default();
        names.collect(file);
        names
    }

    fn collect(&mut self, json: &Value) {
        match json {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Value::Object(members) => {
                if is_somebody(members) {
                    self.add_somebody(members);
                }
                for name in NAMING {
                    for name in strings(members.get(name)) {
                        self.add(name);
                    }
                }
                if names_actors(&str_of(members, "type").to_lowercase()) {
                    // Clusters of a galaxy need not say once more what they are.
                    let clusters = members.get("GalaxyCluster").into_iter();
                    let each = clusters.flat_map(|all| all.as_array().map_or(std::slice::from_ref(all), Vec::as_slice));
                    each.filter_map(Value::as_object)
                        .for_each(|cluster| self.add_somebody(cluster));
                }
                for label in ["name", "tag_name", "labels"]
                    .into_iter()
                    .flat_map(|name| strings(members.get(name)))
                {
                    labels::remember(label, self);
                }
                members.values().for_each(|value| self.collect(value));
            }
            _ => {}
        }
    }

    /// Remember what an object that is about somebody calls them, in whatever member.
    pub fn add_somebody(&mut self, somebody: &Members) {
        let meta = somebody.get("meta").and_then(Value::as_object);
        let members = somebody.iter().chain(meta.into_iter().flatten());
        let naming = members.filter(|(member, _)| CALLS.contains(&member.as_str()) || is_alias(member));
        for (_, value) in naming {
            for name in strings(Some(value)) {
                self.add(name);
            }
        }
    }

    /// What looks for them.
    ///
    /// # Errors
    /// [`ImportError::TooMany`] where there are more than can be looked for.
    pub fn search(self) -> Result<Search, ImportError> {
        if self.long.len() + self.short.len() > MOST {
            return Err(ImportError::TooMany);
        }
        let long = AhoCorasick::new(&self.long).map_err(|_| ImportError::TooMany)?;
        Ok(Search {
            long: (!self.long.is_empty()).then_some(long),
            short: self.short,
        })
    }
}

/// Members that name somebody on whatever they stand.
const NAMING: [&str; 7] = [
    "authors",
    "contact_information",
    "contributors",
    "creators",
    "display_name",
    "event_creator_email",
    "x_mitre_contributors",
];

/// Members in which an object about somebody calls them by name, besides aliases.
const CALLS: [&str; 3] = ["name", "value", "x_misp_value"];

/// What an attribute that stands for a person's name is called in its object.
const PERSONS: [&str; 4] = ["full-name", "first-name", "middle-name", "last-name"];

/// Whether an object, of either format, is about an actor or a person.
fn is_somebody(members: &Members) -> bool {
    let kind = str_of(members, "type").to_lowercase();
    let class = str_of(members, "identity_class");
    let is_person = matches!(class, "individual" | "group") || (kind == "identity" && is_person(members));
    // A galaxy is called after its kind; its clusters have the names.
    let is_actor = names_actors(&kind) && !members.contains_key("GalaxyCluster");
    // What bundles made from MISP events could not say in STIX.
    let of_misp = str_of(members, "x_misp_type");
    let is_actor = is_actor || names_actors(of_misp) || misp::is_name(of_misp);
    is_actor || is_person || misp::is_name(&kind) || PERSONS.contains(&str_of(members, "object_relation"))
}

/// Whether a STIX identity is, or may be, a person: one whose class is not said may be.
pub(super) fn is_person(identity: &Members) -> bool {
    !matches!(str_of(identity, "identity_class"), "organization" | "class" | "system")
}

/// The texts of a value, in lists of it too.
fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(items)) => items.iter().flat_map(|item| strings(Some(item))).collect(),
        _ => Vec::new(),
    }
}

fn is_alias(member: &str) -> bool {
    member.contains("alias") || member.contains("synonym")
}

/// Looks for names.
#[derive(Debug)]
pub(super) struct Search {
    long: Option<AhoCorasick>,
    short: BTreeSet<String>,
}

impl Search {
    /// Whether one of them stands in this indicator. Hashes and addresses are no words.
    pub fn finds_one_in(&self, indicator: &Indicator) -> bool {
        use IndicatorKind::{Address, Md5, Sha1, Sha256, Sha512};
        if matches!(indicator.kind, Address | Md5 | Sha1 | Sha256 | Sha512) {
            return false;
        }
        self.finds_one(&indicator.value)
            || (indicator.value.contains('%') && self.finds_one(&without_percents(&indicator.value)))
    }

    /// Whether one of them stands in this text.
    pub fn finds_one(&self, text: &str) -> bool {
        let is_long = |names: &AhoCorasick| names.is_match(&letters(text).collect::<String>());
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        self.long.as_ref().is_some_and(is_long)
            || (!self.short.is_empty() && words.any(|word| self.short.contains(&letters(word).collect::<String>())))
    }
}

/// The letters and digits that a reader sees, in whatever width, case and with whatever accents they are written.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(guard::plain).filter(|c| c.is_alphanumeric())
}

/// The text that percent signs stand for (RFC 3986, 2.1).
fn without_percents(text: &str) -> String {
    let (bytes, mut plain, mut at) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let digits = bytes.get(at + 1..at + 3).and_then(|two| str::from_utf8(two).ok());
        let hidden = digits.and_then(|two| u8::from_str_radix(two, 16).ok());
        if let (b'%', Some(hidden)) = (byte, hidden) {
            plain.push(hidden);
            at += 3;
        } else {
            plain.push(*byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(names: &[&str], value: &str) -> bool {
        let mut known = Names::default();
        for name in names {
            known.add(name);
        }
        let search = known.search().expect("not too many");
        search.finds_one_in(&Indicator::new(IndicatorKind::Url, value.into()))
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for value in [
            "https://velvet-osprey.example/",
            "https://a.example/VELVETosprey.bin",
            "https://a.example/velvet%20osprey",
            "https://a.example/%56elvet%4Fsprey",
        ] {
            assert!(finds(&["Velvet Osprey"], value), "{value}");
        }
        assert!(!finds(&["Velvet Osprey"], "https://a.example/velvet"));
        assert!(!finds(&[], "https://a.example/%"));
    }

    #[test]
    fn a_short_name_is_found_as_a_word() {
        assert!(finds(&["VO"], "https://a.example/vo/1"));
        assert!(!finds(&["VO"], "https://a.example/vocal"));
        assert!(!finds(&["7", "12"], "https://a.example/12/7"));
    }

    #[test]
    fn a_name_is_found_in_any_width_and_without_what_goes_with_many() {
        assert!(finds(&["Velvet Osprey"], "https://ｖｅｌｖｅｔ-osprey.example/"));
        assert!(finds(&["Velvet\u{200B}Osprey"], "https://vélvet-osprey.example/"));
        assert!(finds(&["Velvet Osprey - G0007"], "https://velvet-osprey.example/"));
        assert!(finds(&["Operation Paper Tide"], "https://paper-tide.example/"));
        assert!(finds(&["The Osprey Group"], "https://osprey.example/"));
        assert!(!finds(&["Tide Group"], "https://tide.example/"));
    }

    #[test]
    fn more_names_than_can_be_looked_for_are_refused() {
        let mut names = Names::default();
        (0..=MOST).for_each(|number| names.add(&format!("osprey{number}")));
        assert_eq!(names.search().map(|_| ()), Err(ImportError::TooMany));
    }
}
