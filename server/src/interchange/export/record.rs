//! Publications as JSON: the one form that loses nothing.
//!
//! The types here are the format. What they say in rustdoc is what the published JSON Schema and the OpenAPI document
//! say, which are made from them (`server::web::open_data::openapi`). A member that does not apply is not there; there
//! is no `null`.

use super::{Exported, moment};
use domain::{
    answer::Text,
    publication::{Disclosure, Standing},
    state::State,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A publication. It has `content` while it stands and `withdrawn` after that, never both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its name, which is never given to anything else.
    #[schema(pattern = "^PUB-[0-9]{4}-[0-9]{4,}$", examples("PUB-2026-0412"))]
    pub reference: String,
    /// Its page.
    pub address: String,
    /// The State whose publication it is.
    pub state: StateNamed,
    /// When it was published.
    #[schema(format = DateTime)]
    pub published: String,
    /// When the State withdrew it. Its content is then nowhere any more.
    #[schema(nullable = false, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// What the State says.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
}

/// A State.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StateNamed {
    /// ISO 3166-1 alpha-2. XA to XZ are invented States.
    #[schema(pattern = "^[A-Z]{2}$", examples("XV"))]
    pub code: String,
    /// Its short name in English.
    pub name: String,
    /// Whether it is invented, and all it says with it.
    pub invented: bool,
}

/// What a State says to everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// SHA-256 of the bytes that the State's national authority approved, as the publication's page shows it.
    #[schema(pattern = "^[0-9a-f]{64}$")]
    pub approved_sha256: String,
    /// Which of the State's reports on the incident this is: `early-warning`, `notification`, `update` or `final`.
    pub instalment: String,
    /// `incident`, `threat` or `near-miss`.
    pub kind: String,
    /// Whether it is an exercise, which did not happen.
    pub exercise: bool,
    /// The label of the Traffic Light Protocol 2.0.
    #[schema(examples("TLP:CLEAR"))]
    pub marking: String,
    /// One line.
    pub title: Words,
    /// What happened.
    pub summary: Words,
    /// What the State says on each other field of the form, by the field's name.
    #[schema(value_type = HashMap<String, Answer>)]
    pub answers: BTreeMap<String, Answer>,
    /// Technical traces. Not there where there are some and the State withholds them.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicators: Option<Vec<Trace>>,
    /// Why the State withholds its technical traces.
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicators_withheld: Option<String>,
}

/// A State's own words and the language they are in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The words.
    pub text: String,
    /// A BCP 47 tag.
    #[schema(examples("en"))]
    pub language: String,
}

/// What a State says on a field. The six are six different statements; only the first has a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// This.
    Given {
        /// What is given.
        value: Given,
    },
    /// There is none.
    None,
    /// The State does not know.
    Unknown,
    /// The State keeps it from the public.
    Withheld {
        /// `security`, `ongoing-investigation`, `third-party`, `personal-data` or `not-available`.
        reason: String,
    },
    /// The State left it blank, where it may.
    LeftBlank,
    /// This instalment does not ask it.
    NotAsked,
}

/// A value, by its type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Given {
    /// One line that is no language's.
    Line {
        /// The line.
        text: String,
    },
    /// Free text.
    Text {
        /// The words.
        text: String,
        /// A BCP 47 tag.
        language: String,
    },
    /// One code of a closed list.
    Code {
        /// The code.
        code: String,
    },
    /// Codes of a closed list.
    Codes {
        /// The codes, in the list's order.
        codes: Vec<String>,
        /// What the code `other` stands for, where it is among them.
        #[schema(nullable = false)]
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other: Option<String>,
    },
    /// A moment in UTC, known to the year, month, day, hour, minute or second.
    Moment {
        /// Where the year, month, … second begins.
        #[schema(format = DateTime)]
        from: String,
        /// `year`, `month`, `day`, `hour`, `minute` or `second`.
        precision: String,
    },
    /// How many.
    Count {
        /// The number.
        number: u64,
        /// Whether it is estimated rather than counted.
        estimate: bool,
    },
    /// How many other States. Which, is not public.
    States {
        /// The number.
        number: u64,
    },
}

/// A technical trace that helps others to look for the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// What it is a trace of: `address`, `domain`, `url`, `sha256`, …
    pub kind: String,
    /// The value as machines read it: not defanged.
    pub value: String,
    /// When it was first seen.
    #[schema(nullable = false, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen: Option<String>,
    /// When it was last seen.
    #[schema(nullable = false, format = DateTime)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// What its source says of it: `network-activity`, `malicious-activity`, …
    #[schema(nullable = false)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Record {
    /// The publication as JSON.
    pub fn of(exported: Exported<'_>) -> Self {
        let Exported {
            publication,
            state,
            origin,
            ..
        } = exported;
        let (content, withdrawn) = match &publication.standing {
            Standing::Public(disclosure) => (Some(Content::of(disclosure)), None),
            Standing::Withdrawn { at } => (None, Some(moment::second(*at))),
        };
        Self {
            reference: publication.reference.to_string(),
            address: origin.page(publication.reference),
            state: StateNamed::of(state),
            published: moment::second(publication.published),
            withdrawn,
            content,
        }
    }
}

impl StateNamed {
    /// The State.
    pub fn of(state: &State) -> Self {
        Self {
            code: state.code.to_string(),
            name: state.name.clone(),
            invented: state.demonstration,
        }
    }
}

impl Content {
    /// What a disclosure says.
    pub fn of(disclosure: &Disclosure) -> Self {
        let answers = disclosure.answers.iter();
        let traces = disclosure.indicators.given().iter().map(Trace::of).collect();
        let withheld = disclosure.indicators.withheld().map(|reason| reason.code().to_owned());
        Self {
            approved_sha256: disclosure.hash().to_string(),
            instalment: disclosure.instalment.code().to_owned(),
            kind: disclosure.kind.clone(),
            exercise: disclosure.exercise,
            marking: disclosure.marking.label().to_owned(),
            title: Words::of(&disclosure.title),
            summary: Words::of(&disclosure.summary),
            answers: answers
                .map(|(field, said)| (field.id().to_owned(), Answer::of(said)))
                .collect(),
            indicators: withheld.is_none().then_some(traces),
            indicators_withheld: withheld,
        }
    }
}

impl Words {
    fn of(text: &Text) -> Self {
        Self {
            text: text.text.clone(),
            language: text.language.clone(),
        }
    }
}
