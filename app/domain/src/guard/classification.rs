//! Classification markings: the words by which a document says that it is classified.
//!
//! A marking is more than a word. "Secret", "confidential" and "restricted" occur in every honest incident report, so
//! the bare words never count, with the exception of a few that are markings only when written in capitals
//! (`GEHEIM`). Some markings read like prose in their own language: *the EU restricted imports*, *une diffusion
//! restreinte*. They count in the [form](Form) that a marking has. White space, dashes, accents, width and invisible
//! characters never matter, nor do letters spaced out as in a banner (`N A T O  S E C R E T`).
//!
//! The list is recalled from public classification rules: NATO's C-M(2002)49, Council Decision 2013/488/EU, the US
//! CAPCO register and the national schemes named below. It is not complete and cannot be; what it stops is the
//! accident.

use super::plain::{Glyph, glyphs, plain};
use std::{collections::HashMap, sync::LazyLock};

/// How a marking must be written to count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Anyhow: nobody writes this by accident.
    Anyhow,
    /// With a capital on each of its words, or alone on its line or in brackets.
    Headline,
    /// All in capitals.
    Capitals,
    /// All in capitals and without a gap: the separators of a US banner or portion mark.
    Joined,
}

/// The markings. A space stands for any gap, a hyphen among them, or none; a hyphen, slash or stop must be there.
#[rustfmt::skip]
const MARKINGS: &[(Form, &[&str])] = &[
    // NATO, in its two official languages.
    (Form::Anyhow, &["COSMIC TOP SECRET", "COSMIC TRÈS SECRET", "NATO SECRET", "SECRET OTAN", "NATO CONFIDENTIAL",
        "CONFIDENTIEL OTAN", "DIFFUSION RESTREINTE OTAN", "NATO DIFFUSION RESTREINTE"]),
    (Form::Headline, &["NATO RESTRICTED"]),
    (Form::Capitals, &["ATOMAL"]),
    // European Union.
    (Form::Anyhow, &["TRÈS SECRET UE", "EU TOP SECRET", "SECRET UE", "EU SECRET", "CONFIDENTIEL UE", "EU CONFIDENTIAL",
        "RESTREINT UE", "TS-UE/EU-TS", "S-UE/EU-S", "C-UE/EU-C", "R-UE/EU-R"]),
    (Form::Headline, &["EU RESTRICTED"]),
    // United States: banner lines and portion marks.
    (Form::Anyhow, &["TOP SECRET//", "//NOFORN", "//REL TO", "//ORCON"]),
    (Form::Joined, &["SECRET//", "CONFIDENTIAL//", "//SI", "//TK", "//HCS", "//NF"]),
    (Form::Capitals, &["TOP SECRET", "NOFORN"]),
    // United Kingdom.
    (Form::Anyhow, &["UK TOP SECRET", "UK OFFICIAL SENSITIVE", "OFFICIAL-SENSITIVE", "UK EYES ONLY"]),
    (Form::Headline, &["UK SECRET", "OFFICIAL SENSITIVE"]),
    // Germany.
    (Form::Anyhow, &["VS NUR FÜR DEN DIENSTGEBRAUCH", "VS NUR FUER DEN DIENSTGEBRAUCH", "VS NFD", "VS VERTRAULICH",
        "VS GEHEIM"]),
    (Form::Capitals, &["STRENG GEHEIM", "GEHEIM"]),
    // France and Belgium.
    (Form::Anyhow, &["TRÈS SECRET DÉFENSE", "CONFIDENTIEL DÉFENSE"]),
    (Form::Headline, &["SECRET DÉFENSE", "DIFFUSION RESTREINTE", "BEPERKTE VERSPREIDING"]),
    (Form::Capitals, &["TRÈS SECRET", "ZEER GEHEIM"]),
    // Netherlands, Denmark, Norway, Sweden, Finland.
    (Form::Anyhow, &["STG. GEHEIM", "STG. CONFIDENTIEEL", "DEPARTEMENTAAL VERTROUWELIJK", "KVALIFICERAT HEMLIG",
        "HEMLIG/SECRET"]),
    (Form::Capitals, &["YDERST HEMMELIGT", "TIL TJENESTEBRUG", "STRENGT HEMMELIG", "ERITTÄIN SALAINEN"]),
    // Italy, Portugal, Spain.
    (Form::Capitals, &["SEGRETISSIMO", "RISERVATISSIMO", "MUITO SECRETO", "ULTRASSECRETO", "DIFUSIÓN LIMITADA"]),
    // Czechia, Poland, Türkiye.
    (Form::Capitals, &["PŘÍSNĚ TAJNÉ", "ŚCIŚLE TAJNE", "ZASTRZEŻONE", "ÇOK GİZLİ", "HİZMETE ÖZEL"]),
    // Russian, Ukrainian, Arabic, Chinese (a star separates the level from the years).
    (Form::Anyhow, &["СОВЕРШЕННО СЕКРЕТНО", "ДЛЯ СЛУЖЕБНОГО ПОЛЬЗОВАНИЯ", "ЦІЛКОМ ТАЄМНО",
        "ДЛЯ СЛУЖБОВОГО КОРИСТУВАННЯ", "سري للغاية", "绝密★", "机密★", "秘密★"]),
    (Form::Capitals, &["ОСОБОЙ ВАЖНОСТИ"]),
];

/// A marking as it is looked for.
struct Marking {
    name: &'static str,
    form: Form,
    /// Its characters without spaces, reduced like the text, and whether each begins a word.
    letters: Vec<(char, bool)>,
}

/// The markings by their first letter.
static LOOKED_FOR: LazyLock<HashMap<char, Vec<Marking>>> = LazyLock::new(|| {
    let mut by_first_letter: HashMap<char, Vec<Marking>> = HashMap::new();
    for (form, name) in MARKINGS
        .iter()
        .flat_map(|(form, names)| names.iter().map(|name| (*form, *name)))
    {
        let letters = letters(name);
        if let Some(&(first, _)) = letters.first() {
            by_first_letter
                .entry(first)
                .or_default()
                .push(Marking { name, form, letters });
        }
    }
    by_first_letter
});

fn letters(name: &str) -> Vec<(char, bool)> {
    let mut before = ' ';
    let marked = name
        .chars()
        .map(|c| (c, !std::mem::replace(&mut before, c).is_alphanumeric()));
    marked
        .filter_map(|(c, begins)| plain(c).map(|c| (c, begins)))
        .filter(|(c, _)| *c != ' ')
        .collect()
}

/// The first classification marking in a text, by its name in our list: never the text itself, so that it may be
/// logged.
///
/// Takes time in proportion to the text.
pub fn classification_marking(text: &str) -> Option<&'static str> {
    let text = glyphs(text);
    let mut starts = (0..text.len()).filter(|&at| at == 0 || is_edge(&text[at - 1], &text[at]));
    let looked_for_at = |at: usize| LOOKED_FOR.get(&text[at].plain).into_iter().flatten();
    starts.find_map(|at| {
        looked_for_at(at)
            .find(|marking| marking.stands_at(&text, at))
            .map(|marking| marking.name)
    })
}

/// Can a marking begin or end between these two characters? Not within a word; but Chinese does not part its words.
fn is_edge(before: &Glyph, after: &Glyph) -> bool {
    let parts_no_words = |glyph: &Glyph| matches!(glyph.plain, '\u{3400}'..='\u{9FFF}');
    !(before.is_of_a_word() && after.is_of_a_word()) || parts_no_words(before) || parts_no_words(after)
}

/// How a marking was found written, and where it ends.
struct Written {
    end: usize,
    capitals: bool,
    capital_words: bool,
    widest: Gap,
}

/// What stands between the letters of a marking.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Blank,
    LineEnd,
}

impl Gap {
    /// White space, dashes, and what mark-up puts around words; no other character may stand within a marking.
    fn of(glyph: &Glyph) -> Option<Self> {
        match glyph.plain {
            ' ' | '-' | '_' | '*' => Some(Self::Blank),
            '\n' => Some(Self::LineEnd),
            _ => None,
        }
    }
}

impl Marking {
    fn stands_at(&self, text: &[Glyph], start: usize) -> bool {
        let Some(found) = self.read(text, start) else {
            return false;
        };
        let whole = text
            .get(found.end)
            .is_none_or(|after| is_edge(&text[found.end - 1], after));
        // "https://si.example" is an address.
        let in_address = text[start].plain == '/' && start > 0 && text[start - 1].plain == ':';
        whole && !in_address && self.is_in_form(&found, text, start)
    }

    fn is_in_form(&self, found: &Written, text: &[Glyph], start: usize) -> bool {
        // A line end within a marking is a narrow column only if the marking goes on in capitals; else it is two lines.
        (found.capitals || found.widest < Gap::LineEnd)
            && match self.form {
                Form::Anyhow => true,
                Form::Headline => found.capital_words || is_alone(text, start, found.end),
                Form::Capitals => found.capitals,
                Form::Joined => found.capitals && found.widest == Gap::Nothing,
            }
    }

    /// Reads the marking from `start`, across gaps.
    fn read(&self, text: &[Glyph], start: usize) -> Option<Written> {
        let mut found = Written {
            end: start,
            capitals: true,
            capital_words: true,
            widest: Gap::Nothing,
        };
        for (place, &(letter, begins)) in self.letters.iter().enumerate() {
            let gap = |at: usize| {
                text.get(at)
                    .filter(|glyph| place > 0 && glyph.plain != letter)
                    .and_then(Gap::of)
            };
            while let Some(gap) = gap(found.end) {
                found.widest = found.widest.max(gap);
                found.end += 1;
            }
            let glyph = text.get(found.end).filter(|glyph| glyph.plain == letter)?;
            let small = glyph.written.is_lowercase();
            found.capitals &= !small;
            found.capital_words &= !(small && begins);
            found.end += 1;
        }
        Some(found)
    }
}

/// Nothing else on its line, or nothing else between its brackets?
fn is_alone(text: &[Glyph], start: usize, end: usize) -> bool {
    let is_blank = |glyph: &&Glyph| Gap::of(glyph) == Some(Gap::Blank);
    let before = text[..start].iter().rev().find(|glyph| !is_blank(glyph));
    let after = text[end..].iter().find(|glyph| !is_blank(glyph));
    before.is_none_or(|glyph| matches!(glyph.plain, '\n' | '(' | '[' | '|' | '/'))
        && after.is_none_or(|glyph| matches!(glyph.plain, '\n' | ')' | ']' | '|' | '/'))
}
