//! The Reference Security Incident Taxonomy: what kind of incident it is.
//!
//! Eleven classes, the first of RSIT's two columns, and thirty-nine types, the second. A type is stored without its
//! class: no two classes share a type, and a test says so should a later version change that. `other` and `test` are
//! each both a class and a type, which is harmless, since the two are different lists. The class of a type is its
//! [`Code::within`].
//!
//! Ransomware has no type of its own: by RSIT it is `unauthorised-information-modification`.

use super::{Code, List, Provenance::Verified, machine_tag, plain};

const SOURCE: &str = "RSIT working copy, machine-readable version 1003";

/// The class of an incident, which every notification gives.
pub static RSIT_CLASS: List = List {
    name: "rsit-class",
    source: SOURCE,
    provenance: Verified,
    codes: &plain([
        "abusive-content",
        "malicious-code",
        "information-gathering",
        "intrusion-attempts",
        "intrusions",
        "availability",
        "information-content-security",
        "fraud",
        "vulnerable",
        "other",
        "test",
    ]),
};

/// The type within the class, which a notification may give.
pub static RSIT_TYPE: List = List {
    name: "rsit-type",
    source: SOURCE,
    provenance: Verified,
    codes: &[
        of("abusive-content", "spam"),
        of("abusive-content", "harmful-speech"),
        of("abusive-content", "violence"),
        of("malicious-code", "infected-system"),
        of("malicious-code", "c2-server"),
        of("malicious-code", "malware-distribution"),
        of("malicious-code", "malware-configuration"),
        of("information-gathering", "scanner"),
        of("information-gathering", "sniffing"),
        of("information-gathering", "social-engineering"),
        of("intrusion-attempts", "ids-alert"),
        of("intrusion-attempts", "brute-force"),
        of("intrusion-attempts", "exploit"),
        of("intrusions", "privileged-account-compromise"),
        of("intrusions", "unprivileged-account-compromise"),
        of("intrusions", "application-compromise"),
        of("intrusions", "system-compromise"),
        of("intrusions", "burglary"),
        of("availability", "dos"),
        of("availability", "ddos"),
        of("availability", "misconfiguration"),
        of("availability", "sabotage"),
        of("availability", "outage"),
        of("information-content-security", "unauthorised-information-access"),
        of("information-content-security", "unauthorised-information-modification"),
        of("information-content-security", "data-loss"),
        of("information-content-security", "data-leak"),
        of("fraud", "unauthorised-use-of-resources"),
        of("fraud", "copyright"),
        of("fraud", "masquerade"),
        of("fraud", "phishing"),
        of("vulnerable", "weak-crypto"),
        of("vulnerable", "ddos-amplifier"),
        of("vulnerable", "potentially-unwanted-accessible"),
        of("vulnerable", "information-disclosure"),
        of("vulnerable", "vulnerable-system"),
        of("other", "other"),
        of("other", "undetermined"),
        of("test", "test"),
    ],
};

const fn of(class: &'static str, id: &'static str) -> Code {
    Code {
        id,
        within: Some(class),
    }
}

/// The MISP machine tag of an RSIT type: `phishing` is `rsit:fraud="phishing"`. None for a type RSIT does not have.
pub fn rsit_tag(kind: &str) -> Option<String> {
    let code = RSIT_TYPE.code(kind)?;
    code.within.map(|class| format!(r#"rsit:{class}="{}""#, code.id))
}

/// The RSIT type a MISP machine tag names; its class is in [`Code::within`]. None for another taxonomy's tag, an
/// unknown type, and a type under a class that is not its own.
pub fn rsit_from_tag(tag: &str) -> Option<&'static Code> {
    let (class, kind) = machine_tag(tag, "rsit")?;
    RSIT_TYPE.code(kind).filter(|code| code.within == Some(class))
}
