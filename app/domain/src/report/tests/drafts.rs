use super::*;
use crate::issue::Problem;

fn blank(tier: &str) -> ReportDraft {
    ReportDraft {
        tier: tier.into(),
        ..ReportDraft::default()
    }
}

fn with(mut draft: ReportDraft, question: &str, change: impl FnOnce(&mut TypedAnswer)) -> ReportDraft {
    change(draft.answers.entry(id(question)).or_default());
    draft
}

#[test]
fn no_question_is_mandatory() {
    for tier in ["short", "full"] {
        let report = report(&blank(tier));
        let answers = report.answers().unwrap();
        assert!(!answers.is_empty());
        assert!(
            answers
                .values()
                .all(|stated| stated.answer == Answer::LeftBlank && stated.carried.is_none())
        );
    }
}

#[test]
fn a_tier_is_chosen_and_nothing_else_is_needed() {
    let issues = blank("").complete(&terms(None)).unwrap_err();
    assert_eq!(issues.on(&On::Tier), Some(Problem::Missing.into()));
    let issues = blank("everything").complete(&terms(None)).unwrap_err();
    assert_eq!(
        (issues.len(), issues.on(&On::Tier)),
        (1, Some(Problem::NotOffered.into()))
    );
}

#[test]
fn nothing_new_names_the_last_report_that_has_answers() {
    let last = last_year(&reports::valdoria());
    let mut draft = blank("nothing-new");
    let wrong = |draft: &ReportDraft, last| draft.complete(&terms(last)).unwrap_err().on(&On::Since);
    assert_eq!(wrong(&draft, None), Some(Wrong::NoLastReport));
    assert_eq!(wrong(&draft, Some(&last)), Some(Problem::Missing.into()));
    draft.since = "2024".into();
    assert_eq!(wrong(&draft, Some(&last)), Some(Problem::NotOffered.into()));
    draft.since = "2025".into();
    let report = draft.complete(&terms(Some(&last))).unwrap();
    assert_eq!(report.content, Content::NothingNew { since: last.cycle });
}

#[test]
fn everything_wrong_is_said_at_once_in_page_order() {
    let mut draft = blank("full");
    draft.audience = "everyone".into();
    let draft = with(draft, "law-views", |answer| {
        answer.evidence = vec!["http://a.example".into()];
    });
    let draft = with(draft, "cdp-1-progress", |answer| answer.value.text = "halfway".into());
    let draft = with(draft, "cdp-1-statement", |answer| answer.value.text = "x".repeat(601));
    let draft = with(draft, "cdp-1-in-place", |answer| {
        answer.value.choices = vec!["other".into()];
    });
    let draft = with(draft, "cdp-1-infrastructure", |answer| {
        answer.value.text = "NATO SECRET".into();
    });
    let draft = with(draft, "cdp-2-money", |answer| {
        answer.evidence = vec!["https://a.example".into()];
    });
    let draft = with(draft, "cdp-2-posts", |answer| answer.value.text = "many".into());
    let draft = with(draft, "cdp-7-milestone", |answer| answer.value.day = "31".into());
    let draft = with(draft, "norm-a-statement", |answer| {
        answer.value.text = "A sentence.".into();
    });
    let draft = with(draft, "norm-b-progress", |answer| answer.value.cannot = "none".into());
    let issues = draft.complete(&terms(None)).unwrap_err();
    let lines: Vec<_> = issues
        .iter()
        .map(|issue| format!("{:?}: {}", issue.on, issue.wrong.code()))
        .collect();
    insta::assert_snapshot!("issues", lines.join("\n"));
}

#[test]
fn a_classified_answer_is_not_stored_and_the_rest_is() {
    let posted = |text: &str| Posted {
        answer: with(blank("full"), "cdp-1-statement", |answer| {
            answer.value.text = text.into();
        })
        .typed(&id("cdp-1-statement")),
        confirmed: false,
    };
    let draft = blank("full");
    let page = [id("cdp-1-statement"), id("cdp-1-infrastructure")];
    let all = [
        (page[0].clone(), posted("NATO SECRET: it")),
        (page[1].clone(), posted("In the open.")),
    ];
    let merged = draft.with_page(&draft, page.clone(), all.into(), amina());
    assert_eq!(merged.classified, [page[0].clone()].into());
    assert!(merged.draft.typed(&page[0]).value.text.is_empty());
    assert_eq!(merged.draft.typed(&page[1]).value.text, "In the open.");
    let mut link = Posted::default();
    link.answer.evidence = vec!["https://a.example/COSMIC-TOP-SECRET".into(), " ".into()];
    let merged = draft.with_page(&draft, [page[0].clone()], [(page[0].clone(), link)].into(), amina());
    assert!(merged.classified.contains(&page[0]), "in a link as well");
}

#[test]
fn what_only_one_changed_is_taken_and_what_both_changed_is_asked() {
    let text = |draft, text: &str| with(draft, "cdp-1-statement", |answer| answer.value.text = text.into());
    let (base, newer) = (text(blank("full"), "a"), text(blank("full"), "b"));
    let mine = Posted {
        answer: text(blank("full"), "c").typed(&id("cdp-1-statement")),
        confirmed: false,
    };
    let page = || [id("cdp-1-statement")];
    let posted = || [(id("cdp-1-statement"), mine.clone())].into();
    let merged = newer.with_page(&base, page(), posted(), amina());
    assert_eq!(merged.both_changed, page().into());
    assert_eq!(merged.draft, newer);
    let merged = base.with_page(&base, page(), posted(), amina());
    assert_eq!(merged.draft.typed(&page()[0]).value.text, "c");
}

#[test]
fn last_years_answers_are_confirmed_changed_or_dropped_and_never_taken_for_granted() {
    let last = last_year(&reports::valdoria());
    let terms = terms(Some(&last));
    let mut draft = ReportDraft::carrying(&last);
    draft.tier = "full".into();
    let untouched = draft.complete(&terms).unwrap_err();
    assert_eq!(untouched.len(), last.answers.len());
    assert!(untouched.iter().all(|issue| issue.wrong == Wrong::NotConfirmed));
    assert_eq!(draft.completeness(&terms).whole.to_confirm, last.answers.len());

    let all = last.answers.keys().cloned().collect();
    let draft = draft.confirming(&all, &last, amina());
    let draft = with(draft, "cdp-1-statement", |answer| {
        answer.value.text = "It was revised.".into();
    });
    let draft = with(draft, "cdp-1-in-place", |answer| *answer = TypedAnswer::default());
    let draft = with(draft, "cdp-3-progress", |answer| answer.value.text = "complete".into());
    let report = draft.complete(&terms).unwrap();
    let carried = |question: &str| report.answers().unwrap()[&id(question)].carried;
    assert_eq!(carried("cdp-1-progress"), Some(Carried::Confirmed));
    assert_eq!(carried("cdp-1-statement"), Some(Carried::Changed));
    assert_eq!(carried("cdp-1-in-place"), Some(Carried::Dropped));
    assert_eq!(carried("cdp-3-progress"), Some(Carried::New));
    assert_eq!(carried("cdp-4-progress"), None);
}

#[test]
fn who_confirmed_first_is_remembered_and_a_changed_answer_is_not_confirmed_with_the_others() {
    let last = last_year(&reports::valdoria());
    let draft = ReportDraft::carrying(&last);
    let draft = with(draft, "cdp-2-progress", |answer| answer.value.text = "complete".into());
    let all = last.answers.keys().cloned().collect();
    let draft = draft.confirming(&all, &last, amina());
    assert_eq!(draft.typed(&id("cdp-2-progress")).confirmed, None);
    let again = draft.confirming(&all, &last, amina_at(TUESDAY.plus_seconds(60)));
    assert_eq!(again, draft);
    let page = [id("cdp-1-progress")];
    let posted = Posted {
        answer: draft.typed(&page[0]),
        confirmed: true,
    };
    let posted = [(page[0].clone(), posted)].into();
    let merged = draft.with_page(&draft, page, posted, amina_at(TUESDAY.plus_seconds(60)));
    assert_eq!(merged.draft, draft);
}

#[test]
fn what_is_taken_along_and_brought_back_changes_exactly_what_was_edited() {
    let last = last_year(&reports::valdoria());
    let all = last.answers.keys().cloned().collect();
    let draft = ReportDraft::carrying(&last).confirming(&all, &last, amina());
    let json = serde_json::to_string(&draft.unsigned()).unwrap();
    assert!(!json.contains("confirmed") && !json.contains(&AMINA.id().to_string()));
    let brought_back: ReportDraft = serde_json::from_str(&json).unwrap();
    assert!(draft.changed_by(&brought_back).is_empty());
    let edited = with(brought_back, "cdp-2-statement", |answer| {
        answer.value.text = "Agreed.".into();
    });
    let edited = with(edited, "cdp-3-progress", |answer| answer.value.text = "limited".into());
    assert_eq!(
        draft.changed_by(&edited),
        [id("cdp-2-statement"), id("cdp-3-progress")].into()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn moving_up_a_tier_keeps_everything_typed(short in drafts("short")) {
        let full = ReportDraft { tier: "full".into(), ..short.clone() };
        let (below, above) = (report(&short), report(&full));
        for (question, stated) in below.answers().unwrap() {
            prop_assert_eq!(above.answers().unwrap().get(question), Some(stated));
        }
    }

    #[test]
    fn what_was_stated_reads_back_from_its_boxes(draft in drafts("full")) {
        let stated = report(&draft);
        let again = ReportDraft {
            tier: "full".into(),
            answers: stated.answers().unwrap().iter().map(|(id, stated)| (id.clone(), TypedAnswer::from(stated))).collect(),
            ..ReportDraft::default()
        };
        prop_assert_eq!(report(&again), stated);
    }

    #[test]
    fn confirming_everything_says_the_same_again(draft in drafts("full")) {
        let last = last_year(&draft);
        let all = last.answers.keys().cloned().collect();
        let mut again = ReportDraft::carrying(&last).confirming(&all, &last, amina());
        again.tier = "full".into();
        let now = again.complete(&terms(Some(&last))).unwrap();
        for (question, stated) in report(&draft).answers().unwrap() {
            let now = &now.answers().unwrap()[question];
            prop_assert!(now.says_the_same(stated) && now.audience == stated.audience || !stated.says_something());
            prop_assert_eq!(now.carried, stated.says_something().then_some(Carried::Confirmed));
        }
    }

    #[test]
    fn every_question_asked_is_counted_once(draft in drafts("full")) {
        let completeness = draft.completeness(&terms(None));
        let Figures { asked, given, none, unknown, withheld, left_blank, to_confirm, wrong } = completeness.whole;
        prop_assert_eq!(asked, given + none + unknown + withheld + left_blank + to_confirm + wrong);
        let report = report(&draft);
        let answers = report.answers().unwrap();
        let said = |wanted: fn(&Answer<Value>) -> bool| answers.values().filter(|stated| wanted(&stated.answer)).count();
        prop_assert_eq!(asked, answers.len());
        prop_assert_eq!(given, said(|answer| matches!(answer, Answer::Given(_))));
        prop_assert_eq!(none, said(|answer| *answer == Answer::None));
        prop_assert_eq!(unknown, said(|answer| *answer == Answer::Unknown));
        prop_assert_eq!(withheld, said(|answer| matches!(answer, Answer::Withheld(_))));
        prop_assert_eq!(left_blank, said(|answer| *answer == Answer::LeftBlank));
    }
}
