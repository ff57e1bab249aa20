//! What people write beside a command: a question, an answer, a reason, a note among the secretariat.
//!
//! It arrives as it was typed. Refused for what it is (missing, too long, unreadable) or for what happened meanwhile
//! (somebody wrote or acted first), it is [given back](super::given_back) on the next page of that filing, with why. Text
//! that carries a classification marking is the exception: of that only the refusal is kept.

use super::{Portal, ports::Receipt};
use crate::error::PortalError;
use domain::{
    answer::Text,
    filing::{Note, Question},
    guard,
    ids::{FilingReference, FormKey, PersonId, Version},
    lifecycle::{Action, Command},
    matter::Place,
    policy::Refusal,
};
use serde::{Deserialize, Serialize};

/// The name of what was written, in the session. There is one: the next page shows it.
const WORDS: &str = "words";

/// What somebody writes for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To say what should change.
    Return,
    /// To ask, on a field or question or on the whole.
    Ask(Option<Place>),
    /// To answer what was asked.
    Answer,
    /// To say what should be looked at again.
    Reopen,
    /// To say why it is taken back.
    Withdraw,
    /// To note something among the secretariat.
    Note,
}

impl Purpose {
    /// The action it is written beside; a note stands alone.
    pub const fn action(&self) -> Option<Action> {
        Some(match self {
            Self::Return => Action::Return,
            Self::Ask(_) => Action::Ask,
            Self::Answer => Action::Answer,
            Self::Reopen => Action::Reopen,
            Self::Withdraw => Action::Withdraw,
            Self::Note => return None,
        })
    }

    /// What it is about, where that is not the whole.
    pub const fn on(&self) -> Option<&Place> {
        match self {
            Self::Ask(on) => on.as_ref(),
            _ => None,
        }
    }

    fn command(self, words: Note) -> Option<Command> {
        Some(match self {
            Self::Return => Command::Return { why: words },
            Self::Ask(on) => Command::Ask(Question { on, text: words }),
            Self::Answer => Command::Answer { answer: words },
            Self::Reopen => Command::Reopen { why: words },
            Self::Withdraw => Command::Withdraw { why: words },
            Self::Note => return None,
        })
    }
}

/// What somebody wrote that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenBack {
    by: PersonId,
    of: FilingReference,
    /// What for.
    pub purpose: Purpose,
    /// Why it was refused.
    pub why: PortalError,
    /// The words, without what cannot be shown; none where they were kept nowhere.
    pub text: Option<String>,
}

impl Portal {
    /// Give a command with words beside it.
    ///
    /// # Errors
    /// What is wrong with the words, and as [`perform`](Self::perform) has them.
    pub async fn write(
        &self,
        of: &FilingReference,
        seen: Version,
        key: FormKey,
        purpose: Purpose,
        text: &str,
    ) -> Result<Receipt, PortalError> {
        let done = match text.parse().map(|words| purpose.clone().command(words)) {
            Ok(Some(command)) => self.perform(of, seen, key, command).await,
            Ok(None) => Err(PortalError::Malformed),
            Err(why) => Err(PortalError::Refused(why)),
        };
        self.or_kept(done, of, purpose, text).await
    }

    /// Write a note among the secretariat.
    ///
    /// # Errors
    /// What is wrong with the words, and as [`note`](Self::note) has them.
    pub async fn write_note(&self, of: &FilingReference, key: FormKey, text: &str) -> Result<Receipt, PortalError> {
        let done = match text.parse() {
            Ok(words) => self.note(of, key, &words).await,
            Err(why) => Err(PortalError::Refused(why)),
        };
        self.or_kept(done, of, Purpose::Note, text).await
    }

    /// Passes on what came of it, having kept what was refused. Where a form makes no sense, or the store does not
    /// answer, there is nothing to keep or nowhere.
    async fn or_kept(
        &self,
        done: Result<Receipt, PortalError>,
        of: &FilingReference,
        purpose: Purpose,
        text: &str,
    ) -> Result<Receipt, PortalError> {
        if let Err(why @ (PortalError::Refused(_) | PortalError::Incomplete | PortalError::Stale)) = done {
            let is_classified = why == PortalError::Refused(Refusal::NoteClassified);
            let given = GivenBack {
                by: self.actor()?.id,
                of: of.clone(),
                purpose,
                why,
                text: (!is_classified).then(|| shown(text)),
            };
            self.set_aside(WORDS, &given).await?;
            if self.aside::<GivenBack>(WORDS).await?.is_none() {
                // Longer than a session holds: that much is said.
                self.set_aside(WORDS, &GivenBack { text: None, ..given }).await?;
            }
        }
        done
    }

    /// What the visitor wrote for this filing when that was last refused: once.
    pub(super) async fn given_back(&self, of: &FilingReference) -> Result<Option<GivenBack>, PortalError> {
        let by = self.actor()?.id;
        let given = self.aside::<GivenBack>(WORDS).await?;
        let given = given.filter(|given| given.by == by && given.of == *of);
        if given.is_some() {
            self.forget_aside(WORDS).await?;
        }
        Ok(given)
    }
}

/// What is kept of words that are refused, to be given back: nothing where they carry a classification marking.
pub(super) fn kept_of(text: &str) -> String {
    if guard::classification_marking(text).is_some() {
        String::new()
    } else {
        shown(text)
    }
}

/// What can be shown of words that are given back.
pub(super) fn shown(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars().filter(|c| Text::may_hold(*c)).collect()
}
