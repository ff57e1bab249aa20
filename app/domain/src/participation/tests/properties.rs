//! What holds of the figures of any cycle, whatever States say.

use super::*;
use crate::{
    commitment::{Commitments, Memberships},
    questionnaire::AskedAbout,
    report::tests::drafts,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Short forms of the five States, as codes for their progress answers.
fn answers() -> impl Strategy<Value = Vec<Vec<(String, TypedAnswer)>>> {
    let progresses: Vec<String> = OPENED
        .questions()
        .filter(|question| question.kind.code() == "progress")
        .map(|question| question.id.to_string())
        .collect();
    let words = Progress::ALL.map(|word| progress(word.code())).to_vec();
    let others = vec![cannot("security"), cannot("unknown"), TypedAnswer::default()];
    let hidden: Vec<_> = words
        .iter()
        .map(|said| TypedAnswer {
            audience: "secretariat".into(),
            ..said.clone()
        })
        .collect();
    let answer = prop::sample::select([words, others, hidden].concat());
    let of_state = prop::collection::vec(answer, progresses.len())
        .prop_map(move |answers| progresses.iter().cloned().zip(answers).collect());
    prop::collection::vec(of_state, 5)
}

fn disclosures(of_states: &[Vec<(String, TypedAnswer)>]) -> Vec<ReportDisclosure> {
    let draft = |answers: &Vec<(String, TypedAnswer)>| {
        let answers: Vec<_> = answers
            .iter()
            .map(|(id, answer)| (id.as_str(), answer.clone()))
            .collect();
        short(&answers)
    };
    let states = state::invented().into_iter().map(|state| state.code);
    states
        .zip(of_states)
        .filter_map(|(state, answers)| public(state, &draft(answers)))
        .collect()
}

/// What a State may be asked about: some circles, and some commitments it opted into.
fn asked_about() -> impl Strategy<Value = AskedAbout> {
    let known = Commitments::shipped();
    let circles: Vec<_> = known.circles().map(|circle| circle.id.clone()).collect();
    let items: Vec<_> = known.iter().map(|item| item.id).collect();
    let some = (
        prop::sample::subsequence(circles.clone(), 0..=circles.len()),
        prop::sample::subsequence(items, 0..4),
    );
    some.prop_map(move |(circles, items)| {
        known.asked_of(&Memberships {
            circles: circles.into_iter().collect(),
            opted_into: items.into_iter().collect(),
        })
    })
}

/// Every tally of Valdoria alone, saying this.
fn tallies(draft: &ReportDraft) -> BTreeMap<CommitmentId, Tally> {
    let participation = participation(&[public(StateCode::VALDORIA, draft).unwrap()], None);
    let of = |id| (id, participation.tally(id));
    Commitments::shipped().iter().map(|item| of(item.id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// One more withheld, unknown, blank or confidential answer is counted as what it is or not at all: no other figure
    /// knows of it, and it makes no denominator.
    #[test]
    fn one_more_silent_answer_changes_no_figure_but_its_own(
        draft in drafts("full"), at in any::<prop::sample::Index>(),
        why in prop::sample::select(vec!["security", "unknown", ""]), audience in prop::sample::select(vec!["public", "secretariat"]),
    ) {
        let question = OPENED.questions().nth(at.index(OPENED.questions().count())).unwrap();
        let saying = |answer: TypedAnswer| {
            let mut draft = draft.clone();
            draft.answers.insert(question.id.clone(), answer);
            tallies(&draft)
        };
        let silent = TypedAnswer { audience: audience.into(), ..cannot(why) };
        let (before, after) = (saying(TypedAnswer::default()), saying(silent));
        let is_told = audience == "public" && !why.is_empty();
        for (id, then) in &before {
            let now = after[id];
            let counted = |tally: &Tally| (tally.asked, tally.reported, tally.not_applicable);
            prop_assert_eq!(counted(&now), counted(then), "{}", id);
            if !is_told || !question.serves.contains(id) {
                prop_assert_eq!(&now, then, "{}", id);
            }
            let nothing_before = *then == Tally { asked: then.asked, ..Tally::default() };
            if is_told && question.serves.contains(id) && nothing_before {
                let one = Tally {
                    withheld: if why == "security" { then.asked } else { 0 },
                    unknown: if why == "unknown" { then.asked } else { 0 },
                    ..*then
                };
                prop_assert_eq!(now, one, "{}", id);
            }
        }
    }

    /// Whatever States belong to and opt into: who was not asked is in no denominator, and in nothing above it.
    #[test]
    fn a_denominator_holds_those_who_were_asked_and_no_one_else(
        abouts in prop::collection::vec(asked_about(), 5), draft in drafts("full"),
    ) {
        let states = state::invented().into_iter().map(|state| state.code);
        let reports: Vec<_> = states.zip(&abouts).map(|(state, about)| {
            let terms = Terms { cycle: 2026.try_into().unwrap(), questionnaire: &OPENED, about, audience: Audience::Public, last: None };
            draft.complete(&terms).unwrap().disclose(&state, Audience::Public).unwrap()
        }).collect();
        let participation = participation(&reports, None);
        for item in Commitments::shipped().iter() {
            let tally = participation.tally(item.id);
            prop_assert_eq!(tally.asked, abouts.iter().filter(|about| about.contains_key(&item.id)).count());
            let told = tally.reported + tally.withheld + tally.not_applicable + tally.unknown;
            prop_assert!(told <= tally.asked, "{:?}", tally);
        }
        for row in participation.rows() {
            prop_assert!(row.cells.keys().all(|id| row.asked.contains(id)));
        }
    }

    /// The one figure with what is not public: never before the close, never below three, never anyone twice, and never
    /// of another cycle.
    #[test]
    fn further_states_are_a_figure_only_at_the_close_and_only_from_three_on(
        reports in prop::collection::vec((0..5_usize, prop::sample::select(Audience::ALL.to_vec())), 0..12), day in 0_i64..400,
    ) {
        let codes = state::invented().map(|state| state.code);
        let reports: Vec<_> = reports.into_iter().map(|(at, audience)| (codes[at], audience)).collect();
        let (cycle, now) = (cycle(), TUESDAY.plus_seconds(day * 86_400));
        let calendars = [Calendar::default()];
        let figure = ClosedFigure::fix(&cycle, &calendars, reports.clone(), now);
        prop_assert_eq!(figure.is_some(), cycle.is_over(&calendars, now));
        let further: BTreeSet<_> = reports.iter().filter(|(_, audience)| *audience < Audience::Public).map(|(state, _)| state).collect();
        let shown = u32::try_from(further.len()).ok().filter(|number| *number >= FEWEST);
        if let Some(figure) = figure {
            prop_assert_eq!(figure.further().map(u32::from), shown);
        }
        let seen = participation(&[], figure.as_ref());
        prop_assert_eq!((seen.partial, seen.further.map(u32::from)), (figure.is_none(), figure.and(shown)));
    }

    /// Nothing public can be sorted, coloured or summed by progress: whatever States say of how far they have come, the
    /// figures are the same.
    #[test]
    fn how_far_a_state_has_come_changes_no_figure(of_states in answers()) {
        let mut other = of_states.clone();
        for (_, answer) in other.iter_mut().flatten() {
            let next = match answer.value.text.as_str() {
                "not-started" => "complete",
                "limited" => "not-started",
                "substantial" => "limited",
                "complete" => "substantial",
                same => same,
            };
            next.to_owned().clone_into(&mut answer.value.text);
        }
        prop_assert_eq!(participation(&disclosures(&of_states), None), participation(&disclosures(&other), None));
    }

    /// Who counts the States that reported and who puts their rows together come to the same year.
    #[test]
    fn a_year_counted_without_opening_a_report_is_the_year(of_states in answers(), reporting in 0..=5_usize) {
        let mut reports = disclosures(&of_states);
        reports.truncate(reporting);
        let reported = reports.iter().map(|report| report.state).collect();
        let closed = ClosedFigure::fix(&cycle(), &[Calendar::default()], [], TUESDAY.plus_seconds(365 * 86_400));
        prop_assert!(closed.is_some());
        for closed in [None, closed.as_ref()] {
            let year = Year::of(&cycle(), &state::invented(), &reported, closed);
            prop_assert_eq!(year, participation(&reports, closed).year());
        }
    }

    /// Every tally, counted again from the drafts themselves.
    #[test]
    fn withheld_unknown_and_nothing_to_read_are_never_zero_and_never_given(of_states in answers()) {
        let participation = participation(&disclosures(&of_states), None);
        for (norm, id) in [("13c", "norm-c-progress"), ("13k", "norm-k-progress")] {
            let counted = |wanted: fn(&TypedAnswer) -> bool| {
                let said = of_states.iter().flatten().filter(|(question, _)| question == id);
                said.filter(|(_, answer)| answer.audience.is_empty() && wanted(answer)).count()
            };
            let tally = participation.tally(commitment(norm));
            prop_assert_eq!(tally.asked, 5, "every invented State is a Member of the United Nations");
            prop_assert_eq!(tally.withheld, counted(|answer| answer.value.cannot == "security"));
            prop_assert_eq!(tally.unknown, counted(|answer| answer.value.cannot == "unknown"));
            prop_assert_eq!(tally.not_applicable, counted(|answer| answer.value.text == "not-applicable"));
            let given = counted(|answer| !answer.value.text.is_empty() && answer.value.text != "not-applicable");
            prop_assert_eq!(tally.reported, given);
        }
    }

    /// What is not public changes no figure but the one that is fixed at the close.
    #[test]
    fn what_is_not_public_is_in_no_figure(of_states in answers()) {
        let mut without = of_states.clone();
        for (_, answer) in without.iter_mut().flatten() {
            if !answer.audience.is_empty() {
                *answer = TypedAnswer::default();
            }
        }
        prop_assert_eq!(participation(&disclosures(&of_states), None), participation(&disclosures(&without), None));
    }

    #[test]
    fn rows_stand_in_one_order_whatever_order_reports_come_in(order in Just(vec![0, 1, 2, 3, 4]).prop_shuffle()) {
        let all: Vec<_> = state::invented().iter().map(|state| public(state.code, &short(&[])).unwrap()).collect();
        let shuffled: Vec<_> = order.into_iter().map(|at: usize| all[at].clone()).collect();
        prop_assert_eq!(participation(&shuffled, None), participation(&all, None));
        prop_assert_eq!(participation(&all, None).year().reported, 5);
    }
}
