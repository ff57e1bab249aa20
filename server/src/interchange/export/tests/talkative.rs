//! A publication that says everything there is to say.

use domain::{
    answer::{Count, Fidelity, Moment, Text, Value},
    form::{Field, Instalment},
    indicator::{Indicator, IndicatorKind, IndicatorNote},
    marking::{Audience, Reason, Tlp},
    publication::{Disclosed, Disclosure, Publication, Standing, Traces},
    samples::TUESDAY,
    state::StateCode,
};
use std::collections::BTreeMap;

/// What breaks CSV, XML, JSON, HTML, STIX patterns and the eye.
pub const HOSTILE: &str = "=cmd()|'/C calc'!A0 \"quoted\", ]]> <script>&amp; \u{202E}gnp.exe 🛰 \\' ";

fn text(text: &str, language: &str) -> Text {
    Text {
        text: text.to_owned(),
        language: language.to_owned(),
    }
}

fn choice(code: &str) -> Disclosed {
    Disclosed::Given(Value::Choice(code.to_owned()))
}

fn choices(codes: &[&str], other: Option<&str>) -> Disclosed {
    Disclosed::Given(Value::Choices {
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        other: other.map(str::to_owned),
    })
}

fn moment(fidelity: Fidelity) -> Disclosed {
    Disclosed::Given(Value::Moment(Moment {
        from: TUESDAY,
        fidelity,
    }))
}

const MANY: Count = Count {
    number: 12_000,
    estimate: true,
};

fn answers() -> BTreeMap<Field, Disclosed> {
    let all = Field::ALL.into_iter().filter(|field| !field.needs_value());
    let mut answers: BTreeMap<_, _> = all.map(|field| (field, Disclosed::NotAsked)).collect();
    let line = Disclosed::Given(Value::Line("@SUM(A1:A9)".to_owned()));
    let measures = Disclosed::Given(Value::Text(text("إجراءات\r\nsecond line", "ar")));
    answers.extend([
        (Field::NationalReference, line),
        (Field::BecameAware, moment(Fidelity::Minute)),
        (Field::Detected, moment(Fidelity::Day)),
        (Field::Started, moment(Fidelity::Month)),
        (Field::Status, choice("contained")),
        (Field::Ended, Disclosed::LeftBlank),
        (Field::Determination, choice("confirmed")),
        (Field::Type, choice("ddos")),
        (Field::Techniques, choices(&["ddos", "other"], Some("-1+1, \"so\""))),
        (Field::SuspectedMalicious, Disclosed::Unknown),
        (Field::Sectors, choices(&["energy", "health"], None)),
        (Field::StatesAffected, Disclosed::NumberOfStates(3)),
        (Field::AffectedCount, Disclosed::Given(Value::Count(MANY))),
        (Field::NationalSeverity, Disclosed::Withheld(Reason::Security)),
        (Field::Severity, choice("S3")),
        (Field::ExternalImpact, choices(&["economic", "public-health"], None)),
        (Field::OthersInformed, Disclosed::None),
        (Field::Measures, measures),
    ]);
    answers
}

fn indicators() -> Traces {
    let mut address = Indicator::new(IndicatorKind::Address, "192.0.2.7".to_owned());
    address.first_seen = Some(TUESDAY);
    address.last_seen = Some(TUESDAY.plus_seconds(60));
    address.note = Some(IndicatorNote::NetworkActivity);
    let mut domain = Indicator::new(IndicatorKind::Domain, "a.example".to_owned());
    domain.note = Some(IndicatorNote::MaliciousActivity);
    let others = [
        (IndicatorKind::Address, "2001:db8::/32"),
        (IndicatorKind::Url, "https://a.example/x'y?z=\\1"),
        (IndicatorKind::Email, "a@a.example"),
        (IndicatorKind::FileName, "=\u{202E}gnp.exe"),
        (IndicatorKind::Md5, "d41d8cd98f00b204e9800998ecf8427e"),
        (IndicatorKind::Sha1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        (
            IndicatorKind::Sha256,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        (IndicatorKind::RegistryKey, r"HKEY_LOCAL_MACHINE\SOFTWARE\A"),
        (IndicatorKind::Mutex, "Global\\a"),
        (IndicatorKind::Vulnerability, "CVE-2026-0001"),
        (IndicatorKind::Pattern, "rule a { condition: true }"),
        (IndicatorKind::Other, "x"),
    ];
    let others = others.map(|(kind, value)| Indicator::new(kind, value.to_owned()));
    Traces::Given([address, domain].into_iter().chain(others).collect())
}

/// A publication that says everything there is to say.
pub fn talkative() -> Publication {
    let disclosure = Disclosure {
        state: StateCode::VALDORIA,
        instalment: Instalment::Notification,
        kind: "incident".to_owned(),
        exercise: false,
        title: text(HOSTILE.trim_end(), "en"),
        summary: text("شبكة الأرشيف\r\n\r\n]]> second", "ar"),
        marking: Tlp::Clear,
        audience: Audience::Public,
        answers: answers(),
        indicators: indicators(),
    };
    Publication {
        reference: "PUB-2026-0412".parse().expect("well formed"),
        state: StateCode::VALDORIA,
        published: TUESDAY,
        standing: Standing::Public(Box::new(disclosure)),
    }
}
