//! What is typed into the form: something in every field that carries text.

use domain::{
    draft::Typed,
    form::{Field, Instalment, Section},
    marking::Audience,
    samples::flooded_archive,
};
use std::collections::BTreeMap;

/// One page of the filing with this letter, as it is posted.
pub fn page(page: Section, filing: &str, audience: Audience) -> BTreeMap<String, Typed> {
    let fields = page.fields(Instalment::Notification);
    fields
        .map(|field| (field.id().to_owned(), typed(field, filing, audience)))
        .collect()
}

/// A field of it. Some are held back.
fn typed(field: Field, filing: &str, audience: Audience) -> Typed {
    let before = flooded_archive(audience).typed(field);
    let canary = |what: &str| format!("canary-{what}-{filing}");
    let line = |what: &str| Typed {
        text: canary(what),
        language: before.language.clone(),
        ..Typed::default()
    };
    let other = |what: &str| Typed {
        choices: vec!["other".to_owned()],
        other: canary(what),
        ..Typed::default()
    };
    match field {
        Field::Title => line("title"),
        Field::Summary => line("summary"),
        Field::Measures => line("measures"),
        Field::NationalSeverity => line("severity"),
        Field::NationalReference => Typed {
            held_back: "security".to_owned(),
            ..line("reference")
        },
        Field::Techniques => other("techniques"),
        Field::Sectors => Typed {
            held_back: "third-party".to_owned(),
            ..other("sectors")
        },
        Field::OthersInformed => Typed {
            choices: vec!["csirt".to_owned()],
            ..other("unticked")
        },
        Field::AffectedCount if filing == "a" => Typed {
            text: "777000777".to_owned(),
            held_back: "security".to_owned(),
            ..Typed::default()
        },
        Field::StatesAffected if filing == "a" => Typed {
            choices: vec!["XN".to_owned()],
            ..Typed::default()
        },
        Field::Marking => Typed {
            text: marking(audience).to_owned(),
            ..Typed::default()
        },
        _ => before,
    }
}

fn marking(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "clear",
        Audience::ParticipatingStates => "green",
        Audience::Secretariat => "red",
    }
}

/// The file it is made from: a title, a trace, and what is to be left out.
pub fn event(filing: &str) -> String {
    format!(
        r#"{{"Event":{{
            "uuid":"00000000-0000-4000-8000-000000000901","date":"2026-03-09","info":"canary-source-{filing}",
            "Tag":[{{"name":"misp-galaxy:threat-actor=\"canary-actor-{filing}\""}}],
            "Attribute":[
                {{"type":"domain","category":"Network activity","to_ids":true,
                  "value":"canary-indicator-{filing}.example","comment":"canary-comment-{filing}"}},
                {{"type":"threat-actor","category":"Attribution","value":"canary-actor-{filing}"}}
            ],
            "EventReport":[{{"name":"","content":"canary-prose-{filing} was seen. It was canary-actor-{filing}."}}]
            }}}}"#
    )
}
