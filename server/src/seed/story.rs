//! The demonstration as it is written down, in TOML: who there is, and what happened.

use super::NotSeeded;
use domain::{
    draft::{Draft, Typed},
    form::{Control, Field},
    ids::Timestamp,
    indicator::Indicator,
    lifecycle::Action,
    people::Side,
    state::StateCode,
};
use serde::Deserialize;
use std::collections::BTreeMap;
use time::Duration;

/// Everyone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub person: Vec<Person>,
}

/// Somebody with an account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub name: String,
    side: String,
    state: Option<StateCode>,
    roles: Vec<String>,
}

/// Everything that happened.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stories {
    usual: Answers,
    pub filing: Vec<Story>,
}

type Answers = BTreeMap<Field, Answer>;

/// An answer: a text or a code by itself, or in all its parts.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Answer {
    Plain(String),
    Whole(Box<Typed>),
}

/// A filing's life.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    /// Who drafts, by name.
    pub drafter: String,
    /// Who approves, by name.
    pub approver: String,
    /// How many days ago the draft was opened.
    pub opened: i64,
    /// What was done then, in order.
    pub steps: Vec<Action>,
    /// In which language texts are.
    #[serde(default = "english")]
    language: String,
    /// Days before the draft was opened, and the time, if it is known.
    #[serde(default)]
    moments: BTreeMap<Field, String>,
    answers: Answers,
    /// What is changed where it is edited.
    #[serde(default)]
    edits: Answers,
    #[serde(default)]
    indicators: Vec<Indicator>,
    /// What a reviewer asks.
    pub question: Option<Asked>,
    /// What a drafter answers.
    pub answer: Option<String>,
    /// Why it is returned, or withdrawn.
    pub why: Option<String>,
    /// What a reviewer notes when claiming it.
    pub note: Option<String>,
}

/// A question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub on: Option<Field>,
    pub text: String,
}

fn english() -> String {
    "en".to_owned()
}

/// Everyone of the demonstration.
pub(super) fn people() -> Result<Vec<Person>, NotSeeded> {
    let people: People = toml::from_str(include_str!("people.toml")).map_err(unreadable)?;
    Ok(people.person)
}

/// Everything of the demonstration.
pub(super) fn stories() -> Result<Stories, NotSeeded> {
    toml::from_str(include_str!("incidents.toml")).map_err(unreadable)
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err takes")]
pub(super) fn unreadable(error: toml::de::Error) -> NotSeeded {
    NotSeeded::Unreadable(error.to_string())
}

impl Person {
    /// Their address, made of their name.
    pub fn email(&self) -> String {
        let local = self.name.to_lowercase().replace(' ', ".");
        let at = self
            .state
            .map_or_else(|| "secretariat".to_owned(), |state| state.as_str().to_lowercase());
        format!("{local}@{at}.example")
    }

    /// Their side and roles.
    pub fn side(&self) -> Result<Side, NotSeeded> {
        let side = Side::from_codes(&self.side, self.state, &self.roles);
        side.ok_or_else(|| NotSeeded::Unreadable(format!("{} has no such side or role", self.name)))
    }
}

impl Stories {
    /// The draft as it was opened.
    pub fn draft(&self, story: &Story, opened: Timestamp) -> Draft {
        let answers = self.usual.iter().chain(&story.answers);
        let answers = answers.map(|(field, answer)| (*field, story.typed(*field, answer)));
        let moments = story
            .moments
            .iter()
            .map(|(field, written)| (*field, moment(written, opened)));
        // What a story says counts, not what is usual: it comes later.
        Draft {
            answers: answers.chain(moments).collect(),
            indicators: story.indicators.clone(),
            ..Draft::default()
        }
    }
}

impl Story {
    /// When the draft was opened, seen from now: so many days ago, and not all at the same time of day.
    pub fn opened_by(&self, now: Timestamp) -> Timestamp {
        now.plus_seconds(-self.opened * (86_400 + 37 * 60))
    }

    /// What is changed where it is edited.
    pub fn edits(&self) -> BTreeMap<Field, Typed> {
        self.edits
            .iter()
            .map(|(field, answer)| (*field, self.typed(*field, answer)))
            .collect()
    }

    fn typed(&self, field: Field, answer: &Answer) -> Typed {
        let mut typed = match answer {
            Answer::Plain(text) => Typed {
                text: text.clone(),
                ..Typed::default()
            },
            Answer::Whole(typed) => Typed::clone(typed),
        };
        if matches!(field.control(), Control::Title(_) | Control::Text(_)) {
            typed.language.clone_from(&self.language);
        }
        typed
    }
}

/// `2 06:50` is ten to seven, two days before.
fn moment(written: &str, opened: Timestamp) -> Typed {
    let (days, time) = written.split_once(' ').unwrap_or((written, ""));
    let date = opened.date() - Duration::days(days.parse().unwrap_or_default());
    Typed {
        day: date.day().to_string(),
        month: u8::from(date.month()).to_string(),
        year: date.year().to_string(),
        time: time.to_owned(),
        ..Typed::default()
    }
}
