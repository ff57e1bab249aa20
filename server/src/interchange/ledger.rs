//! What an import leaves out, counted by kind.
//!
//! The kind is always a word of ours or of the format's specification, known at compile time. A word from the file would
//! be a hole: nothing keeps a tag's namespace or a member's name from being the very name that must not be kept.

use domain::draft::{LeftOut, WhyLeftOut};
use std::collections::BTreeMap;

/// What was left out, and why, how often.
#[derive(Debug, Default)]
pub(super) struct Ledger(BTreeMap<(WhyLeftOut, &'static str), u32>);

impl Ledger {
    /// One more of this kind was left out.
    pub fn note(&mut self, what: &'static str, why: WhyLeftOut) {
        self.note_all(what, why, 1);
    }

    /// So many more of this kind were left out.
    pub fn note_all(&mut self, what: &'static str, why: WhyLeftOut, times: usize) {
        if times > 0 {
            let known = self.0.entry((why, what)).or_default();
            *known = known.saturating_add(u32::try_from(times).unwrap_or(u32::MAX));
        }
    }

    /// All of it, what attributes first.
    pub fn into_list(self) -> Vec<LeftOut> {
        self.0
            .into_iter()
            .map(|((why, what), times)| LeftOut {
                what: what.to_owned(),
                times,
                why,
            })
            .collect()
    }
}
