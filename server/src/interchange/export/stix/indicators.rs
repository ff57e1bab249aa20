//! Indicators, as STIX patterns where STIX has one.

use super::{
    super::{json_of, moment, record::Trace},
    Bundle, markings,
};
use domain::{
    indicator::{Indicator, IndicatorKind as Kind, IndicatorNote},
    publication::Disclosure,
};
use serde_json::{Value, json};
use std::net::IpAddr;

/// What the indicators of a publication become.
pub(super) struct Traces {
    /// Objects of the bundle.
    pub objects: Vec<Value>,
    /// Those that are no objects.
    pub without_pattern: Vec<Value>,
}

impl Traces {
    pub fn of(bundle: &Bundle<'_>, disclosure: &Disclosure) -> Self {
        let mut traces = Self {
            objects: Vec::new(),
            without_pattern: Vec::new(),
        };
        for indicator in disclosure.indicators.given() {
            match object(bundle, disclosure, indicator) {
                Some(object) => {
                    let seen = sighting(bundle, disclosure, indicator, &object);
                    traces.objects.push(object);
                    traces.objects.extend(seen);
                }
                None => traces.without_pattern.push(json_of(&Trace::of(indicator))),
            }
        }
        traces
    }
}

/// What an indicator is in its publication.
fn part(indicator: &Indicator, what: &str) -> String {
    format!("{what}:{}:{}", indicator.kind.code(), indicator.value)
}

fn object(bundle: &Bundle<'_>, disclosure: &Disclosure, indicator: &Indicator) -> Option<Value> {
    let is_vulnerability = indicator.kind == Kind::Vulnerability;
    let kind = if is_vulnerability { "vulnerability" } else { "indicator" };
    let mut object = bundle.object(kind, &part(indicator, "indicator"));
    object.insert("name".to_owned(), json!(indicator.value));
    object.insert(
        "object_marking_refs".to_owned(),
        json!([markings::id(disclosure.marking)]),
    );
    if is_vulnerability {
        if indicator.value.starts_with("CVE-") {
            let cve = json!([{ "source_name": "cve", "external_id": indicator.value }]);
            object.insert("external_references".to_owned(), cve);
        }
    } else {
        let words = [Some(indicator.kind.code()), indicator.note.map(IndicatorNote::code)];
        let description: Vec<_> = words.into_iter().flatten().collect();
        object.insert("description".to_owned(), json!(description.join(", ")));
        object.insert("pattern".to_owned(), json!(pattern(indicator)?));
        object.insert("pattern_type".to_owned(), json!("stix"));
        object.insert("indicator_types".to_owned(), json!([indicator_type(indicator)]));
        object.extend(phases(indicator).map(|phases| ("kill_chain_phases".to_owned(), phases)));
        // From when on it is good to look for: since it is known to everyone.
        object.insert("valid_from".to_owned(), json!(bundle.published));
    }
    Some(object.into())
}

/// What the State says of it, where that is one of STIX's words (`indicator-type-ov`); else it says nothing.
fn indicator_type(indicator: &Indicator) -> &'static str {
    use IndicatorNote::{AnomalousActivity, Anonymization, Compromised, MaliciousActivity};
    match indicator.note {
        Some(note @ (AnomalousActivity | Anonymization | Compromised | MaliciousActivity)) => note.code(),
        _ => "unknown",
    }
}

/// What the State says of it, where that is a word of MISP's: there it is a category, which bundles made from MISP events
/// give as the phase of a chain.
fn phases(indicator: &Indicator) -> Option<Value> {
    let note = indicator.note.filter(|_| indicator_type(indicator) == "unknown")?;
    Some(json!([{ "kill_chain_name": "misp-category", "phase_name": note.code() }]))
}

/// When it was seen. Not `valid_from`, which is when to begin to look.
fn sighting(bundle: &Bundle<'_>, disclosure: &Disclosure, indicator: &Indicator, of: &Value) -> Option<Value> {
    let times = [("first_seen", indicator.first_seen), ("last_seen", indicator.last_seen)];
    times.iter().find_map(|(_, at)| *at)?;
    let mut sighting = bundle.object("sighting", &part(indicator, "sighting"));
    sighting.insert(
        "object_marking_refs".to_owned(),
        json!([markings::id(disclosure.marking)]),
    );
    sighting.insert("sighting_of_ref".to_owned(), of["id"].clone());
    for (name, at) in times {
        sighting.extend(at.map(|at| (name.to_owned(), json!(moment::millisecond(at)))));
    }
    Some(sighting.into())
}

/// The pattern of an indicator. None for rules, whose language is not known here, and for what is no observable.
fn pattern(indicator: &Indicator) -> Option<String> {
    let path = match indicator.kind {
        Kind::Address => address(&indicator.value)?,
        Kind::Domain => "domain-name:value",
        Kind::Url => "url:value",
        Kind::Email => "email-addr:value",
        Kind::FileName => "file:name",
        Kind::Md5 => "file:hashes.MD5",
        Kind::Sha1 => "file:hashes.'SHA-1'",
        Kind::Sha256 => "file:hashes.'SHA-256'",
        Kind::Sha512 => "file:hashes.'SHA-512'",
        Kind::RegistryKey => "windows-registry-key:key",
        Kind::Mutex => "mutex:name",
        Kind::Vulnerability | Kind::Pattern | Kind::Other => return None,
    };
    let literal = indicator.value.replace('\\', "\\\\").replace('\'', "\\'");
    Some(format!("[{path} = '{literal}']"))
}

fn address(value: &str) -> Option<&'static str> {
    let host = value.split('/').next().unwrap_or(value);
    Some(match host.parse().ok()? {
        IpAddr::V4(_) => "ipv4-addr:value",
        IpAddr::V6(_) => "ipv6-addr:value",
    })
}
