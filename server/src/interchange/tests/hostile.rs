//! What nobody would send in earnest: it makes a draft or a reason, and never a panic.

use super::{EVENT, event, import};
use crate::interchange::Formats;
use app::portal::ports::Interchange;
use proptest::prelude::*;
use serde_json::{Value, json};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "(tlp|rsit|nis2|nato|misp-galaxy):[a-z-]{0,8}(=\"?[a-z]{0,8}\"?)?".prop_map(Value::from),
    ];
    let name = prop_oneof![
        "(Event|response|Attribute|Object|Tag|Galaxy|GalaxyCluster|name|type|value|info|date|category|to_ids|comment)",
        "(md5|domain|filename\\|md5|regkey|first_seen|deleted|meta|synonyms|threat_level_id)",
        ".{0,8}",
    ];
    leaf.prop_recursive(6, 200, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            proptest::collection::btree_map(name.clone(), inner, 0..8).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// Every place in a document.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, item)| places(item, &format!("{here}/{at}"), all)),
        Value::Object(members) => {
            let pointer = |name: &str| format!("{here}/{}", name.replace('~', "~0").replace('/', "~1"));
            members
                .iter()
                .for_each(|(name, value)| places(value, &pointer(name), all));
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn any_bytes_make_a_draft_or_a_reason(bytes in any::<Vec<u8>>()) {
        _ = Formats.import(&bytes);
    }

    #[test]
    fn any_json_makes_a_draft_or_a_reason(json in any_json()) {
        _ = import(&json.to_string());
        _ = import(&json!({ "Event": { "info": "Invented", "date": "2026-03-09", "Attribute": [json.clone()], "Tag": json } }).to_string());
    }

    #[test]
    fn an_event_with_anything_anywhere_makes_a_draft_or_a_reason(place: prop::sample::Index, json in any_json()) {
        let (mut event, mut all) = (event(), Vec::new());
        places(&event, "", &mut all);
        let place: &String = place.get(&all);
        *event.pointer_mut(place).expect("a place of this event") = json;
        _ = import(&event.to_string());
    }

    #[test]
    fn an_event_cut_or_damaged_makes_a_draft_or_a_reason(at: prop::sample::Index, byte: u8, length in 0usize..8) {
        let mut bytes = EVENT.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes.splice(at..(at + length).min(EVENT.len()), [byte]);
        _ = Formats.import(&bytes);
        bytes.truncate(at);
        _ = Formats.import(&bytes);
    }
}
