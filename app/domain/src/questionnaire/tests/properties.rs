//! What holds of any questionnaire that has no faults, and any version that can follow the shipped one.

use super::*;
use std::mem;

/// What may become of a question from one version to the next.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// It is asked again, under its own name.
    Stays,
    /// It is asked again, under another.
    IsRenamed,
    /// Another stands in its place.
    IsReplaced,
    /// Nothing takes it up.
    IsDropped,
    /// It is asked again, and after it one that is new.
    IsFollowed,
}

/// Versions that follow the shipped one, in which anything became of any question.
pub(crate) fn next_versions() -> impl Strategy<Value = Questionnaire> {
    let fate = prop_oneof![
        4 => Just(Fate::Stays),
        1 => Just(Fate::IsRenamed),
        1 => Just(Fate::IsReplaced),
        1 => Just(Fate::IsDropped),
        1 => Just(Fate::IsFollowed),
    ];
    prop::collection::vec(fate, shipped().questions().count()).prop_map(following)
}

fn following(fates: Vec<Fate>) -> Questionnaire {
    let (mut next, mut fates) = (shipped(), fates.into_iter());
    next.follows = Some(next.version);
    next.version = "2027.1".parse().unwrap();
    for section in &mut next.sections {
        let questions = mem::take(&mut section.questions).into_iter();
        section.questions = questions
            .zip(fates.by_ref())
            .flat_map(|(question, fate)| became(question, fate))
            .collect();
    }
    next.sections.retain(|section| !section.questions.is_empty());
    next
}

fn became(question: Question, fate: Fate) -> Vec<Question> {
    let named = |word: &str, succeeds| Question {
        id: format!("{word}-{}", question.id).parse().unwrap(),
        succeeds,
        ..question.clone()
    };
    let same = Lineage::Same(question.id.clone());
    let stays = Question {
        succeeds: same.clone(),
        ..question.clone()
    };
    match fate {
        Fate::Stays => vec![stays],
        Fate::IsRenamed => vec![named("now", same)],
        Fate::IsReplaced => vec![named("instead", Lineage::Replaces([question.id.clone()].into()))],
        Fate::IsDropped => Vec::new(),
        Fate::IsFollowed => vec![stays, named("new", Lineage::New)],
    }
}

/// Words with everything in them that a table could stumble over, and no space around them, which a table takes off.
fn words() -> impl Strategy<Value = String> {
    "[!-~\u{e9}\u{627}\u{ff1d}]([ -~\n\t\u{e9}\u{627}\u{1f6e1}]{0,40}[!-~\u{e9}])?"
}

/// The same in one line, and without what stands between choices.
fn line(words: &str) -> String {
    words.replace(['\n', '\t', '|'], "/")
}

/// Questionnaires with any words in any places.
fn reworded() -> impl Strategy<Value = Questionnaire> {
    let places = 0..6_usize;
    let change = (any::<prop::sample::Index>(), places, words());
    prop::collection::vec(change, 1..12).prop_map(|changes| {
        let mut questionnaire = shipped();
        for (which, place, words) in changes {
            let section = which.index(questionnaire.sections.len());
            let section = &mut questionnaire.sections[section];
            let question = which.index(section.questions.len());
            let question = &mut section.questions[question];
            match (place, &mut question.kind) {
                (0, _) => section.title = line(&words),
                (1, _) => section.guidance = words,
                (2, _) => question.guidance = words,
                (3, Kind::Number { unit }) => *unit = line(&words),
                (3, Kind::Choice(choices) | Kind::Choices(choices)) => choices[0].label = line(&words),
                _ => question.text = words,
            }
        }
        questionnaire
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_has_no_faults_is_read_back_from_its_table_and_from_its_json(questionnaire in reworded()) {
        prop_assert_eq!(questionnaire.faults(&known(), None), BTreeSet::new());
        prop_assert_eq!(&Questionnaire::from_json(&questionnaire.to_json()).unwrap(), &questionnaire);
        prop_assert_eq!(questionnaire.with_table(&questionnaire.to_table(), &known(), None), Ok(questionnaire));
    }

    #[test]
    fn whatever_became_of_the_questions_a_table_says_so(next in next_versions()) {
        prop_assert_eq!(next.faults(&known(), Some(&shipped())), BTreeSet::new());
        prop_assert_eq!(next.with_table(&next.to_table(), &known(), Some(&shipped())), Ok(next));
    }
}
