//! A version of the questionnaire, from its beginning to its opening.
//!
//! A reviewer replaces its content as often as they like; whatever is wrong with it is listed until nothing is. A file
//! that was refused waits in the store for half an hour, as files of States do, so that it can be mended on the page.

use super::{
    Portal, RefusedWords,
    content::{self, Unread},
};
use crate::error::PortalError;
use domain::{
    commitment::Commitments,
    ids::{PersonId, Version},
    questionnaire::{Declined, Edition, EditionStage, Fault, Frozen, Questionnaire, QuestionnaireVersion},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The names of what is set aside.
const UPLOAD: &str = "questionnaire-file";
const RETURN: &str = "return-questionnaire";

/// A version of the questionnaire, as the secretariat prepares it.
pub struct EditionSeen {
    /// It.
    pub edition: Edition,
    /// How often it was written.
    pub seen: Version,
    /// Everything that stands in the way of its opening.
    pub faults: BTreeSet<Fault>,
    /// What the visitor may do with it now.
    pub may: Steps,
    /// A file that was refused.
    pub refused: Option<RefusedFile>,
    /// A reason for returning it that was refused.
    pub words: Option<RefusedWords>,
    /// Names of those who had a hand in it.
    pub names: BTreeMap<PersonId, String>,
    /// Whom the page is drawn for.
    pub by: PersonId,
}

/// What somebody may do with a version: exactly what would be done, if it has no faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
pub struct Steps {
    /// Replace its content.
    pub revise: bool,
    /// Say that it is ready.
    pub propose: bool,
    /// Give it back to the reviewers.
    pub give_back: bool,
    /// Open it.
    pub open: bool,
}

/// A file that was refused.
pub struct RefusedFile {
    /// What is wrong with it.
    pub why: Unread,
    /// Its text, to be mended; none where nothing of it was kept.
    pub text: Option<String>,
}

/// What a session holds of a file that was refused.
#[derive(Serialize, Deserialize)]
pub(super) struct OfFile {
    version: Option<QuestionnaireVersion>,
    /// The code of a reason for which nothing was kept.
    unkept: Option<String>,
}

impl OfFile {
    /// Why nothing of it was kept, where nothing was.
    pub(super) fn unkept(&self) -> Option<Unread> {
        self.unkept.as_deref().and_then(Unread::from_code)
    }
}

impl Portal {
    /// A version, as the secretariat prepares it. `again` where a form on its page was refused.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] where there is none, and for anyone but the secretariat.
    pub async fn edition_seen(&self, version: QuestionnaireVersion, again: bool) -> Result<EditionSeen, PortalError> {
        let by = self.preparer().await?.id;
        let (found, before) = self.edition_and_before(version).await?;
        let known = self.store().commitments().await?;
        let faults = found.content.questionnaire().faults(&known, before.as_deref());
        let people = hands_in(&found.content);
        Ok(EditionSeen {
            may: self.steps(&found.content, &known, before.as_ref())?,
            refused: self
                .refused_file(&found.content, &known, before.as_deref(), again)
                .await?,
            words: self.words_before(RETURN, again).await?,
            names: self.named(people).await?,
            edition: found.content,
            seen: found.version,
            faults,
            by,
        })
    }

    fn steps(&self, edition: &Edition, known: &Commitments, before: Option<&Frozen>) -> Result<Steps, PortalError> {
        let (actor, now) = (self.actor()?, self.now());
        // What has faults is offered all the same: the page says which.
        let is_theirs = |done: &Result<Edition, Declined>| matches!(done, Ok(_) | Err(Declined::Faulty(_)));
        let opened = edition.open(known, before, actor, now);
        Ok(Steps {
            revise: edition.revise(edition.questionnaire().clone(), actor).is_ok(),
            propose: is_theirs(&edition.propose(known, before, actor, now)),
            give_back: is_theirs(&opened) || opened == Err(Declined::YourOwn),
            open: is_theirs(&opened),
        })
    }

    /// Replace its content by that of a file.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the file cannot be read, which changes nothing; [`PortalError::Stale`] where
    /// somebody wrote since.
    pub async fn replace_edition(
        &self,
        version: QuestionnaireVersion,
        seen: Version,
        file: &[u8],
    ) -> Result<(), PortalError> {
        self.writer(&version.to_string()).await?;
        let (found, before) = self.edition_and_before(version).await?;
        let text = match content::text(file) {
            Ok(text) => text,
            Err(why) => return self.refuse_file(Some(version), &why, None).await,
        };
        let known = self.store().commitments().await?;
        match content::read(text, found.content.questionnaire(), &known, before.as_deref()) {
            Ok(read) => {
                let revised = found.content.revise(read, self.actor()?);
                self.put(revised, "revise-questionnaire", version, seen).await?;
                self.forget_aside(UPLOAD).await
            }
            Err(why) => self.refuse_file(Some(version), &why, Some(text)).await,
        }
    }

    /// Say that it is ready.
    ///
    /// # Errors
    /// [`PortalError::Incomplete`] where it has faults, which its page shows.
    pub async fn propose_edition(&self, version: QuestionnaireVersion, seen: Version) -> Result<(), PortalError> {
        self.preparer().await?;
        let (found, before) = self.edition_and_before(version).await?;
        let known = self.store().commitments().await?;
        let proposed = found
            .content
            .propose(&known, before.as_ref(), self.actor()?, self.now());
        self.put(proposed, "propose-questionnaire", version, seen).await
    }

    /// Give it back to the reviewers, saying why.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where the reason is none, which its page gives back.
    pub async fn return_edition(
        &self,
        version: QuestionnaireVersion,
        seen: Version,
        why: &str,
    ) -> Result<(), PortalError> {
        self.preparer().await?;
        let (found, _) = self.edition_and_before(version).await?;
        let why = self.noted(RETURN, why).await?;
        let returned = found.content.give_back(why, self.actor()?);
        self.put(returned, "return-questionnaire", version, seen).await
    }

    /// Open it by itself, without a cycle. It never changes from then on.
    ///
    /// # Errors
    /// [`PortalError::Refused`] for whoever had a hand in it.
    pub async fn open_edition(&self, version: QuestionnaireVersion, seen: Version) -> Result<(), PortalError> {
        self.preparer().await?;
        let (found, before) = self.edition_and_before(version).await?;
        let known = self.store().commitments().await?;
        let opened = found.content.open(&known, before.as_ref(), self.actor()?, self.now());
        self.put(opened, "open-questionnaire", version, seen).await
    }

    async fn put(
        &self,
        edition: Result<Edition, Declined>,
        action: &str,
        version: QuestionnaireVersion,
        seen: Version,
    ) -> Result<(), PortalError> {
        let edition = self.not_declined(edition, action, version.to_string()).await?;
        Ok(self.store().put_edition(&edition, self.over(Some(seen))?).await?)
    }

    /// Keep what may be kept of a file that is refused, and say so.
    pub(super) async fn refuse_file<T>(
        &self,
        version: Option<QuestionnaireVersion>,
        why: &Unread,
        text: Option<&str>,
    ) -> Result<T, PortalError> {
        if let Some(text) = text {
            self.store().keep_file(self.actor()?.id, text, self.now()).await?;
        }
        let unkept = text.is_none().then(|| why.code().to_owned());
        self.set_aside(UPLOAD, &OfFile { version, unkept }).await?;
        Err(PortalError::Mistakes)
    }

    /// The file that was refused for this version, with what is wrong with it worked out anew.
    async fn refused_file(
        &self,
        edition: &Edition,
        known: &Commitments,
        before: Option<&Questionnaire>,
        again: bool,
    ) -> Result<Option<RefusedFile>, PortalError> {
        let into = edition.questionnaire();
        let Some(of) = self.file_aside(Some(into.version), again).await? else {
            return Ok(None);
        };
        if let Some(why) = of.unkept() {
            return Ok(Some(RefusedFile { why, text: None }));
        }
        let waiting = self.store().waiting_file(self.actor()?.id, self.now()).await?;
        let refused = waiting.and_then(|text| {
            let why = content::read(&text, into, known, before).err()?;
            Some(RefusedFile { why, text: Some(text) })
        });
        Ok(refused)
    }

    pub(super) async fn file_aside(
        &self,
        of: Option<QuestionnaireVersion>,
        again: bool,
    ) -> Result<Option<OfFile>, PortalError> {
        let aside = if again {
            self.aside::<OfFile>(UPLOAD).await?
        } else {
            None
        };
        Ok(aside.filter(|aside| aside.version == of))
    }
}

/// Everyone who wrote in it, proposed or opened it.
fn hands_in(edition: &Edition) -> BTreeSet<PersonId> {
    let mut people = edition.authors().clone();
    match edition.stage() {
        EditionStage::Draft { .. } => {}
        EditionStage::Proposed { by, .. } => drop(people.insert(*by)),
        EditionStage::Open {
            proposed_by, opened_by, ..
        } => people.extend([*proposed_by, *opened_by]),
    }
    people
}
