//! What is stuck onto an event and its attributes: tags, and clusters of galaxies, which are tags with a longer text.
//!
//! A tag is one string. By convention, *machine tags* have a namespace, a predicate and mostly a value:
//! `rsit:fraud="phishing"`. Anything else is a word of somebody's own.

use super::{Members, Reading, list, text};
use app::portal::ports::ImportError;
use domain::{
    catalogue::{from_priority_level_tag, rsit_from_tag, sector_from_tag},
    draft::WhyLeftOut,
    marking::Tlp,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// What an event's tags say of the incident.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// The strictest marking on anything in the event.
    pub marking: Option<Tlp>,
    /// Whether it is tagged as an exercise.
    pub exercise: bool,
    /// RSIT types.
    pub types: BTreeSet<&'static str>,
    /// Severity levels.
    pub severities: BTreeSet<&'static str>,
    /// Sectors.
    pub sectors: BTreeSet<&'static str>,
}

/// What one tag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// How far it may be passed on.
    Marking(Tlp),
    /// Which RSIT type it is.
    Type(&'static str),
    /// Which sector it touched.
    Sector(&'static str),
    /// How grave it is.
    Severity(&'static str),
    /// That it is an exercise.
    Exercise,
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

/// Words in the name of a taxonomy or galaxy that says who did it: actors, their groups and campaigns.
#[rustfmt::skip]
pub(super) const NAMES_ACTORS: [&str; 9] = [
    "actor", "adversary", "intrusion-set", "activity-group", "groups", "campaign", "attribution", "intelligence-agenc",
    "surveillance-vendor",
];

/// Words in the name of one that says where somebody comes from, or is meant to be: countries, peoples, targets.
const NAMES_PLACES: [&str; 6] = [
    "state-responsibility",
    "country",
    "region",
    "target-information",
    "defence-universities",
    "producer",
];

/// Taxonomies whose tags we know and the form has no place for.
#[rustfmt::skip]
const KNOWN: [&str; 28] = [
    "misp-galaxy", "misp", "workflow", "pap", "osint", "admiralty-scale", "estimative-language",
    "malware_classification", "ms-caro-malware", "ms-caro-malware-full", "kill-chain", "enisa", "ecsirt",
    "europol-incident", "europol-event", "veris", "iep", "iep2-policy", "type", "csirt_case_classification",
    "incident-disposition", "cssa", "false-positive", "ransomware", "circl", "nis2", "trust",
    "eu-nis-sector-and-subsectors",
];

/// What a tag says. Tags are compared without regard to case, as MISP compares them.
pub(super) fn said(tag: &str) -> Said {
    let tag = tag.trim().to_lowercase();
    if is_classified(&tag) {
        return Said::Classified;
    }
    if let Some(label) = tag.strip_prefix("tlp:") {
        return marking(label).map_or(Said::Nothing(WhyLeftOut::NotUnderstood), Said::Marking);
    }
    if tag.starts_with("exercise:") {
        return Said::Exercise;
    }
    let kind = rsit_from_tag(&tag)
        .map(|code| code.id)
        .or_else(|| from_circl(&tag))
        .map(Said::Type);
    let sector = || sector_from_tag(&tag).map(|code| Said::Sector(code.id));
    let severity = || from_priority_level_tag(&tag).map(|level| Said::Severity(level.id));
    kind.or_else(sector)
        .or_else(severity)
        .unwrap_or_else(|| Said::Nothing(why_left_out(&tag)))
}

fn marking(label: &str) -> Option<Tlp> {
    // TLP 1 called it white.
    if label == "white" {
        Some(Tlp::Clear)
    } else {
        Tlp::from_code(label)
    }
}

fn from_circl(tag: &str) -> Option<&'static str> {
    let value = tag.strip_prefix("circl:incident-classification=")?.trim_matches('"');
    FROM_CIRCL
        .iter()
        .find(|(circl, _)| *circl == value)
        .map(|(_, rsit)| *rsit)
}

fn is_classified(tag: &str) -> bool {
    let value = value(tag);
    CLASSIFIES
        .iter()
        .any(|(namespace, harmless)| tag.starts_with(namespace) && !harmless.contains(&value))
}

fn why_left_out(tag: &str) -> WhyLeftOut {
    let (namespace, rest) = tag.split_once(':').unwrap_or(("", tag));
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

fn names_somebody(of: &str) -> bool {
    NAMES_ACTORS.iter().chain(&NAMES_PLACES).any(|word| of.contains(word))
}

/// A machine tag's value; the whole of any other tag.
fn value(tag: &str) -> &str {
    tag.split_once('=').map_or(tag, |(_, value)| value.trim_matches('"'))
}

impl Reading {
    /// Tags and clusters of the event, which speak of the incident.
    pub(super) fn of_the_event(&mut self, event: &Members) -> Result<(), ImportError> {
        for tag in list(event, "Tag") {
            match self.tag(tag)? {
                Said::Type(code) => _ = self.labels.types.insert(code),
                Said::Sector(code) => _ = self.labels.sectors.insert(code),
                Said::Severity(code) => _ = self.labels.severities.insert(code),
                Said::Exercise => self.labels.exercise = true,
                _ => {}
            }
        }
        self.clusters(event);
        Ok(())
    }

    /// Tags and clusters of an attribute: of the incident they say only how far it may travel.
    pub(super) fn of_an_attribute(&mut self, attribute: &Members) -> Result<(), ImportError> {
        for tag in list(attribute, "Tag") {
            if matches!(
                self.tag(tag)?,
                Said::Type(_) | Said::Sector(_) | Said::Severity(_) | Said::Exercise
            ) {
                self.left_out.note("Tag", WhyLeftOut::NoPlace);
            }
        }
        self.clusters(attribute);
        Ok(())
    }

    /// What every tag means wherever it is stuck.
    fn tag(&mut self, tag: &Value) -> Result<Said, ImportError> {
        let name = tag.as_object().map(|members| text(members, "name")).unwrap_or_default();
        let said = said(&name);
        match said {
            Said::Classified => return Err(ImportError::Classified),
            Said::Marking(marking) => self.labels.marking = self.labels.marking.max(Some(marking)),
            Said::Nothing(why) => {
                self.left_out.note("Tag", why);
                let kind = name.split('=').next().unwrap_or_default().to_lowercase();
                if NAMES_ACTORS.iter().any(|word| kind.contains(word)) {
                    self.names.add(value(&name));
                }
            }
            _ => {}
        }
        Ok(said)
    }

    /// Clusters of galaxies: none is taken, and what actors are called in them is remembered while reading.
    fn clusters(&mut self, of: &Members) {
        for galaxy in list(of, "Galaxy").iter().filter_map(Value::as_object) {
            let kind = text(galaxy, "type").to_lowercase();
            let why = if names_somebody(&kind) {
                WhyLeftOut::Attributes
            } else {
                WhyLeftOut::NoPlace
            };
            for cluster in list(galaxy, "GalaxyCluster") {
                self.left_out.note("GalaxyCluster", why);
                if NAMES_ACTORS.iter().any(|word| kind.contains(word)) {
                    self.names.add_cluster(cluster);
                }
            }
        }
    }
}
