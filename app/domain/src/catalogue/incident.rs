//! The lists of the incident form that are no more than codes in an order.

use super::{
    Code, List,
    Provenance::{Ours, Verified},
    plain,
};
use crate::marking::Reason;

/// What is being notified. NIS2 lets all three be told voluntarily and by the same procedure.
pub static NOTICE_KIND: List = List {
    name: "notice-kind",
    source: "Directive (EU) 2022/2555 (NIS2), Art. 30",
    provenance: Verified,
    codes: &plain(["incident", "threat", "near-miss"]),
};

/// Whether it happened, or is played to see whether the channel works. Always said, never presumed.
pub static EXERCISE: List = List {
    name: "exercise",
    source: "Verbale",
    provenance: Ours,
    codes: &plain(["real", "exercise"]),
};

/// Where the incident itself stands; not to be confused with the stage of its filing.
pub static STATUS: List = List {
    name: "status",
    source: "Verbale",
    provenance: Ours,
    codes: &plain(["ongoing", "contained", "resolved"]),
};

/// How sure the State is that something happened. The codes are STIX's; the order is from least to most settled, then
/// what turned out not to be an incident.
pub static DETERMINATION: List = List {
    name: "determination",
    source: "STIX 2.1 Incident Core Extension, determination-enum",
    provenance: Verified,
    codes: &plain(["suspected", "confirmed", "blocked", "failed-attempt", "false-positive"]),
};

/// How it was done, without saying by whom. Several may apply.
pub static TECHNIQUES: List = List {
    name: "techniques",
    source: "Implementing Regulation (EU) 2025/302 (DORA), data field 3.25",
    provenance: Verified,
    codes: &plain([
        "social-engineering",
        "ddos",
        "identity-theft",
        "data-encryption-for-impact",
        "resource-hijacking",
        "data-exfiltration-and-manipulation",
        "data-destruction",
        "defacement",
        "supply-chain-attack",
        "other",
    ]),
};

/// Questions of fact: is it malicious, does it cross a border, was the infrastructure designated critical? That a
/// State does not know yet, as it may in an early warning, is a state of the answer like everywhere.
pub static YES_NO: List = List {
    name: "yes-no",
    source: "Directive (EU) 2022/2555 (NIS2), Art. 23(4)(a)",
    provenance: Verified,
    codes: &plain(["yes", "no"]),
};

/// What it does to the country beyond the systems concerned. Several may apply.
pub static EXTERNAL_IMPACT: List = List {
    name: "external-impact",
    source: "STIX 2.1 Incident Core Extension, external-impact-enum",
    provenance: Verified,
    codes: &plain([
        "economic",
        "emergency-services",
        "foreign-relations",
        "national-security",
        "public-confidence",
        "public-health",
        "public-safety",
    ]),
};

/// Why it could happen.
pub static ROOT_CAUSE: List = List {
    name: "root-cause",
    source: "Implementing Regulation (EU) 2025/302 (DORA), data field 4.1",
    provenance: Verified,
    codes: &plain([
        "malicious-actions",
        "process-failure",
        "system-failure",
        "human-error",
        "external-event",
    ]),
};

/// Whether help is wanted or has been offered; UN norm 13(h) is about answering such requests.
pub static ASSISTANCE: List = List {
    name: "assistance",
    source: "Verbale",
    provenance: Ours,
    codes: &plain(["none", "offered", "requested"]),
};

/// Who else has been told. "Nobody" is the answer state none.
pub static OTHERS_INFORMED: List = List {
    name: "others-informed",
    source: "Implementing Regulation (EU) 2025/302 (DORA), data field 3.31",
    provenance: Verified,
    codes: &plain([
        "police",
        "csirt",
        "data-protection-authority",
        "national-cybersecurity-agency",
        "other",
    ]),
};

/// Why a value is not given; the public reads the reason in its place. The same codes as [`Reason`], as a list for
/// the form.
pub static WITHHOLD_REASON: List = List {
    name: "withhold-reason",
    source: "Verbale",
    provenance: Ours,
    codes: &{
        let mut codes = [Code { id: "", within: None }; Reason::ALL.len()];
        let mut at = 0;
        while at < codes.len() {
            codes[at].id = Reason::ALL[at].code();
            at += 1;
        }
        codes
    },
};

/// How exactly a moment is known, finest first: a moment known to the day is not midnight.
pub static FIDELITY: List = List {
    name: "fidelity",
    source: "STIX 2.1 Incident Core Extension, timestamp-fidelity-enum",
    provenance: Verified,
    codes: &plain(["second", "minute", "hour", "day", "month", "year"]),
};
