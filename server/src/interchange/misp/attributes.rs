//! Attributes, by themselves or inside an object, as indicators.

use super::{
    Members, Reading, text,
    types::{Meaning, Shape, When, meaning},
    yes,
};
use app::portal::ports::ImportError;
use domain::{
    draft::{KEPT, WhyLeftOut},
    ids::Timestamp,
    indicator::{Indicator, IndicatorKind},
};
use serde_json::Value;
use std::net::IpAddr;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// The longest value of one line: as long as browsers and servers let an address be.
const LINE: usize = 2_048;

/// Objects that describe people, organisations or who is behind it: whatever is in them is about them.
#[rustfmt::skip]
const ABOUT_SOMEBODY: [&str; 20] = [
    "person", "victim", "organization", "legal-entity", "identity", "employee", "user-account", "passport",
    "annotation", "intrusion-set", "threat-actor", "threatgrid-report", "attribution", "social-media-group",
    "twitter-account", "facebook-account", "telegram-account", "github-user", "bank-account", "flowintel-case",
];

/// Categories of attributes that say who did it, or to whom.
const CATEGORIES_ABOUT_SOMEBODY: [&str; 4] = ["Attribution", "Person", "Social network", "Targeting data"];

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
        for attribute in super::list(members, "Attribute") {
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
        self.of_an_attribute(members)?;
        if !text(members, "comment").is_empty() {
            self.left_out.note("Attribute comment", WhyLeftOut::SourceProse);
        }
        let Some((kind, meaning)) = meaning(&text(members, "type")) else {
            self.left_out.note("Attribute", WhyLeftOut::NotUnderstood);
            return Ok(());
        };
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
            Meaning::Name => {
                self.names.add(&value);
                return Err(WhyLeftOut::Attributes);
            }
            _ if about_somebody => return Err(WhyLeftOut::Attributes),
            Meaning::Out(why) => return Err(why),
            Meaning::Trace(shape, when) => (shape, when),
        };
        if !is_taken(when, yes(members, "to_ids"), &category) {
            return Err(WhyLeftOut::NoPlace);
        }
        let (first_seen, last_seen) = (
            self.seen(members, object, "first_seen"),
            self.seen(members, object, "last_seen"),
        );
        for (kind, value) in parts(shape, &value).ok_or(WhyLeftOut::NotUnderstood)? {
            let value = sound(kind, value)?;
            self.indicators.push(Indicator {
                kind,
                value,
                first_seen,
                last_seen,
            });
        }
        Ok(())
    }

    /// When it was seen, as the attribute says, or else its object.
    fn seen(&mut self, attribute: &Members, object: Option<&Members>, name: &'static str) -> Option<Timestamp> {
        let written = [Some(attribute), object]
            .into_iter()
            .flatten()
            .map(|of| text(of, name))
            .find(|at| !at.is_empty())?;
        let at = OffsetDateTime::parse(&written, &Rfc3339);
        if at.is_err() {
            self.left_out.note(name, WhyLeftOut::NotUnderstood);
        }
        at.ok().map(Timestamp::from)
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

/// The value as it is kept, if it is what its kind says.
fn sound(kind: IndicatorKind, value: &str) -> Result<String, WhyLeftOut> {
    use IndicatorKind as K;
    let hex = |digits| value.len() == digits && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let word = || !value.contains(char::is_whitespace);
    let is_sound = match kind {
        K::Address => is_address(value),
        K::Domain => word() && !value.contains(['/', '@']),
        K::Url => word(),
        K::Email => word() && value.contains('@'),
        K::Md5 => hex(32),
        K::Sha1 => hex(40),
        K::Sha256 => hex(64),
        K::Sha512 => hex(128),
        K::Pattern if carries_prose(value) => return Err(WhyLeftOut::SourceProse),
        K::Pattern => value.len() <= KEPT && !value.contains('\0'),
        _ => true,
    };
    let is_a_line = kind == K::Pattern || (value.len() <= LINE && !value.contains(char::is_control));
    if value.is_empty() || !is_sound || !is_a_line {
        return Err(WhyLeftOut::NotUnderstood);
    }
    Ok(match kind {
        K::Domain | K::Md5 | K::Sha1 | K::Sha256 | K::Sha512 => value.to_lowercase(),
        _ => value.to_owned(),
    })
}

/// An address, or a network: an address, a slash, and how many bits of it are the network's.
fn is_address(value: &str) -> bool {
    let (address, bits) = value
        .split_once('/')
        .map_or((value, None), |(address, bits)| (address, Some(bits)));
    let Ok(address) = address.parse::<IpAddr>() else {
        return false;
    };
    let most = if address.is_ipv4() { 32 } else { 128 };
    bits.is_none_or(|bits| bits.parse::<u8>().is_ok_and(|bits| bits <= most))
}

/// Detection rules have room for their author's name and their opinion of whom they detect.
fn carries_prose(rule: &str) -> bool {
    let rule = rule.to_lowercase();
    ["meta:", "author", "description", "reference", "msg:"]
        .iter()
        .any(|word| rule.contains(word))
}
