//! A MISP event, as a draft (MISP core format, `draft-dulaunoy-misp-core-format`).
//!
//! | in the event | in the draft |
//! |---|---|
//! | being an event at all | kind: incident |
//! | `date` | detected, to the day |
//! | tags `tlp:*`, on the event or on anything in it | marking: the strictest; TLP 1's white is clear |
//! | tags `rsit:*`, `circl:incident-classification` | type, where they agree on one |
//! | tags `nis2:impact-sectors-impacted` | sectors |
//! | tags `priority-level:*` | severity, where they agree on one |
//! | tags `exercise:*` | that it is an exercise |
//! | technical attributes, in objects too | indicators |
//!
//! What it does not say stays unanswered: no tag says that something is *not* an exercise, and an unmarked event may be
//! unmarked by mistake.
//!
//! `date` is the one date an event has. The format calls it the date on which the event occurred, but analysts give the
//! day on which they noticed it, and what was noticed had often begun long before. So it fills in when the incident was
//! detected, not when it started, nor when the State became aware of it, which only the State knows.
//!
//! `threat_level_id` does not fill in the severity. It has three steps where the portal has six levels, and by MISP's own
//! description it grades how sophisticated the attacker is, not how grave the incident.

mod attributes;
mod labels;
mod names;
mod types;

use super::ledger::Ledger;
use app::portal::ports::ImportError;
use domain::{
    catalogue::SECTORS,
    draft::{Draft, Source, Typed, WhyLeftOut},
    form::Field,
    indicator::{self, Indicator},
};
use labels::Labels;
use names::Names;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use time::{Date, macros::format_description};

/// The members of a JSON object.
type Members = Map<String, Value>;

/// The longest title of a source that is kept. MISP's own limit is 256.
const TITLE: usize = 256;

/// The one event in a file: bare, wrapped as `{"Event": …}`, or as the only one in a list or in `{"response": …}`.
///
/// # Errors
/// Where there is none, or more than one.
pub(super) fn event(json: &Value) -> Result<&Members, ImportError> {
    match json {
        Value::Array(items) => match items.as_slice() {
            [] => Err(ImportError::Empty),
            [only] => event(only),
            several if several.iter().all(|item| event(item).is_ok()) => Err(ImportError::Several),
            _ => Err(ImportError::NotKnown),
        },
        Value::Object(members) => match members.get("response").or_else(|| members.get("Event")) {
            Some(inner) => event(inner),
            None if members.is_empty() => Err(ImportError::Empty),
            None if is_event(members) => Ok(members),
            None => Err(ImportError::NotKnown),
        },
        _ => Err(ImportError::NotKnown),
    }
}

/// Every event has a title; other objects of MISP's do not call it `info`.
fn is_event(members: &Members) -> bool {
    members.get("info").is_some_and(Value::is_string)
        && ["uuid", "date", "Attribute", "Object"]
            .iter()
            .any(|name| members.contains_key(*name))
}

/// The draft an event makes.
///
/// # Errors
/// Where it is classified by a tag, or has more indicators than a filing may.
pub(super) fn draft(event: &Members) -> Result<Draft, ImportError> {
    let mut reading = Reading::default();
    reading.event(event)?;
    let indicators = reading.indicators()?;
    let answers = reading.answers(event);
    let source = Source {
        format: "MISP".to_owned(),
        title: title(event),
        filled: answers.keys().copied().collect(),
        left_out: reading.left_out.into_list(),
    };
    Ok(Draft {
        answers,
        indicators,
        source: Some(source),
    })
}

/// What has been read of an event so far.
#[derive(Default)]
struct Reading {
    labels: Labels,
    names: Names,
    indicators: Vec<Indicator>,
    left_out: Ledger,
}

impl Reading {
    fn event(&mut self, event: &Members) -> Result<(), ImportError> {
        self.of_the_event(event)?;
        for attribute in list(event, "Attribute") {
            self.attribute(attribute, None)?;
        }
        for object in list(event, "Object") {
            self.object(object)?;
        }
        self.what_has_no_place(event);
        Ok(())
    }

    /// What belongs to an event and not to an incident: who wrote it, with what words, beside which other events.
    fn what_has_no_place(&mut self, event: &Members) {
        let kinds = [
            ("event_creator_email", WhyLeftOut::Attributes),
            ("Org", WhyLeftOut::SourceProse),
            ("Orgc", WhyLeftOut::SourceProse),
            ("EventReport", WhyLeftOut::SourceProse),
            ("Note", WhyLeftOut::SourceProse),
            ("Opinion", WhyLeftOut::SourceProse),
            ("RelatedEvent", WhyLeftOut::NoPlace),
            ("ShadowAttribute", WhyLeftOut::NoPlace),
            ("Sighting", WhyLeftOut::NoPlace),
        ];
        for (name, why) in kinds {
            let times = match event.get(name) {
                None | Some(Value::Null) => 0,
                Some(Value::Array(items)) => items.len(),
                Some(_) => 1,
            };
            (0..times).for_each(|_| self.left_out.note(name, why));
        }
        // 4 is "undefined", which says nothing that could be left out.
        if matches!(text(event, "threat_level_id").as_str(), "1" | "2" | "3") {
            self.left_out.note("threat_level_id", WhyLeftOut::NoPlace);
        }
    }

    /// The indicators, each once, without those in which a name stands that the event itself gives to an actor.
    fn indicators(&mut self) -> Result<Vec<Indicator>, ImportError> {
        let (names, left_out) = (&self.names, &mut self.left_out);
        let mut indicators = indicator::without_repetition(std::mem::take(&mut self.indicators));
        indicators.retain(|indicator| {
            let attributes = names.stand_in(indicator);
            if attributes {
                left_out.note("indicator", WhyLeftOut::Attributes);
            }
            !attributes
        });
        if indicators.len() > indicator::MOST {
            Err(ImportError::TooMany)
        } else {
            Ok(indicators)
        }
    }

    fn answers(&mut self, event: &Members) -> BTreeMap<Field, Typed> {
        let labels = &self.labels;
        let code = |code: &str| Typed {
            text: code.to_owned(),
            ..Typed::default()
        };
        let mut answers = BTreeMap::from([(Field::NoticeKind, code("incident"))]);
        answers.extend(labels.marking.map(|marking| (Field::Marking, code(marking.code()))));
        answers.extend(labels.exercise.then(|| (Field::Exercise, code("exercise"))));
        for (field, codes) in [(Field::Type, &labels.types), (Field::Severity, &labels.severities)] {
            match codes.len() {
                0 => {}
                1 => answers.extend(codes.first().map(|only| (field, code(only)))),
                // Which of them it is, the State says.
                _ => self.left_out.note("Tag", WhyLeftOut::NotUnderstood),
            }
        }
        let sectors = SECTORS
            .codes
            .iter()
            .map(|code| code.id)
            .filter(|id| labels.sectors.contains(id));
        let choices: Vec<String> = sectors.map(str::to_owned).collect();
        if !choices.is_empty() {
            answers.insert(
                Field::Sectors,
                Typed {
                    choices,
                    ..Typed::default()
                },
            );
        }
        answers.extend(self.detected(event).map(|day| (Field::Detected, day)));
        answers
    }

    fn detected(&mut self, event: &Members) -> Option<Typed> {
        let written = text(event, "date");
        if written.is_empty() {
            return None;
        }
        let Ok(date) = Date::parse(&written, format_description!("[year]-[month]-[day]")) else {
            self.left_out.note("date", WhyLeftOut::NotUnderstood);
            return None;
        };
        let (day, month) = (date.day().to_string(), u8::from(date.month()).to_string());
        Some(Typed {
            day,
            month,
            year: date.year().to_string(),
            ..Typed::default()
        })
    }
}

/// The source's own title, for the drafter alone: one line of what can be shown.
fn title(event: &Members) -> String {
    let info = text(event, "info");
    info.lines()
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(TITLE)
        .collect()
}

/// A member's text, trimmed; a number as its digits, since MISP writes numbers both ways.
fn text(members: &Members, name: &str) -> String {
    match members.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A member's items; none where it is no list.
fn list<'a>(members: &'a Members, name: &str) -> &'a [Value] {
    members.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// What a member says on a question of yes or no, which MISP writes as a boolean, a number or a string.
fn yes(members: &Members, name: &str) -> Option<bool> {
    match members.get(name)? {
        Value::Bool(yes) => Some(*yes),
        Value::String(text) => Some(matches!(text.as_str(), "1" | "true")),
        Value::Number(number) => Some(number.as_u64() == Some(1)),
        _ => None,
    }
}
