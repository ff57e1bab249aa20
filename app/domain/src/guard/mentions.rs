//! Whether a text that may be released names another State, a nationality, or a known actor.
//!
//! The names of States are those the administrator keeps, and beside them a table of what else English calls each
//! State and its people. Other languages are not read, except where they use the same name: the preview at approval
//! and review is where people read what is released, and no warning means only that nothing was found. *English* and
//! the names of languages that are no nationality's are not listed, since texts speak of the languages they are in.

use super::{
    actors,
    lexicon::{KNOWN, Lexicon, Whose, Word, words},
};
use crate::state::{State, StateCode};

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// Another State.
    State(StateCode),
    /// The people or things of another State.
    Nationality(StateCode),
    /// Somebody known for intrusions, by a name of industry or press.
    Actor,
}

impl Named {
    /// The end of the message id that says it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::State(_) => "state",
            Self::Nationality(_) => "nationality",
            Self::Actor => "actor",
        }
    }
}

/// A place in a text where somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What is named.
    pub named: Named,
    /// The words that name it, as they stand in the text.
    pub text: String,
}

/// Whom a text names besides the State that writes it: each once, in the order of the text.
///
/// `own` is never pointed out, by any of its names; nor is a name it shares, like *Congolese*. `states` are the
/// States as the administrator names them.
pub fn names_others(text: &str, own: StateCode, states: &[State]) -> Vec<Mention> {
    let (words, given) = (words(text), Lexicon::of(states));
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (length, named) = name_at(&words[at..], own, &given).unwrap_or((1, None));
        if let Some(named) = named {
            let mention = Mention {
                named,
                text: text[words[at].from..words[at + length - 1].to].to_owned(),
            };
            if !mentions.contains(&mention) {
                mentions.push(mention);
            }
        }
        at += length;
    }
    mentions
}

/// The longest name with which these words begin: how many of them it takes, and what it names unless that is
/// nobody's business.
fn name_at(text: &[Word], own: StateCode, given: &Lexicon) -> Option<(usize, Option<Named>)> {
    let family = actors::length_of_name(text).map(|length| (length, vec![Whose::Actor]));
    let found = [given.longest(text), KNOWN.longest(text), family];
    let length = found.iter().flatten().map(|(length, _)| *length).max()?;
    let longest = found.into_iter().flatten().filter(|name| name.0 == length);
    let whose: Vec<Whose> = longest.flat_map(|(_, whose)| whose).collect();
    Some((length, named(&whose, own)))
}

/// What a name is taken to mean, when it is whose it is.
fn named(whose: &[Whose], own: StateCode) -> Option<Named> {
    let is_own = |whose: &Whose| matches!(whose, Whose::State(code) | Whose::Nationality(code) if *code == own);
    if whose.iter().any(|whose| is_own(whose) || *whose == Whose::Nobody) {
        return None;
    }
    whose.first().and_then(|whose| match *whose {
        Whose::State(code) => Some(Named::State(code)),
        Whose::Nationality(code) => Some(Named::Nationality(code)),
        Whose::Actor => Some(Named::Actor),
        Whose::Nobody => None,
    })
}
