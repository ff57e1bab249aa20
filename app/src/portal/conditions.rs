//! What a reader asks of the list of publications: as it was typed into a form or an address, and as it is understood.
//!
//! Addresses are kept, passed on and changed by hand, so anything may stand in one. What makes no sense is pointed out
//! beside what was typed, which stays where it is; nothing is guessed.

use super::{
    ports::{PublicationFilter, Search},
    public::StateNames,
};
use domain::{
    catalogue::{List, NOTICE_KIND, SECTORS},
    search::{LONGEST_SEARCH, Words},
    state::StateCode,
};
use serde::Serialize;

/// The conditions, as typed. An empty one asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Conditions {
    /// Words to look for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The code of a State.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// A year.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// The code of a kind.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The code of a sector.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sector: String,
    /// Which page of what is found.
    #[serde(skip)]
    pub page: String,
}

/// One of the conditions, by the name of its parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Words to look for.
    Words,
    /// A State.
    State,
    /// A year.
    Year,
    /// A kind.
    Kind,
    /// A sector.
    Sector,
    /// Which page.
    Page,
}

/// What is wrong with a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// More than [`LONGEST_SEARCH`] characters to look for.
    WordsTooLong,
    /// Something to look for that has neither letter nor digit in it.
    NoWords,
    /// No State has this code.
    NoSuchState,
    /// Not a year of four digits.
    NoSuchYear,
    /// No kind has this code.
    NoSuchKind,
    /// No sector has this code.
    NoSuchSector,
    /// Not a number, or past the last page.
    NoSuchPage,
}

impl Condition {
    /// The name of its parameter, and of its field.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::State => "state",
            Self::Year => "year",
            Self::Kind => "kind",
            Self::Sector => "sector",
            Self::Page => "page",
        }
    }
}

impl Wrong {
    /// Everything that can be wrong.
    pub const ALL: [Self; 7] = [
        Self::WordsTooLong,
        Self::NoWords,
        Self::NoSuchState,
        Self::NoSuchYear,
        Self::NoSuchKind,
        Self::NoSuchSector,
        Self::NoSuchPage,
    ];

    /// Which condition it is wrong with.
    pub const fn with(self) -> Condition {
        match self {
            Self::WordsTooLong | Self::NoWords => Condition::Words,
            Self::NoSuchState => Condition::State,
            Self::NoSuchYear => Condition::Year,
            Self::NoSuchKind => Condition::Kind,
            Self::NoSuchSector => Condition::Sector,
            Self::NoSuchPage => Condition::Page,
        }
    }

    /// The code that ends the id of its message.
    pub const fn code(self) -> &'static str {
        match self {
            Self::WordsTooLong => "words-too-long",
            Self::NoWords => "no-words",
            Self::NoSuchState => "no-such-state",
            Self::NoSuchYear => "no-such-year",
            Self::NoSuchKind => "no-such-kind",
            Self::NoSuchSector => "no-such-sector",
            Self::NoSuchPage => "no-such-page",
        }
    }
}

/// Conditions that make sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The list of everything, or of a State or a year, withdrawn publications among it.
    List(PublicationFilter),
    /// What stands and has certain words, or is about something. Of what was withdrawn, neither is known.
    Search(Search),
}

impl Conditions {
    /// What they mean.
    ///
    /// # Errors
    /// All that is wrong with them, in the order of the form.
    pub fn understood(&self, states: &StateNames) -> Result<Asked, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut noted = |mistake| wrong.push(mistake);
        let words = or_note(self.sought(), &mut noted);
        let state = or_note(known_state(&self.state, states), &mut noted);
        let year = or_note(year(&self.year), &mut noted);
        let kind = or_note(code(&self.kind, &NOTICE_KIND, Wrong::NoSuchKind), &mut noted);
        let sector = or_note(code(&self.sector, &SECTORS, Wrong::NoSuchSector), &mut noted);
        let page = or_note(page(&self.page), &mut noted).unwrap_or(1);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        if words.is_none() && kind.is_none() && sector.is_none() {
            return Ok(Asked::List(PublicationFilter { state, year, page }));
        }
        Ok(Asked::Search(Search {
            words: words.unwrap_or_default(),
            state,
            year,
            kind,
            sector,
            page,
        }))
    }

    /// Whether anything is asked for.
    pub fn are_any(&self) -> bool {
        [&self.words, &self.state, &self.year, &self.kind, &self.sector]
            .iter()
            .any(|typed| !typed.trim().is_empty())
    }

    fn sought(&self) -> Result<Option<Words>, Wrong> {
        let typed = self.words.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        if typed.chars().count() > LONGEST_SEARCH {
            return Err(Wrong::WordsTooLong);
        }
        let words = Words::sought(typed);
        if words.is_empty() {
            Err(Wrong::NoWords)
        } else {
            Ok(Some(words))
        }
    }
}

fn or_note<T>(read: Result<Option<T>, Wrong>, note: &mut impl FnMut(Wrong)) -> Option<T> {
    read.unwrap_or_else(|mistake| {
        note(mistake);
        None
    })
}

/// What a condition says, unless it says nothing.
fn said<T>(typed: &str, meaning: impl FnOnce(&str) -> Option<T>, wrong: Wrong) -> Result<Option<T>, Wrong> {
    match typed.trim() {
        "" => Ok(None),
        typed => meaning(typed).map(Some).ok_or(wrong),
    }
}

fn known_state(typed: &str, states: &StateNames) -> Result<Option<StateCode>, Wrong> {
    let known = |typed: &str| typed.parse().ok().filter(|code| states.contains_key(code));
    said(typed, known, Wrong::NoSuchState)
}

fn year(typed: &str) -> Result<Option<i32>, Wrong> {
    let four_digits = |typed: &str| typed.parse().ok().filter(|year| (1_000..10_000).contains(year));
    said(typed, four_digits, Wrong::NoSuchYear)
}

fn code(typed: &str, list: &'static List, wrong: Wrong) -> Result<Option<&'static str>, Wrong> {
    said(typed, |typed| Some(list.code(typed)?.id), wrong)
}

fn page(typed: &str) -> Result<Option<u32>, Wrong> {
    said(
        typed,
        |typed| typed.parse().ok().filter(|page| *page > 0),
        Wrong::NoSuchPage,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::state::invented;

    fn states() -> StateNames {
        invented().into_iter().map(|state| (state.code, state)).collect()
    }

    #[test]
    fn nothing_asked_is_everything() {
        let blank = Conditions {
            words: "  ".to_owned(),
            ..Conditions::default()
        };
        let everything = Asked::List(PublicationFilter {
            page: 1,
            ..PublicationFilter::default()
        });
        assert_eq!(blank.understood(&states()), Ok(everything));
        assert!(!blank.are_any());
    }

    #[test]
    fn what_makes_no_sense_is_pointed_out_all_of_it() {
        let typed = |word: &str| Conditions {
            words: word.to_owned(),
            state: word.to_owned(),
            year: word.to_owned(),
            kind: word.to_owned(),
            sector: word.to_owned(),
            page: word.to_owned(),
        };
        let all_but_long = Wrong::ALL.into_iter().filter(|wrong| *wrong != Wrong::WordsTooLong);
        assert_eq!(typed("🔥").understood(&states()), Err(all_but_long.collect()));
        let long = typed(&"a".repeat(10_000)).understood(&states());
        assert_eq!(long.expect_err("wrong")[0], Wrong::WordsTooLong);
    }

    #[test]
    fn numbers_that_are_none_are_no_numbers() {
        for year in ["-2026", "99999999999", "26", "2026.5", "0x7E"] {
            let asked = Conditions {
                year: year.to_owned(),
                ..Conditions::default()
            };
            assert_eq!(asked.understood(&states()), Err(vec![Wrong::NoSuchYear]), "{year}");
        }
        for page in ["0", "-1", "4294967296"] {
            let asked = Conditions {
                page: page.to_owned(),
                ..Conditions::default()
            };
            assert_eq!(asked.understood(&states()), Err(vec![Wrong::NoSuchPage]), "{page}");
        }
    }
}
