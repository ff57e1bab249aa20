//! What the tests of reports share: one opened questionnaire, invented States, and any answer a question can be given.

mod disclosures;
mod drafts;

use super::*;
use crate::{
    draft::Typed,
    ids::Timestamp,
    questionnaire::{Kind, Question, Questionnaire},
    samples::{AMINA, TUESDAY, reports},
    state::StateCode,
};
use proptest::prelude::*;
use std::sync::LazyLock;

pub(super) static OPENED: LazyLock<Frozen> =
    LazyLock::new(|| reports::opened(Questionnaire::shipped().unwrap(), None).unwrap());

pub(super) static VALDORIA: LazyLock<AskedAbout> = LazyLock::new(|| reports::asked_of(StateCode::VALDORIA));

/// The terms of Valdoria in 2026: everything public unless it says otherwise.
pub(super) fn terms(last: Option<&Carry>) -> Terms<'_> {
    Terms {
        cycle: 2026.try_into().unwrap(),
        questionnaire: &OPENED,
        about: &VALDORIA,
        audience: Audience::Public,
        last,
    }
}

pub(super) fn id(text: &str) -> QuestionId {
    text.parse().unwrap()
}

pub(super) fn report(draft: &ReportDraft) -> Report {
    draft.complete(&terms(None)).unwrap()
}

/// What of this report is there a year later, under the same questionnaire.
pub(super) fn last_year(draft: &ReportDraft) -> Carry {
    let cycle = 2025.try_into().unwrap();
    let last = draft.complete(&Terms { cycle, ..terms(None) }).unwrap();
    Carry::forward(&last, &[&OPENED]).unwrap()
}

pub(super) fn amina_at(at: Timestamp) -> Confirmation {
    Confirmation { by: AMINA.id(), at }
}

pub(super) fn amina() -> Confirmation {
    amina_at(TUESDAY)
}

/// Something a State could type into the box of a value of this kind; its texts are told by the question's id.
fn typed(kind: &Kind, id: &str) -> BoxedStrategy<Typed> {
    let id = id.to_owned();
    let text = |text: String| Typed {
        text,
        ..Typed::default()
    };
    match kind {
        Kind::Choice(offered) | Kind::Choices(offered) => chosen(offered, matches!(kind, Kind::Choice(_)), id),
        Kind::Progress => prop::sample::select(crate::questionnaire::Progress::ALL.to_vec())
            .prop_map(move |progress| text(progress.code().to_owned()))
            .boxed(),
        Kind::Number { .. } => (any::<u32>(), any::<bool>())
            .prop_map(move |(number, estimate)| Typed {
                estimate: if estimate { "estimate".into() } else { String::new() },
                ..text(number.to_string())
            })
            .boxed(),
        Kind::Date => (1_u8..=28, 1_u8..=12, 1990_u16..2040, 0_u8..3)
            .prop_map(|(day, month, year, parts)| Typed {
                day: if parts > 1 { day.to_string() } else { String::new() },
                month: if parts > 0 { month.to_string() } else { String::new() },
                year: year.to_string(),
                ..Typed::default()
            })
            .boxed(),
        Kind::Text { .. } => "[ -~\u{e9}\u{627}]{0,80}"
            .prop_map(move |words| Typed {
                language: "en".into(),
                ..text(format!("canary-of-{id} {words}"))
            })
            .boxed(),
        Kind::Evidence => Just(Typed::default()).boxed(),
    }
}

fn chosen(offered: &[crate::questionnaire::Choice], is_single: bool, id: String) -> BoxedStrategy<Typed> {
    let codes: Vec<String> = offered.iter().map(|choice| choice.code.to_string()).collect();
    let most = if is_single { 1 } else { codes.len() };
    prop::sample::subsequence(codes, 1..=most)
        .prop_map(move |choices| Typed {
            text: if is_single { choices[0].clone() } else { String::new() },
            choices: if is_single { Vec::new() } else { choices },
            other: format!("canary-of-{id}"),
            ..Typed::default()
        })
        .boxed()
}

/// Something a State could type into the boxes of this question.
fn value(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let value = typed(&question.kind, &question.id.to_string());
    let link = format!("https://{}.example/evidence", question.id);
    let must_link = matches!(question.kind, Kind::Evidence);
    (value, any::<bool>())
        .prop_map(move |(value, linked)| TypedAnswer {
            value,
            evidence: if linked || must_link {
                vec![link.clone()]
            } else {
                Vec::new()
            },
            ..TypedAnswer::default()
        })
        .boxed()
}

/// Anything a State can say to this question, to anyone.
pub(super) fn answer(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let cannot = |why: &'static str| TypedAnswer {
        value: Typed {
            cannot: why.into(),
            ..Typed::default()
        },
        ..TypedAnswer::default()
    };
    let mut why = vec!["unknown", "security", "third-party"];
    why.extend(question.kind.may_be_none().then_some("none"));
    let said = prop_oneof![
        4 => value(question),
        2 => prop::sample::select(why).prop_map(cannot),
        1 => Just(TypedAnswer::default()),
    ];
    let audience = prop::sample::select(vec!["", "secretariat", "participating-states", "public"]);
    (said, audience)
        .prop_map(|(said, audience)| TypedAnswer {
            audience: audience.into(),
            ..said
        })
        .boxed()
}

/// Any draft of a form.
pub(super) fn drafts(tier: &'static str) -> impl Strategy<Value = ReportDraft> {
    let answers: Vec<_> = OPENED
        .questions()
        .map(|question| (Just(question.id.clone()), answer(question)))
        .collect();
    answers.prop_map(move |answers| ReportDraft {
        tier: tier.into(),
        answers: answers.into_iter().collect(),
        ..ReportDraft::default()
    })
}
