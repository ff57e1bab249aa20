//! What could be typed into a report.

use crate::support::{OPENED, STRANGE};
use domain::{
    draft::Typed,
    questionnaire::{Kind, Progress, Question},
    report::{Confirmation, ReportDraft, TypedAnswer},
    samples::{AMINA, TUESDAY},
};
use proptest::prelude::*;

fn strange() -> impl Strategy<Value = String> {
    prop_oneof![
        40 => Just(String::new()),
        40 => prop::sample::select(STRANGE).prop_map(str::to_owned),
        20 => "\\PC{0,40}",
        10 => any::<String>(),
        1 => Just("ß".repeat(32_767)),
        1 => Just("😀".repeat(16_384)),
    ]
}

/// A code that is offered, or anything.
fn code(codes: Vec<String>) -> BoxedStrategy<String> {
    prop_oneof![3 => prop::sample::select(codes), 1 => strange()].boxed()
}

fn coded(codes: &[&str]) -> BoxedStrategy<String> {
    code(codes.iter().map(|code| (*code).to_owned()).collect())
}

/// Anything at all in the boxes of a question, whether they mean something there or not.
fn any_boxes(question: &Question) -> impl Strategy<Value = Typed> + use<> {
    let mut offered = codes(question);
    offered.extend(Progress::ALL.map(|progress| progress.code().to_owned()));
    let said = (
        code(offered.clone()),
        coded(&["", "en", "ar"]),
        prop::collection::vec(code(offered), 0..6),
        strange(),
        coded(&["", "estimate"]),
        coded(&["", "none", "unknown", "security", "third-party"]),
    );
    let moment = (
        strange(),
        coded(&["", "3", "03"]),
        coded(&["", "2026", "1999"]),
        strange(),
    );
    (said, moment, strange()).prop_map(|(said, moment, held_back)| {
        let (text, language, choices, other, estimate, cannot) = said;
        let (day, month, year, time) = moment;
        Typed {
            text,
            language,
            choices,
            other,
            day,
            month,
            year,
            time,
            estimate,
            cannot,
            held_back,
            released: String::new(),
        }
    })
}

/// Anything at all said to a question.
pub fn anything(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let audience = coded(&["", "secretariat", "participating-states", "public"]);
    let evidence = prop::collection::vec(prop_oneof![Just("https://a.example/".to_owned()), strange()], 0..4);
    (any_boxes(question), audience, evidence, any::<bool>())
        .prop_map(|(value, audience, evidence, is_confirmed)| {
            let by = Confirmation {
                by: AMINA.id(),
                at: TUESDAY,
            };
            TypedAnswer {
                value,
                audience,
                evidence,
                confirmed: is_confirmed.then_some(by),
            }
        })
        .boxed()
}

/// What people do type, right or wrong: every cell can hold it.
pub fn usual(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let links = prop::collection::vec("https://[a-z]{1,9}\\.example/[a-z]{0,9}", 0..4);
    (usual_boxes(question), links)
        .prop_map(|(value, evidence)| TypedAnswer {
            value,
            evidence,
            ..TypedAnswer::default()
        })
        .boxed()
}

fn usual_boxes(question: &Question) -> BoxedStrategy<Typed> {
    match &question.kind {
        Kind::Choice(_) => one_of(codes(question)),
        Kind::Choices(_) => some_of(codes(question)),
        Kind::Progress => prop::sample::select(vec!["", "limited", "complete", "halfway", "=limited"])
            .prop_map(text)
            .boxed(),
        Kind::Number { .. } => prop_oneof![any::<u64>().prop_map(text), Just("many").prop_map(text)].boxed(),
        Kind::Date => (0_u8..3, 1_u8..40, 1_u8..15, 1990_u16..2040)
            .prop_map(|(parts, day, month, year)| Typed {
                day: if parts > 1 { day.to_string() } else { String::new() },
                month: if parts > 0 { month.to_string() } else { String::new() },
                year: year.to_string(),
                ..Typed::default()
            })
            .boxed(),
        Kind::Text { .. } => "([=+@ -]?[!-~\u{e9}\u{627}][ -~\n\u{e9}\u{627}]{0,80})?"
            .prop_map(|words| Typed {
                language: "en".into(),
                ..text(words)
            })
            .boxed(),
        Kind::Evidence => Just(Typed::default()).boxed(),
    }
}

fn one_of(codes: Vec<String>) -> BoxedStrategy<Typed> {
    let offers_other = codes.iter().any(|code| code == "other");
    (prop::sample::select(codes), "([=a-z][a-z =]{0,20})?")
        .prop_map(move |(code, which)| {
            let other = if offers_other { which } else { String::new() };
            Typed { other, ..text(code) }
        })
        .boxed()
}

fn some_of(codes: Vec<String>) -> BoxedStrategy<Typed> {
    let most = codes.len();
    prop::sample::subsequence(codes, 0..=most)
        .prop_shuffle()
        .prop_map(|choices| Typed {
            choices,
            ..Typed::default()
        })
        .boxed()
}

fn text(text: impl ToString) -> Typed {
    Typed {
        text: text.to_string(),
        ..Typed::default()
    }
}

fn codes(question: &Question) -> Vec<String> {
    let offers = question.kind.offers().iter();
    offers.map(|choice| choice.code.to_string()).collect()
}

/// Drafts with such an answer to every question.
pub fn drafts(answer: fn(&Question) -> BoxedStrategy<TypedAnswer>) -> impl Strategy<Value = ReportDraft> {
    let answers: Vec<_> = OPENED
        .questions()
        .map(|question| (Just(question.id.clone()), answer(question)))
        .collect();
    answers.prop_map(|answers| ReportDraft {
        tier: "full".into(),
        answers: answers.into_iter().collect(),
        ..ReportDraft::default()
    })
}
