//! Indicators: technical traces that help others to look for the same.
//!
//! They come in with an import and belong to the State's draft. A value is stored as it is and shown *defanged*, so
//! that nobody follows it by accident. One indicator is one kind and one value; the same pair twice is the same
//! indicator.

use crate::ids::Timestamp;
use serde::{Deserialize, Serialize};

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
}

impl Indicator {
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

/// The indicators without repetition, each once, the first mention kept.
pub fn without_repetition(indicators: Vec<Indicator>) -> Vec<Indicator> {
    let mut known = std::collections::BTreeSet::new();
    indicators
        .into_iter()
        .filter(|one| known.insert((one.kind, one.value.clone())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_a_page_cannot_be_followed() {
        let url = Indicator {
            kind: IndicatorKind::Url,
            value: "https://example.test/a.exe".into(),
            first_seen: None,
            last_seen: None,
        };
        assert_eq!(url.defanged(), "hxxps[://]example[.]test/a[.]exe");
        let twice = without_repetition(vec![url.clone(), url]);
        assert_eq!(twice.len(), 1);
    }
}
