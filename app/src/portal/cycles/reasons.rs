//! Words beside an act: a reason, a word to a State. Where they are no note, they go back to whoever wrote them.

use super::Portal;
use crate::{error::PortalError, portal::notes::kept_of};
use domain::{note::Note, policy::Refusal};
use serde::{Deserialize, Serialize};

/// Words beside an act that were refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedWords {
    /// Why.
    pub why: Refusal,
    /// The words; none where they carry a classification marking, which is kept nowhere.
    pub text: String,
}

impl Portal {
    /// These words as a note; where they are none, they are kept for whoever wrote them.
    pub(super) async fn noted(&self, name: &str, text: &str) -> Result<Note, PortalError> {
        match text.parse::<Note>() {
            Ok(note) => Ok(note),
            Err(why) => {
                let text = kept_of(text);
                self.set_aside(name, &RefusedWords { why, text }).await?;
                Err(PortalError::Mistakes)
            }
        }
    }

    /// Words that were refused before under this name: once.
    pub(super) async fn words_before(&self, name: &str, again: bool) -> Result<Option<RefusedWords>, PortalError> {
        if !again {
            return Ok(None);
        }
        let words = self.aside(name).await?;
        self.forget_aside(name).await?;
        Ok(words)
    }
}
