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
        let times = self.0.entry((why, what)).or_default();
        *times = times.saturating_add(1);
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
