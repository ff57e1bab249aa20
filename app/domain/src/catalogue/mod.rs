//! The closed lists from which a form offers its choices.
//!
//! A choice is stored, exported and compared by its **code**, never by its words. Wherever a public instrument
//! already has a code, ours is that code unchanged, so that a filing can be read by the tools a State has: RSIT for
//! the kind of incident, NIS2 for sectors, DORA for techniques and causes, STIX for impact. The words live in Fluent
//! under [`List::message_id`]; a message may have a `.hint`, which is our own description and not the instrument's.
//!
//! Every list is one value of one type, [`List`], so that form, words, importers and exporters share one mechanism.
//! A list says where it comes from and whether we read that source or remember it ([`Provenance`]).
//!
//! Left out on purpose: `none`, `unknown` and `withheld` are states of an [answer](crate::answer), not codes of a
//! list. The one exception is [`ASSISTANCE`], where to want none is something a State says.

mod incident;
mod languages;
mod rsit;
mod sectors;
mod severity;
#[cfg(test)]
mod tests;

pub use incident::{
    ASSISTANCE, DETERMINATION, EXERCISE, EXTERNAL_IMPACT, FIDELITY, NOTICE_KIND, OTHERS_INFORMED, ROOT_CAUSE, STATUS,
    TECHNIQUES, WITHHOLD_REASON, YES_NO,
};
pub use languages::{LANGUAGE, LANGUAGES, Language, is_language, is_right_to_left, language};
pub use rsit::{RSIT_CLASS, RSIT_TYPE, rsit_from_tag, rsit_tag};
pub use sectors::{SECTORS, sector_from_tag, sector_tag};
pub use severity::{LEVELS, Level, SEVERITY, from_misp_threat_level, from_priority_level_tag, level};

/// A closed list from which a form offers codes, in the order it offers them.
#[derive(Debug)]
pub struct List {
    /// The list's own code, the first half of its message ids: `rsit-class`.
    pub name: &'static str,
    /// The public document the codes come from, by its symbol.
    pub source: &'static str,
    /// How well we know that source.
    pub provenance: Provenance,
    /// The codes, in the order a person is offered them.
    pub codes: &'static [Code],
}

/// One choice of a [`List`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// What is stored and exported: lower-case words joined by hyphens (severity alone uses `S5` to `S0`). Unique in
    /// its list.
    pub id: &'static str,
    /// The code of the class this one belongs to, where the list has a parent list.
    pub within: Option<&'static str>,
}

/// How a list's codes came to us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Read in the public source that [`List::source`] names.
    Verified,
    /// Remembered from that source: show the symbol, and do not present the codes as official.
    Recalled,
    /// Made for this portal.
    Ours,
}

/// Every list there is.
pub static ALL: [&List; 18] = [
    &NOTICE_KIND,
    &EXERCISE,
    &STATUS,
    &DETERMINATION,
    &RSIT_CLASS,
    &RSIT_TYPE,
    &TECHNIQUES,
    &SECTORS,
    &YES_NO,
    &SEVERITY,
    &EXTERNAL_IMPACT,
    &ROOT_CAUSE,
    &ASSISTANCE,
    &OTHERS_INFORMED,
    &WITHHOLD_REASON,
    &FIDELITY,
    &LANGUAGE,
    &crate::state::REGIONAL_GROUP,
];

/// The list called `name`.
pub fn list(name: &str) -> Option<&'static List> {
    ALL.into_iter().find(|list| list.name == name)
}

impl List {
    /// Is `id` one of this list's codes? Exact: codes have one spelling.
    pub fn knows(&self, id: &str) -> bool {
        self.code(id).is_some()
    }

    /// The code `id`, if this list has it.
    pub fn code(&self, id: &str) -> Option<&'static Code> {
        self.codes.iter().find(|code| code.id == id)
    }

    /// Where `id` stands in the order of offering, from 0: what several ticked boxes are sorted by.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.codes.iter().position(|code| code.id == id)
    }

    /// The codes of one class, in order: the RSIT types of `fraud`.
    pub fn within(&self, class: &str) -> impl Iterator<Item = &'static Code> {
        self.codes.iter().filter(move |code| code.within == Some(class))
    }

    /// The Fluent message that says what `id` means: `rsit-class-fraud`.
    pub fn message_id(&self, id: &str) -> String {
        format!("{}-{id}", self.name)
    }
}

/// Codes without a class, for a list written as plain words.
pub(crate) const fn plain<const N: usize>(ids: [&'static str; N]) -> [Code; N] {
    let mut codes = [Code { id: "", within: None }; N];
    let mut at = 0;
    while at < N {
        codes[at].id = ids[at];
        at += 1;
    }
    codes
}

/// The value of a MISP machine tag, `namespace:predicate="value"`, if it is in that namespace and has that shape.
fn machine_tag<'a>(tag: &'a str, namespace: &str) -> Option<(&'a str, &'a str)> {
    let (predicate, value) = tag.strip_prefix(namespace)?.strip_prefix(':')?.split_once('=')?;
    Some((predicate, value.strip_prefix('"')?.strip_suffix('"')?))
}
