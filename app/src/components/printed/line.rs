//! One question and what is said to it: as typed, or as readers read it.

use super::{Line, Text};
use crate::{
    components::{
        answers::{Said, Voice, reported::links},
        report::carried,
    },
    words,
};
use domain::{
    filing::Filing,
    marking::Audience,
    questionnaire::{Question, Questionnaire},
    report::{self, DisclosedAnswer, Report},
};

/// What these readers find; none where the question was not asked. With `marked`, who else may read it and how it stands
/// to last year's.
pub fn of_disclosure(
    questionnaire: &Questionnaire,
    question: &Question,
    answer: &DisclosedAnswer,
    marked: bool,
) -> Option<Line> {
    if answer.said == report::Said::NotAsked {
        return None;
    }
    let readers = answer.audience.map(read_by);
    let how = answer
        .carried
        .map(|how| words::say(&format!("report-carried-{}", how.code())));
    let marks = [readers, how].into_iter().flatten();
    Some(Line {
        asked: asked(questionnaire, question),
        said: in_words(Said::reported(question, &answer.said)),
        links: links(answer).iter().map(ToString::to_string).collect(),
        marks: marks.filter(|_| marked).collect(),
    })
}

/// What was typed, however wrong; none where the question is not asked.
pub fn of_draft(filing: &Filing<Report>, question: &Question) -> Option<Line> {
    let (draft, terms) = (&filing.draft, &filing.terms);
    if !question.is_asked(draft.depth()?, &terms.about) {
        return None;
    }
    let typed = draft.typed(&question.id);
    let readers = || read_by(typed.read_by(draft.known_to(terms.audience)));
    let readers = (!typed.says_nothing()).then(readers);
    Some(Line {
        asked: asked(&terms.questionnaire, question),
        said: in_words(Said::drafted(question, &typed)),
        links: typed
            .evidence
            .iter()
            .filter(|link| !link.trim().is_empty())
            .cloned()
            .collect(),
        marks: readers.into_iter().chain(carried(filing, question, &typed)).collect(),
    })
}

fn asked(questionnaire: &Questionnaire, question: &Question) -> Text {
    Text {
        words: question.text.clone(),
        language: Some(questionnaire.language.clone()),
    }
}

fn read_by(readers: Audience) -> String {
    words::say_with("report-read-by", &[("readers", &words::audience(readers))])
}

/// Nothing where it is said in links alone, which are words of nobody.
fn in_words(said: Said) -> Option<Said> {
    Some(said).filter(|said| !(said.words.is_empty() && said.voice == Voice::Portal))
}
