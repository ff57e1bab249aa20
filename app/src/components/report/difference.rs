//! What changed between two reports, question by question: since the last submission, or since the year before.

use super::InIts;
use crate::{
    components::answers::{Answer, Difference, Said, reported::links},
    words,
};
use domain::{
    carry::{self, Change},
    questionnaire::{Question, Questionnaire},
    report::{DisclosedAnswer, ReportDisclosure},
};
use leptos::prelude::*;

/// What a State changed between two submissions of the same report.
#[component]
pub fn Changes(
    /// What was let out before.
    before: ReportDisclosure,
    /// What is said now.
    now: ReportDisclosure,
    /// The questionnaire of both.
    questionnaire: Questionnaire,
) -> impl IntoView {
    let tiers = (before.tier() != now.tier()).then(|| {
        let tier = |one: &ReportDisclosure| words::say(&format!("report-tier-{}", one.tier().code()));
        let of = [("before", &*tier(&before)), ("now", &*tier(&now))];
        view! { <p>{words::say_with("report-other-tier", &of)}</p> }
    });
    let rows = rows(&before, &now, &[&questionnaire]);
    view! { {tiers}<Rows rows/> }
}

/// What is different from the year before.
#[component]
pub fn YearOnYear(
    /// What was said then.
    then: ReportDisclosure,
    /// What is said now.
    now: ReportDisclosure,
    /// The versions of the questionnaire from the one to the other.
    versions: Vec<Questionnaire>,
) -> impl IntoView {
    let versions: Vec<&Questionnaire> = versions.iter().collect();
    let rows = rows(&then, &now, &versions);
    view! { <Rows rows/> }
}

/// One question in two reports, in words.
struct Row {
    text: String,
    language: String,
    change: Change,
    then: Option<Said>,
    now: Option<Said>,
    other_readers: Option<String>,
}

fn rows(then: &ReportDisclosure, now: &ReportDisclosure, versions: &[&Questionnaire]) -> Vec<Row> {
    let (Some(before), Some(current)) = (versions.first(), versions.last()) else {
        return Vec::new();
    };
    let differences = carry::difference(then, now, versions).into_iter();
    let row = |one: carry::Difference<'_>| {
        let version = if one.change == Change::NoLongerAsked {
            before
        } else {
            current
        };
        let question = version.question(&one.question)?;
        let said = |answer: Option<&DisclosedAnswer>| answer.map(|answer| whole(question, answer));
        let readers = one.other_readers.then(|| readers(one.then, one.now)).flatten();
        Some(Row {
            text: question.text.clone(),
            language: version.language.clone(),
            change: one.change,
            then: said(one.then),
            now: said(one.now),
            other_readers: readers,
        })
    };
    differences.filter_map(row).collect()
}

/// An answer with its evidence, so that other evidence is another answer.
fn whole(question: &Question, answer: &DisclosedAnswer) -> Said {
    let said = Said::reported(question, &answer.said);
    let links: Vec<String> = links(answer).iter().map(ToString::to_string).collect();
    let note: Vec<String> = said.note.into_iter().chain(links).collect();
    Said {
        note: (!note.is_empty()).then(|| note.join(" · ")),
        ..said
    }
}

fn readers(then: Option<&DisclosedAnswer>, now: Option<&DisclosedAnswer>) -> Option<String> {
    let of = |answer: Option<&DisclosedAnswer>| Some(words::audience(answer?.audience?));
    let (before, after) = (of(then)?, of(now)?);
    Some(words::say_with(
        "report-other-readers",
        &[("before", &before), ("now", &after)],
    ))
}

#[component]
fn Rows(rows: Vec<Row>) -> impl IntoView {
    let is_same = |row: &Row| row.change == Change::Same && row.other_readers.is_none();
    let same = rows.iter().filter(|row| is_same(row)).count();
    let changed: Vec<_> = rows
        .into_iter()
        .filter(|row| !is_same(row))
        .map(|row| view! { <Changed row/> })
        .collect();
    let same = (same > 0).then(|| {
        view! { <p class="meta">{words::say_with("report-same", &[("number", &same.to_string())])}</p> }
    });
    if changed.is_empty() {
        return view! { <p>{words::say("differences-none")}</p>{same} }.into_any();
    }
    view! { <dl class="answers answers--questions">{changed}</dl>{same} }.into_any()
}

#[component]
fn Changed(row: Row) -> impl IntoView {
    let Row {
        text,
        language,
        change,
        then,
        now,
        other_readers,
    } = row;
    let said = match (then, now) {
        (Some(old), Some(new)) if old != new => view! { <Difference old new/> }.into_any(),
        (_, Some(said)) => view! { <Answer said/> }.into_any(),
        (Some(said), None) => view! { <Answer said/> }.into_any(),
        (None, None) => ().into_any(),
    };
    let marks = std::iter::once(words::say(&format!("report-change-{}", change.code()))).chain(other_readers);
    view! {
        <div>
            <dt><InIts language text/></dt>
            {said}
            <dd class="meta">{marks.collect::<Vec<_>>().join(" · ")}</dd>
        </div>
    }
}
