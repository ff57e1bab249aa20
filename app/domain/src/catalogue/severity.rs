//! How grave an incident is: six levels of our own, so that different national scales can be laid side by side.
//!
//! A State gives its national scale's own label in its own words, and beside it one of `S5` (gravest) to `S0`. The
//! crosswalk to other scales is ours, and whoever shows it says so. It serves to read and write exchange formats. It
//! is not for comparing States.

use std::ops::RangeInclusive;

use super::{List, Provenance::Ours, plain};

/// The portal's severity levels, gravest first.
pub static SEVERITY: List = List {
    name: "severity",
    source: "Verbale; crosswalk to CISA NCISS, UK NCSC categories, STIX criticality, MISP threat level",
    provenance: Ours,
    codes: &plain(["S5", "S4", "S3", "S2", "S1", "S0"]),
};

/// One severity level and what it corresponds to elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub struct Level {
    /// Our code, `S5` to `S0`.
    pub id: &'static str,
    /// Levels of the US National Cyber Incident Scoring System, as in MISP's taxonomy `priority-level`, version 2
    /// (verified).
    pub nciss: &'static [&'static str],
    /// Category of the UK National Cyber Security Centre (C1, C2, C3, C6 verified; C4, C5 recalled).
    pub uk_ncsc: &'static str,
    /// Criticality in the STIX 2.1 Incident Core Extension, 1 to 100.
    pub stix_criticality: RangeInclusive<u8>,
    /// `threat_level_id` of the MISP core format: 1 high, 2 medium, 3 low. (4, undefined, is no level.)
    pub misp_threat_level: u8,
}

/// The crosswalk, gravest first.
pub static LEVELS: [Level; 6] = [
    Level {
        id: "S5",
        nciss: &["emergency"],
        uk_ncsc: "C1",
        stix_criticality: 90..=100,
        misp_threat_level: 1,
    },
    Level {
        id: "S4",
        nciss: &["severe"],
        uk_ncsc: "C2",
        stix_criticality: 70..=89,
        misp_threat_level: 1,
    },
    Level {
        id: "S3",
        nciss: &["high"],
        uk_ncsc: "C3",
        stix_criticality: 50..=69,
        misp_threat_level: 2,
    },
    Level {
        id: "S2",
        nciss: &["medium"],
        uk_ncsc: "C4",
        stix_criticality: 30..=49,
        misp_threat_level: 2,
    },
    Level {
        id: "S1",
        nciss: &["low"],
        uk_ncsc: "C5",
        stix_criticality: 10..=29,
        misp_threat_level: 3,
    },
    Level {
        id: "S0",
        nciss: &["baseline-minor", "baseline-negligible"],
        uk_ncsc: "C6",
        stix_criticality: 1..=9,
        misp_threat_level: 3,
    },
];

/// The level with our code `id`.
pub fn level(id: &str) -> Option<&'static Level> {
    LEVELS.iter().find(|level| level.id == id)
}

/// The levels a MISP `threat_level_id` may stand for, gravest first; none for 4 (undefined) and for anything else.
///
/// MISP has three steps where we have six, so there are two levels to a step. Which one it is, the State says: an
/// importer that chose would be grading somebody's incident.
pub fn from_misp_threat_level(threat_level: u8) -> impl Iterator<Item = &'static Level> {
    LEVELS
        .iter()
        .filter(move |level| level.misp_threat_level == threat_level)
}

/// The level of a MISP tag of the taxonomy `priority-level`: `priority-level:high` is S3.
pub fn from_priority_level_tag(tag: &str) -> Option<&'static Level> {
    let step = tag.strip_prefix("priority-level:")?;
    LEVELS.iter().find(|level| level.nciss.contains(&step))
}
