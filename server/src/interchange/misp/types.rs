//! Which types of attribute MISP has, and what becomes of each: one table.
//!
//! The names are those of the core format's list of types (`describeTypes`). A type that is not here is not understood,
//! so a new one is never taken for something it is not.

use domain::{draft::WhyLeftOut, indicator::IndicatorKind};

/// What becomes of an attribute of a type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    /// A trace that helps others to look for the same.
    Trace(Shape, When),
    /// It says or names who: left out, and the [name](super::super::names) is looked for in the indicators.
    Name,
    /// It is left out.
    Out(WhyLeftOut),
}

/// How a value is built.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape {
    /// One trace.
    Whole(IndicatorKind),
    /// Two, with a bar between them.
    Pair(IndicatorKind, IndicatorKind),
    /// One, and behind a bar what is no trace by itself: a port.
    Head(IndicatorKind),
}

/// When a trace is taken, by what the source says of its use for detection (`to_ids`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// Always: it can only have come from what was found.
    Always,
    /// Unless the source says that it is not for detection: then it may be a victim's address, or a link to a report.
    Unless,
    /// Only if the source says that it is: too common otherwise.
    Only,
}

/// What becomes of attributes of this type, and the type's name as our table has it.
pub(super) fn meaning(of: &str) -> Option<(&'static str, Meaning)> {
    TYPES
        .iter()
        .find_map(|(meaning, names)| names.iter().find(|name| **name == of).map(|name| (*name, *meaning)))
}

const fn always(kind: IndicatorKind) -> Meaning {
    Meaning::Trace(Shape::Whole(kind), When::Always)
}

const fn unless(kind: IndicatorKind) -> Meaning {
    Meaning::Trace(Shape::Whole(kind), When::Unless)
}

const fn file_and(kind: IndicatorKind) -> Meaning {
    Meaning::Trace(Shape::Pair(IndicatorKind::FileName, kind), When::Always)
}

use IndicatorKind as K;

#[rustfmt::skip]
const TYPES: &[(Meaning, &[&str])] = &[
    (unless(K::Address), &["ip-src", "ip-dst"]),
    (Meaning::Trace(Shape::Head(K::Address), When::Unless), &["ip-src|port", "ip-dst|port"]),
    (unless(K::Domain), &["domain", "hostname", "onion-address"]),
    (Meaning::Trace(Shape::Head(K::Domain), When::Unless), &["hostname|port"]),
    (Meaning::Trace(Shape::Pair(K::Domain, K::Address), When::Unless), &["domain|ip"]),
    (unless(K::Url), &["url", "uri"]),
    (unless(K::Email), &["email-src", "email-reply-to"]),
    (Meaning::Trace(Shape::Whole(K::Email), When::Only), &["email"]),
    (always(K::Md5), &["md5"]),
    (always(K::Sha1), &["sha1"]),
    (always(K::Sha256), &["sha256"]),
    (always(K::Sha512), &["sha512"]),
    (always(K::FileName), &["filename", "email-attachment"]),
    (file_and(K::Md5), &["filename|md5", "malware-sample"]),
    (file_and(K::Sha1), &["filename|sha1"]),
    (file_and(K::Sha256), &["filename|sha256"]),
    (file_and(K::Sha512), &["filename|sha512"]),
    (file_and(K::Other), &["filename|authentihash", "filename|impfuzzy", "filename|imphash", "filename|pehash", "filename|sha224",
        "filename|sha3-224", "filename|sha3-256", "filename|sha3-384", "filename|sha3-512", "filename|sha384",
        "filename|sha512/224", "filename|sha512/256", "filename|ssdeep", "filename|tlsh", "filename|vhash"]),
    (always(K::RegistryKey), &["regkey", "regkey|value"]),
    (always(K::Mutex), &["mutex"]),
    (always(K::Vulnerability), &["vulnerability"]),
    (always(K::Pattern), &["yara", "sigma", "snort", "bro", "zeek", "kusto-query", "stix2-pattern", "pattern-in-file",
        "pattern-in-memory", "pattern-in-traffic", "pattern-filename"]),
    (Meaning::Trace(Shape::Whole(K::Other), When::Only), &["AS", "authentihash", "btc", "cdhash", "chrome-extension-id", "cookie",
        "dash", "dkim", "dkim-signature", "dom-hash", "email-message-id", "email-mime-boundary", "email-thread-index",
        "email-x-mailer", "favicon-mmh3", "hassh-md5", "hasshserver-md5", "impfuzzy", "imphash", "ja3-fingerprint-md5",
        "jarm-fingerprint", "mac-address", "mac-eui-64", "mobile-application-id", "named pipe", "pdb", "pehash", "process-state",
        "pgp-public-key", "sha224", "sha3-224", "sha3-256", "sha3-384", "sha3-512", "sha384", "sha512/224", "sha512/256",
        "ssdeep", "ssh-fingerprint", "telfhash", "tlsh", "user-agent", "vhash", "windows-scheduled-task",
        "windows-service-displayname", "windows-service-name", "x509-fingerprint-md5", "x509-fingerprint-sha1",
        "x509-fingerprint-sha256", "xmr"]),
    (Meaning::Name, &["threat-actor", "campaign-name", "campaign-id", "full-name", "first-name", "middle-name", "last-name",
        "email-src-display-name", "email-dst-display-name", "github-username", "github-organisation", "jabber-id", "twitter-id",
        "target-user", "whois-registrant-name", "whois-registrant-org"]),
    (Meaning::Out(WhyLeftOut::Attributes), &["aba-rtn", "bank-account-nr", "bic", "bin", "cc-number", "country-of-residence",
        "date-of-birth", "dns-soa-email", "email-dst", "eppn", "frequent-flyer-number", "gender", "iban", "identity-card-number",
        "issue-date-of-the-visa", "nationality", "passenger-name-record-locator-number", "passport-country",
        "passport-expiration", "passport-number", "payment-details", "phone-number", "place-of-birth",
        "place-port-of-clearance", "place-port-of-onward-foreign-destination", "place-port-of-original-embarkation",
        "primary-residence", "prtn", "redress-number", "special-service-request", "target-email", "target-external",
        "target-location", "target-machine", "target-org", "travel-details", "visa-number", "whois-registrant-email",
        "whois-registrant-phone"]),
    (Meaning::Out(WhyLeftOut::SourceProse), &["comment", "text", "other", "email-body", "email-header", "email-subject",
        "anonymised"]),
    (Meaning::Out(WhyLeftOut::NoPlace), &["attachment", "boolean", "community-id", "cortex", "counter", "cpe", "datetime", "float",
        "gene", "git-commit-id", "github-repository", "hex", "http-method", "integer", "link", "malware-type", "mime-type",
        "pgp-private-key", "port", "size-in-bytes", "weakness", "whois-creation-date", "whois-registrar"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_stands_in_the_table_once() {
        let mut names: Vec<_> = TYPES.iter().flat_map(|(_, names)| *names).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
