//! The names an event gives to actors and persons, remembered while it is read and forgotten with it.
//!
//! Leaving out the cluster that says who did it is not enough where a file name or a domain repeats the name. Names are
//! compared by their letters and digits alone, so that `Fancy Bear` is found in `fancy-bear.example`.

use domain::indicator::{Indicator, IndicatorKind};
use serde_json::Value;
use std::collections::{BTreeSet, HashSet};

/// Shorter ones occur in too many words, longer ones are no names.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=40;

/// Names that must not stand in an indicator.
#[derive(Debug, Default)]
pub(super) struct Names {
    known: HashSet<String>,
    /// How long the names are, in bytes, so that a text is searched once for each length and not for each name.
    lengths: BTreeSet<usize>,
}

impl Names {
    /// Remember one.
    pub fn add(&mut self, name: &str) {
        let name = letters(name);
        if LENGTHS.contains(&name.chars().count()) {
            self.lengths.insert(name.len());
            self.known.insert(name);
        }
    }

    /// Remember what a cluster of a galaxy is called, with its synonyms.
    pub fn add_cluster(&mut self, cluster: &Value) {
        let synonyms = cluster.pointer("/meta/synonyms").and_then(Value::as_array);
        let names = cluster.get("value").into_iter().chain(synonyms.into_iter().flatten());
        names.filter_map(Value::as_str).for_each(|name| self.add(name));
    }

    /// Whether one of them stands in this indicator. Hashes and addresses are no words.
    pub fn stand_in(&self, indicator: &Indicator) -> bool {
        use IndicatorKind::{Address, Md5, Sha1, Sha256, Sha512};
        if self.known.is_empty() || matches!(indicator.kind, Address | Md5 | Sha1 | Sha256 | Sha512) {
            return false;
        }
        let text = letters(&indicator.value);
        self.lengths.iter().any(|length| {
            (0..text.len()).any(|at| text.get(at..at + length).is_some_and(|part| self.known.contains(part)))
        })
    }
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
