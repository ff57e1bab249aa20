//! What was typed in answer to a question of a report, however wrong, in words.

use super::{
    Said, Voice,
    reported::progress,
    said::{count_in_words, grouped, isolated, moment_as_typed},
};
use crate::words;
use domain::{
    draft::Typed,
    marking::Reason,
    questionnaire::{Kind, Progress, Question},
    report::TypedAnswer,
};

impl Said {
    /// What was typed in answer to this question.
    pub fn drafted(question: &Question, typed: &TypedAnswer) -> Self {
        let value = &typed.value;
        let is_empty = value.has_no_value() && (typed.evidence.is_empty() || question.kind != Kind::Evidence);
        match (value.cannot.as_str(), is_empty) {
            ("", true) => Self::nothing("left-blank"),
            (_, false) => typed_value(&question.kind, value),
            (cannot, true) => Reason::from_code(cannot).map_or_else(|| Self::nothing(cannot), Self::withheld),
        }
    }
}

fn typed_value(kind: &Kind, typed: &Typed) -> Said {
    match kind {
        Kind::Choice(_) => Said::new(Voice::Questionnaire, label(kind, &typed.text, &typed.other)),
        Kind::Choices(_) => {
            let labels = typed.choices.iter().map(|code| label(kind, code, &typed.other));
            Said::new(Voice::Questionnaire, labels.collect::<Vec<_>>().join(", "))
        }
        Kind::Progress => {
            let word = Progress::from_code(&typed.text).map_or_else(|| typed.text.clone(), progress);
            Said {
                note: Some(words::say("progress-as-stated")),
                ..Said::portal(word)
            }
        }
        Kind::Number { unit } => {
            let number = typed.text.parse().map_or_else(|_| typed.text.clone(), grouped);
            let number = count_in_words(number, typed.estimate == "estimate");
            Said::portal(format!("{number} {unit}").trim().to_owned())
        }
        Kind::Date => Said::portal(moment_as_typed(typed)),
        Kind::Text { .. } => {
            let language = (!typed.language.is_empty()).then(|| typed.language.clone());
            Said::new(Voice::State(language), typed.text.clone())
        }
        // They follow as they were typed.
        Kind::Evidence => Said::portal(String::new()),
    }
}

/// A choice as the questionnaire words it, and what "other" stands for.
fn label(kind: &Kind, code: &str, other: &str) -> String {
    let offered = kind.offers().iter().find(|choice| choice.code.as_str() == code);
    let label = offered.map_or_else(|| code.to_owned(), |choice| choice.label.clone());
    if code == "other" && !other.trim().is_empty() {
        words::say_with("answers-other", &[("code", &label), ("which", &isolated(other))])
    } else {
        label
    }
}
