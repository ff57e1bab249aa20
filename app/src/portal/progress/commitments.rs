//! Commitments, norms and measures as everyone sees them: what there is, and what States report on one of them.

use crate::{
    error::PortalError,
    portal::{
        Portal,
        ports::{self, Paged, PublishedAnswer},
        public::StateNames,
    },
};
use domain::{
    commitment::{Circle, Commitment, CommitmentId, Commitments},
    cycle::CycleYear,
    questionnaire::{Frozen, Question, QuestionId, QuestionnaireVersion},
    report::DisclosedAnswer,
    state::StateCode,
};
use std::collections::BTreeSet;

/// A commitment and to whom it is addressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressed {
    /// The commitment.
    pub commitment: Commitment,
    /// Its addressees.
    pub circle: Circle,
}

/// A version's questions that serve a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Serving {
    /// The version.
    pub version: QuestionnaireVersion,
    /// The language it is in.
    pub language: String,
    /// The questions, in page order.
    pub questions: Vec<Question>,
}

/// What one State says on a commitment in one cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnIt {
    /// The State.
    pub state: StateCode,
    /// The cycle.
    pub cycle: CycleYear,
    /// The version whose questions it answers.
    pub version: QuestionnaireVersion,
    /// The language those are in.
    pub language: String,
    /// What it says to each of them, in page order.
    pub answers: Vec<(Question, DisclosedAnswer)>,
}

/// A commitment with what everyone may read on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentSeen {
    /// The commitment.
    pub of: Addressed,
    /// The questions that serve it, by version, the latest first; none where the crosswalk is empty for it.
    pub serving: Vec<Serving>,
    /// What States say, the latest cycle first, then by the name of the State.
    pub said: Vec<OnIt>,
    /// What States are called.
    pub states: StateNames,
}

/// A commitment with one page of what everyone may read on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentPaged {
    /// The commitment.
    pub of: Addressed,
    /// The questions that serve it, by version, the latest first.
    pub serving: Vec<Serving>,
    /// What States say, the latest cycle first, then by the name of the State.
    pub said: Paged<OnIt>,
    /// What States are called.
    pub states: StateNames,
}

/// A commitment, and what it takes to find what is said on it.
struct Ground {
    of: Addressed,
    serving: Vec<Serving>,
    states: StateNames,
}

impl Ground {
    /// Every question that serves it in any version.
    fn questions(&self) -> BTreeSet<QuestionId> {
        let questions = self.serving.iter().flat_map(|of| &of.questions);
        questions.map(|one| one.id.clone()).collect()
    }

    fn by_version(&self) -> ports::Serving {
        let ids = |of: &Serving| of.questions.iter().map(|one| one.id.clone()).collect();
        self.serving.iter().map(|of| (of.version, ids(of))).collect()
    }
}

impl Portal {
    /// Every commitment, norm and measure.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn public_commitments(&self) -> Result<Commitments, PortalError> {
        Ok(self.store().commitments().await?)
    }

    /// One of them, and what States report on it.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is none with this id.
    pub async fn public_commitment(&self, id: CommitmentId) -> Result<CommitmentSeen, PortalError> {
        let ground = self.ground(id).await?;
        let ids: Vec<_> = ground.questions().into_iter().collect();
        let answers = if ids.is_empty() {
            Vec::new()
        } else {
            self.store().answers_to(&ids).await?
        };
        let Ground { of, serving, states } = ground;
        Ok(CommitmentSeen {
            said: said_on(id, answers, &serving, &states),
            of,
            serving,
            states,
        })
    }

    /// One of them, and a page of what States report on it. Only the answers on that page are read.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is none with this id, and past the last page.
    pub async fn public_commitment_page(&self, id: CommitmentId, page: u32) -> Result<CommitmentPaged, PortalError> {
        let ground = self.ground(id).await?;
        let mut speaking = self.store().speaking_of(id, &ground.by_version()).await?;
        let name = |code: StateCode| ground.states.get(&code).map(|state| state.name.to_lowercase());
        speaking.sort_by_cached_key(|(cycle, state)| (std::cmp::Reverse(*cycle), name(*state), *state));
        let addresses = Paged::of(speaking, page).ok_or(PortalError::NotFound)?;
        let these = addresses.items.into_iter().collect();
        let answers = self.store().answers_at(&these, &ground.questions()).await?;
        let Ground { of, serving, states } = ground;
        let said = Paged {
            items: said_on(id, answers, &serving, &states),
            page,
            total: addresses.total,
        };
        Ok(CommitmentPaged {
            of,
            serving,
            said,
            states,
        })
    }

    async fn ground(&self, id: CommitmentId) -> Result<Ground, PortalError> {
        let commitments = self.store().commitments().await?;
        let of = addressed(&commitments, id).ok_or(PortalError::NotFound)?;
        let versions = self.versions().await?;
        Ok(Ground {
            of,
            serving: versions.iter().filter_map(|version| serving(version, id)).collect(),
            states: self.state_names().await?,
        })
    }
}

/// This commitment with its addressees.
pub fn addressed(commitments: &Commitments, id: CommitmentId) -> Option<Addressed> {
    let commitment = commitments.get(id)?.clone();
    let circle = commitments.circles().find(|circle| circle.id == commitment.circle)?;
    Some(Addressed {
        circle: circle.clone(),
        commitment,
    })
}

fn serving(version: &Frozen, id: CommitmentId) -> Option<Serving> {
    let serves = version.questions().filter(|question| question.serves.contains(&id));
    let questions: Vec<_> = serves.cloned().collect();
    (!questions.is_empty()).then(|| Serving {
        version: version.version,
        language: version.language.clone(),
        questions,
    })
}

/// Answers put together by cycle and State. An answer counts where its question serves the commitment in the version it
/// was asked in, and its State was asked about that commitment: what it says to others' questions is said on those.
pub(super) fn said_on(
    id: CommitmentId,
    answers: Vec<PublishedAnswer>,
    serving: &[Serving],
    states: &StateNames,
) -> Vec<OnIt> {
    let mut said: Vec<OnIt> = Vec::new();
    for answer in answers {
        let Some((of, question)) = question_of(&answer, serving) else {
            continue;
        };
        if !answer.about.contains_key(&id) || !answer.answer.said.is_something() {
            continue;
        }
        let is_this = |on: &&mut OnIt| on.cycle == answer.cycle && on.state == answer.state;
        match said.iter_mut().rev().find(is_this) {
            Some(on) => on.answers.push((question, answer.answer)),
            None => said.push(OnIt {
                state: answer.state,
                cycle: answer.cycle,
                version: of.version,
                language: of.language.clone(),
                answers: vec![(question, answer.answer)],
            }),
        }
    }
    for on in &mut said {
        on.answers
            .sort_by_cached_key(|(question, _)| place(question, serving, on.version));
    }
    let name = |code: StateCode| states.get(&code).map(|state| state.name.to_lowercase());
    said.sort_by_cached_key(|on| (std::cmp::Reverse(on.cycle), name(on.state), on.state));
    said
}

fn question_of<'a>(answer: &PublishedAnswer, serving: &'a [Serving]) -> Option<(&'a Serving, Question)> {
    let of = serving.iter().find(|of| of.version == answer.questionnaire)?;
    let question = of.questions.iter().find(|question| question.id == answer.question)?;
    Some((of, question.clone()))
}

fn place(question: &Question, serving: &[Serving], version: QuestionnaireVersion) -> Option<usize> {
    let of = serving.iter().find(|of| of.version == version)?;
    of.questions.iter().position(|one| one.id == question.id)
}
