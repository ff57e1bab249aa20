//! The complete incident, and the only way to make one.
//!
//! What needs a value is a member with a type; everything else is an answer by field, and a field the instalment asks
//! is always there. So whoever holds an [`Incident`] need not ask whether it is complete.

use crate::{
    answer::{Answer, Count, Moment, MomentParts, Stated, Text, Value},
    catalogue::{self, List},
    draft::{Draft, Typed},
    form::{Asked, Control, Field, Instalment},
    ids::Timestamp,
    indicator::Indicator,
    issue::{Issues, Problem},
    marking::{Audience, Reason, Tlp},
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a State notifies, complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Which instalment this is.
    pub instalment: Instalment,
    /// Incident, threat or near miss: a code of [`catalogue::NOTICE_KIND`].
    pub kind: String,
    /// Whether it is an exercise.
    pub exercise: bool,
    /// One line.
    pub title: Text,
    /// What happened.
    pub summary: Text,
    /// How far readers may pass it on.
    pub marking: Tlp,
    /// Whom the State wants to read it.
    pub audience: Audience,
    /// All other fields the instalment asks.
    pub answers: BTreeMap<Field, Stated>,
    /// Technical traces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// How strictly their source marked them, where the State has not released them: readers outside the State and the
    /// secretariat get them under no more open a marking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Tlp>,
}

/// See [`Draft::complete`].
pub(crate) fn complete(draft: &Draft, instalment: Instalment, now: Timestamp) -> Result<Incident, Issues> {
    let mut check = Check {
        draft,
        now,
        issues: Issues::default(),
    };
    let kind = check.chosen(Field::NoticeKind);
    let exercise = check.chosen(Field::Exercise).map(|code| code == "exercise");
    let title = check.text(Field::Title);
    let summary = check.text(Field::Summary);
    let readers = check.readers();
    let answers = Field::asked_at(instalment)
        .filter(|field| !field.needs_value())
        .filter_map(|field| Some((field, check.stated(field, field.asked(instalment))?)))
        .collect();
    let (issues, indicators, floor) = (check.issues, draft.indicators.clone(), draft.floor());
    match (kind, exercise, title, summary, readers) {
        (Some(kind), Some(exercise), Some(title), Some(summary), Some((marking, audience))) if issues.is_empty() => {
            Ok(Incident {
                instalment,
                kind,
                exercise,
                title,
                summary,
                marking,
                audience,
                answers,
                indicators,
                floor,
            })
        }
        _ => Err(issues),
    }
}

/// Reads fields, and notes what is wrong with them.
struct Check<'a> {
    draft: &'a Draft,
    now: Timestamp,
    issues: Issues,
}

impl Check<'_> {
    fn wrong<T>(&mut self, field: Field, problem: Problem) -> Option<T> {
        self.issues.note(field, problem);
        None
    }

    /// The code of a field that needs one.
    fn chosen(&mut self, field: Field) -> Option<String> {
        match self.value(field, &self.draft.typed(field))? {
            Value::Choice(code) => Some(code),
            _ => self.wrong(field, Problem::Missing),
        }
    }

    /// The text of a field that needs one.
    fn text(&mut self, field: Field) -> Option<Text> {
        match self.value(field, &self.draft.typed(field))? {
            Value::Text(text) => Some(text),
            _ => self.wrong(field, Problem::Missing),
        }
    }

    /// Marking and audience, which must agree.
    fn readers(&mut self) -> Option<(Tlp, Audience)> {
        let (marking, audience) = (
            self.draft.typed(Field::Marking).text,
            self.draft.typed(Field::Audience).text,
        );
        if marking.is_empty() {
            self.issues.note(Field::Marking, Problem::Missing);
        } else if Tlp::from_code(&marking).is_none() {
            self.issues.note(Field::Marking, Problem::NotOffered);
        }
        if audience.is_empty() {
            self.issues.note(Field::Audience, Problem::Missing);
        } else if Audience::from_code(&audience).is_none() {
            self.issues.note(Field::Audience, Problem::NotOffered);
        }
        let (marking, audience) = (Tlp::from_code(&marking)?, Audience::from_code(&audience)?);
        let strictest = audience.strictest();
        if marking > strictest {
            return self.wrong(Field::Audience, Problem::MarkingTooStrict { strictest });
        }
        Some((marking, audience))
    }

    /// What is stated on a field that may be unknown or withheld.
    fn stated(&mut self, field: Field, asked: Asked) -> Option<Stated> {
        let typed = self.draft.typed(field);
        let held_back = Reason::from_code(&typed.held_back);
        let plain = |answer| {
            Some(Stated {
                answer,
                held_back: None,
            })
        };
        match (typed.cannot.as_str(), typed.has_no_value()) {
            ("", true) if asked == Asked::Freely => plain(Answer::LeftBlank),
            ("", true) => self.wrong(field, Problem::NoAnswer),
            ("", false) if typed.text == "unknown" && matches!(field.control(), Control::Choice(_)) => {
                plain(Answer::Unknown)
            }
            ("", false) => Some(Stated {
                answer: Answer::Given(self.value(field, &typed)?),
                held_back,
            }),
            (_, false) => self.wrong(field, Problem::BothWays),
            ("none", true) if field.may_be_none() => plain(Answer::None),
            ("unknown", true) => plain(Answer::Unknown),
            (reason, true) => match Reason::from_code(reason) {
                Some(reason) => plain(Answer::Withheld(reason)),
                None => self.wrong(field, Problem::NotOffered),
            },
        }
    }

    /// The value of a field, by its control.
    fn value(&mut self, field: Field, typed: &Typed) -> Option<Value> {
        match field.control() {
            Control::Line(max) => self.line(field, &typed.text, max).map(Value::Line),
            Control::Title(max) => {
                let text = self.line(field, &typed.text, max);
                self.in_language(field, text, typed)
            }
            Control::Text(max) => {
                let text = self.within(field, typed.text.trim(), max);
                self.in_language(field, text, typed)
            }
            Control::Choice(list) => self.offered(field, list, &typed.text).map(Value::Choice),
            Control::Choices(list) => self.choices(field, list, typed),
            Control::Moment => self.moment(field, typed),
            Control::Count => self.count(field, typed),
            Control::States => self.states(field, typed),
            // Read together, in `readers`.
            Control::Marking | Control::Audience => None,
        }
    }

    fn within(&mut self, field: Field, text: &str, max: usize) -> Option<String> {
        if text.is_empty() {
            return self.wrong(field, Problem::Missing);
        }
        if text.chars().count() > max {
            return self.wrong(field, Problem::TooLong { max });
        }
        if !text.chars().all(Text::may_hold) {
            return self.wrong(field, Problem::NotOneLine);
        }
        Some(text.to_owned())
    }

    fn line(&mut self, field: Field, text: &str, max: usize) -> Option<String> {
        let text = self.within(field, text.trim(), max)?;
        if text.contains(['\n', '\t']) {
            self.wrong(field, Problem::NotOneLine)
        } else {
            Some(text)
        }
    }

    fn in_language(&mut self, field: Field, text: Option<String>, typed: &Typed) -> Option<Value> {
        let text = text?;
        if !catalogue::is_language(&typed.language) {
            return self.wrong(field, Problem::NoLanguage);
        }
        Some(Value::Text(Text {
            text,
            language: typed.language.clone(),
        }))
    }

    fn offered(&mut self, field: Field, list: &List, code: &str) -> Option<String> {
        match code {
            "" => self.wrong(field, Problem::Missing),
            code if list.knows(code) => Some(code.to_owned()),
            _ => self.wrong(field, Problem::NotOffered),
        }
    }

    fn choices(&mut self, field: Field, list: &List, typed: &Typed) -> Option<Value> {
        if typed.choices.iter().any(|code| !list.knows(code)) {
            return self.wrong(field, Problem::NotOffered);
        }
        let codes: Vec<String> = list
            .codes
            .iter()
            .map(|code| code.id.to_owned())
            .filter(|id| typed.choices.contains(id))
            .collect();
        let other = match (codes.iter().any(|code| code == "other"), typed.other.trim()) {
            (true, "") => return self.wrong(field, Problem::OtherNotSaid),
            (true, other) => Some(self.line(field, other, 120)?),
            // What was written beside an unticked "other" is kept in the draft and means nothing.
            (false, _) => None,
        };
        if codes.is_empty() {
            self.wrong(field, Problem::NoAnswer)
        } else {
            Some(Value::Choices { codes, other })
        }
    }

    fn moment(&mut self, field: Field, typed: &Typed) -> Option<Value> {
        let parts = MomentParts {
            day: &typed.day,
            month: &typed.month,
            year: &typed.year,
            time: &typed.time,
        };
        match Moment::parse(parts) {
            None => self.wrong(field, Problem::NotADate),
            Some(moment) if moment.from > self.now => self.wrong(field, Problem::InFuture),
            Some(moment) => Some(Value::Moment(moment)),
        }
    }

    fn count(&mut self, field: Field, typed: &Typed) -> Option<Value> {
        let digits: String = typed
            .text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '\u{2019}'))
            .collect();
        match digits.parse() {
            Ok(number) => Some(Value::Count(Count {
                number,
                estimate: typed.estimate == "estimate",
            })),
            Err(_) => self.wrong(field, Problem::NotANumber),
        }
    }

    fn states(&mut self, field: Field, typed: &Typed) -> Option<Value> {
        let mut states: Vec<StateCode> = Vec::with_capacity(typed.choices.len());
        for code in &typed.choices {
            match code.parse() {
                Ok(code) if !states.contains(&code) => states.push(code),
                Ok(_) => {}
                Err(_) => return self.wrong(field, Problem::NotOffered),
            }
        }
        states.sort();
        Some(Value::States(states))
    }
}
