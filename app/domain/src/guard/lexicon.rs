//! Names, and the words of a text among which they are looked for.
//!
//! A name is found where its words stand in a row, whole, in any case and with or without accents: *Niger* is not
//! found in *Nigeria*, nor *Oman* in *Romania*. Where several names begin at the same word the longest is meant, so
//! that *South Sudan* is not Sudan, and *New Mexico*, which the table lists as nobody's, is no State.
//!
//! Names that are also ordinary words count only as they are listed, or in capitals: *Turkey* is pointed out and
//! *turkey* is not. What a capital letter cannot tell apart, such as a Mr Jordan, a reader must.

use super::{actors, plain::glyphs};
use crate::state::{State, StateCode};
use std::{collections::HashMap, sync::LazyLock};

/// A word of a text.
#[derive(Default)]
pub(super) struct Word {
    /// As it is compared: lower case, no accents.
    pub plain: String,
    /// As it was written, less what cannot be seen.
    pub written: String,
    /// What stands between it and the word before, reduced; of a long gap, the beginning.
    pub gap: String,
    /// Where it begins in the text, in bytes.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
}

/// The most characters between two words of one name: enough for `" ("`, not for a new paragraph.
const WIDEST_GAP: usize = 2;

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for glyph in glyphs(text) {
        if glyph.is_of_a_word() {
            if word.plain.is_empty() {
                word.from = glyph.at.start;
            }
            word.plain.push(glyph.plain);
            word.written.push(glyph.written);
            word.to = glyph.at.end;
            continue;
        }
        if !word.plain.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if word.gap.chars().count() <= WIDEST_GAP {
            word.gap.push(glyph.plain);
        }
    }
    if !word.plain.is_empty() {
        words.push(word);
    }
    words
}

/// Whose a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// A State's own.
    State(StateCode),
    /// That of a State's people or things; it may stand in the plural.
    Nationality(StateCode),
    /// A known actor's.
    Actor,
    /// Nobody's, though it contains somebody's.
    Nobody,
}

/// Names by their words in plain letters, parted by single spaces.
#[derive(Default)]
pub(super) struct Lexicon {
    names: HashMap<String, Vec<Name>>,
    most_words: usize,
}

struct Name {
    /// As listed, for those names that must be written so.
    listed: String,
    whose: Whose,
}

/// The names that are known whichever States take part. Columns of the table: a State's code, or `--` for nobody's
/// names; what else the State is called; its nationality.
pub(super) static KNOWN: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for line in include_str!("names.csv").lines().skip(1) {
        let mut columns = line.split(',');
        let code: Option<StateCode> = columns.next().and_then(|code| code.parse().ok());
        lexicon.learn(columns.next(), code.map_or(Whose::Nobody, Whose::State));
        lexicon.learn(columns.next(), code.map_or(Whose::Nobody, Whose::Nationality));
    }
    for name in actors::NAMES {
        lexicon.learn(Some(name), Whose::Actor);
    }
    lexicon
});

/// Names that are ordinary words too, in some language: fowl, furniture, verbs, elements, pronouns, ends of host names.
#[rustfmt::skip]
const ORDINARY_TOO: [&str; 33] = [
    "america", "chad", "china", "conti", "dane", "darkside", "drc", "dutch", "finn", "ghostwriter", "guinea", "hafnium",
    "jordan", "lao", "lapsus", "lazarus", "meridian", "nobelium", "pole", "polish", "sidewinder", "swede", "swiss",
    "thai", "turk", "turkey", "u k", "u s", "uae", "uk", "us", "usa", "wales",
];

impl Lexicon {
    /// The names of these States, as the administrator has them.
    pub fn of(states: &[State]) -> Self {
        let mut lexicon = Self::default();
        for state in states {
            lexicon.learn(Some(&state.name), Whose::State(state.code));
        }
        lexicon
    }

    /// Takes in names, parted by `|`.
    fn learn(&mut self, names: Option<&str>, whose: Whose) {
        for name in names.into_iter().flat_map(|names| names.split('|')) {
            let words = words(name);
            if !words.is_empty() {
                self.most_words = self.most_words.max(words.len());
                self.names.entry(plain(&words)).or_default().push(Name {
                    listed: written(&words),
                    whose,
                });
            }
        }
    }

    /// The longest name with which these words begin: how many of them it takes, and all whose it is.
    pub fn longest(&self, text: &[Word]) -> Option<(usize, Vec<Whose>)> {
        let (_, rest) = text.split_first()?;
        let near = |word: &&Word| word.gap.chars().count() <= WIDEST_GAP;
        let in_a_row = 1 + rest.iter().take(self.most_words).take_while(near).count();
        (1..=in_a_row).rev().find_map(|length| {
            let whose = self.whose(&text[..length]);
            (!whose.is_empty()).then_some((length, whose))
        })
    }

    fn whose(&self, text: &[Word]) -> Vec<Whose> {
        let (plain, written) = (plain(text), written(text));
        let singular = plain
            .strip_suffix('s')
            .zip(written.strip_suffix(['s', 'S']))
            .filter(|(plain, _)| plain.len() > 2);
        let exact = self.fitting(&plain, &written);
        let plural = singular
            .into_iter()
            .flat_map(|(plain, written)| self.fitting(plain, written));
        exact
            .chain(plural.filter(|whose| matches!(whose, Whose::Nationality(_) | Whose::Nobody)))
            .collect()
    }

    fn fitting(&self, plain: &str, written: &str) -> impl Iterator<Item = Whose> {
        let as_listed = move |name: &&Name| written == name.listed || written == name.listed.to_uppercase();
        let names = self.names.get(plain).into_iter().flatten();
        names
            .filter(move |name| as_listed(name) || !ORDINARY_TOO.contains(&plain))
            .map(|name| name.whose)
    }
}

fn plain(words: &[Word]) -> String {
    words
        .iter()
        .map(|word| word.plain.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

fn written(words: &[Word]) -> String {
    words
        .iter()
        .map(|word| word.written.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}
