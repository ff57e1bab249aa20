//! Objects that are about somebody: actors, their groups and campaigns, persons, and organisations.

use super::{
    super::{
        labels::names_actors,
        members::{Members, str_of, texts},
        names::is_person,
        reading::Reading,
    },
    bundle::Bundle,
};
use domain::{draft::WhyLeftOut, form::Field};
use serde_json::Value;
use std::collections::HashSet;

/// Types of relationship that say who did something, or where it came from.
const ATTRIBUTES: [&str; 5] = ["attributed-to", "authored-by", "originates-from", "controls", "owns"];

/// Sectors of `industry-sector-ov` that are one with a sector of NIS2. Others are wider, narrower or neither: `water` is
/// drinking water and waste water, `financial-services` banks and exchanges.
#[rustfmt::skip]
const SECTORS: [(&str, &[&str]); 10] = [
    ("energy", &["energy", "nuclear"]),
    ("transport", &["transportation"]),
    ("health", &["healthcare", "pharmaceuticals"]),
    ("digital-infrastructure", &["telecommunications"]),
    ("public-administration", &["government", "government-local", "government-national", "government-public-services",
        "government-regional"]),
    ("chemical", &["chemical"]),
    ("manufacturing", &["manufacturing", "automotive"]),
    // Not in the vocabulary: NIS2's own words, which a producer may use as well.
    ("banking", &["banking"]),
    ("food", &["food"]),
    ("space", &["space"]),
];

/// Whether objects of this type are about who did it.
pub(super) fn is_actor(kind: &str) -> bool {
    names_actors(kind)
}

/// The ids of whatever is about somebody: actors, persons, and what something is attributed to.
pub(super) fn somebody<'a>(bundle: &Bundle<'a>) -> HashSet<&'a str> {
    let objects = bundle.objects.iter().filter_map(|object| match str_of(object, "type") {
        "relationship" if str_of(object, "relationship_type") == "attributed-to" => Some(str_of(object, "target_ref")),
        "identity" if is_person(object) => Some(str_of(object, "id")),
        kind if is_actor(kind) => Some(str_of(object, "id")),
        _ => None,
    });
    objects.collect()
}

impl<'a> Bundle<'a> {
    /// What they are called in other languages (STIX 2.1, 7.1).
    pub(super) fn translations_of(&self, somebody: &HashSet<&str>) -> impl Iterator<Item = &'a Members> {
        let of_them = self.objects.iter().filter(|object| {
            str_of(object, "type") == "language-content" && somebody.contains(str_of(object, "object_ref"))
        });
        let contents = of_them.filter_map(|object| object.get("contents")?.as_object());
        contents.flat_map(|languages| languages.values().filter_map(Value::as_object))
    }
}

impl Reading {
    /// A person and an accused are left out; of an organisation that wrote nothing of this, its sectors are taken.
    pub(super) fn identity(&mut self, identity: &Members, somebody: &HashSet<&str>, is_author: bool) {
        if is_person(identity) || somebody.contains(str_of(identity, "id")) {
            self.left_out.note("identity", WhyLeftOut::Attributes);
            return;
        }
        self.left_out.note("identity.name", WhyLeftOut::SourceProse);
        if identity.contains_key("contact_information") {
            self.left_out
                .note("identity.contact_information", WhyLeftOut::Attributes);
        }
        for sector in texts(identity, "sectors").filter(|_| !is_author) {
            let known = SECTORS.iter().find(|(_, words)| words.contains(&sector));
            match known {
                Some((code, _)) => self.says(Field::Sectors, code, "identity.sectors"),
                None => self.left_out.note("identity.sectors", WhyLeftOut::NoPlace),
            }
        }
    }

    /// What is said between two objects: nothing of it is taken, and what attributes is named as that.
    pub(super) fn relationship(&mut self, relationship: &Members, somebody: &HashSet<&str>) {
        let kind = str_of(relationship, "relationship_type");
        let ends = ["source_ref", "target_ref"].map(|name| str_of(relationship, name));
        match kind {
            "attributed-to" => self.left_out.note("attributed-to", WhyLeftOut::Attributes),
            _ if ATTRIBUTES.contains(&kind) || ends.iter().any(|end| somebody.contains(end)) => {
                self.left_out.note("relationship", WhyLeftOut::Attributes);
            }
            _ => self.left_out.note("relationship", WhyLeftOut::NoPlace),
        }
    }
}
