//! Corrections: how a text is changed before it is set, because it could not be set otherwise.
//!
//! Some are the same for every document: ends of lines are made one kind. The others are learnt from a
//! [proof](crate::proof): what no font has gives way to a [mark](MARK), and words wider than a line may be broken
//! anywhere.

use crate::{fonts::Fonts, proof::Findings};
use std::collections::{BTreeMap, BTreeSet};
use typst::text::is_default_ignorable;
use unicode_segmentation::UnicodeSegmentation;

/// Stands for what cannot be drawn: the replacement character, or where no font has that, a question mark.
const MARK: char = '\u{FFFD}';

/// Where a long word may be broken. Two zero-width spaces, because one may be somebody's own; they are
/// [taken out](crate::proof::without_breaks) again once the lines are set.
pub(crate) const BREAK: &str = "\u{200B}\u{200B}";

/// How many letters stay together in a word that has to be broken.
const SYLLABLE: usize = 4;

/// The most characters of a word that fits into any line, however wide its letters.
const WORD: usize = 12;

/// The most characters of a word that is left whole in a table, whose columns are narrow.
const CELL_WORD: usize = 22;

/// How many words too wide are remembered. Where there are more, all long ones are broken.
const WIDE_MAX: usize = 100;

/// What has to be done to the texts of one document.
#[derive(Debug)]
pub(crate) struct Corrections {
    mark: char,
    /// What stands for letters that no font can draw.
    unset: BTreeMap<String, String>,
    /// Words, or parts of words, that are wider than a line.
    wide: BTreeSet<String>,
    /// The characters that are not to be seen.
    missing: BTreeSet<char>,
}

impl Corrections {
    /// Those of a document nobody has read yet.
    pub(crate) fn new(fonts: &Fonts) -> Self {
        Self {
            mark: if fonts.have(MARK) { MARK } else { '?' },
            unset: BTreeMap::new(),
            wide: BTreeSet::new(),
            missing: BTreeSet::new(),
        }
    }

    /// Takes up what was found in a proof. Returns whether there was anything new.
    pub(crate) fn learn(&mut self, found: Findings, fonts: &Fonts) -> bool {
        let mut is_new = false;
        for letter in found.unset {
            let instead = self.instead(&letter, fonts);
            is_new |= self.unset.insert(letter, instead).is_none();
        }
        for word in found.wide {
            is_new |= self.wide.len() <= WIDE_MAX && self.wide.insert(word);
        }
        is_new
    }

    /// What stands for a letter that cannot be drawn: its base, if a font has that, and the mark for what was on it.
    fn instead(&mut self, letter: &str, fonts: &Fonts) -> String {
        let mut characters = letter.chars();
        let base = characters
            .next()
            .filter(|&c| letter.len() > c.len_utf8() && fonts.have(c));
        let lost: Vec<char> = if base.is_some() {
            characters.collect()
        } else {
            letter.chars().collect()
        };
        let lost = lost.into_iter().filter(|&c| c != self.mark && !is_default_ignorable(c));
        self.missing.extend(lost);
        base.into_iter().chain([self.mark]).collect()
    }

    /// The characters of this document that are not to be seen in it.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// A text on one line, however many it had.
    pub(crate) fn line(&self, text: &str) -> String {
        let lines = self.clean(text);
        let lines: Vec<_> = lines.split('\n').filter(|line| !line.trim().is_empty()).collect();
        broken(&lines.join(" "), WORD, |word| self.is_wide(word))
    }

    /// A text in paragraphs, as blank lines divide it. Other ends of lines stay.
    pub(crate) fn paragraphs(&self, text: &str) -> Vec<String> {
        let text = broken(&self.clean(text), WORD, |word| self.is_wide(word));
        divided(&text)
    }

    /// A text in paragraphs, for a column of a table.
    pub(crate) fn cell(&self, text: &str) -> Vec<String> {
        divided(&broken(&self.clean(text), CELL_WORD, |_| true))
    }

    fn clean(&self, text: &str) -> String {
        let mut clean = String::with_capacity(text.len());
        for c in text.replace("\r\n", "\n").chars() {
            match c {
                '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' => clean.push('\n'),
                '\u{2029}' => clean.push_str("\n\n"),
                '\t' => clean.push_str("    "),
                // A mark of byte order, which means nothing inside a text and has no place in a PDF.
                '\u{FEFF}' => {}
                c => clean.push(c),
            }
        }
        if self.unset.is_empty() {
            return clean;
        }
        let set = |letter| self.unset.get(letter).map_or(letter, String::as_str);
        clean.graphemes(true).map(set).collect()
    }

    fn is_wide(&self, word: &str) -> bool {
        self.wide.len() > WIDE_MAX || self.wide.iter().any(|wide| word.contains(wide.as_str()))
    }
}

/// The text, with breaks in those of its words that have more than so many characters and are too wide.
fn broken(text: &str, longest: usize, is_wide: impl Fn(&str) -> bool) -> String {
    let word = |word: &str| {
        if word.chars().nth(longest).is_some() && is_wide(word) {
            with_breaks(word)
        } else {
            word.to_owned()
        }
    };
    text.split_inclusive([' ', '\n']).map(word).collect()
}

fn with_breaks(word: &str) -> String {
    let mut broken = String::with_capacity(2 * word.len());
    for (at, letter) in word.graphemes(true).enumerate() {
        if at > 0 && at % SYLLABLE == 0 {
            broken.push_str(BREAK);
        }
        broken.push_str(letter);
    }
    broken
}

fn divided(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in text.split('\n') {
        let is_blank = line.trim().is_empty();
        match paragraphs.last_mut() {
            _ if is_blank => {}
            Some(paragraph) if is_open => {
                paragraph.push('\n');
                paragraph.push_str(line);
            }
            _ => paragraphs.push(line.to_owned()),
        }
        is_open = !is_blank;
    }
    paragraphs
}
