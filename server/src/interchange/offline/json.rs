//! A form as JSON.
//!
//! # The format, version 2
//!
//! | member | what |
//! |---|---|
//! | `format` | [`FORMAT`]; another is not read |
//! | `read_first` | how it is filled in, in words |
//! | `state`, `cycle`, `questionnaire`, `questions`, `form` | what it is a form of: a State, a year, a version and its SHA-256, `short` or `full`. All must be as they are |
//! | `draft` | the number of the draft's version it was made of: what still says the same as that one, nobody touched |
//! | `state_name`, `sections` | for people: the State's name, the sections with title and guidance |
//! | `answers` | by the id of the question, in page order: the question with its guidance and what it offers, then [what is said](Line) |
//!
//! Of an answer only what is said is read back. An answer that is absent was not touched; so an answer that this format
//! cannot hold as it was typed is left out of it, and stays as it is.

mod line;

use app::{
    portal::ports::{FilledIn, OfflineForm, OfflineFormat, Unread},
    words,
};
use domain::{
    cycle::CycleYear,
    ids::Version,
    marking::{Audience, Reason},
    questionnaire::{Depth, QuestionId, QuestionnaireVersion},
    report::TypedAnswer,
    state::StateCode,
};
use line::Line;
use serde::{Deserialize, Serialize, Serializer, de::DeserializeOwned};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
};

/// The name of the format, with its version.
pub const FORMAT: &str = "verbale-report-form/2";

/// The largest file that is looked at: as of a workbook.
const LARGEST: usize = workbook::BYTES_MAX;

/// A form as it is written.
#[derive(Serialize)]
struct Written<'a> {
    format: &'a str,
    read_first: Vec<String>,
    #[serde(flatten)]
    of: Facts,
    draft: Version,
    state_name: &'a str,
    sections: Vec<SectionOf<'a>>,
    #[serde(serialize_with = "in_order")]
    answers: Vec<(&'a QuestionId, Line)>,
}

#[derive(Serialize)]
struct SectionOf<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    guidance: &'a str,
}

/// What it is a form of.
#[derive(Serialize, Deserialize)]
struct Facts {
    state: StateCode,
    cycle: CycleYear,
    questionnaire: QuestionnaireVersion,
    questions: String,
    form: Depth,
}

/// What says whether it is a form at all.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Option<String>,
}

/// What says of which draft it was made.
#[derive(Deserialize)]
struct Made {
    draft: Version,
}

/// What is said.
#[derive(Deserialize)]
struct Body {
    answers: BTreeMap<QuestionId, Line>,
}

fn in_order<S: Serializer>(answers: &[(&QuestionId, Line)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(answers.iter().map(|(id, line)| (id, line)))
}

/// The form, with what is in the draft.
pub fn write(form: &OfflineForm) -> Vec<u8> {
    let questionnaire = &form.terms.questionnaire;
    let mut written = Written {
        format: FORMAT,
        read_first: read_first(),
        of: facts(form),
        draft: form.version,
        state_name: &form.state_name,
        sections: Vec::new(),
        answers: Vec::new(),
    };
    for section in &questionnaire.sections {
        let asked = section.questions.iter();
        let asked = asked.filter(|question| question.is_asked(form.depth, &form.terms.about));
        let lines = asked.filter_map(|question| {
            let typed = form.draft.typed(&question.id);
            let line = Line::of(&section.id, question, &typed);
            (line.clone().typed() == typed).then_some((&question.id, line))
        });
        written.answers.extend(lines);
        written.sections.push(SectionOf {
            id: section.id.as_str(),
            title: &section.title,
            guidance: &section.guidance,
        });
    }
    // Strings, numbers and maps keyed by strings: there is nothing JSON could refuse.
    serde_json::to_vec_pretty(&written).unwrap_or_default()
}

fn read_first() -> Vec<String> {
    let reasons = Reason::ALL.map(Reason::code).join(", ");
    let readers = Audience::ALL.map(Audience::code).join(", ");
    vec![
        words::say("workbook-notice-voluntary"),
        words::say("offline-json-how"),
        words::say_with("offline-json-state", &[("reasons", &reasons)]),
        words::say_with("offline-json-boxes", &[("readers", &readers)]),
        words::say("offline-json-classified"),
    ]
}

fn facts(form: &OfflineForm) -> Facts {
    Facts {
        state: form.reference.state,
        cycle: form.terms.cycle,
        questionnaire: form.terms.questionnaire.version,
        questions: form.terms.questionnaire.hash().to_string(),
        form: form.depth,
    }
}

/// Whether a file is meant as JSON.
pub fn is_json(file: &[u8]) -> bool {
    let text = file.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(file);
    text.trim_ascii_start().starts_with(b"{")
}

/// Of which version of the draft it was made.
///
/// # Errors
/// Where it is not this form any more, or never was.
pub fn taken_from(form: &OfflineForm, file: &[u8]) -> Result<Version, Unread> {
    let Made { draft } = parsed(form_of(form, file)?, "not-understood")?;
    Ok(draft)
}

/// What is said in it now.
///
/// # Errors
/// Where it is not this form any more, or never was.
pub fn read(form: &OfflineForm, file: &[u8]) -> Result<FilledIn, Unread> {
    let Body { answers } = parsed(form_of(form, file)?, "not-understood")?;
    let asked = form.terms.questionnaire.asked(form.depth, &form.terms.about);
    let asked: BTreeSet<_> = asked.map(|question| &question.id).collect();
    if let Some(unknown) = answers.keys().find(|id| !asked.contains(id)) {
        return Err(unread("question-unknown", &[("question", unknown)]));
    }
    let answers: BTreeMap<QuestionId, TypedAnswer> = answers.into_iter().map(|(id, line)| (id, line.typed())).collect();
    Ok(FilledIn {
        answers,
        left_out: BTreeSet::new(),
    })
}

/// The file as text, if it is of this form.
fn form_of<'a>(form: &OfflineForm, file: &'a [u8]) -> Result<&'a str, Unread> {
    if file.len() > LARGEST {
        let megabytes = LARGEST / (1024 * 1024);
        return Err(unread("too-large", &[("megabytes", &megabytes)]));
    }
    let text = str::from_utf8(file).map_err(|_| unread("not-text", &[]))?;
    let text = text.trim_start_matches('\u{FEFF}');
    match parsed::<Head>(text, "not-json")?.format.as_deref() {
        Some(FORMAT) => {}
        Some(other) if other.starts_with("verbale-report-form/") => return Err(unread("other-format", &[])),
        _ => return Err(unread("foreign", &[])),
    }
    is_of(&parsed(text, "not-understood")?, &facts(form))?;
    Ok(text)
}

/// The parser stops at 128 levels, so that no file can exhaust the stack.
fn parsed<T: DeserializeOwned>(text: &str, code: &str) -> Result<T, Unread> {
    serde_json::from_str(text).map_err(|error| unread(code, &[("line", &error.line()), ("column", &error.column())]))
}

fn is_of(found: &Facts, expected: &Facts) -> Result<(), Unread> {
    let other = |code: &str, found: &dyn Display, expected: &dyn Display| {
        Err(unread(code, &[("found", found), ("expected", expected)]))
    };
    if found.state != expected.state {
        return other("other-state", &found.state, &expected.state);
    }
    if found.cycle != expected.cycle {
        return other("other-cycle", &found.cycle, &expected.cycle);
    }
    if found.questionnaire != expected.questionnaire {
        return other("other-version", &found.questionnaire, &expected.questionnaire);
    }
    if found.questions != expected.questions {
        return Err(unread("other-questions", &[]));
    }
    if found.form != expected.form {
        return other("other-depth", &found.form.code(), &expected.form.code());
    }
    Ok(())
}

fn unread(code: &str, values: &[(&str, &dyn Display)]) -> Unread {
    let values = values.iter();
    Unread {
        format: Some(OfflineFormat::Json),
        code: code.to_owned(),
        values: values
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .collect(),
    }
}
