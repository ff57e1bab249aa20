//! What nobody touched comes back exactly, whatever it is.

use crate::support::{OPENED, STRANGE, VALDORIA, after, form, read_into, written};
use domain::{
    draft::Typed,
    questionnaire::{Depth, Kind, Progress, Question},
    report::{Confirmation, ReportDraft, TypedAnswer},
    samples::{AMINA, TUESDAY, reports},
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
fn anything(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let mut offered: Vec<_> = question
        .kind
        .offers()
        .iter()
        .map(|choice| choice.code.to_string())
        .collect();
    offered.extend(Progress::ALL.map(|progress| progress.code().to_owned()));
    let choices = prop::collection::vec(code(offered.clone()), 0..6);
    let text = code(offered);
    let why = coded(&["", "none", "unknown", "security", "third-party"]);
    let boxes = (
        text,
        coded(&["", "en", "ar"]),
        choices,
        strange(),
        coded(&["", "estimate"]),
        why,
    );
    let moment = (
        strange(),
        coded(&["", "3", "03"]),
        coded(&["", "2026", "1999"]),
        strange(),
    );
    let audience = coded(&["", "secretariat", "participating-states", "public"]);
    let evidence = prop::collection::vec(prop_oneof![Just("https://a.example/".to_owned()), strange()], 0..4);
    (boxes, moment, strange(), audience, evidence, any::<bool>())
        .prop_map(|(boxes, moment, held_back, audience, evidence, confirmed)| {
            let (text, language, choices, other, estimate, cannot) = boxes;
            let (day, month, year, time) = moment;
            let value = Typed {
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
            };
            let by = Confirmation {
                by: AMINA.id(),
                at: TUESDAY,
            };
            TypedAnswer {
                value,
                audience,
                evidence,
                confirmed: confirmed.then_some(by),
            }
        })
        .boxed()
}

/// What people do type, right or wrong: every cell can hold it.
fn usual(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let text = |text: String| Typed {
        text,
        ..Typed::default()
    };
    let codes: Vec<_> = question
        .kind
        .offers()
        .iter()
        .map(|choice| choice.code.to_string())
        .collect();
    let value = match &question.kind {
        Kind::Choice(_) => (prop::sample::select(codes.clone()), "[a-z =]{0,20}")
            .prop_map(move |(code, which)| {
                let offers_other = codes.iter().any(|code| code == "other");
                let other = if offers_other { which } else { String::new() };
                Typed { other, ..text(code) }
            })
            .boxed(),
        Kind::Choices(_) => prop::sample::subsequence(codes.clone(), 0..=codes.len())
            .prop_shuffle()
            .prop_map(|choices| Typed {
                choices,
                ..Typed::default()
            })
            .boxed(),
        Kind::Progress => prop::sample::select(vec!["", "limited", "complete", "halfway", "=limited"])
            .prop_map(move |code| text(code.to_owned()))
            .boxed(),
        Kind::Number { .. } => prop_oneof![any::<u64>().prop_map(|n| n.to_string()), Just("many".to_owned())]
            .prop_map(text)
            .boxed(),
        Kind::Date => (0_u8..3, 1_u8..40, 1_u8..15, 1990_u16..2040)
            .prop_map(|(parts, day, month, year)| Typed {
                day: if parts > 1 { day.to_string() } else { String::new() },
                month: if parts > 0 { month.to_string() } else { String::new() },
                year: year.to_string(),
                ..Typed::default()
            })
            .boxed(),
        Kind::Text { .. } => "[=+@ -]?[ -~\n\u{e9}\u{627}]{0,80}"
            .prop_map(move |words| Typed {
                language: "en".into(),
                ..text(words)
            })
            .boxed(),
        Kind::Evidence => Just(Typed::default()).boxed(),
    };
    let links = prop::collection::vec("https://[a-z]{1,9}\\.example/[a-z]{0,9}", 0..4);
    (value, links)
        .prop_map(|(value, evidence)| TypedAnswer {
            value,
            evidence,
            ..TypedAnswer::default()
        })
        .boxed()
}

fn drafts(answer: fn(&Question) -> BoxedStrategy<TypedAnswer>) -> impl Strategy<Value = ReportDraft> {
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

#[test]
fn a_blank_form_and_the_sample_come_back() {
    for draft in [ReportDraft::default(), reports::valdoria()] {
        let read = read_into(&draft, &written(&draft)).unwrap();
        assert_eq!(read.answers.len(), OPENED.asked(Depth::Full, &VALDORIA).count());
        assert!(read.left_out.is_empty());
        assert!(read.answers.iter().all(|(id, typed)| *typed == draft.typed(id)));
        assert!(draft.changed_by(&after(&draft, &read)).is_empty());
    }
}

/// What a cell cannot hold is said to be left out, stands in no cell, and stays as the draft has it by then.
#[test]
fn what_no_cell_can_hold_is_left_out() {
    let mut draft = reports::valdoria();
    let statement = "cdp-1-statement".parse().unwrap();
    draft.answers.get_mut(&statement).unwrap().value.text = "secret\u{7}".repeat(3);
    let bytes = written(&draft);
    let now = reports::valdoria();
    let read = read_into(&now, &bytes).unwrap();
    assert_eq!(read.left_out, [statement.clone()].into());
    assert!(now.changed_by(&after(&now, &read)).is_empty());
    assert_eq!(
        read_into(&draft, &bytes).unwrap().answers[&statement],
        draft.answers[&statement]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn anything_comes_back(draft in drafts(anything)) {
        let read = read_into(&draft, &written(&draft)).unwrap();
        for (id, typed) in &read.answers {
            prop_assert_eq!(typed, &draft.typed(id), "{}", id);
        }
        let asked = form(&draft).questionnaire.asked(Depth::Full, &VALDORIA).count();
        prop_assert_eq!(read.answers.len(), asked);
    }

    #[test]
    fn what_people_type_is_never_left_out(draft in drafts(usual)) {
        let read = read_into(&draft, &written(&draft)).unwrap();
        prop_assert!(read.left_out.is_empty(), "{:?}", read.left_out);
        // So it stands in the workbook: read into another draft, all of it is there.
        let other = ReportDraft::default();
        for (id, typed) in read_into(&other, &written(&draft)).unwrap().answers {
            let mut expected = draft.typed(&id);
            if let Some(Kind::Choices(offered)) = OPENED.question(&id).map(|question| &question.kind) {
                let place = |code: &String| offered.iter().position(|choice| choice.code.as_str() == code);
                expected.value.choices.sort_by_key(place);
            }
            prop_assert_eq!(typed, expected, "{}", id);
        }
    }
}
