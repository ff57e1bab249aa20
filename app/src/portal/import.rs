//! Drafts from files that analysts hold.
//!
//! A file that tells of several events waits until its drafter has said which they mean: one file for each person, for
//! half an hour, in the store and nowhere else. Everything else that is refused leaves nothing.

use super::{
    Portal,
    ports::{ImportError, Imported, Part, Receipt, Titled},
};
use crate::error::PortalError;
use domain::{
    ids::{FormKey, PersonId},
    policy,
};

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromFile {
    /// A draft.
    Draft(Receipt),
    /// It tells of several events, and waits for its drafter to choose.
    Several,
    /// No draft, and nothing kept.
    Refused(ImportError),
}

/// The page where one of several events is chosen.
pub struct PartsSeen {
    /// The events of the file that waits, by their titles.
    pub events: Vec<Titled>,
    /// The key of this drawing of the form.
    pub key: FormKey,
    /// Whom it is drawn for.
    pub by: PersonId,
}

impl Portal {
    /// Open a draft from a file an analyst holds.
    ///
    /// # Errors
    /// Where the visitor drafts for no State.
    pub async fn import(&self, key: FormKey, file: &[u8]) -> Result<FromFile, PortalError> {
        self.drafts_for().await?;
        match self.world.interchange.import(file, None) {
            Ok(Imported::Draft(draft)) => self.open_with(key, *draft).await.map(FromFile::Draft),
            Ok(Imported::Several(_)) => {
                // What was imported is UTF-8.
                let text = str::from_utf8(file).map_err(|_| PortalError::Malformed)?;
                self.store().keep_file(self.actor()?.id, text, self.now()).await?;
                Ok(FromFile::Several)
            }
            Err(why) => Ok(FromFile::Refused(why)),
        }
    }

    /// Open a draft from one event of the file that waits. Posted twice, it is opened once.
    ///
    /// # Errors
    /// Where the visitor drafts for no State.
    pub async fn import_part(&self, key: FormKey, part: Part) -> Result<FromFile, PortalError> {
        self.drafts_for().await?;
        let by = self.actor()?.id;
        if let Some(first) = self.store().receipt(key, by).await? {
            return Ok(FromFile::Draft(first));
        }
        let Some(file) = self.store().waiting_file(by, self.now()).await? else {
            return Ok(FromFile::Refused(ImportError::Gone));
        };
        match self.world.interchange.import(file.as_bytes(), Some(part)) {
            Ok(Imported::Draft(draft)) => {
                let receipt = self.open_with(key, *draft).await?;
                self.store().forget_file(by).await?;
                Ok(FromFile::Draft(receipt))
            }
            Ok(Imported::Several(_)) => Ok(FromFile::Refused(ImportError::Gone)),
            Err(why) => Ok(FromFile::Refused(why)),
        }
    }

    /// The page where one of several events is chosen.
    ///
    /// # Errors
    /// [`PortalError::NotFound`] for a visitor who drafts for no State, and where no file waits.
    pub async fn parts(&self) -> Result<PartsSeen, PortalError> {
        let actor = self.actor()?;
        if !policy::may_open(actor) {
            return Err(self.not_for_them("import-part").await);
        }
        let file = self.store().waiting_file(actor.id, self.now()).await?;
        match self.world.interchange.import(file.unwrap_or_default().as_bytes(), None) {
            Ok(Imported::Several(events)) => Ok(PartsSeen {
                events,
                key: self.form_key(),
                by: actor.id,
            }),
            _ => Err(self.not_for_them("import-part").await),
        }
    }
}
