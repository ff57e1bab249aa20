//! From an answer to its words: the one place where a value becomes something to read.

use crate::{portal::public::StateNames, words};
use domain::{
    answer::{Answer, Fidelity, Moment, MomentParts, Stated, Text, Value},
    catalogue::List,
    draft::Typed,
    form::{Asked, Control, Field},
    marking::{Audience, Reason, Tlp},
    publication::Disclosed,
};

/// Whose words an answer is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The portal's: a code, a date, a number.
    Portal,
    /// The State's own, in this language if it has one.
    State(Option<String>),
    /// A questionnaire's: what it offers to choose from.
    Questionnaire,
    /// The portal's, in place of what the State keeps back.
    Withheld,
    /// The portal's, where there is nothing: none, unknown, left blank.
    Nothing,
    /// The portal's, where nothing was asked.
    NotAsked,
}

/// An answer in words. Two answers are the same to a reader exactly where these are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Whose words.
    pub voice: Voice,
    /// The words.
    pub words: String,
    /// For a moment, the same for machines: the `datetime` of `<time>`.
    pub time: Option<String>,
    /// What else to say of it: who does not get it, and why.
    pub note: Option<String>,
}

impl Said {
    pub(super) fn new(voice: Voice, words: String) -> Self {
        Self {
            voice,
            words,
            time: None,
            note: None,
        }
    }

    pub(super) fn portal(words: String) -> Self {
        Self::new(Voice::Portal, words)
    }

    pub(super) fn nothing(code: &str) -> Self {
        Self::new(Voice::Nothing, words::say(&format!("answers-{code}")))
    }

    /// That it is withheld, for this reason.
    pub fn withheld(reason: Reason) -> Self {
        Self::new(
            Voice::Withheld,
            words::say_with("answers-withheld", &[("reason", &words::reason(reason))]),
        )
    }

    /// Words of the State.
    pub fn text(text: &Text) -> Self {
        Self::new(Voice::State(Some(text.language.clone())), text.text.clone())
    }

    /// The code of a field that offers a list.
    pub fn code(field: Field, code: &str) -> Self {
        match field.control() {
            Control::Choice(list) | Control::Choices(list) => Self::portal(words::code(list, code)),
            _ => Self::portal(code.to_owned()),
        }
    }

    /// A marking.
    pub fn marking(marking: Tlp) -> Self {
        Self::portal(marking.label().to_owned())
    }

    /// An audience.
    pub fn audience(audience: Audience) -> Self {
        Self::portal(words::audience(audience))
    }

    /// What the State says on a field, to those who read all of it.
    pub fn stated(field: Field, stated: &Stated, names: &StateNames) -> Self {
        let said = match &stated.answer {
            Answer::Given(Value::States(states)) => {
                let names = states.iter().map(|code| {
                    names
                        .get(code)
                        .map_or_else(|| code.to_string(), |state| state.name.clone())
                });
                Self::portal(names.collect::<Vec<_>>().join(", "))
            }
            Answer::Given(value) => Self::value(field, value),
            Answer::None => Self::nothing("none"),
            Answer::Unknown => Self::nothing("unknown"),
            Answer::Withheld(reason) => Self::withheld(*reason),
            Answer::LeftBlank => Self::nothing("left-blank"),
        };
        Self {
            note: stated.held_back.map(held_back),
            ..said
        }
    }

    /// What the audience reads on a field.
    pub fn disclosed(field: Field, disclosed: &Disclosed) -> Self {
        match disclosed {
            Disclosed::Given(value) => Self::value(field, value),
            Disclosed::NumberOfStates(number) => {
                Self::portal(words::say_with("answers-states", &[("number", &number.to_string())]))
            }
            Disclosed::None => Self::nothing("none"),
            Disclosed::Unknown => Self::nothing("unknown"),
            Disclosed::Withheld(reason) => Self::withheld(*reason),
            Disclosed::LeftBlank => Self::nothing("left-blank"),
            Disclosed::NotAsked => Self::not_asked(),
        }
    }

    /// That this instalment does not ask it.
    pub fn not_asked() -> Self {
        Self::new(Voice::NotAsked, words::say("answers-asked-not"))
    }

    fn value(field: Field, value: &Value) -> Self {
        match (value, field.control()) {
            (Value::Line(line), _) => Self::new(Voice::State(None), line.clone()),
            (Value::Text(text), _) => Self::text(text),
            (Value::Choice(code), _) => Self::code(field, code),
            (Value::Choices { codes, other }, Control::Choices(list)) => {
                Self::portal(codes_in_words(list, codes, other.as_deref().unwrap_or_default()))
            }
            (Value::Choices { codes, .. }, _) => Self::portal(codes.join(", ")),
            (Value::Moment(moment), _) => Self {
                time: Some(machine_time(moment)),
                ..Self::portal(words::moment(moment))
            },
            (Value::Count(count), _) => Self::portal(count_in_words(grouped(count.number), count.estimate)),
            (Value::States(states), _) => Self::portal(words::say_with(
                "answers-states",
                &[("number", &states.len().to_string())],
            )),
        }
    }

    /// What was typed, however wrong. `blank` says what it means that nothing was.
    pub fn typed(field: Field, typed: &Typed, names: &StateNames, blank: Asked) -> Self {
        let said = match (typed.cannot.as_str(), typed.has_no_value()) {
            ("", true) if blank == Asked::Freely => Self::nothing("left-blank"),
            ("", true) => Self::nothing("unanswered"),
            (_, false) => Self::typed_value(field, typed, names),
            (cannot, true) => Reason::from_code(cannot).map_or_else(|| Self::nothing(cannot), Self::withheld),
        };
        Self {
            note: Reason::from_code(&typed.held_back).map(held_back),
            ..said
        }
    }

    fn typed_value(field: Field, typed: &Typed, names: &StateNames) -> Self {
        match field.control() {
            Control::Choice(_) if typed.text == "unknown" => Self::nothing("unknown"),
            Control::Choice(_) => Self::code(field, &typed.text),
            Control::Choices(list) => Self::portal(codes_in_words(list, &typed.choices, &typed.other)),
            Control::States => {
                let name = |code: &String| {
                    code.parse()
                        .ok()
                        .and_then(|code| names.get(&code))
                        .map_or_else(|| code.clone(), |state| state.name.clone())
                };
                Self::portal(typed.choices.iter().map(name).collect::<Vec<_>>().join(", "))
            }
            Control::Moment => Self::portal(moment_as_typed(typed)),
            Control::Marking => {
                Tlp::from_code(&typed.text).map_or_else(|| Self::portal(typed.text.clone()), Self::marking)
            }
            Control::Audience => {
                Audience::from_code(&typed.text).map_or_else(|| Self::portal(typed.text.clone()), Self::audience)
            }
            Control::Count => {
                let number = typed.text.parse().map_or_else(|_| typed.text.clone(), grouped);
                Self::portal(count_in_words(number, typed.estimate == "estimate"))
            }
            Control::Line(_) => Self::new(Voice::State(None), typed.text.clone()),
            Control::Title(_) | Control::Text(_) => {
                let language = (!typed.language.is_empty()).then(|| typed.language.clone());
                Self::new(Voice::State(language), typed.text.clone())
            }
        }
    }
}

/// The note on a value that only the secretariat reads.
fn held_back(reason: Reason) -> String {
    words::say_with("answers-held-back", &[("reason", &words::reason(reason))])
}

fn codes_in_words(list: &List, codes: &[String], other: &str) -> String {
    let in_words = codes.iter().map(|code| match (code.as_str(), other) {
        ("other", "") => words::code(list, code),
        ("other", other) => {
            let other = isolated(other);
            words::say_with(
                "answers-other",
                &[("code", &words::code(list, "other")), ("which", &other)],
            )
        }
        (code, _) => words::code(list, code),
    });
    in_words.collect::<Vec<_>>().join(", ")
}

/// Words of a State inside a sentence of the portal's, in whichever direction they run (Unicode 6.3, FSI and PDI).
pub(super) fn isolated(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}

pub(super) fn count_in_words(number: String, estimate: bool) -> String {
    if estimate {
        words::say_with("answers-estimate", &[("number", &number)])
    } else {
        number
    }
}

/// Digits in groups of three, as ISO 80000-1 has them: `12 000`, and `1200` as it is.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join("\u{202f}")
}

pub(super) fn moment_as_typed(typed: &Typed) -> String {
    let parts = MomentParts {
        day: &typed.day,
        month: &typed.month,
        year: &typed.year,
        time: &typed.time,
    };
    let as_typed = || {
        [parts.day, parts.month, parts.year, parts.time]
            .join(" ")
            .trim()
            .to_owned()
    };
    Moment::parse(parts).map_or_else(as_typed, |moment| words::moment(&moment))
}

/// As much of a moment as is known, for machines: HTML has words for the year, the month, the day, and from the minute.
pub(super) fn machine_time(moment: &Moment) -> String {
    let whole = words::machine_time(moment.from);
    match moment.fidelity {
        Fidelity::Year => whole.chars().take(4).collect(),
        Fidelity::Month => whole.chars().take(7).collect(),
        Fidelity::Day => whole.chars().take(10).collect(),
        Fidelity::Hour | Fidelity::Minute => whole.chars().take(16).chain(['Z']).collect(),
        Fidelity::Second => whole,
    }
}

/// Both of two answers as plain text, for comparing word by word: `None` where either is not the State's own text.
pub fn both<'a>(before: &'a Said, after: &'a Said) -> Option<(&'a str, &'a str)> {
    match (&before.voice, &after.voice) {
        (Voice::State(one), Voice::State(other)) if one == other => Some((&before.words, &after.words)),
        _ => None,
    }
}
