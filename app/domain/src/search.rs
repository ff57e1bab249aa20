//! Words to search by: what is taken from a text when it is put into an index, and from what a reader typed.
//!
//! Databases cut and fold words in ways of their own, and differently from one another. So both get words that are
//! ready, made here, and only have to find equal ones: a search finds the same wherever the portal runs.
//!
//! - A **word** is a run of letters, digits and their marks. *l’attaque* is two words and *example.org* too, so that
//!   either half is found; the word boundaries of Unicode (UAX #29) would keep such words whole.
//! - **Scripts without spaces** (Chinese, Japanese, Thai, Lao, Khmer, Burmese) have no such runs. There every pair of
//!   neighbouring letters is a word; who types three letters looks for both pairs. A text also holds each letter alone,
//!   for who types only one.
//! - Words are **folded**: by compatibility (NFKD), without case in any script, without accents and vowel points, with
//!   the letters of Arabic that are written in several ways as one. *İSTANBUL* and *ıstanbul* are one word, so are *ё*
//!   and *е*. Signs that make another word in their script, as the vowels of Devanagari do, are kept.
//!
//! Nothing is cut off a word's end: the grammar of one language would be the noise of the others.

use std::collections::{BTreeSet, btree_set};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// How many characters of a search are read: more than a title has.
pub const LONGEST_SEARCH: usize = 200;

/// How many characters of a word count. The longest words of dictionaries have fewer; a database has a limit, too.
const LONGEST_WORD: usize = 40;

/// Words, cut and folded. They hold letters, digits and their marks, so no query language can mistake them for its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// The words a text is found by.
    pub fn of(text: &str) -> Self {
        Self(cut(text, true))
    }

    /// The words a reader looks for: a text that has them all is found. There are none where only signs were typed.
    pub fn sought(typed: &str) -> Self {
        Self(cut(typed, false))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each, once.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl IntoIterator for Words {
    type Item = String;
    type IntoIter = btree_set::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Cut a text into words; single letters of scripts without spaces too, where they have neighbours, if asked.
fn cut(text: &str, single: bool) -> BTreeSet<String> {
    let folded: String = text.nfkd().filter_map(kept).flat_map(folded).nfc().collect();
    let mut words = BTreeSet::new();
    for part in folded.split(|letter: char| !is_of_word(letter)).flat_map(by_script) {
        if part.chars().next().is_some_and(is_unspaced) {
            words.extend(pairs(part, single));
        } else if part.chars().any(char::is_alphanumeric) {
            words.insert(part.chars().take(LONGEST_WORD).collect());
        }
    }
    words
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// A run of letters, parted where a script without spaces begins or ends. Marks stay with the letter before them.
fn by_script(run: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut unspaced) = (0, None);
    for (at, letter) in run.char_indices().filter(|(_, letter)| !is_combining_mark(*letter)) {
        let here = is_unspaced(letter);
        if unspaced.replace(here).is_some_and(|before| before != here) {
            parts.push(&run[from..at]);
            from = at;
        }
    }
    parts.push(&run[from..]);
    parts
}

/// Each letter with its next; each alone too, if asked or where there is no other.
fn pairs(part: &str, single: bool) -> Vec<String> {
    let mut letters: Vec<String> = Vec::new();
    for letter in part.chars() {
        match letters.last_mut() {
            Some(before) if is_combining_mark(letter) && before.chars().count() < LONGEST_WORD => before.push(letter),
            _ => letters.push(letter.to_string()),
        }
    }
    let pairs: Vec<String> = letters.windows(2).map(<[String]>::concat).collect();
    if single || pairs.is_empty() {
        [pairs, letters].concat()
    } else {
        pairs
    }
}

/// Scripts that put no space between words.
const fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{0E00}'..='\u{0EFF}' // Thai, Lao
        | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' // Burmese, Khmer
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // Japanese
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFD}') // Han
}

/// The letter as it is searched by, or nothing where it only says how to read or to show its neighbours.
const fn kept(letter: char) -> Option<char> {
    Some(match letter {
        // Accents of Latin, Greek and Cyrillic; points of Hebrew; vowel signs, lengthening and annotations of Arabic.
        '\u{0300}'..='\u{036F}'
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
        | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        // Where a word may be broken, letters joined, the direction turned; which form of a sign is meant.
        | '\u{00AD}' | '\u{200C}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => return None,
        // Final and dotless yeh; kaf of Persian and Urdu; the feminine ending, which is often written as a heh.
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        letter => letter,
    })
}

/// A digit of another script, as a digit that is typed everywhere.
#[expect(clippy::cast_possible_truncation, reason = "the caller's range has ten digits")]
const fn digit(letter: char, zero: char) -> char {
    (b'0' + (letter as u32 - zero as u32) as u8) as char
}

/// Without case. Lower, upper, lower: only so do ẞ, ß and ss become one, ς and σ, ı and i.
fn folded(letter: char) -> impl Iterator<Item = char> {
    letter
        .to_lowercase()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sought(typed: &str) -> Vec<String> {
        Words::sought(typed).into_iter().collect()
    }

    fn finds(typed: &str, text: &str) -> bool {
        Words::of(text).0.is_superset(&Words::sought(typed).0)
    }

    #[test]
    fn words_are_folded_in_every_script() {
        for [one, another] in [
            ["Straße", "STRASSE"],
            ["STRAẞE", "strasse"],
            ["İstanbul", "ISTANBUL"],
            ["ıstanbul", "istanbul"],
            ["Żółw e\u{301}te\u{301}", "zółw été"],
            ["ΟΔΟΣ", "οδός"],
            ["Ёлка", "елка"],
            ["ﬁle №２０２６", "FILE no2026"],
            ["هُجُومٌ", "هجوم"],
            ["هجـــوم", "هجوم"],
            ["أمن إلى آخر", "امن الي اخر"],
            ["٢٠٢٦", "۲۰۲۶"],
            ["שָׁלוֹם", "שלום"],
            ["ガ", "ｶﾞ"],
            ["한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"],
            ["co\u{AD}operation", "cooperation"],
        ] {
            assert_eq!(sought(one), sought(another));
            assert!(!sought(one).is_empty(), "{one}");
        }
        assert_ne!(sought("कि"), sought("की"), "vowels make words");
    }

    #[test]
    fn words_are_cut_at_everything_else() {
        assert_eq!(
            sought("l’attaque (DDoS), example.org!"),
            ["attaque", "ddos", "example", "l", "org"]
        );
        assert_eq!(
            sought("\" OR NOT * AND(a:b) 'x' \\ %_"),
            ["a", "and", "b", "not", "or", "x"]
        );
        assert_eq!(sought("🔥 — … \0 \u{301}"), Vec::<String>::new());
    }

    #[test]
    fn scripts_without_spaces_are_cut_into_pairs() {
        assert_eq!(sought("网络攻击"), ["攻击", "络攻", "网络"]);
        assert_eq!(sought("攻"), ["攻"]);
        assert_eq!(sought("ABC公司2026年"), ["2026", "abc", "公司", "年"]);
        assert!(
            Words::of("网络攻击").iter().any(|word| word == "击"),
            "a letter alone is found"
        );
        assert!(finds("โจมตี", "การโจมตี"));
    }

    #[test]
    fn a_text_is_found_by_its_own_words() {
        for text in [
            "Порт был закрыт",
            "a\u{301}b",
            "データセンター",
            "x".repeat(5_000).as_str(),
        ] {
            assert!(finds(text, text), "{text}");
            assert!(Words::of(text).iter().all(|word| word.len() < 200));
        }
    }
}
