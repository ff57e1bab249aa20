mod properties;

use super::*;
use crate::{
    marking::Audience,
    questionnaire::{Frozen, tests::next_year},
    report::{ReportDisclosure, ReportDraft, Terms, TypedAnswer},
    samples::reports,
    state::StateCode,
};
use std::fmt::Write;

fn id(text: &str) -> QuestionId {
    text.parse().unwrap()
}

fn opened() -> [Frozen; 2] {
    let first = reports::opened(Questionnaire::shipped().unwrap(), None).unwrap();
    let second = reports::opened(next_year(), Some(&first)).unwrap();
    [first, second]
}

fn complete(draft: &ReportDraft, year: u16, questionnaire: &Frozen, last: Option<&Carry>) -> Report {
    let terms = Terms {
        cycle: year.try_into().unwrap(),
        questionnaire,
        about: &reports::asked_of(StateCode::VALDORIA),
        audience: Audience::Public,
        last,
    };
    draft.complete(&terms).unwrap()
}

/// The next version, in which nothing but its name differs from this one.
fn after(before: &Questionnaire, version: &str) -> Questionnaire {
    let mut next = before.clone();
    next.follows = Some(before.version);
    next.version = version.parse().unwrap();
    for question in next.sections.iter_mut().flat_map(|section| &mut section.questions) {
        question.succeeds = Lineage::Same(question.id.clone());
    }
    next
}

#[test]
fn what_is_the_same_is_carried_what_is_replaced_stands_beside_and_what_is_gone_is_listed() {
    let [then, now] = opened();
    let carry = Carry::forward(&complete(&reports::valdoria(), 2026, &then, None), &[&then, &now]).unwrap();
    assert!(carry.answers.contains_key(&id("pledge-1-progress")), "under its new id");
    assert!(!carry.answers.contains_key(&id("cdp-1-progress")));
    let beside: Vec<_> = carry.beside[&id("capabilities-now")]
        .iter()
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!(beside, ["cdp-1-in-place", "cdp-1-infrastructure"]);
    assert_eq!(carry.new, [id("capabilities-next")]);
    let dropped: Vec<_> = carry.dropped.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(dropped, ["cdp-2-posts"]);
    let draft = ReportDraft::carrying(&carry);
    assert_eq!(draft.answers.len(), carry.answers.len());
    assert!(
        !draft.answers.contains_key(&id("capabilities-now")),
        "another question gets no old answer"
    );
}

#[test]
fn a_year_that_was_left_out_is_no_obstacle() {
    let [first, second] = opened();
    let third = after(&second, "2028.1");
    let carry = Carry::forward(
        &complete(&reports::valdoria(), 2026, &first, None),
        &[&first, &second, &third],
    )
    .unwrap();
    assert!(carry.answers.contains_key(&id("pledge-1-progress")));
    assert_eq!(carry.beside[&id("capabilities-now")].len(), 2);
}

#[test]
fn under_the_same_version_everything_is_the_same() {
    let [first, _] = opened();
    let descent = Descent::through(&[&first]);
    assert!(descent.new.is_empty() && descent.dropped.is_empty() && descent.replaced.is_empty());
    assert!(descent.same.iter().all(|(now, then)| now == then));
    assert_eq!(descent.same.len(), first.questions().count());
}

#[test]
fn nothing_is_carried_from_a_report_without_answers_or_through_other_versions() {
    let [first, second] = opened();
    let report = complete(&reports::valdoria(), 2026, &first, None);
    assert_eq!(Carry::forward(&report, &[&second]), None);
    let carry = Carry::forward(&report, &[&first]).unwrap();
    let nothing_new = ReportDraft {
        tier: "nothing-new".into(),
        since: "2026".into(),
        ..ReportDraft::default()
    };
    let report = complete(&nothing_new, 2027, &first, Some(&carry));
    assert_eq!(Carry::forward(&report, &[&first]), None);
}

/// Two years of Valdoria, for these readers.
fn two_years(to: Audience) -> [ReportDisclosure; 2] {
    let [then, now] = opened();
    let last = complete(&reports::valdoria(), 2026, &then, None);
    let carry = Carry::forward(&last, &[&then, &now]).unwrap();
    let confirmed = crate::report::Confirmation {
        by: crate::samples::AMINA.id(),
        at: crate::samples::TUESDAY,
    };
    let all = carry.answers.keys().cloned().collect();
    let mut draft = ReportDraft::carrying(&carry).confirming(&all, &carry, confirmed);
    draft.tier = "full".into();
    "complete".clone_into(&mut draft.answers.get_mut(&id("pledge-1-progress")).unwrap().value.text);
    draft.answers.insert(id("cdp-6-exercises"), TypedAnswer::default());
    draft.answers.get_mut(&id("cdp-2-statement")).unwrap().audience = "public".into();
    let mut new = TypedAnswer::default();
    "security".clone_into(&mut new.value.cannot);
    draft.answers.insert(id("capabilities-next"), new);
    let now = complete(&draft, 2027, &now, Some(&carry));
    [last, now].map(|report| report.disclose(&StateCode::VALDORIA, to).unwrap())
}

#[test]
fn the_difference_of_two_years_shows_each_reader_what_they_may_read() {
    let [first, second] = opened();
    let mut page = String::new();
    for to in [Audience::Secretariat, Audience::Public] {
        let [then, now] = two_years(to);
        writeln!(page, "for: {}", to.code()).unwrap();
        for difference in difference(&then, &now, &[&first, &second]) {
            let readers = if difference.other_readers {
                " (other readers)"
            } else {
                ""
            };
            writeln!(
                page,
                "  {:<22} {}{readers}",
                difference.question,
                difference.change.code()
            )
            .unwrap();
        }
    }
    insta::assert_snapshot!("difference", page);
}
