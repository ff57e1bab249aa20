//! What holds of the figures of any cycle, whatever States say.

use super::*;
use proptest::prelude::*;

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

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
