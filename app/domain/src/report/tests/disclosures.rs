use super::*;
use std::fmt::Write;

fn disclose(report: &Report, to: Audience) -> String {
    let disclosure = report.disclose(&StateCode::VALDORIA, to);
    disclosure.map_or_else(String::new, |disclosure| String::from_utf8(disclosure.bytes()).unwrap())
}

#[test]
fn what_each_audience_reads_of_a_sample() {
    let report = report(&reports::valdoria());
    let mut page = String::new();
    for to in Audience::ALL {
        writeln!(page, "\nfor: {}", to.code()).unwrap();
        let disclosure = report.disclose(&StateCode::VALDORIA, to).unwrap();
        for question in OPENED.questions() {
            let answer = disclosure.answer(&question.id).unwrap();
            if reports::valdoria().answers.contains_key(&question.id) {
                writeln!(page, "{:<22} {}", question.id, serde_json::to_string(answer).unwrap()).unwrap();
            }
        }
    }
    insta::assert_snapshot!("disclosures", page);
}

#[test]
fn the_states_of_an_answer_stay_distinct() {
    let disclosure = report(&reports::valdoria())
        .disclose(&StateCode::VALDORIA, Audience::Secretariat)
        .unwrap();
    let json = serde_json::to_value(&disclosure).unwrap();
    let said = |question: &str| json["content"]["form"]["answers"][question]["said"].to_string();
    assert_eq!(said("cdp-1-progress"), r#"{"given":{"progress":"substantial"}}"#);
    assert_eq!(said("cdp-6-exercises"), r#""none""#);
    assert_eq!(said("cdp-7-milestone"), r#""unknown""#);
    assert_eq!(said("cdp-1-infrastructure"), r#"{"withheld":"security"}"#);
    assert_eq!(said("cdp-3-progress"), r#""left-blank""#);
    assert_eq!(said("capacity-diplomats"), r#""not-asked""#);
}

#[test]
fn whoever_may_not_know_of_a_report_gets_nothing() {
    for audience in Audience::ALL {
        let draft = ReportDraft {
            audience: audience.code().into(),
            ..reports::valdoria()
        };
        for to in Audience::ALL {
            assert_eq!(
                disclose(&report(&draft), to).is_empty(),
                to > audience,
                "{audience:?} {to:?}"
            );
        }
    }
}

#[test]
fn what_is_published_is_what_was_made_from_the_report() {
    let report = report(&reports::valdoria());
    let disclosure = report.disclose(&StateCode::VALDORIA, Audience::Public).unwrap();
    let again: ReportDisclosure = serde_json::from_slice(&disclosure.bytes()).unwrap();
    assert_eq!((again.hash(), again.tier()), (disclosure.hash(), Tier::Full));
    let stored: Report = serde_json::from_slice(&serde_json::to_vec(&report).unwrap()).unwrap();
    assert_eq!(stored.hash(), report.hash());
}

/// Whether these readers may see what is said to a question.
fn is_for(report: &Report, question: &QuestionId, to: Audience) -> bool {
    let stated = &report.answers().unwrap()[question];
    stated.audience >= to && stated.says_something()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_answer_is_in_no_byte_outside_its_audience(draft in drafts("full"), whole in prop::sample::select(Audience::ALL.to_vec())) {
        let report = report(&ReportDraft { audience: whole.code().into(), ..draft });
        for to in Audience::ALL {
            let bytes = disclose(&report, to);
            for (question, stated) in report.answers().unwrap() {
                let texts = match &stated.answer {
                    Answer::Given(value) => value.texts(),
                    _ => Vec::new(),
                };
                let links = stated.evidence.iter().map(Link::as_str);
                for text in texts.into_iter().chain(links) {
                    let written = serde_json::to_string(text).unwrap();
                    prop_assert_eq!(bytes.contains(&written), is_for(&report, question, to) && to <= whole);
                }
            }
        }
    }

    /// Stronger than the canary: whatever is said to others, these readers read the same bytes, also of whether
    /// anything was said at all.
    #[test]
    fn readers_cannot_tell_what_was_said_to_others(
        one in drafts("full"), other in drafts("full"), to in prop::sample::select(vec![Audience::ParticipatingStates, Audience::Public]),
    ) {
        let first = report(&one);
        let mut mixed = one;
        for (question, answer) in other.answers {
            let is_silent = first.answers().unwrap().get(&question).is_none_or(|_| !is_for(&first, &question, to));
            if is_silent {
                let unseen = TypedAnswer { audience: "secretariat".into(), ..answer };
                mixed.answers.insert(question, unseen);
            }
        }
        prop_assert_eq!(disclose(&first, to), disclose(&report(&mixed), to));
    }

    #[test]
    fn last_year_changes_nothing_for_those_outside(then in drafts("full"), now in drafts("full")) {
        let last = last_year(&then);
        let all = last.answers.keys().cloned().collect();
        let confirmed = now.confirming(&all, &last, amina());
        if let Ok(with_history) = confirmed.complete(&terms(Some(&last))) {
            for to in [Audience::ParticipatingStates, Audience::Public] {
                prop_assert_eq!(disclose(&with_history, to), disclose(&report(&now), to));
            }
        }
    }

    #[test]
    fn no_answer_has_more_readers_than_the_report(draft in drafts("full"), whole in prop::sample::select(Audience::ALL.to_vec())) {
        let report = report(&ReportDraft { audience: whole.code().into(), ..draft });
        prop_assert!(report.answers().unwrap().values().all(|stated| stated.audience <= whole));
    }
}
