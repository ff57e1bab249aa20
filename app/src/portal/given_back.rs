//! What was typed and refused, given back to whoever typed it.
//!
//! A filing may have been sent, or be in other hands, by the time a form about it arrives. Nothing is done then; but
//! what was typed is [set aside](super::ports::Session::set_aside) in the visitor's session, and stands on the next page
//! of that filing that they are shown. It is given back once and then forgotten, to the person who typed it and to
//! nobody else.
//!
//! What carries a classification marking is kept nowhere, so it is not given back: the page says so.

use super::{Portal, filings::Posted};
use crate::error::PortalError;
use domain::{
    draft::{Draft, Typed},
    form::Field,
    ids::{FilingReference, PersonId, Version},
    incident::Incident,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The name of a page that could not be saved, in the session.
const PAGE: &str = "unsaved";

/// What somebody typed on a page of the form and could not save.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// The version their page was drawn from.
    pub seen: Version,
    /// The fields they changed.
    pub answers: BTreeMap<Field, Typed>,
    /// Fields that are not given back, since they carry a classification marking.
    pub classified: BTreeSet<Field>,
    /// Fields that are not given back, since a session holds no text of that length.
    pub oversized: BTreeSet<Field>,
}

/// What a session holds of it; each field is held by itself.
#[derive(Serialize, Deserialize)]
struct Page {
    by: PersonId,
    of: FilingReference,
    seen: Version,
    fields: BTreeSet<Field>,
    classified: BTreeSet<Field>,
    oversized: BTreeSet<Field>,
}

fn name_of(field: Field) -> String {
    format!("{PAGE}-{}", field.id())
}

impl Unsaved {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.classified.is_empty() && self.oversized.is_empty()
    }

    /// What was typed over `base` and is not in the draft `now`.
    fn of(posted: &Posted, base: &Draft, now: &Draft) -> Self {
        let mut unsaved = Self::default();
        for (field, typed) in posted {
            let typed = typed.clone().with_plain_line_ends();
            if typed == Typed::default() || typed == base.typed(*field) || typed == now.typed(*field) {
                continue;
            }
            if typed.is_classified() {
                unsaved.classified.insert(*field);
            } else if typed.is_oversized() {
                unsaved.oversized.insert(*field);
            } else {
                unsaved.answers.insert(*field, typed);
            }
        }
        unsaved
    }
}

impl Portal {
    /// Keep what was typed on a page of the form that was not saved.
    pub(super) async fn keep_unsaved(
        &self,
        of: &FilingReference,
        seen: Version,
        posted: &Posted,
    ) -> Result<(), PortalError> {
        let filing = self.reachable::<Incident>(of).await?;
        let base = self.drawn_from(&filing, seen).await?;
        let unsaved = Unsaved::of(posted, &base, &filing.draft);
        for (field, typed) in &unsaved.answers {
            self.set_aside(&name_of(*field), typed).await?;
        }
        let page = Page {
            by: self.actor()?.id,
            of: of.clone(),
            seen,
            fields: unsaved.answers.into_keys().collect(),
            classified: unsaved.classified,
            oversized: unsaved.oversized,
        };
        self.set_aside(PAGE, &page).await
    }

    /// What the visitor typed on a page of this filing's form and could not save: once.
    pub(super) async fn unsaved(&self, of: &FilingReference) -> Result<Unsaved, PortalError> {
        let by = self.actor()?.id;
        let page = self.aside::<Page>(PAGE).await?;
        let Some(page) = page.filter(|page| page.by == by && page.of == *of) else {
            return Ok(Unsaved::default());
        };
        self.forget_aside(PAGE).await?;
        let mut unsaved = Unsaved {
            seen: page.seen,
            answers: BTreeMap::new(),
            classified: page.classified,
            oversized: page.oversized,
        };
        for field in page.fields {
            match self.aside(&name_of(field)).await? {
                Some(typed) => drop(unsaved.answers.insert(field, typed)),
                None => drop(unsaved.oversized.insert(field)),
            }
            self.forget_aside(&name_of(field)).await?;
        }
        Ok(unsaved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Typed {
        Typed {
            text: text.into(),
            ..Typed::default()
        }
    }

    #[test]
    fn what_somebody_changed_is_given_back_unless_it_is_marked_as_classified() {
        let draft = |title: &str| Draft {
            answers: [(Field::Title, line(title)), (Field::Status, line("ongoing"))].into(),
            ..Draft::default()
        };
        let posted = [
            (Field::Title, line("Mine\r\nin two lines")),
            (Field::Status, line("ongoing")),
            (Field::Summary, line("NATO SECRET: it")),
            (Field::Measures, line(&"x".repeat(50_000))),
            (Field::Lessons, Typed::default()),
        ];
        let unsaved = Unsaved::of(&posted.into(), &draft("Before"), &draft("Theirs"));
        assert_eq!(unsaved.answers, [(Field::Title, line("Mine\nin two lines"))].into());
        assert_eq!(unsaved.classified, [Field::Summary].into());
        assert_eq!(unsaved.oversized, [Field::Measures].into());
    }
}
