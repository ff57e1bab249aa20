//! Questionnaires as everyone sees them: versions that were opened, and the cycles that use them.

use super::Versions;
use crate::{error::PortalError, portal::Portal};
use domain::{
    commitment::Commitments,
    cycle::{Cycle, CycleYear},
    questionnaire::{Frozen, QuestionnaireVersion},
};

/// A version and its cycles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionnaireSeen {
    /// The version.
    pub questionnaire: Frozen,
    /// The cycles that use it, the latest first.
    pub cycles: Vec<CycleYear>,
    /// The commitments its questions serve.
    pub commitments: Commitments,
}

impl Portal {
    /// Every version of the questionnaire that was opened, the latest first, with its cycles.
    ///
    /// # Errors
    /// Only trouble on our side.
    pub async fn public_questionnaires(&self) -> Result<Vec<QuestionnaireSeen>, PortalError> {
        let versions: Versions = self.versions().await?;
        let cycles = self.store().cycles().await?;
        let commitments = self.store().commitments().await?;
        let seen = |one: &Frozen| {
            let uses = cycles.iter().filter(|cycle| cycle.plan().questionnaire == one.version);
            QuestionnaireSeen {
                questionnaire: one.clone(),
                cycles: uses.map(Cycle::year).collect(),
                commitments: commitments.clone(),
            }
        };
        Ok(versions.iter().map(seen).collect())
    }

    /// One of them.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where this version was not opened, whether or not somebody drafts it.
    pub async fn public_questionnaire(&self, version: QuestionnaireVersion) -> Result<QuestionnaireSeen, PortalError> {
        let mut all = self.public_questionnaires().await?.into_iter();
        all.find(|one| one.questionnaire.version == version)
            .ok_or(PortalError::NotFound)
    }
}
