//! Cyber observables: what was seen. Of each kind, what of it helps others to look for the same.

use super::super::{
    members::{Members, str_of},
    reading::Reading,
    traces::kind_of_hash,
};
use domain::{
    draft::WhyLeftOut,
    indicator::{Indicator, IndicatorKind as K},
};
use serde_json::Value;

impl Reading {
    /// An observable: its traces, or why there are none. An address of a mailbox is taken where a message came from it;
    /// any other may be a victim's.
    pub(super) fn observable(&mut self, object: &Members, like: &Indicator, is_sender: bool) {
        let value = |name| str_of(object, name);
        match str_of(object, "type") {
            "ipv4-addr" => self.seen_as(K::Address, value("value"), "ipv4-addr", like),
            "ipv6-addr" => self.seen_as(K::Address, value("value"), "ipv6-addr", like),
            "domain-name" => self.seen_as(K::Domain, value("value"), "domain-name", like),
            "url" => self.seen_as(K::Url, value("value"), "url", like),
            "email-addr" if is_sender => self.seen_as(K::Email, value("value"), "email-addr", like),
            "email-addr" => self.left_out.note("email-addr", WhyLeftOut::Attributes),
            "mutex" => self.seen_as(K::Mutex, value("name"), "mutex", like),
            "windows-registry-key" => self.seen_as(K::RegistryKey, value("key"), "windows-registry-key", like),
            "file" => {
                self.hashes(object, "file", like, kind_of_hash);
                if object.contains_key("name") {
                    self.seen_as(K::FileName, value("name"), "file.name", like);
                }
            }
            "artifact" => self.hashes(object, "artifact", like, kind_of_hash),
            "x509-certificate" => self.hashes(object, "x509-certificate", like, |_| K::Other),
            "user-account" => self.left_out.note("user-account", WhyLeftOut::Attributes),
            "email-message" => self.left_out.note("email-message", WhyLeftOut::SourceProse),
            "autonomous-system" => self.left_out.note("autonomous-system", WhyLeftOut::NoPlace),
            "directory" => self.left_out.note("directory", WhyLeftOut::NoPlace),
            "mac-addr" => self.left_out.note("mac-addr", WhyLeftOut::NoPlace),
            "network-traffic" => self.left_out.note("network-traffic", WhyLeftOut::NoPlace),
            "process" => self.left_out.note("process", WhyLeftOut::NoPlace),
            "software" => self.left_out.note("software", WhyLeftOut::NoPlace),
            _ => self.left_out.note("observable", WhyLeftOut::NotUnderstood),
        }
    }

    fn seen_as(&mut self, kind: K, value: &str, called: &'static str, like: &Indicator) {
        if let Err(why) = self.trace(kind, value.trim(), like) {
            self.left_out.note(called, why);
        }
    }

    fn hashes(&mut self, object: &Members, called: &'static str, like: &Indicator, kind: impl Fn(&str) -> K) {
        let hashes = object.get("hashes").and_then(Value::as_object);
        for (algorithm, hash) in hashes.into_iter().flatten() {
            let taken = hash
                .as_str()
                .ok_or(WhyLeftOut::NotUnderstood)
                .and_then(|hash| self.trace(kind(algorithm), hash.trim(), like));
            if let Err(why) = taken {
                self.left_out.note(called, why);
            }
        }
    }
}
