//! How objects of a bundle are marked: TLP of either version, by the ids its definitions have everywhere, or by a
//! definition in the bundle itself.

use super::{
    super::{
        labels::tlp,
        members::{Members, list, str_of, text, texts},
        reading::Reading,
    },
    bundle::Bundle,
};
use domain::{draft::WhyLeftOut, marking::Tlp};
use serde_json::Value;

/// The ids of the definitions of TLP 2.0 (as an extension, FIRST and OASIS 2022) and of TLP 1 (STIX 2.1, 7.2.1.4).
#[rustfmt::skip]
const KNOWN: [(&str, Tlp); 9] = [
    ("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", Tlp::Clear),
    ("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", Tlp::Green),
    ("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", Tlp::Amber),
    ("marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", Tlp::AmberStrict),
    ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", Tlp::Red),
    ("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp::Clear),
    ("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp::Green),
    ("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp::Amber),
    ("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp::Red),
];

impl Reading {
    /// The markings of an object, and of parts of it.
    pub(super) fn markings(&mut self, bundle: &Bundle<'_>, object: &Members) {
        for id in texts(object, "object_marking_refs") {
            self.marking(bundle, id, "object_marking_refs");
        }
        for part in list(object, "granular_markings").iter().filter_map(Value::as_object) {
            // One without a marking says the language of a part.
            match str_of(part, "marking_ref") {
                "" => {}
                id => self.marking(bundle, id, "granular_markings"),
            }
        }
    }

    fn marking(&mut self, bundle: &Bundle<'_>, id: &str, from: &'static str) {
        let known = KNOWN
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, marking)| *marking);
        let definition = bundle.object(id);
        match known.or_else(|| definition.and_then(defined)) {
            Some(marking) => self.marked(marking, from),
            // What it states is counted where it is defined.
            None if definition.is_some_and(is_statement) => {}
            None => self.left_out.note(from, WhyLeftOut::NotUnderstood),
        }
    }

    /// A definition of a marking: what it states, in prose, is left out.
    pub(super) fn marking_definition(&mut self, definition: &Members) {
        let is_known = KNOWN.iter().any(|(id, _)| *id == str_of(definition, "id"));
        if is_statement(definition) {
            self.left_out
                .note("marking-definition.statement", WhyLeftOut::SourceProse);
        } else if !is_known && defined(definition).is_none() {
            self.left_out.note("marking-definition", WhyLeftOut::NotUnderstood);
        }
    }
}

/// What a definition in the bundle defines, by its TLP 2.0 extension, as TLP 1, or by its name.
fn defined(definition: &Members) -> Option<Tlp> {
    let extensions = definition.get("extensions").and_then(Value::as_object);
    let extended = extensions
        .into_iter()
        .flat_map(|all| all.values())
        .filter_map(Value::as_object)
        .find_map(|extension| tlp(&text(extension, "tlp_2_0")));
    let first = || tlp(definition.get("definition")?.get("tlp")?.as_str()?);
    let named = || tlp(text(definition, "name").to_lowercase().strip_prefix("tlp:")?);
    extended.or_else(first).or_else(named)
}

fn is_statement(definition: &Members) -> bool {
    str_of(definition, "definition_type") == "statement"
}
