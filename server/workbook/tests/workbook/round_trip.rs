//! What nobody touched comes back exactly, whatever it is.

use crate::{
    support::{OPENED, VALDORIA, after, form, read_into, written},
    typed::{anything, drafts, usual},
};
use domain::{
    questionnaire::{Depth, Kind},
    report::ReportDraft,
    samples::reports,
};
use proptest::prelude::*;

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
