//! How a version of the questionnaire begins: as the shipped one, as the latest open one, or from a file.

use super::{
    BeginSeen, Portal, content,
    editions::RefusedFile,
    forms::{BeginForm, Mistake},
};
use crate::error::PortalError;
use domain::questionnaire::{Edition, Frozen, Lineage, Questionnaire, QuestionnaireVersion};

/// The name under which the form is set aside.
const BEGIN: &str = "begin-questionnaire";

impl Portal {
    /// The forms that begin a version.
    pub(super) async fn begin_seen(&self, editions: &[Edition], again: bool) -> Result<BeginSeen, PortalError> {
        let latest = latest(editions);
        let shipped = shipped()?.version;
        let is_begun = editions
            .iter()
            .any(|edition| edition.questionnaire().version == shipped);
        let typed = self.typed_before::<BeginForm>(BEGIN, again).await?;
        let proposed = BeginForm {
            from: "latest".to_owned(),
            version: self.next_version(editions),
        };
        let (form, mistakes) = typed.map_or((proposed, Vec::new()), |typed| (typed.form, typed.mistakes));
        Ok(BeginSeen {
            shipped: (!is_begun).then_some(shipped),
            latest: latest.map(|latest| latest.version),
            form,
            mistakes,
            refused: self.refused_beginning(editions, again).await?,
            by: self.actor()?.id,
        })
    }

    /// The file from which no version was begun, with what is wrong with it worked out anew.
    async fn refused_beginning(&self, editions: &[Edition], again: bool) -> Result<Option<RefusedFile>, PortalError> {
        let Some(of) = self.file_aside(None, again).await? else {
            return Ok(None);
        };
        if let Some(why) = of.unkept() {
            return Ok(Some(RefusedFile { why, text: None }));
        }
        let Some(text) = self.store().waiting_file(self.actor()?.id, self.now()).await? else {
            return Ok(None);
        };
        let latest = latest(editions);
        let version = self
            .next_version(editions)
            .parse()
            .map_err(|_| PortalError::Unavailable)?;
        let into = beginning(latest.as_deref(), version)?;
        let known = self.store().commitments().await?;
        let why = if content::is_json(&text) {
            content::whole(&text).err()
        } else {
            content::read(&text, &into, &known, latest.as_deref()).err()
        };
        Ok(why.map(|why| RefusedFile { why, text: Some(text) }))
    }

    /// The first version of this year that nobody has begun.
    fn next_version(&self, editions: &[Edition]) -> String {
        let year = self.now().utc().year();
        let is_free = |version: &String| {
            let version = version.parse().ok();
            version.is_some_and(|version| editions.iter().all(|edition| edition.questionnaire().version < version))
        };
        let versions = (year..year + 2).flat_map(|year| (1..100).map(move |number| format!("{year}.{number}")));
        versions.into_iter().find(is_free).unwrap_or_default()
    }

    /// Begin a version: the shipped one, or one that asks what the latest open one asks.
    ///
    /// # Errors
    /// [`PortalError::Mistakes`] where its version is none that can be begun; [`PortalError::Refused`] for publishers.
    pub async fn begin_edition(&self, form: BeginForm) -> Result<QuestionnaireVersion, PortalError> {
        self.writer("questionnaire").await?;
        let editions = super::contents(self.store().editions().await?);
        let shipped = shipped()?;
        if form.from == "shipped"
            && editions
                .iter()
                .all(|edition| edition.questionnaire().version != shipped.version)
        {
            return self.begun(shipped).await;
        }
        let Some(latest) = latest(&editions) else {
            return Err(PortalError::Malformed);
        };
        match free(&form, &editions) {
            Ok(version) => self.begun(next_of(&latest, version)).await,
            Err(mistake) => self.refuse(BEGIN, &form, &[mistake]).await,
        }
    }

    /// Begin a version with the content of a file: JSON says which version it is, a table follows the latest open one.
    ///
    /// # Errors
    /// As for [`begin_edition`](Self::begin_edition), and where the file cannot be read.
    pub async fn begin_edition_with(&self, form: BeginForm, file: &[u8]) -> Result<QuestionnaireVersion, PortalError> {
        self.writer("questionnaire").await?;
        let editions = super::contents(self.store().editions().await?);
        let text = match content::text(file) {
            Ok(text) => text,
            Err(why) => return self.refuse_file(None, &why, None).await,
        };
        let read = if content::is_json(text) {
            content::whole(text)
        } else {
            let version = match free(&form, &editions) {
                Ok(version) => version,
                Err(mistake) => return self.refuse(BEGIN, &form, &[mistake]).await,
            };
            let latest = latest(&editions);
            let into = beginning(latest.as_deref(), version)?;
            content::read(text, &into, &self.store().commitments().await?, latest.as_deref())
        };
        match read {
            Ok(questionnaire) => self.begun(questionnaire).await,
            Err(why) => self.refuse_file(None, &why, Some(text)).await,
        }
    }

    async fn begun(&self, questionnaire: Questionnaire) -> Result<QuestionnaireVersion, PortalError> {
        let version = questionnaire.version;
        let begun = Edition::begin(questionnaire, self.actor()?);
        let edition = self
            .not_declined(begun, "begin-questionnaire", version.to_string())
            .await?;
        self.store().put_edition(&edition, self.over(None)?).await?;
        Ok(version)
    }
}

/// The latest version that was opened.
fn latest(editions: &[Edition]) -> Option<Frozen> {
    let open = editions.iter().filter_map(Edition::frozen);
    open.max_by_key(|frozen| frozen.version)
}

/// The version that was typed, where it comes after the latest open one and nobody has begun it.
fn free(form: &BeginForm, editions: &[Edition]) -> Result<QuestionnaireVersion, Mistake> {
    let version = form.version(latest(editions).map(|latest| latest.version))?;
    if editions
        .iter()
        .any(|edition| edition.questionnaire().version == version)
    {
        Err(Mistake::VersionTaken)
    } else {
        Ok(version)
    }
}

/// What the latest version asks, as the next one: every question is the same until somebody writes otherwise.
fn next_of(latest: &Questionnaire, version: QuestionnaireVersion) -> Questionnaire {
    let mut next = latest.clone();
    next.follows = Some(latest.version);
    next.version = version;
    for question in next.sections.iter_mut().flat_map(|section| &mut section.questions) {
        question.succeeds = Lineage::Same(question.id.clone());
    }
    next
}

fn shipped() -> Result<Questionnaire, PortalError> {
    Questionnaire::shipped().map_err(|_| PortalError::Unavailable)
}

/// What a table is read into: what the latest version asks, or title and language of the shipped one.
fn beginning(latest: Option<&Questionnaire>, version: QuestionnaireVersion) -> Result<Questionnaire, PortalError> {
    Ok(match latest {
        Some(latest) => next_of(latest, version),
        None => Questionnaire { version, ..shipped()? },
    })
}
