//! What a State says to a question of a progress report: the words, the evidence, and whose words they are.
//!
//! Progress is always *as stated by the State*, and says so beside the word. Nothing to read, withheld, unknown, none and
//! not asked have words of their own, as everywhere.

use super::{
    Answer, Said, Voice,
    said::{count_in_words, grouped, isolated, machine_time},
};
use crate::{components::report::InIts, words};
use domain::{
    questionnaire::{ChoiceCode, Kind, Progress, Question},
    report::{self, DisclosedAnswer, Link, Value},
};
use leptos::prelude::*;

/// A word of the progress scale.
pub fn progress(progress: Progress) -> String {
    words::say(&format!("progress-{}", progress.code()))
}

impl Said {
    /// What readers find in answer to this question.
    pub fn reported(question: &Question, said: &report::Said) -> Self {
        match said {
            report::Said::Given(value) => Self::of_value(&question.kind, value),
            report::Said::None => Self::nothing("none"),
            report::Said::Unknown => Self::nothing("unknown"),
            report::Said::Withheld(reason) => Self::withheld(*reason),
            report::Said::LeftBlank => Self::nothing("left-blank"),
            report::Said::NothingToRead => Self::nothing("nothing-to-read"),
            report::Said::NotAsked => Self::not_asked(),
        }
    }

    /// A value a question of this kind was given.
    pub fn of_value(kind: &Kind, value: &Value) -> Self {
        match value {
            Value::Progress(word) => Self {
                note: Some(words::say("progress-as-stated")),
                ..Self::portal(progress(*word))
            },
            Value::Choice { code, other } => Self::new(Voice::Questionnaire, choice(kind, code, other.as_deref())),
            Value::Choices { codes, other } => {
                let chosen = codes.iter().map(|code| choice(kind, code, other.as_deref()));
                Self::new(Voice::Questionnaire, chosen.collect::<Vec<_>>().join(", "))
            }
            Value::Count(count) => Self::portal(counted(kind, count_in_words(grouped(count.number), count.estimate))),
            Value::Date(date) => Self {
                time: Some(machine_time(date)),
                ..Self::portal(words::moment(date))
            },
            Value::Text(text) => Self::text(text),
            // They follow as links, which are words of nobody.
            Value::Links(_) => Self::portal(String::new()),
        }
    }
}

/// A choice as the questionnaire words it, and what "other" stands for.
fn choice(kind: &Kind, code: &ChoiceCode, other: Option<&str>) -> String {
    let offered = kind.offers().iter().find(|choice| choice.code == *code);
    let label = offered.map_or_else(|| code.to_string(), |choice| choice.label.clone());
    match other {
        Some(which) if code.as_str() == "other" => {
            words::say_with("answers-other", &[("code", &label), ("which", &isolated(which))])
        }
        _ => label,
    }
}

fn counted(kind: &Kind, number: String) -> String {
    match kind {
        Kind::Number { unit } if !unit.is_empty() => {
            words::say_with("progress-number", &[("number", &number), ("unit", unit)])
        }
        _ => number,
    }
}

/// The links of an answer: what it consists of, and what stands beside it.
pub fn links(answer: &DisclosedAnswer) -> Vec<Link> {
    let given = match &answer.said {
        report::Said::Given(Value::Links(links)) => links.as_slice(),
        _ => &[],
    };
    [given, &answer.evidence].concat()
}

/// A question and what is said to it, as a row of a list of answers.
#[component]
pub fn ReportedRow(
    /// The question.
    question: Question,
    /// The language it is put in.
    language: String,
    /// What is said.
    answer: DisclosedAnswer,
) -> impl IntoView {
    view! {
        <div>
            <dt><InIts language text=question.text.clone()/></dt>
            <ReportedAnswer question answer/>
        </div>
    }
}

/// What is said to a question, to be put into a row of a list of answers.
#[component]
pub fn ReportedAnswer(
    /// The question.
    question: Question,
    /// What is said.
    answer: DisclosedAnswer,
) -> impl IntoView {
    let said = Said::reported(&question, &answer.said);
    let evidence = links(&answer);
    let says_it_in_links = said.words.is_empty() && said.voice == Voice::Portal;
    view! {
        {(!says_it_in_links).then(|| view! { <Answer said/> })}
        {(!evidence.is_empty()).then(|| view! { <Evidence links=evidence/> })}
    }
}

/// Links a State names. They lead away from here, to what nobody here has read.
#[component]
fn Evidence(links: Vec<Link>) -> impl IntoView {
    let link = |link: Link| {
        let (href, shown) = (link.as_str().to_owned(), link.as_str().to_owned());
        view! { <li><a href=href rel="external nofollow noreferrer">{shown}</a></li> }
    };
    view! {
        <dd class="evidence">
            <span class="meta">{words::say("progress-evidence")}</span>
            <ul>{links.into_iter().map(link).collect_view()}</ul>
        </dd>
    }
}
