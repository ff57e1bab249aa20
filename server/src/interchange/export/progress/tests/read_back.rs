//! What is read back from a file is what was written: a questionnaire from its table, an answer from its JSON.

use super::{NOTICE, OPENED, ReportAnswer, csv, questionnaire};
use app::portal::cycles::content;
use domain::{
    answer::Count,
    commitment::Commitments,
    marking::{Audience, Reason},
    report::{DisclosedAnswer, Said, Value},
    samples::reports,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever its words are, also where a spreadsheet would take them for formulas.
    #[test]
    fn a_questionnaire_is_imported_from_its_table_as_it_was(
        text in "['=+@\u{ff1d}\u{ff20}-]{0,2}[!-~\u{e9}\u{ff0b}]([ -~\n\t]{0,30}[!-~])?", at in any::<prop::sample::Index>(),
    ) {
        let mut worded = (**OPENED).clone();
        let section = at.index(worded.sections.len());
        let question = &mut worded.sections[section].questions[0];
        question.text.clone_from(&text);
        question.guidance = text;
        let opened = reports::opened(worded, None).expect("it has no faults");
        let table = String::from_utf8(csv::table(&questionnaire::table(&opened, NOTICE))).expect("UTF-8");
        let read = content::read(&table, &OPENED, &Commitments::shipped(), None);
        prop_assert_eq!(read, Ok((*opened).clone()));
    }
}

/// What the public can be told, a zero among it, which is given.
fn told() -> [Said; 6] {
    let zero = Count {
        number: 0,
        estimate: false,
    };
    [
        Said::Given(Value::Count(zero)),
        Said::None,
        Said::Unknown,
        Said::Withheld(Reason::ALL[0]),
        Said::NothingToRead,
        Said::NotAsked,
    ]
}

#[test]
fn the_states_of_an_answer_stay_distinct_in_json_and_in_tables_and_back() {
    let answers = told().map(|said| {
        let audience = said.is_something().then_some(Audience::Public);
        ReportAnswer::of(&DisclosedAnswer {
            said,
            evidence: Vec::new(),
            audience,
            carried: None,
        })
    });
    let json = answers
        .clone()
        .map(|answer| serde_json::to_string(&answer).expect("JSON"));
    let back = json.clone().map(|json| serde_json::from_str(&json).expect("an answer"));
    assert_eq!(answers, back);
    assert_eq!(BTreeSet::from(json).len(), answers.len());
    let words: BTreeSet<_> = answers.iter().map(|answer| answer.cells()[0].clone()).collect();
    assert_eq!(words.len(), answers.len(), "{words:?}");
    let values: Vec<_> = answers.iter().map(|answer| answer.cells()[2].clone()).collect();
    assert_eq!(values, ["0", "", "", "", "", ""], "only what is given has a value");
}
