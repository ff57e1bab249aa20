//! A bundle, taken apart: its objects by id, its containers, and which objects belong to one of them.

use super::super::members::{Members, list, str_of, text, texts, title};
use app::portal::ports::ImportError;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The objects of a bundle. Of an object that is there in several versions, the latest counts.
#[derive(Debug)]
pub(crate) struct Bundle<'a> {
    pub(super) objects: Vec<&'a Members>,
    by_id: HashMap<&'a str, usize>,
    /// How many things stood in the list that are no objects.
    pub(super) no_objects: usize,
}

/// Observables need not say which version of the format they are of.
#[rustfmt::skip]
const OBSERVABLES: [&str; 18] = [
    "artifact", "autonomous-system", "directory", "domain-name", "email-addr", "email-message", "file", "ipv4-addr",
    "ipv6-addr", "mac-addr", "mutex", "network-traffic", "process", "software", "url", "user-account",
    "windows-registry-key", "x509-certificate",
];

/// Whether an object of this type is an observable.
pub(super) fn is_observable(kind: &str) -> bool {
    OBSERVABLES.contains(&kind)
}

impl<'a> Bundle<'a> {
    /// The bundle this is; `None` where it is none at all. What a TAXII server answers (`{"objects": […]}`), a bare list
    /// of objects and a single object are read as well.
    ///
    /// # Errors
    /// Where it is empty, or of another version.
    pub(crate) fn of(json: &'a Value) -> Result<Option<Self>, ImportError> {
        let listed = match json {
            Value::Object(members) if str_of(members, "type") == "bundle" || members.contains_key("objects") => {
                list(members, "objects")
            }
            Value::Array(items) if items.iter().any(is_object) => items,
            single if is_object(single) => std::slice::from_ref(single),
            _ => return Ok(None),
        };
        let envelope = json.as_object().map_or("", |members| str_of(members, "spec_version"));
        let objects: Vec<&Members> = listed.iter().filter_map(Value::as_object).collect();
        if !is_version(envelope) || !are_of_this_version(&objects) {
            return Err(ImportError::WrongVersion);
        }
        if objects.is_empty() {
            return Err(if listed.is_empty() {
                ImportError::Empty
            } else {
                ImportError::NotKnown
            });
        }
        if objects.iter().all(|object| is_revoked(object)) {
            // Its source took all of it back.
            return Err(ImportError::Empty);
        }
        let no_objects = listed.len() - objects.len();
        Ok(Some(Self::with(objects, no_objects)))
    }

    fn with(all: Vec<&'a Members>, no_objects: usize) -> Self {
        let (mut objects, mut by_id): (Vec<&Members>, HashMap<&str, usize>) = (Vec::new(), HashMap::new());
        for object in all {
            let id = str_of(object, "id");
            match by_id.get(id) {
                Some(known) if str_of(object, "modified") > str_of(objects[*known], "modified") => {
                    objects[*known] = object;
                }
                Some(_) => {}
                None => {
                    if !id.is_empty() {
                        by_id.insert(id, objects.len());
                    }
                    objects.push(object);
                }
            }
        }
        Self {
            objects,
            by_id,
            no_objects,
        }
    }

    /// The object of this id.
    pub(super) fn object(&self, id: &str) -> Option<&'a Members> {
        self.by_id.get(id).map(|at| self.objects[*at])
    }

    /// What tells of one event each: reports and groupings, or else incidents. None where the bundle has neither.
    pub(crate) fn containers(&self) -> Vec<usize> {
        let of = |kinds: &[&str]| -> Vec<usize> {
            let standing = |object: &&Members| kinds.contains(&str_of(object, "type")) && !is_revoked(object);
            let found = self.objects.iter().enumerate().filter(|(_, object)| standing(object));
            found.map(|(at, _)| at).collect()
        };
        let containers = of(&["report", "grouping"]);
        if containers.is_empty() {
            of(&["incident"])
        } else {
            containers
        }
    }

    /// What a container is called at its source.
    pub(crate) fn title_of(&self, container: usize) -> String {
        title(self.objects[container], "name")
    }

    /// The objects that belong to this container: all of them where it is the only one or there is none; otherwise it,
    /// what it refers to, what that refers to, and what is said between two of those.
    pub(super) fn belonging_to(&self, container: Option<usize>) -> Vec<&'a Members> {
        let Some(container) = container.filter(|_| self.containers().len() > 1) else {
            return self.objects.clone();
        };
        let mut inside = HashSet::from([container]);
        let mut waiting = vec![container];
        if str_of(self.objects[container], "type") == "incident" {
            waiting.extend(
                self.tied_to(container)
                    .filter(|at| inside.insert(*at))
                    .collect::<Vec<_>>(),
            );
        }
        while let Some(at) = waiting.pop() {
            let ids = references(self.objects[at]);
            waiting.extend(
                ids.filter_map(|id| self.by_id.get(id).copied())
                    .filter(|at| inside.insert(*at)),
            );
        }
        let is_between = |object: &Members| {
            let ends = ["source_ref", "target_ref", "sighting_of_ref"].map(|name| str_of(object, name));
            let mut ends = ends.iter().filter(|id| !id.is_empty()).peekable();
            ends.peek().is_some() && ends.all(|id| self.by_id.get(*id).is_some_and(|at| inside.contains(at)))
        };
        let belongs = |(at, object): &(usize, &&'a Members)| inside.contains(at) || is_between(object);
        self.objects
            .iter()
            .enumerate()
            .filter(belongs)
            .map(|(_, object)| *object)
            .collect()
    }

    /// What a relationship ties to this object, save other containers.
    fn tied_to(&self, at: usize) -> impl Iterator<Item = usize> {
        let (id, others) = (str_of(self.objects[at], "id"), self.containers());
        let ends = self.objects.iter().filter_map(move |object| {
            match (str_of(object, "source_ref"), str_of(object, "target_ref")) {
                (source, target) if source == id => Some(target),
                (source, target) if target == id => Some(source),
                _ => None,
            }
        });
        ends.filter_map(|id| self.by_id.get(id).copied())
            .filter(move |at| !others.contains(at))
    }
}

/// Whether its source took it back.
pub(super) fn is_revoked(object: &Members) -> bool {
    object.get("revoked") == Some(&Value::Bool(true))
}

/// The ids an object refers to, save who made it, how it is marked, and other containers it may speak of.
fn references(object: &Members) -> impl Iterator<Item = &str> {
    let nested = object.get("extensions").and_then(Value::as_object);
    let nested = nested
        .into_iter()
        .flat_map(|all| all.values().filter_map(Value::as_object));
    std::iter::once(object).chain(nested).flat_map(|of| {
        let named = of
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "created_by_ref" | "object_marking_refs"));
        named.flat_map(|(name, value)| match value {
            Value::String(id) if name.ends_with("_ref") => vec![id.as_str()],
            Value::Array(ids) if name.ends_with("_refs") => ids.iter().filter_map(Value::as_str).collect(),
            // The core extension lists events with a word about each.
            Value::Array(items) => items
                .iter()
                .filter_map(Value::as_object)
                .map(|item| str_of(item, "event_ref"))
                .collect(),
            _ => Vec::new(),
        })
    })
}

fn is_object(json: &Value) -> bool {
    json.as_object().is_some_and(|members| {
        let kind = str_of(members, "type");
        !kind.is_empty()
            && str_of(members, "id")
                .strip_prefix(kind)
                .is_some_and(|rest| rest.starts_with("--"))
    })
}

fn is_version(written: &str) -> bool {
    matches!(written, "" | "2.1")
}

/// An object that says no version is of 2.0 (STIX 2.1, 3.2), save observables and markings; one such among others of 2.1
/// is somebody's slip, all of them make a bundle of 2.0.
fn are_of_this_version(objects: &[&Members]) -> bool {
    let versions: Vec<String> = objects.iter().map(|object| text(object, "spec_version")).collect();
    let needs_one = |object: &&&Members| {
        let kind = str_of(object, "type");
        !is_observable(kind) && kind != "marking-definition" && !kind.is_empty()
    };
    let none_needed = !objects.iter().any(|object| needs_one(&object));
    versions.iter().all(|version| is_version(version))
        && (none_needed || versions.iter().any(|version| version == "2.1"))
}

/// The ids in a list of references.
pub(super) fn refs<'a>(object: &'a Members, name: &str) -> impl Iterator<Item = &'a str> {
    texts(object, name)
}
