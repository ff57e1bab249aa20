//! Each object of a bundle, by its type.

use super::{
    super::{
        export::stix::ANSWERS,
        members::{Members, list, str_of, text, texts},
        moments::{instant, moment},
        names::Names,
        reading::Reading,
    },
    about,
    bundle::{Bundle, is_observable, is_revoked, refs},
    incident::{IMPACT, INCIDENT},
    pattern,
};
use app::portal::ports::ImportError;
use domain::{
    draft::{Draft, WhyLeftOut},
    form::Field,
    ids::Timestamp,
    indicator::{Indicator, IndicatorKind, IndicatorNote},
};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// Types of object of which nothing is taken.
const NOT_TAKEN: [(&str, WhyLeftOut); 11] = [
    ("malware", WhyLeftOut::NoPlace),
    ("malware-analysis", WhyLeftOut::NoPlace),
    ("tool", WhyLeftOut::NoPlace),
    ("infrastructure", WhyLeftOut::NoPlace),
    ("location", WhyLeftOut::NoPlace),
    ("sighting", WhyLeftOut::NoPlace),
    ("task", WhyLeftOut::NoPlace),
    ("course-of-action", WhyLeftOut::SourceProse),
    ("note", WhyLeftOut::SourceProse),
    ("opinion", WhyLeftOut::SourceProse),
    ("language-content", WhyLeftOut::SourceProse),
];

/// Members with the source's words.
const PROSE: [&str; 3] = ["description", "abstract", "content"];

/// Extensions of which something is known: ours, those of the incident core, and TLP 2.0.
const EXTENSIONS: [&str; 6] = [
    ANSWERS,
    INCIDENT,
    IMPACT,
    "extension-definition--4ca6de00-5b0d-45ef-a1dc-ea7279ea910e",
    "extension-definition--2074a052-8be4-4932-849e-f5e7798e0030",
    "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d",
];

/// Categories of MISP that say who did it, or to whom, in bundles that were made from MISP events.
const ABOUT_SOMEBODY: [&str; 4] = ["Attribution", "Person", "Social network", "Targeting data"];

/// When something was first and last seen.
type Seen = (Option<Timestamp>, Option<Timestamp>);

/// What an object alone does not say.
struct Around<'a> {
    bundle: &'a Bundle<'a>,
    somebody: HashSet<&'a str>,
    authors: HashSet<&'a str>,
    senders: HashSet<&'a str>,
    seen: HashMap<&'a str, Seen>,
    has_incident: bool,
}

impl Bundle<'_> {
    /// The draft of this container, in which these names must not stand; of the whole bundle where it has none.
    ///
    /// # Errors
    /// Where something in it is classified, or there is too much.
    pub(crate) fn draft(&self, container: Option<usize>, mut names: Names) -> Result<Draft, ImportError> {
        let around = Around::in_bundle(self);
        // What something is attributed to is an actor, whatever else it is.
        let accused = around.somebody.iter().filter_map(|id| self.object(id));
        accused.for_each(|accused| names.add_somebody(accused));
        self.translations_of(&around.somebody)
            .for_each(|called| names.add_somebody(called));
        let mut reading = Reading::of_a_file_with(names);
        reading
            .left_out
            .note_all("object", WhyLeftOut::NotUnderstood, self.no_objects);
        let belonging = self.belonging_to(container);
        for object in belonging.into_iter().filter(|object| !is_revoked(object)) {
            reading.object_of(&around, object)?;
        }
        reading.into_draft("STIX 2.1", container.map(|at| self.title_of(at)).unwrap_or_default())
    }
}

impl<'a> Around<'a> {
    fn in_bundle(bundle: &'a Bundle<'a>) -> Self {
        let messages = bundle
            .objects
            .iter()
            .filter(|object| str_of(object, "type") == "email-message");
        let from = |name: &'static str| messages.clone().map(move |message| str_of(message, name));
        let written = bundle.objects.iter().map(|object| str_of(object, "created_by_ref"));
        Self {
            bundle,
            somebody: about::somebody(bundle),
            authors: written.collect(),
            senders: from("from_ref").chain(from("sender_ref")).collect(),
            seen: seen(bundle),
            has_incident: bundle.objects.iter().any(|object| str_of(object, "type") == "incident"),
        }
    }

    /// An indicator of which nothing is known but when this object was seen.
    fn like(&self, object: &Members) -> Indicator {
        let (first_seen, last_seen) = self.seen.get(str_of(object, "id")).copied().unwrap_or_default();
        Indicator {
            first_seen,
            last_seen,
            ..Indicator::new(IndicatorKind::Other, String::new())
        }
    }
}

/// When observed data, what is in it, and what is based on it or was sighted, was seen.
fn seen<'a>(bundle: &Bundle<'a>) -> HashMap<&'a str, Seen> {
    let mut seen: HashMap<&str, Seen> = HashMap::new();
    let mut widen = |id: &'a str, (first, last): Seen| {
        let known = seen.entry(id).or_default();
        known.0 = [known.0, first].into_iter().flatten().min();
        known.1 = known.1.max(last);
        *known
    };
    let at = |object: &Members, name| instant(str_of(object, name));
    for object in &bundle.objects {
        match str_of(object, "type") {
            "observed-data" => {
                let times = (at(object, "first_observed"), at(object, "last_observed"));
                widen(str_of(object, "id"), times);
                refs(object, "object_refs").for_each(|id| _ = widen(id, times));
            }
            "sighting" => {
                let times = (at(object, "first_seen"), at(object, "last_seen"));
                widen(str_of(object, "sighting_of_ref"), times);
            }
            _ => {}
        }
    }
    for object in &bundle.objects {
        if str_of(object, "relationship_type") == "based-on" {
            let times = widen(str_of(object, "target_ref"), Seen::default());
            widen(str_of(object, "source_ref"), times);
        }
    }
    seen
}

impl Reading {
    fn object_of(&mut self, around: &Around<'_>, object: &Members) -> Result<(), ImportError> {
        self.markings(around.bundle, object);
        let kind = str_of(object, "type");
        let tells = matches!(kind, "report" | "grouping" | "incident");
        for label in texts(object, "labels") {
            self.label("labels", label, tells)?;
        }
        if !is_observable(kind) && PROSE.iter().any(|name| object.contains_key(*name)) {
            self.left_out.note("description", WhyLeftOut::SourceProse);
        }
        self.of_others(object);
        if tells {
            self.passage(&format!("{kind}.description"), str_of(object, "description"));
        }
        if object.contains_key("external_references") && kind != "attack-pattern" && kind != "vulnerability" {
            self.left_out.note("external_references", WhyLeftOut::NoPlace);
        }
        match kind {
            // An incident says itself when it was.
            "report" if around.has_incident => {}
            "report" => self.published(object),
            "grouping" | "extension-definition" => {}
            "incident" => self.incident(object),
            "event" => self.event_of_incident(object),
            "impact" => self.impact(object),
            "identity" => {
                let is_author = around.authors.contains(str_of(object, "id"));
                self.identity(object, &around.somebody, is_author);
            }
            "relationship" => self.relationship(object, &around.somebody),
            "marking-definition" => self.marking_definition(object),
            "indicator" => self.indicator_of(around, object),
            "observed-data" => self.observed(around, object),
            "attack-pattern" => self.technique(object),
            "vulnerability" => self.vulnerability(object, &around.like(object)),
            _ if is_observable(kind) => {
                let is_sender = around.senders.contains(str_of(object, "id"));
                self.observable(object, &around.like(object), is_sender);
            }
            other => self.not_taken(other),
        }
        Ok(())
    }

    /// What programs add to the format: members and extensions of their own.
    fn of_others(&mut self, object: &Members) {
        let added = object.keys().filter(|name| name.starts_with("x_")).count();
        self.left_out.note_all("x_*", WhyLeftOut::NotUnderstood, added);
        let extensions = object.get("extensions").and_then(Value::as_object);
        let unknown = extensions.into_iter().flatten().filter(|(id, of)| {
            let is_known = EXTENSIONS.contains(&id.as_str()) && of.is_object();
            id.starts_with("extension-definition--") && !is_known
        });
        self.left_out
            .note_all("extensions", WhyLeftOut::NotUnderstood, unknown.count());
    }

    fn not_taken(&mut self, kind: &str) {
        match NOT_TAKEN.iter().find(|(known, _)| *known == kind) {
            Some((known, why)) => self.left_out.note(known, *why),
            None => match ["threat-actor", "intrusion-set", "campaign"]
                .into_iter()
                .find(|known| *known == kind)
            {
                Some(known) => self.left_out.note(known, WhyLeftOut::Attributes),
                None if about::is_actor(kind) => self.left_out.note("object", WhyLeftOut::Attributes),
                None => self.left_out.note("object", WhyLeftOut::NotUnderstood),
            },
        }
    }

    fn published(&mut self, report: &Members) {
        let written = text(report, "published");
        match moment(&written, "") {
            Some(moment) => self.happened(Field::Detected, moment, "report.published"),
            None if written.is_empty() => {}
            None => self.left_out.note("report.published", WhyLeftOut::NotUnderstood),
        }
    }

    /// An indicator: the values of a simple pattern, or the pattern as it is.
    fn indicator_of(&mut self, around: &Around<'_>, indicator: &Members) {
        let phases = list(indicator, "kill_chain_phases").iter().filter_map(Value::as_object);
        let of_misp = phases.filter(|phase| str_of(phase, "kill_chain_name") == "misp-category");
        let words: Vec<&str> = of_misp
            .map(|phase| str_of(phase, "phase_name"))
            .chain(texts(indicator, "indicator_types"))
            .collect();
        let why = if words.contains(&"benign") {
            Err(WhyLeftOut::NoPlace)
        } else if words.iter().any(|word| ABOUT_SOMEBODY.contains(word)) {
            Err(WhyLeftOut::Attributes)
        } else {
            let note = words.iter().find_map(|word| IndicatorNote::from_vocabulary(word));
            let like = around.like(indicator);
            self.pattern(indicator, &Indicator { note, ..like })
        };
        if let Err(why) = why {
            self.left_out.note("indicator", why);
        }
    }

    fn pattern(&mut self, indicator: &Members, like: &Indicator) -> Result<(), WhyLeftOut> {
        let pattern = str_of(indicator, "pattern").trim();
        let simple = match str_of(indicator, "pattern_type") {
            "stix" | "" => pattern::traces(pattern),
            _ => None,
        };
        match simple {
            Some(traces) => traces
                .iter()
                .try_for_each(|(kind, value)| self.trace(*kind, value, like)),
            None => self.trace(IndicatorKind::Pattern, pattern, like),
        }
    }

    /// Observed data refers to its observables; older bundles have them inside.
    fn observed(&mut self, around: &Around<'_>, observed: &Members) {
        let inside = observed.get("objects").and_then(Value::as_object);
        for object in inside
            .into_iter()
            .flat_map(|all| all.values())
            .filter_map(Value::as_object)
        {
            self.observable(object, &around.like(observed), false);
        }
    }
}
