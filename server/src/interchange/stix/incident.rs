//! The incident object with its core extension (OASIS, incident core extension, draft of version 2): what of it the form
//! asks too.

use super::super::{
    export::stix::ANSWERS,
    members::{Members, list, str_of, text},
    moments::moment,
    reading::Reading,
};
use domain::{
    catalogue::{DETERMINATION, EXTERNAL_IMPACT, LEVELS},
    draft::WhyLeftOut,
    form::Field,
};
use serde_json::Value;

/// The core extension of `incident`.
pub(super) const INCIDENT: &str = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";
/// That of `impact`.
pub(super) const IMPACT: &str = "extension-definition--7cc33dd6-f6a1-489b-98ea-522d351d71b9";

/// Members of the extension that the form has no place for, or that are prose.
const NOT_TAKEN: [(&str, WhyLeftOut); 8] = [
    ("attacker_activity", WhyLeftOut::Attributes),
    ("blocked", WhyLeftOut::NoPlace),
    ("detection_methods", WhyLeftOut::NoPlace),
    ("incident_types", WhyLeftOut::NoPlace),
    ("investigation_status", WhyLeftOut::NoPlace),
    ("recoverability", WhyLeftOut::NoPlace),
    ("scores", WhyLeftOut::NoPlace),
    ("tasks", WhyLeftOut::NoPlace),
];

impl Reading {
    /// What an incident says of itself.
    pub(super) fn incident(&mut self, incident: &Members) {
        self.says_at_least(Field::NoticeKind, "incident", "incident");
        let extension = |id| incident.get("extensions")?.get(id)?.as_object();
        if let Some(content) = extension(ANSWERS) {
            self.content(content);
            self.left_out.note("instalment", WhyLeftOut::NoPlace);
        }
        if let Some(core) = extension(INCIDENT) {
            self.core(core);
        }
    }

    /// Its core extension.
    fn core(&mut self, core: &Members) {
        let determination = text(core, "determination");
        match DETERMINATION.code(&determination) {
            Some(code) => self.says(Field::Determination, code.id, "incident.determination"),
            None if determination.is_empty() => {}
            None => self.left_out.note("incident.determination", WhyLeftOut::NotUnderstood),
        }
        self.criticality(core);
        self.counted(core);
        for (name, why) in NOT_TAKEN {
            if core.contains_key(name) {
                self.left_out.note(name, why);
            }
        }
    }

    fn criticality(&mut self, core: &Members) {
        let Some(criticality) = core.get("criticality").and_then(Value::as_u64) else {
            return;
        };
        let is_of = |criticality: u64| u8::try_from(criticality).ok();
        let level = is_of(criticality).and_then(|of| LEVELS.iter().find(|level| level.stix_criticality.contains(&of)));
        match level {
            Some(level) => self.says(Field::Severity, level.id, "incident.criticality"),
            None => self.left_out.note("incident.criticality", WhyLeftOut::NotUnderstood),
        }
    }

    /// How many were affected, where it says so of one kind only: people and systems are not one number.
    fn counted(&mut self, core: &Members) {
        let Some(counts) = core.get("impacted_entity_counts").and_then(Value::as_object) else {
            return;
        };
        match counts.values().map(Value::as_u64).collect::<Vec<_>>()[..] {
            [Some(number)] => self.counts(Field::AffectedCount, number, "incident.impacted_entity_counts"),
            _ => self
                .left_out
                .note("incident.impacted_entity_counts", WhyLeftOut::NoPlace),
        }
    }

    /// An event of the extension: when it began.
    pub(super) fn event_of_incident(&mut self, event: &Members) {
        let written = text(event, "start_time");
        match moment(&written, str_of(event, "start_time_fidelity")) {
            Some(moment) => self.happened(Field::Started, moment, "event.start_time"),
            None if written.is_empty() => {}
            None => self.left_out.note("event.start_time", WhyLeftOut::NotUnderstood),
        }
    }

    /// An impact of the extension: what it threatened beyond systems.
    pub(super) fn impact(&mut self, impact: &Members) {
        let said = impact.get("extensions").and_then(Value::as_object);
        let said = said
            .into_iter()
            .flat_map(|all| all.iter().filter(|(id, _)| *id != IMPACT));
        let external: Vec<_> = said
            .filter_map(|(_, of)| EXTERNAL_IMPACT.code(of.get("impact_type")?.as_str()?))
            .collect();
        for code in &external {
            self.says(Field::ExternalImpact, code.id, "impact.impact_type");
        }
        if external.is_empty() {
            self.left_out.note("impact", WhyLeftOut::NoPlace);
        }
        if !list(impact, "impacted_refs").is_empty() {
            self.left_out.note("impact.impacted_refs", WhyLeftOut::NoPlace);
        }
    }
}
