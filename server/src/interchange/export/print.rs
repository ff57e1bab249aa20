//! A report as PDF: from its [`Sheet`], which is all that is said, to what the typesetter sets.
//!
//! Sentences of the portal are in the language of the document. A question is in that of its questionnaire, an answer in
//! its own, so that a reader's software pronounces each as it should and each runs in its own direction.

use app::{
    components::{
        answers::{Said, Voice},
        printed::{Line, Part, Sheet, Text},
    },
    words,
};
use typeset::{Block, Direction, Evidence, Part as Section, Printed, Question, Words};

/// What to set.
pub fn printed(sheet: &Sheet) -> Printed {
    let language = words::locale().lang;
    // The places of the numbers stay as they are: only the typesetter knows those.
    let page = words::say_with("print-page", &[("page", "{page}"), ("pages", "{pages}")]);
    Printed {
        title: sheet.title.clone(),
        language: language.to_owned(),
        direction: Direction::of(language),
        marking: sheet.marking.clone(),
        subject: sheet.subject.clone(),
        notice: sheet.notices.clone(),
        generated: sheet.made_of.clone(),
        written: sheet.at.utc(),
        sections: sheet.parts.iter().map(|part| section(part, language)).collect(),
        footer: sheet.foot.clone(),
        page,
    }
}

fn section(part: &Part, language: &str) -> Section {
    let notes = part
        .notes
        .iter()
        .map(|note| Block::Paragraph(Words::new(note, language)));
    let questions = part
        .lines
        .iter()
        .map(|line| Block::Question(Box::new(question(line, language))));
    Section {
        heading: text(&part.heading, language),
        blocks: notes.chain(questions).collect(),
    }
}

fn question(line: &Line, language: &str) -> Question {
    let asked = text(&line.asked, language);
    let (stated, answer) = match &line.said {
        None => (None, None),
        Some(said) => in_whose_words(said, &asked.language),
    };
    let label = || words::say("progress-evidence");
    Question {
        asked,
        guidance: None,
        stated,
        answer,
        meta: line.marks.clone(),
        evidence: (!line.links.is_empty()).then(|| Evidence {
            label: label(),
            links: line.links.clone(),
        }),
    }
}

/// What is said: by the portal, or by the State or its questionnaire in a language of their own.
fn in_whose_words(said: &Said, of_questions: &str) -> (Option<String>, Option<Words>) {
    let own = match &said.voice {
        Voice::State(language) => Some(Words::new(&said.words, language.as_deref().unwrap_or("und"))),
        Voice::Questionnaire => Some(Words::new(&said.words, of_questions)),
        Voice::Portal | Voice::Withheld | Voice::Nothing | Voice::NotAsked => None,
    };
    let ours = own.is_none().then_some(&said.words);
    let ours: Vec<&str> = ours.into_iter().chain(&said.note).map(String::as_str).collect();
    ((!ours.is_empty()).then(|| ours.join(" · ")), own)
}

fn text(text: &Text, language: &str) -> Words {
    Words::new(&text.words, text.language.as_deref().unwrap_or(language))
}
