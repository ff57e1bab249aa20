//! Reading members of JSON objects that may be anything.

use serde_json::{Map, Value};

/// The members of a JSON object.
pub(super) type Members = Map<String, Value>;

/// The longest title of a source that is kept. MISP's own limit is 256.
const TITLE: usize = 256;

/// A member's text, trimmed; a number as its digits, since MISP writes numbers both ways.
pub(super) fn text(members: &Members, name: &str) -> String {
    match members.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A member's text as it stands; empty where it is none.
pub(super) fn str_of<'a>(members: &'a Members, name: &str) -> &'a str {
    members.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A member's items. One thing where a list should stand is a list of it: what it says, of markings above all, counts.
pub(super) fn list<'a>(members: &'a Members, name: &str) -> &'a [Value] {
    match members.get(name) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// The texts of a member that is a list of them.
pub(super) fn texts<'a>(members: &'a Members, name: &str) -> impl Iterator<Item = &'a str> {
    list(members, name).iter().filter_map(Value::as_str)
}

/// What a member says on a question of yes or no, which MISP writes as a boolean, a number or a string.
pub(super) fn yes(members: &Members, name: &str) -> Option<bool> {
    match members.get(name)? {
        Value::Bool(yes) => Some(*yes),
        Value::String(text) => Some(matches!(text.as_str(), "1" | "true")),
        Value::Number(number) => Some(number.as_u64() == Some(1)),
        _ => None,
    }
}

/// The source's own title, for the drafter alone: one line of what can be shown.
pub(super) fn title(members: &Members, name: &str) -> String {
    text(members, name)
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(TITLE)
        .collect()
}
