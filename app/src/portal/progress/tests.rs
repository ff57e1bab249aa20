//! Figures and words, recomputed from what invented States typed.

use super::{
    StandingReport, Versions,
    commitments::{self, Serving},
    cycles::Ground,
    history,
};
use crate::portal::{ports::PublishedAnswer, public::StateNames};
use domain::{
    carry::Change,
    commitment::CommitmentId,
    cycle::{Cycle, Plan, Proposal, Reminders},
    draft::Typed,
    marking::Audience,
    participation::Cell,
    questionnaire::{Frozen, Questionnaire},
    report::{DisclosedContent, ReportDisclosure, ReportDraft, Said, Terms, TypedAnswer},
    samples::{CHIDI, DANA, TUESDAY, reports},
    state::{self, StateCode},
};
use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

static OPENED: LazyLock<Frozen> = LazyLock::new(|| reports::opened(Questionnaire::shipped().unwrap(), None).unwrap());

fn versions() -> Versions {
    [OPENED.clone()].into_iter().collect()
}

fn cycle() -> Cycle {
    let plan = Plan {
        year: 2026.try_into().unwrap(),
        questionnaire: OPENED.version,
        opens: "2026-03-02".parse().unwrap(),
        due: "2026-05-15".parse().unwrap(),
        closes: "2026-06-30".parse().unwrap(),
        conference: None,
        participating: state::invented().into_iter().map(|state| state.code).collect(),
        audience: Audience::Public,
        reminders: Reminders::default(),
    };
    let proposal = Proposal::of(plan, &CHIDI.actor()).unwrap();
    proposal.open(&OPENED, &DANA.actor(), TUESDAY).unwrap()
}

/// What the public reads of this draft, filed in this year.
fn public(state: StateCode, draft: &ReportDraft, year: u16) -> ReportDisclosure {
    let terms = Terms {
        cycle: year.try_into().unwrap(),
        questionnaire: &OPENED,
        about: &reports::asked_of(state),
        audience: Audience::Public,
        last: None,
    };
    draft
        .complete(&terms)
        .unwrap()
        .disclose(&state, Audience::Public)
        .unwrap()
}

fn short(answers: &[(&str, TypedAnswer)]) -> ReportDraft {
    let answers = answers.iter().map(|(id, answer)| (id.parse().unwrap(), answer.clone()));
    ReportDraft {
        tier: "short".into(),
        answers: answers.collect(),
        ..ReportDraft::default()
    }
}

fn said(text: &str, cannot: &str, audience: &str) -> TypedAnswer {
    TypedAnswer {
        value: Typed {
            text: text.into(),
            cannot: cannot.into(),
            ..Typed::default()
        },
        audience: audience.into(),
        ..TypedAnswer::default()
    }
}

fn standing(report: ReportDisclosure, since: Option<ReportDisclosure>) -> StandingReport {
    StandingReport {
        published: TUESDAY,
        report,
        since,
    }
}

fn id(text: &str) -> CommitmentId {
    text.parse().unwrap()
}

/// The rows a store would give for all answers of these reports.
fn answers(of: &[&ReportDisclosure]) -> Vec<PublishedAnswer> {
    let of_one = |report: &&ReportDisclosure| {
        let DisclosedContent::Form { answers, .. } = &report.content else {
            return Vec::new();
        };
        let row = |(question, answer): (&_, &domain::report::DisclosedAnswer)| PublishedAnswer {
            state: report.state,
            cycle: report.cycle,
            questionnaire: report.questionnaire,
            about: Arc::new(report.about.clone()),
            question: Clone::clone(question),
            answer: answer.clone(),
        };
        answers.iter().map(row).collect()
    };
    of.iter().flat_map(of_one).collect()
}

fn serving(of: CommitmentId) -> Vec<Serving> {
    let questions: Vec<_> = OPENED
        .questions()
        .filter(|one| one.serves.contains(&of))
        .cloned()
        .collect();
    vec![Serving {
        version: OPENED.version,
        language: "en".into(),
        questions,
    }]
}

fn names() -> StateNames {
    state::invented()
        .into_iter()
        .map(|state| (state.code, state))
        .collect::<BTreeMap<_, _>>()
}

fn figures(reports: &[StandingReport]) -> domain::participation::Participation {
    let (cycle, versions) = (cycle(), versions());
    Ground {
        cycle: &cycle,
        states: &state::invented(),
        versions: &versions,
        closed: None,
    }
    .participation(reports)
}

#[test]
fn nothing_new_counts_with_the_words_it_refers_to_and_without_them_where_they_are_not_public() {
    let before = public(
        StateCode::MERIDIA,
        &short(&[("norm-g-progress", said("limited", "", ""))]),
        2025,
    );
    let nothing_new = ReportDisclosure {
        content: DisclosedContent::NothingNew { since: before.cycle },
        ..public(StateCode::MERIDIA, &short(&[]), 2026)
    };
    let with = figures(&[standing(nothing_new.clone(), Some(before.clone()))]);
    let row = with.rows().next().unwrap();
    assert_eq!(row.cells.get(&id("13g")), Some(&Cell::Reported));
    assert_eq!(row.words, Some(before.cycle));
    let without = figures(&[standing(nothing_new, None)]);
    assert_eq!(
        (without.year().reported, without.rows().next().unwrap().cells.len()),
        (1, 0)
    );
}

/// A State is in the table of a cycle with a cell on a commitment exactly where the page of that commitment has words of
/// it, whatever was withheld, unknown, blank or for others.
#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in its order")]
fn the_page_of_a_commitment_and_the_table_of_a_cycle_agree() {
    let valdoria = public(StateCode::VALDORIA, &reports::valdoria(), 2026);
    let meridia = public(
        StateCode::MERIDIA,
        &short(&[
            ("norm-c-progress", said("complete", "", "secretariat")),
            ("norm-g-progress", said("", "security", "")),
            ("norm-j-progress", said("", "unknown", "")),
            ("norm-k-progress", said("not-applicable", "", "")),
            ("norm-a-progress", said("not-started", "", "")),
        ]),
        2026,
    );
    let figures = figures(&[standing(valdoria.clone(), None), standing(meridia.clone(), None)]);
    for item in domain::commitment::Commitments::shipped().iter() {
        let serving = serving(item.id);
        let on_it = commitments::said_on(item.id, answers(&[&valdoria, &meridia]), &serving, &names());
        for row in figures.rows() {
            let has_words = on_it.iter().any(|on| on.state == row.state);
            assert_eq!(
                has_words,
                row.cells.contains_key(&item.id),
                "{} on {}",
                row.state,
                item.id
            );
        }
        let tally = figures.tally(item.id);
        let cells = tally.reported + tally.withheld + tally.not_applicable + tally.unknown;
        assert_eq!(cells, on_it.len(), "{}", item.id);
        assert!(
            on_it
                .iter()
                .all(|on| on.answers.iter().all(|(_, answer)| answer.said.is_something()))
        );
    }
    let tally = figures.tally(id("13c"));
    assert_eq!(
        (tally.asked, tally.reported),
        (2, 0),
        "for the secretariat is nothing to read here"
    );
    let tally = figures.tally(id("13g"));
    assert_eq!(
        (tally.withheld, tally.reported),
        (2, 0),
        "Valdoria's question on infrastructure serves it, too"
    );
}

#[test]
fn what_is_said_to_others_questions_is_said_on_those() {
    // Its answer on critical infrastructure serves an item of the pledge as well, which Meridia never made.
    let shared = OPENED
        .questions()
        .find(|one| one.serves.contains(&id("13g")) && one.serves.len() > 1)
        .expect("a question that serves several");
    let other = *shared.serves.iter().find(|one| **one != id("13g")).unwrap();
    let meridia = public(StateCode::MERIDIA, &reports::valdoria(), 2026);
    let is_asked = meridia.about.contains_key(&other);
    let mut rows = answers(&[&meridia]);
    rows.retain(|row| row.question == shared.id);
    for row in &mut rows {
        row.answer.said = Said::None;
    }
    let on = |of| commitments::said_on(of, rows.clone(), &serving(of), &names()).len();
    assert_eq!(on(id("13g")), 1);
    assert_eq!(on(other), usize::from(is_asked));
}

/// What became of a question between what Meridia said in two years.
fn change(before: &[(&str, TypedAnswer)], now: &[(&str, TypedAnswer)], question: &str) -> Option<Change> {
    let of_year = |answers, year| public(StateCode::MERIDIA, &short(answers), year);
    let changes = history::changes(&of_year(before, 2025), &of_year(now, 2026), &versions());
    let is_it = |side: &Option<(domain::questionnaire::Question, _)>| {
        side.as_ref().is_some_and(|(one, _)| one.id.as_str() == question)
    };
    let answers = changes.answers.expect("one version");
    let found = answers.iter().find(|one| is_it(&one.then) || is_it(&one.now));
    found.map(|one| one.change)
}

#[test]
fn a_history_tells_of_each_answer_and_of_none_that_was_not_public() {
    let before = [
        ("norm-a-progress", said("limited", "", "")),
        ("norm-b-progress", said("limited", "", "")),
        ("norm-c-progress", said("limited", "", "")),
        ("norm-d-progress", said("limited", "", "secretariat")),
    ];
    let now = [
        ("norm-a-progress", said("limited", "", "")),
        ("norm-b-progress", said("", "security", "")),
        ("norm-d-progress", said("complete", "", "secretariat")),
        ("norm-e-progress", said("", "unknown", "")),
    ];
    for (question, expected) in [
        ("norm-a-progress", Some(Change::Same)),
        ("norm-b-progress", Some(Change::Changed)),
        ("norm-c-progress", Some(Change::Gone)),
        ("norm-d-progress", None),
        ("norm-e-progress", Some(Change::New)),
    ] {
        assert_eq!(change(&before, &now, question), expected, "{question}");
    }
}
