//! Our own extension and object, written by somebody else: what they say is judged like everything else in a file.

use super::{import, values};
use domain::{
    draft::{Draft, Typed},
    form::Field,
    marking::Tlp,
};
use serde_json::{Value, json};

/// An incident with this as our extension, beside an actor.
fn with(content: Value) -> Draft {
    let mut content = content;
    content["extension_type"] = json!("property-extension");
    let bundle = json!({ "type": "bundle", "id": "bundle--1", "objects": [
        { "type": "incident", "spec_version": "2.1", "id": "incident--1", "name": "Invented", "labels": ["priority-level:low"],
          "extensions": { "extension-definition--0b51ddae-459f-4248-9e42-f82d98b5850d": content } },
        { "type": "threat-actor", "spec_version": "2.1", "id": "threat-actor--1", "name": "Prim Toad" },
    ] });
    import(&bundle.to_string()).expect("imports")
}

fn answering(field: &str, answer: &Value) -> Draft {
    with(json!({ "answers": { field: answer } }))
}

fn given(value: &Value) -> Value {
    json!({ "answer": "given", "value": value })
}

fn is_listed(draft: &Draft, what: &str, why: &str) -> bool {
    let source = serde_json::to_value(draft.source.as_ref().expect("an import has one")).expect("serialisable");
    let all = source["left_out"].as_array().cloned().unwrap_or_default();
    all.iter().any(|one| one["what"] == what && one["why"] == why)
}

#[test]
#[rustfmt::skip]
fn what_the_form_would_refuse_is_not_understood() {
    for (field, answer) in [
        ("status", given(&json!({ "type": "code", "code": "Prim Toad" }))),
        ("status", given(&json!({ "type": "codes", "codes": ["ongoing"] }))),
        ("status", json!({ "answer": "none" })),
        ("status", json!({ "answer": "perhaps" })),
        ("status", json!(7)),
        ("status", json!({ "answer": "withheld", "reason": "Prim Toad" })),
        ("sectors", given(&json!({ "type": "codes", "codes": ["energy", "Prim Toad"] }))),
        ("sectors", given(&json!({ "type": "codes", "codes": [] }))),
        ("techniques", given(&json!({ "type": "codes", "codes": ["other"] }))),
        ("started", given(&json!({ "type": "moment", "from": "2026-13-01T00:00:00Z", "precision": "day" }))),
        ("started", given(&json!({ "type": "moment", "from": "2026-03-01T00:00:00Z", "precision": "Prim Toad" }))),
        ("affected-count", given(&json!({ "type": "count", "number": -1, "estimate": true }))),
        ("affected-count", given(&json!({ "type": "count", "number": 1e30, "estimate": true }))),
        ("title", given(&json!({ "type": "text", "text": "Prim Toad", "language": "en" }))),
        ("audience", given(&json!({ "type": "code", "code": "public" }))),
    ] {
        let draft = answering(field, &answer);
        let field_of_form = Field::from_id(field).expect("a field");
        assert_eq!(draft.typed(field_of_form), Typed::default(), "{field}: {answer}");
        assert!(is_listed(&draft, field, "not-understood"), "{field}: {answer}");
    }
    assert!(is_listed(
        &answering("Prim Toad", &json!({ "answer": "unknown" })),
        "answers",
        "not-understood"
    ));
    assert!(is_listed(
        &with(json!({ "kind": "Prim Toad" })),
        "notice-kind",
        "not-understood"
    ));
    assert!(is_listed(
        &with(json!({ "exercise": "yes" })),
        "exercise",
        "not-understood"
    ));
}

#[test]
fn it_is_believed_before_the_words_of_the_format_where_it_can_be() {
    let level = |answer: &Value| answering("severity", answer).typed(Field::Severity).text;
    assert_eq!(level(&given(&json!({ "type": "code", "code": "S4" }))), "S4");
    assert_eq!(level(&json!({ "answer": "unknown" })), "unknown");
    assert_eq!(level(&json!({ "answer": "left-blank" })), "");
    // The label of the incident counts where the extension says nothing that is understood.
    assert_eq!(level(&json!({ "answer": "perhaps" })), "S1");
}

#[test]
fn its_words_are_nobodys_answer_and_name_nobody() {
    let text = json!({ "type": "text", "text": "Prim Toad did it. We replaced the pump.", "language": "en" });
    let draft = answering("measures", &given(&text));
    assert!(draft.typed(Field::Measures).has_no_value());
    let passages = &draft.source.as_ref().expect("an import has one").passages;
    assert_eq!(
        (passages.len(), passages[0].text.as_str()),
        (1, "We replaced the pump.")
    );
    assert!(is_listed(&draft, "sentence", "attributes") && is_listed(&draft, "measures", "source-prose"));
    let other = json!({ "type": "codes", "codes": ["ddos", "other"], "other": "the Prim.Toad way" });
    let draft = answering("techniques", &given(&other));
    assert_eq!(draft.typed(Field::Techniques).choices, ["ddos", "other"]);
    assert!(draft.typed(Field::Techniques).other.is_empty());
    assert!(draft.source.expect("an import has one").passages.is_empty());
}

#[test]
fn its_marking_is_a_floor_like_any_other_and_its_traces_are_looked_at() {
    let draft = with(json!({ "marking": "TLP:RED", "indicators": [
        { "kind": "domain", "value": "found.example" },
        { "kind": "domain", "value": "prim-toad.example" },
        { "kind": "other", "value": "somebody did it" },
        { "kind": "md5", "value": "no hash" },
        { "kind": "Prim Toad", "value": "a.example" },
        { "kind": "domain", "value": "b.example", "more": 1 },
        7,
    ] }));
    assert_eq!((draft.floor, values(&draft)), (Some(Tlp::Red), vec!["found.example"]));
    assert!(is_listed(&draft, "indicators", "not-understood") && is_listed(&draft, "indicators", "source-prose"));
}

#[test]
fn two_of_them_that_disagree_leave_it_to_the_state() {
    let said = |value: &str| json!({ "object_relation": "status", "value": value, "Tag": [{ "name": "verbale:answer=\"given\"" }] });
    let object =
        |attributes: Value| json!({ "template_uuid": "cb437ab9-564c-5f9a-9e98-2b8443ff41fb", "Attribute": attributes });
    let event = |attributes| json!({ "info": "Invented", "date": "2026-03-09", "Object": [object(attributes)] });
    let draft = import(&event(json!([said("ongoing"), said("ongoing")])).to_string()).expect("imports");
    assert_eq!(draft.typed(Field::Status).text, "ongoing");
    let draft = import(&event(json!([said("ongoing"), said("contained")])).to_string()).expect("imports");
    assert!(draft.typed(Field::Status).has_no_value() && is_listed(&draft, "status", "said-twice"));
    for nonsense in [said("2026-0é"), json!({ "object_relation": 7 }), json!(7)] {
        let draft = import(&event(json!([nonsense])).to_string()).expect("imports");
        assert!(draft.typed(Field::Status).has_no_value());
    }
}
