//! What we publish can be read back: a publication in STIX and in MISP, imported again.

use super::import;
use crate::interchange::export::{Exported, Format, Origin};
use domain::{
    draft::{Draft, Typed},
    form::{Field, Instalment},
    ids::Timestamp,
    indicator::{Indicator, IndicatorKind, IndicatorNote},
    marking::{Audience, Tlp},
    publication::{Disclosure, Publication, Standing},
    samples::{TUESDAY, flooded_archive},
    state::{StateCode, invented},
};
use std::collections::BTreeMap;

fn text(text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
        ..Typed::default()
    }
}

fn cannot(why: &str) -> Typed {
    Typed {
        cannot: why.to_owned(),
        ..Typed::default()
    }
}

fn ticked(codes: &[&str], other: &str) -> Typed {
    Typed {
        choices: codes.iter().map(|code| (*code).to_owned()).collect(),
        other: other.to_owned(),
        ..Typed::default()
    }
}

fn at(parts: [&str; 4]) -> Typed {
    let [day, month, year, time] = parts.map(str::to_owned);
    Typed {
        day,
        month,
        year,
        time,
        ..Typed::default()
    }
}

fn indicators(note: Option<IndicatorNote>) -> Vec<Indicator> {
    let kinds = [
        (IndicatorKind::Address, "2001:db8::/32"),
        (IndicatorKind::Domain, "a.example"),
        (IndicatorKind::Url, "https://a.example/x'y?z=\\1"),
        (IndicatorKind::Email, "a@a.example"),
        (IndicatorKind::FileName, "a 'quoted' name.exe"),
        (IndicatorKind::Md5, "d41d8cd98f00b204e9800998ecf8427e"),
        (IndicatorKind::RegistryKey, "HKEY_LOCAL_MACHINE\\SOFTWARE\\A"),
        (IndicatorKind::Mutex, "Global\\a"),
        (IndicatorKind::Vulnerability, "CVE-2026-0001"),
    ];
    let seen = Timestamp::from_micros(TUESDAY.micros() - 86_400_000_000);
    kinds
        .map(|(kind, value)| Indicator {
            first_seen: Some(seen),
            last_seen: Some(TUESDAY),
            note: note.filter(|_| kind != IndicatorKind::Vulnerability),
            ..Indicator::new(kind, value.to_owned())
        })
        .into()
}

/// A filing that answers every field there is, and with each of the six answers.
fn draft(note: Option<IndicatorNote>) -> Draft {
    let mut draft = flooded_archive(Audience::Public);
    let mut prose = text("Keep a second pump.");
    "en".clone_into(&mut prose.language);
    draft.answers.extend([
        (Field::NoticeKind, text("threat")),
        (Field::Exercise, text("exercise")),
        (Field::BecameAware, at(["16", "3", "2026", "07"])),
        (Field::Detected, at(["3", "3", "2026", ""])),
        (Field::Started, at(["", "2", "2026", ""])),
        (Field::Status, text("contained")),
        (Field::Ended, at(["16", "3", "2026", "16:41:09"])),
        (Field::Recovered, at(["", "", "2026", ""])),
        (Field::Determination, text("confirmed")),
        (Field::Type, text("phishing")),
        (Field::Techniques, ticked(&["ddos", "other"], "pulling the plug")),
        (Field::RootCause, text("external-event")),
        (Field::Sectors, ticked(&["energy", "digital-providers"], "")),
        (Field::CriticalInfrastructure, text("unknown")),
        (Field::Severity, text("S4")),
        (Field::ExternalImpact, ticked(&["economic", "public-health"], "")),
        (Field::Measures, cannot("unknown")),
        (Field::Lessons, prose),
    ]);
    draft.indicators = indicators(note);
    draft
}

/// The draft that a publication of this one makes, by way of a format.
fn round(draft: &Draft, instalment: Instalment, format: Format) -> Draft {
    let incident = draft.complete(instalment, TUESDAY).expect("complete");
    let state = invented().into_iter().find(|state| state.code == StateCode::VALDORIA);
    let state = state.expect("one of the invented States");
    let publication = Publication {
        reference: "PUB-2026-0412".parse().expect("well formed"),
        state: state.code,
        published: TUESDAY,
        standing: Standing::Public(Box::new(Disclosure::of(&state.code, &incident))),
    };
    let exported = Exported {
        publication: &publication,
        state: &state,
        name: &state.name,
        origin: &Origin::new("https://verbale.example"),
    };
    let bytes = exported.to(format);
    import(str::from_utf8(&bytes).expect("UTF-8")).expect("imports")
}

/// The answers that come back: what everyone reads, save words and for whom they are.
fn read_by_everyone(before: &Draft) -> BTreeMap<Field, Typed> {
    let mut after = before.answers.clone();
    after.retain(|field, typed| *field != Field::Audience && (!field.is_free_text() || typed.has_no_value()));
    for typed in after.values_mut() {
        typed.other.clear();
        if !typed.held_back.is_empty() {
            *typed = cannot(&typed.held_back);
        }
    }
    after
}

#[test]
fn the_draft_answers_every_field() {
    let answers = draft(None).answers;
    assert_eq!(answers.keys().copied().collect::<Vec<_>>(), Field::ALL);
}

#[test]
fn a_publication_read_back_from_stix_says_the_same() {
    for note in [None].into_iter().chain(IndicatorNote::ALL.map(Some)) {
        let before = draft(note);
        let after = round(&before, Instalment::Final, Format::Stix);
        assert_eq!(after.answers, read_by_everyone(&before));
        assert_eq!(after.indicators, before.indicators);
        assert_eq!(after.floor, Some(Tlp::Clear));
    }
}

#[test]
fn a_publication_read_back_from_misp_says_the_same() {
    let before = draft(None);
    let mut after = round(&before, Instalment::Final, Format::Misp);
    assert_eq!(after.answers, read_by_everyone(&before));
    // Every attribute of MISP has a category, whether anybody said one or not.
    after.indicators.iter_mut().for_each(|indicator| indicator.note = None);
    assert_eq!(after.indicators, before.indicators);
}

#[test]
fn what_is_no_exercise_and_what_was_not_asked_come_back_as_that() {
    let mut before = draft(None);
    before.answers.insert(Field::Exercise, text("real"));
    before.answers.remove(&Field::Detected);
    for format in [Format::Stix, Format::Misp] {
        let after = round(&before, Instalment::Notification, format);
        let mut expected = read_by_everyone(&before);
        expected.retain(|field, _| !matches!(field, Field::RootCause));
        // An incident that is not over yet is not asked when it ended: not so here.
        expected.retain(|field, _| !matches!(field, Field::Ended | Field::Recovered));
        assert_eq!(after.answers, expected);
    }
}

#[test]
fn words_are_shown_and_answer_nothing() {
    let before = draft(None);
    for format in [Format::Stix, Format::Misp] {
        let source = round(&before, Instalment::Final, format)
            .source
            .expect("an import has one");
        let words: Vec<_> = source.passages.iter().map(|passage| passage.text.as_str()).collect();
        for field in [
            Field::Summary,
            Field::NationalReference,
            Field::NationalSeverity,
            Field::Lessons,
        ] {
            assert!(
                words.contains(&before.typed(field).text.as_str()),
                "{}: {words:?}",
                field.id()
            );
        }
        assert!(words.contains(&"pulling the plug"));
    }
}

#[test]
fn of_other_states_only_the_number_is_public_and_is_no_answer() {
    let mut before = draft(None);
    before.answers.insert(Field::StatesAffected, ticked(&["XM", "XN"], ""));
    for format in [Format::Stix, Format::Misp] {
        let after = round(&before, Instalment::Final, format);
        assert!(!after.answers.contains_key(&Field::StatesAffected));
        let left_out = after.source.expect("an import has one").left_out;
        assert!(left_out.iter().any(|one| one.what == "states-affected"), "{left_out:?}");
    }
}

#[test]
fn rules_come_back_and_what_is_of_no_known_kind_where_it_is_a_word() {
    let kinds = [
        (IndicatorKind::Pattern, "rule invented { condition: true }"),
        (IndicatorKind::Other, "AS64496"),
        (IndicatorKind::Other, "an invented browser"),
    ];
    let mut before = draft(None);
    before.indicators = kinds.map(|(kind, value)| Indicator::new(kind, value.to_owned())).into();
    for (format, back) in [(Format::Stix, 2), (Format::Misp, 1)] {
        let mut after = round(&before, Instalment::Final, format).indicators;
        for indicator in &mut after {
            indicator.note = None;
        }
        assert_eq!(after, before.indicators[..back]);
    }
}
