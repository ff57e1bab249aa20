//! A publication as a MISP event (MISP core format, `draft-dulaunoy-misp-core-format`).
//!
//! | in the publication | in the event |
//! |---|---|
//! | title | `info` |
//! | its State | `Orgc` |
//! | detected, to the day; else the day of publication, and a tag says so | `date`, which an event must have |
//! | instalment | `analysis`: 0 for an early warning, 2 for a final report, 1 between them |
//! | published, withdrawn | `publish_timestamp`, `timestamp` |
//! | marking, type, sectors, severity, exercise, kind | tags |
//! | determination | an object `incident` |
//! | indicators | attributes for detection, by type |
//! | every answer, by which of the six it is | an object, whose attributes carry `verbale:answer` tags |
//!
//! `distribution` is 3, all communities: it is public. `threat_level_id` is always 4, undefined: by MISP's own
//! description it grades an attacker, which no State does here; how grave the incident is, is in a tag.
//!
//! Numbers are strings, as the format has it. Titles of events have at most 256 characters, and ours 120.

mod traces;

use super::{
    Exported, moment,
    record::{self, Answer, Record},
    stix,
};
use domain::{
    answer::{Fidelity, Value as Given},
    form::{Field, Instalment},
    ids::Timestamp,
    publication::{Disclosed, Disclosure, Standing},
};
use serde_json::{Value, json};

/// The template of our object. MISP keeps objects whose template it does not have.
pub(in crate::interchange) const ANSWERS: &str = "cb437ab9-564c-5f9a-9e98-2b8443ff41fb";

/// MISP's own template of an incident, version 1.
const INCIDENT: &str = "38597424-f9bb-4865-9b4b-819172df0334";

/// A publication as an event, wrapped as MISP wraps one.
pub fn event(exported: Exported<'_>) -> Value {
    let mut event = match &exported.publication.standing {
        Standing::Public(disclosure) => public(exported, disclosure),
        Standing::Withdrawn { .. } => withdrawn(exported),
    };
    let (publication, changed) = (exported.publication, seconds(exported.changed()));
    let same = json!({
        "uuid": exported.id("event"),
        "timestamp": changed,
        "publish_timestamp": changed,
        "published": true,
        "distribution": "3",
        "threat_level_id": "4",
        "Orgc": { "name": exported.name, "uuid": exported.origin.id_of_state(publication.state) },
    });
    if let (Some(event), Value::Object(same)) = (event.as_object_mut(), same) {
        event.extend(same);
    }
    json!({ "Event": event })
}

fn withdrawn(exported: Exported<'_>) -> Value {
    json!({
        "info": exported.publication.reference.to_string(),
        "date": moment::day(exported.publication.published),
        "analysis": "2",
        "Tag": tags(["tlp:clear", r#"verbale:standing="withdrawn""#, BY_PUBLICATION]),
        "Attribute": [page(exported)],
    })
}

/// That `date` is not when anything happened.
const BY_PUBLICATION: &str = r#"verbale:date="published""#;

fn public(exported: Exported<'_>, disclosure: &Disclosure) -> Value {
    let detected = detected(disclosure);
    let marking = format!("tlp:{}", disclosure.marking.code());
    let labels = stix::labels(disclosure);
    let by_publication = detected.is_none().then_some(BY_PUBLICATION);
    let event_type = r#"misp:event-type="incident""#;
    let is_real = (!disclosure.exercise).then_some(r#"verbale:exercise="real""#);
    let tags = tags(
        [marking.as_str(), event_type]
            .into_iter()
            .chain(labels.iter().map(String::as_str))
            .chain(is_real)
            .chain(by_publication),
    );
    let given = disclosure.indicators.given().iter();
    let attributes: Vec<_> = [page(exported)]
        .into_iter()
        .chain(given.map(|trace| traces::attribute(exported, trace)))
        .collect();
    let objects: Vec<_> = incident(exported, disclosure)
        .into_iter()
        .chain([answers(exported, disclosure)])
        .collect();
    json!({
        "info": disclosure.title.text,
        "date": moment::day(detected.unwrap_or(exported.publication.published)),
        "analysis": analysis(disclosure.instalment),
        "Tag": tags,
        "Attribute": attributes,
        "Object": objects,
    })
}

/// When it was detected, where that is known at least to the day.
fn detected(disclosure: &Disclosure) -> Option<Timestamp> {
    match disclosure.answers.get(&Field::Detected)? {
        Disclosed::Given(Given::Moment(moment)) if moment.fidelity >= Fidelity::Day => Some(moment.from),
        _ => None,
    }
}

const fn analysis(instalment: Instalment) -> &'static str {
    match instalment {
        Instalment::EarlyWarning => "0",
        Instalment::Notification | Instalment::Update => "1",
        Instalment::Final => "2",
    }
}

fn tags<'a>(names: impl IntoIterator<Item = &'a str>) -> Value {
    names.into_iter().map(|name| json!({ "name": name })).collect()
}

/// The page of the publication, which is no trace of anything.
fn page(exported: Exported<'_>) -> Value {
    json!({
        "uuid": exported.id("page"),
        "type": "link",
        "category": "Internal reference",
        "value": exported.origin.page(exported.publication.reference),
        "to_ids": false,
        "disable_correlation": true,
        "distribution": "5",
        "timestamp": seconds(exported.changed()),
    })
}

/// MISP's own object for an incident, where the State says how sure it is. Its words are older than STIX's, which are
/// ours: there, what is confirmed is a successful attempt.
fn incident(exported: Exported<'_>, disclosure: &Disclosure) -> Option<Value> {
    let said = disclosure.codes(Field::Determination).into_iter().next()?;
    let determination = if said == "confirmed" {
        "successful-attempt"
    } else {
        said
    };
    let name = said_as(exported, "incident", "name", &disclosure.title.text);
    let determination = said_as(exported, "incident", "determination", determination);
    Some(object(exported, "incident", INCIDENT, vec![name, determination]))
}

/// What the State says, as an object: an attribute for each field, with a tag that says which of the six it is.
fn answers(exported: Exported<'_>, disclosure: &Disclosure) -> Value {
    let content = Record::of(exported).content;
    let fields = Field::ALL.into_iter().filter_map(|field| {
        let said = content.as_ref()?.answers.get(field.id())?;
        Some(answer(exported, field.id(), said))
    });
    let summary = said_as(exported, "answer", "summary", &disclosure.summary.text);
    let summary = tagged(
        summary,
        vec![tag("answer", "given"), tag("detail", &disclosure.summary.language)],
    );
    let withheld = disclosure.indicators.withheld().map(|reason| {
        let reason = reason.code().to_owned();
        answer(exported, "indicators", &Answer::Withheld { reason })
    });
    let attributes: Vec<_> = [summary].into_iter().chain(fields).chain(withheld).collect();
    object(exported, "verbale-answers", ANSWERS, attributes)
}

fn object(exported: Exported<'_>, name: &str, template: &str, attributes: Vec<Value>) -> Value {
    json!({
        "uuid": exported.id(name),
        "name": name,
        "meta-category": "misc",
        "description": name,
        "template_uuid": template,
        "template_version": "1",
        "distribution": "5",
        "timestamp": seconds(exported.changed()),
        "Attribute": attributes,
    })
}

fn answer(exported: Exported<'_>, field: &str, answer: &Answer) -> Value {
    let mut tags = vec![tag("answer", answer.word())];
    tags.extend(answer.reason().map(|reason| tag("reason", reason)));
    let detail = answer.given().map(record::Given::detail).unwrap_or_default();
    // Free text has no place in a tag, and no other detail has a quotation mark.
    let is_plain = !detail.is_empty() && detail.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    tags.extend(is_plain.then(|| tag("detail", &detail)));
    let value = match answer.given() {
        Some(given) if is_plain || detail.is_empty() => given.plain(),
        Some(given) => format!("{} ({detail})", given.plain()),
        None => answer.word().to_owned(),
    };
    tagged(said_as(exported, "answer", field, &value), tags)
}

fn tagged(mut attribute: Value, tags: Vec<Value>) -> Value {
    attribute["Tag"] = tags.into();
    attribute
}

fn said_as(exported: Exported<'_>, part: &str, field: &str, value: &str) -> Value {
    json!({
        "uuid": exported.id(&format!("{part}:{field}")),
        "object_relation": field,
        "type": "text",
        "category": "Other",
        "value": value,
        "to_ids": false,
        "disable_correlation": true,
        "distribution": "5",
        "timestamp": seconds(exported.changed()),
    })
}

fn tag(predicate: &str, value: &str) -> Value {
    json!({ "name": format!("verbale:{predicate}=\"{value}\"") })
}

fn seconds(at: Timestamp) -> String {
    at.micros().div_euclid(1_000_000).to_string()
}
