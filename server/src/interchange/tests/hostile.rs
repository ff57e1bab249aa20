//! What nobody would send in earnest: it makes a draft or a reason, and never a panic.

use super::{Formats, file, json_of, mutations::places};
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
        "(objects|object_refs|id|spec_version|pattern|extensions|labels|hashes|aliases|created_by_ref|revoked)",
        ".{0,8}",
    ];
    leaf.prop_recursive(6, 200, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            proptest::collection::btree_map(name.clone(), inner, 0..8).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

fn try_import(json: &Value) {
    _ = Formats.import(json.to_string().as_bytes(), None);
}

proptest! {
    #[test]
    fn any_bytes_make_a_draft_or_a_reason(bytes in any::<Vec<u8>>()) {
        _ = Formats.import(&bytes, None);
    }

    #[test]
    fn any_json_makes_a_draft_or_a_reason(json in any_json()) {
        try_import(&json);
        try_import(&json!({ "Event": { "info": "Invented", "date": "2026-03-09", "Attribute": [json.clone()], "Tag": json.clone() } }));
        try_import(&json!({ "type": "bundle", "objects": [{ "type": "report", "spec_version": "2.1", "object_refs": json.clone() }, json] }));
    }

    #[test]
    fn a_file_with_anything_anywhere_makes_a_draft_or_a_reason(which in 0usize..2, place: prop::sample::Index, json in any_json()) {
        let (mut changed, mut all) = (json_of(["misp-event", "stix-report"][which]), Vec::new());
        places(&changed, "", &mut all);
        let place: &String = place.get(&all);
        *changed.pointer_mut(place).expect("a place of this file") = json;
        try_import(&changed);
    }

    #[test]
    fn a_file_cut_or_damaged_makes_a_draft_or_a_reason(at: prop::sample::Index, byte: u8, length in 0usize..8) {
        let mut bytes = file("stix-report").as_bytes().to_vec();
        let (at, end) = (at.index(bytes.len()), bytes.len());
        bytes.splice(at..(at + length).min(end), [byte]);
        _ = Formats.import(&bytes, None);
        bytes.truncate(at);
        _ = Formats.import(&bytes, None);
    }

    #[test]
    fn any_pattern_is_read(pattern in "[\\[\\]() ']{0,4}(file:name|ipv4-addr:value|x)? ?(=|IN|OR|ISSUBSET)? ?('[a-z\\\\é']{0,5}|\\()?.{0,12}") {
        try_import(&json!({ "objects": [{ "type": "indicator", "spec_version": "2.1", "pattern": pattern, "pattern_type": "stix" }] }));
    }
}
