//! What holds between any two years, whatever a State says in them and whatever became of the questions.

use super::*;
use crate::{
    questionnaire::tests::properties::next_versions,
    report::{Wrong, tests::drafts},
};
use proptest::prelude::*;

/// This report of Valdoria under the shipped version, and what of it is carried forward into the next one.
fn carried(draft: &ReportDraft, next: Questionnaire) -> (Report, Frozen, Carry) {
    let first = reports::opened(Questionnaire::shipped().unwrap(), None).unwrap();
    let second = reports::opened(next, Some(&first)).unwrap();
    let last = complete(draft, 2026, &first, None);
    let carry = Carry::forward(&last, &[&first, &second]).unwrap();
    (last, second, carry)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn only_what_is_still_asked_is_carried_and_nothing_is_lost_or_made_up(draft in drafts("full"), next in next_versions()) {
        let (last, now, carry) = carried(&draft, next);
        let answers = last.answers().unwrap();
        for (id, stated) in &carry.answers {
            let lineage = now.question(id).map(|question| question.succeeds.clone());
            let same = answers.iter().find(|(then, _)| lineage == Some(Lineage::Same((*then).clone())));
            prop_assert_eq!(same.map(|(_, stated)| stated), Some(stated), "{}", id);
        }
        // Each answer is in one place and no other.
        let taken_up = |id: &QuestionId| now.question(id).unwrap().succeeds.taken_up()[0].clone();
        let mut places: Vec<QuestionId> = carry.answers.keys().map(taken_up).collect();
        let beside = carry.beside.values().flatten();
        places.extend(beside.chain(&carry.dropped).map(|(then, _)| then.clone()));
        places.sort();
        let said = answers.iter().filter(|(_, stated)| stated.says_something());
        prop_assert_eq!(places, said.map(|(then, _)| then.clone()).collect::<Vec<_>>());
    }

    /// A State is made to say nothing by saying nothing.
    #[test]
    fn what_is_carried_is_not_stated_until_somebody_says_so(draft in drafts("full"), next in next_versions()) {
        let (_, now, carry) = carried(&draft, next);
        let untouched = ReportDraft { tier: "full".into(), ..ReportDraft::carrying(&carry) };
        prop_assert!(untouched.answers.keys().all(|id| now.question(id).is_some()));
        let terms = Terms {
            cycle: 2027.try_into().unwrap(),
            questionnaire: &now,
            about: &reports::asked_of(StateCode::VALDORIA),
            audience: Audience::Public,
            last: Some(&carry),
        };
        match untouched.complete(&terms) {
            Ok(report) => prop_assert!(carry.answers.is_empty(), "{:?}", report),
            Err(issues) => {
                prop_assert_eq!(issues.len(), carry.answers.len());
                prop_assert!(issues.iter().all(|issue| issue.wrong == Wrong::NotConfirmed));
            }
        }
    }

    #[test]
    fn a_year_differs_from_itself_in_nothing(draft in drafts("full"), to in prop::sample::select(Audience::ALL.to_vec())) {
        let questionnaire = reports::opened(Questionnaire::shipped().unwrap(), None).unwrap();
        let year = complete(&draft, 2026, &questionnaire, None).disclose(&StateCode::VALDORIA, to).unwrap();
        let same = difference(&year, &year, &[&questionnaire]);
        let to_read = questionnaire.questions().filter(|question| year.answer(&question.id).unwrap().said.is_something());
        prop_assert_eq!(same.len(), to_read.count());
        prop_assert!(same.iter().all(|one| one.change == Change::Same && !one.other_readers));
    }

    /// Between two years everything there is to read is told once, and of the same readers only.
    #[test]
    fn a_difference_is_of_what_is_to_be_read_and_of_nothing_else(
        then in drafts("full"), now in drafts("full"), next in next_versions(), to in prop::sample::select(Audience::ALL.to_vec()),
    ) {
        let first = reports::opened(Questionnaire::shipped().unwrap(), None).unwrap();
        let second = reports::opened(next, Some(&first)).unwrap();
        let [then, now] = [complete(&then, 2026, &first, None), complete(&now, 2027, &second, None)]
            .map(|report| report.disclose(&StateCode::VALDORIA, to).unwrap());
        let told = difference(&then, &now, &[&first, &second]);
        let is_read = |version: &Frozen, year: &ReportDisclosure| {
            let read = version.questions().filter(|question| year.answer(&question.id).unwrap().said.is_something());
            read.count()
        };
        let replaced = Descent::through(&[&first, &second]);
        let is_beside = |id: &QuestionId| replaced.replaced.values().any(|before| before.contains(id));
        prop_assert_eq!(told.iter().filter(|one| one.now.is_some()).count(), is_read(&second, &now));
        prop_assert_eq!(told.iter().filter(|one| one.then.is_some()).count(), is_read(&first, &then));
        for one in told.iter().filter(|one| one.change == Change::NoLongerAsked) {
            prop_assert!(replaced.dropped.contains(&one.question) || is_beside(&one.question));
        }
    }
}
