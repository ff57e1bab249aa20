//! What the people of a State tell one another about a report: on the whole, on a section, on a question.
//!
//! A comment that is refused (missing, too long, unreadable) is given back to whoever wrote it, on the page they wrote it
//! on. Text that carries a classification marking is the exception, as everywhere: of that only the refusal is kept.

use super::inside::inside_receipt;
use crate::{
    error::PortalError,
    portal::{Portal, notes::kept_of, ports::Receipt},
};
use domain::{
    filing::Filing,
    ids::{FilingReference, FormKey},
    note::Note,
    policy::Refusal,
    questionnaire::{QuestionId, SectionId},
    report::{
        Report,
        inside::{self, About},
    },
};
use serde::{Deserialize, Serialize};

/// The name of what is set aside. There is one: the page it was written on shows it.
const COMMENT: &str = "comment";

/// A comment that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedComment {
    of: FilingReference,
    /// On which section's page it was written; none on the page of the whole.
    pub section: Option<SectionId>,
    /// The question it was about, where it was about one.
    pub question: Option<QuestionId>,
    /// Why.
    pub why: Refusal,
    /// The words, without what cannot be shown; none where they were kept nowhere.
    pub text: String,
}

impl Portal {
    /// Write a comment that stays inside the State. What carries a classification marking is kept nowhere.
    ///
    /// # Errors
    /// Where the visitor may not; [`PortalError::Mistakes`] where the words are missing, too long, unreadable or marked,
    /// which the page says and gives them back.
    pub async fn comment(
        &self,
        reference: &FilingReference,
        section: Option<SectionId>,
        question: Option<QuestionId>,
        key: FormKey,
        text: &str,
    ) -> Result<Receipt, PortalError> {
        let filing = self.of_own_state(reference).await?;
        if let Err(refusal) = inside::may_write(&reference.state, self.actor()?) {
            return Err(self.denied("comment", refusal, reference.to_string()).await);
        }
        let about = about(&filing, section.as_ref(), question.as_ref()).ok_or(PortalError::Malformed)?;
        let words = match text.parse::<Note>() {
            Ok(words) => words,
            Err(why) => {
                let text = kept_of(text);
                let of = reference.clone();
                let refused = RefusedComment {
                    of,
                    section,
                    question,
                    why,
                    text,
                };
                return self.give_back_comment(refused).await;
            }
        };
        let receipt = inside_receipt(reference, section);
        let posting = self.posting(key, filing.version)?;
        self.once(key, async {
            self.store()
                .add_comment(filing.id, &about, &words, &receipt, posting)
                .await?;
            self.forget_aside(COMMENT).await?;
            Ok(receipt.clone())
        })
        .await
    }

    async fn give_back_comment<T>(&self, refused: RefusedComment) -> Result<T, PortalError> {
        self.set_aside(COMMENT, &refused).await?;
        if self.aside::<RefusedComment>(COMMENT).await?.is_none() {
            // Longer than a session holds: that much is said.
            let text = String::new();
            self.set_aside(COMMENT, &RefusedComment { text, ..refused }).await?;
        }
        Err(PortalError::Mistakes)
    }

    /// What the visitor last wrote about this report and was refused.
    pub(super) async fn refused_comment(
        &self,
        reference: &FilingReference,
    ) -> Result<Option<RefusedComment>, PortalError> {
        let refused = self.aside::<RefusedComment>(COMMENT).await?;
        Ok(refused.filter(|refused| refused.of == *reference))
    }
}

/// What is meant by a section and a question of it, where there are such.
fn about(filing: &Filing<Report>, section: Option<&SectionId>, question: Option<&QuestionId>) -> Option<About> {
    let Some(id) = section else {
        return question.is_none().then_some(About::Report);
    };
    let section = filing.terms.questionnaire.section(id)?;
    match question {
        None => Some(About::Section(id.clone())),
        Some(question) => {
            let is_of_it = section.questions.iter().any(|one| one.id == *question);
            is_of_it.then(|| About::Question(question.clone()))
        }
    }
}
