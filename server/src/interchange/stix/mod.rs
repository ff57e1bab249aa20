//! A STIX 2.1 bundle, as a draft (OASIS Standard, June 2021).
//!
//! | in the bundle | in the draft |
//! |---|---|
//! | `incident` | kind: incident |
//! | its core extension: `determination`, `criticality`, `impacted_entity_counts` | determination, severity, how many were affected |
//! | `event` objects of that extension: earliest `start_time`, with its fidelity | started |
//! | `impact` objects of that extension: external impact | external impact |
//! | `report.published`, where there is no incident | detected |
//! | markings of objects and of parts of them, TLP 1 and 2 | marking: the strictest; TLP 1's white is clear |
//! | labels of report, grouping and incident that are machine tags | type, sectors, severity, exercise |
//! | sectors of organisations that wrote nothing in the bundle | sectors |
//! | `attack-pattern` with an id of ATT&CK or CAPEC | techniques, where the form has one that is the same |
//! | `indicator`, cyber observables, `vulnerability` | indicators |
//! | our own extension of an incident | [every answer](super::answers), before all the others |
//! | `description` of report, grouping and incident | the source's own words, for the drafter |
//!
//! What it does not say stays unanswered. `report.published` fills in when the incident was *detected*, as the day of an
//! event does in MISP: by then it was, and the bundle has no better word. The moments of `observed-data` and `sighting`
//! are those of its traces and go with them; they do not say when an incident began.
//!
//! Of who did it (`threat-actor`, `intrusion-set`, `campaign`, persons, what is attributed to whom) nothing is taken. A
//! bundle with several reports or groupings is one of which somebody has to choose; then only what that container
//! refers to is read, and what those objects refer to in turn. Names of actors are looked for in the whole bundle.

mod about;
mod bundle;
mod incident;
mod markings;
mod numbered;
mod object;
mod observable;
mod pattern;

pub(super) use bundle::Bundle;
