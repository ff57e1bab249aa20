//! What readers outside the State and the secretariat get: the disclosure, and its publication.
//!
//! A [`Disclosure`] is made from an [`Incident`] by one function and has no other source, so what is held back cannot
//! slip through a second way. It is turned into bytes in one way too: the approver approves those bytes, the publisher
//! publishes the same (both compare the SHA-256), and every public page and file is drawn from them.

use crate::{
    answer::{Answer, Stated, Text, Value},
    filing::Hash,
    form::{Asked, Field, Instalment},
    ids::{PublicationReference, Timestamp},
    incident::Incident,
    indicator::Indicator,
    marking::{Audience, Reason, Tlp},
    matter::Matter,
    state::StateCode,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer as its audience reads it. All six are different things to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosed {
    /// This.
    Given(Value),
    /// Other States, of which the public reads only how many.
    NumberOfStates(usize),
    /// There is none.
    None,
    /// The State does not know.
    Unknown,
    /// The State keeps it back, for this reason.
    Withheld(Reason),
    /// The State left it blank.
    LeftBlank,
    /// This instalment does not ask it.
    NotAsked,
}

/// Technical traces as their audience reads them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Traces {
    /// These, or none where the list is empty.
    Given(Vec<Indicator>),
    /// There are some, and the audience gets none of them.
    Withheld {
        /// Why.
        withheld: Reason,
    },
}

impl Traces {
    /// What the audience gets of them.
    pub fn given(&self) -> &[Indicator] {
        match self {
            Self::Given(indicators) => indicators,
            Self::Withheld { .. } => &[],
        }
    }

    /// Why the audience gets none, though there are some.
    pub const fn withheld(&self) -> Option<Reason> {
        match self {
            Self::Given(_) => None,
            Self::Withheld { withheld } => Some(*withheld),
        }
    }

    /// Whether there is nothing to say of them.
    pub const fn are_none(&self) -> bool {
        matches!(self, Self::Given(indicators) if indicators.is_empty())
    }
}

impl Default for Traces {
    fn default() -> Self {
        Self::Given(Vec::new())
    }
}

/// That part of a filing which its audience may read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Whose words these are.
    pub state: StateCode,
    /// Which instalment.
    pub instalment: Instalment,
    /// Incident, threat or near miss.
    pub kind: String,
    /// Whether it is an exercise.
    pub exercise: bool,
    /// One line.
    pub title: Text,
    /// What happened.
    pub summary: Text,
    /// How far readers may pass it on.
    pub marking: Tlp,
    /// Whom the State wants to read it.
    pub audience: Audience,
    /// All other fields.
    pub answers: BTreeMap<Field, Disclosed>,
    /// Technical traces.
    #[serde(default, skip_serializing_if = "Traces::are_none")]
    pub indicators: Traces,
}

impl Disclosure {
    /// The disclosure of this incident: everything but what the State holds back.
    pub fn of(state: &StateCode, incident: &Incident) -> Self {
        let answers = Field::ALL
            .into_iter()
            .filter(|field| !field.needs_value())
            .map(|field| (field, disclosed(field, incident)))
            .collect();
        Self {
            state: *state,
            instalment: incident.instalment,
            kind: incident.kind.clone(),
            exercise: incident.exercise,
            title: incident.title.clone(),
            summary: incident.summary.clone(),
            marking: incident.marking,
            audience: incident.audience,
            answers,
            indicators: traces(incident),
        }
    }

    /// The bytes that are approved, compared and published: JSON with its members in one order.
    pub fn bytes(&self) -> Vec<u8> {
        // Strings, numbers and maps keyed by unit variants: there is nothing JSON could refuse.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// SHA-256 of [`bytes`](Self::bytes).
    pub fn hash(&self) -> Hash {
        Hash::of(&self.bytes())
    }

    /// What is withheld, and why, in page order.
    pub fn withheld(&self) -> impl Iterator<Item = (Field, Reason)> + '_ {
        self.answers.iter().filter_map(|(field, answer)| match answer {
            Disclosed::Withheld(reason) => Some((*field, *reason)),
            _ => None,
        })
    }

    /// Every text people wrote that is in it.
    pub fn texts(&self) -> Vec<&str> {
        let written = self.answers.values().filter_map(|answer| match answer {
            Disclosed::Given(Value::Text(text)) => Some(text.text.as_str()),
            Disclosed::Given(Value::Line(line) | Value::Choices { other: Some(line), .. }) => Some(line.as_str()),
            _ => None,
        });
        [self.title.text.as_str(), self.summary.text.as_str()]
            .into_iter()
            .chain(written)
            .collect()
    }

    /// The codes given on a field that is answered with codes.
    pub fn codes(&self, field: Field) -> Vec<&str> {
        match self.answers.get(&field) {
            Some(Disclosed::Given(Value::Choice(code))) => vec![code],
            Some(Disclosed::Given(Value::Choices { codes, .. })) => codes.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

/// The one redaction of the portal, of answers; of indicators it is [`traces`].
#[expect(clippy::match_same_arms, reason = "one line for each thing a State can say")]
fn disclosed(field: Field, incident: &Incident) -> Disclosed {
    let Some(Stated { answer, held_back }) = incident.answers.get(&field) else {
        return if field.asked(incident.instalment) == Asked::Not {
            Disclosed::NotAsked
        } else {
            Disclosed::LeftBlank
        };
    };
    match (answer, held_back) {
        (Answer::Given(_), Some(reason)) => Disclosed::Withheld(*reason),
        // Another State is not named in public by this one.
        (Answer::Given(Value::States(states)), None) => Disclosed::NumberOfStates(states.len()),
        (Answer::Given(value), None) => Disclosed::Given(value.clone()),
        (Answer::None, _) => Disclosed::None,
        (Answer::Unknown, _) => Disclosed::Unknown,
        (Answer::Withheld(reason), _) => Disclosed::Withheld(*reason),
        (Answer::LeftBlank, _) => Disclosed::LeftBlank,
    }
}

/// Indicators whose source marked them more strictly than this State marks its filing stay behind: they are not the
/// State's alone to let out, until it says that they are.
fn traces(incident: &Incident) -> Traces {
    match incident.floor {
        Some(floor) if floor > incident.marking => Traces::Withheld {
            withheld: Reason::ThirdParty,
        },
        _ => Traces::Given(incident.indicators.clone()),
    }
}

/// What the public finds under a publication's reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// Its name for everyone.
    pub reference: PublicationReference,
    /// Whose it is.
    pub state: StateCode,
    /// When it was published.
    pub published: Timestamp,
    /// What stands there.
    pub standing: Standing,
}

/// Whether a publication stands or was withdrawn. Of a withdrawn one, only reference, State and dates remain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Everyone can read it.
    Public(Box<Disclosure>),
    /// The State withdrew it.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// What a decision does to the public record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicationChange<M: Matter = Incident> {
    /// This becomes public; the store issues the reference.
    Publish(Box<M::Disclosure>),
    /// What was public is withdrawn.
    Withdraw,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        draft::{Draft, Typed},
        indicator::IndicatorKind,
        samples::{TUESDAY, flooded_archive},
    };

    /// What readers get of the indicators of a filing with this marking, whose source had that one.
    fn read(marking: Tlp, floor: Option<Tlp>, released: &str) -> Traces {
        let mut draft = Draft {
            indicators: vec![Indicator::new(IndicatorKind::Domain, "a.example".into())],
            floor,
            ..flooded_archive(Audience::Secretariat)
        };
        let typed = Typed {
            text: marking.code().to_owned(),
            released: released.to_owned(),
            ..Typed::default()
        };
        draft.answers.insert(Field::Marking, typed);
        let incident = draft.complete(Instalment::Notification, TUESDAY).expect("complete");
        Disclosure::of(&StateCode::VALDORIA, &incident).indicators
    }

    #[test]
    fn indicators_stay_behind_under_a_marking_more_open_than_their_source_s_until_they_are_released() {
        let withheld = Traces::Withheld {
            withheld: Reason::ThirdParty,
        };
        for (marking, floor) in Tlp::ALL.into_iter().flat_map(|a| Tlp::ALL.map(|b| (a, b))) {
            assert_eq!(
                read(marking, Some(floor), "") == withheld,
                marking < floor,
                "{marking:?} {floor:?}"
            );
            assert_ne!(read(marking, Some(floor), "released"), withheld);
        }
        assert_ne!(read(Tlp::Clear, None, ""), withheld);
    }

    #[test]
    fn what_is_withheld_is_written_as_that_and_nothing_as_nothing() {
        let json = |traces: &Traces| serde_json::to_string(traces).expect("serialisable");
        let withheld = read(Tlp::Clear, Some(Tlp::Amber), "");
        assert_eq!(json(&withheld), r#"{"withheld":"third-party"}"#);
        let given = read(Tlp::Amber, Some(Tlp::Amber), "");
        assert_eq!(json(&given), r#"[{"kind":"domain","value":"a.example"}]"#);
        for traces in [withheld, given] {
            assert_eq!(
                serde_json::from_str::<Traces>(&json(&traces)).expect("read again"),
                traces
            );
        }
    }
}
