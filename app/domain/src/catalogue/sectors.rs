//! The sectors that may be affected: the eighteen of NIS2, Annexes I and II, and "other", which asks for its own words.

use super::{Code, List, Provenance::Verified, machine_tag, plain};

/// The sectors an incident affected, in the order of NIS2's annexes. Several may apply. `other` is ours and has no tag.
pub static SECTORS: List = List {
    name: "sectors",
    source: "Directive (EU) 2022/2555 (NIS2), Annexes I and II; MISP taxonomy nis2, version 5",
    provenance: Verified,
    codes: &plain([
        "energy",
        "transport",
        "banking",
        "financial",
        "health",
        "drinking-water",
        "waste-water",
        "digital-infrastructure",
        "ict-services",
        "public-administration",
        "space",
        "courier",
        "waste-management",
        "chemical",
        "food",
        "manufacturing",
        "digital-providers",
        "research",
        OTHER,
    ]),
};

const OTHER: &str = "other";
const PREDICATE: &str = "impact-sectors-impacted";

/// The MISP machine tag of a sector: `nis2:impact-sectors-impacted="energy"`. None for `other` and for what is no
/// sector.
pub fn sector_tag(sector: &str) -> Option<String> {
    let code = SECTORS.code(sector).filter(|code| code.id != OTHER)?;
    Some(format!(r#"nis2:{PREDICATE}="{}""#, code.id))
}

/// The sector a MISP machine tag names.
pub fn sector_from_tag(tag: &str) -> Option<&'static Code> {
    let (predicate, sector) = machine_tag(tag, "nis2")?;
    SECTORS
        .code(sector)
        .filter(|code| predicate == PREDICATE && code.id != OTHER)
}
