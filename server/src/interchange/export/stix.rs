//! A publication as a STIX 2.1 bundle: a `report` about an `incident`, with its indicators.
//!
//! | in the publication | in the bundle |
//! |---|---|
//! | its State | `identity`, of class organization, that created everything but the markings |
//! | reference, page | external references of `report` and `incident` |
//! | title, summary, their language where it is one | `name`, `description`, `lang` |
//! | published, withdrawn | `created` and `published`; `modified`; `revoked` |
//! | marking | TLP 2.0, by the ids of its extension |
//! | type, sectors, severity, exercise | labels: the machine tags that MISP has for them |
//! | determination, status, severity | the incident core extension, where both of the first are given: it needs them |
//! | started, ended, as precisely as known | an `event` of that extension |
//! | external impact | an `impact` of that extension for each |
//! | every answer, by which of the six it is | an extension of our own, in the shape of the JSON format |
//! | indicators | `indicator` with a pattern, `vulnerability`; when they were seen: `sighting` |
//! | indicators that have no pattern in STIX | the same extension |
//!
//! A bundle of a withdrawn publication revokes report and incident. It cannot revoke the indicators: which they were is
//! no longer known here.

mod core;
mod indicators;
mod labels;
mod markings;

use super::{Exported, json_of, moment, record::Record};
use core::Core;
use domain::publication::{Disclosure, Standing};
use indicators::Traces;
pub(super) use labels::labels;
use serde_json::{Map, Value, json};

/// Our extension: what the State says on every field, by which of the six it is.
pub(in crate::interchange) const ANSWERS: &str = "extension-definition--0b51ddae-459f-4248-9e42-f82d98b5850d";

/// The author of our extension, which is this program wherever it runs.
const VERBALE: &str = "identity--951ebe6d-5534-478b-a6c7-36c55902adcd";

/// When the objects that are the same in every bundle were made, and have not been changed since.
const FIXED: &str = "2026-03-01T00:00:00.000Z";

/// A publication as a bundle.
pub fn bundle(exported: Exported<'_>) -> Value {
    let objects = match &exported.publication.standing {
        Standing::Public(disclosure) => Bundle::of(exported).public(disclosure),
        Standing::Withdrawn { .. } => Bundle::of(exported).withdrawn(),
    };
    json!({ "type": "bundle", "id": format!("bundle--{}", exported.id("bundle")), "objects": objects })
}

/// What is the same for every object of a bundle.
struct Bundle<'a> {
    exported: Exported<'a>,
    state: String,
    published: String,
    changed: String,
}

type Object = Map<String, Value>;

impl<'a> Bundle<'a> {
    fn of(exported: Exported<'a>) -> Self {
        let state = exported.origin.id_of_state(exported.publication.state);
        Self {
            exported,
            state: format!("identity--{state}"),
            published: moment::millisecond(exported.publication.published),
            changed: moment::millisecond(exported.changed()),
        }
    }

    fn public(&self, disclosure: &Disclosure) -> Vec<Value> {
        let traces = Traces::of(self, disclosure);
        let core = Core::of(self, disclosure);
        let incident = self.incident(disclosure, &core, &traces.without_pattern);
        let subjects = [&incident].into_iter().chain(&core.objects).chain(&traces.objects);
        let report = self.report(
            disclosure,
            subjects.filter_map(|object| object.get("id").cloned()).collect(),
        );
        let mut objects = vec![markings::tlp(disclosure.marking), self.identity()];
        objects.extend(extension());
        objects.extend([report, incident]);
        objects.extend(core.objects);
        objects.extend(traces.objects);
        objects
    }

    /// Of a withdrawn publication: that it was there, and that it is not to be used.
    fn withdrawn(&self) -> Vec<Value> {
        let name = json!(self.exported.publication.reference.to_string());
        let revoked = |kind: &str, part: &str| {
            let mut object = self.object(kind, part);
            object.extend([("name".to_owned(), name.clone()), ("revoked".to_owned(), json!(true))]);
            object.insert("external_references".to_owned(), self.references());
            object
        };
        let incident = revoked("incident", "incident");
        let mut report = revoked("report", "report");
        report.insert("published".to_owned(), json!(self.published));
        report.insert("report_types".to_owned(), json!(["threat-report"]));
        report.insert("object_refs".to_owned(), json!([incident["id"]]));
        vec![self.identity(), report.into(), incident.into()]
    }

    /// What every object of ours has. `part` is what it is in this publication, from which its id is made.
    fn object(&self, kind: &str, part: &str) -> Object {
        let members = json!({
            "type": kind,
            "spec_version": "2.1",
            "id": format!("{kind}--{}", self.exported.id(part)),
            "created_by_ref": self.state,
            "created": self.published,
            "modified": self.changed,
        });
        match members {
            Value::Object(members) => members,
            _ => Object::new(),
        }
    }

    fn identity(&self) -> Value {
        json!({
            "type": "identity",
            "spec_version": "2.1",
            "id": self.state,
            "created": FIXED,
            "modified": FIXED,
            "name": self.exported.name,
            "identity_class": "organization",
            "sectors": ["government-national"],
            "external_references": [
                { "source_name": "ISO 3166-1 alpha-2", "external_id": self.exported.publication.state.to_string() },
            ],
        })
    }

    fn references(&self) -> Value {
        let reference = self.exported.publication.reference;
        json!([{
            "source_name": "verbale",
            "external_id": reference.to_string(),
            // Not as `url`: that should come with a hash of what is there, which a page changes.
            "description": self.exported.origin.page(reference),
        }])
    }

    /// Members that say in whose words and how far an object may travel.
    fn words(&self, object: &mut Object, disclosure: &Disclosure) {
        object.insert("name".to_owned(), json!(disclosure.title.text));
        object.insert("description".to_owned(), json!(disclosure.summary.text));
        // One language for all of an object, or none: STIX could say which part is in which, the validator of its
        // committee refuses that, and our extension says it anyway.
        if disclosure.summary.language == disclosure.title.language {
            object.insert("lang".to_owned(), json!(disclosure.title.language));
        }
        object.insert(
            "object_marking_refs".to_owned(),
            json!([markings::id(disclosure.marking)]),
        );
        object.insert("external_references".to_owned(), self.references());
        object.insert("labels".to_owned(), json!(labels(disclosure)));
    }

    fn report(&self, disclosure: &Disclosure, objects: Vec<Value>) -> Value {
        let mut report = self.object("report", "report");
        self.words(&mut report, disclosure);
        report.insert("report_types".to_owned(), json!(["threat-report"]));
        report.insert("published".to_owned(), json!(self.published));
        report.insert("object_refs".to_owned(), objects.into());
        report.into()
    }

    fn incident(&self, disclosure: &Disclosure, core: &Core, traces: &[Value]) -> Value {
        let mut incident = self.object("incident", "incident");
        self.words(&mut incident, disclosure);
        let mut extensions = Object::from_iter([(ANSWERS.to_owned(), self.answers(traces))]);
        extensions.extend(core.extension.clone().map(|core| (core::INCIDENT.to_owned(), core)));
        incident.insert("extensions".to_owned(), extensions.into());
        incident.into()
    }

    /// The content as JSON, the indicators excepted that are objects of the bundle.
    fn answers(&self, traces: &[Value]) -> Value {
        let mut said = Record::of(self.exported)
            .content
            .as_ref()
            .map(json_of)
            .unwrap_or_default();
        if let Some(members) = said.as_object_mut() {
            members.remove("indicators");
            members.insert("extension_type".to_owned(), json!("property-extension"));
            if !traces.is_empty() {
                members.insert("indicators".to_owned(), json!(traces));
            }
        }
        said
    }
}

/// Our extension's definition and its author, as they are in every bundle of every installation.
fn extension() -> [Value; 2] {
    let author = json!({
        "type": "identity", "spec_version": "2.1", "id": VERBALE, "created": FIXED, "modified": FIXED,
        "name": "Verbale", "identity_class": "system",
    });
    let definition = json!({
        "type": "extension-definition", "spec_version": "2.1", "id": ANSWERS,
        "created_by_ref": VERBALE, "created": FIXED, "modified": FIXED,
        "name": "Verbale answers",
        "description": "What a State says on each field of its notification: given, none, unknown, withheld, left blank or not asked.",
        "schema": "The members of Content in /data/publication.schema.json of the portal that the report's external reference names.",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    });
    [author, definition]
}
