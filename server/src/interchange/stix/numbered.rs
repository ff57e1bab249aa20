//! Objects that have a number in somebody's catalogue: techniques and vulnerabilities. The number says what they are; their
//! names are the source's.

use super::super::{
    labels::technique_of_attack,
    members::{Members, list, str_of},
    reading::Reading,
};
use domain::{
    draft::WhyLeftOut,
    form::Field,
    indicator::{Indicator, IndicatorKind},
};
use serde_json::Value;

/// Attacks of CAPEC (MITRE) that are social engineering: phishing, by whatever way.
const PHISHING: [&str; 3] = ["CAPEC-98", "CAPEC-163", "CAPEC-164"];

impl Reading {
    /// A technique the form has too, by the ids it has in catalogues; its name is the source's.
    pub(super) fn technique(&mut self, technique: &Members) {
        let ids = external_ids(technique);
        let known = ids.into_iter().find_map(|(catalogue, id)| match catalogue {
            "capec" if PHISHING.contains(&id) => Some("social-engineering"),
            of if of.starts_with("mitre") => technique_of_attack(id),
            _ => None,
        });
        match known {
            Some(code) => self.says(Field::Techniques, code, "attack-pattern"),
            None => self.left_out.note("attack-pattern", WhyLeftOut::NoPlace),
        }
    }

    /// A vulnerability by its number; one that only has a name is left out.
    pub(super) fn vulnerability(&mut self, vulnerability: &Members, like: &Indicator) {
        let numbered = external_ids(vulnerability).into_iter().map(|(_, id)| id);
        let number = numbered.chain([str_of(vulnerability, "name")]).find(|id| is_number(id));
        match number {
            Some(id) => {
                if let Err(why) = self.trace(IndicatorKind::Vulnerability, id, like) {
                    self.left_out.note("vulnerability", why);
                }
            }
            None => self.left_out.note("vulnerability", WhyLeftOut::NoPlace),
        }
    }
}

/// The numbers an object has in catalogues, with whose catalogue it is.
fn external_ids(object: &Members) -> Vec<(&str, &str)> {
    let references = list(object, "external_references").iter().filter_map(Value::as_object);
    references
        .map(|of| (str_of(of, "source_name"), str_of(of, "external_id")))
        .collect()
}

/// Whether it is built like the numbers of catalogues (`CVE-2026-1234`), and not like a name.
fn is_number(id: &str) -> bool {
    let is_plain = id.len() <= 40 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_plain && id.contains('-') && id.bytes().any(|byte| byte.is_ascii_digit())
}
