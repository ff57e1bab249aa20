//! Indicators, as attributes of MISP's types and categories.

use super::{
    super::{Exported, moment},
    seconds,
};
use domain::indicator::{Indicator, IndicatorKind as Kind, IndicatorNote as Note};
use serde_json::{Value, json};

/// An indicator as an attribute for detection.
pub(super) fn attribute(exported: Exported<'_>, trace: &Indicator) -> Value {
    let (kind, default, others) = shape(trace);
    let category = trace
        .note
        .and_then(category)
        .filter(|category| others.contains(category));
    let mut attribute = json!({
        "uuid": exported.id(&format!("indicator:{}:{}", trace.kind.code(), trace.value)),
        "type": kind,
        "category": category.unwrap_or(default),
        "value": trace.value,
        "to_ids": trace.kind != Kind::Other,
        "distribution": "5",
        "timestamp": seconds(exported.changed()),
    });
    if let Some(members) = attribute.as_object_mut() {
        let seen = [("first_seen", trace.first_seen), ("last_seen", trace.last_seen)];
        let seen = seen
            .into_iter()
            .filter_map(|(name, at)| Some((name.to_owned(), json!(moment::second(at?)))));
        members.extend(seen);
    }
    attribute
}

const DELIVERY: &str = "Payload delivery";
const DROPPED: &str = "Artifacts dropped";
const INSTALLED: &str = "Payload installation";
const NETWORK: &str = "Network activity";
const PERSISTENCE: &str = "Persistence mechanism";

/// MISP's type for a trace, the category it has unless one is said, and the categories it may have (`describeTypes`).
fn shape(trace: &Indicator) -> (&'static str, &'static str, &'static [&'static str]) {
    let hash: &[&str] = &[DELIVERY, DROPPED, INSTALLED];
    match trace.kind {
        Kind::Address => ("ip-dst", NETWORK, &[DELIVERY, NETWORK]),
        Kind::Domain => ("domain", NETWORK, &[DELIVERY, NETWORK]),
        Kind::Url => ("url", NETWORK, &[DELIVERY, NETWORK]),
        Kind::Email => ("email-src", DELIVERY, &[DELIVERY, NETWORK]),
        Kind::FileName => ("filename", DELIVERY, &[DELIVERY, DROPPED, INSTALLED, PERSISTENCE]),
        Kind::Md5 => ("md5", DELIVERY, hash),
        Kind::Sha1 => ("sha1", DELIVERY, hash),
        Kind::Sha256 => ("sha256", DELIVERY, hash),
        Kind::Sha512 => ("sha512", DELIVERY, hash),
        Kind::RegistryKey => ("regkey", PERSISTENCE, &[DROPPED, PERSISTENCE]),
        Kind::Mutex => ("mutex", DROPPED, &[DROPPED]),
        Kind::Vulnerability => ("vulnerability", DELIVERY, &[DELIVERY, INSTALLED]),
        Kind::Pattern => (language(&trace.value), INSTALLED, &[INSTALLED]),
        Kind::Other => ("other", "Other", &["Other"]),
    }
}

/// The language of a rule, by how rules of that language begin.
fn language(rule: &str) -> &'static str {
    let rule = rule.trim_start();
    if rule.starts_with('[') {
        "stix2-pattern"
    } else if rule.starts_with("title:") || rule.contains("\ndetection:") {
        "sigma"
    } else if rule.starts_with("rule ") || rule.contains("\nrule ") {
        "yara"
    } else {
        "pattern-in-file"
    }
}

fn category(note: Note) -> Option<&'static str> {
    Some(match note {
        Note::PayloadDelivery => DELIVERY,
        Note::ArtifactsDropped => DROPPED,
        Note::PayloadInstallation => INSTALLED,
        Note::PersistenceMechanism => PERSISTENCE,
        Note::NetworkActivity => NETWORK,
        _ => return None,
    })
}
