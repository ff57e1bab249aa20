//! Names by which industry and press call those they hold responsible for intrusions.
//!
//! Whoever uses such a name attributes. Most names come in families, a word and a number or an epithet and a beast,
//! so that new ones are found without a new list. That a name stands here says nothing about anybody; the list exists to
//! keep such names out of releases, or in them by decision.

use super::lexicon::Word;

/// Well-known names without a family, and those of a family that are often written small. A name that is also an
/// ordinary word in some language counts only as written here or in capitals (see the lexicon).
#[rustfmt::skip]
pub(super) const NAMES: [&str; 56] = [
    "Agrius", "ALPHV", "Andariel", "Anonymous Sudan", "Black Basta", "BlackBasta", "BlackCat", "Bluenoroff",
    "Callisto Group", "Carbanak", "Charming Kitten", "Cl0p", "Cloud Hopper", "Cobalt Group", "Conti", "Cozy Bear",
    "CyberAv3ngers", "DarkHotel", "DarkSide", "Energetic Bear", "Equation Group", "Evil Corp", "Fancy Bear",
    "Gamaredon", "Ghostwriter", "Guccifer", "Hafnium", "Hidden Cobra", "IT Army of Ukraine", "Ke3chang", "Killnet",
    "Kimsuky", "LAPSUS", "Lazarus", "Lazarus Group", "LockBit", "Moses Staff", "MuddyWater", "Mustang Panda",
    "Nobelium", "NoName057", "OceanLotus", "OilRig", "Pawn Storm", "Predatory Sparrow", "RansomHub", "REvil",
    "Sandworm", "ScarCruft", "Sednit", "Shadow Brokers", "SideWinder", "Sofacy", "Transparent Tribe", "Turla", "Winnti",
];

/// A family whose names are a word and a number.
struct Numbered {
    /// The word, as it is written.
    word: &'static str,
    /// How many digits the number may have.
    digits: std::ops::RangeInclusive<usize>,
    /// Does the word in small letters count too?
    any_case: bool,
    /// What may stand between the two.
    between: &'static [&'static str],
}

#[rustfmt::skip]
const NUMBERED: [Numbered; 7] = [
    Numbered { word: "APT",   digits: 1..=3, any_case: true,  between: &["", "-"] },
    // A flat is "apt 28", a group is "APT 28".
    Numbered { word: "APT",   digits: 1..=3, any_case: false, between: &[" "] },
    Numbered { word: "UNC",   digits: 3..=5, any_case: true,  between: &["", "-"] },
    Numbered { word: "FIN",   digits: 1..=2, any_case: true,  between: &[""] },
    Numbered { word: "TA",    digits: 3..=4, any_case: true,  between: &[""] },
    Numbered { word: "DEV",   digits: 4..=4, any_case: false, between: &["-"] },
    Numbered { word: "Storm", digits: 4..=4, any_case: true,  between: &["-"] },
];

/// The beasts and weathers whose names are two words, both written with a capital.
#[rustfmt::skip]
const SECOND_WORDS: [&str; 16] = [
    "Bear", "Blizzard", "Buffalo", "Chollima", "Cyclone", "Jackal", "Kitten", "Leopard", "Panda", "Sandstorm", "Sleet",
    "Spider", "Tempest", "Tiger", "Tsunami", "Typhoon",
];

/// First words that make an ordinary bear, storm or sentence of it.
#[rustfmt::skip]
const ORDINARY_FIRST_WORDS: [&str; 30] = [
    "A", "After", "An", "And", "Before", "Black", "Brown", "During", "For", "From", "Giant", "Grizzly", "In", "Indian",
    "It", "Its", "Lone", "No", "Of", "On", "Our", "Polar", "Red", "Since", "Super", "Teddy", "The", "This", "When",
    "With",
];

/// How many words of `text`, from the first, are the name of an actor by its family.
pub(super) fn length_of_name(text: &[Word]) -> Option<usize> {
    numbered(text).or_else(|| two_words(text))
}

fn numbered(text: &[Word]) -> Option<usize> {
    let [first, rest @ ..] = text else { return None };
    NUMBERED.iter().find_map(|family| {
        if let Some(number) = family.strip(&first.written).filter(|number| !number.is_empty()) {
            return (family.between.contains(&"") && family.counts(number)).then_some(1);
        }
        let next = rest.first()?;
        let fits = family.strip(&first.written)?.is_empty() && family.counts(&next.written);
        (fits && family.between.contains(&next.gap.as_str())).then_some(2)
    })
}

impl Numbered {
    /// What follows the family's word in a single word.
    fn strip<'a>(&self, written: &'a str) -> Option<&'a str> {
        let (word, rest) = written.split_at_checked(self.word.len())?;
        let fits = if self.any_case {
            word.eq_ignore_ascii_case(self.word)
        } else {
            word == self.word
        };
        fits.then_some(rest)
    }

    fn counts(&self, number: &str) -> bool {
        self.digits.contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    }
}

fn two_words(text: &[Word]) -> Option<usize> {
    let [first, second, ..] = text else { return None };
    let has_capital = |word: &Word| word.written.starts_with(char::is_uppercase);
    let is_name = has_capital(first)
        && has_capital(second)
        && matches!(second.gap.as_str(), " " | "-")
        && SECOND_WORDS.iter().any(|word| second.plain.eq_ignore_ascii_case(word))
        && !ORDINARY_FIRST_WORDS
            .iter()
            .any(|word| first.plain.eq_ignore_ascii_case(word));
    is_name.then_some(2)
}
