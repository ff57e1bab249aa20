//! Text reduced to what a reader sees in it, so that one spelling of a word finds all.
//!
//! Copying from a PDF, a word processor or a chat brings along no-break spaces, soft hyphens, zero-width joiners,
//! full-width letters, and accents as separate characters. All of these look like nothing or like their plain
//! counterpart, and count as that here. Letters are reduced to lower case without accents; each keeps what was
//! written beside it, for those rules that ask for capitals.

use std::ops::{Range, RangeInclusive};

/// One visible character of a text.
pub(super) struct Glyph {
    /// What it counts as: lower case, no accent; `\n` for any line end, a space for any other white space, `-` for
    /// any dash.
    pub plain: char,
    /// What was written, in the usual width.
    pub written: char,
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
}

impl Glyph {
    /// Part of a word?
    pub fn is_of_a_word(&self) -> bool {
        self.plain.is_alphanumeric()
    }
}

/// The visible characters of a text, in order.
pub(super) fn glyphs(text: &str) -> Vec<Glyph> {
    let glyph = |(from, c): (usize, char)| {
        Some(Glyph {
            plain: plain(c)?,
            written: in_usual_width(c),
            at: from..from + c.len_utf8(),
        })
    };
    text.char_indices().filter_map(glyph).collect()
}

/// What a character counts as; `None` for one that cannot be seen.
pub fn plain(written: char) -> Option<char> {
    match in_usual_width(written) {
        _ if is_invisible(written) => None,
        '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if written.is_whitespace() => Some(' '),
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => Some('-'),
        '\u{2044}' | '\u{2215}' => Some('/'),
        // What follows the first character of a lower-case form is a combining mark (İ), hence invisible.
        c => c.to_lowercase().next().map(without_accent),
    }
}

/// Full-width forms of ASCII, which stand at a fixed distance from it.
fn in_usual_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Joiners, soft hyphens, direction marks, variation selectors, and marks that sit on the letter before them.
#[rustfmt::skip]
const INVISIBLE: [RangeInclusive<char>; 19] = [
    '\u{AD}'..='\u{AD}', '\u{34F}'..='\u{34F}', '\u{61C}'..='\u{61C}', '\u{180E}'..='\u{180E}', '\u{FEFF}'..='\u{FEFF}',
    '\u{200B}'..='\u{200F}', '\u{202A}'..='\u{202E}', '\u{2060}'..='\u{206F}',
    '\u{FE00}'..='\u{FE0F}', '\u{E0000}'..='\u{E0FFF}',
    '\u{300}'..='\u{36F}', '\u{1AB0}'..='\u{1AFF}', '\u{1DC0}'..='\u{1DFF}', '\u{20D0}'..='\u{20FF}',
    // Arabic vowel signs and the stroke that stretches a word; Hebrew points.
    '\u{640}'..='\u{640}', '\u{64B}'..='\u{65F}', '\u{670}'..='\u{670}', '\u{591}'..='\u{5BD}', '\u{5BF}'..='\u{5C7}',
];

fn is_invisible(c: char) -> bool {
    // Most text is ASCII, where only control characters are.
    (c.is_control() && !c.is_whitespace()) || (!c.is_ascii() && INVISIBLE.iter().any(|range| range.contains(&c)))
}

/// A lower-case letter without its accent. Latin as far as official languages of States go, and the few letters of
/// Cyrillic that Unicode can also write as letter and mark.
fn without_accent(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        'й' => 'и',
        'ї' => 'і',
        _ => c,
    }
}
