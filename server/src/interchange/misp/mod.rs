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
//! | tags `misp-galaxy:mitre-attack-pattern` | techniques, where the form has one that is the same |
//! | object `incident` | determination |
//! | tags `exercise:*` | that it is an exercise |
//! | technical attributes, in objects too | indicators |
//! | our own object | [every answer](super::answers), before all the others |
//! | `EventReport.content` | the source's own words, for the drafter |
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

mod answers;
mod attributes;
mod types;

use super::{
    labels::names_somebody,
    members::{Members, list, str_of, text, title, yes},
    names::Names,
    reading::Reading,
};
use app::portal::ports::ImportError;
use domain::{
    answer::{Moment, MomentParts},
    draft::{Draft, WhyLeftOut},
    form::Field,
};
use serde_json::Value;

/// So deep may wrappers lie in each other: a list in a `response` in a list.
const WRAPPERS: usize = 8;

/// The events in a file: bare, wrapped as `{"Event": …}`, in a list or in `{"response": …}`. None where it is no file
/// of events.
pub(super) fn events(json: &Value) -> Option<Vec<&Members>> {
    let mut events = Vec::new();
    unwrap(json, WRAPPERS, &mut events).then_some(events)
}

/// Whether there is nothing but events in it.
fn unwrap<'a>(json: &'a Value, wrappers: usize, events: &mut Vec<&'a Members>) -> bool {
    match json {
        _ if wrappers == 0 => false,
        Value::Array(items) => items.iter().all(|item| unwrap(item, wrappers - 1, events)),
        Value::Object(members) => match members.get("response").or_else(|| members.get("Event")) {
            Some(inner) => unwrap(inner, wrappers - 1, events),
            None if members.is_empty() => true,
            None => {
                events.push(members);
                is_event(members) || is_search(members)
            }
        },
        _ => false,
    }
}

/// Every event has a title; other objects of MISP's do not call it `info`.
fn is_event(members: &Members) -> bool {
    members.get("info").is_some_and(Value::is_string)
        && ["uuid", "date", "Attribute", "Object"]
            .iter()
            .any(|name| members.contains_key(*name))
}

/// Attributes by themselves, as a search finds them.
fn is_search(members: &Members) -> bool {
    let is_attribute = |of: &Value| of.get("type").is_some_and(Value::is_string) && of.get("value").is_some();
    list(members, "Attribute").first().is_some_and(is_attribute)
}

/// What an event is called at its source.
pub(super) fn title_of(event: &Members) -> String {
    title(event, "info")
}

/// Whether an attribute of this type is somebody's name.
pub(super) fn is_name(kind: &str) -> bool {
    matches!(types::meaning(kind), Some((_, types::Meaning::Name)))
}

/// The draft of this event, in which these names must not stand.
///
/// # Errors
/// Where it is classified, or too large for a filing.
pub(super) fn draft(event: &Members, names: Names) -> Result<Draft, ImportError> {
    let mut reading = Reading::of_a_file_with(names);
    reading.event(event)?;
    reading.into_draft("MISP", title_of(event))
}

impl Reading {
    fn event(&mut self, event: &Members) -> Result<(), ImportError> {
        self.labels_of(event, true)?;
        if is_event(event) {
            self.says_at_least(Field::NoticeKind, "incident", "Event");
        }
        self.detected(event);
        for attribute in list(event, "Attribute") {
            self.attribute(attribute, None)?;
        }
        for object in list(event, "Object") {
            self.object(object)?;
        }
        for report in list(event, "EventReport").iter().filter_map(Value::as_object) {
            if yes(report, "deleted") != Some(true) {
                self.passage("EventReport.content", str_of(report, "content"));
            }
        }
        self.what_has_no_place(event);
        Ok(())
    }

    /// Tags and clusters, of the event or of something in it.
    fn labels_of(&mut self, members: &Members, of_incident: bool) -> Result<(), ImportError> {
        for tag in list(members, "Tag") {
            let name = tag.as_object().map(|tag| text(tag, "name")).unwrap_or_default();
            self.label("Tag", &name, of_incident)?;
        }
        for galaxy in list(members, "Galaxy").iter().filter_map(Value::as_object) {
            let why = if names_somebody(&text(galaxy, "type").to_lowercase()) {
                WhyLeftOut::Attributes
            } else {
                WhyLeftOut::NoPlace
            };
            self.left_out
                .note_all("GalaxyCluster", why, list(galaxy, "GalaxyCluster").len());
        }
        Ok(())
    }

    fn detected(&mut self, event: &Members) {
        let tags = list(event, "Tag").iter().filter_map(Value::as_object);
        let mut names = tags.map(|tag| text(tag, "name"));
        let written = text(event, "date");
        // An event must have a date: one that we wrote says so where that is only the day of publication.
        if names.any(|name| name == r#"verbale:date="published""#) {
            return;
        }
        let mut parts = written.splitn(3, '-');
        let [year, month, day] = std::array::from_fn(|_| parts.next().unwrap_or_default());
        let time = "";
        match Moment::parse(MomentParts { day, month, year, time }) {
            Some(moment) => self.happened(Field::Detected, moment, "Event.date"),
            None if written.is_empty() => {}
            None => self.left_out.note("date", WhyLeftOut::NotUnderstood),
        }
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
            self.left_out.note_all(name, why, times);
        }
        // 4 is "undefined", which says nothing that could be left out.
        if matches!(text(event, "threat_level_id").as_str(), "1" | "2" | "3") {
            self.left_out.note("threat_level_id", WhyLeftOut::NoPlace);
        }
    }
}
