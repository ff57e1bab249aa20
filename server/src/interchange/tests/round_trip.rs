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

fn text(text: &str) -> Typed {
    Typed {
        text: text.to_owned(),
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

/// A filing that says what both formats can carry.
fn draft(note: Option<IndicatorNote>) -> Draft {
    let mut draft = flooded_archive(Audience::Public);
    let choices = |codes: &[&str]| Typed {
        choices: codes.iter().map(|code| (*code).to_owned()).collect(),
        ..Typed::default()
    };
    draft.answers.extend([
        (Field::NoticeKind, text("threat")),
        (Field::Exercise, text("exercise")),
        (Field::Type, text("phishing")),
        (Field::Severity, text("S4")),
        (Field::Status, text("contained")),
        (Field::Determination, text("confirmed")),
        (Field::Sectors, choices(&["energy", "digital-providers"])),
        (Field::ExternalImpact, choices(&["economic", "public-health"])),
        (
            Field::Started,
            Typed {
                month: "2".to_owned(),
                year: "2026".to_owned(),
                ..Typed::default()
            },
        ),
        (
            Field::Detected,
            Typed {
                day: "3".to_owned(),
                month: "3".to_owned(),
                year: "2026".to_owned(),
                ..Typed::default()
            },
        ),
    ]);
    draft.indicators = indicators(note);
    draft
}

/// The draft that a publication of this one makes, by way of a format.
fn round(draft: &Draft, format: Format) -> Draft {
    let incident = draft.complete(Instalment::Notification, TUESDAY).expect("complete");
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

fn says_the_same(fields: &[Field], before: &Draft, after: &Draft) {
    for field in fields {
        assert_eq!(after.typed(*field), before.typed(*field), "{}", field.id());
    }
    let answered: Vec<_> = after.answers.keys().filter(|field| !fields.contains(field)).collect();
    assert!(answered.is_empty(), "made up: {answered:?}");
}

const BOTH: [Field; 7] = [
    Field::NoticeKind,
    Field::Exercise,
    Field::Type,
    Field::Sectors,
    Field::Severity,
    Field::Determination,
    Field::Marking,
];

#[test]
fn a_publication_read_back_from_stix_says_the_same() {
    let before = draft(Some(IndicatorNote::MaliciousActivity));
    let after = round(&before, Format::Stix);
    says_the_same(
        &[&BOTH[..], &[Field::Started, Field::ExternalImpact]].concat(),
        &before,
        &after,
    );
    assert_eq!(after.indicators, before.indicators);
    assert_eq!(after.floor, Some(Tlp::Clear));
}

#[test]
fn a_publication_read_back_from_misp_says_the_same() {
    let before = draft(None);
    let mut after = round(&before, Format::Misp);
    says_the_same(&[&BOTH[..], &[Field::Detected]].concat(), &before, &after);
    // Every attribute of MISP has a category, whether anybody said one or not.
    after.indicators.iter_mut().for_each(|indicator| indicator.note = None);
    assert_eq!(after.indicators, before.indicators);
}

#[test]
fn the_day_of_publication_is_no_day_of_detection() {
    let mut undetected = draft(None);
    undetected.answers.remove(&Field::Detected);
    for format in [Format::Stix, Format::Misp] {
        assert!(round(&undetected, format).typed(Field::Detected).has_no_value());
    }
}
