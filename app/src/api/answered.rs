//! From what a browser sends of a report to what the domain means. Names that can be no question's, and codes that no
//! form offers, make a form nobody drew: malformed.

use super::posted::without_noise;
use crate::{
    error::PortalError,
    portal::reporting::{saving::Answered, whole::Whole},
};
use domain::{
    draft::Typed,
    marking::Audience,
    questionnaire::QuestionId,
    report::{Posted, Tier, TypedAnswer},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Answers by the name of their question.
pub type Answers = BTreeMap<String, PostedAnswer>;

/// One answer, as a section's page posts it. A box that is not there was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostedAnswer {
    text: String,
    language: String,
    choices: Vec<String>,
    other: String,
    day: String,
    month: String,
    year: String,
    estimate: String,
    cannot: String,
    audience: String,
    evidence: Vec<String>,
    confirmed: String,
}

impl From<PostedAnswer> for Posted {
    fn from(posted: PostedAnswer) -> Self {
        let value = Typed {
            text: posted.text,
            language: posted.language,
            choices: posted.choices,
            other: posted.other,
            day: posted.day,
            month: posted.month,
            year: posted.year,
            estimate: posted.estimate,
            cannot: posted.cannot,
            ..Typed::default()
        };
        Self {
            answer: TypedAnswer {
                value: without_noise(value),
                audience: posted.audience,
                evidence: posted.evidence,
                confirmed: None,
            },
            confirmed: !posted.confirmed.is_empty(),
        }
    }
}

/// Answers by their question.
///
/// # Errors
/// [`PortalError::Malformed`] for a name that can be no question's.
pub fn answers(posted: Answers) -> Result<Answered, PortalError> {
    posted
        .into_iter()
        .map(|(id, answer)| Ok((question(&id)?, answer.into())))
        .collect()
}

/// The questions for which the version kept aside was chosen.
///
/// # Errors
/// [`PortalError::Malformed`] for a name that can be no question's.
pub fn chosen(posted: &BTreeMap<String, String>) -> Result<BTreeSet<QuestionId>, PortalError> {
    posted
        .iter()
        .filter(|(_, version)| *version == "aside")
        .map(|(id, _)| question(id))
        .collect()
}

/// The choices that concern the whole.
///
/// # Errors
/// [`PortalError::Malformed`] for codes that are not offered.
pub fn whole(tier: &str, since: String, audience: &str) -> Result<Whole, PortalError> {
    let audience = match audience {
        "" => None,
        code => Some(Audience::from_code(code).ok_or(PortalError::Malformed)?),
    };
    let since = match since.as_str() {
        "" => since,
        year if year.parse::<domain::cycle::CycleYear>().is_ok() => since,
        _ => return Err(PortalError::Malformed),
    };
    Ok(Whole {
        tier: self::tier(tier)?,
        since,
        audience,
    })
}

/// The tier with this code; none where none was chosen.
///
/// # Errors
/// [`PortalError::Malformed`] for a code that is no tier's.
pub fn tier(code: &str) -> Result<Option<Tier>, PortalError> {
    match code {
        "" => Ok(None),
        code => Tier::from_code(code).map(Some).ok_or(PortalError::Malformed),
    }
}

fn question(id: &str) -> Result<QuestionId, PortalError> {
    id.parse().map_err(|_| PortalError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_can_be_no_questions_is_refused() {
        let posted = |id: &str| answers([(id.to_owned(), PostedAnswer::default())].into()).map(|all| all.len());
        assert_eq!(posted("cdp-1-progress"), Ok(1));
        assert_eq!(posted("Cdp 1"), Err(PortalError::Malformed));
    }

    #[test]
    fn what_nobody_typed_is_no_answer() {
        let drawn = PostedAnswer {
            language: "en".into(),
            evidence: vec![String::new()],
            ..PostedAnswer::default()
        };
        let posted = Posted::from(drawn);
        assert_eq!(posted.answer.value, Typed::default());
        assert!(!posted.confirmed);
    }

    #[test]
    fn only_what_a_form_offers_is_chosen_for_the_whole() {
        let chosen = whole("nothing-new", "2026".into(), "public").unwrap();
        assert_eq!(
            (chosen.tier, chosen.audience),
            (Some(Tier::NothingNew), Some(Audience::Public))
        );
        for (tier, since, audience) in [("medium", "", ""), ("short", "last year", ""), ("", "", "everyone")] {
            assert_eq!(
                whole(tier, since.into(), audience),
                Err(PortalError::Malformed),
                "{tier} {since} {audience}"
            );
        }
    }
}
