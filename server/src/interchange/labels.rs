//! What is stuck onto things in a file: tags in MISP, labels in STIX.
//!
//! A label is one string. By convention, *machine tags* have a namespace, a predicate and mostly a value:
//! `rsit:fraud="phishing"`. Anything else is a word of somebody's own. STIX has no vocabulary for its labels, and the
//! tools that write STIX from MISP events put the event's tags there as they are, so one reading serves both.

use super::{names::Names, reading::Reading};
use app::portal::ports::ImportError;
use domain::{
    catalogue::{NOTICE_KIND, from_priority_level_tag, rsit_from_tag, sector_from_tag},
    draft::WhyLeftOut,
    form::Field,
    marking::Tlp,
};

/// What one label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// How far it may be passed on.
    Marking(Tlp),
    /// This code on this field, in the words of this namespace.
    Code(Field, &'static str, &'static str),
    /// That it is classified.
    Classified,
    /// Nothing the draft takes.
    Nothing(WhyLeftOut),
}

/// What CIRCL's taxonomy of incidents has in common with RSIT, and no more: `malware` is no type of incident in RSIT,
/// `denial-of-service` leaves open whether it was distributed, and `sabotage` in RSIT is of things, not of data.
const FROM_CIRCL: [(&str, &str); 6] = [
    ("spam", "spam"),
    ("scan", "scanner"),
    ("phishing", "phishing"),
    ("system-compromise", "system-compromise"),
    ("copyright-issue", "copyright"),
    ("information-leak", "data-leak"),
];

/// Taxonomies of classification markings, each with the values that mean "not classified".
const CLASSIFIES: [(&str, &[&str]); 5] = [
    ("nato:", &["nu"]),
    ("euci:", &[]),
    ("de-vs:einstufung", &[]),
    ("fr-classif:", &["non-protege"]),
    ("dni-ism:classification", &["u"]),
];

/// Words in the name of a taxonomy, galaxy or object that says who did it: actors, their groups and campaigns.
#[rustfmt::skip]
const NAMES_ACTORS: [&str; 10] = [
    "actor", "adversary", "intrusion-set", "activity-group", "threat-group", "groups", "campaign", "attribution",
    "intelligence-agenc", "surveillance-vendor",
];

/// Taxonomies that speak of actors in words of their own, which are nobody's name: `veris:actor:motive="financial"`.
const OF_KINDS: [&str; 2] = ["veris:", "adversary:infrastructure"];

/// Words in the name of one that says where somebody comes from, or is meant to be: countries, peoples, targets.
const NAMES_PLACES: [&str; 6] = [
    "state-responsibility",
    "country",
    "region",
    "target-information",
    "defence-universities",
    "producer",
];

/// Taxonomies whose labels we know and the form has no place for.
#[rustfmt::skip]
const KNOWN: [&str; 29] = [
    "misp-galaxy", "misp", "workflow", "pap", "osint", "admiralty-scale", "estimative-language",
    "malware_classification", "ms-caro-malware", "ms-caro-malware-full", "kill-chain", "enisa", "ecsirt",
    "europol-incident", "europol-event", "veris", "iep", "iep2-policy", "type", "csirt_case_classification",
    "incident-disposition", "cssa", "false-positive", "ransomware", "circl", "nis2", "trust",
    "eu-nis-sector-and-subsectors", "verbale",
];

/// What a label says. They are compared without regard to case, as MISP compares them.
pub(super) fn said(label: &str) -> Said {
    let label = label.trim().to_lowercase();
    if is_classified(&label) {
        return Said::Classified;
    }
    if let Some(marking) = label.strip_prefix("tlp:") {
        return tlp(marking).map_or(Said::Nothing(WhyLeftOut::NotUnderstood), Said::Marking);
    }
    if label.starts_with("exercise:") {
        return Said::Code(Field::Exercise, "exercise", "exercise:*");
    }
    let notice = label
        .strip_prefix("verbale:notice-kind=")
        .and_then(|kind| NOTICE_KIND.code(kind.trim_matches('"')));
    if let Some(code) = notice {
        return Said::Code(Field::NoticeKind, code.id, "verbale:notice-kind");
    }
    if label == r#"verbale:exercise="real""# {
        return Said::Code(Field::Exercise, "real", "verbale:exercise");
    }
    let rsit = rsit_from_tag(&label).map(|code| Said::Code(Field::Type, code.id, "rsit:*"));
    let circl = || from_circl(&label).map(|id| Said::Code(Field::Type, id, "circl:incident-classification"));
    let sector = || sector_from_tag(&label).map(|code| Said::Code(Field::Sectors, code.id, "nis2:*"));
    let severity = || from_priority_level_tag(&label).map(|of| Said::Code(Field::Severity, of.id, "priority-level:*"));
    rsit.or_else(circl)
        .or_else(sector)
        .or_else(severity)
        .or_else(|| technique(&label))
        .unwrap_or_else(|| Said::Nothing(why_left_out(&label)))
}

/// The marking of this name, in either version of TLP: the first called clear white.
pub(super) fn tlp(label: &str) -> Option<Tlp> {
    let label = label.to_lowercase();
    if label == "white" {
        Some(Tlp::Clear)
    } else {
        Tlp::from_code(&label)
    }
}

/// Techniques of the form that are one with techniques of ATT&CK (MITRE, Enterprise matrix), by their first five
/// characters: what is true of a technique is true of its sub-techniques. Most of ATT&CK has no counterpart here.
#[rustfmt::skip]
const FROM_ATTACK: [(&str, &[&str]); 7] = [
    ("social-engineering", &["T1566", "T1598", "T1534"]),
    ("ddos", &["T1498", "T1499"]),
    ("data-encryption-for-impact", &["T1486"]),
    ("resource-hijacking", &["T1496"]),
    ("data-exfiltration-and-manipulation", &["T1565", "T1041", "T1048", "T1567", "T1020", "T1029", "T1030", "T1011", "T1052", "T1537"]),
    ("data-destruction", &["T1485", "T1561"]),
    ("supply-chain-attack", &["T1195"]),
];

/// The form's technique for one of ATT&CK's, by its id: `T1566.001` is social engineering.
pub(super) fn technique_of_attack(id: &str) -> Option<&'static str> {
    let whole = id.trim().to_uppercase();
    let id = whole.split('.').next().unwrap_or_default();
    if id == "T1491" {
        return Some("defacement");
    }
    FROM_ATTACK
        .iter()
        .find(|(_, ids)| ids.contains(&id))
        .map(|(technique, _)| *technique)
}

/// Clusters of MISP's galaxy of ATT&CK end with the technique's id: `… - T1566`.
fn technique(label: &str) -> Option<Said> {
    let cluster = label
        .strip_prefix("misp-galaxy:mitre-attack-pattern=")?
        .trim_matches('"');
    let (_, id) = cluster.rsplit_once(" - ")?;
    technique_of_attack(id).map(|code| Said::Code(Field::Techniques, code, "misp-galaxy:mitre-attack-pattern"))
}

fn from_circl(label: &str) -> Option<&'static str> {
    let value = label.strip_prefix("circl:incident-classification=")?.trim_matches('"');
    FROM_CIRCL
        .iter()
        .find(|(circl, _)| *circl == value)
        .map(|(_, rsit)| *rsit)
}

fn is_classified(label: &str) -> bool {
    let value = value(label);
    CLASSIFIES
        .iter()
        .any(|(namespace, harmless)| label.starts_with(namespace) && !harmless.contains(&value))
}

fn why_left_out(label: &str) -> WhyLeftOut {
    let (namespace, rest) = label.split_once(':').unwrap_or(("", label));
    // A value may well hold one of our words and mean nothing by it: the names around it decide.
    let predicate = rest.split('=').next().unwrap_or_default();
    if names_somebody(namespace) || names_somebody(predicate) {
        WhyLeftOut::Attributes
    } else if KNOWN.contains(&namespace) {
        WhyLeftOut::NoPlace
    } else {
        WhyLeftOut::NotUnderstood
    }
}

/// Whether a kind of thing says who did it, or where somebody comes from.
pub(super) fn names_somebody(kind: &str) -> bool {
    names_actors(kind) || NAMES_PLACES.iter().any(|word| kind.contains(word))
}

/// Whether a kind of thing says who did it.
pub(super) fn names_actors(kind: &str) -> bool {
    // Three letters stand in too many words.
    let is_apt = || kind.split(|c: char| !c.is_alphanumeric()).any(|word| word == "apt");
    NAMES_ACTORS.iter().any(|word| kind.contains(word)) || is_apt()
}

/// A machine tag's value; the whole of any other label.
fn value(label: &str) -> &str {
    label
        .split_once('=')
        .map_or(label, |(_, value)| value.trim_matches('"'))
}

/// Remember the name, where the label gives one to an actor: `misp-galaxy:threat-actor="…"`, `actor:…`.
pub(super) fn remember(label: &str, names: &mut Names) {
    let by_colon = || {
        let (kind, name) = label.split_once(':')?;
        // A title may have a colon in it, and a word before that.
        let is_kind = !kind.contains(char::is_whitespace) || kind.eq_ignore_ascii_case("threat actor");
        is_kind.then_some((kind, name))
    };
    let Some((kind, name)) = label.split_once('=').or_else(by_colon) else {
        return;
    };
    let kind = kind.to_lowercase();
    if names_actors(&kind) && !OF_KINDS.iter().any(|known| kind.starts_with(known)) {
        names.add(name);
    }
}

impl Reading {
    /// A label of a format that calls it so (`Tag`, `labels`), on the incident itself or on something in it: of the
    /// incident, the latter says only how far it may travel.
    ///
    /// # Errors
    /// [`ImportError::Classified`] where that is what it says.
    pub(super) fn label(&mut self, called: &'static str, label: &str, of_incident: bool) -> Result<(), ImportError> {
        match said(label) {
            Said::Classified => return Err(ImportError::Classified),
            Said::Marking(marking) => self.marked(marking, format!("{called} tlp:*")),
            Said::Code(field, code, namespace) if of_incident => {
                self.says(field, code, format!("{called} {namespace}"));
            }
            Said::Code(..) => self.left_out.note(called, WhyLeftOut::NoPlace),
            Said::Nothing(why) => self.left_out.note(called, why),
        }
        Ok(())
    }
}
