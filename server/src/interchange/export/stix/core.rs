//! The incident core extension and the two kinds of objects that belong to it (OASIS CTI, extension definitions, draft
//! of version 2).

use super::{super::moment, Bundle, markings};
use domain::{
    answer::{Moment, Value as Given},
    catalogue,
    form::Field,
    publication::{Disclosed, Disclosure},
};
use serde_json::{Value, json};

/// Of an `incident`.
pub const INCIDENT: &str = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";
/// Of an `event`.
const EVENT: &str = "extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e";
/// Of an `impact`.
const IMPACT: &str = "extension-definition--7cc33dd6-f6a1-489b-98ea-522d351d71b9";

/// What the extensions say of an incident.
pub(super) struct Core {
    /// The extension of the incident itself.
    pub extension: Option<Value>,
    /// Its event and impacts.
    pub objects: Vec<Value>,
}

impl Core {
    pub fn of(bundle: &Bundle<'_>, disclosure: &Disclosure) -> Self {
        let event = event(bundle, disclosure);
        let external = disclosure.codes(Field::ExternalImpact);
        let impacts: Vec<_> = external
            .into_iter()
            .map(|kind| impact(bundle, disclosure, kind))
            .collect();
        let mut extension = extension(disclosure);
        if let Some(members) = extension.as_mut().and_then(Value::as_object_mut) {
            members.extend(
                event
                    .iter()
                    .map(|event| ("event_refs".to_owned(), json!([event["id"]]))),
            );
            let ids: Vec<_> = impacts.iter().map(|impact| impact["id"].clone()).collect();
            if !ids.is_empty() {
                members.insert("impact_refs".to_owned(), ids.into());
            }
        }
        Self {
            extension,
            objects: event.into_iter().chain(impacts).collect(),
        }
    }
}

/// The extension must say how sure one is and where the investigation stands: where the State does not say either, there
/// is none, and nothing is made up.
fn extension(disclosure: &Disclosure) -> Option<Value> {
    let one = |field| disclosure.codes(field).into_iter().next();
    let investigation = match one(Field::Status)? {
        "resolved" => "closed",
        _ => "open",
    };
    let mut core = json!({
        "extension_type": "property-extension",
        "determination": one(Field::Determination)?,
        "investigation_status": investigation,
    });
    let members = core.as_object_mut()?;
    // The lower end of what corresponds to the level in our crosswalk, which is read back the same way.
    let level = one(Field::Severity).and_then(catalogue::level);
    members.extend(level.map(|level| ("criticality".to_owned(), json!(level.stix_criticality.start()))));
    members.extend(one(Field::Type).map(|kind| ("incident_types".to_owned(), json!([kind]))));
    Some(core)
}

/// When it happened, where the State says when it started or ended.
fn event(bundle: &Bundle<'_>, disclosure: &Disclosure) -> Option<Value> {
    let known = [(Field::Started, "start_time"), (Field::Ended, "end_time")];
    let known: Vec<_> = known
        .into_iter()
        .filter_map(|(field, name)| Some((name, moment_of(disclosure, field)?)))
        .collect();
    known.first()?;
    let is_ongoing = disclosure.codes(Field::Status) == ["ongoing"];
    let mut event = bundle.object("event", "event");
    event.insert(
        "status".to_owned(),
        json!(if is_ongoing { "ongoing" } else { "occurred" }),
    );
    event.insert(
        "object_marking_refs".to_owned(),
        json!([markings::id(disclosure.marking)]),
    );
    for (name, known) in known {
        event.insert(name.to_owned(), json!(moment::millisecond(known.from)));
        event.insert(format!("{name}_fidelity"), json!(moment::precision(known.fidelity)));
    }
    event.insert(
        "extensions".to_owned(),
        json!({ EVENT: { "extension_type": "new-sdo" } }),
    );
    Some(event.into())
}

fn moment_of(disclosure: &Disclosure, field: Field) -> Option<Moment> {
    match disclosure.answers.get(&field)? {
        Disclosed::Given(Given::Moment(moment)) => Some(*moment),
        _ => None,
    }
}

fn impact(bundle: &Bundle<'_>, disclosure: &Disclosure, kind: &str) -> Value {
    let mut impact = bundle.object("impact", &format!("impact:{kind}"));
    impact.insert("impact_category".to_owned(), json!("external-ext"));
    impact.insert(
        "object_marking_refs".to_owned(),
        json!([markings::id(disclosure.marking)]),
    );
    let extensions = json!({
        IMPACT: { "extension_type": "new-sdo" },
        "external-ext": { "impact_type": kind },
    });
    impact.insert("extensions".to_owned(), extensions);
    impact.into()
}
