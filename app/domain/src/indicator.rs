//! Indicators: technical traces that help others to look for the same.
//!
//! They come in with an import and belong to the State's draft. A value is stored as it is and shown *defanged*, so
//! that nobody follows it by accident. One indicator is one kind and one value; the same pair twice is the same
//! indicator.

use crate::ids::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, hash_map::Entry};

/// How many indicators a filing holds at the most.
pub const MOST: usize = 10_000;

/// What an indicator is a trace of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IndicatorKind {
    /// An IPv4 or IPv6 address, or a network.
    Address,
    /// A domain or host name.
    Domain,
    /// A web address.
    Url,
    /// An e-mail address used by the malicious activity.
    Email,
    /// A file name or path.
    FileName,
    /// An MD5 hash.
    Md5,
    /// A SHA-1 hash.
    Sha1,
    /// A SHA-256 hash.
    Sha256,
    /// A SHA-512 hash.
    Sha512,
    /// A key, or key and value, of the Windows registry.
    RegistryKey,
    /// A mutual-exclusion name.
    Mutex,
    /// A vulnerability's identifier (CVE and the like).
    Vulnerability,
    /// A detection rule or pattern in another language (YARA, Sigma, STIX patterns).
    Pattern,
    /// Anything else that formats carry.
    Other,
}

impl IndicatorKind {
    /// The code used in storage, exports and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Domain => "domain",
            Self::Url => "url",
            Self::Email => "email",
            Self::FileName => "file-name",
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
            Self::RegistryKey => "registry-key",
            Self::Mutex => "mutex",
            Self::Vulnerability => "vulnerability",
            Self::Pattern => "pattern",
            Self::Other => "other",
        }
    }
}

/// What a source says of an indicator, in the closed vocabularies of its format (MISP's categories of attributes, STIX's
/// `indicator-type-ov`). What says nothing (`other`, `unknown`) and what says who did it (`attribution`) is not among
/// them, and free text never is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IndicatorNote {
    /// It brought something in.
    PayloadDelivery,
    /// It was left behind.
    ArtifactsDropped,
    /// It is where something was installed.
    PayloadInstallation,
    /// It is what something stays by.
    PersistenceMechanism,
    /// It was seen in network traffic.
    NetworkActivity,
    /// It says of which kind the payload was.
    PayloadType,
    /// A scanner found it.
    AntivirusDetection,
    /// It served fraud.
    FinancialFraud,
    /// It is unusual, which need not be malicious.
    AnomalousActivity,
    /// It hides where somebody comes from.
    Anonymization,
    /// It is somebody's who was attacked.
    Compromised,
    /// It is malicious.
    MaliciousActivity,
}

impl IndicatorNote {
    /// Every note.
    pub const ALL: [Self; 12] = [
        Self::PayloadDelivery,
        Self::ArtifactsDropped,
        Self::PayloadInstallation,
        Self::PersistenceMechanism,
        Self::NetworkActivity,
        Self::PayloadType,
        Self::AntivirusDetection,
        Self::FinancialFraud,
        Self::AnomalousActivity,
        Self::Anonymization,
        Self::Compromised,
        Self::MaliciousActivity,
    ];

    /// The code used in storage, exports and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PayloadDelivery => "payload-delivery",
            Self::ArtifactsDropped => "artifacts-dropped",
            Self::PayloadInstallation => "payload-installation",
            Self::PersistenceMechanism => "persistence-mechanism",
            Self::NetworkActivity => "network-activity",
            Self::PayloadType => "payload-type",
            Self::AntivirusDetection => "antivirus-detection",
            Self::FinancialFraud => "financial-fraud",
            Self::AnomalousActivity => "anomalous-activity",
            Self::Anonymization => "anonymization",
            Self::Compromised => "compromised",
            Self::MaliciousActivity => "malicious-activity",
        }
    }

    /// The note that a format writes like this: `Payload delivery` in MISP, `malicious-activity` in STIX.
    pub fn from_vocabulary(word: &str) -> Option<Self> {
        let code = word.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|note| note.code() == code)
    }
}

/// One trace.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Indicator {
    /// What it is a trace of.
    pub kind: IndicatorKind,
    /// The value itself, as machines read it.
    pub value: String,
    /// When it was first seen, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<Timestamp>,
    /// When it was last seen, where the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Timestamp>,
    /// What the source says of it, where its format has a word for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<IndicatorNote>,
}

impl Indicator {
    /// One of which nothing is known but what it is.
    pub const fn new(kind: IndicatorKind, value: String) -> Self {
        Self {
            kind,
            value,
            first_seen: None,
            last_seen: None,
            note: None,
        }
    }

    /// Take over what another mention of the same trace says and this one does not.
    fn learn(&mut self, from: &Self) {
        self.first_seen = [self.first_seen, from.first_seen].into_iter().flatten().min();
        self.last_seen = self.last_seen.max(from.last_seen);
        self.note = self.note.or(from.note);
    }

    /// The value as a person may read it: it cannot be clicked or followed by accident.
    pub fn defanged(&self) -> String {
        match self.kind {
            IndicatorKind::Address | IndicatorKind::Domain => self.value.replace('.', "[.]"),
            IndicatorKind::Url => {
                let value = self.value.replacen("http", "hxxp", 1);
                value.replace('.', "[.]").replacen("://", "[://]", 1)
            }
            IndicatorKind::Email => self.value.replace('@', "[@]").replace('.', "[.]"),
            _ => self.value.clone(),
        }
    }
}

/// The indicators without repetition, each once where it was mentioned first, with what all its mentions say together.
pub fn without_repetition(indicators: Vec<Indicator>) -> Vec<Indicator> {
    let mut places: HashMap<(IndicatorKind, String), usize> = HashMap::new();
    let mut each: Vec<Indicator> = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        match places.entry((indicator.kind, indicator.value.clone())) {
            Entry::Occupied(known) => each[*known.get()].learn(&indicator),
            Entry::Vacant(new) => {
                new.insert(each.len());
                each.push(indicator);
            }
        }
    }
    each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_a_page_cannot_be_followed() {
        let url = Indicator::new(IndicatorKind::Url, "https://example.test/a.exe".into());
        assert_eq!(url.defanged(), "hxxps[://]example[.]test/a[.]exe");
    }

    #[test]
    fn the_same_trace_twice_is_one_that_knows_what_both_said() {
        let at = |seconds: i64| Some(Timestamp::from_micros(seconds * 1_000_000));
        let once = Indicator {
            first_seen: at(5),
            last_seen: at(6),
            ..Indicator::new(IndicatorKind::Domain, "a.example".into())
        };
        let again = Indicator {
            first_seen: at(3),
            note: Some(IndicatorNote::NetworkActivity),
            ..Indicator::new(IndicatorKind::Domain, "a.example".into())
        };
        let expected = Indicator {
            first_seen: at(3),
            note: Some(IndicatorNote::NetworkActivity),
            ..once.clone()
        };
        assert_eq!(without_repetition(vec![once, again]), [expected]);
    }

    #[test]
    fn a_note_is_a_word_of_a_vocabulary_and_says_nobody_did_it() {
        assert_eq!(
            IndicatorNote::from_vocabulary("Payload delivery"),
            Some(IndicatorNote::PayloadDelivery)
        );
        for word in ["Attribution", "attribution", "Other", "unknown", "a word of my own"] {
            assert_eq!(IndicatorNote::from_vocabulary(word), None);
        }
        for note in IndicatorNote::ALL {
            assert_eq!(IndicatorNote::from_vocabulary(note.code()), Some(note));
        }
    }
}
