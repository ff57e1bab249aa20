//! Attributes, by themselves or inside an object, as indicators.

use super::{
    super::{
        members::{Members, list, text, yes},
        moments::instant,
    },
    answers,
    types::{Meaning, Shape, When, meaning},
};
use crate::interchange::reading::Reading;
use app::portal::ports::ImportError;
use domain::{
    draft::WhyLeftOut,
    form::Field,
    ids::Timestamp,
    indicator::{Indicator, IndicatorKind, IndicatorNote},
};
use serde_json::Value;

/// Objects that describe people, organisations or who is behind it: whatever is in them is about them.
#[rustfmt::skip]
const ABOUT_SOMEBODY: [&str; 20] = [
    "person", "victim", "organization", "legal-entity", "identity", "employee", "user-account", "passport",
    "annotation", "intrusion-set", "threat-actor", "threatgrid-report", "attribution", "social-media-group",
    "twitter-account", "facebook-account", "telegram-account", "github-user", "bank-account", "flowintel-case",
];

/// Categories of attributes that say who did it, or to whom.
const CATEGORIES_ABOUT_SOMEBODY: [&str; 4] = ["Attribution", "Person", "Social network", "Targeting data"];

/// How sure MISP's object `incident` is, in the words of STIX. `low-value` has none.
const DETERMINATIONS: [(&str, &str); 6] = [
    ("suspected", "suspected"),
    ("successful-attempt", "confirmed"),
    ("confirmed", "confirmed"),
    ("blocked", "blocked"),
    ("failed-attempt", "failed-attempt"),
    ("false-positive", "false-positive"),
];

impl Reading {
    /// An object: attributes that belong together.
    pub(super) fn object(&mut self, object: &Value) -> Result<(), ImportError> {
        let Some(members) = object.as_object() else {
            self.left_out.note("Object", WhyLeftOut::NotUnderstood);
            return Ok(());
        };
        if yes(members, "deleted") == Some(true) {
            return Ok(());
        }
        if !text(members, "comment").is_empty() {
            self.left_out.note("Object comment", WhyLeftOut::SourceProse);
        }
        let references = list(members, "ObjectReference").iter().filter_map(Value::as_object);
        for reference in references {
            let why = if text(reference, "relationship_type") == "attributed-to" {
                WhyLeftOut::Attributes
            } else {
                WhyLeftOut::NoPlace
            };
            self.left_out.note("ObjectReference", why);
        }
        for attribute in list(members, "Attribute") {
            self.attribute(attribute, Some(members))?;
        }
        Ok(())
    }

    /// An attribute, and the object it stands in. What was deleted at the source is not there for us either.
    pub(super) fn attribute(&mut self, attribute: &Value, object: Option<&Members>) -> Result<(), ImportError> {
        let Some(members) = attribute.as_object() else {
            self.left_out.note("Attribute", WhyLeftOut::NotUnderstood);
            return Ok(());
        };
        if yes(members, "deleted") == Some(true) {
            return Ok(());
        }
        if object.is_some_and(answers::is_ours) {
            return self.answer_of_ours(members);
        }
        self.labels_of(members, false)?;
        if !text(members, "comment").is_empty() {
            self.left_out.note("Attribute comment", WhyLeftOut::SourceProse);
        }
        let Some((kind, meaning)) = meaning(&text(members, "type")) else {
            self.left_out.note("Attribute", WhyLeftOut::NotUnderstood);
            return Ok(());
        };
        if object.is_some_and(|object| self.of_incident(object, members)) {
            return Ok(());
        }
        if let Err(why) = self.traces(members, object, meaning) {
            self.left_out.note(kind, why);
        }
        Ok(())
    }

    /// Takes the attribute's traces, or says why not.
    fn traces(&mut self, members: &Members, object: Option<&Members>, meaning: Meaning) -> Result<(), WhyLeftOut> {
        let value = text(members, "value");
        let category = text(members, "category");
        let about_somebody = CATEGORIES_ABOUT_SOMEBODY.contains(&category.as_str())
            || object.is_some_and(|object| ABOUT_SOMEBODY.contains(&text(object, "name").as_str()));
        let (shape, when) = match meaning {
            Meaning::Name => return Err(WhyLeftOut::Attributes),
            _ if about_somebody => return Err(WhyLeftOut::Attributes),
            Meaning::Out(why) => return Err(why),
            Meaning::Trace(shape, when) => (shape, when),
        };
        if !is_taken(when, yes(members, "to_ids"), &category) {
            return Err(WhyLeftOut::NoPlace);
        }
        let first_seen = self.seen(members, object, "first_seen");
        let last_seen = self.seen(members, object, "last_seen");
        let like = Indicator {
            first_seen,
            last_seen,
            note: IndicatorNote::from_vocabulary(&category),
            ..Indicator::new(IndicatorKind::Other, String::new())
        };
        for (kind, value) in parts(shape, &value).ok_or(WhyLeftOut::NotUnderstood)? {
            self.trace(kind, value, &like)?;
        }
        Ok(())
    }

    /// What an object of type `incident` says of the incident: how sure it is. MISP's words are older than STIX's.
    fn of_incident(&mut self, object: &Members, attribute: &Members) -> bool {
        let is_it = text(object, "name") == "incident" && text(attribute, "object_relation") == "determination";
        if is_it {
            let said = text(attribute, "value");
            match DETERMINATIONS.iter().find(|(misp, _)| *misp == said) {
                Some((_, code)) => self.says(Field::Determination, code, "incident.determination"),
                None => self.left_out.note("incident.determination", WhyLeftOut::NotUnderstood),
            }
        }
        is_it
    }

    /// When it was seen, as the attribute says, or else its object.
    fn seen(&mut self, attribute: &Members, object: Option<&Members>, name: &'static str) -> Option<Timestamp> {
        let written = [Some(attribute), object]
            .into_iter()
            .flatten()
            .map(|of| text(of, name))
            .find(|at| !at.is_empty())?;
        let at = instant(&written);
        if at.is_none() {
            self.left_out.note(name, WhyLeftOut::NotUnderstood);
        }
        at
    }
}

fn is_taken(when: When, for_detection: Option<bool>, category: &str) -> bool {
    // What an analyst read elsewhere: an address there is the report's, unless the source says otherwise.
    let is_reading = matches!(category, "External analysis" | "Internal reference" | "Support Tool");
    match when {
        When::Always => true,
        When::Unless => for_detection == Some(true) || (for_detection.is_none() && !is_reading),
        When::Only => for_detection == Some(true),
    }
}

/// The parts of a value, each with its kind; `None` where it is not built like its type.
fn parts(shape: Shape, value: &str) -> Option<Vec<(IndicatorKind, &str)>> {
    Some(match shape {
        Shape::Whole(kind) => vec![(kind, value)],
        // A file's name may hold anything, what stands behind the last bar may not.
        Shape::Pair(first, second) => {
            let (head, tail) = value.rsplit_once('|')?;
            vec![(first, head.trim()), (second, tail.trim())]
        }
        Shape::Head(kind) => vec![(kind, value.split('|').next()?.trim())],
    })
}
