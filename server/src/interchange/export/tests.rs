//! One publication with every kind of answer and every kind of hostile text, in every format.

mod talkative;

use super::{
    Exported, Format, Origin,
    archive::{Archive, Counted, Manifest},
    atom::{self, About},
    csv::Table,
    record::Record,
};
use atom_syndication::Feed;
use domain::{
    filing::Hash,
    ids::Timestamp,
    publication::{Publication, Standing},
    samples::TUESDAY,
    state::{State, StateCode, invented},
};
use serde_json::Value as Json;
use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
};
use talkative::{HOSTILE, talkative};
use uuid::Uuid;

/// The same, withdrawn the day after.
fn withdrawn() -> Publication {
    Publication {
        standing: Standing::Withdrawn {
            at: TUESDAY.plus_seconds(86_400),
        },
        ..talkative()
    }
}

fn valdoria() -> State {
    let valdoria = invented().into_iter().find(|state| state.code == StateCode::VALDORIA);
    valdoria.expect("one of the invented States")
}

/// Does something with a publication as it is exported.
fn with<T>(publication: &Publication, origin: &str, what: impl FnOnce(Exported<'_>) -> T) -> T {
    what(Exported {
        publication,
        state: &valdoria(),
        name: "Valdoria (invented State)",
        origin: &Origin::new(origin),
    })
}

const HERE: &str = "https://verbale.example";

fn written(publication: &Publication, format: Format) -> String {
    let bytes = with(publication, HERE, |exported| exported.to(format));
    String::from_utf8(bytes).expect("UTF-8")
}

fn feed(publications: &[Publication]) -> String {
    let about = About {
        title: "Publications <&>".to_owned(),
        rights: "CC BY 4.0".to_owned(),
        path: "/data/publications.atom".to_owned(),
    };
    let (state, origin) = (valdoria(), Origin::new(HERE));
    let exported: Vec<_> = publications
        .iter()
        .map(|publication| Exported {
            publication,
            state: &state,
            name: &state.name,
            origin: &origin,
        })
        .collect();
    String::from_utf8(atom::feed(&about, &origin, &exported, TUESDAY)).expect("UTF-8")
}

fn agrees(name: &str, text: &str) {
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn every_format_of_a_publication() {
    for format in Format::ALL {
        agrees(&format!("public.{}", format.suffix()), &written(&talkative(), format));
        agrees(
            &format!("withdrawn.{}", format.suffix()),
            &written(&withdrawn(), format),
        );
    }
    agrees("feed.atom", &feed(&[talkative(), withdrawn()]));
    let mut table = Table::begin();
    with(&talkative(), HERE, |exported| table.add(exported));
    with(&withdrawn(), HERE, |exported| table.add(exported));
    agrees("table.csv", &String::from_utf8(table.take()).expect("UTF-8"));
}

#[test]
fn of_a_withdrawn_publication_nothing_is_left_but_what_it_was_called() {
    for format in Format::ALL {
        let text = written(&withdrawn(), format) + &feed(&[withdrawn()]);
        for gone in [
            "cmd()",
            "192.0.2.7",
            "confirmed",
            "ddos",
            "energy",
            "notification",
            "second",
        ] {
            assert!(!text.contains(gone), "{format:?} still says {gone}");
        }
        assert!(text.contains("PUB-2026-0412") && text.contains("Valdoria") && text.contains("2026-03-"));
    }
}

/// Every string in a JSON text.
fn strings(json: &Json, found: &mut BTreeSet<String>) {
    match json {
        Json::String(text) => _ = found.insert(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Json::Object(members) => members.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

#[test]
fn six_answers_are_six_in_every_format() {
    const SIX: [&str; 6] = ["given", "none", "unknown", "withheld", "left-blank", "not-asked"];
    for format in [Format::Json, Format::Stix, Format::Misp] {
        let mut found = BTreeSet::new();
        let json: Json = serde_json::from_str(&written(&talkative(), format)).expect("JSON");
        strings(&json, &mut found);
        for word in SIX {
            let is_said = found.contains(word) || found.contains(&format!("verbale:answer=\"{word}\""));
            assert!(is_said, "{format:?} does not say {word}");
        }
    }
    let csv = written(&talkative(), Format::Csv);
    assert!(csv.ends_with("\"\r\n"), "RFC 4180, 2.1");
    for word in SIX {
        assert!(csv.contains(&format!("\"{word}\"")), "CSV does not say {word}");
    }
}

#[test]
fn json_reads_back_as_it_was_written() {
    let written = written(&talkative(), Format::Json);
    let record: Record = serde_json::from_str(&written).expect("of the schema");
    assert_eq!(with(&talkative(), HERE, Record::of), record);
    let content = record.content.expect("it is public");
    assert_eq!(
        (content.title.text.as_str(), content.summary.language.as_str()),
        (HOSTILE.trim_end(), "ar")
    );
}

#[test]
fn a_feed_reads_back_as_it_was_written() {
    let read = Feed::read_from(feed(&[talkative(), withdrawn()]).as_bytes()).expect("Atom");
    assert_eq!(read.entries[0].title.value, HOSTILE.trim_end());
    assert_eq!(read.entries[0].title.lang.as_deref(), Some("en"));
    assert_eq!(read.title.value, "Publications <&>");
    assert_eq!(read.updated, read.entries[1].updated, "the latest change");
}

fn ids(publication: &Publication, format: Format, origin: &str) -> BTreeSet<String> {
    let bytes = with(publication, origin, |exported| exported.to(format));
    let mut found = BTreeSet::new();
    strings(&serde_json::from_slice(&bytes).expect("JSON"), &mut found);
    let is_an_id = |text: &str| {
        text.get(text.len().saturating_sub(36)..)
            .is_some_and(|end| end.parse::<Uuid>().is_ok())
    };
    found.retain(|text| is_an_id(text));
    found
}

#[test]
fn ids_stay_what_they_are_and_are_nobody_else_s() {
    for format in [Format::Stix, Format::Misp] {
        let here = ids(&talkative(), format, HERE);
        assert_eq!(here, ids(&talkative(), format, HERE));
        let gone = ids(&withdrawn(), format, HERE);
        assert!(gone.is_subset(&here), "a withdrawal speaks of what was published");
        let there = ids(&talkative(), format, "https://other.example");
        let shared: Vec<_> = here.intersection(&there).collect();
        assert!(
            shared.len() <= 5,
            "markings, extensions and templates alone: {shared:?}"
        );
    }
}

#[test]
fn the_manifest_has_the_hash_of_every_file_in_the_archive() {
    let archive = || {
        let mut archive = Archive::begin(Cursor::new(Vec::new()));
        for name in ["one.ndjson", "two.csv"] {
            archive.file(name).expect("room");
            archive.add(name.as_bytes()).expect("room");
            archive.add(b"\nmore").expect("room");
        }
        archive
            .end(
                "everything.zip",
                Counted {
                    publications: 2,
                    reports: 0,
                    changed: Some(Timestamp::default()),
                },
            )
            .expect("room")
    };
    let (written, manifest) = archive();
    let bytes = written.into_inner();
    assert_eq!(&bytes, archive().0.get_ref(), "the same bytes each time");
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).expect("a ZIP");
    for file in &manifest.files {
        let mut held = Vec::new();
        zip.by_name(&file.name)
            .expect("it is there")
            .read_to_end(&mut held)
            .expect("whole");
        assert_eq!(
            (file.sha256.clone(), file.bytes),
            (Hash::of(&held).to_string(), held.len() as u64)
        );
    }
    let inner: Manifest = serde_json::from_reader(zip.by_name("manifest.json").expect("it is there")).expect("JSON");
    assert_eq!(inner.files, manifest.files);
    assert_eq!(manifest.archive.expect("itself").sha256, Hash::of(&bytes).to_string());
}

#[test]
fn a_file_s_name_says_what_and_how_in_one_spelling() {
    assert!(matches!(
        Format::of_file("PUB-2026-0412.stix.json"),
        Some((_, Format::Stix))
    ));
    for wrong in [
        "PUB-2026-412.json",
        "PUB-2026-0412",
        "PUB-2026-0412.JSON",
        "PUB-2026-0412.xml",
        ".json",
        "INC-XV-2026-0001.json",
    ] {
        assert!(Format::of_file(wrong).is_none(), "{wrong}");
    }
}
