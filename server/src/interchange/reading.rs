//! What has been read of a file so far, and the draft that comes of it: the same for every format.
//!
//! A reader of a format notes what the file [says](Reading::says) on a question of the form, and from where; which
//! [traces](Reading::trace) it holds; which names must not stand in them; and what it leaves out. Where two places say
//! different things on one question, the question is left to the State.

use super::{
    ledger::Ledger,
    names::{Names, Search},
    traces::sound,
};
use app::portal::ports::ImportError;
use domain::{
    answer::{Fidelity, Moment, Text},
    draft::{Draft, KEPT, Passage, Source, Taken, Typed, WhyLeftOut},
    form::{Control, Field, Instalment},
    ids::Timestamp,
    indicator::{self, Indicator, IndicatorKind},
    marking::Tlp,
};
use std::collections::{BTreeMap, BTreeSet};

/// Where our own exports say something.
const OWN: &str = "Verbale answers";

/// No moment is later: whether one is in the future, the form judges, which knows what time it is.
const END_OF_TIME: Timestamp = Timestamp::from_micros(i64::MAX);

/// The most passages of prose that are shown: a page of them.
const PASSAGES: usize = 30;

/// What has been read of a file so far.
#[derive(Debug, Default)]
pub(super) struct Reading {
    names: Names,
    /// What was left out.
    pub left_out: Ledger,
    markings: BTreeMap<Tlp, String>,
    codes: BTreeMap<Field, BTreeMap<&'static str, String>>,
    moments: BTreeMap<Field, (Moment, String)>,
    counts: BTreeMap<Field, (u64, String)>,
    /// What our own exports say, blank where they say that it is.
    own: BTreeMap<Field, Option<Typed>>,
    passages: Vec<Passage>,
    indicators: Vec<Indicator>,
}

impl Reading {
    /// Nothing read yet of a file that gives somebody these names.
    pub fn of_a_file_with(names: Names) -> Self {
        Self {
            names,
            ..Self::default()
        }
    }

    /// The file says this code on this field, there.
    pub fn says(&mut self, field: Field, code: &'static str, from: impl Into<String>) {
        let said = self.codes.entry(field).or_default();
        said.entry(code).or_insert_with(|| from.into());
    }

    /// The same, unless the file has said something on this field already.
    pub fn says_at_least(&mut self, field: Field, code: &'static str, from: &str) {
        if !self.codes.contains_key(&field) {
            self.says(field, code, from);
        }
    }

    /// Something in the file is marked so, there.
    pub fn marked(&mut self, marking: Tlp, from: impl Into<String>) {
        self.markings.entry(marking).or_insert_with(|| from.into());
    }

    /// The file says this moment on this field, there; of several, the earliest counts.
    pub fn happened(&mut self, field: Field, moment: Moment, from: &str) {
        let is_earlier = |(known, _): &(Moment, String)| moment.from < known.from;
        if self.moments.get(&field).is_none_or(is_earlier) {
            self.moments.insert(field, (moment, from.to_owned()));
        }
    }

    /// The file says this number on this field, there.
    pub fn counts(&mut self, field: Field, number: u64, from: &str) {
        self.counts.insert(field, (number, from.to_owned()));
    }

    /// One of our own exports says this on this field, or that it is blank. Nothing else in the file counts then.
    pub fn answers(&mut self, field: Field, typed: Option<Typed>) {
        match self.own.get(&field) {
            Some(known) if *known != typed => {
                self.left_out.note(field.id(), WhyLeftOut::SaidTwice);
                self.own.insert(field, None);
            }
            _ => _ = self.own.insert(field, typed),
        }
    }

    /// The file tells this of the incident, there, in its source's own words.
    pub fn passage(&mut self, from: &str, text: &str) {
        let kept: usize = self.passages.iter().map(|passage| passage.text.len()).sum();
        let letters = text.trim().chars().filter(|c| Text::may_hold(*c));
        let text: String = letters.take(KEPT.saturating_sub(kept)).collect();
        let is_known = || self.passages.iter().any(|passage| passage.text == text);
        if !text.is_empty() && self.passages.len() < PASSAGES && !is_known() {
            let from = from.to_owned();
            self.passages.push(Passage { from, text });
        }
    }

    /// The file holds this trace, if it is what its kind says.
    ///
    /// # Errors
    /// Why it is left out.
    pub fn trace(&mut self, kind: IndicatorKind, value: &str, like: &Indicator) -> Result<(), WhyLeftOut> {
        self.indicators.push(Indicator {
            kind,
            value: sound(kind, value)?,
            ..like.clone()
        });
        Ok(())
    }

    /// The draft that comes of it.
    ///
    /// # Errors
    /// [`ImportError::TooMany`] where it holds more than a filing may.
    pub fn into_draft(mut self, format: &str, title: String) -> Result<Draft, ImportError> {
        let search = std::mem::take(&mut self.names).search()?;
        let indicators = self.indicators(&search)?;
        let floor = self.markings.last_key_value().map(|(marking, _)| *marking);
        let (mut answers, mut taken) = (BTreeMap::new(), Vec::new());
        for (field, typed, from) in self.all_answers() {
            answers.insert(field, typed);
            taken.push(Taken { field, from });
        }
        taken.sort();
        let passages = self.passages(&search);
        let source = Source {
            format: format.to_owned(),
            title,
            passages,
            taken,
            left_out: self.left_out.into_list(),
        };
        Ok(Draft {
            answers,
            indicators,
            floor,
            source: Some(source),
        })
    }

    /// The indicators, each once, without those in which a name stands that the file itself gives to an actor.
    fn indicators(&mut self, search: &Search) -> Result<Vec<Indicator>, ImportError> {
        let mut indicators = indicator::without_repetition(std::mem::take(&mut self.indicators));
        let all = indicators.len();
        indicators.retain(|indicator| !search.finds_one_in(indicator));
        let left = all - indicators.len();
        self.left_out.note_all("indicator", WhyLeftOut::Attributes, left);
        if indicators.len() > indicator::MOST {
            Err(ImportError::TooMany)
        } else {
            Ok(indicators)
        }
    }

    /// The source's words, without the sentences in which such a name stands.
    fn passages(&mut self, search: &Search) -> Vec<Passage> {
        let mut passages = std::mem::take(&mut self.passages);
        for passage in &mut passages {
            let sentences = passage.text.split_inclusive(['.', '!', '?', '\n', '。']);
            let named = |sentence: &&str| search.finds_one(sentence);
            let left: usize = sentences.clone().filter(named).count();
            let text: String = sentences.filter(|sentence| !named(sentence)).collect();
            // A name may have a full stop in it: then it stands in no sentence, and in the whole.
            let is_named = search.finds_one(&text);
            self.left_out
                .note_all("sentence", WhyLeftOut::Attributes, left + usize::from(is_named));
            passage.text = if is_named {
                String::new()
            } else {
                text.trim().to_owned()
            };
        }
        passages.retain(|passage| !passage.text.is_empty());
        passages
    }

    /// What our own exports say, judged as if it had been typed. What stands beside "other" are words.
    fn own(&mut self) -> BTreeMap<Field, Option<Typed>> {
        let mut own = std::mem::take(&mut self.own);
        let typed = own.iter().filter_map(|(field, typed)| Some((*field, typed.clone()?)));
        let draft = Draft {
            answers: typed.collect(),
            ..Draft::default()
        };
        let issues = draft.issues(Instalment::Final, END_OF_TIME);
        for (field, typed) in &mut own {
            let Some(typed) = typed else { continue };
            let other = std::mem::take(&mut typed.other);
            if !other.is_empty() {
                self.left_out.note(field.id(), WhyLeftOut::SourceProse);
                self.passage(field.id(), &other);
            }
        }
        own.retain(|field, typed| {
            let is_sound = typed.is_none() || issues.on(*field).is_none();
            self.left_out
                .note_all(field.id(), WhyLeftOut::NotUnderstood, usize::from(!is_sound));
            is_sound
        });
        own
    }

    fn all_answers(&mut self) -> Vec<(Field, Typed, String)> {
        let own = self.own();
        self.counts.retain(|field, _| !own.contains_key(field));
        self.moments.retain(|field, _| !own.contains_key(field));
        self.codes.retain(|field, _| !own.contains_key(field));
        let own = own
            .into_iter()
            .filter_map(|(field, typed)| Some((field, typed?, OWN.to_owned())));
        let strictest = self.markings.pop_last();
        let marking = strictest.map(|(marking, from)| (Field::Marking, text(marking.code()), from));
        let counts = std::mem::take(&mut self.counts).into_iter();
        let counts = counts.map(|(field, (number, from))| (field, text(&number.to_string()), from));
        let moments = std::mem::take(&mut self.moments).into_iter();
        let moments = moments.map(|(field, (moment, from))| (field, boxes(moment), from));
        let codes = std::mem::take(&mut self.codes).into_iter();
        let codes = codes.filter_map(|(field, said)| self.chosen(field, said));
        let codes: Vec<_> = codes.collect();
        let formats = marking.into_iter().chain(counts).chain(moments).chain(codes);
        formats.chain(own).collect()
    }

    fn chosen(&mut self, field: Field, said: BTreeMap<&'static str, String>) -> Option<(Field, Typed, String)> {
        if let Control::Choices(list) = field.control() {
            let codes = list.codes.iter().map(|code| code.id).filter(|id| said.contains_key(id));
            let choices = codes.map(str::to_owned).collect();
            let from: BTreeSet<&String> = said.values().collect();
            let from = from.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            let typed = Typed {
                choices,
                ..Typed::default()
            };
            return Some((field, typed, from));
        }
        if said.len() > 1 {
            // Which of them it is, the State says.
            self.left_out.note(field.id(), WhyLeftOut::SaidTwice);
            return None;
        }
        let (code, from) = said.into_iter().next()?;
        Some((field, text(code), from))
    }
}

fn text(text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
        ..Typed::default()
    }
}

/// A moment as it would have been typed: what is not known is left out.
pub(super) fn boxes(moment: Moment) -> Typed {
    let (at, fidelity) = (moment.from.utc(), moment.fidelity);
    let known = |least: Fidelity, text: String| if fidelity >= least { text } else { String::new() };
    let time = match fidelity {
        Fidelity::Year | Fidelity::Month | Fidelity::Day => String::new(),
        Fidelity::Hour => format!("{:02}", at.hour()),
        Fidelity::Minute => format!("{:02}:{:02}", at.hour(), at.minute()),
        Fidelity::Second => format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()),
    };
    Typed {
        day: known(Fidelity::Day, at.day().to_string()),
        month: known(Fidelity::Month, u8::from(at.month()).to_string()),
        year: at.year().to_string(),
        time,
        ..Typed::default()
    }
}
