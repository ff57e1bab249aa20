//! What the tests of reports share: one opened questionnaire, invented States, and any answer a question can be given.

mod disclosures;
mod drafts;

use super::*;

use crate::{
    carry::Carry,
    draft::Typed,
    ids::Timestamp,
    questionnaire::{Frozen, Kind, Progress, Question, Questionnaire},
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

fn text(text: String) -> Typed {
    Typed {
        text,
        ..Typed::default()
    }
}

/// One of these choices, or some of them.
fn chosen(codes: Vec<String>, is_single: bool, other: String) -> impl Strategy<Value = Typed> {
    let most = if is_single { 1 } else { codes.len() };
    prop::sample::subsequence(codes, 1..=most).prop_map(move |choices| {
        let other = other.clone();
        if is_single {
            Typed {
                other,
                ..text(choices.concat())
            }
        } else {
            Typed {
                choices,
                other,
                ..Typed::default()
            }
        }
    })
}

/// A year, perhaps a month, perhaps a day.
fn date() -> impl Strategy<Value = Typed> {
    (1_u8..=28, 1_u8..=12, 1990_u16..2040, 0_u8..3).prop_map(|(day, month, year, parts)| Typed {
        day: if parts > 1 { day.to_string() } else { String::new() },
        month: if parts > 0 { month.to_string() } else { String::new() },
        year: year.to_string(),
        ..Typed::default()
    })
}

/// What a State could type into the boxes of this question.
fn boxes(question: &Question) -> BoxedStrategy<Typed> {
    let canary = format!("canary-of-{}", question.id);
    match &question.kind {
        Kind::Choice(offered) | Kind::Choices(offered) => {
            let codes = offered.iter().map(|choice| choice.code.to_string()).collect();
            chosen(codes, matches!(question.kind, Kind::Choice(_)), canary).boxed()
        }
        Kind::Progress => prop::sample::select(Progress::ALL.to_vec())
            .prop_map(|progress| text(progress.code().to_owned()))
            .boxed(),
        Kind::Number { .. } => (any::<u32>(), prop::sample::select(vec!["", "estimate"]))
            .prop_map(|(number, estimate)| Typed {
                estimate: estimate.into(),
                ..text(number.to_string())
            })
            .boxed(),
        Kind::Date => date().boxed(),
        Kind::Text { .. } => "[ -~\u{e9}\u{627}]{0,80}"
            .prop_map(move |words| Typed {
                language: "en".into(),
                ..text(format!("{canary} {words}"))
            })
            .boxed(),
        Kind::Evidence => Just(Typed::default()).boxed(),
    }
}

/// A value, with or without a link beside it.
fn value(question: &Question) -> BoxedStrategy<TypedAnswer> {
    let link = format!("https://{}.example/evidence", question.id);
    let must_link = matches!(question.kind, Kind::Evidence);
    (boxes(question), any::<bool>())
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
pub(crate) fn drafts(tier: &'static str) -> impl Strategy<Value = ReportDraft> {
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
